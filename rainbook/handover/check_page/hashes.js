// hashes.txt against the files: what is changed, missing, added or renamed.
// What a reader would get wrong: signed.json and signed.tsr come after the list, so they need not
// stand in it.
// A file smaller than this is hashed in one go by the browser itself, which is much faster; a browser
// that says the computer has memory enough may take more.
const AT_ONCE = (navigator.deviceMemory >= 8 ? 512 : 64) * 2 ** 20;
const TOGETHER = 16 * 2 ** 20; // small files go together up to this size
// a larger one in such pieces, so that the page can draw and be stopped in between
const PIECE = 2 * 2 ** 20;
const LONGEST_LIST = 64 * 2 ** 20;
const LINE = /^([0-9a-f]{64}) {2}([!-~](?:[ -~]*[!-~])?)$/;
const LIST = "hashes.txt";
const BESIDE_THE_LIST = new Set([LIST, "signed.json", "signed.tsr"]);
const OF_THE_COMPUTER = [
  [/(^|\/)(\.DS_Store|\._[^/]*)$/, "Macs put such files into folders by themselves."],
  [/(^|\/)(Thumbs\.db|desktop\.ini)$/i, "Windows puts such files into folders by itself."],
];

// {listed: Map name → hex, faults}; every fault has a file and a sentence.
function readList(source) {
  const listed = new Map();
  const faults = [];
  const wrong = (said) => faults.push({ kind: "list", file: LIST, said });
  const lines = source.split("\n");
  if (lines.pop() !== "" || lines.length === 0)
    wrong("It ends in the middle of a line: something was cut off.");
  lines.forEach((line, n) => {
    const read = LINE.exec(line);
    if (!read || read[2].startsWith("/") || read[2].split("/").includes("..")) {
      wrong(`Line ${n + 1} is not a hash and a file name.`);
    } else if (listed.has(read[2])) wrong(`It lists ${read[2]} twice.`);
    else listed.set(read[2], read[1]);
  });
  const names = [...listed.keys()];
  if (names.some((name, n) => n && names[n - 1] > name))
    wrong("Its lines are not in the order they were written.");
  return { listed, faults };
}

async function hashFile(file, tick) {
  if (file.size < AT_ONCE && globalThis.crypto?.subtle) {
    try {
      const bytes = await file.arrayBuffer();
      const hash = hexOf(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
      tick(bytes.byteLength);
      return hash;
    } catch (refused) {
      if (refused instanceof Stopped) throw refused; // else no room for all of it: in pieces, then
    }
  }
  const hash = noble.sha256.create();
  for (let from = 0; from < file.size; from += PIECE) {
    const bytes = new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
    hash.update(bytes);
    tick(bytes.length);
    await breathe();
  }
  return hexOf(hash.digest());
}

// Map name → hex, or null for a file that could not be read. `tell(files, bytes)` is called as it
// goes on.
async function hashAll(files, tell) {
  const found = new Map();
  let [done, bytes] = [0, 0];
  const one = async ([name, file]) => {
    let hash = null;
    try {
      hash = await hashFile(file, (count) => tell(done, (bytes += count)));
    } catch (broken) {
      if (broken instanceof Stopped) throw broken;
    }
    found.set(name, hash);
    tell(++done, bytes);
  };
  for (const some of batches([...files])) {
    await Promise.all(some.map(one));
    await breathe();
  }
  return found;
}

// small files go sixteen at a time; what is large goes alone, so that memory stays small
function* batches(files) {
  let [some, size] = [[], 0];
  for (const each of files) {
    if (some.length && (some.length === 16 || size + each[1].size > TOGETHER)) {
      yield some;
      [some, size] = [[], 0];
    }
    some.push(each);
    size += each[1].size;
  }
  if (some.length) yield some;
}

// The faults of the files against the list. `whole`: the reader gave the whole folder, so what is
// not there is missing.
function compareWithList(listed, found, whole) {
  const faults = [];
  const say = (kind, file, said) => faults.push({ kind, file, said });
  const homeOf = new Map([...listed].map(([name, hash]) => [hash, name]));
  const nowAt = new Map([...found].map(([name, hash]) => [hash, name]));
  for (const [name, hash] of found) {
    const wanted = listed.get(name);
    const home = homeOf.get(hash);
    if (hash === null) say("unread", name, "It could not be read.");
    else if (wanted === undefined && BESIDE_THE_LIST.has(name)) continue;
    else if (wanted === undefined)
      say("added", name, `It is not in ${LIST}.${addedWhy(name, home)}`);
    else if (hash !== wanted) {
      say(
        "changed",
        name,
        home ? `It now holds what ${home} should hold.` : "It is not the file that was listed.",
      );
    }
  }
  for (const [name, hash] of listed) {
    if (!whole || found.has(name)) continue;
    const now = nowAt.get(hash);
    say(
      "missing",
      name,
      now === undefined ? "It is not here." : `It is not here. Its content stands in ${now}.`,
    );
  }
  return faults;
}

function addedWhy(name, home) {
  if (home !== undefined) return ` It holds what ${home} holds, so it was renamed or copied.`;
  const own = OF_THE_COMPUTER.find(([pattern]) => pattern.test(name));
  return own ? ` ${own[1]}` : "";
}
