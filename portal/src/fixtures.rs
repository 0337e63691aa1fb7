//! Invented people for the portal's own tests: keys by ring, a passkey of forty lines, spaces whose
//! ciphertexts are noise. The portal must not link the crate that could make real ones.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use minicbor::{Encoder, bytes::ByteVec};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair},
};
use serde_json::{Value, json};
use wire::{
    AccountId, BlobId, DropId, GateId, Hash, KeyId, MandateId, Message, Part, Realm, SigPublic,
    Signature, Signed, SlotId,
    api::{Commit, RegisterStart, WebauthnAnswer, WebauthnOptions},
    attestation::{Attester, Attesters, Statement},
    blob::{BlobHeader, Purpose},
    board::Publisher,
    ceremony::Roll,
    folder::Folder,
    gate::Order,
    log::{
        AddSlot, BoxRef, Entry, Epoch, Genesis, Grant, Head, Op, Rekey, RekeyCause, RevokeSlot,
        Signer,
    },
    mandate::Letter,
    manifest::{BoxFor, KeyBox, Manifest, ManifestHeader},
    random::System,
    recovery::{Holder, Package, Payload, Policy},
    seal::{Encapsulated, KemPublic, Sealed},
    slot::{SealedAnchor, SlotHeader, SlotSalt, SlotSeals},
    structure::{SignedVoucher, Trust, VoucherKind},
};

use crate::{
    Deps, Running, Settings,
    app::App,
    board::Saying,
    clock::Fixed,
    domain::Place,
    init::{Certificate, Init, LocalTls, init},
    serve,
    settings::SettingsFile,
    store::{Change, Engine, Memory, OnDisk, Snapshot, Store, StoreError, Table},
    structure::{Addresses, AttesterKey, PublisherKey, Structure},
    system_random,
};

/// The day of the tests.
pub(crate) const NOW: u64 = 1_800_000_000;
/// Invented people live in practice.
pub(crate) const REALM: Realm = Realm::Practice;
/// The relying party.
pub(crate) const RP: &str = "acces.example";
/// Its origin.
pub(crate) const ORIGIN: &str = "https://acces.example";

/// The structure of the tests, and the place of its portal.
pub(crate) fn structure() -> (Place, &'static Structure) {
    static STRUCTURE: OnceLock<Structure> = OnceLock::new();
    let structure = STRUCTURE.get_or_init(|| {
        let addresses = Addresses {
            rp_id: RP.into(),
            origin: ORIGIN.into(),
            portal: ORIGIN.into(),
            gates: vec![ORIGIN.into()],
            trust: Trust::WebPki,
        };
        Structure::generate(&mut System::new(), REALM, &addresses, NOW)
    });
    let public = structure.public();
    let gates = public.locator().unwrap().gates;
    let gates: Vec<GateId> = gates.iter().map(|named| named.gate).collect();
    let place = Place {
        realm: REALM,
        root: public.root,
        gate: gates[0],
        gates,
        quota: 1 << 20,
        ends_idle: true,
    };
    (place, structure)
}

/// A voucher of the tests' structure.
pub(crate) fn voucher(kind: VoucherKind) -> SignedVoucher {
    structure()
        .1
        .voucher(&mut System::new(), kind, NOW + 1_000_000)
}

/// A publisher of the tests' structure, for a year.
pub(crate) fn publisher(now: u64) -> (PublisherKey, Signed<Publisher>) {
    let key = PublisherKey::generate(&mut System::new());
    let root = structure().1.root();
    let certificate = root.name_publisher(REALM, &key, now, 365 * 86_400);
    (key, certificate)
}

/// A key that signs attestations of the tests' structure for a year, and the list that names it.
pub(crate) fn attester(now: u64) -> (AttesterKey, Statement) {
    let key = AttesterKey::generate(&mut System::new());
    let attesters = Attesters {
        realm: REALM,
        attesters: vec![Attester {
            key: key.public(),
            name: "Maison des droits".into(),
            not_before: now - 86_400,
            not_after: now + 365 * 86_400,
        }],
    };
    let structure = structure().1;
    let statement = Statement {
        roots: structure.public().locator.roots,
        attesters: structure.root().name_attesters(&attesters),
    };
    (key, statement)
}

