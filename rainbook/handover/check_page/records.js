// The bytes of the records a proof opens: in a whole original, in a member of it, or in an extract.
// What a reader would get wrong: two opened records may not overlap in one member, whichever thread
// they stand in.

// Fills `hash` into every opened record of `original`; Fault or Cannot where the bytes cannot be
// had.
async function hashRecords(original, bundle, stop) {
  const records = original.given.flatMap((thread) => thread.opened);
  if (!records.length) return;
  if (!original.opened || !original.bytes)
    throw new Fault("records are given of it, but not where their bytes are");
  const byMember = new Map();
  for (const record of records) {
    if (!byMember.has(record.path)) byMember.set(record.path, []);
    byMember.get(record.path).push(record);
  }
  for (const spans of byMember.values()) {
    spans.sort((a, b) => a.start - b.start);
    spans.forEach((span, n) => {
      if (n && spans[n - 1].end > span.start) throw new Fault("two records that are given overlap");
    });
  }
  if ("whole" in original.bytes) await hashInWhole(original, byMember, bundle, stop);
  else await hashInExtracts(original, byMember, bundle, stop);
}

async function hashInWhole(original, byMember, bundle, stop) {
  const name = original.bytes.whole;
  if (original.opened.sha256 === null)
    throw new Fault(`${name} is given whole, and its own hash is not`);
  const file = bundle.file(name);
  if (file.size !== original.opened.size || bundle.hash(name) !== hexOf(original.opened.sha256)) {
    throw new Fault(`${name} is not the original the proof speaks of`);
  }
  const members = [...byMember.keys()].some((path) => path !== "")
    ? await zipMembers(file)
    : new Map();
  for (const [path, spans] of byMember) {
    if (path === "") {
      await hashSpans(file, spans, stop);
      continue;
    }
    const member = members.get(path);
    if (!member) throw new Fault(`${name} has no member ${path}`);
    await hashMember(file, member, spans, stop);
  }
}

async function hashInExtracts(original, byMember, bundle, stop) {
  const extracts = new Map(original.bytes.extracts.map((one) => [one.member, one]));
  if (extracts.size !== original.bytes.extracts.length)
    throw new Fault("it has two extracts of one member");
  for (const [path, spans] of byMember) {
    const extract = extracts.get(path);
    if (!extract) throw new Fault("a record is given of which there is no extract");
    const places = new Map();
    for (const cell of await tableOf(bundle.file(extract.spans))) {
      const [start, end, from, to] = [
        "original_start",
        "original_end",
        "extract_start",
        "extract_end",
      ].map((column) => wholeNumber(cell(column)));
      places.set(`${start}-${end}`, { from, to });
    }
    const moved = spans.map((span) => {
      const place = places.get(`${span.start}-${span.end}`);
      if (place === undefined)
        throw new Fault(`${extract.spans} does not say where a record stands`);
      const { from, to } = place;
      // a masked piece may be longer or shorter than it was; no record is given of it
      if (to - from !== span.end - span.start)
        throw new Fault(`a row of ${extract.spans} has two lengths`);
      return { start: from, end: to, record: span };
    });
    moved.sort((a, b) => a.start - b.start);
    await hashSpans(bundle.file(extract.file), moved, stop);
    for (const span of moved) span.record.hash = span.hash;
  }
}

// Fault unless the records opened are exactly the lines of the chronology whose words are given.
async function checkLines(originals, bundle) {
  const name = "messages/chronology.csv";
  const places = new Set();
  for (const { file, opened, given } of originals) {
    // where something was taken out of a copy, the file is named by F, and its own hash is not given
    const named = hexOf(opened?.sha256 ?? file);
    for (const record of given.flatMap((thread) => thread.opened)) {
      // half a surrogate pair cannot stand in the table: there it is a mark
      const path = record.path.replace(/\p{Cs}/gu, markOf);
      places.add([named, record.start, record.end, path].join(" "));
    }
  }
  const seen = new Set();
  let unproved = 0;
  for (const cell of await tableOf(bundle.file(name))) {
    const original = cell("original_sha256");
    if (original === "") continue;
    const place = [
      original,
      wholeNumber(cell("byte_start")),
      wholeNumber(cell("byte_end")),
      cell("inside"),
    ].join(" ");
    if (!places.has(place) || seen.has(place)) unproved++;
    seen.add(place);
  }
  const dropped = [...places].filter((place) => !seen.has(place)).length;
  if (unproved)
    throw new Fault(
      `${counted(unproved, "line")} of ${name} ${verb(unproved, "is")} not in the proof, or there twice`,
    );
  if (dropped)
    throw new Fault(
      `${counted(dropped, "record")} of the proof ${verb(dropped, "is")} not in ${name}`,
    );
}
