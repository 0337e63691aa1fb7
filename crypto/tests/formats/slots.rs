//! A slot's seals open for their own slot, generation, account and root, and for nothing else: who
//! knows the public halves still cannot forge an account for a stick (A3, A4, A5, A26).

use crate::support::{Account, Seeded};
use crypto::{
    Opening,
    space::{SealPlace, open_admin, open_everyday, open_slot_keys, seal_slot, seal_slot_keys},
};
use wire::{
    AccountId, GateId, KeyId, Realm, Signed, SlotId,
    slot::{SlotKeys, SlotSeals},
};

fn place(account: &Account) -> SealPlace {
    SealPlace {
        realm: account.realm,
        account: account.id,
        slot: SlotId([1; 16]),
        generation: 1,
    }
}

/// Seals of `keys`, to the slot of `owner`, for `place`.
fn seals(place: &SealPlace, owner: &Account, keys: &Account) -> Signed<SlotSeals> {
    let (open, admin) = (owner.slot_open(1).kem, owner.slot_admin(1).kem);
    seal_slot(
        place,
        &open.public(),
        &admin.public(),
        &keys.ak_open,
        &keys.admin,
        &mut Seeded::new("seals"),
    )
    .unwrap()
}

#[test]
fn seals_open_for_their_slot() {
    let account = Account::new(Realm::Prod, 0x80);
    let place = place(&account);
    let seals = seals(&place, &account, &account);
    let ak = open_everyday(&place, &account.slot_open(1), &seals, &account.root()).unwrap();
    let keys = ak.derive_keys(Realm::Prod, 1);
    assert_eq!(keys.author.public(), account.open.author.public());
    assert_eq!(keys.reader.public(), account.open.reader.public());
    assert_eq!(keys.suspend.public(), account.open.suspend.public());
    let admin = open_admin(&place, &account.slot_admin(1), &seals, &account.root()).unwrap();
    assert_eq!(admin.root.public(), account.root());
    let control =
        |a: &crypto::keys::AdminKeys| a.control(&KeyId([1; 16]), &GateId([2; 16])).public();
    assert_eq!(control(&admin), control(&account.admin));
}

#[test]
fn another_place_is_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let here = place(&account);
    let seals = seals(&here, &account, &account);
    let elsewhere = [
        SealPlace {
            account: AccountId([0; 32]),
            ..here
        },
        SealPlace {
            slot: SlotId([2; 16]),
            ..here
        },
        SealPlace {
            generation: 2,
            ..here
        },
        SealPlace {
            realm: Realm::Practice,
            ..here
        },
    ];
    for (at, place) in elsewhere.iter().enumerate() {
        let expected = if at == 3 {
            Opening::Unsigned
        } else {
            Opening::Refused
        };
        let root = account.root();
        let everyday = open_everyday(place, &account.slot_open(1), &seals, &root);
        assert_eq!(everyday.unwrap_err(), expected, "everyday {at}");
        let admin = open_admin(place, &account.slot_admin(1), &seals, &root);
        assert_eq!(admin.unwrap_err(), expected, "admin {at}");
    }
}

#[test]
fn another_stick_is_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let place = place(&account);
    let seals = seals(&place, &account, &account);
    let root = account.root();
    let everyday = open_everyday(&place, &account.slot_open(2), &seals, &root);
    assert_eq!(everyday.unwrap_err(), Opening::Refused);
    let admin = open_admin(&place, &account.slot_admin(2), &seals, &root);
    assert_eq!(admin.unwrap_err(), Opening::Refused);
}