/// Such a key in a data folder: its list, and the structure's fingerprint.
pub(crate) fn install_attester(settings: &Settings) -> (Statement, wire::Hash) {
    let (key, statement) = attester(NOW);
    crate::attestation::install(settings, (&key, &statement), NOW).unwrap();
    let pinned = statement.structure();
    (statement, pinned)
}

/// What a board of the tests says.
pub(crate) fn saying(catalogue: Option<&[u8]>) -> Saying {
    Saying {
        structure: wire::board::Structure {
            name: "Maison des droits".into(),
            phone: "01 99 00 12 34".into(),
            place: None,
            hours: None,
        },
        catalogue: catalogue.map(<[u8]>::to_vec),
    }
}

/// An Ed25519 key that is always the same for the same words.
pub(crate) struct SigKey(Ed25519KeyPair);

impl SigKey {
    pub(crate) fn of(words: &str) -> Self {
        let seed = Hash::of(words.as_bytes());
        Self(Ed25519KeyPair::from_seed_unchecked(&seed.0).unwrap())
    }

    pub(crate) fn public(&self) -> SigPublic {
        SigPublic::from_slice(self.0.public_key().as_ref()).unwrap()
    }

    pub(crate) fn bytes(&self, message: &[u8]) -> Signature {
        Signature::from_slice(self.0.sign(message).as_ref()).unwrap()
    }

    pub(crate) fn sign<T: Message>(&self, message: &T) -> Signed<T> {
        Signed::sign_with(REALM, message, |bytes| self.bytes(bytes))
    }
}

/// A software authenticator with one credential.
pub(crate) struct Authenticator {
    key: EcdsaKeyPair,
    pub(crate) credential: Vec<u8>,
    handle: Vec<u8>,
}

impl Authenticator {
    pub(crate) fn new(words: &str) -> Self {
        let random = SystemRandom::new();
        let algorithm = &ECDSA_P256_SHA256_ASN1_SIGNING;
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(algorithm, &random).unwrap();
        Self {
            key: EcdsaKeyPair::from_pkcs8(algorithm, pkcs8.as_ref(), &random).unwrap(),
            credential: Hash::of(words.as_bytes()).0.to_vec(),
            handle: Vec::new(),
        }
    }

    /// Registers (WebAuthn Level 3 section 7.1), attestation none.
    pub(crate) fn register(&mut self, options: &WebauthnOptions) -> WebauthnAnswer {
        let asked: Value = serde_json::from_str(&options.options).unwrap();
        self.handle = unbase64(&asked["publicKey"]["user"]["id"]);
        let client = client_data("webauthn.create", &asked);
        let point = self.key.public_key().as_ref();
        let mut cose = Vec::new();
        let mut e = Encoder::new(&mut cose);
        e.map(5).unwrap();
        e.i8(1)
            .unwrap()
            .i8(2)
            .unwrap()
            .i8(3)
            .unwrap()
            .i8(-7)
            .unwrap();
        e.i8(-1).unwrap().i8(1).unwrap();
        e.i8(-2).unwrap().bytes(&point[1..33]).unwrap();
        e.i8(-3).unwrap().bytes(&point[33..]).unwrap();
        let mut data = auth_data(0x45);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend_from_slice(&self.credential);
        data.extend_from_slice(&cose);
        let mut object = Vec::new();
        let mut e = Encoder::new(&mut object);
        e.map(3).unwrap().str("fmt").unwrap().str("none").unwrap();
        e.str("attStmt").unwrap().map(0).unwrap();
        e.str("authData").unwrap().bytes(&data).unwrap();
        let credential = json!({
            "id": base64(&self.credential), "rawId": base64(&self.credential),
            "type": "public-key", "clientExtensionResults": {},
            "response": {
                "clientDataJSON": base64(&client), "attestationObject": base64(&object),
            },
        });
        WebauthnAnswer {
            ceremony: options.ceremony,
            credential: credential.to_string(),
        }
    }

