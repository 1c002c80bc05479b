// Checks a time stamp (RFC 3161) over 32 bytes: what it is over, and that whoever the certificate
// names signed it.
// What a reader would get wrong: this shows the stamp agrees with its own certificate, not that the
// signer is to be trusted.
const ID = {
  signedData: "1.2.840.113549.1.7.2",
  stampInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  digest: "1.2.840.113549.1.9.4",
  certificate1: "1.2.840.113549.1.9.16.2.12",
  certificate2: "1.2.840.113549.1.9.16.2.47",
  usage: "2.5.29.37",
  stamping: "1.3.6.1.5.5.7.3.8",
  keyId: "2.5.29.14",
  rsa: "1.2.840.113549.1.1.1",
  pss: "1.2.840.113549.1.1.10",
  ec: "1.2.840.10045.2.1",
  mgf1: "1.2.840.113549.1.1.8",
};
const DIGESTS = {
  "1.3.14.3.2.26": "SHA-1",
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};
const RSA_WITH = {
  "1.2.840.113549.1.1.11": "SHA-256",
  "1.2.840.113549.1.1.12": "SHA-384",
  "1.2.840.113549.1.1.13": "SHA-512",
};
const EC_WITH = {
  "1.2.840.10045.4.3.2": "SHA-256",
  "1.2.840.10045.4.3.3": "SHA-384",
  "1.2.840.10045.4.3.4": "SHA-512",
};
const CURVES = {
  "1.2.840.10045.3.1.7": ["P-256", 32],
  "1.3.132.0.34": ["P-384", 48],
  "1.3.132.0.35": ["P-521", 66],
};
const LARGEST_STAMP = 2 ** 20;

// → {time, written, who, issuer, serial}. Fault when it does not hold, Cannot when this page cannot
// tell.
async function checkStamp(response, wanted) {
  try {
    return await readStamp(response, wanted);
  } catch (ended) {
    if (ended instanceof Fault || ended instanceof Cannot) throw ended;
    return damaged(); // a part that must be there was not
  }
}

async function readStamp(response, wanted) {
  if (response.length > LARGEST_STAMP) damaged();
  const token = readToken(response);
  const info = readInfo(token.content, wanted);
  const certificate = await certificateOf(token);
  await checkAttributes(token);
  if (info.time < certificate.from || info.time > certificate.until + 999) {
    throw new Fault("its certificate was not valid at the time the stamp gives");
  }
  if (!(await stampSigned(token, certificate))) {
    throw new Fault("the signature on the time stamp does not fit its certificate");
  }
  return { ...info, who: certificate.subject, issuer: certificate.issuer };
}

function readToken(response) {
  const [status, token] = partsOf(derOf(response));
  const granted = smallInteger(partsOf(status)[0]);
  if (granted > 1 || !token)
    throw new Fault("the answer of the time stamping service is a refusal, not a stamp");
  const [kind, wrapped] = partsOf(token);
  if (oidOf(kind) !== ID.signedData) damaged();
  const parts = partsOf(partsOf(wrapped, 0xa0)[0]);
  const [type, content] = partsOf(parts[2]);
  if (oidOf(type) !== ID.stampInfo) damaged();
  const rest = parts.slice(3);
  const signers = partsOf(rest.pop(), SET);
  if (signers.length !== 1) throw new Fault("the time stamp has more or fewer than one signer");
  const certificates = rest.find((part) => part.tag === 0xa0);
  return {
    content: bodyWith(partsOf(content, 0xa0)[0], OCTETS),
    certificates: certificates
      ? partsOf(certificates, 0xa0).filter((part) => part.tag === SEQUENCE)
      : [],
    ...readSigner(signers[0]),
  };
}

