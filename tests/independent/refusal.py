"""The one way to say no: a clear line, and exit code 2."""


class Refused(Exception):
    """Something is wrong with the code, the stick, the gate or the portal. The text says which."""


def require(condition: bool, why: str) -> None:
    if not condition:
        raise Refused(why)