    /// Opens (section 7.2).
    pub(crate) fn open(&self, options: &WebauthnOptions) -> WebauthnAnswer {
        self.open_with(options, 0x05, 0)
    }

    /// Opens with these flags, 0x05 is present and verified, 0x01 only present, and this counter.
    pub(crate) fn open_with(
        &self,
        options: &WebauthnOptions,
        flags: u8,
        counter: u32,
    ) -> WebauthnAnswer {
        let asked: Value = serde_json::from_str(&options.options).unwrap();
        let client = client_data("webauthn.get", &asked);
        let mut data = auth_data(flags);
        data.splice(33..37, counter.to_be_bytes());
        let signed = [data.as_slice(), &Hash::of(&client).0].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).unwrap();
        let credential = json!({
            "id": base64(&self.credential), "rawId": base64(&self.credential),
            "type": "public-key", "clientExtensionResults": {},
            "response": {
                "clientDataJSON": base64(&client), "authenticatorData": base64(&data),
                "signature": base64(signature.as_ref()), "userHandle": base64(&self.handle),
            },
        });
        WebauthnAnswer {
            ceremony: options.ceremony,
            credential: credential.to_string(),
        }
    }
}

fn client_data(kind: &str, asked: &Value) -> Vec<u8> {
    let challenge = &asked["publicKey"]["challenge"];
    json!({ "type": kind, "challenge": challenge, "origin": ORIGIN, "crossOrigin": false })
        .to_string()
        .into_bytes()
}

fn auth_data(flags: u8) -> Vec<u8> {
    [&Hash::of(RP.as_bytes()).0[..], &[flags], &[0; 4]].concat()
}

fn base64(bytes: &[u8]) -> String {
    data_encoding::BASE64URL_NOPAD.encode(bytes)
}

fn unbase64(text: &Value) -> Vec<u8> {
    let text = text.as_str().unwrap();
    data_encoding::BASE64URL_NOPAD
        .decode(text.as_bytes())
        .unwrap()
}

/// Somebody with a space. What is sealed in it is noise; what is signed is signed.
#[derive(Clone)]
pub(crate) struct Person {
    pub(crate) name: &'static str,
    pub(crate) account: AccountId,
    pub(crate) generation: u32,
    pub(crate) head: Head,
    /// Epoch, sequence number and hash of the manifest, by folder.
    pub(crate) folders: Vec<(Folder, u32, u64, Hash)>,
    pub(crate) slots: Vec<SlotId>,
    /// Live mandates that see: the folders, and the helper's reader key by fingerprint.
    pub(crate) granted: BTreeMap<MandateId, (Vec<Folder>, Hash)>,
    pub(crate) time: u64,
}

/// A commit on its way, with what must be staged before it.
#[derive(Clone, Default)]
pub(crate) struct Draft {
    pub(crate) entries: Vec<Entry>,
    pub(crate) items: Vec<Vec<u8>>,
    pub(crate) package: Option<Signed<Package>>,
    pub(crate) anchors: Vec<(SlotId, ByteVec)>,
    pub(crate) registration: Option<WebauthnAnswer>,
    pub(crate) orders: Vec<Order>,
    pub(crate) suspend: Option<SigPublic>,
}

impl Draft {
    pub(crate) fn commit(&self) -> Commit {
        Commit {
            entries: self.entries.clone(),
            items: self.items.iter().map(|item| Hash::of(item)).collect(),
            package: self.package.clone(),
            anchors: self.anchors.clone(),
            registration: self.registration.clone(),
            orders: self.orders.clone(),
            suspend: self.suspend,
        }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        wire::encode(&self.commit())
    }

    pub(crate) fn staged(&self) -> Vec<ByteVec> {
        self.items.iter().cloned().map(ByteVec::from).collect()
    }
}

