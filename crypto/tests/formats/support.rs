//! What the tests stand on: randomness that repeats itself, an enrolled stick with real gates, and an
//! invented account.

use crypto::{
    code::Code,
    keys::{
        AdminKeys, AkAdmin, AkOpen, DeviceSecret, KemKey, OpenKeys, PrfOutput, SigningKey,
        SlotAdmin, SlotOpen,
    },
    stick::{
        Cell, Cle, Enrolled, Envelope, FolderHead, GateOutput, Header, HeaderDraft, HeaderStage,
        Heads, LocalHeadKey, Passkey, Stretched,
    },
};
use gate::GateSecret;
use std::collections::BTreeMap;
use wire::{
    AccountId, GateId, Hash, KeyId, Random, Realm, SUITE, SigPublic, SlotId, VoucherId,
    board::{Board, Publisher, SignedBoard, Structure},
    folder::Folder,
    gate::{Element, Proof},
    log::Head,
    slot::{SlotHeader, SlotSalt},
    structure::{
        GateAddress, Locator, Officer, RootChain, SignedLocator, SignedVoucher, Trust, Voucher,
        VoucherKind,
    },
};
use zeroize::Zeroizing;

/// SHA-256 of a name and a counter, block after block: the same bytes each time, for tests only.
pub(crate) struct Seeded {
    name: &'static str,
    counter: u64,
    left: Vec<u8>,
}

impl Seeded {
    pub(crate) fn new(name: &'static str) -> Self {
        Self {
            name,
            counter: 0,
            left: Vec::new(),
        }
    }
}

impl Random for Seeded {
    fn fill(&mut self, out: &mut [u8]) {
        while self.left.len() < out.len() {
            let block = format!("{}/{}", self.name, self.counter);
            self.left.extend(Hash::of(block.as_bytes()).0);
            self.counter += 1;
        }
        let rest = self.left.split_off(out.len());
        out.copy_from_slice(&self.left);
        self.left = rest;
    }
}

/// Every byte the same: a key that a test can name, today and in ten years.
pub(crate) struct Fixed(pub(crate) u8);

impl Random for Fixed {
    fn fill(&mut self, out: &mut [u8]) {
        out.fill(self.0);
    }
}

pub(crate) fn good_code() -> Code {
    Code::digits("482107").unwrap()
}

/// An enrolment with the gates it was made at.
pub(crate) struct Stick {
    pub(crate) header: Header,
    pub(crate) ds: DeviceSecret,
    pub(crate) gates: Vec<GateSecret>,
}

impl Stick {
    pub(crate) fn new(realm: Realm, threshold: u8, n: u8) -> Self {
        let gates: Vec<_> = (0..n)
            .map(|i| GateSecret::generate(&mut Fixed(0x30 + i)))
            .collect();
        let publics: Vec<_> = gates
            .iter()
            .map(|g| Element(g.public().to_bytes()))
            .collect();
        let header = draft(realm, threshold, n)
            .complete(KeyId([0x22; 16]), &publics)
            .unwrap();
        Self {
            header,
            ds: DeviceSecret::make(&mut Fixed(0x21)),
            gates,
        }
    }

    /// What the gates at `which` make of `code`, asked about `header`.
    pub(crate) fn ask(
        &self,
        header: &Header,
        code: &Code,
        which: &[usize],
    ) -> crypto::Result<Vec<GateOutput>> {
        let x = Stretched::derive(code, &self.ds, header)?;
        let mut random = Seeded::new("ask");
        which
            .iter()
            .map(|index| {
                let request = x.request(header, *index, &mut random)?;
                let answer = self.gates[*index]
                    .evaluate(&request.element().0, &mut random)
                    .unwrap();
                request.finish(&x, &Element(answer.element), &Proof(answer.proof))
            })
            .collect()
    }

    pub(crate) fn outputs(&self, which: &[usize]) -> Vec<GateOutput> {
        self.ask(&self.header, &good_code(), which).unwrap()
    }

    pub(crate) fn seal(&self, seq: u64) -> Cell {
        let all: Vec<_> = (0..self.gates.len()).collect();
        Cell::seal(
            &envelope(),
            &self.ds,
            &self.header,
            seq,
            &self.outputs(&all),
            &mut Seeded::new("cell"),
        )
        .unwrap()
    }

    /// A whole copy: the real cell first.
    pub(crate) fn copy(&self, seq: u64) -> Cle {
        Cle::Enrolled(Enrolled {
            seq,
            header: HeaderStage::Complete(self.header.clone()),
            ds: DeviceSecret::make(&mut Fixed(0x21)),
            locator: locator(self.header.realm),
            voucher: None,
            cells: Some([self.seal(seq), Cell::random(&mut Seeded::new("decoy"))]),
        })
    }
}

pub(crate) fn draft(realm: Realm, threshold: u8, n: u8) -> HeaderDraft {
    HeaderDraft {
        suite: SUITE,
        realm,
        rp_id: "coffre.example.org".into(),
        origin: "https://coffre.example.org".into(),
        gates: (0..n).map(|i| GateId([0x10 + i; 16])).collect(),
        threshold,
        structure: structure_root().public().fingerprint(),
    }
}

