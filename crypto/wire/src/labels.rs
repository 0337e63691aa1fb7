//! Every domain-separation label, on one page.
//!
//! One key, one purpose, one label. A label never changes and never serves twice; a new use gets a
//! new line at the end. `labels_are_frozen` holds the list.

macro_rules! labels {
    ($($(#[doc = $doc:literal])* $name:ident = $text:literal;)*) => {
        /// A purpose. Its text is the third element of a `ctx`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Label { $($(#[doc = $doc])* $name,)* }

        impl Label {
            /// Every label, in the order of this page.
            pub const ALL: &'static [Label] = &[$(Label::$name,)*];

            /// The label as it stands in a `ctx`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Label::$name => $text,)* }
            }
        }
    };
}

labels! {
    // From code to envelope (protocol section 3)
    /// HKDF: device secret → Argon2id salt.
    PinSalt = "pin-salt";
    /// HKDF: device secret → HMAC key of the OPRF input.
    OprfIn = "oprf-in";
    /// HMAC input: the OPRF input x.
    OprfX = "oprf-x";
    /// HKDF: gate output → mask of a share.
    GateShare = "gate-share";
    /// HKDF: device secret and S → envelope key.
    Env = "env";
    /// HKDF: envelope key → commitment.
    EnvCommit = "env-commit";
    /// HKDF: envelope key → AEAD key.
    EnvEnc = "env-enc";
    /// AAD of a cell's ciphertext.
    EnvAad = "env-aad";
    /// HKDF: device secret → possession key's seed.
    Possession = "possession";
    /// HKDF: local-head key → AEAD key of repere.bin.
    LocalHead = "local-head";
    /// AAD of repere.bin.
    LocalHeadAad = "local-head-aad";

    // Opening (section 5)
    /// PRF input, every day.
    PrfOpen = "prf-open";
    /// PRF input, after the code was asked again.
    PrfAdmin = "prf-admin";
    /// HKDF: PRF first → K_open.
    SlotOpen = "slot-open";
    /// HKDF: PRF second → K_adm.
    SlotAdmin = "slot-admin";
    /// HKDF: K_open → X-Wing seed of slot_open.
    SlotOpenKem = "slot-open-kem";
    /// HKDF: K_adm → X-Wing seed of slot_admin.
    SlotAdminKem = "slot-admin-kem";
    /// HKDF: K_open → anchor base.
    AnchorBase = "anchor-base";
    /// HKDF: anchor base → AEAD key of one anchor.
    Anchor = "anchor";
    /// AAD of an anchor.
    AnchorAad = "anchor-aad";

    // Account keys (section 13)
    /// Hash input: first root key → account id.
    Account = "account";
    /// HKDF: AK_open → author signing key.
    Author = "author";
    /// HKDF: AK_open → reader X-Wing seed.
    Reader = "reader";
    /// HKDF: AK_open → suspend signing key.
    Suspend = "suspend";
    /// HKDF: AK_admin → root signing key.
    Root = "root";
    /// HKDF: AK_admin → control signing key.
    Control = "control";

    // Sealing to people (HPKE info and AAD)
    /// AK_open and root key to slot_open.
    SealAkOpen = "seal-ak-open";
    /// AK_admin and root key to slot_admin.
    SealAkAdmin = "seal-ak-admin";
    /// A folder key to a reader.
    SealBox = "seal-box";
    /// A slot's key_id and gates to the owner.
    SealSlotKeys = "seal-slot-keys";
    /// A recovery share to a holder or to the card.
    SealShare = "seal-share";
    /// A recovery share to a ceremony key.
    SealCeremony = "seal-ceremony";
    /// A drop's object key and title to the owner.
    SealDrop = "seal-drop";
    /// A mandate's letter to owner or grantee.
    SealLetter = "seal-letter";
    /// A journal entry's detail to the owner.
    SealJournal = "seal-journal";
    /// A gate's backup record to the offline officer key.
    SealGateBackup = "seal-gate-backup";

    // The space (section 6)
    /// HKDF: folder key → AEAD key of one manifest.
    Manifest = "manifest";
    /// AAD of a manifest's ciphertext.
    ManifestAad = "manifest-aad";
    /// HKDF: object key → commitment of a blob.
    BlobCommit = "blob-commit";
    /// HKDF: object key → AEAD key of a blob.
    BlobEnc = "blob-enc";
    /// AAD of a blob's chunks.
    BlobAad = "blob-aad";

    // Recovery (section 8)
    /// HKDF: RK → AEAD key of the package.
    Recovery = "recovery";
    /// AAD of the package.
    RecoveryAad = "recovery-aad";
    /// HKDF: RK → commitment.
    RecoveryCommit = "recovery-commit";
    /// Hash input: salt and share → share hash.
    RecoveryShare = "recovery-share";
    /// Hash input: the policy → policy_hash.
    RecoveryPolicy = "recovery-policy";
    /// HKDF: card code → card X-Wing seed.
    CardKem = "card-kem";
    /// HKDF: card code → lookup tag.
    CardTag = "card-tag";

    // Signed messages: one label a shape
    /// Log entry header.
    SigLogEntry = "sig-log-entry";
    /// Manifest header.
    SigManifest = "sig-manifest";
    /// Key box.
    SigBox = "sig-box";
    /// Seals of a slot.
    SigSeals = "sig-seals";
    /// Recovery package.
    SigPackage = "sig-package";
    /// Gate: enrolment.
    SigGateEnrol = "sig-gate-enrol";
    /// Gate: one evaluation.
    SigGateEvaluate = "sig-gate-evaluate";
    /// Gate: how a key stands.
    SigGateStatus = "sig-gate-status";
    /// Gate: the envelope opened.
    SigGateSuccess = "sig-gate-success";
    /// Gate: renewal prepared.
    SigGatePrepare = "sig-gate-prepare";
    /// Gate: renewal committed.
    SigGateCommit = "sig-gate-commit";
    /// Gate: renewal undone.
    SigGateAbort = "sig-gate-abort";
    /// Gate: freeze.
    SigGateFreeze = "sig-gate-freeze";
    /// Gate: lift a freeze.
    SigGateLift = "sig-gate-lift";
    /// Gate: set suspend and control keys.
    SigGateSetKeys = "sig-gate-set-keys";
    /// Gate: destroy a key.
    SigGateDestroy = "sig-gate-destroy";
    /// Portal: start of a registration, by the possession key.
    SigRegister = "sig-register";
    /// Structure: officer certificate, by the root.
    SigOfficer = "sig-officer";
    /// Structure: locator, by the root.
    SigLocator = "sig-locator";
    /// Structure: voucher, by an officer.
    SigVoucher = "sig-voucher";
    /// Structure: the root's successor, by the root before it.
    SigSuccessor = "sig-successor";
    /// Structure: publisher certificate, by the root.
    SigPublisher = "sig-publisher";
    /// Structure: board, by a publisher.
    SigBoard = "sig-board";
    /// Structure: helper certificate, by an officer.
    SigHelper = "sig-helper";
    /// Structure: helpers who no longer count, by an officer.
    SigRevocations = "sig-revocations";
    /// Structure: officers who no longer count, by the root.
    SigRetired = "sig-retired";
    /// Structure: who signs what people learnt, by the root.
    SigAttesters = "sig-attesters";
    /// Journal entry, by whoever did what it says.
    SigJournal = "sig-journal";
    /// Drop, by the helper who puts it in.
    SigDrop = "sig-drop";
    /// Hash input: a helper's keys → the number that is read aloud.
    HelperNumber = "helper-number";

    // One recovery (section 8.5)
    /// Hash input: the key that receives shares → the ceremony's name.
    CeremonyId = "ceremony-id";
    /// Hash input: the record → what holders approve.
    CeremonyRecord = "ceremony-record";
    /// Hash input: a nonce that is not shown yet → its commitment.
    CompareCommit = "compare-commit";
    /// Hash input: record and nonces → the pictures of a comparison.
    Compare = "compare";
    /// The owner's list of holders to the owner.
    SealRoll = "seal-roll";
    /// Recovery: its beginning, by the possession key.
    SigCeremonyStart = "sig-ceremony-start";
    /// Recovery: what the stick asks, by the possession key.
    SigCeremonyAsk = "sig-ceremony-ask";
    /// Recovery: a holder's approval, by the author.
    SigCeremonyApproval = "sig-ceremony-approval";
    /// Recovery: the owner's list of holders, by the author.
    SigRoll = "sig-roll";

    // Security keys (section 5.7)
    /// HKDF: K_open → key of repere.bin in a folder that was only prepared.
    SecurityKeyHead = "security-key-head";
}

#[cfg(test)]
mod tests {
    use super::Label;
    use std::collections::BTreeSet;

    #[test]
    fn no_label_serves_twice() {
        let texts: BTreeSet<_> = Label::ALL.iter().map(|l| l.as_str()).collect();
        assert_eq!(texts.len(), Label::ALL.len());
    }

    /// Labels stand in every stick and every stored byte: this list only ever grows at its end
    /// or within its group, and no line of it changes.
    #[test]
    fn labels_are_frozen() {
        let mut texts: Vec<_> = Label::ALL.iter().map(|l| l.as_str()).collect();
        texts.sort_unstable();
        let frozen = include_str!("../vectors/labels.txt");
        for line in frozen.lines() {
            assert!(texts.binary_search(&line).is_ok(), "label {line} has gone");
        }
        assert_eq!(
            frozen.lines().count(),
            texts.len(),
            "add the new label to vectors/labels.txt"
        );
    }
}
