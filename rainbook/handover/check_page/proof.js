// proof/proof.json, checked as docs/bundle-format.md, section 4 says, one step after the other.
// What a reader would get wrong: the claim may be made only if every step holds; one that could not
// be run is not held.

// → {steps: [{id, state, said}], claim or null}. `bundle` gives files and hashes, `stop` throws
// when the reader stops.
async function checkProof(file, bundle, stop, tell) {
  const steps = [];
  const step = async (id, run) => steps.push({ id, ...(await outcomeOf(run)) });
  let proof = null;
  await step("form", async () => {
    proof = await readProof(file);
  });
  if (!proof) return { steps, claim: null };
  const { originals } = proof;
  let statement = null;
  await step("statement", async () => {
    statement = checkStatement(proof);
  });
  await step("originals", async () =>
    originals.forEach((one, n) => within(n, () => checkHead(one))),
  );
  await step("records", async () => {
    for (const [n, one] of originals.entries()) {
      tell(n, originals.length);
      await withinAsync(n, () => checkGiven(one, bundle, stop));
    }
  });
  await step("labels", async () => {
    for (const [n, one] of originals.entries())
      await withinAsync(n, () => checkLabels(one, proof.labels, stop));
  });
  await step("lines", () => checkLines(originals, bundle));
  const stamps = [];
  if (proof.stamps.length) await step("stamps", () => checkStamps(proof, stamps));
  // a stamp this page cannot judge takes nothing away from what the signature says
  const held = ({ id, state }) => state === "holds" || (id === "stamps" && state === "unknown");
  const holds = statement && steps.every(held);
  return { steps, stamps, key: proof.key, claim: holds ? claimOf(proof, statement) : null };
}

async function outcomeOf(run) {
  try {
    await run();
    return { state: "holds", said: "" };
  } catch (ended) {
    if (ended instanceof Stopped) throw ended;
    if (ended instanceof Fault) return { state: "fails", said: ended.message };
    return {
      state: "unknown",
      said: ended instanceof Cannot ? ended.message : "this browser could not finish it",
    };
  }
}

function inOriginal(n, ended) {
  if (!(ended instanceof Fault) && !(ended instanceof Cannot)) return ended;
  return new ended.constructor(`original ${n + 1}: ${ended.message}`);
}

function within(n, run) {
  try {
    run();
  } catch (ended) {
    throw inOriginal(n, ended);
  }
}

async function withinAsync(n, run) {
  try {
    await run();
  } catch (ended) {
    throw inOriginal(n, ended);
  }
}

async function readProof(file) {
  if (file.size > LARGEST_TABLE) throw new Cannot("the proof is too large for this page");
  const source = await file.text();
  if (/[^\n\r\t -~]/.test(source)) throw new Fault("it is not plain text");
  const proof = PROOF(readJson(source), "");
  for (const original of proof.originals) {
    for (const thread of original.given) {
      thread.opened = thread.records.map(([member, start, end]) => {
        if (member >= original.members.length || start >= end)
          throw new Fault("a record stands in no place there is");
        return { path: original.members[member], start, end };
      });
    }
  }
  return proof;
}

const filesOf = (originals) => H(7, u64(originals.length), ...originals.map((one) => one.file));

// A signed statement as an object; Fault if it is not canonical or the signature does not hold.
function readStatement(source, signature, key) {
  if (!signatureHolds(signature, utf8(`rainbook proof 1\n${source}`), key)) {
    throw new Fault("the signature on the statement does not hold");
  }
  return STATEMENT(readJson(source, true), "statement");
}

function checkStatement(proof) {
  const statement = readStatement(proof.statement, proof.signature, proof.key);
  const { originals } = proof;
  if (statement.originals !== originals.length)
    throw new Fault("it speaks of another number of originals");
  if (!sameBytes(statement.files, filesOf(originals)))
    throw new Fault("it was signed over other files");
  const heads = H(9, u64(originals.length), ...originals.map((one) => one.head));
  if (!sameBytes(statement.heads, heads)) throw new Fault("it was signed over other trees");
  return statement;
}

function checkHead(original) {
  const { file, reading_hash: reading, opened } = original;
  const head = H(6, file, reading, u64(original.threads), original.key, original.root);
  if (!sameBytes(head, original.head)) throw new Fault("its head does not come out of its parts");
  if (original.threads === 0 && !sameBytes(original.root, H(8)))
    throw new Fault("it has a tree and no thread");
  if (!opened) return;
  const closed = [opened.blind, opened.sha256, opened.size].filter((part) => part === null).length;
  if (closed && closed !== 3) throw new Fault("its own hash is given in part only");
  if (!closed && !sameBytes(file, H(4, opened.blind, opened.sha256, u64(opened.size)))) {
    throw new Fault("its hash and size are not those that were committed to");
  }
  if (!sameBytes(reading, H(5, opened.reading_blind, text(opened.reading)))) {
    throw new Fault("what is said about how it was read is not what was committed to");
  }
  original.read = READING(readJson(opened.reading, true), "reading");
}

async function checkGiven(original, bundle, stop) {
  original.given.forEach((thread, n) => {
    checkRanges(thread);
    checkRising(thread);
    if (n && original.given[n - 1].place >= thread.place)
      throw new Fault("its threads are not in order");
  });
  await hashRecords(original, bundle, stop);
  const key = original.given.some((thread) => thread.label) ? vrfKey(original.key) : null;
  for (const thread of original.given) {
    await breathe();
    stop();
    checkThread(thread, original, key);
  }
}

