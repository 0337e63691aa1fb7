"""The suite of section 1.1, except SEAL (hpke.py) and the gates' VOPRF (voprf.py)."""

import hashlib
import hmac

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .refusal import Refused

ZERO_NONCE = bytes(12)
witness = None  # told of each derivation: its context, what it makes, what it uses


def seen(context: bytes, made: bytes, used: bytes) -> bytes:
    if witness is not None:
        witness(context, made, used)
    return made


def sha256(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def hmac_sha256(key: bytes, message: bytes) -> bytes:
    return seen(message, hmac.digest(key, message, "sha256"), key)


def hkdf(ikm: bytes, info: bytes, salt: bytes = b"") -> bytes:
    return seen(info, HKDF(hashes.SHA256(), 32, salt, info).derive(ikm), ikm)


def argon2id(code: bytes, salt: bytes) -> bytes:
    return Argon2id(salt=salt, length=32, iterations=3, lanes=1, memory_cost=65_536).derive(code)


def aead_open(key: bytes, aad: bytes, ciphertext: bytes, nonce: bytes = ZERO_NONCE) -> bytes:
    try:
        return ChaCha20Poly1305(key).decrypt(nonce, ciphertext, aad)
    except (InvalidTag, ValueError) as error:
        raise Refused("a sealed thing does not open") from error


def equal(left: bytes, right: bytes) -> bool:
    """Takes as long for every answer."""
    return hmac.compare_digest(left, right)


def signing_public(seed: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed: bytes, message: bytes) -> bytes:
    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def verify(public: bytes, message: bytes, signature: bytes, what: str) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError) as error:
        raise Refused(f"{what}: the signature is not good") from error
