// signed.json: the list of files, signed; and signed.tsr, a time stamp over it.
// What a reader would get wrong: a signature says the holder of a key sealed this list. Whose key
// it is, it cannot say.
async function checkSigned(bundle, listHash) {
  const title = "The list is the one that was signed";
  if (!bundle.has("signed.json")) {
    const said = bundle.whole
      ? "signed.json is not here. A bundle with this page in it is made with one, so it may have been taken out."
      : "signed.json was not picked.";
    return { check: { id: "signed", title, state: "unknown", said, faults: [] } };
  }
  let read = null;
  const outcome = await outcomeOf(async () => {
    read = await readSigned(bundle.file("signed.json"));
    if (!listHash) throw new Cannot("the list itself is not here");
    if (hexOf(read.statement.hashes) !== listHash)
      throw new Fault("hashes.txt is not the list that was signed");
  });
  const said =
    outcome.state === "holds"
      ? `It was signed with the records as they stood on ${plainTime(read.statement.made)}, by the complainant’s own book.`
      : sentence(outcome.said);
  const held = outcome.state === "holds";
  return {
    check: { id: "signed", title, state: outcome.state, said, faults: [] },
    key: read?.key ?? null,
    made: held ? read.statement.made : null,
  };
}

async function readSigned(file) {
  if (file.size > 65_536) throw new Fault("signed.json is not in the form it must have");
  const source = await file.text();
  if (/[^\n\r\t -~]/.test(source)) throw new Fault("signed.json is not plain text");
  if (!source.endsWith("\n")) throw new Fault("signed.json is cut off");
  const signed = SIGNED(readJson(source.slice(0, -1), true), "signed.json");
  if (
    !signatureHolds(signed.signature, utf8(`rainbook bundle 1\n${signed.statement}`), signed.key)
  ) {
    throw new Fault("the signature does not fit what it is said to have signed");
  }
  return {
    key: signed.key,
    statement: SIGNED_STATEMENT(readJson(signed.statement, true), "statement"),
  };
}

async function checkSignedStamp(bundle, signed) {
  const check = { id: "stamp", title: "The time stamp on the signed list", faults: [] };
  if (!bundle.has("signed.tsr")) {
    return {
      ...check,
      state: "absent",
      said: "Nobody outside was asked to stamp the day. It can be left out.",
    };
  }
  if (!bundle.has("signed.json"))
    return { ...check, state: "unknown", said: "signed.json, which it stamps, is not here." };
  const outcome = await outcomeOf(async () => {
    const stamped = new Uint8Array(await bundle.file("signed.json").arrayBuffer());
    const file = bundle.file("signed.tsr");
    if (file.size > LARGEST_STAMP) damaged();
    signed.stamp = await checkStamp(new Uint8Array(await file.arrayBuffer()), H(stamped));
  });
  if (outcome.state === "holds") return { ...check, state: "holds", said: stampSaid(signed.stamp) };
  return { ...check, state: outcome.state, said: sentence(outcome.said) };
}

function stampSaid(stamp) {
  return (
    `It existed on ${plainInstant(stamp.time)}, says a time stamp. Its certificate names ${visible(stamp.who, 200)}, ` +
    `and was given by ${visible(stamp.issuer, 200)}. Whether to trust them is for you to decide: this page cannot know.`
  );
}
