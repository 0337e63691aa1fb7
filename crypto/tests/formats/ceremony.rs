//! One recovery: what is compared, what a holder hands over, and every shape that travels with it.

use crate::{
    frozen::frozen,
    recovery::{arranged, card, holder},
    support::{Account, Fixed, Seeded, heads, voucher},
};
use crypto::{
    Opening,
    keys::KemKey,
    recovery::{
        Arrangement, HeldShare, Named, Roll, open_card_suspend, open_handed, open_package,
        open_payload,
    },
};
use minicbor::bytes::ByteVec;
use wire::{
    AccountId, CeremonyId, Challenge, Hash, KeyId, Realm, SigPublic, Signed,
    ceremony::{
        Ask, CardAnswer, CeremonyAnswer, CeremonyApproval, CeremonyAsking, CeremonyNumber,
        CeremonyRecord, CeremonyStart, CeremonyStatus, CeremonyToken, Ending, FindCard, Held, Hold,
        HoldsAnswer, Meeting, Nonce, OwnRecovery, OwnUnderWay, Path, Progress, UnderWay,
        commitment, pictures,
    },
    decode_canonical,
    helper::Role,
    recovery::Payload,
    seal::Sealed,
};

const REALM: Realm = Realm::Prod;

/// The key that receives shares.
pub(crate) fn key() -> KemKey {
    KemKey::make(&mut Fixed(0xd0))
}

fn two_holders() -> (Account, Arrangement, [KemKey; 2]) {
    let account = Account::new(REALM, 0x80);
    let ((a, a_key), (b, b_key)) = (holder(0x90), holder(0xa0));
    let made = arranged(&account, &[a, b], "ceremony");
    (account, made, [a_key, b_key])
}

pub(crate) fn record() -> CeremonyRecord {
    let (account, made, _) = two_holders();
    let key = key().public();
    CeremonyRecord {
        realm: REALM,
        ceremony: CeremonyId::of(REALM, &key),
        account: account.id,
        policy: made.policy.hash(REALM),
        key,
        key_id: KeyId([0x22; 16]),
        possession: SigPublic([0x26; 32]),
        started: 1_700,
        path: Path::WithoutCard,
    }
}

pub(crate) fn start(realm: Realm) -> CeremonyStart {
    CeremonyStart {
        realm,
        key_id: KeyId([0x22; 16]),
        possession: SigPublic([0x26; 32]),
        key: key().public(),
        tag: Some(Hash([0x2d; 32])),
        voucher: voucher(realm),
    }
}

pub(crate) fn asking(realm: Realm) -> CeremonyAsking {
    CeremonyAsking {
        realm,
        ceremony: record().ceremony,
        challenge: Challenge([0x25; 32]),
        ask: Ask::Reveal(1, Nonce([0x2e; 32])),
    }
}

fn handed(place: usize) -> Sealed {
    let (account, made, keys) = two_holders();
    let (policy, payload) = (&made.policy, &made.payloads[place]);
    let held = HeldShare::open(REALM, &account.id, policy, payload, &keys[place]).unwrap();
    held.hand_over(&record(), &mut Seeded::new("handed"))
        .unwrap()
}

pub(crate) fn approval(realm: Realm) -> CeremonyApproval {
    let account = Account::new(REALM, 0x90);
    CeremonyApproval {
        realm,
        holder: account.id,
        author: account.open.author.public(),
        record: record().hash(),
        sealed: handed(0),
    }
}

fn roll() -> Roll {
    let named = |byte, name: &str, role| Named {
        name: name.to_owned(),
        role,
        reader: holder(byte).0.reader,
    };
    Roll {
        label: "La dame au chien".to_owned(),
        holders: vec![
            named(0x90, "Amel B.", Role::SocialWorker),
            named(0xa0, "Omar D.", Role::Officer),
        ],
    }
}

pub(crate) fn signed_roll() -> Signed<wire::ceremony::Roll> {
    let (account, made, _) = two_holders();
    let random = &mut Seeded::new("roll");
    roll()
        .seal(REALM, account.id, &made.policy, &account.open, random)
        .unwrap()
}

