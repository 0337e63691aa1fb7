//! From what is written to what counts: every name points to something, every sentence is easy, and
//! what was looked up says where.

use super::shape::{Fresh, Item, Need, Term, Written, WrittenItem, WrittenNeed};
use crate::catalogue::{
    Catalogue, Fault,
    kinds::{self, Kinds},
    rules::{self, Rule, is_easy, is_name, is_said},
};
use std::collections::{HashMap, HashSet};

/// Fewest and most steps that a person is shown.
const STEPS: std::ops::RangeInclusive<usize> = 3..=6;

/// Every need with what it names, or the first rule that is broken.
pub(super) fn resolve(
    written: Written,
    catalogue: &Catalogue,
    kinds: &Kinds,
) -> Result<Vec<Need>, Fault> {
    rules::is_known(written.version)?;
    let terms = terms(&written.glossary)?;
    let (mut services, mut used) = (HashSet::new(), HashSet::new());
    let mut needs = Vec::new();
    for need in written.needs {
        let once = services.insert(need.service.clone());
        rules::hold(
            &need.service,
            of_a_need(&need, once, catalogue)
                .into_iter()
                .chain(rules::looked_up(
                    need.confidence,
                    need.checked,
                    &need.sources,
                )),
        )?;
        used.extend(need.glossary.iter().cloned());
        needs.push(point(need, &terms, kinds)?);
    }
    for term in &written.glossary {
        rules::hold(&term.id, [(used.contains(&term.id), "no need says it")])?;
    }
    Ok(needs)
}

fn terms(glossary: &[Term]) -> Result<HashMap<&str, &Term>, Fault> {
    let mut terms = HashMap::new();
    for term in glossary {
        let once = terms.insert(term.id.as_str(), term).is_none();
        let of_a_term = [
            (once, "the same name stands twice"),
            (is_name(&term.id), "a name is small letters, digits, dashes"),
            (is_said(&term.word), "it has no word"),
            (is_easy(&term.means), "a sentence has 12 words at most"),
        ];
        rules::hold(&term.id, of_a_term)?;
    }
    Ok(terms)
}

fn of_a_need(need: &WrittenNeed, once: bool, catalogue: &Catalogue) -> [Rule; 6] {
    let hard: HashSet<_> = need.glossary.iter().collect();
    [
        (once, "the same service stands twice"),
        (
            catalogue.service(&need.service).is_some(),
            "there is no such service",
        ),
        (!need.items.is_empty(), "it asks for no paper"),
        (STEPS.contains(&need.steps.len()), "it has 3 to 6 steps"),
        (
            need.steps.iter().all(|step| is_easy(&step.text)),
            "a sentence of a step has 12 words at most",
        ),
        (
            hard.len() == need.glossary.len(),
            "it says the same hard word twice",
        ),
    ]
}

fn point(need: WrittenNeed, terms: &HashMap<&str, &Term>, kinds: &Kinds) -> Result<Need, Fault> {
    let service = need.service;
    let items = need.items.into_iter().map(|i| item(&service, i, kinds));
    let glossary = need.glossary.iter().map(|id| {
        let found = terms.get(id.as_str()).map(|term| (*term).clone());
        found.ok_or_else(|| Fault::of(&service, "the glossary does not have its hard word"))
    });
    Ok(Need {
        items: items.collect::<Result<_, _>>()?,
        glossary: glossary.collect::<Result<_, _>>()?,
        steps: need.steps,
        confidence: need.confidence,
        checked: need.checked,
        sources: need.sources,
        service,
    })
}

fn item(service: &str, item: WrittenItem, kinds: &Kinds) -> Result<Item, Fault> {
    let named: HashSet<_> = item.one_of.iter().collect();
    let one_of = item.one_of.iter().map(|id| {
        let found = kinds.kind(id).cloned();
        found.ok_or_else(|| Fault::of(service, "there is no such kind of paper"))
    });
    let one_of: Vec<_> = one_of.collect::<Result<_, _>>()?;
    let recent = one_of.iter().any(|kind| kind.fresh_months.is_some());
    let said = [&item.note, &item.only_if];
    rules::hold(
        service,
        [
            (!one_of.is_empty(), "an item names no paper"),
            (named.len() == one_of.len(), "an item names a paper twice"),
            (
                said.into_iter().flatten().all(|text| is_easy(text)),
                "a sentence of an item has 12 words at most",
            ),
            (
                match item.fresh {
                    Fresh::Usual => true,
                    Fresh::Any => recent,
                    Fresh::Months(months) => recent && kinds::is_a_time(months),
                },
                "it is taken for 1 to 60 months, and of a kind that has to be recent",
            ),
        ],
    )?;
    Ok(Item {
        one_of,
        note: item.note,
        only_if: item.only_if,
        fresh: item.fresh,
        even_expired: item.even_expired,
    })
}

#[cfg(test)]
mod tests {
    use crate::catalogue::{bundled, kinds, needs::Needs};
    use serde_json::{Value, json};

