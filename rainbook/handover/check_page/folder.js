// Takes the files the reader picks or drops, and gives them their names inside the bundle.
// What a reader would get wrong: a page opened from a disk may not read a dropped folder in every
// browser; it says so.

// From the folder button: [[name without the folder's own, File]], and the folder's name.
function pickedFolder(list) {
  const files = Array.from(list, (file) => [file.webkitRelativePath || file.name, file]);
  const folder = files.length && files[0][0].includes("/") ? files[0][0].split("/")[0] : "";
  return rooted(
    folder,
    files.map(([name, file]) => [folder ? name.slice(folder.length + 1) : name, file]),
  );
}

// If the list is one folder down, that folder is meant; what lies beside it is counted and not
// looked at.
function rooted(folder, files) {
  if (files.some(([name]) => name === LIST)) return { folder, files, beside: 0 };
  const inner = files.map(([name]) => /^([^/]+)\/hashes\.txt$/.exec(name)?.[1]).filter(Boolean);
  if (inner.length !== 1) return { folder, files, beside: 0, several: inner.length };
  const start = `${inner[0]}/`;
  const own = files
    .filter(([name]) => name.startsWith(start))
    .map(([name, file]) => [name.slice(start.length), file]);
  return { folder: inner[0], files: own, beside: files.length - own.length };
}

// From a drop of one folder: as pickedFolder. Cannot when the browser refuses.
async function dropped(transfer) {
  const items = Array.from(transfer.items).filter((item) => item.kind === "file");
  // both must be asked for before the first wait: after it the browser forgets what was dropped
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const handles = items.map((item) => item.getAsFileSystemHandle?.().catch(() => null) ?? null);
  if (items.length !== 1) throw new Cannot("Drop one folder at a time, please.");
  const handle = await handles[0];
  const files = [];
  try {
    if (handle?.kind === "directory") await walkHandle(handle, "", files);
    else await walkEntry(entries[0], "", files);
  } catch {
    throw new Cannot(
      "This browser does not let a page opened from a disk read a dropped folder. Use the button instead.",
    );
  }
  return rooted(entries[0].name, files);
}

async function walkHandle(handle, before, files) {
  for await (const [name, one] of handle.entries()) {
    if (one.kind === "directory") await walkHandle(one, `${before}${name}/`, files);
    else files.push([before + name, await one.getFile()]);
  }
}

async function walkEntry(folder, before, files) {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise((done, refused) => reader.readEntries(done, refused));
    if (!some.length) return;
    for (const one of some) {
      if (one.isDirectory) await walkEntry(one, `${before}${one.name}/`, files);
      else
        files.push([
          before + one.name,
          await new Promise((done, refused) => one.file(done, refused)),
        ]);
    }
  }
}
