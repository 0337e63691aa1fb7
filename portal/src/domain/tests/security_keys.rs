//! A security key: registered without a voucher, frozen by the portal because no gate can, and gone with its
//! slot.

use wire::{
    AccountId, KeyId, SigPublic, SlotId,
    gate::{Freeze, Lift, Order, Reach, Suspend},
};

use super::super::{erasure, security_keys};
use super::*;
use crate::records::SecurityKey;

const NAMED: KeyId = KeyId([0x5e; 16]);

fn suspend_key() -> SigKey {
    SigKey::of("suspend key")
}

impl Portal {
    fn begin_key(&self, session: Session) -> WebauthnOptions {
        let options = self.run(move |tx, _, passkeys, now| {
            security_keys::begin(tx, passkeys, &session, NAMED, now, &mut System::new())
        });
        options.unwrap()
    }

    fn hear(&self, order: Order) -> Outcome<()> {
        self.run(move |tx, place, _, _| security_keys::suspend(tx, place, &order))
    }

    fn order(&self, key: &SigKey, reach: Reach, n: u64, freeze: bool) -> Order {
        let told = Suspend {
            gate: self.place.gate,
            suspend: key.public(),
            reach,
            n,
        };
        match freeze {
            true => Order::Freeze(key.sign(&Freeze(told))),
            false => Order::Lift(key.sign(&Lift(told))),
        }
    }

    fn kept(&self, account: AccountId, slot: SlotId) -> Option<SecurityKey> {
        let row = self.run(move |tx, _, _, _| security_keys::of_slot(tx, &account, &slot));
        row.unwrap()
    }

    fn rows(&self, table: Table) -> usize {
        let rows = self.run(move |tx, _, _, _| Ok(tx.scan(table, &[], None, 100)?));
        rows.unwrap().len()
    }
}

/// A commit that adds a security key and names this suspend key.
fn adding(
    portal: &Portal,
    person: &mut Person,
    session: Session,
    suspend: Option<SigPublic>,
) -> (Draft, Authenticator, SlotId) {
    let mut passkey = Authenticator::new("a security key");
    let options = portal.begin_key(session);
    let mut draft = Draft {
        suspend,
        ..Draft::default()
    };
    let slot = person.add_slot(&mut draft, &mut passkey, &options);
    (draft, passkey, slot)
}

fn added(name: &'static str) -> (Portal, Person, Session, Authenticator, SlotId) {
    let (portal, mut person, _, session) = opened(name);
    let suspend = Some(suspend_key().public());
    let (draft, passkey, slot) = adding(&portal, &mut person, session, suspend);
    portal.commit(session, &draft).unwrap();
    (portal, person, session, passkey, slot)
}

#[test]
fn it_opens_the_space_and_goes_with_its_slot() {
    let (portal, mut person, session, passkey, slot) = added("gita");
    let opened = portal.open(&passkey).unwrap();
    assert_eq!((opened.account, opened.slot), (person.account, slot));
    let mut draft = Draft::default();
    person.revoke(&mut draft, slot);
    let unnamed = portal.commit(session, &draft);
    assert!(unnamed.is_ok(), "none is left whom a freeze could reach");
    assert_eq!(code(portal.open(&passkey)), Code::CredentialUnknown);
    assert_eq!(portal.kept(person.account, slot), None);
    assert_eq!(portal.rows(Table::Suspends), 0);
}

#[test]
fn nobody_adds_one_whom_nobody_could_freeze() {
    let (portal, mut person, _, session) = opened("hana");
    let before = (person.head, person.slots.clone());
    let (draft, _, _) = adding(&portal, &mut person, session, None);
    assert_eq!(code(portal.commit(session, &draft)), Code::LogRefused);
    // Nor is anybody named where there is none.
    (person.head, person.slots) = before;
    let mut draft = Draft {
        suspend: Some(suspend_key().public()),
        ..Draft::default()
    };
    person.rekey(&mut draft, RekeyCause::Compromise);
    assert_eq!(code(portal.commit(session, &draft)), Code::LogRefused);
}

#[test]
fn a_registration_belongs_to_one_account_and_the_last_one_counts() {
    let (portal, mut person, _, session) = opened("ivan");
    let (mut other, other_passkey) = moved_in(&portal, "jana");
    let others = portal.open(&other_passkey).unwrap();
    let suspend = Some(suspend_key().public());
    let options = portal.begin_key(session);
    let mut draft = Draft {
        suspend,
        ..Draft::default()
    };
    other.add_slot(&mut draft, &mut Authenticator::new("taken"), &options);
    assert_eq!(code(portal.commit(others, &draft)), Code::CeremonyExpired);

    let stale = portal.begin_key(session);
    let challenges = portal.rows(Table::Challenges);
    portal.begin_key(session);
    assert_eq!(portal.rows(Table::Challenges), challenges, "one at a time");
    let mut draft = Draft {
        suspend,
        ..Draft::default()
    };
    person.add_slot(&mut draft, &mut Authenticator::new("late"), &stale);
    assert_eq!(code(portal.commit(session, &draft)), Code::CeremonyExpired);
}

