//! The space's rules on the memory engine: a person's story, and each refusal beside it.

mod deceased;
mod deletion;
mod idle;
mod security_keys;

use url::Url;
use wire::{
    BlobId, Code, GateId, Hash, Signed,
    api::{RegisterStart, SyncAnswer, SyncRequest, WebauthnOptions},
    folder::Folder,
    log::{Head, Op, RekeyCause},
    manifest::Manifest,
    random::System,
    structure::VoucherKind,
};

use super::{
    DAY, Outcome, Place, anchors, blobs,
    commit::{self, Ground},
    expiry, login, manifests, outbox,
    passkeys::Passkeys,
    policy::State,
    register,
    session::{self, Session},
    staging::{self, Bench},
    sync,
};
use crate::{
    fixtures::{Authenticator, Draft, NOW, ORIGIN, Person, REALM, RP, SigKey, structure, voucher},
    records::{Slot, Usage},
    store::{Memory, Read, Store, Table, Tx},
};

struct Portal {
    store: Store,
    place: Place,
    now: u64,
}

impl Portal {
    fn new() -> Self {
        Self {
            store: Store::start(Memory::new()).unwrap(),
            place: structure().0,
            now: NOW,
        }
    }

    fn run<T: Send + 'static>(
        &self,
        rule: impl FnOnce(&mut Tx<'_>, &Place, &Passkeys, u64) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let (place, now) = (self.place.clone(), self.now);
        Ok(self.store.write(move |tx| {
            let passkeys = Passkeys::new(RP, &Url::parse(ORIGIN).unwrap()).unwrap();
            rule(tx, &place, &passkeys, now)
        })?)
    }

    fn begin(&self, person: &Person, stick: &str) -> Outcome<WebauthnOptions> {
        let request = person.begin(stick, voucher(VoucherKind::Account));
        self.start(request, register::By::Account)
    }

    fn begin_slot(&self, person: &Person, stick: &str) -> Outcome<WebauthnOptions> {
        let request = person.begin(stick, voucher(VoucherKind::Slot));
        self.start(request, register::By::Slot(person.account))
    }

    fn start(&self, request: Signed<RegisterStart>, by: register::By) -> Outcome<WebauthnOptions> {
        self.run(move |tx, place, passkeys, now| {
            register::start(tx, place, passkeys, &request, by, now, &mut System::new())
        })
    }

    fn stage(&self, bench: Bench, draft: &Draft) -> Outcome<()> {
        let items = draft.staged();
        self.run(move |tx, _, _, now| staging::stage(tx, &bench, items, now))
    }

    fn genesis(&self, draft: &Draft) -> Outcome<Head> {
        let answer = draft.registration.clone().unwrap();
        let voucher =
            self.run(move |tx, _, _, now| register::voucher_of(tx, &answer.ceremony, now))?;
        self.stage(Bench::of_voucher(&voucher), draft)?;
        self.finish(draft)
    }

    fn finish(&self, draft: &Draft) -> Outcome<Head> {
        let bytes = draft.bytes();
        self.run(move |tx, place, passkeys, now| {
            let certified = crate::helpers::Certified::default();
            let ground = Ground {
                certified: &certified,
                place,
                passkeys,
                now,
            };
            commit::genesis(tx, &ground, &bytes)
        })
    }

    fn commit(&self, session: Session, draft: &Draft) -> Outcome<Head> {
        self.stage(Bench::of_account(&session.account), draft)?;
        let bytes = draft.bytes();
        self.run(move |tx, place, passkeys, now| {
            let certified = crate::helpers::Certified::default();
            let ground = Ground {
                certified: &certified,
                place,
                passkeys,
                now,
            };
            commit::commit(tx, &ground, &session, &bytes)
        })
    }

    fn login_start(&self) -> WebauthnOptions {
        let options =
            self.run(|tx, _, passkeys, now| login::start(tx, passkeys, now, &mut System::new()));
        options.unwrap()
    }

    fn open(&self, passkey: &Authenticator) -> Outcome<Session> {
        let answer = passkey.open(&self.login_start());
        self.run(move |tx, place, passkeys, now| {
            let opened = login::finish(tx, place, passkeys, &answer, now, &mut System::new())?;
            Ok(session::prove(tx, place.realm, &opened.token, now)?.session)
        })
    }