pub(crate) fn envelope() -> Envelope {
    Envelope {
        passkey: Passkey {
            private: Zeroizing::new(vec![0x41; 120]),
            credential: vec![0x42; 16],
            user_handle: [0x43; 16],
            cred_random: Zeroizing::new(vec![0x44; 32]),
        },
        success: SigningKey::make(&mut Fixed(0x45)),
        lineage: SigningKey::make(&mut Fixed(0x46)),
        local_head: LocalHeadKey::make(&mut Fixed(0x47)),
        ceremony: Some(KemKey::make(&mut Fixed(0x48))),
    }
}

pub(crate) fn structure_root() -> SigningKey {
    SigningKey::make(&mut Fixed(0x50))
}

pub(crate) fn officer_key() -> SigningKey {
    SigningKey::make(&mut Fixed(0x51))
}

pub(crate) fn plain_locator(realm: Realm) -> Locator {
    Locator {
        realm,
        seq: 1,
        rp_id: "coffre.example.org".into(),
        origin: "https://coffre.example.org".into(),
        portals: vec!["https://coffre.example.org".into()],
        gates: vec![GateAddress {
            gate: GateId([0x10; 16]),
            address: "https://coffre.example.org/gate".into(),
        }],
        trust: Trust::Authority(Hash([0x53; 32])),
    }
}

pub(crate) fn locator(realm: Realm) -> SignedLocator {
    SignedLocator {
        roots: RootChain {
            first: structure_root().public(),
            successors: Vec::new(),
        },
        locator: structure_root().sign(realm, &plain_locator(realm)),
    }
}

pub(crate) fn voucher(realm: Realm) -> SignedVoucher {
    let officer = Officer {
        realm,
        key: officer_key().public(),
        not_before: 1_000,
        not_after: 2_000,
    };
    let voucher = Voucher {
        id: VoucherId([0x54; 16]),
        realm,
        kind: VoucherKind::Account,
        gates: vec![GateId([0x10; 16])],
        expires: 1_500,
    };
    SignedVoucher {
        officer: structure_root().sign(realm, &officer),
        voucher: officer_key().sign(realm, &voucher),
    }
}

pub(crate) fn publisher(realm: Realm) -> Publisher {
    Publisher {
        realm,
        key: officer_key().public(),
        not_before: 1_000,
        not_after: 2_000,
    }
}

pub(crate) fn plain_board(realm: Realm) -> Board {
    Board {
        realm,
        number: 7,
        issued: 1_100,
        structure: Structure {
            name: "Maison des droits".into(),
            phone: "01 99 00 12 34".into(),
            place: Some("3 rue des Lilas".into()),
            hours: Some("mardi et jeudi, 14 h à 17 h".into()),
        },
        catalogue: Some(br#"{"version":1,"services":[]}"#.to_vec().into()),
        closing: None,
    }
}

pub(crate) fn board(realm: Realm) -> SignedBoard {
    SignedBoard {
        roots: locator(realm).roots,
        publisher: structure_root().sign(realm, &publisher(realm)),
        board: officer_key().sign(realm, &plain_board(realm)),
    }
}

/// An account of generation 1 whose keys come from one byte.
pub(crate) struct Account {
    pub(crate) realm: Realm,
    pub(crate) id: AccountId,
    pub(crate) ak_open: AkOpen,
    pub(crate) open: OpenKeys,
    pub(crate) admin: AdminKeys,
}

impl Account {
    pub(crate) fn new(realm: Realm, byte: u8) -> Self {
        Self::of_generation(realm, byte, 1)
    }

    pub(crate) fn of_generation(realm: Realm, byte: u8, generation: u32) -> Self {
        let ak_open = AkOpen::make(&mut Fixed(byte));
        let admin = AkAdmin::make(&mut Fixed(byte + 1)).derive_keys(realm, generation);
        Self {
            realm,
            id: AccountId::of(realm, &admin.root.public()),
            open: ak_open.derive_keys(realm, generation),
            ak_open,
            admin,
        }
    }

    pub(crate) fn root(&self) -> SigPublic {
        self.admin.root.public()
    }

    pub(crate) fn slot_header(&self, slot: u8) -> SlotHeader {
        SlotHeader {
            suite: SUITE,
            realm: self.realm,
            account: self.id,
            slot: SlotId([slot; 16]),
            credential: vec![slot; 16],
            rp_id: "coffre.example.org".into(),
            salt: SlotSalt([0x61; 32]),
        }
    }

    pub(crate) fn slot_open(&self, slot: u8) -> SlotOpen {
        SlotOpen::derive(
            &self.slot_header(slot),
            PrfOutput::take(&[0x62; 32]).unwrap(),
        )
    }

    pub(crate) fn slot_admin(&self, slot: u8) -> SlotAdmin {
        SlotAdmin::derive(
            &self.slot_header(slot),
            PrfOutput::take(&[0x63; 32]).unwrap(),
        )
    }
}

pub(crate) fn heads() -> Heads {
    let head = |epoch, seq| FolderHead {
        epoch,
        seq,
        hash: Hash([0x71; 32]),
    };
    Heads {
        chains: None,
        first_root: SigPublic([0x70; 32]),
        log: Head {
            seq: 9,
            hash: Hash([0x72; 32]),
        },
        generation: 2,
        folders: BTreeMap::from([(Folder::Private, head(2, 5)), (Folder::Argent, head(1, 3))]),
    }
}