    /// A list of one need that is as it should be.
    fn good() -> Value {
        json!({
            "version": 1,
            "glossary": [{ "id": "rib", "word": "RIB", "means": "Le numéro de votre compte." }],
            "needs": [{
                "service": "css",
                "items": [{
                    "one_of": ["carte-vitale", "facture-energie"], "note": "À votre nom.",
                    "only_if": "Si vous travaillez.", "fresh": { "months": 6 }, "even_expired": true,
                }],
                "steps": [
                    { "picture": "app-window", "text": "Ouvrez le site." },
                    { "picture": "file-text", "text": "Remplissez la demande." },
                    { "picture": "note", "text": "Envoyez." },
                ],
                "glossary": ["rib"],
                "confidence": "search", "checked": "2026-11-25", "sources": ["https://example.org/page"],
            }],
        })
    }

    fn read(list: &Value) -> Result<(), String> {
        let (Ok(catalogue), Ok(kinds)) = (bundled(), kinds::bundled()) else {
            panic!("what it points to cannot be read");
        };
        let read = Needs::read(list.to_string().as_bytes(), catalogue, kinds);
        read.map(|_| ()).map_err(|fault| fault.to_string())
    }

    #[test]
    fn what_holds_to_the_rules_is_read() {
        assert_eq!(read(&good()), Ok(()));
    }

    #[test]
    fn each_rule_refuses_what_breaks_it() {
        let long = json!("un deux trois quatre cinq six sept huit neuf dix onze douze treize");
        let step = json!({ "picture": "note", "text": "Oui." });
        for (place, value, rule) in [
            ("/version", json!(2), "version 2"),
            ("/more", json!(1), "shape"),
            ("/glossary/0/id", json!("Rib"), "small letters"),
            ("/glossary/0/word", json!(" "), "no word"),
            ("/glossary/0/means", long.clone(), "12 words"),
            ("/glossary/0/means", json!(""), "12 words"),
            ("/glossary/0/more", json!(1), "shape"),
            ("/needs/0/service", json!("nowhere"), "no such service"),
            ("/needs/0/items", json!([]), "no paper"),
            ("/needs/0/items/0/one_of", json!([]), "names no paper"),
            ("/needs/0/items/0/one_of", json!(["dragon"]), "no such kind"),
            (
                "/needs/0/items/0/one_of",
                json!(["rib", "rib"]),
                "paper twice",
            ),
            ("/needs/0/items/0/one_of", json!(["rib"]), "to be recent"),
            ("/needs/0/items/0/note", long.clone(), "12 words"),
            ("/needs/0/items/0/note", json!(""), "12 words"),
            ("/needs/0/items/0/only_if", long.clone(), "12 words"),
            ("/needs/0/items/0/fresh", json!({ "months": 0 }), "1 to 60"),
            ("/needs/0/items/0/fresh", json!({ "months": 61 }), "1 to 60"),
            ("/needs/0/items/0/fresh", json!("new"), "shape"),
            ("/needs/0/items/0/more", json!(1), "shape"),
            ("/needs/0/steps", json!([step, step]), "3 to 6"),
            ("/needs/0/steps", json!(vec![step.clone(); 7]), "3 to 6"),
            ("/needs/0/steps/0/text", long, "12 words"),
            ("/needs/0/steps/0/picture", json!("dragon"), "shape"),
            ("/needs/0/steps/0/more", json!(1), "shape"),
            ("/needs/0/glossary", json!(["ame"]), "does not have"),
            ("/needs/0/glossary", json!(["rib", "rib"]), "word twice"),
            ("/needs/0/glossary", json!([]), "no need says it"),
            ("/needs/0/confidence", json!("known"), "has no day"),
            ("/needs/0/checked", json!(null), "names its source"),
            ("/needs/0/sources", json!([]), "names its source"),
            ("/needs/0/sources", json!(["http://example.org"]), "https"),
            ("/needs/0/more", json!(1), "shape"),
        ] {
            let mut list = good();
            let (parent, field) = place.rsplit_once('/').unwrap_or_default();
            list.pointer_mut(parent).expect(place)[field] = value.clone();
            let refused = read(&list);
            assert!(
                refused.as_ref().is_err_and(|said| said.contains(rule)),
                "{place} = {value}: {refused:?}"
            );
        }
    }

    #[test]
    fn a_service_and_a_hard_word_stand_once() {
        for place in ["/needs", "/glossary"] {
            let mut list = good();
            let all = list.pointer_mut(place).and_then(Value::as_array_mut);
            all.expect(place).extend_from_within(..);
            assert!(
                read(&list).is_err_and(|said| said.contains("twice")),
                "{place}"
            );
        }
    }

    #[test]
    fn what_may_be_left_out_is() {
        let mut list = good();
        list["needs"][0]["items"] = json!([{ "one_of": ["rib"], "note": null, "only_if": null }]);
        assert_eq!(read(&list), Ok(()));
    }
}
