//! The printed card: its code, and the keys that are made from it.

use crate::{Opening, Result, hazmat::hkdf, keys::KemKey, secret::Secret};
use wire::{Hash, Label, Random, Realm, ctx, seal::KemPublic};
use zeroize::Zeroizing;

/// Symbols of a card code, besides its check symbol.
const SYMBOLS: usize = 26;
/// Crockford's base32, then the five symbols only a check may be.
const ALPHABET: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

/// The code of a printed card (24): 130 random bits as 26 symbols.
pub struct CardCode(Zeroizing<[u8; SYMBOLS]>);

/// A card's public side, all that a new policy needs: the paper stays in the drawer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardPublic {
    /// Its share is sealed to this key.
    pub key: KemPublic,
    /// Lookup tag.
    pub tag: Hash,
}

impl CardCode {
    /// A fresh random code.
    #[must_use]
    pub fn make(random: &mut dyn Random) -> Self {
        let mut symbols = Zeroizing::new([0; SYMBOLS]);
        random.fill(&mut *symbols);
        symbols.iter_mut().for_each(|s| *s &= 31);
        Self(symbols)
    }

    /// As printed: groups of five symbols, the check symbol last.
    #[must_use]
    pub fn printed(&self) -> Zeroizing<String> {
        let mut out = Zeroizing::new(String::with_capacity(40));
        let values = self.0.iter().copied().chain([self.check()]);
        for (position, value) in values.enumerate() {
            if position > 0 && position % 5 == 0 {
                out.push('-');
            }
            out.push(char::from(ALPHABET[usize::from(value)]));
        }
        out
    }

    /// Reads a typed code: case, spaces and hyphens do not matter; O is 0, I and L are 1.
    ///
    /// # Errors
    /// [`Opening::Damaged`] where a symbol is missing or the check symbol differs.
    pub fn parse(typed: &str) -> Result<Self> {
        let mut values = Zeroizing::new(Vec::with_capacity(SYMBOLS + 1));
        for c in typed.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            // Before it would outgrow its wiped buffer.
            if values.len() > SYMBOLS {
                return Err(Opening::Damaged);
            }
            let c = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            let value = ALPHABET.iter().position(|a| char::from(*a) == c);
            values.push(
                value
                    .and_then(|v| u8::try_from(v).ok())
                    .ok_or(Opening::Damaged)?,
            );
        }
        let (symbols, check) = values
            .split_first_chunk::<SYMBOLS>()
            .ok_or(Opening::Damaged)?;
        let code = Self(Zeroizing::new(*symbols));
        if code.0.iter().any(|s| *s > 31) || check != [code.check()] {
            return Err(Opening::Damaged);
        }
        Ok(code)
    }

    /// The card's X-Wing key.
    #[must_use]
    pub fn key(&self, realm: Realm) -> KemKey {
        KemKey::from_seed(self.derived(realm, Label::CardKem))
    }

    /// The card's public side.
    #[must_use]
    pub fn public(&self, realm: Realm) -> CardPublic {
        let tag = Hash(*self.derived(realm, Label::CardTag).expose());
        CardPublic {
            key: self.key(realm).public(),
            tag,
        }
    }

    fn derived(&self, realm: Realm, label: Label) -> Secret<32> {
        hkdf::derive(&[], &*self.0, &ctx(realm, label, &[]))
    }

    /// Crockford's check: the number modulo 37.
    fn check(&self) -> u8 {
        let rest = self
            .0
            .iter()
            .fold(0u32, |rest, s| (rest * 32 + u32::from(*s)) % 37);
        u8::try_from(rest).unwrap_or(0)
    }
}

impl core::fmt::Debug for CardCode {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CardCode(***)")
    }
}
