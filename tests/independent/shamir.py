"""Sharing (1.1): Shamir over GF(2^8) with polynomial 0x11B, byte by byte. Combining only."""


def multiply(left: int, right: int) -> int:
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 0x100:
            left ^= 0x11B
        right >>= 1
    return product


def invert(value: int) -> int:
    result = 1
    for _ in range(254):
        result = multiply(result, value)
    return result


def combine(shares: list[tuple[int, bytes]]) -> bytes:
    """The value at 0 of the polynomial through these points: (x, bytes). One share gives itself."""
    secret = bytes(len(shares[0][1]))
    for x, share in shares:
        weight = 1
        for other, _ in shares:
            if other != x:
                weight = multiply(weight, multiply(other, invert(other ^ x)))
        secret = bytes(total ^ multiply(weight, byte) for total, byte in zip(secret, share, strict=True))
    return secret