#[test]
fn a_freeze_shuts_it_out_until_it_is_lifted() {
    let (portal, person, session, passkey, slot) = added("karl");
    let stays = portal.open(&passkey).unwrap();
    let key = suspend_key();
    portal
        .hear(portal.order(&key, Reach::All, 10, true))
        .unwrap();
    assert_eq!(code(portal.open(&passkey)), Code::GateSuspended);
    let frozen = portal.sync(
        stays,
        SyncRequest {
            log: Head::NONE,
            manifests: Vec::new(),
        },
    );
    assert!(frozen.is_ok(), "rules see the slot; the token is what ends");
    assert_eq!(portal.rows(Table::Tokens), 1, "the stick's session alone");
    assert!(portal.kept(person.account, slot).unwrap().suspended);
    // Late, twice, or older: nothing.
    portal
        .hear(portal.order(&key, Reach::All, 10, false))
        .unwrap();
    portal
        .hear(portal.order(&key, Reach::One(NAMED), 9, false))
        .unwrap();
    assert_eq!(code(portal.open(&passkey)), Code::GateSuspended);
    portal
        .hear(portal.order(&key, Reach::One(NAMED), 11, false))
        .unwrap();
    portal.open(&passkey).unwrap();
    let _ = session;
}

#[test]
fn nobody_else_freezes_it() {
    let (portal, _, _, passkey, _) = added("lena");
    let other = SigKey::of("somebody else");
    portal
        .hear(portal.order(&other, Reach::All, 10, true))
        .unwrap();
    let one = portal.order(&other, Reach::One(NAMED), 10, true);
    assert_eq!(code(portal.hear(one)), Code::GateRefused);
    // Signed by another than it names.
    let told = Suspend {
        gate: portal.place.gate,
        suspend: suspend_key().public(),
        reach: Reach::All,
        n: 10,
    };
    let forged = Order::Freeze(other.sign(&Freeze(told.clone())));
    assert_eq!(code(portal.hear(forged)), Code::GateRefused);
    // For a gate of another structure.
    let told = Suspend {
        gate: GateId([9; 16]),
        ..told
    };
    let elsewhere = Order::Freeze(suspend_key().sign(&Freeze(told)));
    assert_eq!(code(portal.hear(elsewhere)), Code::GateRefused);
    let no_freeze = Order::Destroy(suspend_key().sign(&wire::gate::Destroy {
        gate: portal.place.gate,
        key_id: NAMED,
    }));
    assert_eq!(code(portal.hear(no_freeze)), Code::Malformed);
    portal.open(&passkey).unwrap();
}

#[test]
fn new_account_keys_name_who_may_freeze_from_then_on() {
    let (portal, mut person, session, passkey, slot) = added("mona");
    portal
        .hear(portal.order(&suspend_key(), Reach::All, 10, true))
        .unwrap();
    let mut draft = Draft::default();
    let before = person.clone();
    person.rekey(&mut draft, RekeyCause::Compromise);
    assert_eq!(code(portal.commit(session, &draft)), Code::LogRefused);
    person = before;
    let next = SigKey::of("the suspend key that follows");
    let mut draft = Draft {
        suspend: Some(next.public()),
        ..Draft::default()
    };
    person.rekey(&mut draft, RekeyCause::Compromise);
    portal.commit(session, &draft).unwrap();
    assert_eq!(
        code(portal.open(&passkey)),
        Code::GateSuspended,
        "it stays frozen"
    );
    portal
        .hear(portal.order(&suspend_key(), Reach::All, 11, false))
        .unwrap();
    assert!(portal.kept(person.account, slot).unwrap().suspended);
    portal
        .hear(portal.order(&next, Reach::All, 1, false))
        .unwrap();
    portal.open(&passkey).unwrap();
    assert_eq!(portal.rows(Table::Suspends), 1);
}

#[test]
fn some_begin_to_count_at_their_first_answer() {
    let (portal, _, _, passkey, _) = added("nour");
    let open = |counter: u32| {
        let answer = passkey.open_with(&portal.login_start(), 0x05, counter);
        portal.run(move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        })
    };
    open(0).unwrap();
    open(3).unwrap();
    assert_eq!(code(open(3)), Code::AssertionRefused, "a copy answers");
    open(4).unwrap();
}

#[test]
fn nothing_of_it_outlives_the_account() {
    let (portal, person, session, _, _) = added("olga");
    portal.begin_key(session);
    let account = person.account;
    portal
        .run(move |tx, _, _, now| erasure::close(tx, &account, now))
        .unwrap();
    for table in [
        Table::SecurityKeys,
        Table::Suspends,
        Table::SecurityKeyStarts,
        Table::Challenges,
    ] {
        assert_eq!(portal.rows(table), 0, "{}", table.name());
    }
}
