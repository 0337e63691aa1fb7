"""What a stick asks a gate (section 4): challenge, evaluate, status, success."""

import os

from . import shapes
from .net import Site
from .primitives import hkdf, sign
from .stick import Copy
from .voprf import Blinded
from .wire import encode


class Gate:
    """One gate, as one stick copy knows it."""

    def __init__(self, copy: Copy, place: int, site: Site):
        self.copy, self.place, self.site = copy, place, site
        self.id, self.public = copy.header.gates[place]
        realm = copy.realm
        self._possession = hkdf(copy.ds, realm.ctx("possession", copy.key_id, self.id))
        self.attempt = os.urandom(16)

    def _signed(self, label: str, seed: bytes, *content) -> list:
        body = encode([self.id, self.copy.key_id, *content])
        return [body, sign(seed, self.copy.realm.ctx(label, body))]

    def _challenge(self) -> bytes:
        return self.site.post("v1/gate/challenge", None, shapes.CHALLENGE).challenge

    def evaluate(self, blinded: Blinded) -> tuple[bytes, tuple]:
        """One counted try: the 64 bytes, with the proof checked, and what is left."""
        content = self.attempt, self._challenge(), blinded.element
        request = self._signed("sig-gate-evaluate", self._possession, *content)
        answer = self.site.post("v1/gate/evaluate", encode(request), shapes.EVALUATED)
        return blinded.finalize(self.public, answer.element, answer.proof), answer.tries

    def status(self) -> tuple:
        request = self._signed("sig-gate-status", self._possession, self._challenge())
        return self.site.post("v1/gate/status", encode(request), shapes.STATUS_ANSWER)

    def success(self, seed: bytes) -> tuple:
        """Tells the gate that this attempt opened; the seed is from the envelope."""
        order = [0, [self._signed("sig-gate-success", seed, self.attempt)]]
        return self.site.post("v1/gate/order", encode(order), shapes.TRIES)
