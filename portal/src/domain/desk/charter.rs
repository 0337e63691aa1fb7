//! What a person and the structure agree on when something is lent, in the languages of the window. The French text
//! counts. A version is frozen: another text is another version, beside this one.

use crate::records::Kind;

/// The version of today.
pub(crate) const VERSION: u16 = 1;

/// The charter in one language.
#[derive(Debug)]
pub(crate) struct Text {
    /// Its language, as in BCP 47.
    pub(crate) code: &'static str,
    /// What its speakers call it.
    pub(crate) name: &'static str,
    /// Nobody who grew up with the language has reread it.
    pub(crate) draft: bool,
    /// Lines: a word that says of what, then a sentence.
    lines: &'static str,
}

macro_rules! texts {
    ($($code:literal $name:literal $draft:literal;)*) => {
        /// Every language, in the order of the window.
        pub(crate) const TEXTS: &[Text] = &[$(Text {
            code: $code,
            name: $name,
            draft: $draft,
            lines: include_str!(concat!("charter-v1/", $code, ".txt")),
        },)*];
    };
}

texts! {
    "fr" "Français" false;
    "en" "English" false;
    "ar" "العربية" true;
    "uk" "Українська" true;
    "es" "Español" true;
    "pt" "Português" true;
    "ro" "Română" true;
    "tr" "Türkçe" true;
    "ru" "Русский" true;
}

/// The charter in the language with this code.
pub(crate) fn text(code: &str) -> Option<&'static Text> {
    TEXTS.iter().find(|text| text.code == code)
}

impl Text {
    /// Which way it is written.
    pub(crate) fn direction(&self) -> &'static str {
        if self.code == "ar" { "rtl" } else { "ltr" }
    }

    /// What is agreed on for something of this kind, a sentence or two in each line.
    pub(crate) fn sentences(&self, kind: Kind) -> Vec<&'static str> {
        let kind = match kind {
            Kind::Stick => "stick",
            Kind::Computer => "computer",
            Kind::Phone => "phone",
        };
        self.of(kind)
    }

    /// That nobody has reread it, and which text counts; nothing where it is no draft.
    pub(crate) fn warning(&self) -> Option<&'static str> {
        self.of("draft").first().copied()
    }

    /// What it is called.
    pub(crate) fn title(&self) -> &'static str {
        self.of("title").first().copied().unwrap_or_default()
    }

    fn of(&self, what: &str) -> Vec<&'static str> {
        let lines = self.lines.lines().filter_map(|line| line.split_once(' '));
        lines
            .filter(|(of, _)| *of == what)
            .map(|(_, text)| text)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::desk::stock::KINDS;
    use wire::Hash;

    #[test]
    fn every_language_says_as_much_as_the_french_text() {
        let french = text("fr").unwrap();
        for one in TEXTS {
            for kind in KINDS {
                let (said, counts) = (one.sentences(kind), french.sentences(kind));
                assert_eq!(said.len(), counts.len(), "{} {kind:?}", one.code);
            }
            assert_eq!(one.warning().is_some(), one.draft, "{}", one.code);
            assert!(!one.title().is_empty());
        }
    }

    #[test]
    fn every_french_sentence_is_short() {
        let french = text("fr").unwrap();
        let mut looked_at = 0;
        for line in KINDS.iter().flat_map(|kind| french.sentences(*kind)) {
            for sentence in line.split(['.', '?']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 12, "{words}: {sentence}");
                looked_at += 1;
            }
        }
        assert!(looked_at > 30);
    }

    /// A loan says which version was accepted: another text is another version.
    #[test]
    fn the_first_version_is_frozen() {
        let mut sums = String::new();
        for one in TEXTS {
            let hash = Hash::of(one.lines.as_bytes()).to_hex();
            sums.push_str(&format!("{} {hash}\n", one.code));
        }
        assert_eq!(sums, include_str!("charter-v1/sums.txt"));
    }
}
