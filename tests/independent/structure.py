"""Trust in a structure (7.1): from the fingerprint in the stick's header to a verified locator."""

from . import shapes
from .primitives import sha256
from .refusal import require
from .signed import open_signed
from .wire import Realm


def verify_locator(realm: Realm, fingerprint: bytes, signed_locator):
    roots = signed_locator.roots
    require(sha256(roots.first) == fingerprint, "the locator is another structure's")
    root = roots.first
    for link in roots.successors:
        successor = open_signed(realm, "sig-successor", shapes.SUCCESSOR, 64, link, root, "the next structure root")
        require(successor.realm == realm.number, "the next structure root is of the other realm")
        root = successor.next
    locator = open_signed(realm, "sig-locator", shapes.LOCATOR, 1024, signed_locator.locator, root, "the locator")
    require(locator.realm == realm.number, "the locator is of the other realm")
    require(bool(locator.portals), "the locator names no portal")
    return locator
