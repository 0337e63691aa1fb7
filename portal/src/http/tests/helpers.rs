//! Who asks to be certified and who is: what is kept of it, and for how long.

use wire::{
    api::{AskToHelp, Session},
    helper::{HelperNumber, Role},
    log::Op,
};

use super::harness::Portal;
use crate::{
    Settings,
    domain::DAY,
    fixtures::{Authenticator, Draft, NOW, Person, REALM, structure},
    helpers::{self, Certify},
};

async fn asks(portal: &Portal, name: &'static str) -> (Person, Authenticator, HelperNumber) {
    let (person, key, _) = portal.move_in(name).await;
    let session = portal.open(&key).await;
    let number = ask(portal, name, &session).await;
    (person, key, number)
}

async fn ask(portal: &Portal, name: &str, session: &Session) -> HelperNumber {
    let asking = AskToHelp { name: name.into() };
    let asked = portal.post("/v1/helpers/ask", &asking, Some(session)).await;
    assert_eq!(asked.status, 204);
    let asked = helpers::asked(&settings(portal), NOW).unwrap();
    asked.last().unwrap().number(REALM)
}

fn settings(portal: &Portal) -> Settings {
    Settings::read(&portal.path("data")).unwrap()
}

fn certify(portal: &Portal, number: HelperNumber, days: u64, now: u64) {
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
