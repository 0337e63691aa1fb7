//! From everyday words to services: without accents, without large letters, by the beginning of words.

use super::shape::{Catalogue, Service};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Words that say nothing about what is looked for.
const EMPTY: [&str; 38] = [
    "a", "ai", "au", "aux", "c", "ce", "comment", "d", "de", "demander", "des", "dois", "du", "en",
    "et", "faire", "j", "je", "l", "la", "le", "les", "m", "ma", "mes", "mon", "n", "ou", "par",
    "pour", "qu", "que", "s", "sur", "un", "une", "veux", "vos",
];

impl Catalogue {
    /// Services that hold every word: first those that people call so, then those that say so.
    #[must_use]
    pub fn search(&self, typed: &str) -> Vec<&Service> {
        let all = words(typed);
        let telling: Vec<_> = all
            .iter()
            .filter(|w| !EMPTY.contains(&w.as_str()))
            .collect();
        if telling.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .services
            .iter()
            .filter_map(|service| Some((place(service, &telling)?, service)))
            .collect();
        // Among equals the order of the catalogue stays.
        found.sort_by_key(|(place, _)| *place);
        found.into_iter().map(|(_, service)| service).collect()
    }
}

/// How near a service is to the words, the nearest first. `None` where one of them is missing.
fn place(service: &Service, telling: &[&String]) -> Option<usize> {
    let called = words(&service.name);
    let known_as = words(&service.words.join(" "));
    let said = words(&format!("{} {}", service.what, service.who));
    let nearness = |word: &&String| {
        let begins = |list: &[String]| list.iter().any(|each| each.starts_with(word.as_str()));
        if called.contains(word) || known_as.contains(word) {
            Some(0)
        } else if begins(&called) || begins(&known_as) {
            Some(1)
        } else {
            begins(&said).then_some(2)
        }
    };
    telling.iter().map(nearness).sum()
}

/// How near a text that a person named is to what they type, the nearest first: every word has to begin a
/// word of `called`, or of `known_as`. `None` where one is missing, or where nothing was typed.
pub(crate) fn nearness(typed: &str, called: &str, known_as: &str) -> Option<usize> {
    let telling = words(typed);
    let (called, known_as) = (words(called), words(known_as));
    if telling.is_empty() {
        return None;
    }
    let near = |word: &String| {
        let begins = |list: &[String]| list.iter().any(|each| each.starts_with(word.as_str()));
        if called.contains(word) {
            Some(0)
        } else if begins(&called) {
            Some(1)
        } else {
            begins(&known_as).then_some(2)
        }
    };
    telling.iter().map(near).sum()
}

/// Words in small letters without accents; what is neither letter nor digit stands between them.
fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect();
    plain
        .replace('œ', "oe")
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::catalogue::bundled;

    fn found(typed: &str) -> Vec<&'static str> {
        let Ok(catalogue) = bundled() else {
            panic!("it cannot be read");
        };
        let found = catalogue.search(typed);
        found.iter().map(|service| service.id.as_str()).collect()
    }

    #[test]
    fn everyday_words_find_what_people_mean() {
        for (typed, wanted) in [
            ("APL", "apl"),
            ("chômage", "france-travail-actualisation"),
            ("carte vitale", "ameli"),
            ("mutuelle gratuite", "css"),
            ("carte de séjour", "titre-sejour"),
            ("HLM", "logement-social"),
            ("115", "siao-115"),
            ("je veux demander le RSA", "rsa-demande"),
            ("déclaration RSA", "rsa-declaration"),
            ("Pôle emploi", "france-travail-actualisation"),
            ("carte d’identité", "cni-passeport"),
            ("arnaque", "17cyber"),
        ] {
            assert_eq!(found(typed).first(), Some(&wanted), "{typed}");
        }
    }

    #[test]
    fn accents_and_large_letters_do_not_matter() {
        let wanted = found("chômage");
        for typed in ["chomage", "CHÔMAGE", "Cho\u{302}mage", " chômage ! "] {
            assert_eq!(found(typed), wanted, "{typed}");
        }
    }

    #[test]
    fn the_beginning_of_a_word_is_enough_and_its_middle_is_not() {
        assert!(found("surendet").contains(&"surendettement"));
        assert!(!found("ndettement").contains(&"surendettement"));
    }

    #[test]
    fn every_word_has_to_be_there() {
        assert!(found("carte zanzibar").is_empty());
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        for typed in ["", "  ", "je veux le", "…"] {
            assert!(found(typed).is_empty(), "{typed:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn large_letters_never_matter(typed in "[a-zéèêàçôûïœ0-9 ’-]{0,30}") {
            proptest::prop_assert_eq!(found(&typed), found(&typed.to_uppercase()));
        }
    }
}