impl Person {
    pub(crate) fn new(name: &'static str) -> Self {
        let root = SigKey::of(&format!("root {name} 1"));
        Self {
            name,
            account: AccountId::of(REALM, &root.public()),
            generation: 1,
            head: Head::NONE,
            folders: Folder::ALL
                .iter()
                .map(|folder| (*folder, 0, 0, Head::NONE.hash))
                .collect(),
            slots: Vec::new(),
            granted: BTreeMap::new(),
            time: NOW,
        }
    }

    pub(crate) fn root(&self) -> SigKey {
        SigKey::of(&format!("root {} {}", self.name, self.generation))
    }

    pub(crate) fn author(&self) -> SigKey {
        SigKey::of(&format!("author {} {}", self.name, self.generation))
    }

    pub(crate) fn reader(&self) -> KemPublic {
        kem(&format!("reader {} {}", self.name, self.generation))
    }

    /// What a stick says to begin.
    pub(crate) fn begin(&self, stick: &str, voucher: SignedVoucher) -> Signed<RegisterStart> {
        let possession = SigKey::of(&format!("possession {} {stick}", self.name));
        possession.sign(&RegisterStart {
            realm: REALM,
            key_id: key_id(self.name, stick),
            possession: possession.public(),
            voucher,
        })
    }

    /// The commit that makes the space.
    pub(crate) fn genesis(
        &mut self,
        passkey: &mut Authenticator,
        options: &WebauthnOptions,
    ) -> Draft {
        let mut draft = Draft::default();
        let genesis = Op::Genesis(Genesis {
            root: self.root().public(),
            author: self.author().public(),
            reader: self.reader(),
        });
        let root = self.root();
        self.log(&mut draft, &genesis, &[&root]);
        self.add_slot(&mut draft, passkey, options);
        for folder in Folder::ALL {
            self.epoch(&mut draft, folder);
        }
        draft
    }

    /// One more slot, for a credential registered just now.
    pub(crate) fn add_slot(
        &mut self,
        draft: &mut Draft,
        passkey: &mut Authenticator,
        options: &WebauthnOptions,
    ) -> SlotId {
        draft.registration = Some(passkey.register(options));
        let slot = SlotId::from_slice(&passkey.credential[..16]).unwrap();
        let seals = self.seals(slot);
        let add = Op::AddSlot(Box::new(AddSlot {
            header: SlotHeader {
                suite: wire::SUITE,
                realm: REALM,
                account: self.account,
                slot,
                credential: passkey.credential.clone(),
                rp_id: RP.into(),
                salt: SlotSalt([1; 32]),
            },
            open: kem(&format!("open {slot:?}")),
            admin: kem(&format!("admin {slot:?}")),
            seals: Hash::of(&seals),
            keys: sealed(64),
        }));
        draft.items.push(seals);
        draft.anchors.push((slot, ByteVec::from(anchor())));
        let root = self.root();
        self.log(draft, &add, &[&root]);
        self.slots.push(slot);
        self.slots.sort_unstable();
        slot
    }

    /// A folder's next epoch, with the owner's box and a manifest that goes on.
    pub(crate) fn epoch(&mut self, draft: &mut Draft, folder: Folder) {
        let at = usize::from(folder.code());
        self.folders[at].1 += 1;
        let epoch = self.folders[at].1;
        let owner = (BoxFor::Owner, self.reader().fingerprint());
        let sees = |(id, (folders, reader)): (&MandateId, &(Vec<Folder>, Hash))| {
            let sees = folders.contains(&folder);
            sees.then_some((BoxFor::Mandate(*id), *reader))
        };
        let recipients = core::iter::once(owner).chain(self.granted.iter().filter_map(sees));
        let mut boxes = Vec::new();
        for (why, recipient) in recipients {
            let key_box = self.author().sign(&KeyBox {
                account: self.account,
                folder,
                epoch,
                recipient,
                why,
                sealed: sealed(48),
            });
            boxes.push(BoxRef {
                recipient,
                why,
                hash: key_box.hash(),
            });
            draft.items.push(key_box.to_bytes());
        }
        let manifest = self.manifest(folder, &[], &[]);
        self.wrote(&manifest);
        let op = Op::Epoch(Epoch {
            folder,
            epoch,
            manifest: manifest.header.hash(),
            boxes,
        });
        draft.items.push(wire::encode(&manifest));
        let author = self.author();
        self.log(draft, &op, &[&author]);
    }

