//! What is needed for a service, with the kinds of paper and the hard words that it names.

use crate::catalogue::{Confidence, Picture, kinds::Kind};
use jiff::civil::Date;
use serde::Deserialize;
use url::Url;

/// What a person needs for a service.
#[derive(Debug, Clone)]
pub struct Need {
    /// The name in code of the service.
    pub service: String,
    /// Papers to bring, the most important first.
    pub items: Vec<Item>,
    /// What to do, in order.
    pub steps: Vec<Step>,
    /// Hard words that the site says.
    pub glossary: Vec<Term>,
    /// Whether somebody has looked it up.
    pub confidence: Confidence,
    /// The day on which that was.
    pub checked: Option<Date>,
    /// Where it was looked up.
    pub sources: Vec<Url>,
}

/// A paper to bring: any one of some kinds.
#[derive(Debug, Clone)]
pub struct Item {
    /// Any of these will do; never none. The first is the usual one.
    pub one_of: Vec<Kind>,
    /// What else to know about it, in easy French.
    pub note: Option<String>,
    /// Whom alone it concerns, in easy French.
    pub only_if: Option<String>,
    /// How recent it must be.
    pub fresh: Fresh,
    /// Whether one that has ended is taken too.
    pub even_expired: bool,
}

/// How recent a paper must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fresh {
    /// As its kind says.
    #[default]
    Usual,
    /// Any day will do.
    Any,
    /// At most so many months old, where its kind has to be recent at all.
    Months(i8),
}

impl Item {
    /// For how many months after its date a paper of that kind is taken. `None` where its day does not
    /// matter.
    #[must_use]
    pub fn fresh_months(&self, kind: &Kind) -> Option<i8> {
        match self.fresh {
            Fresh::Usual => kind.fresh_months,
            Fresh::Any => None,
            Fresh::Months(months) => kind.fresh_months.map(|_| months),
        }
    }
}

/// One thing to do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its picture.
    pub picture: Picture,
    /// What to do, in easy French.
    pub text: String,
}

/// A hard word that a site says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its name in code, under which a language can say what it means.
    pub id: String,
    /// The word as the site says it.
    pub word: String,
    /// What it means, in easy French.
    pub means: String,
}

/// Needs as they are written: kinds and hard words stand there by name.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) version: u32,
    pub(super) glossary: Vec<Term>,
    pub(super) needs: Vec<WrittenNeed>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenNeed {
    pub(super) service: String,
    pub(super) items: Vec<WrittenItem>,
    pub(super) steps: Vec<Step>,
    pub(super) glossary: Vec<String>,
    pub(super) confidence: Confidence,
    pub(super) checked: Option<Date>,
    pub(super) sources: Vec<Url>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenItem {
    pub(super) one_of: Vec<String>,
    pub(super) note: Option<String>,
    pub(super) only_if: Option<String>,
    #[serde(default)]
    pub(super) fresh: Fresh,
    #[serde(default)]
    pub(super) even_expired: bool,
}
