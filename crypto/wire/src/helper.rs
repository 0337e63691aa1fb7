//! Who may help: a helper's keys and role, certified by an officer of a structure, and the list of
//! those who no longer may (protocol section 7).

use crate::{
    AccountId, CborError, Hash, Label, Message, Part, Realm, SigPublic, Signed,
    ctx::ctx,
    limits,
    seal::KemPublic,
    structure::{Officer, RootChain, StructureError},
    symbols,
};
use minicbor::{Decode, Encode};

/// In what quality somebody helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Role {
    /// A social worker, paid by the structure.
    #[n(0)]
    SocialWorker,
    /// A mediator who teaches and prepares sticks.
    #[n(1)]
    Mediator,
    /// A volunteer of the structure.
    #[n(2)]
    Volunteer,
    /// Somebody of the family, or a friend.
    #[n(3)]
    Relative,
    /// Whoever a judge named to act for the person.
    #[n(4)]
    Curator,
    /// An officer of the structure, who also helps.
    #[n(5)]
    Officer,
}

impl Role {
    /// Whether everybody whom the structure serves may find this helper in a list. Others are found
    /// by their number only: a relative's name says whose relative it is.
    #[must_use]
    pub fn is_listed(self) -> bool {
        matches!(self, Role::SocialWorker | Role::Mediator | Role::Officer)
    }
}

/// A helper's keys and role, signed by an officer for ninety days.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Helper {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// The helper's own account.
    #[n(1)]
    pub account: AccountId,
    /// Generation of the keys.
    #[n(2)]
    pub generation: u32,
    /// root(g) of that account.
    #[n(3)]
    pub root: SigPublic,
    /// author(g): signs journal entries and drops.
    #[n(4)]
    pub author: SigPublic,
    /// reader(g): what is shared is sealed to it.
    #[n(5)]
    pub reader: KemPublic,
    /// In what quality the helper helps.
    #[n(6)]
    pub role: Role,
    /// The name that people know.
    #[n(7)]
    pub name: String,
    /// Unix seconds from which it counts.
    #[n(8)]
    pub not_before: u64,
    /// Unix seconds from which it no longer counts.
    #[n(9)]
    pub not_after: u64,
}

impl Message for Helper {
    const LABEL: Label = Label::SigHelper;
    const MAX: usize = 2 << 10;
}

/// Longest name of a helper, in characters.
pub const NAME: usize = 60;

/// Whether a helper may be called so: one line, said plainly.
#[must_use]
pub fn is_name(name: &str) -> bool {
    name.trim() == name
        && !name.is_empty()
        && name.chars().count() <= NAME
        && !name.chars().any(char::is_control)
}

impl Helper {
    /// Whether it counts at that time.
    #[must_use]
    pub fn counts(&self, time: u64) -> bool {
        (self.not_before..self.not_after).contains(&time)
    }

    /// The number by which an officer and a person know these keys from any other.
    #[must_use]
    pub fn number(&self) -> HelperNumber {
        HelperNumber::of(
            self.realm,
            &self.account,
            &self.root,
            &self.author,
            &self.reader,
        )
    }
}

/// Twelve symbols of Crockford's base32 that stand for a helper's keys: 60 bits of their hash, shown
/// on the helper's own screen. Whoever would make other keys with the same number tries 2^60.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HelperNumber([u8; HelperNumber::SYMBOLS]);

impl HelperNumber {
    const SYMBOLS: usize = 12;

    /// The number of a helper's keys.
    #[must_use]
    pub fn of(
        realm: Realm,
        account: &AccountId,
        root: &SigPublic,
        author: &SigPublic,
        reader: &KemPublic,
    ) -> Self {
        let keys = [
            Part::Bytes(&account.0),
            Part::Bytes(&root.0),
            Part::Bytes(&author.0),
            Part::Bytes(&reader.0),
        ];
        let name = Hash::of(&ctx(realm, Label::HelperNumber, &keys));
        Self(symbols::of(&name.0))
    }

    /// Reads what was typed: case, spaces and hyphens do not matter; O is 0, I and L are 1.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        symbols::parse(typed).map(Self)
    }
}

impl core::fmt::Display for HelperNumber {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        symbols::show(&self.0, f)
    }
}

impl core::fmt::Debug for HelperNumber {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "HelperNumber({self})")
    }
}

/// A helper's certificate with all that lets a stick check it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SignedHelper {
    /// From the pinned root to the current one.
    #[n(0)]
    pub roots: RootChain,
    /// Signed by the current root.
    #[n(1)]
    pub officer: Signed<Officer>,
    /// Signed by the officer.
    #[n(2)]
    pub helper: Signed<Helper>,
}

impl SignedHelper {
    /// The longest one, in bytes.
    pub const MAX: usize = Helper::MAX + (2 << 10);

    /// Reads canonical bytes; nothing is verified yet.
    ///
    /// # Errors
    /// [`CborError`] where they are not a certificate.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, CborError> {
        crate::cbor::decode_canonical(bytes, Self::MAX)
    }

    /// The helper, if an officer of the structure pinned certified these keys and both count at `now`.
    ///
    /// # Errors
    /// [`StructureError`] where one does not.
    pub fn verify(
        &self,
        realm: Realm,
        pinned: &Hash,
        now: u64,
    ) -> Result<(Officer, Helper), StructureError> {
        let root = self.roots.current(realm, pinned)?;
        let officer = self.officer.verify(realm, &root)?;
        let helper = self.helper.verify(realm, &officer.key)?;
        if officer.realm != realm || helper.realm != realm {
            return Err(StructureError::WrongRealm);
        }
        if !is_name(&helper.name) {
            return Err(StructureError::Rule);
        }
        let officer_counts = (officer.not_before..officer.not_after).contains(&now);
        if officer_counts && helper.counts(now) {
            Ok((officer, helper))
        } else {
            Err(StructureError::Expired)
        }
    }
}