    /// A mandate for a helper: boxes and letters as its entry names them.
    pub(crate) fn grant(&mut self, draft: &mut Draft, grant: Grant, helper: &Person) {
        self.grant_as(draft, grant, helper, |_| {});
    }

    /// The same, whose entry says something else in the end.
    pub(crate) fn grant_as(
        &mut self,
        draft: &mut Draft,
        mut grant: Grant,
        helper: &Person,
        change: impl FnOnce(&mut Grant),
    ) {
        for reader in [self.reader(), helper.reader()] {
            let letter = wire::encode(&Letter {
                mandate: grant.mandate,
                recipient: reader.fingerprint(),
                sealed: sealed(1_040),
            });
            grant.letters.push(Hash::of(&letter));
            draft.items.push(letter);
        }
        if grant.rights.sees() {
            for folder in &grant.folders {
                let key_box = self.author().sign(&KeyBox {
                    account: self.account,
                    folder: *folder,
                    epoch: self.folders[usize::from(folder.code())].1,
                    recipient: helper.reader().fingerprint(),
                    why: BoxFor::Mandate(grant.mandate),
                    sealed: sealed(48),
                });
                grant.boxes.push(key_box.hash());
                draft.items.push(key_box.to_bytes());
            }
        }
        change(&mut grant);
        let root = self.root();
        self.log(draft, &Op::Grant(Box::new(grant)), &[&root]);
    }

    /// The next manifest of a folder, which takes drops in.
    pub(crate) fn manifest_taking(&self, folder: Folder, drops: &[DropId]) -> Manifest {
        let plain = self.manifest(folder, &[], &[]);
        let header = plain.header.claimed().unwrap();
        let header = self.author().sign(&ManifestHeader {
            drops_taken: drops.to_vec(),
            ..header
        });
        Manifest { header, ..plain }
    }

    /// A slot goes, and everything that must come with it.
    pub(crate) fn revoke(&mut self, draft: &mut Draft, slot: SlotId) {
        let root = self.root();
        self.log(draft, &Op::RevokeSlot(RevokeSlot { slot }), &[&root]);
        self.slots.retain(|s| *s != slot);
        self.rekey(draft, RekeyCause::SlotRemoved);
    }

    /// The next generation, sealed to every remaining slot, with new epochs.
    pub(crate) fn rekey(&mut self, draft: &mut Draft, cause: RekeyCause) {
        let old = self.root();
        self.generation += 1;
        let mut seals = Vec::new();
        for slot in self.slots.clone() {
            let item = self.seals(slot);
            seals.push((slot, Hash::of(&item)));
            draft.items.push(item);
        }
        let op = Op::Rekey(Box::new(Rekey {
            generation: self.generation,
            root: self.root().public(),
            author: self.author().public(),
            reader: self.reader(),
            cause,
            ceremony: None,
            seals,
        }));
        let new = self.root();
        self.log(draft, &op, &[&old, &new]);
        for folder in Folder::ALL {
            self.epoch(draft, folder);
        }
    }

    /// A recovery policy with the printed card alone, two shares still waiting for holders.
    pub(crate) fn policy(&mut self, draft: &mut Draft) {
        self.policy_with(draft, &[]);
    }

    /// What the card of this person is found by.
    pub(crate) fn card_tag(&self) -> Hash {
        Hash::of(format!("tag {}", self.name).as_bytes())
    }

