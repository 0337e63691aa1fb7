"""The stick's files (section 2): which copy counts, what is in it, and what it remembers."""

from dataclasses import dataclass
from pathlib import Path

from . import shapes
from .primitives import aead_open, hkdf, sha256
from .refusal import Refused, require
from .shape import fit, read
from .wire import Realm, decode, encode, unframe

SIZE, SUM_AT = 8192, 8160
CLE_MAGIC, REPERE_MAGIC = bytes.fromhex("4d44434c45000001"), bytes.fromhex("4d44524550000001")
CELL_POSITIONS = range(64, 229, 33)


@dataclass
class Copy:
    """One good cle copy that can be opened: enrolled, with its gates' keys and its cells."""

    seq: int
    header: tuple
    ds: bytes
    locator: tuple
    voucher: tuple | None
    cells: tuple

    @property
    def realm(self) -> Realm:
        return Realm(self.header.realm)

    @property
    def key_id(self) -> bytes:
        return self.header.key_id


def load(path: Path, magic: bytes) -> bytes:
    require(path.is_file() and path.stat().st_size == SIZE, f"{path.name}: not there, or not 8,192 bytes")
    data = path.read_bytes()
    require(data[:8] == magic, f"{path.name}: not a file of this kind")
    return data


def parse_cle(path: Path) -> Copy:
    data, name = load(path, CLE_MAGIC), path.name
    require(sha256(data[:SUM_AT]) == data[SUM_AT:], f"{name}: torn or damaged, its sum is wrong")
    length = int.from_bytes(data[8:12], "big")
    require(length <= SUM_AT - 12, f"{name}: its length does not fit")
    require(not any(data[12 + length : SUM_AT]), f"{name}: not zeros after the body")
    kind, content = read(shapes.CLE, data[12 : 12 + length], SUM_AT - 12, name)
    require(kind == 1, f"{name}: prepared, nobody has opened it yet")
    seq, (stage, inner), ds, locator, voucher, cells = content
    require(stage == 1 and cells is not None, f"{name}: its first opening has not ended")
    (header,) = inner
    gates = [key.gate for key in header.gates]
    require(len(set(gates)) == len(gates) and 1 <= header.threshold <= len(gates), f"{name}: its gates do not fit")
    require(len(encode(locator)) <= 2048, f"{name}: its locator is too long")
    require(voucher is None or len(encode(voucher)) <= 512, f"{name}: its voucher is too long")
    for cell in cells:
        numbers = [cell[place] for place in CELL_POSITIONS]
        require(numbers == [1, 2, 3, 4, 5], f"{name}: damaged, the numbers in a cell are wrong")
    return Copy(seq, header, ds, locator, voucher, cells)


def copies(folder: Path, tell) -> list[Copy]:
    """Good copies, the one that counts first. Each bad one is told."""
    good, bad = [], []
    for name in ("cle-a.bin", "cle-b.bin"):
        try:
            good.append(parse_cle(folder / name))
        except Refused as refusal:
            bad.append(str(refusal))
    require(bool(good), "; ".join(bad))
    for line in bad:
        tell(f"{line} (the other copy serves)")
    return sorted(good, key=lambda copy: -copy.seq)  # stable: A first at equal numbers


def remembered(folder: Path, realm: Realm, local_head: bytes, tell):
    """The heads in repere (2.4): of the copies that open, the larger number; None where there is none."""
    best, there = None, 0
    for name in ("repere-a.bin", "repere-b.bin"):
        there += (folder / name).exists()
        try:
            data = load(folder / name, REPERE_MAGIC)
            key = hkdf(local_head, realm.ctx("local-head"), salt=data[8:40])
            body = unframe(aead_open(key, realm.ctx("local-head-aad"), data[40:]), name)
            found = fit(shapes.HEADS_FILE, decode(body, 8132, name), name)
        except Refused:
            continue
        if best is None or found.seq > best.seq:
            best = found
    if best is None:
        tell("the stick remembers nothing: " + ("neither repere opens" if there else "no repere is there"))
    return best and best.heads