function readSigner(signer) {
  const parts = partsOf(signer);
  const [, sid, digest, signed] = parts;
  if (!signed || signed.tag !== 0xa0)
    throw new Fault("the time stamp signs no attributes, as it must");
  const attributes = new Map();
  for (const attribute of partsOf(signed, 0xa0)) {
    const [kind, values] = partsOf(attribute);
    const name = oidOf(kind);
    const given = partsOf(values, SET);
    if (attributes.has(name) || given.length !== 1) damaged();
    attributes.set(name, given[0]);
  }
  const signedBytes = signed.all.slice();
  // what is signed is the set itself, not its place in the message (RFC 5652, 5.4)
  signedBytes[0] = SET;
  return {
    sid,
    digest: digestNamed(digest),
    attributes,
    signedBytes,
    way: parts[4],
    signature: bodyWith(parts[5], OCTETS),
  };
}

function digestNamed(value) {
  const name = DIGESTS[oidOf(partsOf(value)[0])];
  if (!name) throw new Cannot("it uses a hash this page does not know");
  return name;
}

async function digestOf(name, bytes) {
  if (name === "SHA-256") return noble.sha256(bytes);
  if (!globalThis.crypto?.subtle)
    throw new Cannot("this browser does not let a page opened from a disk check signatures");
  return new Uint8Array(await crypto.subtle.digest(name, bytes));
}

function readInfo(content, wanted) {
  const [version, , imprint, serial, time] = partsOf(derOf(content));
  if (smallInteger(version) !== 1) damaged();
  const [way, hash] = partsOf(imprint);
  if (digestNamed(way) !== "SHA-256" || !sameBytes(bodyWith(hash, OCTETS), wanted)) {
    throw new Fault("the time stamp was made over something else");
  }
  if (!time || time.tag !== 0x18) damaged();
  return { ...timeOf(time), serial: hexOf(bodyWith(serial, INTEGER)) };
}

// The certificate the signed attributes name, by its hash and by the signer's own words.
async function certificateOf(token) {
  const second = token.attributes.get(ID.certificate2);
  const first = token.attributes.get(ID.certificate1);
  if (!second && !first)
    throw new Fault("the time stamp does not say which certificate it was signed with");
  const parts = partsOf(partsOf(partsOf(second ?? first)[0])[0]);
  const named =
    second && parts[0].tag === SEQUENCE ? digestNamed(parts.shift()) : second ? "SHA-256" : "SHA-1";
  const wanted = bodyWith(parts[0], OCTETS);
  for (const certificate of token.certificates) {
    if (!sameBytes(await digestOf(named, certificate.all), wanted)) continue;
    const read = readCertificate(certificate);
    if (!isSigner(read, token.sid))
      throw new Fault("the time stamp names two different certificates");
    if (!read.stamping) throw new Fault("its certificate is not one for time stamps");
    return read;
  }
  if (token.certificates.length)
    throw new Fault("the certificate it was signed with is not the one it names");
  throw new Cannot("it does not bring the certificate of whoever signed it");
}

function isSigner(certificate, sid) {
  if (sid.tag === 0x80) return certificate.keyId !== null && sameBytes(sid.body, certificate.keyId);
  const [issuer, serial] = partsOf(sid);
  return (
    sameBytes(issuer.all, certificate.issuerBytes) &&
    sameBytes(bodyWith(serial, INTEGER), certificate.serial)
  );
}

function readCertificate(certificate) {
  const parts = partsOf(partsOf(certificate)[0]);
  if (parts[0].tag === 0xa0) parts.shift();
  const [serial, , issuer, validity, subject, key] = parts;
  const [from, until] = partsOf(validity);
  const extensions = parts.find((part) => part.tag === 0xa3);
  return {
    serial: bodyWith(serial, INTEGER),
    issuerBytes: issuer.all,
    issuer: nameOf(issuer),
    subject: nameOf(subject),
    from: timeOf(from).time,
    until: timeOf(until).time,
    key,
    ...readExtensions(extensions ? partsOf(partsOf(extensions, 0xa3)[0]) : []),
  };
}

