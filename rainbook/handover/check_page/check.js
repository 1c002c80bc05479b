// Runs every check over one folder and gives them back as one list, in the order they are shown.
// What a reader would get wrong: four answers are kept apart: holds, does not hold, could not be
// checked, not here.
const PROOF_FILE = "proof/proof.json";
const TITLES = {
  form: "The proof can be read",
  statement: "The statement about the originals was signed",
  originals: "The originals are those the statement speaks of",
  records: "Every record given is as it was sealed, and in its place",
  labels: "No thread or account of these names was left out",
  lines: "The chronology lists these records and no others",
  stamps: "The time stamps on the statement",
};

const MEANS = {
  form: "It is in the form that is written down for it.",
  statement:
    "Nobody without the key could have changed the number of originals, or what is said about each.",
  originals: "Each has the hash, the size and the number of threads that were signed.",
  records:
    "The bytes of each were read from the exhibits. None was changed, dropped, added or put in another order.",
  labels: "In each original, a thread of each name is either given here or shown not to be there.",
  lines: "Line by line, each points to one record that was checked, and each record has its line.",
};

const sentence = (words) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

// `files`: list of [name, File]; `whole`: the reader gave the whole folder. `tell` gets {stage,
// done, of, bytes, size}.
async function checkBundle(files, whole, tell, stop) {
  const size = files.reduce((sum, [, file]) => sum + file.size, 0);
  const keyed = files.map(([name, file], n) => [whole ? name : `${n}/${name}`, file]);
  const hashes = await hashAll(keyed, (done, bytes) => {
    stop();
    tell({ stage: "files", done, of: files.length, bytes, size });
  });
  const bundle = new BundleFiles(new Map(keyed), hashes, whole);
  const list = await listOf(bundle);
  if (!whole) bundle.rename(list.listed);
  const checks = [...fileChecks(bundle, list)];
  const signed = await checkSigned(bundle, list.hash);
  checks.push(signed.check, await checkSignedStamp(bundle, signed));
  const proof = bundle.has(PROOF_FILE)
    ? await checkProof(bundle.file(PROOF_FILE), bundle, stop, (done, of) =>
        tell({ stage: "proof", done, of, bytes: size, size }),
      )
    : null;
  checks.push(...proofChecks(proof, signed));
  return {
    checks,
    // a proof of somebody else's key says nothing about this bundle
    claim: checks.some(({ id, state }) => id === "key" && state === "fails")
      ? null
      : (proof?.claim ?? null),
    made: signed.made,
    key: signed.key ?? keyOf(proof),
    stamp: signed.stamp ?? null,
    list: list.hash,
    files: files.length,
    size,
    whole,
  };
}

// The files by their names in the bundle. Asking for one that is not here is a Fault, or a Cannot
// if it was not picked.
class BundleFiles {
  constructor(files, hashes, whole) {
    Object.assign(this, { files, hashes, whole });
  }

  has(name) {
    return this.files.has(name);
  }

  file(name) {
    if (!this.has(name)) throw new (this.whole ? Fault : Cannot)(`${name} is not here`);
    return this.files.get(name);
  }

  hash(name) {
    return this.hashes.get(name);
  }

  // single files come without their folder: find the place in the list by name, then by content
  rename(listed) {
    const [files, hashes] = [new Map(), new Map()];
    for (const [key, file] of this.files) {
      const hash = this.hashes.get(key);
      const own = key.slice(key.indexOf("/") + 1);
      const places = [...listed.keys()].filter(
        (name) => name.split("/").pop() === own && !files.has(name),
      );
      const name = places.find((place) => listed.get(place) === hash) ?? places[0] ?? own;
      files.set(files.has(name) ? key : name, file);
      hashes.set(hashes.has(name) ? key : name, hash);
    }
    Object.assign(this, { files, hashes });
  }
}

async function listOf(bundle) {
  const key = [...bundle.files.keys()].find(
    (name) => name === LIST || (!bundle.whole && name.endsWith(`/${LIST}`)),
  );
  if (!key) return { listed: new Map(), hash: null, faults: [] };
  const hash = bundle.hash(key);
  if (bundle.files.get(key).size > LONGEST_LIST) {
    return {
      listed: new Map(),
      hash,
      faults: [{ kind: "list", file: LIST, said: "It is far too long to be a list." }],
    };
  }
  try {
    return { ...readList(await bundle.files.get(key).text()), hash };
  } catch {
    return {
      listed: new Map(),
      hash: null,
      faults: [{ kind: "list", file: LIST, said: "It could not be read." }],
    };
  }
}

