//! Recovery: RK, its shares, the printed card, the package (protocol section 8).
//!
//! - `card` the printed code and its keys · `ceremony` a share on its way to one ceremony
//! - `roll` the owner's own list of holders

mod card;
mod ceremony;
mod roll;

pub use card::{CardCode, CardPublic};
pub use ceremony::{HeldShare, open_card_suspend, open_handed};
pub use roll::{Named, Roll};

use crate::{
    Opening, Result,
    hazmat::{aead, shamir},
    keys::{AdminKeys, AkAdmin, AkOpen, KemKey, derive, seal},
    secret::{Secret, fresh, secret},
    space::pad,
    stick::Heads,
};
use minicbor::{Decode, Encode, bytes::ByteVec};
use wire::{
    AccountId, Hash, Label, Part, Random, Realm, Signed, ctx,
    recovery::{Holder, Package, Payload, Policy},
    seal::KemPublic,
};
use zeroize::{Zeroize, Zeroizing};

/// Shares that exist, and how many rebuild RK.
const SHARES: u8 = 3;
const THRESHOLD: u8 = 2;
/// Bytes of plaintext in a payload.
const PAYLOAD: usize = 2_048;

secret!(
    /// RK (23): opens the package; never kept whole.
    RecoveryKey
);

/// Everything a `policy` entry brings with it.
#[derive(Debug)]
pub struct Arrangement {
    /// Body of the entry.
    pub policy: Policy,
    /// Root-signed.
    pub package: Signed<Package>,
    /// Sealed to each holder, then to the card.
    pub payloads: Vec<Payload>,
}

/// A holder with the key the payload is sealed to.
#[derive(Debug, Clone)]
pub struct HolderKey {
    /// As the policy names it.
    pub holder: Holder,
    /// Reader key; its fingerprint stands in `holder`.
    pub reader: KemPublic,
}

#[derive(Encode, Decode)]
#[cbor(array)]
struct PayloadShape {
    #[n(0)]
    position: u8,
    #[n(1)]
    share: ByteVec,
    #[n(2)]
    salt: Hash,
    #[n(3)]
    suspend: ByteVec,
    #[n(4)]
    heads: Heads,
    #[n(5)]
    label: String,
}

impl Drop for PayloadShape {
    fn drop(&mut self) {
        self.share.zeroize();
        self.suspend.zeroize();
    }
}

/// What an arrangement is made from.
#[derive(Debug)]
pub struct Arranged<'a> {
    /// The realm.
    pub realm: Realm,
    /// The account.
    pub account: AccountId,
    /// AK_open(g).
    pub ak_open: &'a AkOpen,
    /// AK_admin(g) and the root that signs.
    pub admin: &'a AdminKeys,
    /// Seed owner of suspend(g), for the holders.
    pub suspend: &'a crate::keys::SigningKey,
    /// The heads at this moment.
    pub heads: &'a Heads,
    /// What holders will call the person; the owner chose it.
    pub label: &'a str,
}

/// Makes RK, splits it 2-of-3 between at most two holders and the card, seals the account keys
/// under it. Shares that no holder keeps yet are not kept anywhere: with fewer than two holders the
/// policy opens nothing until it is made anew with them.
///
/// # Errors
/// [`Opening::TooLarge`] where there are more than two holders.
pub fn arrange(
    from: &Arranged<'_>,
    holders: &[HolderKey],
    card: &CardPublic,
    random: &mut dyn Random,
) -> Result<Arrangement> {
    if holders.len() >= usize::from(SHARES) {
        return Err(Opening::TooLarge);
    }
    let rk = RecoveryKey::make(random);
    let shares = shamir::split(&rk.0, THRESHOLD, SHARES, random)?;
    let salts: Vec<Hash> = shares.iter().map(|_| Hash(fresh(random))).collect();
    let recipients = holders.iter().map(|h| &h.reader).chain([&card.key]);
    let positions = (0..holders.len()).chain([usize::from(SHARES) - 1]);
    let mut payloads = Vec::new();
    for (recipient, index) in recipients.zip(positions) {
        payloads.push(seal_payload(
            from,
            recipient,
            index,
            &shares[index],
            salts[index],
            random,
        )?);
    }
    let policy = Policy {
        threshold: THRESHOLD,
        holders: holders.iter().map(|h| h.holder.clone()).collect(),
        card: card.key,
        shares: shares
            .iter()
            .zip(&salts)
            .map(|(share, salt)| share_hash(from.realm, salt, share))
            .collect(),
        commitment: commitment(from.realm, &rk),
        card_tag: card.tag,
        payloads: payloads
            .iter()
            .map(|p| Hash::of(&wire::encode(p)))
            .collect(),
    };
    let package = seal_package(from, &rk, &policy)?;
    Ok(Arrangement {
        policy,
        package,
        payloads,
    })
}

/// Opens one payload and checks its share against the policy: a damaged share is named, not used.
///
/// # Errors
/// [`Opening::Refused`] where the share is not the one the policy promises.
pub fn open_payload(
    realm: Realm,
    account: &AccountId,
    policy: &Policy,
    payload: &Payload,
    key: &KemKey,
) -> Result<Share> {
    let shape = open_shape(realm, account, policy, payload, key)?;
    let value = Secret::from_slice(&shape.share).ok_or(Opening::Damaged)?;
    Ok(Share {
        position: shape.position,
        value,
        heads: shape.heads.clone(),
        label: shape.label.clone(),
    })
}

