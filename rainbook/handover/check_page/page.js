// The page itself: choose, read, stop, show. It starts last, when all that it needs is there.
// What a reader would get wrong: a second choice during a run stops the first; its result is never
// shown.
const at = (id) => document.getElementById(id);
let run = 0;

function show(part) {
  for (const id of ["work", "result"]) at(id).hidden = id !== part;
}

function say(words) {
  at("trouble").textContent = words;
  at("trouble").hidden = !words;
}

function progress({ stage, done, of, bytes, size }) {
  const bar = at("bar");
  bar.max = stage === "files" ? Math.max(size, 1) : Math.max(of, 1);
  bar.value = stage === "files" ? bytes : done;
  at("working").textContent = stage === "files" ? "Reading the files" : "Checking the proof";
  at("amount").textContent =
    stage === "files"
      ? `${grouped(done)} of ${counted(of, "file")}, ${sizeOf(bytes)} of ${sizeOf(size)}`
      : `${grouped(done)} of ${counted(of, "original")}`;
}

// no more than ten times a second: a screen reader and a slow computer have other things to do
function seldom(tell) {
  let last = 0;
  return (news) => {
    const now = performance.now();
    if (now - last < 100) return;
    last = now;
    tell(news);
  };
}

async function start(gather, whole) {
  const mine = ++run;
  const stop = () => {
    if (mine !== run) throw new Stopped();
  };
  say("");
  try {
    const about = await gather(stop);
    if (!about.files.length) throw new Cannot(nothingCame(whole));
    if (about.several > 1)
      throw new Cannot("There are several folders with a list in this one. Choose one of them.");
    const size = about.files.reduce((sum, [, file]) => sum + file.size, 0);
    progress({ stage: "files", done: 0, of: about.files.length, bytes: 0, size });
    show("work");
    at("stop").focus();
    const result = await checkBundle(about.files, whole, seldom(progress), stop);
    stop();
    show("result");
    showResult(at("result"), result, { ...about, now: Date.now() });
  } catch (ended) {
    if (mine !== run) return;
    show("");
    say(
      ended instanceof Cannot
        ? ended.message
        : "This page could not finish. Try another browser, or see “How to check without this page” below.",
    );
  }
}

function nothingCame(whole) {
  return whole
    ? "No files came with that choice. If this browser cannot give a folder to a page, use a computer, " +
        "or choose single files below."
    : "No files were chosen.";
}

function listen() {
  at("folder").addEventListener("change", ({ target }) => {
    const picked = pickedFolder(target.files);
    target.value = "";
    start(() => picked, true);
  });
  at("files").addEventListener("change", ({ target }) => {
    const files = Array.from(target.files, (file) => [file.name, file]);
    target.value = "";
    start(() => ({ folder: "", files, beside: 0 }), false);
  });
  at("stop").addEventListener("click", () => {
    run++;
    show("");
    say("Stopped. Nothing was checked.");
    at("folder").focus();
  });
  listenForDrops();
}

function listenForDrops() {
  const over = (on) => at("drop").classList.toggle("over", on);
  for (const kind of ["dragenter", "dragover"]) {
    addEventListener(kind, (event) => {
      event.preventDefault();
      over(true);
    });
  }
  addEventListener("dragleave", (event) => over(event.relatedTarget !== null));
  addEventListener("drop", (event) => {
    event.preventDefault();
    over(false);
    // single files and a folder are told apart at once; reading a folder takes its time
    const single = Array.from(event.dataTransfer.items).every(
      (item) => !item.webkitGetAsEntry?.()?.isDirectory,
    );
    const files = Array.from(event.dataTransfer.files, (file) => [file.name, file]);
    const took = single ? { folder: "", files, beside: 0 } : dropped(event.dataTransfer);
    start(() => took, !single);
  });
}

function begin() {
  const able =
    typeof BigInt === "function" && "stream" in Blob.prototype && "arrayBuffer" in Blob.prototype;
  if (!able) return;
  at("old").hidden = true;
  at("pick").hidden = false;
  if (!("webkitdirectory" in HTMLInputElement.prototype)) {
    at("drop").hidden = true;
    say(
      "This browser cannot give a folder to a page. Copy the folder to a computer and open this page there, or choose single files.",
    );
    document.querySelector("#pick details").open = true;
  }
  listen();
}

begin();
