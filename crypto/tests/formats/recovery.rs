//! Two of helper, officer and card open the account again; one does not, a tampered share is named,
//! and whoever left the policy holds nothing that opens (A2, A22).

use crate::support::{Account, Fixed, Seeded, heads};
use crypto::{
    Opening,
    keys::{AdminKeys, AkOpen, KemKey},
    recovery::{
        Arranged, Arrangement, CardCode, HolderKey, Share, arrange, open_package, open_payload,
    },
};
use wire::{
    AccountId, Hash, Realm, Signed,
    recovery::{Holder, Package, Payload, Policy},
};

pub(crate) fn card() -> CardCode {
    CardCode::make(&mut Seeded::new("card"))
}

pub(crate) fn holder(byte: u8) -> (HolderKey, KemKey) {
    let account = Account::new(Realm::Prod, byte);
    let key = HolderKey {
        holder: Holder {
            account: account.id,
            author: account.open.author.public().fingerprint(),
            reader: account.open.reader.fingerprint(),
            structure: Hash([byte; 32]),
        },
        reader: account.open.reader.public(),
    };
    (key, account.open.reader)
}

pub(crate) fn arranged(
    account: &Account,
    holders: &[HolderKey],
    name: &'static str,
) -> Arrangement {
    let from = Arranged {
        realm: account.realm,
        account: account.id,
        ak_open: &account.ak_open,
        admin: &account.admin,
        suspend: &account.open.suspend,
        heads: &heads(),
        label: "La dame au chien",
    };
    let card = card().public(account.realm);
    arrange(&from, holders, &card, &mut Seeded::new(name)).unwrap()
}

/// Two holders and the card, with the keys that open their payloads.
struct Case {
    account: Account,
    made: Arrangement,
    keys: [KemKey; 3],
}

impl Case {
    fn new(name: &'static str) -> Self {
        let account = Account::new(Realm::Prod, 0x80);
        let ((a, a_key), (b, b_key)) = (holder(0x90), holder(0xa0));
        Self {
            made: arranged(&account, &[a, b], name),
            keys: [a_key, b_key, card().key(Realm::Prod)],
            account,
        }
    }

    fn share(&self, at: usize) -> crypto::Result<Share> {
        self.share_of(&self.made.policy, &self.made.payloads[at], at)
    }

    fn share_of(&self, policy: &Policy, payload: &Payload, at: usize) -> crypto::Result<Share> {
        open_payload(
            Realm::Prod,
            &self.account.id,
            policy,
            payload,
            &self.keys[at],
        )
    }

    fn open(
        &self,
        policy: &Policy,
        package: &Signed<Package>,
        shares: &[Share],
    ) -> crypto::Result<(AkOpen, AdminKeys)> {
        let root = self.account.root();
        open_package(
            Realm::Prod,
            &self.account.id,
            policy,
            package,
            &root,
            shares,
        )
    }
}

#[test]
fn any_two_shares_open_the_package() {
    let case = Case::new("policy");
    for (a, b) in [(0, 1), (0, 2), (1, 2), (2, 0)] {
        let shares = [case.share(a).unwrap(), case.share(b).unwrap()];
        assert_eq!(shares[0].heads, heads());
        let (ak, admin) = case
            .open(&case.made.policy, &case.made.package, &shares)
            .unwrap();
        let author = ak.derive_keys(Realm::Prod, 1).author.public();
        assert_eq!(author, case.account.open.author.public());
        assert_eq!(admin.root.public(), case.account.root());
    }
}

#[test]
fn one_share_or_one_twice_does_not() {
    let case = Case::new("policy");
    let share = || case.share(1).unwrap();
    for shares in [vec![], vec![share()], vec![share(), share()]] {
        let opened = case.open(&case.made.policy, &case.made.package, &shares);
        assert!(opened.is_err(), "{}", shares.len());
    }
}

#[test]
fn a_payload_opens_for_its_holder_and_account_only() {
    let case = Case::new("policy");
    let payloads = &case.made.payloads;
    for (at, payload) in payloads.iter().enumerate() {
        let other = case.share_of(&case.made.policy, payload, (at + 1) % 3);
        assert_eq!(other.unwrap_err(), Opening::Refused);
        let mut renamed = payload.clone();
        renamed.recipient = case.keys[(at + 1) % 3].fingerprint();
        let other = case.share_of(&case.made.policy, &renamed, (at + 1) % 3);
        assert_eq!(other.unwrap_err(), Opening::Refused);
    }
    for (realm, account) in [
        (Realm::Practice, case.account.id),
        (Realm::Prod, AccountId([0; 32])),
    ] {
        let policy = &case.made.policy;
        let refused = open_payload(realm, &account, policy, &payloads[0], &case.keys[0]);
        assert_eq!(refused.unwrap_err(), Opening::Refused);
    }
}

/// Shamir alone would take it and rebuild something else; the policy names the share that lies.
#[test]
fn a_share_that_is_not_the_policys_is_named() {
    let case = Case::new("policy");
    let other = Case::new("another policy");
    assert!(case.share(0).is_ok() && other.share(0).is_ok());
    let lied = case.share_of(&case.made.policy, &other.made.payloads[0], 0);
    assert_eq!(lied.unwrap_err(), Opening::Refused);

    let mut policy = case.made.policy.clone();
    policy.shares.swap(0, 1);
    let moved = case.share_of(&policy, &case.made.payloads[0], 0);
    assert_eq!(moved.unwrap_err(), Opening::Refused);
    let mut damaged = case.made.payloads[0].clone();
    damaged.sealed.ciphertext[40] ^= 1;
    let refused = case.share_of(&case.made.policy, &damaged, 0);
    assert_eq!(refused.unwrap_err(), Opening::Refused);
}

