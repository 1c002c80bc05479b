// Reads one member out of a zip file, in order, without ever holding the whole of it.
// What a reader would get wrong: the sizes a zip states are claims. What comes out is counted and
// cut off at them.
const LARGEST_DIRECTORY = 32 * 2 ** 20;
const MOST_MEMBERS = 100_000;
// the characters 128 to 255 of the code page a zip's names are in unless it says UTF-8
const CODE_PAGE_437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌" +
  "█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

async function viewOf(file, from, to) {
  if (from < 0 || to > file.size || from > to)
    throw new Fault("the container is cut off or damaged");
  return new DataView(await file.slice(from, to).arrayBuffer());
}

// beyond 2^53 it fits no file and is refused there
const big = (view, at) => Number(view.getBigUint64(at, true));

// Every member by name: {method, packed, size, at}. Fault for a damaged zip or two members of one
// name.
async function zipMembers(file) {
  const { entries, size, at } = await zipDirectory(file);
  if (size > LARGEST_DIRECTORY || entries > MOST_MEMBERS)
    throw new Cannot("the container is too large for this page");
  const view = await viewOf(file, at.place, at.place + size);
  const members = new Map();
  let from = 0;
  for (let n = 0; n < entries; n++) {
    if (from + 46 > size || view.getUint32(from, true) !== 0x02014b50)
      throw new Fault("the container is damaged");
    const member = zipEntry(view, from, at.shift);
    if (members.has(member.name)) throw new Fault("the container has two members of one name");
    members.set(member.name, member);
    from = member.next;
  }
  return members;
}

async function zipDirectory(file) {
  const tail = await viewOf(file, Math.max(0, file.size - 65_557), file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== 0x06054b50) end--;
  if (end < 0) throw new Fault("it is not a zip file");
  let [entries, size, start] = [
    tail.getUint16(end + 10, true),
    tail.getUint32(end + 12, true),
    tail.getUint32(end + 16, true),
  ];
  let before = file.size - tail.byteLength + end;
  if (end >= 20 && tail.getUint32(end - 20, true) === 0x07064b50) {
    const place = big(tail, end - 12);
    const large = await viewOf(file, place, place + 56);
    if (large.getUint32(0, true) !== 0x06064b50) throw new Fault("the container is damaged");
    [entries, size, start] = [big(large, 32), big(large, 40), big(large, 48)];
    before = place;
  }
  return { entries, size, at: { place: before - size, shift: before - size - start } };
}

function zipEntry(view, from, shift) {
  const [flags, method] = [view.getUint16(from + 8, true), view.getUint16(from + 10, true)];
  const [names, extras, notes] = [28, 30, 32].map((at) => view.getUint16(from + at, true));
  const next = from + 46 + names + extras + notes;
  if (next > view.byteLength) throw new Fault("the container is damaged");
  const raw = new Uint8Array(view.buffer, view.byteOffset + from + 46, names);
  const name =
    flags & 0x800
      ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(raw)
      : Array.from(raw, (byte) =>
          byte < 128 ? String.fromCharCode(byte) : CODE_PAGE_437[byte - 128],
        ).join("");
  const sizes = [
    [24, "size"],
    [20, "packed"],
    [42, "at"],
  ].map(([at, what]) => [what, view.getUint32(from + at, true)]);
  zip64(view, from + 46 + names, extras, sizes);
  const member = { name, method, locked: Boolean(flags & 1), next, ...Object.fromEntries(sizes) };
  member.at += shift;
  return member;
}

// fills in the sizes that stand as ffffffff from the extra field 0001
function zip64(view, from, length, sizes) {
  for (let at = from; at + 4 <= from + length;) {
    const [kind, long] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    if (kind === 1) {
      let place = at + 4;
      for (const one of sizes) {
        if (one[1] !== 0xffffffff || place + 8 > Math.min(at + 4 + long, from + length)) continue;
        one[1] = big(view, place);
        place += 8;
      }
    }
    at += 4 + long;
  }
}

// A stream of the member's bytes, as many as it says it has and no more.
async function zipStream(file, member) {
  if (member.locked) throw new Cannot("the container has a password");
  if (member.method !== 0 && member.method !== 8)
    throw new Cannot("the container is packed in a way this page cannot read");
  const local = await viewOf(file, member.at, member.at + 30);
  if (local.getUint32(0, true) !== 0x04034b50) throw new Fault("the container is damaged");
  const from = member.at + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  if (from + member.packed > file.size) throw new Fault("the container is cut off or damaged");
  const packed = file.slice(from, from + member.packed).stream();
  if (member.method === 0) return packed;
  if (typeof DecompressionStream === "undefined") throw new Cannot("this browser cannot unpack it");
  return packed.pipeThrough(new DecompressionStream("deflate-raw"));
}
