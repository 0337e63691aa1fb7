//! A person died: the space goes after the notice, whoever opens it proves the contrary.

use wire::AccountId;

use super::super::{
    deceased::{self, Standing},
    idle::{self, NOTICE_DAYS},
};
use super::*;
use crate::records::{Deceased, Opened};

impl Portal {
    fn say(&self, account: AccountId, died: Option<u64>) -> Outcome<u64> {
        self.run(move |tx, _, _, now| deceased::say(tx, &account, died, now))
    }

    fn counts(&self, account: AccountId) -> bool {
        self.run(move |tx, _, _, _| deceased::counts(tx, &account))
            .unwrap()
    }

    fn ended(&self, session: Session) -> Option<u64> {
        self.run(move |tx, _, _, now| deceased::ended(tx, &session, now))
            .unwrap()
    }

    fn said(&self, account: AccountId) -> Option<Deceased> {
        self.run(move |tx, _, _, _| Ok(tx.get_record(&account.0)?))
            .unwrap()
    }
}

#[test]
fn the_space_goes_after_the_notice_whatever_keeps_an_idle_one() {
    let (mut portal, person, passkey, session) = opened("amina");
    // Who deletes no idle space still follows what a structure says, and the share that is kept goes along.
    portal.place.ends_idle = false;
    let held = [person.account.0, [0xaa; 32]].concat();
    portal
        .run(move |tx, _, _, _| {
            tx.put(Table::Holds, held, []);
            Ok(())
        })
        .unwrap();
    portal.days(1);
    let since = portal.now;
    let goes = since + NOTICE_DAYS * DAY;
    assert_eq!(portal.say(person.account, None), Ok(goes));
    portal.days(3);
    assert_eq!(portal.say(person.account, None), Ok(goes), "said again");
    let standing = Standing {
        account: person.account,
        since,
        goes: Some(goes),
    };
    let all = portal.run(|tx, _, _, _| deceased::all(tx));
    assert_eq!(all, Ok(vec![standing]));
    // Whoever was in it must open it again.
    let token = portal.run(move |tx, _, _, _| Ok(tx.get(Table::Tokens, &session.token.0)?));
    assert_eq!(token, Ok(None));
    assert_eq!(portal.days(NOTICE_DAYS - 4), [], "it is not idle");
    assert!(portal.stands(person.account));
    portal.days(1);
    assert!(!portal.stands(person.account));
    assert_eq!(portal.said(person.account), None);
    assert_eq!(code(portal.open(&passkey)), Code::CredentialUnknown);
}

#[test]
fn an_opening_on_the_last_day_ends_it_and_is_told_of_it() {
    let (mut portal, person, passkey, session) = opened("bilal");
    assert_eq!(portal.ended(session), None);
    portal.days(1);
    let since = portal.now;
    portal.say(person.account, None).unwrap();
    assert!(portal.counts(person.account));
    portal.days(NOTICE_DAYS - 1);
    let session = portal.open(&passkey).unwrap();
    assert!(!portal.counts(person.account));
    assert_eq!(portal.ended(session), Some(since));
    portal.days(30);
    assert_eq!(portal.ended(portal.open(&passkey).unwrap()), Some(since));
    portal.days(1);
    assert_eq!(portal.ended(portal.open(&passkey).unwrap()), None);
    assert_eq!(portal.said(person.account), None);
    portal.days(NOTICE_DAYS);
    assert!(portal.stands(person.account));
}

#[test]
fn what_is_taken_back_is_told_at_the_next_opening_however_late() {
    let (mut portal, person, passkey, _) = opened("carla");
    portal.until_noticed();
    portal.days(NOTICE_DAYS - 1);
    let withdraw =
        |portal: &Portal| portal.run(move |tx, _, _, _| deceased::withdraw(tx, &person.account));
    assert_eq!(code(withdraw(&portal)), Code::NotFound);
    let since = portal.now;
    portal.say(person.account, None).unwrap();
    portal.days(9);
    withdraw(&portal).unwrap();
    assert_eq!(code(withdraw(&portal)), Code::NotFound);
    assert!(!portal.counts(person.account));
    // The notice of an idle space that was almost over begins again: they are alive.
    let again = portal.now + DAY;
    assert_eq!(portal.days(NOTICE_DAYS), [(person.account, again)]);
    assert!(portal.stands(person.account));
    let session = portal.open(&passkey).unwrap();
    assert_eq!(portal.ended(session), Some(since));
}

#[test]
fn it_is_said_of_nobody_who_is_not_there_who_goes_already_or_who_came_later() {
    let (mut portal, mut person, passkey, _) = opened("dario");
    let nobody = portal.say(AccountId([9; 32]), None);
    assert_eq!(code(nobody), Code::NotFound);
    // Died before the month in which somebody opened it.
    portal.now += 100 * DAY;
    let died = portal.now;
    assert!(portal.say(person.account, Some(died)).is_ok());
    portal.now += 40 * DAY;
    portal.open(&passkey).unwrap();
    assert_eq!(
        code(portal.say(person.account, Some(died))),
        Code::Forbidden
    );
    assert!(!portal.counts(person.account));
    assert!(portal.say(person.account, Some(portal.now)).is_ok());
    let session = portal.open(&passkey).unwrap();
    let mut draft = Draft::default();
    let root = person.root();
    person.log(&mut draft, &Op::Delete, &[&root]);
    portal.commit(session, &draft).unwrap();
    assert_eq!(code(portal.say(person.account, None)), Code::BeingDeleted);
}

#[test]
fn days_on_which_nobody_could_open_and_a_wrong_clock_shorten_nothing() {
    let (mut portal, person, ..) = opened("elena");
    portal.days(1);
    let right = portal.now;
    // Said while the clock is years behind: it counts from the last look.
    portal.now = DAY;
    let goes = right + NOTICE_DAYS * DAY;
    assert_eq!(portal.say(person.account, None), Ok(goes));
    portal.now = right;
    portal.days(NOTICE_DAYS - 1);
    // Eight days away, then a restore, perhaps from a backup of long ago.
    portal.now += 8 * DAY;
    portal.look();
    portal.days(NOTICE_DAYS - 1);
    assert!(portal.stands(person.account));
    portal
        .run(|tx, _, _, _| Ok(idle::forget_look(tx)?))
        .unwrap();
    portal.days(NOTICE_DAYS);
    assert!(portal.stands(person.account));
    portal.days(1);
    assert!(!portal.stands(person.account));
}

#[test]
fn said_under_a_clock_ahead_it_counts_from_when_the_clock_is_right() {
    let (mut portal, person, ..) = opened("fatou");
    portal.days(1);
    let right = portal.now;
    portal.now += 10 * 366 * DAY;
    portal.say(person.account, None).unwrap();
    portal.now = right;
    portal.days(NOTICE_DAYS);
    assert!(portal.stands(person.account));
    portal.days(1);
    assert!(!portal.stands(person.account));
}

#[test]
fn an_account_is_dormant_after_half_a_year() {
    let (mut portal, person, passkey, _) = opened("gino");
    let dormant = |portal: &Portal| portal.run(|tx, _, _, now| idle::dormant(tx, now)).unwrap();
    let row: Opened = portal.row(person.account).unwrap();
    let ends = (u64::from(row.month) + 1) * 30 * DAY;
    portal.now = ends + 183 * DAY - 1;
    assert_eq!(dormant(&portal), []);
    portal.now += 1;
    assert_eq!(dormant(&portal), [(person.account, ends)]);
    portal.open(&passkey).unwrap();
    assert_eq!(dormant(&portal), []);
}