// `stamping`: the certificate is for time stamps and nothing else, and says so as RFC 3161, 2.3
// asks
function readExtensions(extensions) {
  let [stamping, keyId] = [false, null];
  for (const extension of extensions) {
    const parts = partsOf(extension);
    const value = derOf(bodyWith(parts[parts.length - 1], OCTETS));
    const critical = parts.length === 3 && parts[1].tag === 1 && parts[1].body[0] === 255;
    const kind = oidOf(parts[0]);
    if (kind === ID.keyId) keyId = bodyWith(value, OCTETS);
    if (kind !== ID.usage) continue;
    const uses = partsOf(value).map(oidOf);
    stamping = critical && uses.length === 1 && uses[0] === ID.stamping;
  }
  return { stamping, keyId };
}

async function checkAttributes(token) {
  const type = token.attributes.get(ID.contentType);
  const digest = token.attributes.get(ID.digest);
  if (!type || !digest || oidOf(type) !== ID.stampInfo) damaged();
  if (!sameBytes(bodyWith(digest, OCTETS), await digestOf(token.digest, token.content))) {
    throw new Fault("the time stamp was changed after it was signed");
  }
}

async function stampSigned(token, certificate) {
  if (!globalThis.crypto?.subtle)
    throw new Cannot("this browser does not let a page opened from a disk check signatures");
  const [importing, verifying, signature] = waysOf(token, certificate);
  let key;
  try {
    key = await crypto.subtle.importKey("spki", certificate.key.all, importing, false, ["verify"]);
  } catch {
    throw new Cannot("this browser cannot use the key in its certificate");
  }
  return crypto.subtle.verify(verifying, key, signature, token.signedBytes);
}

function waysOf(token, certificate) {
  const [way, settings] = partsOf(token.way);
  const name = oidOf(way);
  const rsa = name === ID.rsa ? token.digest : RSA_WITH[name];
  if (rsa) return rsaWay("RSASSA-PKCS1-v1_5", rsa, token.signature);
  if (name === ID.pss) return pssWay(settings, token.signature);
  const hash = name === ID.ec ? token.digest : EC_WITH[name];
  if (!hash) throw new Cannot("it is signed in a way this page does not know");
  const [kind, curve] = partsOf(partsOf(certificate.key)[0]);
  const known = oidOf(kind) === ID.ec && curve?.tag === OID ? CURVES[oidOf(curve)] : undefined;
  if (!known) throw new Cannot("it is signed with a curve this page does not know");
  const named = { name: "ECDSA", namedCurve: known[0], hash };
  return [named, named, plainSignature(token.signature, known[1])];
}

function rsaWay(name, hash, signature, saltLength) {
  if (hash === "SHA-1")
    throw new Cannot("it is signed with a hash that is too weak to say anything");
  return [{ name, hash }, { name, saltLength }, signature];
}

function pssWay(settings, signature) {
  const given = new Map(
    settings ? partsOf(settings).map((part) => [part.tag, partsOf(part, part.tag)[0]]) : [],
  );
  const hash = given.has(0xa0) ? digestNamed(given.get(0xa0)) : "SHA-1";
  const [mask, inner] = given.has(0xa1) ? partsOf(given.get(0xa1)) : [];
  if (!mask || oidOf(mask) !== ID.mgf1 || digestNamed(inner) !== hash) {
    throw new Cannot("it is signed in a way this page does not know");
  }
  return rsaWay("RSA-PSS", hash, signature, given.has(0xa2) ? smallInteger(given.get(0xa2)) : 20);
}

// The two numbers of an ECDSA signature side by side, as the browser wants them.
function plainSignature(signature, length) {
  const made = new Uint8Array(2 * length);
  partsOf(derOf(signature)).forEach((part, n) => {
    let body = bodyWith(part, INTEGER);
    while (body.length > 1 && body[0] === 0) body = body.subarray(1);
    if (n > 1 || body.length > length) damaged();
    made.set(body, (n + 1) * length - body.length);
  });
  return made;
}