    fn put(&self, session: Session, folder: Folder, manifest: &Manifest) -> Outcome<()> {
        let bytes = wire::encode(manifest);
        self.run(move |tx, _, _, now| manifests::put(tx, &session, folder, &bytes, now))
    }

    fn upload(&self, session: Session, blob: BlobId, size: u64) -> Outcome<()> {
        self.run(move |tx, place, _, now| {
            blobs::reserve(tx, place, &session, &blob, size, now)?;
            blobs::keep(tx, &blob, Hash([0; 32]), now)
        })
    }

    fn sync(&self, session: Session, request: SyncRequest) -> Outcome<SyncAnswer> {
        self.run(move |tx, place, _, now| sync::answer(tx, place, &session, &request, now))
    }

    fn used(&self, session: Session) -> u64 {
        let all = SyncRequest {
            log: Head::NONE,
            manifests: Vec::new(),
        };
        self.sync(session, all).unwrap().used
    }

    fn sweep(&self) -> usize {
        self.run(|tx, _, _, now| expiry::sweep(tx, now, 10_000))
            .unwrap()
    }
}

/// A portal with one space, its owner, their stick, and a session.
fn opened(name: &'static str) -> (Portal, Person, Authenticator, Session) {
    let portal = Portal::new();
    let (person, passkey) = moved_in(&portal, name);
    let session = portal.open(&passkey).unwrap();
    (portal, person, passkey, session)
}

fn moved_in(portal: &Portal, name: &'static str) -> (Person, Authenticator) {
    let mut person = Person::new(name);
    let mut passkey = Authenticator::new(name);
    let options = portal.begin(&person, "first").unwrap();
    let draft = person.genesis(&mut passkey, &options);
    assert_eq!(portal.genesis(&draft), Ok(person.head));
    (person, passkey)
}

fn code<T: core::fmt::Debug>(outcome: Outcome<T>) -> Code {
    outcome.unwrap_err().code
}

#[test]
fn a_space_is_made_once_and_opened() {
    let (portal, mut person, mut passkey, session) = opened("amina");
    assert_eq!(session.account, person.account);
    let all = SyncRequest {
        log: Head::NONE,
        manifests: Vec::new(),
    };
    let answer = portal.sync(session, all).unwrap();
    assert_eq!(answer.entries.len(), 14);
    assert_eq!((answer.manifests.len(), answer.boxes.len()), (12, 12));
    assert!(answer.seals.is_some() && answer.anchor.is_some());
    let known = SyncRequest {
        log: person.head,
        manifests: person
            .folders
            .iter()
            .map(|(f, _, seq, hash)| (*f, *seq, *hash))
            .collect(),
    };
    let answer = portal.sync(session, known).unwrap();
    let nothing_new = answer.entries.is_empty()
        && answer.manifests.is_empty()
        && answer.boxes.is_empty()
        && answer.seals.is_none();
    assert!(nothing_new);
    let fork = SyncRequest {
        log: Head {
            seq: 3,
            hash: Hash([1; 32]),
        },
        manifests: Vec::new(),
    };
    assert_eq!(code(portal.sync(session, fork)), Code::LogConflict);
    // The same person begins again with another stick: the account is there already.
    person.head = Head::NONE;
    person.folders = Person::new("amina").folders;
    let options = portal.begin(&person, "again").unwrap();
    passkey.credential[0] ^= 1;
    let again = person.genesis(&mut passkey, &options);
    assert_eq!(code(portal.genesis(&again)), Code::LogConflict);
}

#[test]
fn the_same_commit_again_gets_the_same_answer() {
    let portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("bilal"), Authenticator::new("bilal"));
    let options = portal.begin(&person, "first").unwrap();
    let draft = person.genesis(&mut passkey, &options);
    let head = portal.genesis(&draft).unwrap();
    assert_eq!(portal.finish(&draft), Ok(head));
    let session = portal.open(&passkey).unwrap();
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    let head = portal.commit(session, &draft).unwrap();
    assert_eq!(portal.commit(session, &draft), Ok(head));
}

