//! Who asks to be certified and who is: what is kept of it, and for how long.

use std::collections::BTreeMap;

use wire::{
    AccountId,
    api::{AskToHelp, Session},
    helper::{HelperNumber, Role},
    log::Op,
};

use super::harness::Portal;
use crate::{
    Settings,
    doctor::{Check, Verdict},
    domain::DAY,
    fixtures::{Authenticator, Draft, NOW, Person, REALM, structure},
    helpers::{self, Certify, HelpersError},
};

async fn asks(portal: &Portal, name: &'static str) -> (Person, Authenticator, HelperNumber) {
    let (person, key, _) = portal.move_in(name).await;
    let session = portal.open(&key).await;
    let number = ask(portal, name, &session).await;
    (person, key, number)
}

pub(super) async fn ask(portal: &Portal, name: &str, session: &Session) -> HelperNumber {
    let asking = AskToHelp { name: name.into() };
    let asked = portal.post("/v1/helpers/ask", &asking, Some(session)).await;
    assert_eq!(asked.status, 204);
    let asked = helpers::asked(&settings(portal), NOW).unwrap();
    asked.last().unwrap().number(REALM)
}

fn settings(portal: &Portal) -> Settings {
    Settings::read(&portal.path("data")).unwrap()
}

pub(super) fn certify(portal: &Portal, number: HelperNumber, days: u64, now: u64) {
    let words = Certify {
        number,
        role: Role::Mediator,
        name: None,
        days,
    };
    let officer = structure().1.officiate();
    helpers::certify(&settings(portal), &officer, words, now).unwrap();
}

fn waiting(portal: &Portal, now: u64) -> Vec<String> {
    let waiting = helpers::asked(&settings(portal), now).unwrap();
    waiting.into_iter().map(|asked| asked.name).collect()
}

/// Whether these words stand in a file of the data folder.
fn stands(portal: &Portal, file: &str, words: &str) -> bool {
    let bytes = std::fs::read(portal.path("data").join(file)).unwrap();
    bytes.windows(words.len()).any(|w| w == words.as_bytes())
}

#[tokio::test]
async fn who_asks_waits_until_certified_or_erased_and_for_a_month() {
    let portal = Portal::start().await;
    let (_, _, amel) = asks(&portal, "amel").await;
    let (mut bela, bela_key, _) = asks(&portal, "bela").await;
    asks(&portal, "chen").await;
    assert_eq!(waiting(&portal, NOW), ["amel", "bela", "chen"]);
    certify(&portal, amel, 90, NOW);
    assert_eq!(waiting(&portal, NOW), ["bela", "chen"]);

    let mut draft = Draft::default();
    let root = bela.root();
    bela.log(&mut draft, &Op::Delete, &[&root]);
    let session = portal.open(&bela_key).await;
    assert_eq!(portal.commit(&session, &draft).await.status, 200);
    portal.clock.advance(7 * DAY);
    portal.running.hourly().await.unwrap();
    assert_eq!(waiting(&portal, NOW), ["chen"]);
    assert!(!stands(&portal, "helpers.asked", "bela"));

    assert_eq!(waiting(&portal, NOW + 31 * DAY), [""; 0]);
    assert!(stands(&portal, "helpers.asked", "chen"));
    portal.clock.advance(24 * DAY);
    portal.running.hourly().await.unwrap();
    assert!(!stands(&portal, "helpers.asked", "chen"));
    portal.running.stop().await;
}

#[tokio::test]
async fn a_certificate_that_is_over_leaves_the_file_with_the_next_list() {
    let portal = Portal::start().await;
    let (_, _, amel) = asks(&portal, "amel").await;
    certify(&portal, amel, 1, NOW);
    let (_, _, bela) = asks(&portal, "bela").await;
    certify(&portal, bela, 90, NOW);
    let officer = structure().1.officiate();
    let refresh = |now| helpers::refresh(&settings(&portal), &officer, now).unwrap();
    refresh(NOW + DAY - 1);
    assert!(stands(&portal, "helpers", "amel"));
    refresh(NOW + DAY);
    assert!(!stands(&portal, "helpers", "amel"));
    assert!(stands(&portal, "helpers", "bela"));
    portal.running.stop().await;
}