/// Officers who no longer count, whatever their certificate says. Signed by the root.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Retired {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// Fingerprints of their keys, in order.
    #[n(1)]
    pub officers: Vec<Hash>,
}

impl Message for Retired {
    const LABEL: Label = Label::SigRetired;
    const MAX: usize = 4 << 10;
}

/// Helpers who no longer count, whatever their certificate says. Signed by an officer at least once a
/// week, so that nobody can keep it from an app for longer.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Revocations {
    /// The realm.
    #[n(0)]
    pub realm: Realm,
    /// Grows with each list.
    #[n(1)]
    pub number: u64,
    /// Unix seconds at which it was signed.
    #[n(2)]
    pub issued: u64,
    /// Fingerprints of their author keys, in order.
    #[n(3)]
    pub helpers: Vec<Hash>,
}

impl Message for Revocations {
    const LABEL: Label = Label::SigRevocations;
    const MAX: usize = 64 << 10;
}

/// The list of revocations with all that lets a stick check it.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct SignedRevocations {
    /// From the pinned root to the current one.
    #[n(0)]
    pub roots: RootChain,
    /// Signed by the current root, where an officer was replaced.
    #[n(1)]
    pub retired: Option<Signed<Retired>>,
    /// Signed by the current root.
    #[n(2)]
    pub officer: Signed<Officer>,
    /// Signed by the officer.
    #[n(3)]
    pub list: Signed<Revocations>,
}

impl SignedRevocations {
    /// The longest one, in bytes.
    pub const MAX: usize = Revocations::MAX + Retired::MAX + (2 << 10);

    /// Who no longer counts, as an officer of the structure pinned signed it, however long ago.
    ///
    /// # Errors
    /// [`StructureError`] where none did, or one who was retired.
    pub fn open(&self, realm: Realm, pinned: &Hash) -> Result<Standing, StructureError> {
        let root = self.roots.current(realm, pinned)?;
        let officer = self.officer.verify(realm, &root)?;
        let list = self.list.verify(realm, &officer.key)?;
        let retired = match &self.retired {
            Some(retired) => retired.verify(realm, &root)?.in_realm(realm)?,
            None => Vec::new(),
        };
        if officer.realm != realm || list.realm != realm {
            return Err(StructureError::WrongRealm);
        }
        if !(officer.not_before..officer.not_after).contains(&list.issued) {
            return Err(StructureError::Expired);
        }
        if retired.contains(&officer.key.fingerprint()) || !list.helpers.is_sorted_by(|a, b| a < b)
        {
            return Err(StructureError::Rule);
        }
        Ok(Standing { retired, list })
    }
}

impl Retired {
    fn in_realm(self, realm: Realm) -> Result<Vec<Hash>, StructureError> {
        if self.realm == realm {
            Ok(self.officers)
        } else {
            Err(StructureError::WrongRealm)
        }
    }
}

/// Who no longer counts, verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    retired: Vec<Hash>,
    list: Revocations,
}

impl Standing {
    /// Grows with each list.
    #[must_use]
    pub fn number(&self) -> u64 {
        self.list.number
    }

    /// Whether it was signed in the last seven days before `now`.
    #[must_use]
    pub fn is_fresh(&self, now: u64) -> bool {
        let issued = self.list.issued;
        issued <= now.saturating_add(limits::LOG_AHEAD_S)
            && now <= issued.saturating_add(limits::REVOCATIONS_S)
    }

    /// Seconds for which it still counts as fresh at `now`.
    #[must_use]
    pub fn left(&self, now: u64) -> u64 {
        self.list
            .issued
            .saturating_add(limits::REVOCATIONS_S)
            .saturating_sub(now)
    }

    /// Whether helper and officer still count.
    #[must_use]
    pub fn allows(&self, officer: &Officer, helper: &Helper) -> bool {
        !self.retired.contains(&officer.key.fingerprint())
            && self
                .list
                .helpers
                .binary_search(&helper.author.fingerprint())
                .is_err()
    }

    /// The fingerprints of helpers' author keys on the list.
    #[must_use]
    pub fn helpers(&self) -> &[Hash] {
        &self.list.helpers
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(account: u8) -> HelperNumber {
        let (account, key) = (AccountId([account; 32]), SigPublic([7; 32]));
        HelperNumber::of(Realm::Prod, &account, &key, &key, &KemPublic([9; 1216]))
    }

    #[test]
    fn a_number_is_typed_as_it_is_read() {
        let printed = number(1).to_string();
        assert_eq!(printed.len(), 14);
        let typed = printed.to_lowercase().replace('-', " ").replace('0', "o");
        assert_eq!(HelperNumber::parse(&typed), Some(number(1)));
        assert_ne!(number(1), number(2));
        for bad in [
            "",
            "K7P2-9XQ4-M3T",
            "K7P2-9XQ4-M3TBX",
            "K7P2-9XQ4-M3TU",
            "é7P2-9XQ4-M3TB",
        ] {
            assert_eq!(HelperNumber::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_name_is_one_plain_line() {
        assert!(is_name("Amel B., CCAS"));
        let long = "x".repeat(61);
        for bad in ["", " Amel", "Amel\nB", long.as_str()] {
            assert!(!is_name(bad), "{bad:?}");
        }
    }
}