#[test]
fn a_voucher_belongs_to_the_first_who_comes_and_may_be_tried_again() {
    let portal = Portal::new();
    let (person, other) = (Person::new("chloe"), Person::new("dario"));
    let shared = voucher(VoucherKind::Account);
    let start = |person: &Person| {
        let request = person.begin("first", shared.clone());
        portal.start(request, register::By::Account)
    };
    let handle = |options: &WebauthnOptions| {
        let options: serde_json::Value = serde_json::from_str(&options.options).unwrap();
        options["publicKey"]["user"].clone()
    };
    let (one, two) = (start(&person).unwrap(), start(&person).unwrap());
    assert_eq!(handle(&one), handle(&two));
    assert_ne!(one.ceremony, two.ceremony);
    assert_eq!(code(start(&other)), Code::VoucherUsed);
    let slot = voucher(VoucherKind::Slot);
    let request = person.begin("first", slot);
    let refused = portal.start(request, register::By::Account);
    assert_eq!(
        code(refused),
        Code::VoucherRefused,
        "a voucher of another kind"
    );
}

#[test]
fn a_voucher_that_was_bound_outlives_the_root_and_one_that_was_not_does_not() {
    let mut portal = Portal::new();
    let (person, other) = (Person::new("chloe"), Person::new("dario"));
    let begun = person.begin("first", voucher(VoucherKind::Account));
    let fresh = other.begin("first", voucher(VoucherKind::Account));
    portal.start(begun.clone(), register::By::Account).unwrap();
    portal.place.root = SigKey::of("the root that follows").public();
    portal.start(begun.clone(), register::By::Account).unwrap();
    // For what it was bound for, and for whoever bound it.
    let as_slot = register::By::Slot(person.account);
    assert_eq!(code(portal.start(begun, as_slot)), Code::VoucherRefused);
    let refused = portal.start(fresh, register::By::Account);
    assert_eq!(code(refused), Code::VoucherRefused);
}

#[test]
fn a_ceremony_serves_once_and_for_two_minutes() {
    let mut portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("emil"), Authenticator::new("emil"));
    let options = portal.begin(&person, "first").unwrap();
    let draft = person.genesis(&mut passkey, &options);
    portal.now += 120;
    assert_eq!(code(portal.genesis(&draft)), Code::CeremonyExpired);
    portal.now = NOW;
    portal.genesis(&draft).unwrap();
    let answer = passkey.open(&portal.login_start());
    let finish = |portal: &Portal| {
        let answer = answer.clone();
        portal.run(move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        })
    };
    finish(&portal).unwrap();
    assert_eq!(code(finish(&portal)), Code::CeremonyExpired);
    let refused = portal.run({
        let answer = passkey.open_with(&portal.login_start(), 0x01, 0);
        move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        }
    });
    assert_eq!(code(refused), Code::AssertionRefused, "nobody was verified");
}

#[test]
fn a_stick_that_never_counted_does_not_begin_to() {
    // Once the portal had taken a 7, it would refuse the stick's own 0 for ever.
    let (portal, _, passkey, _) = opened("farid");
    let open = |counter: u32| {
        let answer = passkey.open_with(&portal.login_start(), 0x05, counter);
        portal.run(move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        })
    };
    assert_eq!(code(open(7)), Code::AssertionRefused);
    open(0).unwrap();
}

#[test]
fn prf_outputs_are_refused_unread() {
    let (portal, _, passkey, _) = opened("fatou");
    let mut answer = passkey.open(&portal.login_start());
    answer.credential = answer.credential.replace(
        r#""clientExtensionResults":{}"#,
        r#""clientExtensionResults":{"prf":{"results":{"first":"AAAA"}}}"#,
    );
    let refused = portal.run(move |tx, place, passkeys, now| {
        login::finish(tx, place, passkeys, &answer, now, &mut System::new())
    });
    assert_eq!(code(refused), Code::Malformed);
}

#[test]
fn an_unknown_passkey_is_told_so() {
    let (portal, person, ..) = opened("gaston");
    let mut stranger = Authenticator::new("stranger");
    let options = portal.begin(&person, "other").unwrap();
    stranger.register(&options);
    assert_eq!(code(portal.open(&stranger)), Code::CredentialUnknown);
}

