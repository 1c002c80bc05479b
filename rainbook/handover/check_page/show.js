// Makes words from a bundle fit to be shown: what does not show, or turns the line round, becomes a
// mark.
// What a reader would get wrong: the other person wrote part of these words. They only ever become
// text, never markup.
const HIDDEN =
  /[\p{C}\p{Zl}\p{Zp}\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\uffa0]/gu;
const LONGEST = 400;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const markOf = (char) => `⟦U+${char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}⟧`;

function visible(words, most = LONGEST) {
  const chars = Array.from(words);
  const cut = chars.length > most ? ` … (${chars.length - most} more characters)` : "";
  const shown = chars
    .slice(0, most)
    .map((char, n) => (joins(char, chars[n - 1]) ? char : char.replace(HIDDEN, markOf)));
  // blanks at an end, or several, would fall away
  return shown.join("").replace(/^ | $| {2,}/g, (blanks) => "\u00a0".repeat(blanks.length)) + cut;
}

// a joiner is wanted inside emoji and in scripts that join; anywhere else it only hides
function joins(char, before) {
  return (
    (char === "\u200d" || char === "\u200c") &&
    before !== undefined &&
    before.codePointAt(0) > 0x2ff &&
    !/\p{C}/u.test(before)
  );
}

const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");
const MANY = { is: "are", it: "them", was: "were" };

function counted(number, what) {
  return `${grouped(number)} ${number === 1 ? what : `${what}s`}`;
}

const verb = (number, word) => (number === 1 ? word : MANY[word]);

function sizeOf(bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  for (const [unit, size] of [
    ["kB", 1e3],
    ["MB", 1e6],
    ["GB", 1e9],
  ]) {
    if (bytes < size * 1000 || unit === "GB")
      return `${(bytes / size).toFixed(bytes < size * 100 ? 1 : 0)} ${unit}`;
  }
  return "";
}

// 2026-11-22T14:52:41Z → 22 November 2026, 14:52:41 UTC; anything else as it is written
function plainTime(written) {
  const read = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|\+00:00)$/.exec(written);
  const month = read && MONTHS[Number(read[2]) - 1];
  return month ? `${Number(read[3])} ${month} ${read[1]}, ${read[4]} UTC` : visible(written, 60);
}

const plainInstant = (milliseconds) => plainTime(new Date(milliseconds).toISOString());
