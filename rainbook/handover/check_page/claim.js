// What may be said when every step of the proof holds: how many records, in which threads, of which files.
// What a reader would get wrong: with no name claimed nothing is said about what was left out.

function claimPart(claim) {
  if (!claim) return [];
  const files = counted(claim.originals, "file");
  const all = claim.given + claim.others;
  const start = `${counted(all, "record")} ${verb(all, "is")} given`;
  const sealed = `${files} sealed by ${plainTime(claim.sealed)}`;
  const body = claim.names.length
    ? namedPart(claim, `${start}. ${theseWords(claim)}`, sealed, files)
    : [el("p", "", `${start}, in ${sealed}. Nothing is claimed about what was left out.`)];
  return [el("section", "claim", el("h3", "", "What was given"), ...body, ...readPart(claim))];
}

function theseWords({ given: number, withheld, others }) {
  const these = others ? `${grouped(number)} of them` : "They";
  return withheld
    ? `${these} and ${grouped(withheld)} more that are withheld (as hashes only) are`
    : `${these} are`;
}

function namedPart(claim, start, sealed, files) {
  const found = "all the records that this version of the program finds";
  const where = "in the threads and under the accounts named here";
  const names = claim.names.map(({ name, person }) => {
    const whom = person ? [" – the complainant says: ", given(person, "name")] : [];
    return el("li", "", ...nameWords(name), ...whom);
  });
  const made = [
    el("p", "", `${start} ${found}, in ${sealed}, ${where}:`),
    el("ul", "names", ...names),
    el("p", "", `In none of the ${files} is there another thread or account of these names.`),
  ];
  if (claim.others) {
    const rest = `The other ${grouped(claim.others)} ${verb(claim.others, "is")} from threads`;
    const open =
      "whose name is not given, such as a diary or a group. " +
      "Whether there are more such threads is not shown.";
    made.push(el("p", "", `${rest} ${open}`));
  }
  return made;
}

function nameWords([kind, name, platform, sort]) {
  if (kind === "none") return ["records that name neither a thread nor an account"];
  if (kind === "thread") return ["the thread ", given(name, "name")];
  return ["the account ", given(name, "name"), " (", given(platform), ", ", given(sort), ")"];
}

// what could not be read, and which version of the program read the rest
function readPart({ unread: [places, bytes], tools }) {
  const made = [];
  if (places) {
    const much = `${counted(places, "place")} (${counted(bytes, "byte")})`;
    const rest = "could not be read. What stands there is in no thread.";
    made.push(el("p", "", `In the files that records are given of, ${much} ${rest}`));
  }
  if (tools.length) made.push(el("p", "aside", "The program: ", given(tools.join(", ")), "."));
  return made;
}