#[test]
fn two_shares_handed_over_open_the_package() {
    let (account, made, _) = two_holders();
    let (record, policy) = (record(), &made.policy);
    let shares = [0, 1].map(|place| {
        let share = open_handed(&record, policy, place, &handed(place), &key()).unwrap();
        assert_eq!(share.heads, heads());
        assert_eq!(share.label, "La dame au chien");
        share
    });
    let (id, root) = (&account.id, account.root());
    let (ak, _) = open_package(REALM, id, policy, &made.package, &root, &shares).unwrap();
    let author = ak.derive_keys(REALM, 1).author.public();
    assert_eq!(author, account.open.author.public());
    // With the card as well.
    let card_key = card().key(REALM);
    let of_card = open_payload(REALM, id, policy, &made.payloads[2], &card_key).unwrap();
    let one = open_handed(&record, policy, 1, &handed(1), &key()).unwrap();
    assert!(open_package(REALM, id, policy, &made.package, &root, &[one, of_card]).is_ok());
}

/// A share for another ceremony, place or person, or one that was changed, is no share.
#[test]
fn a_share_handed_over_is_bound_to_its_record() {
    let (_, made, _) = two_holders();
    let policy = &made.policy;
    let edits: [fn(&mut CeremonyRecord); 7] = [
        |r| r.account.0[0] ^= 1,
        |r| r.policy.0[0] ^= 1,
        |r| r.key_id.0[0] ^= 1,
        |r| r.possession.0[0] ^= 1,
        |r| r.started += 1,
        |r| r.path = Path::WithCard,
        |r| r.ceremony.0[0] ^= 1,
    ];
    for (at, edit) in edits.into_iter().enumerate() {
        let mut other = record();
        edit(&mut other);
        let refused = open_handed(&other, policy, 0, &handed(0), &key());
        assert_eq!(refused.unwrap_err(), Opening::Refused, "field {at}");
    }
    let elsewhere = KemKey::make(&mut Fixed(0xd1));
    for (place, sealed, key) in [
        (1, handed(0), key()),
        (0, handed(1), key()),
        (7, handed(0), key()),
        (0, handed(0), elsewhere),
    ] {
        let refused = open_handed(&record(), policy, place, &sealed, &key);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "{place}");
    }
    let mut changed = handed(0);
    changed.ciphertext[9] ^= 1;
    let refused = open_handed(&record(), policy, 0, &changed, &key());
    assert_eq!(refused.unwrap_err(), Opening::Refused);
}

#[test]
fn a_card_freezes_without_its_policy_and_nobody_elses_does() {
    let (account, made, keys) = two_holders();
    let (payload, card) = (&made.payloads[2], card().key(REALM));
    let suspend = open_card_suspend(REALM, &account.id, payload, &card).unwrap();
    assert_eq!(suspend.public(), account.open.suspend.public());
    let other = AccountId([0; 32]);
    assert!(open_card_suspend(REALM, &other, payload, &card).is_err());
    assert!(open_card_suspend(REALM, &account.id, payload, &keys[0]).is_err());
}

#[test]
fn the_owners_list_opens_for_its_policy_only() {
    let (account, made, _) = two_holders();
    let bytes = frozen("roll", &signed_roll().to_bytes());
    let signed = Signed::from_bytes(&bytes).unwrap();
    let open = |account_id: &AccountId, policy| {
        let (reader, author) = (&account.open.reader, account.open.author.public());
        Roll::open(&signed, REALM, account_id, policy, reader, &author)
    };
    assert_eq!(open(&account.id, &made.policy).unwrap(), roll());
    let mut other = made.policy.clone();
    other.holders.swap(0, 1);
    assert_eq!(open(&account.id, &other).unwrap_err(), Opening::Refused);
    let nobody = AccountId([0; 32]);
    assert_eq!(open(&nobody, &made.policy).unwrap_err(), Opening::Refused);
}

