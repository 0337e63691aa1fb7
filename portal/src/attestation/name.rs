//! Whose an attestation is: what somebody typed, as it is printed and as its hash is taken.

use unicode_normalization::UnicodeNormalization;
use wire::Hash;

/// Longest name, in characters.
pub(crate) const NAME: usize = 60;

/// A name as it stands on paper: one line, spaces made one, letters composed (Unicode NFC).
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Name(String);

/// Why a name is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NameFault {
    /// More than [`NAME`] characters.
    #[error("a name has {NAME} characters at most")]
    Long,
    /// Signs that are not written: they turn the line around, or make one name into two that look the same.
    #[error("a name is letters: there is a sign in it that nobody sees")]
    Unseen,
}

impl Name {
    /// Reads one; none where nothing was typed.
    pub(crate) fn read(typed: &str) -> Result<Option<Self>, NameFault> {
        // U+200C and U+200D stay: Persian and other names are written with them.
        let unseen = |c: char| matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        let words: Vec<&str> = typed.split_whitespace().collect();
        let name: String = words.join(" ").nfc().collect();
        if name.chars().any(|c| c.is_control() || unseen(c)) {
            return Err(NameFault::Unseen);
        }
        match name.chars().count() {
            0 => Ok(None),
            long if long > NAME => Err(NameFault::Long),
            _ => Ok(Some(Self(name))),
        }
    }

    /// As it is written.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands of it in a badge: without the name, it can only be guessed at.
    pub(crate) fn hashed(&self, salt: &str) -> String {
        let hash = Hash::of(format!("{}{salt}", self.0).as_bytes());
        format!("sha256${}", hash.to_hex())
    }
}

impl core::fmt::Debug for Name {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Name(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_name_is_one_line_of_letters_in_any_script() {
        let read = |typed: &str| Name::read(typed).map(|name| name.map(|name| name.0));
        assert_eq!(read(" \t\n"), Ok(None));
        assert_eq!(read("  Awa   Diallo "), Ok(Some("Awa Diallo".into())));
        assert_eq!(read("Zoe\u{301}"), Ok(Some("Zoé".into())));
        assert_eq!(read("أولينا"), Ok(Some("أولينا".into())));
        assert_eq!(read(&"x".repeat(60)).unwrap().unwrap().len(), 60);
        assert_eq!(read(&"x".repeat(61)), Err(NameFault::Long));
        let joined = "\u{645}\u{200c}\u{646}";
        assert_eq!(read(joined), Ok(Some(joined.into())));
        for unseen in [
            "a\u{202e}b",
            "a\u{0}b",
            "\u{2066}a",
            "a\u{1b}[2J",
            "A\u{200b}wa",
            "A\u{ad}wa",
            "A\u{180e}wa",
        ] {
            assert_eq!(read(unseen), Err(NameFault::Unseen), "{unseen:?}");
        }
        assert_eq!(format!("{:?}", Name("Awa".into())), "Name(***)");
    }

    proptest! {
        #[test]
        fn whatever_is_read_is_read_again_as_it_is(typed in any::<String>()) {
            if let Ok(Some(name)) = Name::read(&typed) {
                prop_assert_eq!(Name::read(name.as_str()), Ok(Some(name.clone())));
                prop_assert!(name.as_str().chars().count() <= NAME);
            }
        }
    }
}
