"""A time stamping authority on this machine, by openssl: nothing is asked of anybody else."""

from __future__ import annotations

import subprocess
from pathlib import Path

CONFIG = """
[req]
distinguished_name = name
prompt = no
[name]
CN = {who}
O = Example Clock
C = GB
[tsa_extensions]
basicConstraints = critical,CA:false
keyUsage = critical,digitalSignature
extendedKeyUsage = {usage}
subjectKeyIdentifier = hash
[tsa]
serial = serial
crypto_device = builtin
signer_digest = {digest}
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = {named_by}
"""
KEYS = {
    "rsa": ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
    "p256": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
    "p384": ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
}


def run(folder: Path, *words: str) -> None:
    subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)


class Authority:
    """Makes stamps with a key of its own; the certificate is signed by itself."""

    def __init__(
        self,
        folder: Path,
        key: str = "rsa",
        digest: str = "sha256",
        named_by: str = "sha256",
        usage: str = "critical,timeStamping",
    ) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        settings = {"who": "Ada Stamp", "digest": digest, "named_by": named_by, "usage": usage}
        (folder / "tsa.cnf").write_text(CONFIG.format(**settings))
        (folder / "serial").write_text("01\n")
        run(folder, "genpkey", *KEYS[key], "-out", "key.pem")
        run(
            folder, "req", "-x509", "-new", "-key", "key.pem", "-sha256", "-days", "2",
            "-config", "tsa.cnf", "-extensions", "tsa_extensions", "-out", "cert.pem",
        )  # fmt: skip

    def stamp(self, data: bytes, certificate: bool = True, hashed: str = "sha256") -> bytes:
        """Return the answer (TimeStampResp) for these bytes."""
        (self.folder / "data").write_bytes(data)
        asked = ["-cert"] if certificate else []
        run(self.folder, "ts", "-query", "-data", "data", f"-{hashed}", *asked, "-out", "asked")
        run(
            self.folder, "ts", "-reply", "-queryfile", "asked", "-config", "tsa.cnf",
            "-section", "tsa", "-signer", "cert.pem", "-inkey", "key.pem", "-out", "answer",
        )  # fmt: skip
        return (self.folder / "answer").read_bytes()
