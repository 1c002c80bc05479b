"""A time stamping authority on this computer, made with openssl, for the tests of the stamps.

The one thing a reader would get wrong: the certificates are made anew for each run; nothing here is
a key of anybody.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

CONFIG = """
[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
[middle]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign
[leaf]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[both]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping, clientAuth
[soft]
keyUsage = critical, digitalSignature
extendedKeyUsage = timeStamping
[person]
keyUsage = critical, nonRepudiation
[no_ca]
basicConstraints = critical, CA:false
[tsa]
default_tsa = ours
[ours]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256, sha512
accuracy = secs:1
tsa_name = yes
ess_cert_id_alg = sha256
"""
PASSWORD = "a password, not a secret"
KEYS = {"rsa": ("rsa:2048",), "weak": ("rsa:1024",),
        "ec": ("ec", "-pkeyopt", "ec_paramgen_curve:P-256")}


@dataclass(frozen=True)
class Authority:
    """A root, an authority under another certificate, and one straight under the root."""

    place: Path

    def run(self, *given: str) -> bytes:
        ran = subprocess.run(
            ["openssl", *given], cwd=self.place, capture_output=True, check=False, timeout=60
        )
        assert ran.returncode == 0, ran.stderr.decode()
        return ran.stdout

    def certificate(
        self, name: str, under: str, section: str, kind: str = "rsa", days: str = "3650"
    ) -> None:
        """Make NAME.key and NAME.pem, signed by `under` ("" = by itself)."""
        common = ("-config", "ca.cnf", "-subj", f"/O=Example/CN={name}")
        key = ("-newkey", *KEYS[kind], "-nodes", "-keyout", f"{name}.key")
        if not under:
            self.run("req", "-x509", *key, "-out", f"{name}.pem", "-days", days, *common,
                     "-extensions", section)
            return
        self.run("req", *key, "-out", f"{name}.csr", *common)
        self.run("x509", "-req", "-in", f"{name}.csr", "-CA", f"{under}.pem", "-CAkey",
                 f"{under}.key", "-CAcreateserial", "-out", f"{name}.pem", "-days", days,
                 "-extfile", "ca.cnf", "-extensions", section)

    def answer(self, request: bytes, signer: str = "rsa", *more: str) -> bytes:
        """Return the answer to a request, signed by one of the authorities."""
        (self.place / "asked.tsq").write_bytes(request)
        self.run("ts", "-reply", "-config", "ca.cnf", "-queryfile", "asked.tsq", "-signer",
                 f"{signer}.pem", "-inkey", f"{signer}.key", "-out", "answer.tsr", *more)
        return (self.place / "answer.tsr").read_bytes()

    def pem(self, name: str) -> Path:
        return self.place / f"{name}.pem"


def authority(place: Path) -> Authority:
    """Make the certificates in a folder and return what answers."""
    (place / "ca.cnf").write_text(CONFIG, encoding="ascii")
    (place / "serial").write_text("2a\n", encoding="ascii")
    made = Authority(place)
    made.certificate("root", "", "root")
    made.certificate("other", "", "root")
    made.certificate("middle", "root", "middle", "ec")
    made.certificate("rsa", "root", "leaf")
    made.certificate("ec", "middle", "leaf", "ec")
    return made