#[test]
fn a_genesis_lacking_anything_leaves_nothing_behind() {
    let portal = Portal::new();
    let mut person = Person::new("hana");
    let mut passkey = Authenticator::new("hana");
    let options = portal.begin(&person, "first").unwrap();
    let whole = person.genesis(&mut passkey, &options);
    let voucher = portal
        .run({
            let ceremony = options.ceremony;
            move |tx, _, _, now| register::voucher_of(tx, &ceremony, now)
        })
        .unwrap();
    for missing in 0..whole.items.len() {
        let mut draft = whole.clone();
        draft.items.remove(missing);
        portal.stage(Bench::of_voucher(&voucher), &whole).unwrap();
        assert_eq!(
            code(portal.finish(&draft)),
            Code::ItemMissing,
            "item {missing}"
        );
    }
    let mut cut = whole.clone();
    cut.entries.pop();
    assert_eq!(code(portal.finish(&cut)), Code::LogRefused, "a folder");
    let mut cut = whole.clone();
    cut.anchors.clear();
    assert_eq!(code(portal.finish(&cut)), Code::LogRefused, "an anchor");
    let mut cut = whole.clone();
    cut.registration = None;
    assert_eq!(code(portal.finish(&cut)), Code::Malformed, "a credential");
    portal.genesis(&whole).unwrap();
}

#[test]
fn what_was_staged_must_be_what_it_says() {
    let portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("ivan"), Authenticator::new("ivan"));
    let options = portal.begin(&person, "first").unwrap();
    let genesis = person.genesis(&mut passkey, &options);
    let mut draft = genesis.clone();
    draft.registration = Some(Authenticator::new("another").register(&options));
    assert_eq!(
        code(portal.genesis(&draft)),
        Code::LogRefused,
        "a credential"
    );
    let mut draft = genesis.clone();
    draft.anchors[0].0 = wire::SlotId([1; 16]);
    assert_eq!(code(portal.genesis(&draft)), Code::LogRefused, "an anchor");
    draft.anchors[0] = (genesis.anchors[0].0, vec![1].into());
    assert_eq!(
        code(portal.genesis(&draft)),
        Code::Malformed,
        "no anchor at all"
    );
    portal.genesis(&genesis).unwrap();
    let session = portal.open(&passkey).unwrap();

    // Each kind of item, signed by somebody else: the log names it, the portal does not believe it.
    let (head, folders) = (person.head, person.folders.clone());
    for forged in ["box", "manifest", "payload"] {
        let mut draft = Draft::default();
        let wrong = match forged {
            "payload" => {
                person.policy(&mut draft);
                Code::LogRefused
            }
            _ => {
                person.epoch(&mut draft, Folder::Famille);
                Code::LogRefused
            }
        };
        let mut other = Person::new("somebody else");
        (other.head, other.account, other.folders) = (head, person.account, folders.clone());
        let mut stolen = Draft::default();
        match forged {
            "payload" => other.policy(&mut stolen),
            _ => other.epoch(&mut stolen, Folder::Famille),
        }
        // Signed by the owner, naming what another signed.
        let op = stolen.entries[0].view().unwrap().op;
        let mut draft = Draft {
            items: stolen.items,
            package: stolen.package,
            ..Draft::default()
        };
        person.head = head;
        let signer = match forged {
            "payload" => person.root(),
            _ => person.author(),
        };
        let op = match (forged, op) {
            ("box", Op::Epoch(mut epoch)) => {
                epoch.boxes[0].recipient = person.reader().fingerprint();
                Op::Epoch(epoch)
            }
            ("manifest", Op::Epoch(mut epoch)) => {
                let mut own = Draft::default();
                person.folders.clone_from(&folders);
                person.epoch(&mut own, Folder::Famille);
                person.head = head;
                let Op::Epoch(mine) = own.entries[0].view().unwrap().op else {
                    unreachable!("an epoch")
                };
                epoch.boxes = mine.boxes;
                draft.items.push(own.items[0].clone());
                Op::Epoch(epoch)
            }
            (_, op) => op,
        };
        person.log(&mut draft, &op, &[&signer]);
        let wrong = if forged == "manifest" {
            Code::StaleGeneration
        } else {
            wrong
        };
        assert_eq!(code(portal.commit(session, &draft)), wrong, "{forged}");
        person.head = head;
        person.folders.clone_from(&folders);
    }
}

