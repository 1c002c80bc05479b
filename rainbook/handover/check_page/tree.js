// The trees of one original: places of threads in T, leaves of one thread, salts that come from a
// seed.
// What a reader would get wrong: everything must be used up. A hash left over is a proof of
// something else.
const node = (left, right) => H(1, left, right);

// the largest power of two below n (n > 1)
function halfOf(n) {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

// The root over `count` leaves in which `leaf` stands at `place`; null if the path has another
// length.
function rootAbove(leaf, place, count, path) {
  const sides = [];
  let [at, n] = [place, count];
  if (at >= n) return null;
  while (n > 1) {
    const k = halfOf(n);
    sides.push(at < k ? "left" : "right");
    [at, n] = at < k ? [at, k] : [at - k, n - k];
  }
  if (path.length !== sides.length) return null;
  return path.reduce(
    (root, sibling) => (sides.pop() === "left" ? node(root, sibling) : node(sibling, root)),
    leaf,
  );
}

const entryOf = (index, body) => H(3, index, body);
const bodyOf = (blind, count, root) => H(2, blind, u64(count), root);
const leafOf = (salt, path, start, end, hash) => H(0, salt, text(path), u64(start), u64(end), hash);

// The root of a thread of which only `ranges` are opened. `leafAt(salt)` makes the next leaf from
// its salt.
class ThreadWalk {
  constructor(thread, leafAt) {
    Object.assign(this, { thread, leafAt, seed: 0, hash: 0, leaf: 0 });
  }

  root() {
    const root = this.part(0, this.thread.count);
    const { seeds, hashes, records } = this.thread;
    const all =
      this.seed === seeds.length && this.hash === hashes.length && this.leaf === records.length;
    return all ? root : null;
  }

  part(from, n) {
    const opened = this.opened(from, from + n);
    if (opened === "all") return this.salted(next(this.thread.seeds, this.seed++), n);
    if (opened === "none") return next(this.thread.hashes, this.hash++);
    const k = halfOf(n);
    const left = this.part(from, k);
    return node(left, this.part(from + k, n - k));
  }

  salted(seed, n) {
    if (n === 1) {
      this.leaf++;
      return this.leafAt(seed);
    }
    const k = halfOf(n);
    const left = this.salted(H(0x10, seed), k);
    return node(left, this.salted(H(0x11, seed), n - k));
  }

  opened(from, to) {
    const { ranges } = this.thread;
    let [low, high] = [0, ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ranges[middle][1] > from) high = middle;
      else low = middle + 1;
    }
    if (low === ranges.length || ranges[low][0] >= to) return "none";
    return ranges[low][0] <= from && ranges[low][1] >= to ? "all" : "some";
  }
}

function next(list, at) {
  if (at >= list.length) throw new Fault("it has fewer hashes than its shape needs");
  return list[at];
}

// Fault unless the ranges are in order, inside the thread, never touching, and as long as the
// records.
function checkRanges(thread) {
  let last = -1;
  let sum = 0;
  for (const [from, to] of thread.ranges) {
    if (from <= last || to <= from || to > thread.count)
      throw new Fault("its opened ranges are not in order");
    sum += to - from;
    last = to;
  }
  if (thread.count === 0) throw new Fault("it is said to hold no record");
  if (sum !== thread.records.length)
    throw new Fault("it opens another number of records than it lists");
}
