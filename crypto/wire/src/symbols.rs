//! The first bits of a name in Crockford's base32, for people to read aloud and compare.

/// Crockford's base32: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Symbols of a group.
const GROUP: usize = 4;

/// The first `N` symbols of a name, five bits each.
pub(crate) fn of<const N: usize>(name: &[u8]) -> [u8; N] {
    core::array::from_fn(|position| {
        let (byte, bit) = (5 * position / 8, 5 * position % 8);
        let pair = [byte, byte + 1].map(|at| name.get(at).copied().unwrap_or_default());
        let five = u16::from_be_bytes(pair) >> (11 - bit) & 31;
        ALPHABET[usize::from(five)]
    })
}

/// Reads what was typed: case, spaces and hyphens do not matter; O is 0, I and L are 1.
pub(crate) fn parse<const N: usize>(typed: &str) -> Option<[u8; N]> {
    let mut symbols = Vec::with_capacity(N);
    for c in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
        let c = match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        };
        let symbol = u8::try_from(c).ok().filter(|c| ALPHABET.contains(c))?;
        if symbols.len() == N {
            return None;
        }
        symbols.push(symbol);
    }
    symbols.try_into().ok()
}

/// At most twelve symbols as one number, five bits each.
pub(crate) fn bits(symbols: &[u8]) -> u64 {
    let value = |symbol| ALPHABET.iter().position(|a| a == symbol);
    let values = symbols.iter().filter_map(value);
    values.fold(0, |bits, value| bits << 5 | value as u64)
}

/// Writes them in groups of four.
pub(crate) fn show(symbols: &[u8], f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
    for (position, symbol) in symbols.iter().enumerate() {
        if position > 0 && position % GROUP == 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", char::from(*symbol))?;
    }
    Ok(())
}