/// The portal knows slot_open's public half and makes an account of its own: the stick knows the
/// root that counts, and refuses.
#[test]
fn a_forged_account_is_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let forger = Account::new(Realm::Prod, 0x90);
    let place = place(&account);
    let slot = account.slot_open(1);

    let forged = seals(&place, &account, &forger);
    let refused = open_everyday(&place, &slot, &forged, &account.root());
    assert_eq!(refused.unwrap_err(), Opening::Unsigned);
    let refused = open_admin(&place, &account.slot_admin(1), &forged, &account.root());
    assert_eq!(refused.unwrap_err(), Opening::Unsigned);

    // Signed by the true root, but the seal inside names the forger's.
    let body = forged.claimed().unwrap();
    let mixed = account.admin.root.sign(Realm::Prod, &body);
    let refused = open_everyday(&place, &slot, &mixed, &account.root());
    assert_eq!(refused.unwrap_err(), Opening::Refused);
    let refused = open_admin(&place, &account.slot_admin(1), &mixed, &account.root());
    assert_eq!(refused.unwrap_err(), Opening::Refused);
}

/// Root-signed, yet with one field edited: what is inside is bound to its place all the same.
#[test]
fn every_field_of_the_seals_is_bound() {
    let account = Account::new(Realm::Prod, 0x80);
    let here = place(&account);
    let good = seals(&here, &account, &account).claimed().unwrap();
    let edits: [(&str, fn(&mut SlotSeals)); 9] = [
        ("account", |s| s.account.0[0] ^= 1),
        ("slot", |s| s.slot.0[0] ^= 1),
        ("generation", |s| s.generation += 1),
        ("open_to", |s| s.open_to.0[0] ^= 1),
        ("open.enc ML-KEM", |s| s.open.enc.0[0] ^= 1),
        ("open.enc X25519", |s| s.open.enc.0[1_119] ^= 1),
        ("open.ciphertext", |s| s.open.ciphertext[0] ^= 1),
        ("halves swapped", |s| {
            core::mem::swap(&mut s.open, &mut s.admin)
        }),
        ("cut", |s| s.open.ciphertext.truncate(15)),
    ];
    for (what, edit) in edits {
        let mut edited = good.clone();
        edit(&mut edited);
        let signed = account.admin.root.sign(Realm::Prod, &edited);
        let refused = open_everyday(&here, &account.slot_open(1), &signed, &account.root());
        assert_eq!(refused.unwrap_err(), Opening::Refused, "{what}");
    }
}

#[test]
fn the_two_prf_outputs_give_unrelated_keys() {
    let account = Account::new(Realm::Prod, 0x80);
    let header = account.slot_header(1);
    let prf = || crypto::keys::PrfOutput::take(&[0x62; 32]).unwrap();
    // Even the same output under both names.
    let open = crypto::keys::SlotOpen::derive(&header, prf());
    let admin = crypto::keys::SlotAdmin::derive(&header, prf());
    assert_ne!(open.kem.public(), admin.kem.public());
    assert!(crypto::keys::PrfOutput::take(&[0; 31]).is_err());
    for realm in [Realm::Prod, Realm::Practice] {
        assert_ne!(
            crypto::keys::prf_open_input(realm),
            crypto::keys::prf_admin_input(realm)
        );
    }
}

#[test]
fn gate_keys_of_a_slot_are_for_the_owner_and_that_slot() {
    let account = Account::new(Realm::Prod, 0x80);
    let keys = SlotKeys {
        key_id: KeyId([3; 16]),
        gates: (0..5).map(|i| GateId([i; 16])).collect(),
    };
    let slot = SlotId([1; 16]);
    let reader = &account.open.reader;
    let sealed = seal_slot_keys(
        Realm::Prod,
        &account.id,
        &slot,
        &keys,
        &reader.public(),
        &mut Seeded::new("slot keys"),
    )
    .unwrap();
    let open = |realm, id: &AccountId, slot: &SlotId, account: &Account| {
        open_slot_keys(realm, id, slot, &sealed, &account.open.reader)
    };
    assert_eq!(
        open(Realm::Prod, &account.id, &slot, &account).unwrap(),
        keys
    );
    let other = Account::new(Realm::Prod, 0x90);
    assert!(open(Realm::Practice, &account.id, &slot, &account).is_err());
    assert!(open(Realm::Prod, &other.id, &slot, &account).is_err());
    assert!(open(Realm::Prod, &account.id, &SlotId([2; 16]), &account).is_err());
    assert!(open(Realm::Prod, &account.id, &slot, &other).is_err());
}
