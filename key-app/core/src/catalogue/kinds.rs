//! Kinds of paper: what an official paper is, where it lies, how long it counts, where to get one.

use super::{
    Catalogue, Fault,
    rules::{self, is_easy, is_name, is_said},
    shape::Picture,
};
use serde::{Deserialize, Deserializer, de::Error};
use std::{collections::HashSet, sync::LazyLock};
use wire::folder::Folder;

#[cfg(test)]
mod frozen;

/// The lowest number that an object of a kind carries: below are a paper of none, and a note.
const FIRST: u16 = 16;

/// Kinds of paper, in the order in which a screen offers them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// Of this shape: 1.
    pub version: u32,
    /// Every kind once.
    pub kinds: Vec<Kind>,
}

/// A kind of official paper.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// The number that an object of this kind carries in a space. It never changes.
    pub code: u16,
    /// Its name in code.
    pub id: String,
    /// The folder where it belongs.
    #[serde(deserialize_with = "folder")]
    pub folder: Folder,
    /// Its picture.
    pub picture: Picture,
    /// As people call it.
    pub name: String,
    /// Whether it has a last day.
    pub expires: Expires,
    /// For how many months after its date it is usually taken, where only a recent one is.
    pub fresh_months: Option<i8>,
    /// The service where it is renewed or obtained.
    pub renew_service: Option<String>,
    /// Where to get one, in easy French.
    pub get: String,
    /// What people type who look for it.
    pub words: Vec<String>,
}

/// Whether a paper of a kind has a last day, and is asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Expires {
    /// It has none.
    Never,
    /// Most have one.
    Usually,
    /// Each has one.
    Always,
}

static BUNDLED: LazyLock<Result<Kinds, Fault>> = LazyLock::new(|| {
    let catalogue = super::bundled().map_err(Fault::Pointed)?;
    Kinds::read(include_bytes!("../../data/kinds.json"), catalogue)
});

/// The kinds of paper that came with this program.
///
/// # Errors
/// [`Fault`] where they do not hold to their own rules: a test refuses such a program.
pub fn bundled() -> Result<&'static Kinds, &'static Fault> {
    BUNDLED.as_ref()
}

impl Kinds {
    /// Reads kinds of paper that point into `catalogue`. Nothing of them counts before all was checked.
    ///
    /// # Errors
    /// [`Fault`] names what is wrong, and where.
    pub fn read(bytes: &[u8], catalogue: &Catalogue) -> Result<Self, Fault> {
        let all: Self = serde_json::from_slice(bytes)?;
        rules::is_known(all.version)?;
        let (mut ids, mut codes) = (HashSet::new(), HashSet::new());
        for kind in &all.kinds {
            let once = ids.insert(&kind.id) && codes.insert(kind.code);
            rules::hold(&kind.id, of_a_kind(kind, once, catalogue))?;
        }
        Ok(all)
    }

    /// The kind of that name in code.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// The kind whose number an object carries. `None` for a paper of no kind, a note, and a number
    /// of a later version.
    #[must_use]
    pub fn of_code(&self, code: u16) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.code == code)
    }
}

fn of_a_kind(kind: &Kind, once: bool, catalogue: &Catalogue) -> [rules::Rule; 9] {
    let renewed = kind.renew_service.as_deref();
    [
        (once, "the same name or number stands twice"),
        (kind.code >= FIRST, "kinds are counted from 16"),
        (is_name(&kind.id), "a name is small letters, digits, dashes"),
        (is_said(&kind.name), "it has no name"),
        (
            kind.fresh_months.is_none_or(is_a_time),
            "it is taken for 1 to 60 months",
        ),
        (
            renewed.is_none_or(|id| catalogue.service(id).is_some()),
            "no such service renews it",
        ),
        (is_easy(&kind.get), "a sentence has 12 words at most"),
        (!kind.words.is_empty(), "it has no everyday words"),
        (
            kind.words.iter().all(|word| is_said(word)),
            "an everyday word is empty",
        ),
    ]
}

/// Months for which a paper can be taken.
pub(super) fn is_a_time(months: i8) -> bool {
    (1..=60).contains(&months)
}

fn folder<'de, D: Deserializer<'de>>(source: D) -> Result<Folder, D::Error> {
    let code = u8::deserialize(source)?;
    Folder::from_code(code).ok_or_else(|| D::Error::custom("no folder has this number"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// A kind that is as it should be.
    fn good() -> Value {
        json!({
            "code": 16, "id": "carte", "folder": 1, "picture": "identification-card", "name": "Carte",
            "expires": "always", "fresh_months": 3, "renew_service": "cni-passeport",
            "get": "À la mairie.", "words": ["papiers"],
        })
    }

    fn read(kinds: &[Value]) -> Result<Kinds, Fault> {
        let Ok(catalogue) = super::super::bundled() else {
            panic!("the services cannot be read");
        };
        let text = json!({ "version": 1, "kinds": kinds }).to_string();
        Kinds::read(text.as_bytes(), catalogue)
    }

    #[test]
    fn a_paper_of_no_kind_and_a_note_have_none() {
        let Ok(kinds) = bundled() else {
            panic!("they cannot be read");
        };
        for code in [0, 1, 15, u16::MAX] {
            assert!(kinds.of_code(code).is_none(), "{code}");
        }
    }

    #[test]
    fn what_can_be_left_out_may_be() {
        let mut kind = good();
        kind["fresh_months"] = json!(null);
        kind["renew_service"] = json!(null);
        assert!(read(&[kind]).is_ok());
    }

    #[test]
    fn each_rule_refuses_what_breaks_it() {
        assert!(read(&[good()]).is_ok());
        let long = "un deux trois quatre cinq six sept huit neuf dix onze douze treize";
        for (field, value, rule) in [
            ("code", json!(15), "counted from 16"),
            ("code", json!(65_536), "shape"),
            ("id", json!("Carte"), "small letters"),
            ("folder", json!(12), "no folder"),
            ("folder", json!("papiers"), "shape"),
            ("picture", json!("dragon"), "shape"),
            ("name", json!(" "), "no name"),
            ("expires", json!("sometimes"), "shape"),
            ("fresh_months", json!(0), "1 to 60"),
            ("fresh_months", json!(61), "1 to 60"),
            ("renew_service", json!("nowhere"), "no such service"),
            ("get", json!(long), "12 words"),
            ("get", json!(""), "12 words"),
            ("words", json!([]), "no everyday words"),
            ("words", json!([""]), "word is empty"),
            ("more", json!(1), "shape"),
        ] {
            let mut kind = good();
            kind[field] = value.clone();
            let refused = read(&[kind]).map(|_| ()).map_err(|fault| fault.to_string());
            assert!(
                refused.as_ref().is_err_and(|said| said.contains(rule)),
                "{field} = {value}: {refused:?}"
            );
        }
    }

    #[test]
    fn a_name_and_a_number_stand_once() {
        for (field, value) in [("id", json!("other")), ("code", json!(17))] {
            let mut second = good();
            second[field] = value;
            assert!(read(&[good(), second.clone()]).is_err(), "{field}");
            second["id"] = json!("other");
            second["code"] = json!(17);
            assert!(read(&[good(), second]).is_ok(), "{field}");
        }
    }

    #[test]
    fn a_list_of_another_time_is_refused() {
        let Ok(catalogue) = super::super::bundled() else {
            panic!("the services cannot be read");
        };
        for text in [
            r#"{"version":2,"kinds":[]}"#,
            r#"{"version":1,"kinds":[],"more":1}"#,
        ] {
            assert!(Kinds::read(text.as_bytes(), catalogue).is_err(), "{text}");
        }
    }
}
