"""Every secret of one opening by name, for a test that looks for them in another program's memory."""

import cbor2

from . import primitives
from .login import private_key

PUBLIC = ("env-commit", "blob-commit")  # what they make stands in the clear, in a cell and a blob


class Revealed:
    """Told of each derivation by `primitives`, of the envelope by whoever opened it."""

    def __init__(self):
        self.named: dict[bytes, str] = {}

    def __enter__(self):
        primitives.witness = self.derived
        return self

    def __exit__(self, *trouble):
        primitives.witness = None

    def derived(self, context: bytes, made: bytes, used: bytes) -> None:
        try:
            label = cbor2.loads(context)[2]
        except (TypeError, cbor2.CBORDecodeError):
            label = "prf"  # its context is WebAuthn's
        if label not in PUBLIC:
            self.note(label, made)
        for half in range(0, len(used), 32):
            self.note(f"into {label}", used[half : half + 32])

    def envelope(self, envelope) -> None:
        private = private_key(envelope.private).private_numbers().private_value
        self.note("passkey", private.to_bytes(32, "big"))
        for name in ("cred_random", "success", "lineage", "local_head", "ceremony"):
            self.note(name, getattr(envelope, name) or b"")

    def note(self, name: str, secret: bytes) -> None:
        if len(secret) == 32:
            self.named.setdefault(secret, name)

    def all(self) -> list[dict]:
        return [{"name": name, "secret": secret.hex()} for secret, name in self.named.items()]
