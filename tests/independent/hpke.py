"""SEAL (1.1, 1.5): HPKE base mode (RFC 9180) with X-Wing, HKDF-SHA256 and ChaCha20-Poly1305. Opening only.

The HPKE of `cryptography` takes no AAD, so only its ML-KEM-768 and X25519 serve here.
"""

import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from .primitives import aead_open
from .refusal import Refused, require

SUITE = b"HPKE" + bytes.fromhex("647a00010003")
LABEL = rb"\.//^" + b"\\"  # X-Wing's own: backslash . / / ^ backslash


class XWing:
    """A key pair from its 32-byte seed."""

    def __init__(self, seed: bytes):
        wide = hashlib.shake_256(seed).digest(96)
        self._lattice = MLKEM768PrivateKey.from_seed_bytes(wide[:64])
        self._curve = X25519PrivateKey.from_private_bytes(wide[64:])
        self._curve_public = self._curve.public_key().public_bytes_raw()
        self.public = self._lattice.public_key().public_bytes_raw() + self._curve_public
        self.fingerprint = hashlib.sha256(self.public).digest()

    def decapsulate(self, enc: bytes) -> bytes:
        require(len(enc) == 1120, "an encapsulation has a wrong length")
        lattice, curve = enc[:1088], enc[1088:]
        try:
            first = self._lattice.decapsulate(lattice)
            second = self._curve.exchange(X25519PublicKey.from_public_bytes(curve))
        except ValueError as error:
            raise Refused("an encapsulation is not good") from error
        return hashlib.sha3_256(first + second + curve + self._curve_public + LABEL).digest()


def labeled_extract(salt: bytes, label: bytes, ikm: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + SUITE + label + ikm, "sha256")


def labeled_expand(key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    message = length.to_bytes(2, "big") + b"HPKE-v1" + SUITE + label + info
    return hmac.digest(key, message + b"\x01", "sha256")[:length]  # one block: length is 32 at most


def schedule(shared: bytes, info: bytes) -> tuple[bytes, bytes]:
    """Key and base nonce, mode base: no PSK."""
    context = b"\x00" + labeled_extract(b"", b"psk_id_hash", b"") + labeled_extract(b"", b"info_hash", info)
    secret = labeled_extract(shared, b"secret", b"")
    return labeled_expand(secret, b"key", context, 32), labeled_expand(secret, b"base_nonce", context, 12)


def open_single(seed: bytes, enc: bytes, info: bytes, aad: bytes, ciphertext: bytes) -> bytes:
    key, nonce = schedule(XWing(seed).decapsulate(enc), info)
    return aead_open(key, aad, ciphertext, nonce)
