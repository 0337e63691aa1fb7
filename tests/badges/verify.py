"""Verifies an Open Badge 3.0 without anything of ours: its signature with joserfc, its shape by the properties that
Open Badges 3.0 and its JSON Web Token form ask for. No network.

    python verify.py BADGE NAME

Prints what was verified, as JSON; exit code 1 and a sentence where something does not hold.
"""

import datetime
import hashlib
import json
import sys

from joserfc import jws
from joserfc.jwk import OKPKey

BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

# Class: properties that must be there, and the type that must be among its types.
REQUIRED = {
    "credential": (
        ["@context", "id", "type", "issuer", "validFrom", "credentialSubject"],
        "OpenBadgeCredential",
    ),
    "issuer": (["id", "type"], "Profile"),
    "subject": (["type", "achievement"], "AchievementSubject"),
    "achievement": (
        ["id", "type", "criteria", "description", "name"],
        "Achievement",
    ),
    "identity": (
        ["type", "hashed", "identityHash", "identityType"],
        "IdentityObject",
    ),
}
CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context"
CLAIMS = ["iss", "jti", "nbf", "sub"]


def need(holds, why):
    if not holds:
        sys.exit(why)


def whole(kind, thing):
    properties, of_type = REQUIRED[kind]
    for name in properties:
        is_there = thing.get(name) not in (None, "", [], {})
        need(is_there, f"{kind} has no {name}")
    types = thing["type"]
    need(of_type in ([types] if isinstance(types, str) else types), f"{kind} is no {of_type}")


def key_of(did):
    """The Ed25519 key that a did:key is."""
    need(did.startswith("did:key:z"), "the issuer is no did:key")
    number = 0
    for letter in did.removeprefix("did:key:z"):
        number = number * 58 + BASE58.index(letter)
    named = number.to_bytes(34, "big")
    need(named[:2] == b"\xed\x01", "the issuer's key is not Ed25519")
    return named[2:]


def main(path, name):
    text = open(path, encoding="ascii").read().strip()
    header = jws.extract_compact(text.encode()).protected
    need(set(header) <= {"alg", "jwk", "kid", "typ"}, "a header that is not allowed")
    need(header.get("typ", "JWT") == "JWT" and "d" not in header["jwk"], "a wrong header")
    key = OKPKey.import_key(header["jwk"])
    signed = jws.deserialize_compact(text, key, algorithms=["EdDSA"])
    badge = json.loads(signed.payload)
    whole("credential", badge)
    first, second = badge["@context"]
    need(first == "https://www.w3.org/ns/credentials/v2", "the first context")
    need(second.startswith(CONTEXT), "the second context")
    need("VerifiableCredential" in badge["type"], "no VerifiableCredential")
    whole("issuer", badge["issuer"])
    subject = badge["credentialSubject"]
    whole("subject", subject)
    whole("achievement", subject["achievement"])
    criteria = subject["achievement"]["criteria"]
    need(criteria.get("narrative") or criteria.get("id"), "no criteria")
    need(subject.get("id") or subject.get("identifier"), "nobody's")
    for claim in CLAIMS:
        need(claim in badge, f"no claim {claim}")
    need(badge["iss"] == badge["issuer"]["id"], "iss is not the issuer")
    need(badge["jti"] == badge["id"], "jti is not the credential")
    need(badge["sub"] == subject["id"], "sub is not the subject")
    from_ = datetime.datetime.fromisoformat(badge["validFrom"].replace("Z", "+00:00"))
    need(int(from_.timestamp()) == badge["nbf"], "nbf is not validFrom")
    # The issuer is the key that signed, and no other.
    raw = key.raw_value.public_bytes_raw()
    need(raw == key_of(badge["iss"]), "signed by another key than the issuer's")
    named = False
    for identity in subject.get("identifier", []):
        whole("identity", identity)
        hashed = hashlib.sha256((name + identity["salt"]).encode()).hexdigest()
        named |= identity["hashed"] and identity["identityHash"] == f"sha256${hashed}"
    tag = subject["achievement"]["tag"]
    print(json.dumps({"issuer": badge["issuer"]["name"], "tag": tag, "named": named}))


main(*sys.argv[1:])
