"""What a shape in CDDL becomes here: a function that takes a decoded value and gives it back checked.

A record becomes a named tuple, a choice with content a pair (number, tuple of fields).
"""

from collections import namedtuple

from .refusal import Refused
from .wire import decode


class Optional:
    """`? x` of 1.2: null in the middle, simply not there at the end."""

    def __init__(self, inner):
        self.inner = inner


def check(condition: bool) -> None:
    if not condition:
        raise ValueError  # nothing says which field was wrong (1.2)


def uint(top: int, least: int = 0):
    def read(value):
        check(type(value) is int and least <= value <= top)
        return value

    return read


def only(*numbers: int):
    def read(value):
        check(type(value) is int and value in numbers)
        return value

    return read


def raw(*sizes: int):
    """A byte string; of one of these sizes where some are given."""

    def read(value):
        check(type(value) is bytes and (not sizes or len(value) in sizes))
        return value

    return read


def text(value):
    check(type(value) is str)
    return value


def truth(value):
    check(type(value) is bool)
    return value


def nullable(inner):
    return lambda value: None if value is None else inner(value)


def many(inner, least: int = 0, most: int | None = None):
    def read(value):
        check(type(value) is list and len(value) >= least and (most is None or len(value) <= most))
        return tuple(inner(item) for item in value)

    return read


def mapping(key, inner):
    def read(value):
        check(type(value) is dict)
        return {key(name): inner(item) for name, item in value.items()}

    return read


def fields(shapes, value) -> list:
    check(type(value) is list and len(value) <= len(shapes))
    check(not value or value[-1] is not None or not isinstance(shapes[len(value) - 1], Optional))
    found = []
    for place, shape in enumerate(shapes):
        there = place < len(value)
        if isinstance(shape, Optional):
            found.append(shape.inner(value[place]) if there and value[place] is not None else None)
        else:
            check(there)
            found.append(shape(value[place]))
    return found


def record(name: str, **shapes):
    made = namedtuple(name, shapes)
    return lambda value: made(*fields(list(shapes.values()), value))


def choice(branches: dict):
    """Shapes of the fields by number: `[number, [fields]]`."""

    def read(value):
        check(type(value) is list and len(value) == 2 and type(value[0]) is int)
        shapes = branches.get(value[0])
        check(shapes is not None)
        return value[0], tuple(fields(shapes, value[1]))

    return read


def read(shape, data: bytes, longest: int, what: str):
    """Bytes from outside into a shape, strictly (1.2)."""
    return fit(shape, decode(data, longest, what), what)


def fit(shape, value, what: str):
    try:
        return shape(value)
    except ValueError as error:
        raise Refused(f"{what}: not the shape asked for") from error