#[test]
fn a_second_stick_comes_and_the_first_goes() {
    let (portal, mut person, first, session) = opened("jade");
    let slot = portal.begin_slot(&person, "second").unwrap();
    let mut second = Authenticator::new("jade's second");
    let mut draft = Draft::default();
    person.add_slot(&mut draft, &mut second, &slot);
    portal.commit(session, &draft).unwrap();
    let other = portal.open(&second).unwrap();

    let mut draft = Draft::default();
    person.revoke(&mut draft, session.slot);
    portal.commit(other, &draft).unwrap();
    assert_eq!(code(portal.open(&first)), Code::CredentialUnknown);
    let live = portal.run(move |tx, _, _, _| session::live(tx, &session).map(drop));
    assert_eq!(code(live), Code::Unauthorized);
    let rows = portal.run(move |tx, _, _, _| {
        let key = [session.account.as_ref(), session.slot.as_ref()].concat();
        Ok((
            tx.get(Table::Tokens, &session.token.0)?,
            tx.get_record::<Slot>(&key)?,
        ))
    });
    assert_eq!(rows, Ok((None, None)));
    assert_eq!(portal.used(other), 0);
    // Whoever signs as before the rekey learns that keys were renewed.
    let mut stale = Draft::default();
    person.generation = 1;
    person.policy(&mut stale);
    assert_eq!(code(portal.commit(other, &stale)), Code::StaleGeneration);
}

#[test]
fn a_policy_brings_its_package_and_payloads() {
    let (portal, mut person, _, session) = opened("karim");
    let mut draft = Draft::default();
    person.policy(&mut draft);
    let without = Draft {
        package: None,
        ..draft.clone()
    };
    assert_eq!(code(portal.commit(session, &without)), Code::LogRefused);
    portal.commit(session, &draft).unwrap();
    let rows = portal.run(move |tx, _, _, _| {
        let account = session.account;
        Ok((
            tx.get(Table::Packages, account.as_ref())?.is_some(),
            tx.scan(Table::Payloads, account.as_ref(), None, 9)?.len(),
        ))
    });
    assert_eq!(rows, Ok((true, 1)));
    // A rekey must bring a new one.
    let mut draft = Draft::default();
    person.rekey(&mut draft, RekeyCause::Compromise);
    assert_eq!(code(portal.commit(session, &draft)), Code::LogRefused);
}

#[test]
fn entries_ahead_of_the_clock_and_ops_to_come_are_refused() {
    let (portal, mut person, _, session) = opened("lina");
    let head = person.head;
    person.time = NOW + 601;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Loisirs);
    assert_eq!(code(portal.commit(session, &draft)), Code::ClockAhead);
    (person.head, person.time) = (head, NOW + 600);
    for (op, why) in [
        // Nobody asks for a recovery.
        (Op::Veto(wire::CeremonyId([0; 16])), Code::LogRefused),
        (Op::Revoke(wire::MandateId([0; 16])), Code::LogRefused),
    ] {
        let mut draft = Draft::default();
        let signer = person.author();
        person.log(&mut draft, &op, &[&signer]);
        assert_eq!(code(portal.commit(session, &draft)), why);
        person.head = head;
    }
    let mut other = Draft::default();
    person.head = Head {
        seq: head.seq,
        hash: Hash([1; 32]),
    };
    person.epoch(&mut other, Folder::Loisirs);
    assert_eq!(code(portal.commit(session, &other)), Code::LogConflict);
}

