// Bytes, hex, SHA-256 and the three ways a check can end early.
// What a reader would get wrong: text() keeps half a surrogate pair as three bytes; TextEncoder
// does not.
class Fault extends Error {} // it does not hold; the message is a sentence for the reader
class Cannot extends Error {} // it could not be checked; the message says why
class Stopped extends Error {} // the reader pressed Stop

const ASCII = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, n) => n.toString(16).padStart(2, "0"));

function hexOf(bytes) {
  let made = "";
  for (const byte of bytes) made += HEX[byte];
  return made;
}

function bytesOf(hex) {
  const made = new Uint8Array(hex.length / 2);
  for (let n = 0; n < made.length; n++) made[n] = parseInt(hex.slice(2 * n, 2 * n + 2), 16);
  return made;
}

function join(parts) {
  const made = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

function sameBytes(one, other) {
  return one.length === other.length && one.every((byte, n) => byte === other[n]);
}

// below 0, 0 or above 0, as the bytes stand in order
function compareBytes(one, other) {
  for (let n = 0; n < Math.min(one.length, other.length); n++) {
    if (one[n] !== other[n]) return one[n] - other[n];
  }
  return one.length - other.length;
}

function u32(number) {
  const made = new Uint8Array(4);
  new DataView(made.buffer).setUint32(0, number);
  return made;
}

function u64(number) {
  const made = new Uint8Array(8);
  new DataView(made.buffer).setBigUint64(0, BigInt(number));
  return made;
}

function utf8(words) {
  if (!/\p{Cs}/u.test(words)) return ASCII.encode(words);
  const parts = [];
  for (const char of words) {
    const point = char.codePointAt(0);
    const half = point >= 0xd800 && point <= 0xdfff;
    parts.push(
      half
        ? Uint8Array.of(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
        : ASCII.encode(char),
    );
  }
  return join(parts);
}

// For showing only: bytes that are not UTF-8 come out as the mark for "no character".
function wordsOf(bytes) {
  let made = "";
  let from = 0;
  const flush = (to) => {
    made += new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(from, to));
  };
  for (let n = 0; n + 2 < bytes.length; n++) {
    if (bytes[n] === 0xed && bytes[n + 1] >= 0xa0 && bytes[n + 1] < 0xc0) {
      flush(n);
      made += String.fromCharCode(0xd000 | ((bytes[n + 1] & 63) << 6) | (bytes[n + 2] & 63));
      from = n + 3;
      n += 2;
    }
  }
  flush(bytes.length);
  return made;
}

function text(words) {
  const bytes = utf8(words);
  return join([u32(bytes.length), bytes]);
}

// H of the page docs/bundle-format.md: numbers below 256 stand for single bytes
function H(...parts) {
  return noble.sha256(
    join(parts.map((part) => (typeof part === "number" ? Uint8Array.of(part) : part))),
  );
}

function signatureHolds(signature, message, key) {
  try {
    return noble.ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

function fingerprintOf(key) {
  return hexOf(H(key)).slice(0, 32).match(/.{4}/g).join(" ");
}

// Lets the page draw and the Stop button work, at most every 40 milliseconds: a pause has its
// price.
const breathe = (() => {
  let last = 0;
  return async () => {
    if (performance.now() - last < 40) return;
    await new Promise((done) => setTimeout(done, 0));
    last = performance.now();
  };
})();
