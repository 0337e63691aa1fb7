//! A space that nobody opens, over the wire: who is told, and what a restore makes of a notice.

use wire::{AccountId, Code, api::NoticesAnswer, api::Session};

use super::harness::{Portal, bearer};
use crate::{
    Settings, accounts,
    backup::restore,
    domain::{
        DAY,
        idle::{IDLE_DAYS, NOTICE_DAYS},
    },
    store::{Read, Table},
};

/// What an admin is shown.
fn listed(portal: &Portal, data: &str) -> Vec<(AccountId, u64)> {
    let settings = Settings::read(&portal.path(data)).unwrap();
    let all = accounts::idle(&settings).unwrap();
    all.into_iter()
        .map(|idle| (idle.account, idle.goes))
        .collect()
}

async fn days(portal: &Portal, days: u64) {
    for _ in 0..days {
        portal.clock.advance(DAY);
        portal.running.hourly().await.unwrap();
    }
}

async fn told(portal: &Portal, session: &Session) -> Option<u64> {
    let bearer = bearer(session);
    let headers = [("authorization", &*bearer)];
    let answer = portal.ask("POST", "/v1/notices", &headers, None).await;
    answer.read::<NoticesAnswer>().idle
}

fn now(portal: &Portal) -> u64 {
    crate::clock::Clock::now(&*portal.clock)
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_that_meet_are_made_one_after_the_other() {
    let portal = Portal::start().await;
    let (person, ..) = portal.move_in("dana").await;
    days(&portal, 1).await;
    portal.clock.advance((IDLE_DAYS + 31) * DAY);
    for _ in 0..5 {
        let look = || portal.running.hourly();
        let all = tokio::join!(look(), look(), look(), look(), look(), look());
        assert_eq!(all, (Ok(()), Ok(()), Ok(()), Ok(()), Ok(()), Ok(())));
        let since = now(&portal);
        // After so long nobody looked, the notice begins again each time.
        assert_eq!(
            listed(&portal, "data"),
            [(person.account, since + NOTICE_DAYS * DAY)]
        );
        portal.clock.advance(8 * DAY);
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn whoever_comes_back_during_the_notice_is_told_and_keeps_the_space() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("amina").await;
    assert_eq!(told(&portal, &portal.open(&passkey).await).await, None);
    days(&portal, 1).await;
    assert_eq!(listed(&portal, "data"), []);
    portal.clock.advance((IDLE_DAYS + 31) * DAY);
    portal.running.hourly().await.unwrap();
    let since = now(&portal);
    assert_eq!(
        listed(&portal, "data"),
        [(person.account, since + NOTICE_DAYS * DAY)]
    );
    days(&portal, 3).await;
    let session = portal.open(&passkey).await;
    assert_eq!(told(&portal, &session).await, Some(since));
    days(&portal, NOTICE_DAYS).await;
    assert_eq!(listed(&portal, "data"), []);
    assert!(!portal.path("data/accounts.idle").exists());
    portal.open(&passkey).await;
    portal.running.stop().await;
}

#[tokio::test]
async fn after_a_restore_somebody_who_died_is_still_said_to_have_and_the_notice_begins_again() {
    let portal = Portal::start().await;
    let (person, ..) = portal.move_in("carla").await;
    days(&portal, 1).await;
    let (settings, clock) = (
        Settings::read(&portal.path("data")).unwrap(),
        portal.clock.clone(),
    );
    let account = person.account;
    let said = move || accounts::say(&settings, account, None, &*clock);
    tokio::task::spawn_blocking(said).await.unwrap().unwrap();
    days(&portal, NOTICE_DAYS - 1).await;
    portal.running.backup(portal.path("backup")).await.unwrap();
    let (from, to) = (portal.path("backup"), portal.path("restored"));
    let restored = tokio::task::spawn_blocking(move || restore(&from, &to, None));
    restored.await.unwrap().unwrap();
    let portal = portal.restart("restored").await;
    days(&portal, NOTICE_DAYS).await;
    let app = portal.running.app();
    let all = app
        .glance(|read| crate::domain::deceased::all(read))
        .unwrap();
    assert_eq!((all.len(), all[0].goes), (1, Some(now(&portal) + DAY)));
    assert_eq!(listed(&portal, "restored"), [], "it is not idle");
    days(&portal, 1).await;
    for table in Table::ALL {
        let rows = app.glance(|read| Ok(read.scan(*table, &account.0, None, 9)?.len()));
        assert_eq!(rows, Ok(0), "{}", table.name());
    }
    portal.running.stop().await;
}

#[tokio::test]
async fn after_a_restore_the_whole_notice_is_still_to_come_and_then_nothing_stays() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("bilal").await;
    portal.open(&passkey).await;
    portal.clock.advance((IDLE_DAYS + 31) * DAY);
    portal.running.hourly().await.unwrap();
    days(&portal, NOTICE_DAYS - 1).await;
    portal.running.backup(portal.path("backup")).await.unwrap();
    let (from, to) = (portal.path("backup"), portal.path("restored"));
    let restored = tokio::task::spawn_blocking(move || restore(&from, &to, None));
    restored.await.unwrap().unwrap();
    let portal = portal.restart("restored").await;
    days(&portal, 1).await;
    let goes = now(&portal) + NOTICE_DAYS * DAY;
    assert_eq!(listed(&portal, "restored"), [(person.account, goes)]);
    days(&portal, NOTICE_DAYS - 1).await;
    assert_eq!(listed(&portal, "restored").len(), 1);
    days(&portal, 1).await;
    assert_eq!(listed(&portal, "restored"), []);
    let options = portal
        .ask("POST", "/v1/login/start", &[], None)
        .await
        .read();
    let refused = portal
        .post("/v1/login/finish", &passkey.open(&options), None)
        .await;
    assert_eq!(refused.code(), Code::CredentialUnknown);
    let app = portal.running.app();
    for table in Table::ALL {
        let rows = app.glance(|read| Ok(read.scan(*table, &person.account.0, None, 9)?.len()));
        assert_eq!(rows, Ok(0), "{}", table.name());
    }
    portal.running.stop().await;
}
