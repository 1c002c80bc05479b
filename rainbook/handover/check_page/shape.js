// Says what a JSON value must look like, and turns hex into bytes on the way.
// What a reader would get wrong: a key too many is refused too: nothing may stand in a proof that
// no check looks at.
const is = {
  words:
    (most = 1 << 20) =>
    (value, where) => {
      if (typeof value !== "string" || value.length > most) misshapen(where);
      return value;
    },
  count:
    (least = 0) =>
    (value, where) => {
      if (!Number.isSafeInteger(value) || value < least) misshapen(where);
      return value;
    },
  exactly: (wanted) => (value, where) => (value === wanted ? value : misshapen(where)),
  hex: (length) => (value, where) => {
    const right = typeof value === "string" && /^(?:[0-9a-f]{2})*$/.test(value);
    if (!right || (length !== undefined && value.length !== 2 * length)) misshapen(where);
    return bytesOf(value);
  },
  list: (of) => (value, where) => {
    if (!Array.isArray(value)) misshapen(where);
    return value.map((one, n) => of(one, `${where}[${n}]`));
  },
  fixed:
    (...parts) =>
    (value, where) => {
      if (!Array.isArray(value) || value.length !== parts.length) misshapen(where);
      return parts.map((part, n) => part(value[n], `${where}[${n}]`));
    },
  orNull: (of) => (value, where) => (value === null ? null : of(value, where)),
  either:
    (...kinds) =>
    (value, where) => {
      const keys = Object.keys(value ?? {});
      const kind = kinds.find(([key]) => keys.includes(key));
      return kind ? kind[1](value, where) : misshapen(where);
    },
  record: (parts) => (value, where) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) misshapen(where);
    for (const key of Object.keys(value)) if (!(key in parts)) misshapen(`${where}.${key}`);
    const made = {};
    for (const [key, part] of Object.entries(parts)) {
      if (!(key in value)) misshapen(`${where}.${key}`);
      made[key] = part(value[key], `${where}.${key}`);
    }
    return made;
  },
};

function misshapen(where) {
  throw new Fault(`it is not in the form it must have, at ${where.replace(/^\./, "")}`);
}

const NEIGHBOUR = is.record({
  place: is.count(),
  index: is.hex(32),
  body: is.hex(32),
  path: is.list(is.hex(32)),
});
const THREAD = is.record({
  place: is.count(),
  path: is.list(is.hex(32)),
  index: is.hex(32),
  label: is.orNull(is.hex()),
  pi: is.orNull(is.hex(80)),
  blind: is.hex(32),
  count: is.count(),
  ranges: is.list(is.fixed(is.count(), is.count())),
  seeds: is.list(is.hex(32)),
  hashes: is.list(is.hex(32)),
  records: is.list(is.fixed(is.count(), is.count(), is.count())),
});
const WHERE = is.either(
  ["whole", is.record({ whole: is.words() })],
  [
    "extracts",
    is.record({
      extracts: is.list(is.record({ member: is.words(), file: is.words(), spans: is.words() })),
    }),
  ],
);
const ORIGINAL = is.record({
  file: is.hex(32),
  head: is.hex(32),
  reading_hash: is.hex(32),
  threads: is.count(),
  key: is.hex(32),
  root: is.hex(32),
  opened: is.orNull(
    is.record({
      blind: is.orNull(is.hex(32)),
      sha256: is.orNull(is.hex(32)),
      size: is.orNull(is.count()),
      reading_blind: is.hex(32),
      reading: is.words(1 << 26),
    }),
  ),
  bytes: is.orNull(WHERE),
  members: is.list(is.words()),
  given: is.list(THREAD),
  absent: is.list(
    is.record({
      label: is.hex(),
      pi: is.hex(80),
      before: is.orNull(NEIGHBOUR),
      after: is.orNull(NEIGHBOUR),
    }),
  ),
});
const PROOF = is.record({
  format: is.exactly("rainbook proof 1"),
  statement: is.words(),
  key: is.hex(32),
  signature: is.hex(64),
  stamps: is.list(is.record({ statement: is.words(), signature: is.hex(64), token: is.words() })),
  originals: is.list(ORIGINAL),
  labels: is.list(is.record({ label: is.hex(), person: is.words() })),
});
const STATEMENT = is.record({
  proof: is.exactly(1),
  originals: is.count(),
  files: is.hex(32),
  heads: is.hex(32),
  sealed: is.words(64),
  log: is.words(256),
});
const READING = is.record({
  tool: is.words(),
  records: is.count(),
  told: is.hex(32),
  unread: is.fixed(is.count(), is.count()),
});
const SIGNED = is.record({
  format: is.exactly("rainbook signature 1"),
  statement: is.words(),
  key: is.hex(32),
  signature: is.hex(64),
});
const SIGNED_STATEMENT = is.record({
  bundle: is.exactly(1),
  hashes: is.hex(32),
  made: is.words(64),
});
