// Reads DER (the form of time stamps and certificates): one value at a time, never past its end.
// What a reader would get wrong: the looser form BER (lengths left open, strings in pieces) is
// refused.
const SEQUENCE = 0x30;
const SET = 0x31;
const OID = 0x06;
const INTEGER = 0x02;
const OCTETS = 0x04;
const BITS = 0x03;
const MOST_PARTS = 2000;

function damaged() {
  throw new Fault("the time stamp is damaged or not in the form it must have");
}

// One value: {tag, all, body}: `all` with its tag and length, `body` without.
function derAt(bytes, at) {
  if (at + 2 > bytes.length) damaged();
  const tag = bytes[at];
  let length = bytes[at + 1];
  let from = at + 2;
  if ((tag & 31) === 31) damaged();
  if (length >= 128) {
    const digits = length - 128;
    if (digits < 1 || digits > 4 || from + digits > bytes.length || bytes[from] === 0) damaged();
    length = 0;
    for (let n = 0; n < digits; n++) length = length * 256 + bytes[from++];
    if (length < 128) damaged();
  }
  if (from + length > bytes.length) damaged();
  return { tag, all: bytes.subarray(at, from + length), body: bytes.subarray(from, from + length) };
}

// The one value these bytes are, with nothing after it.
function derOf(bytes) {
  const value = derAt(bytes, 0);
  return value.all.length === bytes.length ? value : damaged();
}

function partsOf(value, tag = SEQUENCE) {
  if (!value || value.tag !== tag) damaged();
  const parts = [];
  for (let at = 0; at < value.body.length;) {
    const part = derAt(value.body, at);
    parts.push(part);
    at += part.all.length;
    if (parts.length > MOST_PARTS) damaged();
  }
  return parts;
}

function bodyWith(value, tag) {
  return value && value.tag === tag ? value.body : damaged();
}

function oidOf(value) {
  const body = bodyWith(value, OID);
  if (!body.length || body.length > 64 || body[body.length - 1] & 128) damaged();
  const numbers = [];
  let number = 0;
  for (const byte of body) {
    number = number * 128 + (byte & 127);
    if (number > Number.MAX_SAFE_INTEGER / 128) damaged();
    if (!(byte & 128)) {
      numbers.push(number);
      number = 0;
    }
  }
  const top = Math.min(2, Math.floor(numbers[0] / 40));
  return [top, numbers[0] - 40 * top, ...numbers.slice(1)].join(".");
}

function smallInteger(value) {
  const body = bodyWith(value, INTEGER);
  if (!body.length || body.length > 6 || body[0] & 128) damaged();
  return body.reduce((sum, byte) => sum * 256 + byte, 0);
}

const WORDS_IN = {
  0x0c: (body) => wordsOf(body),
  0x12: (body) => String.fromCharCode(...body),
  0x13: (body) => String.fromCharCode(...body),
  0x14: (body) => String.fromCharCode(...body),
  0x16: (body) => String.fromCharCode(...body),
  0x1e: (body) => new TextDecoder("utf-16be").decode(body),
};
const NAME_PARTS = { "2.5.4.3": 0, "2.5.4.11": 1, "2.5.4.10": 2, "2.5.4.6": 3 };

// A name in a certificate as words: common name, unit, organisation, country.
function nameOf(value) {
  const found = [];
  for (const set of partsOf(value)) {
    for (const one of partsOf(set, SET)) {
      const [kind, said] = partsOf(one);
      const place = NAME_PARTS[oidOf(kind)];
      const read = said && WORDS_IN[said.tag];
      if (place !== undefined && read && said.body.length < 1000)
        found.push([place, read(said.body)]);
    }
  }
  return (
    found
      .sort((a, b) => a[0] - b[0])
      .map(([, words]) => words)
      .join(", ") || "nobody"
  );
}

// UTCTime or GeneralizedTime in UTC → {time: milliseconds, written}
function timeOf(value) {
  const written = String.fromCharCode(...value.body.subarray(0, 40));
  const short = value.tag === 0x17;
  const found = (
    short
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
      : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/
  ).exec(written);
  if (!found || (!short && value.tag !== 0x18)) damaged();
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  const full = short ? year + (year < 50 ? 2000 : 1900) : year;
  const time = Date.UTC(full, month - 1, day, hour, minute, second);
  const same = new Date(time);
  if (same.getUTCMonth() !== month - 1 || same.getUTCDate() !== day || hour > 23) damaged();
  return { time, written };
}