/// What a payload holds, its share checked against the policy.
fn open_shape(
    realm: Realm,
    account: &AccountId,
    policy: &Policy,
    payload: &Payload,
    key: &KemKey,
) -> Result<PayloadShape> {
    // Named by the policy, so that nobody reseals a share with other heads.
    let named = policy.payloads.contains(&Hash::of(&wire::encode(payload)));
    if !named || payload.recipient != key.fingerprint() {
        return Err(Opening::Refused);
    }
    let plain = key.open(
        realm,
        Label::SealShare,
        &[Part::Bytes(&account.0)],
        &payload.sealed,
    )?;
    let shape: PayloadShape = wire::decode_canonical(pad::unframe(&plain)?, PAYLOAD)?;
    let value = Secret::from_slice(&shape.share).ok_or(Opening::Damaged)?;
    let index = usize::from(shape.position)
        .checked_sub(1)
        .ok_or(Opening::Damaged)?;
    if policy.shares.get(index) != Some(&share_hash(realm, &shape.salt, &value)) {
        return Err(Opening::Refused);
    }
    Ok(shape)
}

/// One checked share.
#[derive(Debug)]
pub struct Share {
    position: u8,
    value: Secret<32>,
    /// The heads when it was sealed.
    pub heads: Heads,
    /// What holders call the owner.
    pub label: String,
}

impl Share {
    /// Whether it is the card's: the policy names all that the card keeps, of a holder's the share alone.
    #[must_use]
    pub fn is_of_card(&self) -> bool {
        self.position == SHARES
    }
}

/// Rebuilds RK from shares and opens the package with it.
///
/// # Errors
/// [`Opening::Refused`] where RK is not the one the policy committed to, or the package another's.
pub fn open_package(
    realm: Realm,
    account: &AccountId,
    policy: &Policy,
    package: &Signed<Package>,
    root: &wire::SigPublic,
    shares: &[Share],
) -> Result<(AkOpen, AdminKeys)> {
    let package = package.verify(realm, root)?;
    let shares: Vec<_> = shares.iter().map(|s| (s.position, &s.value)).collect();
    let rk = RecoveryKey(shamir::combine(policy.threshold, &shares)?);
    let policy_hash = policy.hash(realm);
    if commitment(realm, &rk) != policy.commitment
        || package.policy != policy_hash
        || package.account != *account
    {
        return Err(Opening::Refused);
    }
    let key = package_key(realm, &rk, &policy_hash);
    let aad = package_aad(realm, account, package.generation, &policy_hash);
    let plain = aead::open_once(&key, &aad, &package.ciphertext)?;
    let (open, admin) = plain.split_at_checked(32).ok_or(Opening::Damaged)?;
    let admin = AkAdmin::from_slice(admin)?.derive_keys(realm, package.generation);
    if admin.root.public() != *root {
        return Err(Opening::Refused);
    }
    Ok((AkOpen::from_slice(open)?, admin))
}

fn seal_payload(
    from: &Arranged<'_>,
    recipient: &KemPublic,
    index: usize,
    share: &Secret<32>,
    salt: Hash,
    random: &mut dyn Random,
) -> Result<Payload> {
    let shape = PayloadShape {
        position: u8::try_from(index + 1).map_err(|_| Opening::TooLarge)?,
        share: share.expose().to_vec().into(),
        salt,
        suspend: from.suspend.seed().expose().to_vec().into(),
        heads: from.heads.clone(),
        label: from.label.to_owned(),
    };
    let plain = pad::frame(&Zeroizing::new(wire::encode(&shape)), PAYLOAD)?;
    let parts = [Part::Bytes(&from.account.0)];
    let sealed = seal(
        recipient,
        from.realm,
        Label::SealShare,
        &parts,
        &plain,
        random,
    )?;
    Ok(Payload {
        recipient: recipient.fingerprint(),
        sealed,
    })
}

fn seal_package(from: &Arranged<'_>, rk: &RecoveryKey, policy: &Policy) -> Result<Signed<Package>> {
    let policy_hash = policy.hash(from.realm);
    let generation = from.admin.generation;
    let mut plain = Zeroizing::new(Vec::with_capacity(64));
    plain.extend_from_slice(from.ak_open.0.expose());
    plain.extend_from_slice(from.admin.ak().0.expose());
    let key = package_key(from.realm, rk, &policy_hash);
    let aad = package_aad(from.realm, &from.account, generation, &policy_hash);
    let ciphertext = aead::seal_once(&key, &aad, plain)?;
    let package = Package {
        account: from.account,
        generation,
        policy: policy_hash,
        ciphertext,
    };
    Ok(from.admin.root.sign(from.realm, &package))
}

fn package_key(realm: Realm, rk: &RecoveryKey, policy: &Hash) -> Secret<32> {
    derive(&rk.0, realm, Label::Recovery, &[Part::Bytes(&policy.0)])
}

fn package_aad(realm: Realm, account: &AccountId, generation: u32, policy: &Hash) -> Vec<u8> {
    let parts = [
        Part::Bytes(&account.0),
        Part::Uint(generation.into()),
        Part::Bytes(&policy.0),
    ];
    ctx(realm, Label::RecoveryAad, &parts)
}

fn commitment(realm: Realm, rk: &RecoveryKey) -> Hash {
    Hash(*derive(&rk.0, realm, Label::RecoveryCommit, &[]).expose())
}

fn share_hash(realm: Realm, salt: &Hash, share: &Secret<32>) -> Hash {
    let parts = [Part::Bytes(&salt.0), Part::Bytes(share.expose())];
    Hash::of(&Zeroizing::new(ctx(realm, Label::RecoveryShare, &parts)))
}