#[tokio::test]
async fn two_officers_at_once_lose_nothing_of_each_other() {
    let portal = Portal::start().await;
    let (_, _, amel) = asks(&portal, "amel").await;
    certify(&portal, amel, 90, NOW);
    let settings = settings(&portal);
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let officer = structure().1.officiate();
                for _ in 0..5 {
                    helpers::refresh(&settings, &officer, NOW).unwrap();
                }
            });
        }
    });
    let officer = structure().1.officiate();
    assert_eq!(helpers::refresh(&settings, &officer, NOW).unwrap(), 22);
    portal.running.stop().await;
}

#[tokio::test]
async fn the_doctor_says_in_time_that_an_officer_ends() {
    let portal = Portal::start().await;
    let settings = settings(&portal);
    let officer = async || {
        let checks = doctor(&portal, &settings).await;
        let found = checks.into_iter().find(|check| check.what == "officer");
        found.unwrap()
    };
    assert_eq!(officer().await.verdict, Verdict::Good);
    let (_, _, amel) = asks(&portal, "amel").await;
    certify(&portal, amel, 90, NOW);
    let ends = helpers::officer_ends(&settings).unwrap().unwrap();
    let good = officer().await;
    assert_eq!(good.verdict, Verdict::Good, "{good}");
    portal.clock.advance(ends - NOW - 30 * DAY);
    let soon = officer().await;
    assert_eq!(soon.verdict, Verdict::Soon);
    assert!(soon.words.starts_with("counts for 30 more days"), "{soon}");
    portal.clock.advance(30 * DAY);
    assert_eq!(officer().await.verdict, Verdict::Bad);
    portal.running.stop().await;
}

#[tokio::test]
async fn whoever_has_not_opened_their_space_for_half_a_year_is_not_certified_again() {
    let portal = Portal::start().await;
    let (amel, amel_key, number) = asks(&portal, "amel").await;
    let (bela, bela_key, bela_number) = asks(&portal, "bela").await;
    let shown = number.to_string();
    certify(&portal, number, 90, NOW);
    certify(&portal, bela_number, 90, NOW);
    let settings = settings(&portal);
    let ask = |settings: Settings| dormant(&portal, settings, &shown);
    let (dormant, awake) = ask(settings.clone()).await;
    assert_eq!(dormant.unwrap().len(), 0);
    awake.unwrap();

    // Amel's account is kept by its month, and bela comes now and then. Months have thirty days.
    let ends = (NOW / (30 * DAY) + 1) * 30 * DAY;
    portal.clock.advance(ends + 183 * DAY - NOW - 1);
    portal.open(&bela_key).await;
    assert!(ask(settings.clone()).await.1.is_ok());
    portal.clock.advance(1);
    let (dormant, awake) = ask(settings.clone()).await;
    assert_eq!(
        dormant.unwrap().into_iter().collect::<Vec<_>>(),
        [(amel.account, ends)]
    );
    let error = awake.unwrap_err().to_string();
    assert!(
        error.contains("amel") && error.contains("--although-dormant"),
        "{error}"
    );
    let checks = doctor(&portal, &settings).await;
    let found = checks.iter().find(|check| check.what == "dormant").unwrap();
    assert_eq!(found.verdict, Verdict::Soon);
    assert!(found.words.starts_with("1 helpers"), "{found}");
    assert_ne!(amel.account, bela.account);

    // A portal that keeps no month does not know.
    let mut keeps = settings.clone();
    keeps.file.idle.delete = false;
    let (unknown, awake) = ask(keeps).await;
    assert_eq!(unknown, None);
    awake.unwrap();

    // An opening, and they are awake at once.
    portal.open(&amel_key).await;
    let (dormant, awake) = ask(settings.clone()).await;
    assert_eq!(dormant.unwrap().len(), 0);
    awake.unwrap();
    portal.running.stop().await;
}

/// Who is dormant, and whether the helper with this number may be certified again.
async fn dormant(
    portal: &Portal,
    settings: Settings,
    number: &str,
) -> (Option<BTreeMap<AccountId, u64>>, Result<(), HelpersError>) {
    let (number, clock) = (HelperNumber::parse(number).unwrap(), portal.clock.clone());
    let asked = tokio::task::spawn_blocking(move || {
        let dormant = helpers::dormant(&settings, &*clock).unwrap();
        (dormant, helpers::is_awake(&settings, &number, &*clock))
    });
    asked.await.unwrap()
}

async fn doctor(portal: &Portal, settings: &Settings) -> Vec<Check> {
    let (settings, clock) = (settings.clone(), portal.clock.clone());
    let checks = tokio::task::spawn_blocking(move || crate::doctor::examine(&settings, &*clock));
    checks.await.unwrap()
}
