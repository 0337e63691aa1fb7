"""Restores the keepsake behind a real portal and reads it: as it is, damaged, with a wrong code, and lied to.

From tests/: python -m independent.tryout --portal ../target/release/portal
"""

import argparse
import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from . import deeper, envelope, folder, keys, lies, space, stick, structure
from .primitives import sha256

HERE = Path(__file__).parent
KEEPSAKE, CODE, LISTEN = HERE.parent / "keepsakes" / "v1", "482907", "127.77.11.1:8443"


def tlv(tag: int, content: bytes) -> bytes:
    length = bytes([len(content)]) if len(content) < 128 else bytes([0x81, len(content)])
    return bytes([tag]) + length + content


def backup_key_pem(seed: bytes, passphrase: bytes) -> str:
    """The X-Wing seed as `portal restore` takes it: encrypted PKCS#8 (PBES2, scrypt, AES-256-CBC)."""
    salt, iv = os.urandom(16), os.urandom(16)
    inner = tlv(0x30, bytes.fromhex("020100300d060b2b0601040183e62d81c87a") + tlv(4, seed))
    padding = 16 - len(inner) % 16
    key = hashlib.scrypt(passphrase, salt=salt, n=16384, r=8, p=8, dklen=32, maxmem=1 << 26)
    cipher = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    sealed = cipher.update(inner + bytes([padding]) * padding)
    scrypt = tlv(
        0x30, bytes.fromhex("06092b06010401da47040b") + tlv(0x30, tlv(4, salt) + bytes.fromhex("02024000020108020108"))
    )
    aes = tlv(0x30, bytes.fromhex("060960864801650304012a") + tlv(4, iv))
    pbes2 = tlv(0x30, bytes.fromhex("06092a864886f70d01050d") + tlv(0x30, scrypt + aes))
    body = base64.encodebytes(tlv(0x30, pbes2 + tlv(4, sealed))).decode().replace("\n", "")
    lines = "\n".join(body[at : at + 64] for at in range(0, len(body), 64))
    return f"-----BEGIN ENCRYPTED PRIVATE KEY-----\n{lines}\n-----END ENCRYPTED PRIVATE KEY-----\n"