    /// A recovery policy with the card and these holders, of another structure than the portal's.
    pub(crate) fn policy_with(&mut self, draft: &mut Draft, holders: &[&Person]) {
        let card = kem(&format!("card {}", self.name));
        let holders: Vec<_> = holders
            .iter()
            .map(|holder| Holder {
                account: holder.account,
                author: holder.author().public().fingerprint(),
                reader: holder.reader().fingerprint(),
                structure: Hash([9; 32]),
            })
            .collect();
        let readers = holders.iter().map(|holder| holder.reader);
        let payloads: Vec<_> = readers
            .chain([card.fingerprint()])
            .map(|recipient| {
                wire::encode(&Payload {
                    recipient,
                    sealed: sealed(200),
                })
            })
            .collect();
        let policy = Policy {
            threshold: 2,
            holders,
            card,
            shares: vec![Hash([1; 32]), Hash([2; 32]), Hash([3; 32])],
            commitment: Hash([4; 32]),
            card_tag: self.card_tag(),
            payloads: payloads.iter().map(|payload| Hash::of(payload)).collect(),
        };
        draft.items.extend(payloads);
        if !policy.holders.is_empty() {
            let roll = self.author().sign(&Roll {
                account: self.account,
                policy: policy.hash(REALM),
                sealed: sealed(200),
            });
            draft.items.push(roll.to_bytes());
        }
        draft.package = Some(self.root().sign(&Package {
            account: self.account,
            generation: self.generation,
            policy: policy.hash(REALM),
            ciphertext: vec![0; 80],
        }));
        let root = self.root();
        self.log(draft, &Op::Policy(Box::new(policy)), &[&root]);
    }

    /// The next manifest of a folder.
    pub(crate) fn manifest(
        &self,
        folder: Folder,
        added: &[BlobId],
        removed: &[BlobId],
    ) -> Manifest {
        let (_, epoch, seq, prev) = self.folders[usize::from(folder.code())];
        let ciphertext = wire::ctx(REALM, wire::Label::Manifest, &[Part::Uint(seq)]);
        let header = self.author().sign(&ManifestHeader {
            suite: wire::SUITE,
            realm: REALM,
            account: self.account,
            folder,
            epoch,
            seq: seq + 1,
            prev,
            author: self.author().public().fingerprint(),
            salt: Hash([6; 32]),
            refs_added: added.to_vec(),
            refs_removed: removed.to_vec(),
            drops_taken: Vec::new(),
            drops_refused: Vec::new(),
            ciphertext: Hash::of(&ciphertext),
        });
        Manifest { header, ciphertext }
    }

    /// The portal took a manifest.
    pub(crate) fn wrote(&mut self, manifest: &Manifest) {
        let header = manifest.header.claimed().unwrap();
        let at = &mut self.folders[usize::from(header.folder.code())];
        (at.2, at.3) = (header.seq, manifest.header.hash());
    }

    /// A blob of this space: its header, then noise.
    pub(crate) fn blob(&self, blob: BlobId, size: usize) -> Vec<u8> {
        let mut bytes = wire::encode(&BlobHeader {
            suite: wire::SUITE,
            realm: REALM,
            purpose: Purpose::Object,
            account: self.account,
            blob,
            commitment: Hash([7; 32]),
        });
        bytes.resize(size, 0x5a);
        bytes
    }

