"""One opening, from the stick to every paper (9.3), and nothing shown before all of it has passed."""

from pathlib import Path

from . import envelope as code
from . import shapes, stick
from .blob import open_blob
from .folder import open_boxes, open_manifest
from .heads import open_anchor, require_follows
from .keys import open_account, slot_keys
from .log import Log
from .login import login
from .net import NoAnswer, Site, bearer, require_ok
from .primitives import sha256
from .refusal import Refused, require
from .structure import verify_locator
from .wire import encode

NAMES = [
    "private", "papiers", "famille", "social", "travail", "logement", "transports", "argent", "justice", "etranger",
    "loisirs", "associations",
]  # fmt: skip
NOTE = 1


def read_space(folder: Path, digits: str, tell, opened=lambda envelope: None) -> dict:
    def locator_of(copy):
        return verify_locator(copy.realm, copy.header.structure, copy.locator)

    copy = code.choose(stick.copies(folder, tell), locator_of)
    locator = locator_of(copy)
    envelope = code.unseal(copy, locator, digits, tell)
    opened(envelope)
    pinned = stick.remembered(folder, copy.realm, envelope.local_head, tell)
    site, session = first_that_answers(locator, envelope, copy.header)
    try:
        return Reading(copy, envelope, site, session).all(pinned)
    finally:
        log_out(site, session)


def first_that_answers(locator, envelope, header):
    for address in locator.portals:
        site = Site(address, locator.trust)
        try:
            return site, login(site, envelope, header)
        except NoAnswer as refusal:
            trouble = refusal
    raise trouble


def log_out(site: Site, session) -> None:
    try:
        site.post("v1/logout", None, token=session.token)
    except Refused:
        pass  # it ends by itself


class Reading:
    def __init__(self, copy, envelope, site: Site, session):
        self.realm, self.header, self.envelope, self.site, self.session = (
            copy.realm, copy.header, envelope, site, session
        )  # fmt: skip
        self.log = Log(self.realm)

    def all(self, pinned) -> dict:
        answer = self.sync()
        state = self.log.state
        require(state.nothing_due(), "the log stops in the middle of a commit")
        slot = slot_keys(self.realm, state, self.envelope, self.session, self.header.rp_id)
        account = open_account(self.realm, state, slot, answer.seals)
        keys = open_boxes(self.realm, state, account, answer.boxes)
        objects, heads = {}, {}
        for data in answer.manifests:
            listing = open_manifest(self.realm, state, keys, data)
            require(listing.folder not in heads, f"folder {listing.folder} has two manifests")
            objects[listing.folder], heads[listing.folder] = listing.objects, listing.head
        require(heads.keys() == state.folders.keys(), "the portal keeps a manifest back")
        require_follows(self.log, heads, open_anchor(self.realm, state.account, slot, answer.anchor), "this slot")
        if pinned is not None:
            require_follows(self.log, heads, pinned, "this stick")
        return {NAMES[folder]: [self.shown(one) for one in objects[folder]] for folder in sorted(objects)}

    def sync(self):
        """From [0, zeros]; again from the last entry while there is more. The last answer's rest counts."""
        while True:
            before = self.log.head
            answer = self.site.post("v1/sync", encode([before, []]), shapes.SYNC_ANSWER, self.session.token)
            for entry in answer.entries:
                self.log.append(entry)
            if not answer.more:
                return answer
            require(self.log.head != before, "the portal promises more and sends nothing")

    def shown(self, one) -> dict:
        content = open_blob(self.realm, self.session.account, one, self.download(one.blob))
        shown = {
            "title": one.title, "kind": one.kind, "media": one.media, "length": one.length,
            "sha256": sha256(content).hex(),
        }  # fmt: skip
        if one.dates.deleted is not None:
            shown["binned"] = one.dates.deleted
        if one.kind == NOTE:
            try:
                shown["text"] = content.decode()
            except UnicodeDecodeError as error:
                raise Refused("a note is not UTF-8") from error
        return shown

    def download(self, blob: bytes) -> bytes:
        path = f"v1/blobs/{blob.hex()}"
        status, media, content = self.site.ask("GET", path, headers=bearer(self.session.token))
        require_ok(path, status, media, content, "application/octet-stream")
        return content
