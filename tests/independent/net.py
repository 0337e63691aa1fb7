"""HTTPS to a gate or a portal (7.1, 15): TLS 1.3, the locator's trust, no redirection, bounded answers."""

import http.client
import json
import socket
import ssl
from urllib.parse import urljoin, urlsplit

from . import shape
from .primitives import sha256
from .refusal import Refused, require

ANSWER_MAX, BLOB_MAX = 16 * 1024 * 1024, 32 * 1024 * 1024
SECONDS = 30


class NoAnswer(Refused):
    """The address does not answer, or nobody there can be trusted. Another address may."""


class Answered(Refused):
    """A refusal of the portal or gate: problem+json, with its code."""

    def __init__(self, path: str, status: int, code: str):
        super().__init__(f"{path}: refused with {status} {code}")
        self.code = code


def context() -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    made.minimum_version = ssl.TLSVersion.TLSv1_3
    return made


def chain_of(host: str, port: int) -> list[bytes]:
    """The certificates that are shown, DER, believed by nobody yet."""
    blind = context()
    blind.check_hostname, blind.verify_mode = False, ssl.CERT_NONE
    plain = socket.create_connection((host, port), SECONDS)
    with plain, blind.wrap_socket(plain, server_hostname=host) as shown:
        if hasattr(shown, "get_unverified_chain"):  # Python 3.13
            return list(shown.get_unverified_chain())
        return [ssl.PEM_cert_to_DER_cert(one.public_bytes()) for one in shown._sslobj.get_unverified_chain()]


def trusting(trust, host: str, port: int) -> ssl.SSLContext:
    """The computer's authorities, or the one authority whose hash the locator names."""
    kind, content = trust
    made = context()
    if kind == 0:
        made.load_default_certs()
        return made
    named = [der for der in chain_of(host, port) if sha256(der) == content[0]]
    if not named:
        raise NoAnswer(f"{host}: the locator's authority is not in the chain shown")
    made.load_verify_locations(cadata=named[0])
    return made


class Site:
    """One address of the locator."""

    def __init__(self, address: str, trust):
        parts = urlsplit(address)
        require(parts.scheme == "https" and parts.hostname is not None, f"{address}: not an https address")
        self.address, self._trust, self._line = address, trust, None
        self._host, self._port = parts.hostname, parts.port or 443

    def ask(self, method: str, path: str, body: bytes | None = None, headers: dict | None = None) -> tuple:
        """Status, media type and body; whatever the status."""
        longest = BLOB_MAX if method == "GET" else ANSWER_MAX
        try:
            if self._line is None:
                trusted = trusting(self._trust, self._host, self._port)
                self._line = http.client.HTTPSConnection(self._host, self._port, timeout=SECONDS, context=trusted)
            self._line.request(method, urlsplit(urljoin(self.address, path)).path, body, headers or {})
            answer = self._line.getresponse()
            content = answer.read(longest + 1)
        except (OSError, http.client.HTTPException) as error:
            self._line = None
            raise NoAnswer(f"{self._host}: no answer to be trusted ({error})") from error
        require(len(content) <= longest, f"{path}: the answer is too long")
        return answer.status, answer.headers.get("content-type", ""), content

    def post(self, path: str, body: bytes | None, shape_of=None, token: bytes | None = None):
        """Sends CBOR; reads the answer strictly. Without a shape the answer is 204."""
        headers = {} if body is None else {"content-type": "application/cbor"}
        status, media, content = self.ask("POST", path, body, headers | bearer(token))
        if shape_of is None and status == 204:
            return None
        require_ok(path, status, media, content, "application/cbor")
        return shape.read(shape_of, content, ANSWER_MAX, path)


def bearer(token: bytes | None) -> dict:
    return {} if token is None else {"authorization": f"Bearer {token.hex()}"}


def require_ok(path: str, status: int, media: str, content: bytes, asked: str) -> None:
    if status == 200:
        require(media == asked, f"{path}: the answer is {media}, not {asked}")
        return
    code = "?"
    if media.split(";")[0].strip() == "application/problem+json":
        try:
            code = str(json.loads(content)["code"])
        except (ValueError, KeyError, TypeError):
            pass
    raise Answered(path, status, code)