// within a thread the records of one member rise
function checkRising(thread) {
  const last = new Map();
  for (const { path, start, end } of thread.opened) {
    if (last.has(path) && last.get(path) > start)
      throw new Fault("the records of a thread are not in order");
    last.set(path, end);
  }
}

function checkThread(thread, original, key) {
  let at = 0;
  const leafAt = (salt) => {
    const { path, start, end, hash } = thread.opened[at++];
    return leafOf(salt, path, start, end, hash);
  };
  const root = new ThreadWalk(thread, leafAt).root();
  if (!root) throw new Fault("a thread has more hashes than its shape needs");
  const entry = entryOf(thread.index, bodyOf(thread.blind, thread.count, root));
  const top = rootAbove(entry, thread.place, original.threads, thread.path);
  if (!top || !sameBytes(top, original.root))
    throw new Fault("a thread does not end in what was committed to");
  if ((thread.label === null) !== (thread.pi === null)) throw new Fault("a thread has half a name");
  if (thread.label) checkPlace(key, original, thread.label, thread.pi, thread.index);
}

function checkPlace(key, original, label, pi, wanted) {
  const index = vrfIndex(key, original.key, label, pi);
  if (!index) throw new Fault("the proof of a thread's name does not hold");
  if (wanted && !sameBytes(index, wanted)) throw new Fault("a thread stands under another name");
  return index;
}

async function checkLabels(original, labels, stop) {
  const key = original.absent.length ? vrfKey(original.key) : null;
  const given = new Set(original.given.filter((one) => one.label).map((one) => hexOf(one.label)));
  const absent = new Set(original.absent.map((one) => hexOf(one.label)));
  for (const { label } of labels) {
    const [here, gone] = [given.has(hexOf(label)), absent.has(hexOf(label))];
    if (!here && !gone)
      throw new Fault("it is not said whether a thread of one of the names is in it");
    if (here && gone) throw new Fault("one of the names is both in it and not in it");
  }
  for (const one of original.absent) {
    await breathe();
    stop();
    checkAbsent(one, original, key);
  }
}

function checkAbsent({ label, pi, before, after }, original, key) {
  const index = checkPlace(key, original, label, pi);
  if (before) checkNeighbour(before, original);
  if (after) checkNeighbour(after, original);
  const first = before ? before.place + 1 : 0;
  if (after ? after.place !== first : first !== original.threads)
    throw new Fault("a gap is left where a name would stand");
  const between =
    (!before || compareBytes(before.index, index) < 0) &&
    (!after || compareBytes(index, after.index) < 0);
  if (!between) throw new Fault("a name is said not to be in it and would stand in another place");
}

function checkNeighbour({ place, index, body, path }, original) {
  const top = rootAbove(entryOf(index, body), place, original.threads, path);
  if (!top || !sameBytes(top, original.root))
    throw new Fault("a neighbour is not in what was committed to");
}

// Fills `found` with {originals, whole, stamp}; `whole`: it speaks for the trees too, not for the
// files only.
async function checkStamps(proof, found) {
  for (const one of proof.stamps) {
    const statement = readStatement(one.statement, one.signature, proof.key);
    const first = proof.originals.slice(0, statement.originals);
    if (
      statement.originals > proof.originals.length ||
      !sameBytes(statement.files, filesOf(first))
    ) {
      throw new Fault("a time stamp is over a statement about other files");
    }
    const heads = H(9, u64(first.length), ...first.map((original) => original.head));
    const stamp = await checkStamp(tokenOf(one.token), H(utf8(one.statement)));
    found.push({ originals: first.length, whole: sameBytes(heads, statement.heads), stamp });
  }
}

function tokenOf(written) {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(written)) damaged();
  return Uint8Array.from(atob(written), (char) => char.charCodeAt(0));
}

// What may be said once everything holds: records given and withheld under the names, and what else
// was opened.
function claimOf(proof, statement) {
  const named = new Set(proof.labels.map(({ label }) => hexOf(label)));
  const sums = { given: 0, withheld: 0, others: 0 };
  const tools = new Set();
  const unread = [0, 0];
  for (const original of proof.originals) {
    if (original.read) {
      tools.add(original.read.tool);
      original.read.unread.forEach((number, n) => (unread[n] += number));
    }
    for (const { label, records, count } of original.given) {
      if (!label || !named.has(hexOf(label))) sums.others += records.length;
      else {
        sums.given += records.length;
        sums.withheld += count - records.length;
      }
    }
  }
  return {
    ...sums,
    originals: proof.originals.length,
    sealed: statement.sealed,
    log: statement.log,
    tools: [...tools],
    unread,
    names: proof.labels.map(({ label, person }) => ({ name: labelWords(label), person })),
  };
}

// A label as words: what the source itself wrote.
function labelWords(label) {
  const rest = label.subarray(1);
  if (label[0] === 1) return ["thread", wordsOf(rest)];
  if (label[0] !== 2) return ["none", ""];
  const parts = wordsOf(rest).split("\0");
  return ["account", parts.slice(2).join("\0"), parts[0], parts[1]];
}
