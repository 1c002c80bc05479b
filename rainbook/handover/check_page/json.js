// A JSON reader that refuses what JSON.parse lets pass: two keys of one name, numbers that do not
// fit, deep nesting.
// What a reader would get wrong: `canonical` compares with the bytes as written, so 1.0 or a space
// is refused.
const DEEPEST = 40;
const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;

function comparePoints(one, other) {
  const a = Array.from(one);
  const b = Array.from(other);
  for (let n = 0; n < Math.min(a.length, b.length); n++) {
    if (a[n] !== b[n]) return a[n].codePointAt(0) - b[n].codePointAt(0);
  }
  return a.length - b.length;
}

function quoted(words) {
  const short = {
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    '"': '\\"',
    "\\": "\\\\",
  };
  return `"${words.replace(
    /[^ !#-[\]-~]/g,
    (unit) => short[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )}"`;
}

// The value of a text in JSON; Fault if it is not JSON or, when canonical, not written in the one
// way.
function readJson(source, canonical = false) {
  const reader = new JsonReader(source, canonical);
  const value = reader.value(0);
  reader.space();
  if (reader.at !== source.length) reader.wrong();
  return value;
}

class JsonReader {
  constructor(source, canonical) {
    Object.assign(this, { source, canonical, at: 0 });
  }

  wrong(why = "not in the form it must have") {
    throw new Fault(`it is ${why} (character ${this.at + 1})`);
  }

  space() {
    if (this.canonical) return;
    SPACE.lastIndex = this.at;
    SPACE.exec(this.source);
    this.at = SPACE.lastIndex;
  }

  takes(char) {
    this.space();
    if (this.source[this.at] !== char) return false;
    this.at++;
    return true;
  }

  value(depth) {
    if (depth > DEEPEST) this.wrong("nested too deeply");
    this.space();
    const first = this.source[this.at];
    if (first === "{") return this.object(depth);
    if (first === "[") return this.list(depth);
    if (first === '"') return this.string();
    for (const [word, value] of [
      ["true", true],
      ["false", false],
      ["null", null],
    ]) {
      if (this.source.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.number();
  }

  number() {
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.source);
    if (!found) this.wrong();
    const value = Number(found[0]);
    const whole = found[1] === undefined && found[2] === undefined;
    if (whole ? !Number.isSafeInteger(value) : !Number.isFinite(value))
      this.wrong("a number that is too large");
    if (found[0] === "-0") this.wrong();
    this.at = NUMBER.lastIndex;
    return value;
  }

  string() {
    const from = this.at;
    let to = from + 1;
    for (; this.source.charCodeAt(to) !== 34; to++) {
      if (to >= this.source.length || this.source.charCodeAt(to) < 32) this.wrong();
      if (this.source.charCodeAt(to) === 92) to++;
    }
    const token = this.source.slice(from, to + 1);
    let value;
    try {
      value = JSON.parse(token);
    } catch {
      this.wrong();
    }
    if (this.canonical && quoted(value) !== token)
      this.wrong("written in another way than it must be");
    this.at = to + 1;
    return value;
  }

  list(depth) {
    const made = [];
    this.at++;
    if (this.takes("]")) return made;
    do made.push(this.value(depth + 1));
    while (this.takes(","));
    if (!this.takes("]")) this.wrong();
    return made;
  }

  object(depth) {
    const made = Object.create(null);
    let last;
    this.at++;
    if (this.takes("}")) return made;
    do {
      this.space();
      if (this.source[this.at] !== '"') this.wrong();
      const key = this.string();
      if (key in made) this.wrong("said twice");
      if (this.canonical && last !== undefined && comparePoints(last, key) >= 0)
        this.wrong("not in order");
      if (!this.takes(":")) this.wrong();
      made[key] = this.value(depth + 1);
      last = key;
    } while (this.takes(","));
    if (!this.takes("}")) this.wrong();
    return made;
  }
}
