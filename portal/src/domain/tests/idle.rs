//! A space that nobody opens: noticed after two years, gone after three months of notice, never sooner.

use wire::AccountId;

use super::super::idle::{self, IDLE_DAYS, NOTICE_DAYS};
use super::*;
use crate::records::{Account, Opened};

impl Portal {
    /// One look, as the portal has every day. Who is noticed.
    pub(super) fn look(&self) -> Vec<(AccountId, u64)> {
        let noticed = self.run(|tx, place, _, now| {
            let Some(mut look) = idle::begin(tx, now)? else {
                return Ok(Vec::new());
            };
            while !idle::step(tx, place, &mut look, now)? {}
            Ok(look.noticed)
        });
        noticed.unwrap()
    }

    /// Days pass, each with its look. Who is noticed in the end.
    pub(super) fn days(&mut self, days: u64) -> Vec<(AccountId, u64)> {
        let mut noticed = Vec::new();
        for _ in 0..days {
            self.now += DAY;
            noticed = self.look();
        }
        noticed
    }

    pub(super) fn row(&self, account: AccountId) -> Option<Opened> {
        let row = self.run(move |tx, _, _, _| Ok(tx.get_record::<Opened>(&account.0)?));
        row.unwrap()
    }

    pub(super) fn stands(&self, account: AccountId) -> bool {
        let row = self.run(move |tx, _, _, _| Ok(tx.get_record::<Account>(&account.0)?));
        row.unwrap().is_some()
    }

    /// Two years without anybody, as a portal sees them that runs.
    pub(super) fn until_noticed(&mut self) -> u64 {
        let start = self.now;
        // Weeks are as good as days.
        self.now += (IDLE_DAYS - 14) * DAY;
        assert_eq!(self.look(), []);
        while self.look().is_empty() {
            self.now += DAY;
        }
        // From the end of the month in which it was opened.
        let passed = self.now - start;
        assert!((IDLE_DAYS * DAY..=(IDLE_DAYS + 31) * DAY).contains(&passed));
        self.now
    }
}

#[test]
fn two_years_and_three_months_and_not_a_day_sooner() {
    let (mut portal, person, passkey, _) = opened("amina");
    let since = portal.until_noticed();
    assert_eq!(portal.days(NOTICE_DAYS - 1), [(person.account, since)]);
    assert!(portal.stands(person.account));
    portal.days(1);
    assert!(!portal.stands(person.account));
    assert_eq!(portal.row(person.account), None);
    assert_eq!(code(portal.open(&passkey)), Code::CredentialUnknown);
    // On the way that every deleted space goes: it is erased, and a tombstone keeps it from coming back.
    let (under_way, is_deleted) = portal
        .run(move |tx, _, _, _| {
            let account = person.account;
            Ok((
                super::super::erasure::under_way(tx)?.len(),
                super::super::erasure::is_deleted(tx, &account)?,
            ))
        })
        .unwrap();
    assert_eq!((under_way, is_deleted), (1, true));
}

#[test]
fn an_opening_on_the_last_day_ends_the_notice_and_is_told_of_it() {
    let (mut portal, person, passkey, session) = opened("bilal");
    let ended = |portal: &Portal, session: Session| {
        portal
            .run(move |tx, _, _, _| idle::ended(tx, &session))
            .unwrap()
    };
    assert_eq!(ended(&portal, session), None);
    let since = portal.until_noticed();
    portal.days(NOTICE_DAYS - 1);
    let session = portal.open(&passkey).unwrap();
    assert_eq!(ended(&portal, session), Some(since));
    assert_eq!(portal.days(2), []);
    assert!(portal.stands(person.account));
    // Once more in that month, and no longer in another.
    let again = portal.open(&passkey).unwrap();
    assert_eq!(ended(&portal, again), Some(since));
    portal.days(31);
    let later = portal.open(&passkey).unwrap();
    assert_eq!(ended(&portal, later), None);
}

#[test]
fn only_the_month_is_kept() {
    let (mut portal, person, passkey, _) = opened("carla");
    let first = portal.row(person.account).unwrap();
    let month = 30 * DAY;
    assert_eq!(u64::from(first.month), NOW / month);
    portal.now = (NOW / month + 1) * month - 1;
    portal.open(&passkey).unwrap();
    assert_eq!(portal.row(person.account), Some(first));
    portal.now += 1;
    portal.open(&passkey).unwrap();
    assert_eq!(portal.row(person.account).unwrap().month, first.month + 1);
}