#[test]
fn manifests_are_replaced_by_compare_and_set() {
    let (portal, mut person, _, session) = opened("mona");
    let folder = Folder::Travail;
    let one = person.manifest(folder, &[], &[]);
    portal.put(session, folder, &one).unwrap();
    portal.put(session, folder, &one).unwrap();
    assert_eq!(
        code(portal.put(session, Folder::Argent, &one)),
        Code::ManifestRefused
    );
    let blob = BlobId([1; 32]);
    portal.upload(session, blob, 100).unwrap();
    let rival = person.manifest(folder, &[blob], &[]);
    assert_eq!(
        code(portal.put(session, folder, &rival)),
        Code::ManifestConflict
    );
    person.wrote(&one);
    let unknown = person.manifest(folder, &[BlobId([2; 32])], &[]);
    assert_eq!(
        code(portal.put(session, folder, &unknown)),
        Code::ManifestRefused
    );
    let both = person.manifest(folder, &[blob], &[blob]);
    assert_eq!(
        code(portal.put(session, folder, &both)),
        Code::ManifestRefused
    );
    let two = person.manifest(folder, &[blob], &[]);
    portal.put(session, folder, &two).unwrap();
    let elsewhere = person.manifest(Folder::Argent, &[blob], &[]);
    assert_eq!(
        code(portal.put(session, Folder::Argent, &elsewhere)),
        Code::ManifestRefused
    );
    let mut forged = person.manifest(Folder::Argent, &[], &[]);
    forged.ciphertext.push(0);
    assert_eq!(
        code(portal.put(session, Folder::Argent, &forged)),
        Code::ManifestRefused
    );
    person.generation = 2;
    let stale = person.manifest(Folder::Argent, &[], &[]);
    assert_eq!(
        code(portal.put(session, Folder::Argent, &stale)),
        Code::StaleGeneration
    );
    person.generation = 1;
    person.folders[usize::from(folder.code())].1 = 2;
    person.wrote(&two);
    let ahead = person.manifest(folder, &[], &[]);
    assert_eq!(
        code(portal.put(session, folder, &ahead)),
        Code::ManifestRefused
    );
}

#[test]
fn blobs_are_counted_written_once_and_freed_after_a_week() {
    let (mut portal, mut person, _, session) = opened("nora");
    let (blob, other) = (BlobId([1; 32]), BlobId([2; 32]));
    portal.upload(session, blob, 1_000).unwrap();
    portal.upload(session, other, 24).unwrap();
    assert_eq!(code(portal.upload(session, blob, 10)), Code::BlobExists);
    let quota = portal.place.quota;
    assert_eq!(
        code(portal.upload(session, BlobId([3; 32]), quota)),
        Code::QuotaReached
    );
    let huge = wire::limits::BLOB + 1;
    assert_eq!(
        code(portal.upload(session, BlobId([3; 32]), huge)),
        Code::TooLarge
    );
    assert_eq!(portal.used(session), 1_024);

    let manifest = person.manifest(Folder::Papiers, &[blob], &[]);
    portal.put(session, Folder::Papiers, &manifest).unwrap();
    person.wrote(&manifest);
    let token = session.token;
    let touch = move |portal: &Portal| {
        let touched = portal.run(move |tx, place, _, now| {
            let session = Session { token, ..session };
            session::touch(tx, &session, now).map(|()| place.quota)
        });
        touched.unwrap();
    };
    portal.now += 7 * DAY;
    touch(&portal);
    portal.sweep();
    assert_eq!(portal.used(session), 1_000, "what nothing needed has gone");
    assert_eq!(
        code(portal.upload(session, other, 24)),
        Code::BlobExists,
        "its name has served"
    );
    let manifest = person.manifest(Folder::Papiers, &[], &[blob]);
    portal.put(session, Folder::Papiers, &manifest).unwrap();
    portal.now += 7 * DAY - 1;
    touch(&portal);
    portal.sweep();
    assert_eq!(portal.used(session), 1_000, "a week is not over");
    portal.now += 1;
    portal.sweep();
    assert_eq!(portal.used(session), 0);
    let trash = portal.run(|tx, _, _, _| Ok(tx.scan(Table::Trash, &[], None, 9)?.len()));
    assert_eq!(trash, Ok(2));
}

#[test]
fn somebody_elses_blob_is_not_there() {
    let (portal, _, _, session) = opened("omar");
    let (_, passkey) = moved_in(&portal, "paola");
    let other = portal.open(&passkey).unwrap();
    let blob = BlobId([1; 32]);
    portal.upload(session, blob, 10).unwrap();
    let find = |session: Session| {
        portal.run(move |tx, _, _, _| blobs::find(tx, &session, &blob).map(drop))
    };
    find(session).unwrap();
    assert_eq!(code(find(other)), Code::NotFound);
}

#[test]
fn a_commit_for_somebody_else_is_refused() {
    let (portal, mut person, _, session) = opened("quentin");
    let (_, passkey) = moved_in(&portal, "rosa");
    let other = portal.open(&passkey).unwrap();
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Justice);
    assert_eq!(code(portal.commit(other, &draft)), Code::LogConflict);
    portal.commit(session, &draft).unwrap();
    assert_eq!(
        code(portal.commit(other, &draft)),
        Code::Forbidden,
        "nor its answer"
    );
}