function fileChecks(bundle, list) {
  const [same, none] = ["Every file in the list is here and unchanged", "Nothing was added"];
  if (!list.hash) {
    const said = bundle.whole
      ? `${LIST} is missing: without it nobody can say which files belong here.`
      : `${LIST} was not picked. Pick it together with the files you want to check.`;
    const state = bundle.whole ? "fails" : "unknown";
    return [
      { id: "files", title: same, state, said, faults: list.faults },
      {
        id: "added",
        title: none,
        state: "unknown",
        said: "There is no list to compare with.",
        faults: [],
      },
    ];
  }
  const all = [...list.faults, ...compareWithList(list.listed, bundle.hashes, bundle.whole)];
  const added = all.filter((fault) => fault.kind === "added");
  const faults = all.filter((fault) => fault.kind !== "added");
  const looked = [...list.listed.keys()].filter((name) => bundle.has(name)).length;
  return [
    {
      id: "files",
      title: same,
      ...filesSaid(faults, looked, list.listed.size, bundle.whole),
      faults,
    },
    { id: "added", title: none, ...addedSaid(added, bundle.whole), faults: added },
  ];
}

function filesSaid(faults, looked, listed, whole) {
  const wrong = faults.filter((fault) => fault.kind !== "unread");
  const files = counted(listed, "file");
  if (wrong.length) return { state: "fails", said: kindsSaid(wrong) };
  if (faults.length)
    return { state: "unknown", said: `${counted(faults.length, "file")} could not be read.` };
  if (listed === 0) return { state: "fails", said: "The list is empty." };
  if (!whole && looked < listed) {
    return {
      state: "unknown",
      said: `${grouped(looked)} of ${files} were picked, and each is as listed. The others were not looked at.`,
    };
  }
  return {
    state: "holds",
    said: `${files} in the list, each with the same content as when the list was made.`,
  };
}

const KINDS = {
  list: "fault in the list itself",
  changed: "changed file",
  missing: "missing file",
};

function kindsSaid(faults) {
  return `${Object.entries(KINDS)
    .map(([kind, what]) => [faults.filter((fault) => fault.kind === kind).length, what])
    .filter(([number]) => number)
    .map(([number, what]) =>
      what.startsWith("fault") && number > 1
        ? `${grouped(number)} faults in the list itself`
        : counted(number, what),
    )
    .join(", ")}.`;
}

function addedSaid(added, whole) {
  if (added.length) {
    return {
      state: "fails",
      said: `${counted(added.length, "file")} ${verb(added.length, "is")} here that ${verb(added.length, "is")} not in the list.`,
    };
  }
  return whole
    ? { state: "holds", said: "There is no file here that is not in the list." }
    : { state: "unknown", said: "Only the files you picked were looked at." };
}

// the key of the proof, if it did sign the statement
const keyOf = (proof) =>
  proof?.steps.some(({ id, state }) => id === "statement" && state === "holds") ? proof.key : null;

function proofChecks(proof, signed) {
  if (!proof) {
    return [
      {
        id: "proof",
        title: "The proof that the records are all of them",
        state: "absent",
        faults: [],
        said: `There is no ${PROOF_FILE}, so nothing here shows whether records were left out.`,
      },
    ];
  }
  const checks = proof.steps.map(({ id, state, said }) => ({
    id: `proof-${id}`,
    title: TITLES[id],
    state,
    faults: [],
    said: stepSaid(id, state, said, proof.stamps),
  }));
  if (signed.key && keyOf(proof)) {
    const same = sameBytes(signed.key, proof.key);
    checks.push({
      id: "key",
      title: "The same key signed the list and the proof",
      state: same ? "holds" : "fails",
      said: same
        ? "Both were signed with the key shown below."
        : "They were signed with two different keys.",
      faults: [],
    });
  }
  return checks;
}

function stepSaid(id, state, said, stamps) {
  if (state !== "holds") return sentence(said);
  if (id !== "stamps") return MEANS[id];
  return stamps
    .map(
      ({ originals, whole, stamp }) =>
        `${stampSaid(stamp)} It covers the first ${counted(originals, "original")}${
          whole
            ? "."
            : ", as files only: they were read again since, by another version of the program."
        }`,
    )
    .join(" ");
}
