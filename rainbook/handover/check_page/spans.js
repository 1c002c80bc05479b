// The hash of many stretches of one file or of one member of a zip, each byte read at most once.
// What a reader would get wrong: the stretches come sorted and never overlap; that was checked
// before.
const WINDOW = 8 * 2 ** 20;

// `spans`: list of {start, end, hash}; fills in `hash`. Fault where there are no such bytes.
async function hashSpans(file, spans, stop) {
  if (spans.length && spans[spans.length - 1].end > file.size)
    throw new Fault("it is shorter than the places in it");
  for (let first = 0; first < spans.length;) {
    stop();
    const from = spans[first].start;
    if (spans[first].end - from > WINDOW) {
      await hashLong(file, spans[first++], stop);
      continue;
    }
    let last = first;
    while (last + 1 < spans.length && spans[last + 1].end - from <= WINDOW) last++;
    const bytes = new Uint8Array(await file.slice(from, spans[last].end).arrayBuffer());
    await breathe();
    for (; first <= last; first++) {
      spans[first].hash = noble.sha256(
        bytes.subarray(spans[first].start - from, spans[first].end - from),
      );
    }
  }
}

async function hashLong(file, span, stop) {
  const hash = noble.sha256.create();
  for (let from = span.start; from < span.end; from += PIECE) {
    hash.update(
      new Uint8Array(await file.slice(from, Math.min(from + PIECE, span.end)).arrayBuffer()),
    );
    stop();
    await breathe();
  }
  span.hash = hash.digest();
}

// The same for a member of a zip: read once from its start to the end of the last stretch.
async function hashMember(file, member, spans, stop) {
  if (spans.length && spans[spans.length - 1].end > member.size)
    throw new Fault("it is shorter than the places in it");
  let [at, n, hash] = [0, 0, noble.sha256.create()];
  await eachChunk(await zipStream(file, member), (bytes) => {
    stop();
    while (n < spans.length && spans[n].start < at + bytes.length) {
      const { start, end } = spans[n];
      hash.update(bytes.subarray(Math.max(0, start - at), Math.min(bytes.length, end - at)));
      if (end > at + bytes.length) break;
      spans[n++].hash = hash.digest();
      hash = noble.sha256.create();
    }
    at += bytes.length;
    return n < spans.length && at <= member.size;
  });
  if (n < spans.length) throw new Fault("it is shorter than the places in it, or damaged");
}

// Calls `take` with each piece until it says no; a stream that breaks off is a Fault.
async function eachChunk(stream, take) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || !take(value)) break;
      await breathe();
    }
  } catch (broken) {
    if (broken instanceof Stopped) throw broken;
    throw new Fault("it could not be read to its end");
  } finally {
    reader.cancel().catch(() => {});
  }
}