def restored(portal: Path, place: Path) -> Path:
    """A copy of the keepsake's portal, in a new data folder, at the address that the stick knows."""
    seed = bytes.fromhex((KEEPSAKE / "backup-key.hex").read_text())
    (place / "passphrase").write_text("a passphrase for nothing")
    (place / "key.pem").write_text(backup_key_pem(seed, b"a passphrase for nothing"))
    for name in ("backup", "gate-backup"):
        shutil.copytree(KEEPSAKE / name, place / name)
    data = place / "data"
    subprocess.run(
        [portal, "restore", "--from", place / "backup", "--data", data, "--gate-backup", place / "gate-backup",
         "--backup-key", place / "key.pem", "--passphrase-file", place / "passphrase"],
        check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    settings = data / "settings.toml"
    lines = settings.read_text().splitlines()
    settings.write_text("\n".join(f'listen = "{LISTEN}"' if line.startswith("listen") else line for line in lines))
    return data


def served(portal: Path, data: Path) -> subprocess.Popen:
    running = subprocess.Popen(
        [portal, "serve", "--data", data], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    for line in running.stdout:
        if line.strip() == f"https://{LISTEN}":
            return running
    raise SystemExit("the portal does not answer")


def command(folder_: Path, code: str) -> tuple[int, str, str]:
    asked = [sys.executable, "-m", "independent", "--stick", folder_, "--code", code]
    done = subprocess.run(asked, check=False, capture_output=True, text=True, cwd=HERE.parent)
    return done.returncode, done.stdout, done.stderr.strip()


def damaged(place: Path, name: str, *files: str, gone: bool = False) -> Path:
    made = place / name
    shutil.copytree(KEEPSAKE / "stick", made)
    for file in files:
        if gone:
            (made / file).unlink()
        else:
            (made / file).write_bytes(lies.flipped((made / file).read_bytes(), 700))
    return made


def resummed(place: Path, name: str, change) -> Path:
    """Both copies altered by somebody who can compute the sum."""
    made = damaged(place, name)
    for file in ("cle-a.bin", "cle-b.bin"):
        data = bytearray((made / file).read_bytes()[:8160])
        change(data)
        (made / file).write_bytes(bytes(data) + sha256(bytes(data)))
    return made


def readings(place: Path):
    expected = json.loads((HERE / "keepsake.json").read_text())

    def same(name: str, folder_: Path, note: str):
        status, out, err = command(folder_, CODE)
        return name, status == 0 and json.loads(out) == expected and note in err, err

    def refused(name: str, folder_: Path, code: str, reason: str):
        status, out, err = command(folder_, code)
        return name, status == 2 and not out and reason in err.splitlines()[-1], err

    def swap(data: bytearray) -> None:  # in the locator's signed address
        at = data.rindex(b"127.77.11.1")
        data[at : at + 11] = b"127.77.11.2"

    def later(data: bytearray) -> None:  # the copy's own number, 3, right after the choice and the array
        assert data[12:16] == bytes.fromhex("82018603")
        data[15] = 4

    def unknown(folder_: Path) -> Path:  # copy A as a newer one, with a key_id that no gate knows (9.3, step 2)
        data = bytearray((folder_ / "cle-a.bin").read_bytes()[:8160])
        later(data)
        data[23] ^= 1
        (folder_ / "cle-a.bin").write_bytes(bytes(data) + sha256(bytes(data)))
        return folder_

    cle, repere = ("cle-a.bin", "cle-b.bin"), ("repere-a.bin", "repere-b.bin")
    yield same("the keepsake", damaged(place, "whole"), "")
    yield same("one damaged copy", damaged(place, "one", cle[0]), "cle-a.bin: torn or damaged")
    yield same("one repere damaged", damaged(place, "half", repere[1]), "")
    yield same("no repere", damaged(place, "none", *repere, gone=True), "remembers nothing")
    yield same("a renewal that was cut, unknown to the gate", unknown(damaged(place, "cut")), "")
    yield refused("both copies damaged", damaged(place, "both", *cle), CODE, "torn or damaged")
    yield refused("no copies", damaged(place, "gone", *cle, gone=True), CODE, "not there")
    yield refused("a wrong code", place / "whole", "482908", "the code is wrong")
    yield refused("not a code", place / "whole", "48290a", "4 to 12 digits")
    yield refused("an altered locator", resummed(place, "locator", swap), CODE, "locator: the signature is not good")
    yield refused("cells under another number", resummed(place, "number", later), CODE, "neither cell opens")


def depths(place: Path, data: Path):
    """What deeper.py opens."""
    copy = stick.copies(place / "whole", print)[0]
    realm = copy.realm
    locator = structure.verify_locator(realm, copy.header.structure, copy.locator)
    opened = envelope.unseal(copy, locator, CODE, lambda line: None)
    site, session = space.first_that_answers(locator, opened, copy.header)
    reading = space.Reading(copy, opened, site, session)
    answer, state = reading.sync(), reading.log.state
    slot = keys.slot_keys(realm, state, opened, session, copy.header.rp_id)
    account = keys.open_account(realm, state, slot, answer.seals)
    deeper.open_admin(realm, state, opened, session.slot, answer.seals)
    yield "AK_admin gives the log's root", True, ""
    boxes = folder.open_boxes(realm, state, account, answer.boxes)
    listings = [folder.open_manifest(realm, state, boxes, one) for one in answer.manifests]
    readers = [account.reader, *(past.seed for one in listings for past in one.past_readers)]
    found = deeper.open_slot_keys(realm, state, readers)[session.slot]
    gates = tuple(key.gate for key in copy.header.gates)
    yield "the slot names this stick's gate keys", found == (copy.key_id, gates), found
    space.log_out(site, session)
    seed = bytes.fromhex((KEEPSAKE / "backup-key.hex").read_text())
    backup, public = deeper.open_backup(realm, next((KEEPSAKE / "gate-backup").iterdir()), seed)
    yield "the gate's backup gives the key in the header", public == copy.header.gates[0].public, public
    file = deeper.read_key_file(realm, data / "gate" / "secrets" / f"{copy.key_id.hex()}.key")
    yield "the gate's key file is as written", file == (gates[0], copy.key_id, backup.secret), file[:2]


def main() -> int:
    words = argparse.ArgumentParser(prog="independent.tryout")
    words.add_argument("--portal", type=Path, required=True, help="the built program")
    portal = words.parse_args().portal.resolve()
    began, bad, count = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        data = restored(portal, place)
        running = served(portal, data)
        try:
            for cases in (readings(place), lies.run(place / "whole", CODE), depths(place, data)):
                for what, good, said in cases:
                    count, bad = count + 1, bad + (not good)
                    print(f"{'ok ' if good else 'BAD'}  {what}" + ("" if good else f": {said}"))
        finally:
            running.terminate()
            running.wait()
    print(f"{count - bad} of {count} as the text says, {time.monotonic() - began:.0f} s")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