#[test]
fn days_on_which_nobody_could_open_do_not_count() {
    let (mut portal, person, ..) = opened("dario");
    portal.until_noticed();
    portal.days(NOTICE_DAYS - 1);
    // Eight days away: every notice begins again.
    portal.now += 8 * DAY;
    let again = portal.now;
    assert_eq!(portal.look(), [(person.account, again)]);
    portal.days(NOTICE_DAYS - 1);
    // A restore lost the last opening, perhaps.
    portal
        .run(|tx, _, _, _| Ok(idle::forget_look(tx)?))
        .unwrap();
    let again = portal.now;
    assert_eq!(portal.look(), [(person.account, again)]);
    portal.days(NOTICE_DAYS - 1);
    assert!(portal.stands(person.account));
    portal.days(1);
    assert!(!portal.stands(person.account));
}

#[test]
fn a_clock_that_jumps_deletes_nothing() {
    let (mut portal, person, ..) = opened("elena");
    portal.days(1);
    let right = portal.now;
    portal.now += 10 * 366 * DAY;
    let wrong = portal.now;
    assert_eq!(portal.look(), [(person.account, wrong)]);
    portal.days(NOTICE_DAYS - 1);
    portal.now = right + DAY;
    assert_eq!(portal.look(), []);
    assert_eq!(portal.row(person.account).unwrap().noticed, None);
    assert!(portal.stands(person.account));
}

/// A computer without a battery begins in 1970, looks, and hears the time only then.
#[test]
fn a_clock_that_was_behind_takes_nobody_for_gone() {
    let (mut portal, person, ..) = opened("hana");
    let right = portal.now;
    portal
        .run(move |tx, _, _, _| {
            tx.delete(Table::LastOpened, person.account.0);
            Ok(idle::forget_look(tx)?)
        })
        .unwrap();
    portal.now = 1_000;
    assert_eq!(portal.look(), []);
    portal.now = right + 8 * DAY;
    assert_eq!(portal.look(), []);
    // An opening by the wrong clock moves nothing back either.
    portal
        .run(move |tx, place, _, _| {
            tx.delete(Table::LastOpened, person.account.0);
            idle::opened(tx, place, &person.account, 1_000)
        })
        .unwrap();
    portal.now += 8 * DAY;
    assert_eq!(portal.look(), []);
}

#[test]
fn a_portal_that_deletes_none_keeps_no_month_and_begins_anew() {
    let (mut portal, person, passkey, _) = opened("fatou");
    portal.until_noticed();
    portal.place.ends_idle = false;
    assert_eq!(portal.days(NOTICE_DAYS + 9), []);
    assert_eq!(portal.row(person.account), None);
    portal.open(&passkey).unwrap();
    assert_eq!(portal.row(person.account), None);
    portal.place.ends_idle = true;
    assert_eq!(portal.days(NOTICE_DAYS), []);
    assert!(portal.row(person.account).is_some());
}

#[test]
fn a_space_from_an_earlier_portal_counts_from_the_first_look() {
    let (mut portal, person, ..) = opened("gino");
    portal
        .run(move |tx, _, _, _| {
            tx.delete(Table::LastOpened, person.account.0);
            Ok(())
        })
        .unwrap();
    portal.now += 5 * 366 * DAY;
    assert_eq!(portal.look(), []);
    let month = portal.row(person.account).unwrap().month;
    assert_eq!(u64::from(month), portal.now / (30 * DAY));
    portal.until_noticed();
}

#[test]
fn a_space_that_somebody_else_still_has_to_do_with_stays() {
    let (mut portal, person, ..) = opened("hawa");
    let line = [person.account.0, [0xaa; 32]].concat();
    let held = line.clone();
    portal
        .run(move |tx, _, _, _| {
            tx.put(Table::Holds, held, []);
            Ok(())
        })
        .unwrap();
    portal.now += IDLE_DAYS * 2 * DAY;
    assert_eq!(portal.look(), []);
    portal
        .run(move |tx, _, _, _| {
            tx.delete(Table::Holds, line);
            Ok(())
        })
        .unwrap();
    assert_eq!(portal.days(1).len(), 1);
}