#[test]
fn an_old_package_and_new_shares_do_not_meet() {
    let (old, new) = (Case::new("old"), Case::new("new"));
    let shares = |case: &Case| [case.share(0).unwrap(), case.share(2).unwrap()];
    assert!(
        old.open(&old.made.policy, &old.made.package, &shares(&old))
            .is_ok()
    );
    assert!(
        new.open(&new.made.policy, &new.made.package, &shares(&new))
            .is_ok()
    );
    let mixed = [
        new.open(&new.made.policy, &old.made.package, &shares(&new)),
        old.open(&old.made.policy, &new.made.package, &shares(&old)),
        new.open(&new.made.policy, &new.made.package, &shares(&old)),
        old.open(&old.made.policy, &old.made.package, &shares(&new)),
        new.open(&old.made.policy, &new.made.package, &shares(&new)),
    ];
    for (at, opened) in mixed.into_iter().enumerate() {
        assert_eq!(opened.unwrap_err(), Opening::Refused, "{at}");
    }
}

/// After a rekey the old shares open at most the old generation, which no root signs any more.
#[test]
fn an_old_generation_is_refused_by_the_new_root() {
    let case = Case::new("old");
    let renewed = Account::of_generation(Realm::Prod, 0xc0, 2);
    let shares = [case.share(0).unwrap(), case.share(1).unwrap()];
    let made = &case.made;
    let id = &case.account.id;
    let root = renewed.root();
    let refused = open_package(Realm::Prod, id, &made.policy, &made.package, &root, &shares);
    assert_eq!(refused.unwrap_err(), Opening::Unsigned);
}

#[test]
fn every_field_of_the_package_is_bound() {
    let case = Case::new("policy");
    let good = case.made.package.claimed().unwrap();
    let edits: [fn(&mut Package); 5] = [
        |p| p.account.0[0] ^= 1,
        |p| p.generation += 1,
        |p| p.policy.0[0] ^= 1,
        |p| p.ciphertext[0] ^= 1,
        |p| p.ciphertext.truncate(10),
    ];
    for (at, edit) in edits.into_iter().enumerate() {
        let mut edited = good.clone();
        edit(&mut edited);
        let signed = case.account.admin.root.sign(Realm::Prod, &edited);
        let shares = [case.share(0).unwrap(), case.share(1).unwrap()];
        let refused = case.open(&case.made.policy, &signed, &shares);
        assert_eq!(refused.unwrap_err(), Opening::Refused, "field {at}");
    }
}

#[test]
fn the_policy_hash_covers_every_field() {
    let policy = Case::new("policy").made.policy;
    let edits: [fn(&mut Policy); 8] = [
        |p| p.threshold = 3,
        |p| p.holders.swap(0, 1),
        |p| p.card.0[0] ^= 1,
        |p| p.shares.swap(0, 1),
        |p| p.commitment.0[0] ^= 1,
        |p| p.card_tag.0[0] ^= 1,
        |p| p.payloads.swap(0, 1),
        |p| p.holders[0].structure.0[0] ^= 1,
    ];
    let hash = policy.hash(Realm::Prod);
    assert_ne!(hash, policy.hash(Realm::Practice));
    for (at, edit) in edits.into_iter().enumerate() {
        let mut edited = policy.clone();
        edit(&mut edited);
        assert_ne!(edited.hash(Realm::Prod), hash, "field {at}");
    }
}

#[test]
fn with_the_card_alone_nothing_opens_yet() {
    let account = Account::new(Realm::Prod, 0x80);
    let made = arranged(&account, &[], "card only");
    assert_eq!((made.policy.shares.len(), made.payloads.len()), (3, 1));
    let key = card().key(Realm::Prod);
    let open = || {
        open_payload(
            Realm::Prod,
            &account.id,
            &made.policy,
            &made.payloads[0],
            &key,
        )
    };
    let shares = [open().unwrap(), open().unwrap()];
    let root = account.root();
    let (policy, package) = (&made.policy, &made.package);
    for shares in [&shares[..1], &shares] {
        let opened = open_package(Realm::Prod, &account.id, policy, package, &root, shares);
        assert!(opened.is_err());
    }
}

#[test]
fn every_payload_has_one_length() {
    let case = Case::new("policy");
    let lengths: Vec<_> = case
        .made
        .payloads
        .iter()
        .map(|p| wire::encode(p).len())
        .collect();
    assert!(
        lengths
            .iter()
            .all(|l| *l == lengths[0] && *l <= Payload::MAX)
    );
    let hashes: Vec<_> = case
        .made
        .payloads
        .iter()
        .map(|p| Hash::of(&wire::encode(p)))
        .collect();
    assert_eq!(case.made.policy.payloads, hashes);
}

#[test]
fn more_than_two_holders_are_refused() {
    let account = Account::new(Realm::Prod, 0x80);
    let from = Arranged {
        realm: Realm::Prod,
        account: account.id,
        ak_open: &account.ak_open,
        admin: &account.admin,
        suspend: &account.open.suspend,
        heads: &heads(),
        label: "",
    };
    let three = [holder(0x90).0, holder(0xa0).0, holder(0xb0).0];
    let card = card().public(Realm::Prod);
    let refused = arrange(&from, &three, &card, &mut Fixed(1));
    assert_eq!(refused.unwrap_err(), Opening::TooLarge);
}
