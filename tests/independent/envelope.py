"""From the code to the envelope (section 3), with the gates in between."""

from . import shapes
from .gate import Gate
from .net import Answered, NoAnswer, Site
from .primitives import aead_open, argon2id, equal, hkdf, hmac_sha256, sha256
from .refusal import Refused, require
from .shamir import combine
from .shape import fit
from .stick import Copy
from .voprf import blind
from .wire import decode, encode, unframe


def stretch(copy: Copy, digits: str) -> bytes:
    """The OPRF input x."""
    digits = "".join(digits.split())
    require(digits.isascii() and digits.isdigit() and 4 <= len(digits) <= 12, "a code has 4 to 12 digits")
    ctx = copy.realm.ctx
    p = argon2id(b"d:" + digits.encode(), hkdf(copy.ds, ctx("pin-salt", copy.key_id)))
    hdr = sha256(encode(copy.header))
    return hmac_sha256(hkdf(copy.ds, ctx("oprf-in", copy.key_id)), ctx("oprf-x", p, hdr))


def gates_of(copy: Copy, locator) -> list[Gate]:
    """Those that the locator gives an address, in the header's order."""
    addresses = {named.gate: named.address for named in reversed(locator.gates)}
    return [
        Gate(copy, place, Site(addresses[key.gate], locator.trust))
        for place, key in enumerate(copy.header.gates)
        if key.gate in addresses
    ]


def ask_gates(copy: Copy, locator, x: bytes, tell) -> dict[int, tuple[Gate, bytes]]:
    """The first t gates that answer; all of them while a voucher is still there (9.3)."""
    wanted = len(copy.header.gates) if copy.voucher else copy.header.threshold
    answers, trouble = {}, []
    for gate in gates_of(copy, locator):
        if len(answers) == wanted:
            break
        try:
            output, tries = gate.evaluate(blind(x))
        except Refused as refusal:
            trouble.append(str(refusal))
            continue
        answers[gate.place] = gate, output
        tell(f"gate {gate.id.hex()}: {tries.left} tries left")
    require(len(answers) >= copy.header.threshold, "; ".join(trouble) or "the locator names no gate of this stick")
    return answers


def open_cells(copy: Copy, outputs: dict[int, bytes]):
    """Tries both cells with the first t outputs; they are by place in the header, from 0."""
    ctx, header = copy.realm.ctx, copy.header
    hdr = sha256(encode(header))
    for cell in copy.cells:
        shares = []
        for place, output in list(outputs.items())[: header.threshold]:
            mask = hkdf(output, ctx("gate-share", copy.key_id, header.gates[place].gate))
            masked = cell[65 + 33 * place : 97 + 33 * place]
            shares.append((place + 1, bytes(a ^ b for a, b in zip(masked, mask, strict=True))))
        key = hkdf(copy.ds + combine(shares), ctx("env", hdr), salt=cell[:32])
        if not equal(hkdf(key, ctx("env-commit")), cell[32:64]):
            continue
        try:
            framed = aead_open(hkdf(key, ctx("env-enc")), ctx("env-aad", hdr, copy.seq), cell[229:])
        except Refused:
            continue
        body = unframe(framed, "the envelope")
        return fit(shapes.ENVELOPE, decode(body, 1020, "the envelope"), "the envelope")
    raise Refused("neither cell opens: the code is wrong, or the stick was changed")


def unseal(copy: Copy, locator, digits: str, tell):
    answers = ask_gates(copy, locator, stretch(copy, digits), tell)
    envelope = open_cells(copy, {place: output for place, (_, output) in answers.items()})
    for gate, _ in answers.values():
        try:
            gate.success(envelope.success)
        except Refused as refusal:  # trouble there does not stop the person
            tell(f"gate {gate.id.hex()} did not take the success: {refusal}")
    return envelope


def choose(found: list[Copy], locator_of) -> Copy:
    """Of two copies with different key_ids the gates say which (9.3, step 2). It costs no try."""
    newer = found[0]
    if len(found) == 1 or newer.key_id == found[1].key_id:
        return newer
    knows, knows_not = 0, 0
    gates = gates_of(newer, locator_of(newer))
    for gate in gates:
        try:
            gate.status()
            knows += 1
        except NoAnswer:
            pass
        except Answered as refusal:
            knows_not += refusal.code in ("gate_refused", "gate_destroyed")
    if knows >= newer.header.threshold:
        return newer
    require(knows_not > len(newer.header.gates) - newer.header.threshold, "gates are silent: nothing is decided")
    return found[1]
