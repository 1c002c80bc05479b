// Turns what the checks found into the page: a summary in plain words, what was given, each check,
// each fault.
// What a reader would get wrong: every word from the folder goes in as text, through visible();
// there is no markup here.
const SVG = "http://www.w3.org/2000/svg";
const ANSWERS = {
  holds: "Holds",
  fails: "Does not hold",
  unknown: "Could not be checked",
  absent: "Not in this bundle",
};
const MOST_FAULTS = 300;

// An element with a class and children; a string child is text.
function el(tag, look = "", ...children) {
  const made = document.createElement(tag);
  if (look) made.className = look;
  made.append(...children.filter((child) => child !== null));
  return made;
}

// words from the folder: marked, and kept from turning round the line they stand in
const given = (words, look = "") => el("bdi", look, visible(words));

function icon(state) {
  const made = document.createElementNS(SVG, "svg");
  const use = document.createElementNS(SVG, "use");
  made.setAttribute("class", `icon ${state}`);
  made.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${state}`);
  made.append(use);
  return made;
}

// {state, words, more}: the answer for the whole folder.
function summaryOf(result) {
  const failing = result.checks.filter((check) => check.state === "fails");
  const unknown = result.checks.filter((check) => check.state === "unknown");
  const ids = new Set(failing.map((check) => check.id));
  if (ids.has("files")) return { state: "fails", words: "This folder is not as it was sealed." };
  const unchanged = result.checks[0].state === "holds";
  if (ids.size === 1 && ids.has("added") && unchanged) {
    const added = failing[0].faults.length;
    const rest = unknown.length ? ` ${counted(unknown.length, "check")} could not be made.` : "";
    return {
      state: "fails",
      words: `Nothing in the list has changed. ${counted(added, "file")} ${verb(added, "was")} added.${rest}`,
    };
  }
  if (ids.size) {
    const start = unchanged ? "The files are as listed, but" : "";
    return {
      state: "fails",
      words: `${start ? `${start} something` : "Something"} else does not hold.`.replace(
        /^Something else/,
        "Something",
      ),
    };
  }
  if (unknown.length) {
    return {
      state: "unknown",
      words: `Nothing was found that does not hold. ${counted(unknown.length, "check")} could not be made.`,
    };
  }
  return { state: "holds", words: "Everything that was checked holds." };
}

function meaningOf(result, state) {
  const made =
    result.made && result.checks[0].state === "holds"
      ? `Nothing in the list has changed since it was sealed. It was sealed with the records as they stood on ${plainTime(result.made)}, by the complainant’s own book.`
      : null;
  const stamped = result.stamp ? stampSaid(result.stamp) : null;
  const bad =
    state === "fails"
      ? "What does not hold is named below. Ask whoever gave you the folder for a fresh copy, and keep this one as it is."
      : null;
  return [made, stamped, bad].filter(Boolean).map((words) => el("p", "", words));
}

function showResult(place, result, about) {
  const summary = summaryOf(result);
  const head = el(
    "div",
    `summary ${summary.state}`,
    icon(summary.state),
    el("div", "", el("h2", "", summary.words), ...meaningOf(result, summary.state)),
  );
  const parts = [
    el("p", "aside", ...aboutWords(result, about)),
    // where something does not hold, that comes first
    ...(summary.state === "fails" ? [] : claimPart(result.claim)),
    checksPart(result),
    ...(summary.state === "fails" ? claimPart(result.claim) : []),
    ...numbersPart(result),
    limitsPart(),
  ];
  place.replaceChildren(head, ...parts);
  place.hidden = false;
  place.focus();
}

function aboutWords(result, about) {
  const what = result.whole
    ? ["The folder ", given(about.folder || "chosen", "name")]
    : ["Single files"];
  const beside = about.beside
    ? ` ${counted(about.beside, "file")} beside it ${verb(about.beside, "was")} not looked at.`
    : "";
  return [
    ...what,
    `: ${counted(result.files, "file")}, ${sizeOf(result.size)}, checked on ${plainInstant(about.now)} by this computer’s clock.${beside}`,
  ];
}

function checksPart(result) {
  const order = { fails: 0, unknown: 1, holds: 2, absent: 3 };
  const sorted = result.checks
    .map((check, n) => [check, n])
    .sort(([a, n], [b, m]) => order[a.state] - order[b.state] || n - m);
  return el(
    "section",
    "checks",
    el("h3", "", "What was checked"),
    el("ul", "list", ...sorted.map(([check]) => checkItem(check))),
  );
}

function checkItem({ id, title, state, said, faults }) {
  const item = el(
    "li",
    `check ${state}`,
    icon(state),
    el(
      "div",
      "",
      el("p", "title", el("strong", "", title)),
      el("p", "", el("span", "answer", ANSWERS[state]), said ? `. ${visible(said, 4000)}` : "."),
    ),
  );
  item.dataset.check = id;
  if (faults.length) {
    const shown = faults
      .slice(0, MOST_FAULTS)
      .map((fault) => el("li", "", given(fault.file, "name"), " – ", given(fault.said)));
    const more = faults.length - shown.length;
    if (more) shown.push(el("li", "", `and ${grouped(more)} more`));
    item.lastChild.append(el("ul", "faults", ...shown));
  }
  return item;
}

function numbersPart(result) {
  const rows = [
    ["SHA-256 of hashes.txt", result.list],
    ["Fingerprint of the key", result.key && fingerprintOf(result.key)],
  ].filter(([, number]) => number);
  if (!rows.length) return [];
  const list = el(
    "dl",
    "numbers",
    ...rows.flatMap(([name, number]) => [el("dt", "", name), el("dd", "", el("code", "", number))]),
  );
  return [
    el(
      "section",
      "compare",
      el("h3", "", "Compare with what you wrote down"),
      el(
        "p",
        "",
        "Whoever can replace every file can also make a new list and sign it with a new key. " +
          "Only a number noted when the folder was received shows that this did not happen.",
      ),
      list,
      compareField(rows),
    ),
  ];
}

function compareField(rows) {
  const field = el("input", "field");
  Object.assign(field, { type: "text", id: "noted", autocomplete: "off", spellcheck: false });
  const label = el("label", "", "Paste the number you noted here to compare");
  label.htmlFor = "noted";
  const answer = el("p", "compared");
  answer.setAttribute("role", "status");
  field.addEventListener("input", () => {
    const typed = field.value.toLowerCase().replace(/[^0-9a-z]/g, "");
    const same = rows.find(([, number]) => number.replace(/ /g, "") === typed);
    const state = same ? "holds" : "fails";
    answer.replaceChildren(
      ...(typed
        ? [
            icon(state),
            same
              ? `It is the same: ${same[0]}.`
              : rows.length > 1
                ? "It is neither of the two."
                : "It is not the same.",
          ]
        : []),
    );
  });
  return el("div", "screen-only", label, field, answer);
}

const LIMITS = [
  "Who wrote a message, who held a phone, or that the phone’s clock was right.",
  "That the people named are who the complainant says they are.",
  "Anything from before the files were sealed: what was deleted or altered earlier leaves no mark here.",
  "Who owns the key. A name comes with it only if somebody you trust told you the fingerprint.",
];

function limitsPart() {
  const print = el("button", "button", "Print or save this result");
  print.type = "button";
  print.addEventListener("click", () => window.print());
  return el(
    "section",
    "limits",
    el("h3", "", "What this does not show"),
    el("ul", "", ...LIMITS.map((words) => el("li", "", words))),
    el("p", "screen-only", print),
  );
}
