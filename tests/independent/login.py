"""The stick as a WebAuthn authenticator, and the session it gets (5.1, 16)."""

import base64
import json

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from . import shapes
from .net import Site
from .primitives import hmac_sha256, sha256
from .refusal import Refused, require
from .wire import encode

FLAGS = 0x01 | 0x04 | 0x08 | 0x10  # UP, UV, BE, BS


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def private_key(cose: bytes) -> ec.EllipticCurvePrivateKey:
    """A COSE_Key (RFC 9052): kty EC2, alg ES256, crv P-256, with x, y and d. Integers are its own, so plain CBOR."""
    try:
        key = cbor2.loads(cose)
        require((key[1], key[3], key[-1]) == (2, -7, 1), "the passkey is not ES256")
        made = ec.derive_private_key(int.from_bytes(key[-4], "big"), ec.SECP256R1())
        public = made.public_key().public_numbers()
        x, y = int.from_bytes(key[-2], "big"), int.from_bytes(key[-3], "big")
    except (KeyError, TypeError, ValueError, cbor2.CBORDecodeError) as error:
        raise Refused("the passkey is not a COSE_Key") from error
    require((public.x, public.y) == (x, y), "the passkey's halves do not belong together")
    return made


def prf(envelope, data: bytes) -> bytes:
    """WebAuthn's prf over CTAP's hmac-secret."""
    return hmac_sha256(envelope.cred_random, sha256(b"WebAuthn PRF\x00" + data))


def assertion(envelope, rp_id: str, origin: str, challenge: str) -> str:
    client_data = json.dumps(
        {"type": "webauthn.get", "challenge": challenge, "origin": origin, "crossOrigin": False},
        separators=(",", ":"),
    ).encode()
    authenticator_data = sha256(rp_id.encode()) + bytes([FLAGS]) + bytes(4)
    message = authenticator_data + sha256(client_data)
    signature = private_key(envelope.private).sign(message, ec.ECDSA(hashes.SHA256()))
    return json.dumps({
        "id": b64(envelope.credential),
        "rawId": b64(envelope.credential),
        "type": "public-key",
        "response": {
            "clientDataJSON": b64(client_data),
            "authenticatorData": b64(authenticator_data),
            "signature": b64(signature),
            "userHandle": b64(envelope.user_handle),
        },
        "clientExtensionResults": {},
    })  # fmt: skip


def login(site: Site, envelope, header):
    """rp_id and origin are those of the verified header, whatever the options say."""
    started = site.post("v1/login/start", None, shapes.OPTIONS)
    try:
        public_key = json.loads(started.options)["publicKey"]
        challenge, rp_id = public_key["challenge"], public_key.get("rpId", header.rp_id)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("the portal's options for opening are not readable") from error
    require(rp_id == header.rp_id, "the portal names another relying party than the stick")
    require(isinstance(challenge, str) and not public_key.get("allowCredentials"), "the portal lists credentials")
    answer = encode([started.ceremony, assertion(envelope, header.rp_id, header.origin, challenge)])
    return site.post("v1/login/finish", answer, shapes.SESSION)