#[test]
fn sessions_end_when_idle_and_staged_items_after_a_week() {
    let (mut portal, ..) = opened("samira");
    let (_, passkey) = moved_in(&portal, "tomas");
    let answer = passkey.open(&portal.login_start());
    let opened = portal
        .run(move |tx, place, passkeys, now| {
            login::finish(tx, place, passkeys, &answer, now, &mut System::new())
        })
        .unwrap();
    let prove = |portal: &Portal| {
        portal.run(move |tx, place, _, now| {
            let proof = session::prove(tx, place.realm, &opened.token, now)?;
            session::touch(tx, &proof.session, now)?;
            Ok((proof.is_stale, proof.state))
        })
    };
    assert_eq!(prove(&portal), Ok((false, State::Live)));
    portal.now += 599;
    assert_eq!(prove(&portal), Ok((true, State::Live)));
    portal.now += 600;
    assert_eq!(code(prove(&portal)), Code::Unauthorized);
    let bench = Bench::of_account(&opened.account);
    let draft = Draft {
        items: vec![vec![1; 100]],
        ..Draft::default()
    };
    portal.stage(bench, &draft).unwrap();
    let staged = |portal: &Portal| {
        portal.run(move |tx, _, _, _| {
            Ok(tx
                .get_record::<Usage>(opened.account.as_ref())?
                .map_or(0, |u| u.staged))
        })
    };
    assert_eq!(staged(&portal), Ok(100));
    portal.now += 7 * DAY;
    portal.sweep();
    assert_eq!(staged(&portal), Ok(0));
    let tokens = portal.run(|tx, _, _, _| {
        Ok(tx.scan(Table::Tokens, &[], None, 9)?.len()
            + tx.scan(Table::SlotTokens, &[], None, 9)?.len())
    });
    assert_eq!(tokens, Ok(0));
}

#[test]
fn a_bench_has_its_bound() {
    let (portal, _, _, session) = opened("ulysse");
    let bench = Bench::of_account(&session.account);
    for n in 0..32u8 {
        let draft = Draft {
            items: vec![vec![n; 1 << 20]],
            ..Draft::default()
        };
        portal.stage(bench, &draft).unwrap();
        portal.stage(bench, &draft).unwrap();
    }
    let more = Draft {
        items: vec![vec![99; 1]],
        ..Draft::default()
    };
    assert_eq!(code(portal.stage(bench, &more)), Code::QuotaReached);
}

#[test]
fn orders_come_with_their_commit_and_name_a_gate_of_the_locator() {
    let (mut portal, mut person, _, session) = opened("vera");
    let (own, other, stranger) = (portal.place.gate, GateId([8; 16]), GateId([0; 16]));
    portal.place.gates.push(other);
    let destroy = |gate| {
        wire::gate::Order::Destroy(SigKey::of("control").sign(&wire::gate::Destroy {
            gate,
            key_id: wire::KeyId([1; 16]),
        }))
    };
    let mut draft = Draft::default();
    person.rekey(&mut draft, RekeyCause::Compromise);
    draft.orders = vec![destroy(own), destroy(stranger)];
    assert_eq!(code(portal.commit(session, &draft)), Code::NotOffered);
    // One stick was rekeyed: it has five gates at most.
    draft.orders = vec![destroy(own); 6];
    assert_eq!(code(portal.commit(session, &draft)), Code::TooLarge);
    draft.orders = vec![destroy(own), destroy(other), destroy(own), destroy(other)];
    portal.commit(session, &draft).unwrap();
    let waiting = portal.run(move |tx, _, _, _| {
        let second = outbox::waiting_for(tx, &other, None, 9)?;
        let after = second.first().map(|(key, _)| key.as_slice());
        Ok([
            outbox::waiting(tx, 9)?,
            outbox::waiting_for(tx, &other, after, 9)?,
            outbox::waiting_for(tx, &own, None, 9)?,
            outbox::waiting_for(tx, &stranger, None, 9)?,
            second,
        ])
    });
    let waiting = waiting.unwrap();
    let counts = waiting.each_ref().map(Vec::len);
    assert_eq!(counts, [2, 1, 0, 0, 2]);
    for waiting in waiting {
        assert!(waiting.is_sorted_by_key(|(key, _)| key.clone()));
    }
}

