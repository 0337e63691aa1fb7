"""The gates' VOPRF (RFC 9497), mode 0x01, ristretto255-SHA512: the client's half, for one element."""

import hashlib
from dataclasses import dataclass

import rbcl

from .refusal import Refused, require

CONTEXT = b"OPRFV1-" + b"\x01" + b"-ristretto255-SHA512"


def expand(message: bytes, dst: bytes, length: int = 64) -> bytes:
    """expand_message_xmd (RFC 9380) with SHA-512; here never more than one block."""
    dst += len(dst).to_bytes(1, "big")
    first = hashlib.sha512(bytes(128) + message + length.to_bytes(2, "big") + b"\x00" + dst).digest()
    return hashlib.sha512(first + b"\x01" + dst).digest()[:length]


def hash_to_group(message: bytes) -> bytes:
    return rbcl.crypto_core_ristretto255_from_hash(expand(message, b"HashToGroup-" + CONTEXT))


def hash_to_scalar(message: bytes) -> bytes:
    return rbcl.crypto_core_ristretto255_scalar_reduce(expand(message, b"HashToScalar-" + CONTEXT))


def times(scalar: bytes, element: bytes) -> bytes:
    try:
        return rbcl.crypto_scalarmult_ristretto255(scalar, element)
    except (RuntimeError, TypeError, ValueError) as error:
        raise Refused("the gate's answer is not an element of the group") from error


def times_base(scalar: bytes) -> bytes:
    return rbcl.crypto_scalarmult_ristretto255_base(scalar)


def add(left: bytes, right: bytes) -> bytes:
    return rbcl.crypto_core_ristretto255_add(left, right)


def framed(*parts: bytes) -> bytes:
    return b"".join(len(part).to_bytes(2, "big") + part for part in parts)


@dataclass
class Blinded:
    input: bytes
    blind: bytes
    element: bytes

    def finalize(self, public: bytes, evaluated: bytes, proof: bytes) -> bytes:
        """Checks the proof with the key of the stick's header, then gives the 64 bytes."""
        for element in (public, evaluated):
            require(rbcl.crypto_core_ristretto255_is_valid_point(element), "the gate's answer is not an element")
        require(
            proof_holds(public, self.element, evaluated, proof), "the gate's proof is not good: the gate misbehaves"
        )
        plain = times(rbcl.crypto_core_ristretto255_scalar_invert(self.blind), evaluated)
        return hashlib.sha512(framed(self.input, plain) + b"Finalize").digest()


def blind(message: bytes, scalar: bytes | None = None) -> Blinded:
    scalar = scalar or rbcl.crypto_core_ristretto255_scalar_random()
    return Blinded(message, scalar, times(scalar, hash_to_group(message)))


def proof_holds(public: bytes, blinded: bytes, evaluated: bytes, proof: bytes) -> bool:
    """VerifyProof with A = generator, B = public, C = [blinded], D = [evaluated]; proof = c ‖ s."""
    c, s = proof[:32], proof[32:]
    for scalar in (c, s):
        if rbcl.crypto_core_ristretto255_scalar_reduce(scalar + bytes(32)) != scalar or not any(scalar):
            return False
    seed = hashlib.sha512(framed(public, b"Seed-" + CONTEXT)).digest()
    weight = hash_to_scalar(framed(seed) + bytes(2) + framed(blinded, evaluated) + b"Composite")
    m, z = times(weight, blinded), times(weight, evaluated)
    t2 = add(times_base(s), times(c, public))
    t3 = add(times(s, m), times(c, z))
    return hash_to_scalar(framed(public, m, z, t2, t3) + b"Challenge") == c