    /// Signs an operation after the head, and moves the head.
    pub(crate) fn log(&mut self, draft: &mut Draft, op: &Op, keys: &[&SigKey]) {
        let signers: Vec<_> = keys
            .iter()
            .map(|key| |bytes: &[u8]| key.bytes(bytes))
            .collect();
        let signers: Vec<_> = signers.iter().map(|s| s as Signer<'_>).collect();
        let entry = Entry::sign_with(REALM, self.account, self.head, self.time, op, &signers);
        self.head = Head {
            seq: self.head.seq + 1,
            hash: entry.hash(),
        };
        draft.entries.push(entry);
    }

    fn seals(&self, slot: SlotId) -> Vec<u8> {
        let seals = SlotSeals {
            account: self.account,
            slot,
            generation: self.generation,
            open_to: kem(&format!("open {slot:?}")).fingerprint(),
            open: sealed(80),
            admin_to: kem(&format!("admin {slot:?}")).fingerprint(),
            admin: sealed(80),
        };
        self.root().sign(&seals).to_bytes()
    }
}

/// The enrolment of a person's stick.
pub(crate) fn key_id(name: &str, stick: &str) -> KeyId {
    KeyId::from_slice(&Hash::of(format!("{name} {stick}").as_bytes()).0[..16]).unwrap()
}

/// A sealed anchor, of noise.
pub(crate) fn anchor() -> Vec<u8> {
    wire::encode(&SealedAnchor {
        salt: Hash([8; 32]),
        ciphertext: vec![9; 1_024],
    })
}

pub(crate) fn kem(words: &str) -> KemPublic {
    let seed = Hash::of(words.as_bytes());
    let mut key = KemPublic([0; KemPublic::LEN]);
    for (at, byte) in key.0.iter_mut().enumerate() {
        *byte = seed.0[at % 32];
    }
    key
}

pub(crate) fn sealed(length: usize) -> Sealed {
    Sealed {
        enc: Encapsulated([3; Encapsulated::LEN]),
        ciphertext: vec![4; length],
    }
}

/// The settings of a new portal in `folder/data`, and the PEM of the authority behind it.
pub(crate) fn settled(folder: &Path, change: impl FnOnce(&mut SettingsFile)) -> (Settings, String) {
    settled_on(folder, OnDisk::default(), change)
}

/// The same, with its stores on this engine.
pub(crate) fn settled_on(
    folder: &Path,
    engine: OnDisk,
    change: impl FnOnce(&mut SettingsFile),
) -> (Settings, String) {
    let made = LocalTls::make(&["localhost".into()], NOW).unwrap();
    let authority = made.authority_pem().to_owned();
    let words = Init {
        data: folder.join("data"),
        listen: "127.0.0.1:0".parse().unwrap(),
        certificate: Certificate::Local(made),
        gate_backup: None,
        engine,
        gate: None,
        backup_key: None,
    };
    let mut settings = init(words, &structure().1.public()).unwrap();
    change(&mut settings.file);
    let text = toml::to_string(&settings.file).unwrap();
    std::fs::write(settings.data.join(crate::settings::FILE), text).unwrap();
    (settings, authority)
}

fn deps() -> Deps {
    Deps {
        clock: Arc::new(Fixed::at(NOW)),
        random: system_random(),
    }
}

/// A portal that runs.
pub(crate) async fn running_portal() -> (Running, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (settings, _) = settled(folder.path(), |_| {});
    let app = App::open(settings, deps()).unwrap();
    let running = serve::begin(app, serve::Patience::default()).await;
    (running.unwrap(), folder)
}

/// An engine in memory whose disk breaks when it is told to.
struct Breaking(Memory, Arc<AtomicBool>);

impl Engine for Breaking {
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, StoreError> {
        self.0.snapshot()
    }

    fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        if self.1.load(Ordering::SeqCst) {
            return Err(StoreError::disk("no space left"));
        }
        self.0.commit(changes)
    }

    fn name(&self) -> &'static str {
        "breaking"
    }
}

/// A portal that runs, and what breaks the disk under its space.
pub(crate) async fn broken_portal() -> (Running, impl FnOnce(), tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (settings, _) = settled(folder.path(), |_| {});
    let mut app = App::open(settings, deps()).unwrap();
    let broken = Arc::new(AtomicBool::new(false));
    app.space = Store::start(Breaking(Memory::new(), broken.clone())).unwrap();
    let running = serve::begin(app, serve::Patience::default()).await.unwrap();
    let store = running.app().space.clone();
    let breaks = move || {
        broken.store(true, Ordering::SeqCst);
        tokio::spawn(async move {
            let wrote = store.write_async(|tx| {
                tx.put(Table::Meta, b"last".as_slice(), []);
                Ok::<_, StoreError>(())
            });
            wrote.await.unwrap_err();
        });
    };
    (running, breaks, folder)
}
