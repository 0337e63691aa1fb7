//! Rules that every list of the catalogue holds to: names, addresses, easy sentences, sources.

use super::shape::Confidence;
use jiff::civil::Date;
use url::Url;

/// Why a list is refused.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// Not of the shape.
    #[error("the list does not have the shape of one: {0}")]
    Shape(#[from] serde_json::Error),
    /// A shape of another time.
    #[error("the list has version {0}, this program reads 1")]
    Version(u32),
    /// A rule that an entry does not hold to.
    #[error("{entry}: {rule}")]
    Entry {
        /// Its name in code.
        entry: String,
        /// What it should be.
        rule: &'static str,
    },
    /// The list that it points into was refused before it.
    #[error("what it points to is refused: {0}")]
    Pointed(&'static Fault),
}

impl Fault {
    /// That an entry breaks a rule.
    pub(super) fn of(entry: &str, rule: &'static str) -> Self {
        Self::Entry {
            entry: entry.to_owned(),
            rule,
        }
    }
}

/// A rule, and whether it holds.
pub(super) type Rule = (bool, &'static str);

/// Refuses an entry that breaks one of the rules, and names the first.
pub(super) fn hold(entry: &str, rules: impl IntoIterator<Item = Rule>) -> Result<(), Fault> {
    match rules.into_iter().find(|(holds, _)| !holds) {
        Some((_, rule)) => Err(Fault::of(entry, rule)),
        None => Ok(()),
    }
}

/// The only version of every list.
pub(super) fn is_known(version: u32) -> Result<(), Fault> {
    if version == 1 {
        Ok(())
    } else {
        Err(Fault::Version(version))
    }
}

/// What was looked up names its source and the day; what nobody has looked up has no day.
pub(super) fn looked_up(
    confidence: Confidence,
    checked: Option<Date>,
    sources: &[Url],
) -> [Rule; 3] {
    let named = checked.is_some() && !sources.is_empty();
    [
        (
            sources.iter().all(is_plain),
            "a source is an address over https, without a password",
        ),
        (
            confidence == Confidence::Known || named,
            "what was looked up names its source and the day",
        ),
        (
            confidence == Confidence::Search || checked.is_none(),
            "what nobody has looked up has no day",
        ),
    ]
}

/// Small letters, digits, dashes.
pub(super) fn is_name(id: &str) -> bool {
    let of_a_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !id.is_empty() && id.len() <= 40 && id.chars().all(of_a_name)
}

/// An address of a host with a name, over https.
pub(super) fn is_plain(site: &Url) -> bool {
    site.scheme() == "https"
        && site.domain().is_some()
        && site.port().is_none()
        && site.username().is_empty()
        && site.password().is_none()
}

/// Most words of a sentence.
const MOST_WORDS: usize = 12;

/// Sentences that are there, and short.
pub(super) fn is_easy(text: &str) -> bool {
    !text.trim().is_empty()
        && text.split(['.', '?', '!', '…', ':']).all(|sentence| {
            let words = sentence.split_whitespace();
            let said = words.filter(|word| word.chars().any(char::is_alphanumeric));
            said.count() <= MOST_WORDS
        })
}

/// What can be shown as a name.
pub(super) fn is_said(text: &str) -> bool {
    !text.trim().is_empty()
}