#[test]
fn a_commit_that_is_about_no_stick_brings_no_order() {
    let (portal, mut person, _, session) = opened("vito");
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Social);
    let order = SigKey::of("control").sign(&wire::gate::Destroy {
        gate: portal.place.gate,
        key_id: wire::KeyId([1; 16]),
    });
    draft.orders = vec![wire::gate::Order::Destroy(order)];
    assert_eq!(code(portal.commit(session, &draft)), Code::TooLarge);
    draft.orders.clear();
    portal.commit(session, &draft).unwrap();
}

#[test]
fn an_anchor_is_replaced_by_its_own_slot() {
    let (portal, _, _, session) = opened("wael");
    let put = |bytes: Vec<u8>| portal.run(move |tx, _, _, _| anchors::put(tx, &session, bytes));
    put(crate::fixtures::anchor()).unwrap();
    assert_eq!(code(put(vec![0; 10])), Code::Malformed);
    assert_eq!(REALM, portal.place.realm);
}

#[test]
fn only_the_registration_begun_last_may_end() {
    let portal = Portal::new();
    let (mut person, mut passkey) = (Person::new("noor"), Authenticator::new("noor"));
    let shared = voucher(VoucherKind::Account);
    let request = person.begin("first", shared);
    let begin = || portal.start(request.clone(), register::By::Account);
    let (late, current) = (begin().unwrap(), begin().unwrap());
    let fresh = (person.head, person.folders.clone());
    let draft = person.genesis(&mut passkey, &late);
    assert_eq!(code(portal.genesis(&draft)), Code::CeremonyExpired);
    (person.head, person.folders) = fresh;
    let draft = person.genesis(&mut passkey, &current);
    assert_eq!(portal.genesis(&draft), Ok(person.head));
}

#[test]
fn only_so_many_ceremonies_wait_and_those_that_end_make_room() {
    let mut portal = Portal::new();
    let start = |portal: &Portal| {
        portal.run(|tx, _, passkeys, now| login::start(tx, passkeys, now, &mut System::new()))
    };
    let first = start(&portal).unwrap();
    let filled = portal.run(|tx, _, _, _| {
        for _ in 1..expiry::LIVE {
            expiry::admit(tx, expiry::Kind::Ceremony)?;
        }
        Ok(())
    });
    filled.unwrap();
    let refusal = start(&portal).unwrap_err();
    assert_eq!(refusal.code, Code::TooManyRequests);
    assert!(refusal.retry_after_s.is_some());
    // One is answered: there is room for one, and spending it twice makes no more.
    for _ in 0..2 {
        let ceremony = first.ceremony;
        let spent = portal.run(move |tx, _, _, _| login::spend(tx, &ceremony));
        spent.unwrap();
    }
    start(&portal).unwrap();
    assert_eq!(code(start(&portal)), Code::TooManyRequests);
    // One ends by itself.
    portal.now += 120;
    portal.sweep();
    start(&portal).unwrap();
    assert_eq!(code(start(&portal)), Code::TooManyRequests);
    // A number that came back from a backup without its challenges is put right.
    portal.run(|tx, _, _, _| expiry::recount(tx)).unwrap();
    start(&portal).unwrap();
}

#[test]
fn a_log_that_is_ahead_of_a_clock_set_right_goes_on() {
    let (mut portal, mut person, passkey, _) = opened("odile");
    portal.now = NOW + 1_000_000;
    let session = portal.open(&passkey).unwrap();
    person.time = portal.now;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    portal.commit(session, &draft).unwrap();

    portal.now = NOW;
    let session = portal.open(&passkey).unwrap();
    let before = (person.head, person.folders.clone());
    person.time += 1;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    assert_eq!(code(portal.commit(session, &draft)), Code::ClockAhead);
    (person.head, person.folders) = before;
    person.time -= 1;
    let mut draft = Draft::default();
    person.epoch(&mut draft, Folder::Argent);
    assert_eq!(portal.commit(session, &draft), Ok(person.head));
}
