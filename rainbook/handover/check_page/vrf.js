// ECVRF-EDWARDS25519-SHA512-TAI of RFC 9381 (suite 0x03), the half that checks.
// What a reader would get wrong: a point is read by the strict rules of RFC 8032, and a key of
// small order is refused.
const VRF_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function vrfPoint(bytes) {
  try {
    return noble.ed25519.Point.fromBytes(bytes, false);
  } catch {
    return null;
  }
}

function littleEndian(bytes) {
  return BigInt(`0x${hexOf(bytes.slice().reverse())}`);
}

function vrfHash(...parts) {
  return noble.sha512(
    join(parts.map((part) => (typeof part === "number" ? Uint8Array.of(part) : part))),
  );
}

function vrfToCurve(key, alpha) {
  for (let counter = 0; counter < 256; counter++) {
    const found = vrfPoint(vrfHash(3, 1, key, alpha, counter, 0).slice(0, 32));
    const point = found && found.multiplyUnsafe(8n);
    if (point && !point.is0()) return point;
  }
  return null;
}

// The public key as a point; Fault if it is none or of small order.
function vrfKey(bytes) {
  const key = vrfPoint(bytes);
  if (!key || key.multiplyUnsafe(8n).is0())
    throw new Fault("the public key of an original cannot be one");
  return key;
}

// The 32 bytes of the place the proof `pi` gives `label`; null if it does not verify.
function vrfIndex(key, keyBytes, label, pi) {
  const gamma = vrfPoint(pi.slice(0, 32));
  const challenge = littleEndian(pi.slice(32, 48));
  const scalar = littleEndian(pi.slice(48, 80));
  const h = vrfToCurve(keyBytes, label);
  if (!gamma || !h || scalar >= VRF_ORDER) return null;
  const u = noble.ed25519.Point.BASE.multiplyUnsafe(scalar).subtract(key.multiplyUnsafe(challenge));
  const v = h.multiplyUnsafe(scalar).subtract(gamma.multiplyUnsafe(challenge));
  const points = [key, h, gamma, u, v].map((point) => point.toBytes());
  if (!sameBytes(vrfHash(3, 2, ...points, 0).slice(0, 16), pi.slice(32, 48))) return null;
  return vrfHash(3, 3, gamma.multiplyUnsafe(8n).toBytes(), 0).slice(0, 32);
}
