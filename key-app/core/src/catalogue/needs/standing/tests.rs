use super::*;
use crate::catalogue::{
    kinds,
    needs::{Fresh, bundled},
};
use jiff::civil::date;
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 25);

fn kind(id: &str) -> Kind {
    let found = kinds::bundled().ok().and_then(|kinds| kinds.kind(id));
    found.unwrap_or_else(|| panic!("there is no {id}")).clone()
}

fn item(one_of: &[&str]) -> Item {
    Item {
        one_of: one_of.iter().map(|id| kind(id)).collect(),
        note: None,
        only_if: None,
        fresh: Fresh::Usual,
        even_expired: false,
    }
}

fn held(id: &str, expires: Option<Date>, dated: Date) -> Held {
    Held {
        kind: kind(id).code,
        expires,
        dated,
    }
}

/// How an item stands with one paper.
fn with(item: &Item, paper: Held) -> Standing<'_> {
    of_item(item, &[paper], TODAY)
}

#[test]
fn a_card_is_good_until_its_last_day() {
    let card = item(&["carte-identite"]);
    let made = date(2016, 1, 1);
    let on = |last| with(&card, held("carte-identite", Some(last), made));
    let soon = |last| Standing::EndsSoon { paper: 0, last };
    for (last, wanted) in [
        (date(2030, 1, 1), Standing::Have { paper: 0 }),
        (date(2027, 1, 25), Standing::Have { paper: 0 }),
        (date(2027, 1, 24), soon(date(2027, 1, 24))),
        (TODAY, soon(TODAY)),
    ] {
        assert_eq!(on(last), wanted, "{last}");
    }
    let last = date(2026, 11, 24);
    assert_eq!(on(last), Standing::Expired { paper: 0, last });
    let without_a_day = with(&card, held("carte-identite", None, made));
    assert_eq!(without_a_day, Standing::Have { paper: 0 });
}

#[test]
fn a_bill_is_recent_for_its_months_and_never_ends_soon() {
    let bill = item(&["facture-energie"]);
    let of = |dated| with(&bill, held("facture-energie", None, dated));
    for dated in [date(2026, 8, 25), date(2026, 11, 25), date(2026, 12, 31)] {
        assert_eq!(of(dated), Standing::Have { paper: 0 }, "{dated}");
    }
    let last = date(2026, 11, 24);
    let too_old = Standing::TooOld { paper: 0, last };
    assert_eq!(of(date(2026, 8, 24)), too_old);
}

#[test]
fn months_end_where_they_end() {
    let mut bill = item(&["facture-energie"]);
    let dated = held("facture-energie", None, date(2026, 11, 30));
    let on = |bill: &Item, today| matches!(of_item(bill, &[dated], today), Standing::Have { .. });
    assert!(on(&bill, date(2027, 2, 28)));
    assert!(!on(&bill, date(2027, 3, 1)));
    bill.fresh = Fresh::Months(15);
    assert!(on(&bill, date(2028, 2, 29)));
    assert!(!on(&bill, date(2028, 3, 1)));
}

#[test]
fn an_item_may_take_older_papers_than_usual() {
    let old = held("facture-energie", None, date(2026, 6, 1));
    let mut bill = item(&["facture-energie"]);
    assert!(matches!(with(&bill, old), Standing::TooOld { .. }));
    bill.fresh = Fresh::Months(6);
    assert_eq!(with(&bill, old), Standing::Have { paper: 0 });
    bill.fresh = Fresh::Months(5);
    assert!(matches!(with(&bill, old), Standing::TooOld { .. }));
    bill.fresh = Fresh::Any;
    assert_eq!(with(&bill, old), Standing::Have { paper: 0 });
}

#[test]
fn months_of_an_item_do_not_make_a_passport_old() {
    let mut proof = item(&["passeport", "facture-energie"]);
    proof.fresh = Fresh::Months(6);
    let passport = held("passeport", Some(date(2030, 1, 1)), date(2020, 1, 1));
    assert_eq!(with(&proof, passport), Standing::Have { paper: 0 });
}

#[test]
fn an_item_may_take_what_has_ended() {
    let mut identity = item(&["passeport"]);
    identity.even_expired = true;
    for last in [date(2020, 1, 1), TODAY] {
        let paper = held("passeport", Some(last), date(2010, 1, 1));
        assert_eq!(with(&identity, paper), Standing::Have { paper: 0 });
    }
}

#[test]
fn what_is_missing_says_where_to_get_the_usual_one() {
    let identity = item(&["passeport", "carte-identite"]);
    let get = kind("passeport").get;
    let missing = Standing::Missing { get: &get };
    assert_eq!(of_item(&identity, &[], TODAY), missing);
    assert_eq!(with(&identity, held("rib", None, TODAY)), missing);
    let note = Held {
        kind: 1,
        expires: None,
        dated: TODAY,
    };
    assert_eq!(with(&identity, note), missing);
}

