//! Kinds of paper and what a service asks for, on the page. Their sentences are in French.

use super::Paper;
use jiff::civil::Date;
use key_core::{
    Needed,
    catalogue::{
        Picture,
        kinds::{self, Expires},
        needs::{Need, Standing},
    },
};
use serde::Serialize;

/// A kind of paper.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Kind {
    code: u16,
    folder: u8,
    picture: Picture,
    name: &'static str,
    expires: Expires,
    words: &'static [String],
}

/// What a service asks for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NeedView {
    items: Vec<ItemView>,
    steps: Vec<StepView>,
    glossary: Vec<TermView>,
    checked: Option<String>,
    sources: Vec<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemView {
    /// Any one of these.
    kinds: Vec<KindName>,
    note: Option<&'static str>,
    only_if: Option<&'static str>,
    state: &'static str,
    last: Option<Date>,
    get: Option<&'static str>,
    paper: Option<Paper>,
}

#[derive(Serialize)]
struct KindName {
    code: u16,
    name: &'static str,
    picture: Picture,
}

#[derive(Serialize)]
struct StepView {
    picture: Picture,
    text: &'static str,
}

#[derive(Serialize)]
struct TermView {
    id: &'static str,
    word: &'static str,
    means: &'static str,
}

impl From<&'static kinds::Kind> for Kind {
    fn from(kind: &'static kinds::Kind) -> Self {
        Self {
            code: kind.code,
            folder: kind.folder.code(),
            picture: kind.picture,
            name: &kind.name,
            expires: kind.expires,
            words: &kind.words,
        }
    }
}

impl NeedView {
    pub(crate) fn of(need: &'static Need, needed: Vec<Needed<'static>>) -> Self {
        let steps = need.steps.iter().map(|step| StepView {
            picture: step.picture,
            text: &step.text,
        });
        let glossary = need.glossary.iter().map(|term| TermView {
            id: &term.id,
            word: &term.word,
            means: &term.means,
        });
        Self {
            items: needed.into_iter().map(ItemView::from).collect(),
            steps: steps.collect(),
            glossary: glossary.collect(),
            checked: need.checked.map(|day| day.to_string()),
            sources: need.sources.iter().filter_map(|s| s.domain()).collect(),
        }
    }
}

impl From<Needed<'static>> for ItemView {
    fn from(needed: Needed<'static>) -> Self {
        let item = needed.item.item;
        let (state, last, get) = match needed.item.standing {
            Standing::Have { .. } => ("have", None, None),
            Standing::EndsSoon { last, .. } => ("endsSoon", Some(last), None),
            Standing::Expired { last, .. } => ("expired", Some(last), None),
            Standing::TooOld { last, .. } => ("tooOld", Some(last), None),
            Standing::Missing { get } => ("missing", None, Some(get)),
        };
        let kinds = item.one_of.iter().map(|kind| KindName {
            code: kind.code,
            name: &kind.name,
            picture: kind.picture,
        });
        Self {
            kinds: kinds.collect(),
            note: item.note.as_deref(),
            only_if: item.only_if.as_deref(),
            state,
            last,
            get,
            paper: needed.paper.map(Paper::from),
        }
    }
}