/// Whatever differs in what both sides have seen makes other pictures.
#[test]
fn pictures_follow_from_the_record_and_both_nonces() {
    let (asked, held) = (Nonce([1; 32]), Nonce([2; 32]));
    let shown = pictures(&record(), 0, &asked, &held);
    assert_eq!(frozen("pictures", &shown), shown);
    assert!(shown.iter().all(|picture| *picture < 32));
    let mut swapped = record();
    swapped.key = KemKey::make(&mut Fixed(0xd1)).public();
    assert!(record().is_named() && !swapped.is_named());
    assert_ne!(pictures(&swapped, 0, &asked, &held), shown);
    assert_ne!(pictures(&record(), 1, &asked, &held), shown);
    assert_ne!(pictures(&record(), 0, &held, &asked), shown);
    let promise = commitment(REALM, &record().ceremony, 0, &asked);
    assert_eq!(frozen("compare-commit", &promise.0), promise.0);
    for other in [
        commitment(REALM, &record().ceremony, 1, &asked),
        commitment(REALM, &record().ceremony, 0, &held),
        commitment(REALM, &CeremonyId([0; 16]), 0, &asked),
    ] {
        assert_ne!(promise, other);
    }
}

fn same<T>(name: &str, value: &T)
where
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()> + PartialEq + core::fmt::Debug,
{
    let bytes = frozen(name, &wire::encode(value));
    let read: T = decode_canonical(&bytes, bytes.len()).unwrap();
    assert_eq!(&read, value, "{name}");
    for cut in 0..bytes.len() {
        assert!(
            decode_canonical::<T>(&bytes[..cut], cut).is_err(),
            "{name} {cut}"
        );
    }
}

#[test]
fn every_shape_of_a_recovery_is_frozen() {
    let meeting = Meeting {
        commitment: Some(Hash([0x2f; 32])),
        held: Some(Nonce([0x30; 32])),
        asked: None,
        approved: false,
    };
    let bytes = |value: &CeremonyRecord| ByteVec::from(wire::encode(value));
    let (account, ceremony) = (AccountId([0x31; 32]), record().ceremony);
    same("ceremony-record", &record());
    assert!(wire::encode(&record()).len() <= CeremonyRecord::MAX);
    let number = CeremonyNumber::of(&ceremony).to_string();
    assert_eq!(
        frozen("ceremony-number", number.as_bytes()),
        number.as_bytes()
    );
    same(
        "ceremony-status",
        &CeremonyStatus {
            time: 1_800,
            progress: Progress::Waiting(9_000),
            meetings: vec![meeting.clone()],
            one_structure: true,
            record: Some(bytes(&record())),
        },
    );
    same(
        "ceremony-token",
        &CeremonyToken {
            token: [0x32; 32],
            account,
            time: 1_800,
        },
    );
    same(
        "ceremony-answer",
        &CeremonyAnswer {
            package: ByteVec::from(vec![1]),
            card: ByteVec::from(vec![2]),
            approvals: vec![ByteVec::from(vec![3])],
            letters: vec![ByteVec::from(vec![5])],
            roll: Some(ByteVec::from(vec![4])),
        },
    );
    same(
        "holds-answer",
        &HoldsAnswer {
            time: 1_800,
            holds: vec![Hold {
                account,
                policy: ByteVec::from(vec![1]),
                payload: ByteVec::from(vec![2]),
                under_way: Some(UnderWay {
                    record: bytes(&record()),
                    progress: Progress::Meeting,
                    meeting,
                }),
            }],
        },
    );
    let author = Account::new(REALM, 0x90).open.author;
    let approval = author.sign(REALM, &approval(REALM));
    same("held-point", &Held::Point(number, account));
    let nonce = Nonce([0x34; 32]);
    same("held-meet", &Held::Meet(ceremony, Hash([0x33; 32]), nonce));
    same("held-approve", &Held::Approve(ceremony, approval));
    same("held-refuse", &Held::Refuse(ceremony));
    same(
        "own-recovery",
        &OwnRecovery {
            time: 1_800,
            roll: Some(ByteVec::from(vec![1])),
            under_way: Some(OwnUnderWay {
                ceremony,
                started: 1_700,
                path: Path::WithCard,
                approved: 1,
                progress: Progress::Ended(Ending::Vetoed),
            }),
        },
    );
    let tag = Hash([0x2d; 32]);
    same("find-card", &FindCard { tag });
    same(
        "card-answer",
        &CardAnswer {
            time: 1_800,
            account,
            payload: ByteVec::from(vec![1]),
        },
    );
    let (_, made, _) = two_holders();
    assert!(wire::encode(&made.payloads[0]).len() <= Payload::MAX);
}