#[test]
fn the_best_paper_counts() {
    let any = item(&["carte-identite", "titre-sejour", "facture-energie"]);
    let made = date(2026, 1, 1);
    let expired = held("carte-identite", Some(date(2026, 2, 1)), made);
    let less = held("titre-sejour", Some(date(2026, 3, 1)), made);
    let too_old = held("facture-energie", None, made);
    let soon = held("carte-identite", Some(date(2026, 12, 1)), made);
    let later = held("titre-sejour", Some(date(2026, 12, 2)), made);
    let good = held("titre-sejour", Some(date(2028, 1, 1)), made);
    let best = held("titre-sejour", Some(date(2029, 1, 1)), made);
    let from_worst = [expired, less, too_old, soon, later, good, best];
    for count in 1..=from_worst.len() {
        let mut papers = from_worst[..count].to_vec();
        assert_eq!(paper(of_item(&any, &papers, TODAY)), Some(count - 1));
        papers.reverse();
        assert_eq!(paper(of_item(&any, &papers, TODAY)), Some(0));
    }
    let twins = of_item(&any, &[good, good], TODAY);
    assert_eq!(twins, Standing::Have { paper: 0 });
    let newer = held("facture-energie", None, date(2026, 11, 2));
    let older = held("facture-energie", None, date(2026, 11, 1));
    assert_eq!(paper(of_item(&any, &[older, newer], TODAY)), Some(1));
}

#[test]
fn days_at_the_ends_of_the_calendar_are_days() {
    let all = [held("facture-energie", Some(Date::MAX), Date::MAX)];
    let bill = item(&["facture-energie"]);
    assert_eq!(of_item(&bill, &all, Date::MIN), Standing::Have { paper: 0 });
    let first = [held("facture-energie", Some(Date::MIN), Date::MIN)];
    assert_eq!(
        of_item(&bill, &first, Date::MAX),
        Standing::Expired {
            paper: 0,
            last: Date::MIN
        }
    );
    let soon = of_item(&bill, &first, Date::MIN);
    assert_eq!(soon, Standing::Have { paper: 0 });
}

fn paper(standing: Standing<'_>) -> Option<usize> {
    match standing {
        Standing::Have { paper }
        | Standing::EndsSoon { paper, .. }
        | Standing::Expired { paper, .. }
        | Standing::TooOld { paper, .. } => Some(paper),
        Standing::Missing { .. } => None,
    }
}

/// How much a person has, from nothing to a good paper. What ended and what is too old are as little.
fn rank(standing: Standing<'_>) -> u8 {
    match standing {
        Standing::Missing { .. } => 0,
        Standing::Expired { .. } | Standing::TooOld { .. } => 1,
        Standing::EndsSoon { .. } => 2,
        Standing::Have { .. } => 3,
    }
}

fn some_day() -> impl Strategy<Value = Date> {
    (0..1_500_i32).prop_filter_map("a day", |n| date(2025, 1, 1).checked_add(n.days()).ok())
}

fn some_papers() -> impl Strategy<Value = Vec<Held>> {
    let one = (0..70_u16, prop::option::of(some_day()), some_day());
    let held = one.prop_map(|(kind, expires, dated)| Held {
        kind,
        expires,
        dated,
    });
    prop::collection::vec(held, 0..25)
}

fn ranks(need: &Need, papers: &[Held], today: Date) -> Vec<u8> {
    let all = standing(need, papers, today);
    all.iter().map(|of| rank(of.standing)).collect()
}

fn all_needs() -> &'static [Need] {
    bundled().map(super::super::Needs::all).unwrap_or_default()
}

proptest! {
    #[test]
    fn every_item_stands_once_and_names_a_paper_that_fits(papers in some_papers(), today in some_day()) {
        for need in all_needs() {
            let all = standing(need, &papers, today);
            prop_assert_eq!(all.len(), need.items.len());
            for of in &all {
                let fits = |held: &Held| of.item.one_of.iter().any(|kind| kind.code == held.kind);
                match paper(of.standing) {
                    Some(place) => prop_assert!(papers.get(place).is_some_and(fits)),
                    None => prop_assert!(!papers.iter().any(fits)),
                }
            }
        }
    }

    #[test]
    fn one_more_paper_is_never_worse(papers in some_papers(), today in some_day()) {
        for need in all_needs() {
            let fewer = &papers[..papers.len().saturating_sub(1)];
            let (with, without) = (ranks(need, &papers, today), ranks(need, fewer, today));
            prop_assert!(with.iter().zip(&without).all(|(with, without)| with >= without));
        }
    }

    #[test]
    fn the_order_of_papers_does_not_matter(papers in some_papers(), today in some_day()) {
        let turned: Vec<_> = papers.iter().rev().copied().collect();
        for need in all_needs() {
            prop_assert_eq!(ranks(need, &papers, today), ranks(need, &turned, today));
        }
    }

    #[test]
    fn time_makes_no_paper_better(papers in some_papers(), today in some_day(), later in 0..400_i32) {
        let then = today.checked_add(later.days()).unwrap_or(today);
        for need in all_needs() {
            let (now, then) = (ranks(need, &papers, today), ranks(need, &papers, then));
            prop_assert!(now.iter().zip(&then).all(|(now, then)| now >= then));
        }
    }

    #[test]
    fn papers_of_other_kinds_change_nothing(papers in some_papers(), today in some_day()) {
        for need in all_needs() {
            for item in &need.items {
                let fits = |held: &&Held| item.one_of.iter().any(|kind| kind.code == held.kind);
                let fitting: Vec<_> = papers.iter().filter(fits).copied().collect();
                let (all, few) = (of_item(item, &papers, today), of_item(item, &fitting, today));
                prop_assert_eq!(rank(all), rank(few));
            }
        }
    }
}
