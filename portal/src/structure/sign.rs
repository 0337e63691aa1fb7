//! What the folder's keys sign: vouchers, another officer, a locator, a publisher.

use wire::{
    GateId, Message, Random, Signed, VoucherId,
    board::Publisher,
    helper::Retired,
    structure::{Locator, SignedLocator, SignedVoucher, StructureError, Voucher, VoucherKind},
};

use super::{
    Cost, FolderError, OfficerKey, Officiating, Public, PublisherKey, StructureFolder,
    files::{LOCATOR, OFFICER, OFFICER_KEY, RETIRED},
    pem::{self, Kind},
};

impl StructureFolder {
    /// Signs a voucher with the officer's key, good until `expires`.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn voucher(
        &self,
        passphrase: &str,
        kind: VoucherKind,
        expires: u64,
        random: &mut dyn Random,
    ) -> Result<SignedVoucher, FolderError> {
        let (public, officer) = self.officer(passphrase)?;
        let gates = gates(&public)?;
        Ok(sign(&public, &officer, kind, gates, expires, random))
    }

    /// The same several times, each with an id of its own, for one typing of the passphrase.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn vouchers(
        &self,
        passphrase: &str,
        kind: VoucherKind,
        expires: u64,
        count: u32,
        random: &mut dyn Random,
    ) -> Result<Vec<SignedVoucher>, FolderError> {
        let (public, officer) = self.officer(passphrase)?;
        let gates = gates(&public)?;
        let signed =
            (0..count).map(|_| sign(&public, &officer, kind, gates.clone(), expires, random));
        Ok(signed.collect())
    }

    /// The officer at work.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn officiate(&self, passphrase: &str) -> Result<Officiating, FolderError> {
        let (public, key) = self.officer(passphrase)?;
        Ok(Officiating {
            realm: public.realm,
            roots: public.locator.roots,
            certificate: public.officer,
            retired: self.retired()?,
            key,
        })
    }

    /// Names another officer for a year from `now`, with the root key. The one before no longer counts, and
    /// neither do the helpers that one certified: the new officer certifies them again.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn replace_officer(
        &self,
        passphrase: &str,
        now: u64,
        random: &mut dyn Random,
    ) -> Result<(), FolderError> {
        let public = self.public()?;
        let root = self.root(&public, passphrase)?;
        let current = root.public();
        let before = public.officer.verify(public.realm, &current);
        let before = before.map_err(StructureError::from)?;
        let mut officers = match self.retired()? {
            Some(retired) => {
                let retired = retired.verify(public.realm, &current);
                retired.map_err(StructureError::from)?.officers
            }
            None => Vec::new(),
        };
        officers.push(before.key.fingerprint());
        officers.sort_unstable();
        officers.dedup();
        let retired = root.retire(&Retired {
            realm: public.realm,
            officers,
        });
        let next = OfficerKey::generate(random);
        let certificate = root.appoint(public.realm, &next, now);
        let pem = pem::seal(
            Kind::Ed25519,
            next.expose_seed(),
            passphrase,
            Cost::Strong,
            random,
        );
        let pem = pem.map_err(|source| self.pem(OFFICER_KEY, source))?;
        // Cut between two of these, the folder says that key and certificate do not belong together, and
        // this is done again.
        self.put(RETIRED, &retired.to_bytes())?;
        self.put(OFFICER, &certificate.to_bytes())?;
        self.put(OFFICER_KEY, pem.as_bytes())
    }

    /// Signs the next locator with the root key, with whatever `change` makes of the last one, and
    /// writes it.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn relocate(
        &self,
        passphrase: &str,
        change: impl FnOnce(&mut Locator),
    ) -> Result<SignedLocator, FolderError> {
        let public = self.public()?;
        let mut locator = public.locator()?;
        let root = self.root(&public, passphrase)?;
        let roots = public.locator.roots;
        change(&mut locator);
        locator.seq += 1;
        let signed = root.sign_locator(roots, &locator);
        let bytes = wire::encode(&signed);
        if bytes.len() > SignedLocator::MAX || wire::encode(&locator).len() > Locator::MAX {
            return Err(self.content(LOCATOR, "too many or too long addresses"));
        }
        self.put(LOCATOR, &bytes)?;
        Ok(signed)
    }

    /// Names a publisher with the root key, for so many seconds from `now`.
    ///
    /// # Errors
    /// [`FolderError`].
    pub fn name_publisher(
        &self,
        passphrase: &str,
        publisher: &PublisherKey,
        now: u64,
        seconds: u64,
    ) -> Result<Signed<Publisher>, FolderError> {
        let public = self.public()?;
        let root = self.root(&public, passphrase)?;
        Ok(root.name_publisher(public.realm, publisher, now, seconds))
    }
}

/// Every gate of the locator: a voucher allows them all.
fn gates(public: &Public) -> Result<Vec<GateId>, StructureError> {
    let locator = public.locator()?;
    Ok(locator.gates.iter().map(|gate| gate.gate).collect())
}

fn sign(
    public: &Public,
    officer: &OfficerKey,
    kind: VoucherKind,
    gates: Vec<GateId>,
    expires: u64,
    random: &mut dyn Random,
) -> SignedVoucher {
    let voucher = Voucher {
        id: VoucherId::random(random),
        realm: public.realm,
        kind,
        gates,
        expires,
    };
    officer.sign_voucher(&public.officer, &voucher)
}
