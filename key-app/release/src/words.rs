//! What the launcher says where it can show no page, in the language of the computer.

include!(concat!(env!("OUT_DIR"), "/sentences.rs"));

/// Why nothing is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// What lies on the stick is not what its list says.
    Changed,
    /// There is no program on the stick for this computer.
    Nothing,
    /// The computer lacks something that the program needs.
    Missing,
}

impl Said {
    /// The sentence in a language such as `fr` or `fr-FR`; in French where there is none.
    #[must_use]
    pub fn sentence(self, language: &str) -> &'static str {
        let place = match self {
            Said::Changed => 0,
            Said::Nothing => 1,
            Said::Missing => 2,
        };
        let short = language.split(['-', '_', '.']).next().unwrap_or_default();
        let found = SENTENCES
            .iter()
            .find(|(known, _)| *known == short)
            .or(SENTENCES.first());
        found.map_or("", |(_, sentences)| sentences[place])
    }
}

/// The language of the computer.
#[must_use]
pub fn language() -> String {
    sys_locale::get_locale().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_all_three() {
        assert_eq!(SENTENCES.len(), 9);
        for said in [Said::Changed, Said::Nothing, Said::Missing] {
            let french = said.sentence("fr");
            assert_eq!(said.sentence("fr_FR.UTF-8"), french);
            assert_eq!(said.sentence("xx"), french, "French where there is none");
            for (language, _) in &SENTENCES[1..] {
                assert_ne!(said.sentence(language), french, "{language}");
                assert!(!said.sentence(language).is_empty(), "{language}");
            }
        }
    }
}
