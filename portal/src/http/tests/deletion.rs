//! A space is deleted over the wire: what may still be asked for, what goes after seven days, and what
//! a stop at any step leaves.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use wire::{
    BlobId, Code,
    api::{GateKey, SyncAnswer, SyncRequest},
    folder::Folder,
    log::{Head, Op},
};

use super::{gate::Stick, harness::Portal};
use crate::{
    backup::{GateBackup, restore},
    fixtures::{Authenticator, Draft, Person, structure},
    records::Credential,
    store::{Change, Engine, Memory, OnDisk, Read, Snapshot, Store, StoreError, Table},
};

const WEEK: u64 = 7 * 86_400;
const BLOB: BlobId = BlobId([0xb1; 32]);
const LOOSE: BlobId = BlobId([0xb2; 32]);

/// Somebody's space with a paper, a loose blob, a policy, and the names that are looked for later.
async fn furnished(portal: &Portal, name: &'static str) -> (Person, Authenticator, Vec<Vec<u8>>) {
    let (mut person, passkey, _) = portal.move_in(name).await;
    let session = portal.open(&passkey).await;
    for blob in [BLOB, LOOSE] {
        let bytes = person.blob(blob, 5_000);
        assert_eq!(portal.put_blob(&session, blob, &bytes).await.status, 201);
    }
    let manifest = person.manifest(Folder::Papiers, &[BLOB], &[]);
    let bytes = wire::encode(&manifest);
    let path = format!("/v1/manifests/{}", Folder::Papiers.code());
    let put = portal.send("PUT", &path, &bytes, Some(&session)).await;
    assert_eq!(put.status, 204);
    person.wrote(&manifest);
    let mut draft = Draft::default();
    person.policy(&mut draft);
    assert_eq!(portal.commit(&session, &draft).await.status, 200);
    // An item that no commit ever takes.
    let left = Draft {
        items: vec![vec![7; 900]],
        ..Draft::default()
    };
    portal.stage(&session, &left).await;
    let credential: Option<Credential> = portal
        .running
        .app()
        .glance(|read| Ok(read.get_record(&passkey.credential)?))
        .unwrap();
    let names = vec![
        person.account.0.to_vec(),
        person.slots[0].0.to_vec(),
        passkey.credential.clone(),
        credential.unwrap().handle.to_vec(),
        BLOB.0.to_vec(),
        LOOSE.0.to_vec(),
    ];
    (person, passkey, names)
}

fn deletion(person: &mut Person, orders: Vec<wire::gate::Order>) -> Draft {
    let mut draft = Draft::default();
    let root = person.root();
    person.log(&mut draft, &Op::Delete, &[&root]);
    draft.orders = orders;
    draft
}

/// Signs it. Nothing is staged, for nothing may be.
async fn delete(portal: &Portal, person: &mut Person, passkey: &Authenticator) {
    let session = portal.open(passkey).await;
    let draft = deletion(person, Vec::new());
    let done = portal
        .post("/v1/commit", &draft.commit(), Some(&session))
        .await;
    assert_eq!(done.read::<Head>(), person.head);
}

/// In which tables of both stores one of these names stands.
fn found(portal: &Portal, names: &[Vec<u8>]) -> Vec<&'static str> {
    let app = portal.running.app();
    let mut found = Vec::new();
    for store in [&app.space, &app.gate] {
        for table in Table::ALL {
            let rows: Result<_, StoreError> =
                store.read(|read| read.scan(*table, &[], None, usize::MAX));
            let holds = |bytes: &[u8], name: &[u8]| bytes.windows(name.len()).any(|w| w == name);
            let stands = rows.unwrap().iter().any(|(key, value)| {
                names
                    .iter()
                    .any(|name| holds(key, name) || holds(value, name))
            });
            found.extend(stands.then(|| table.name()));
        }
    }
    found
}

fn blobs(portal: &Portal) -> usize {
    portal.files(Path::new("data/blobs"))
}

#[tokio::test]
async fn a_session_may_only_look_take_it_back_and_leave() {
    let portal = Portal::start().await;
    let (mut person, passkey, _) = furnished(&portal, "ana").await;
    let session = portal.open(&passkey).await;
    delete(&portal, &mut person, &passkey).await;
    let manifest = wire::encode(&person.manifest(Folder::Papiers, &[], &[BLOB]));
    let refused = [
        portal
            .send("PUT", "/v1/manifests/1", &manifest, Some(&session))
            .await,
        portal
            .send(
                "PUT",
                "/v1/anchor",
                &crate::fixtures::anchor(),
                Some(&session),
            )
            .await,
        portal.put_blob(&session, BlobId([3; 32]), &[0; 900]).await,
        portal.get_blob(&session, BLOB).await,
    ];
    for answer in refused {
        assert_eq!(answer.code(), Code::BeingDeleted);
    }
    let all = SyncRequest {
        log: Head::NONE,
        manifests: Vec::new(),
    };
    let answer: SyncAnswer = portal.post("/v1/sync", &all, Some(&session)).await.read();
    assert_eq!(answer.entries.len(), 16);

    let mut draft = Draft::default();
    let author = person.author();
    let op = Op::CancelDelete(person.head.hash);
    person.log(&mut draft, &op, &[&author]);
    let done = portal
        .post("/v1/commit", &draft.commit(), Some(&session))
        .await;
    assert_eq!(done.read::<Head>(), person.head);
    assert_eq!(portal.get_blob(&session, BLOB).await.status, 200);
    portal.clock.advance(2 * WEEK);
    portal.running.hourly().await.unwrap();
    let session = portal.open(&passkey).await;
    assert_eq!(portal.get_blob(&session, BLOB).await.status, 200);
    portal.running.stop().await;
}

async fn nothing_stays(engine: OnDisk) {
    let portal = Portal::start_on(engine).await;
    let (mut person, passkey, names) = furnished(&portal, "bruno").await;
    let (neighbour, other_passkey, _) = portal.move_in("celia").await;
    let stick = Stick("bruno");
    stick.enrol(&portal).await.read::<GateKey>();
    stick.name_control(&portal).await;
    assert_eq!(blobs(&portal), 2);
    let before = found(&portal, &names);
    for table in ["accounts", "log", "blobs", "chain", "packages", "staged"] {
        assert!(before.contains(&table), "{table}: {before:?}");
    }

    let session = portal.open(&passkey).await;
    let draft = deletion(&mut person, vec![stick.destroy_order(&stick)]);
    let done = portal
        .post("/v1/commit", &draft.commit(), Some(&session))
        .await;
    assert_eq!(done.status, 200);
    portal.clock.advance(WEEK - 1);
    portal.running.hourly().await.unwrap();
    stick
        .status(&portal)
        .await
        .read::<wire::api::StatusAnswer>();
    portal.open(&passkey).await;
    assert_eq!(blobs(&portal), 2);

    portal.clock.advance(1);
    portal.running.hourly().await.unwrap();
    assert_eq!(found(&portal, &names), [""; 0]);
    assert_eq!(blobs(&portal), 0);
    assert_eq!(stick.status(&portal).await.code(), Code::GateDestroyed);
    assert_eq!(portal.files(Path::new("data/gate/secrets")), 0);
    let options = portal
        .ask("POST", "/v1/login/start", &[], None)
        .await
        .read();
    let refused = portal
        .post("/v1/login/finish", &passkey.open(&options), None)
        .await;
    assert_eq!(refused.code(), Code::CredentialUnknown);
    // The tombstone alone is left, in the store and apart from it.
    assert_eq!(portal.files(Path::new("data/gate-backup")), 1);
    let session = portal.open(&other_passkey).await;
    assert_eq!(session.account, neighbour.account);
    portal.running.stop().await;
}

#[tokio::test]
async fn after_seven_days_nothing_of_it_stays_on_redb() {
    nothing_stays(OnDisk::Redb).await;
}

#[tokio::test]
async fn after_seven_days_nothing_of_it_stays_on_sled() {
    nothing_stays(OnDisk::Sled).await;
}

/// An engine in memory whose disk takes so many commits and no more.
struct Cut(Memory, Arc<AtomicUsize>);

impl Engine for Cut {
    fn snapshot(&self) -> Result<Box<dyn Snapshot + '_>, StoreError> {
        self.0.snapshot()
    }

    fn commit(&self, changes: &[Change]) -> Result<(), StoreError> {
        let left = self
            .1
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |n| n.checked_sub(1));
        left.map_err(|_| StoreError::disk("cut here"))?;
        self.0.commit(changes)
    }

    fn name(&self) -> &'static str {
        "cut"
    }
}

#[tokio::test]
async fn cut_at_every_step_it_goes_on_at_the_next_start() {
    let mut cuts = 0;
    for steps in 0.. {
        let memory = Memory::new();
        let left = Arc::new(AtomicUsize::new(usize::MAX));
        let store = Store::start(Cut(memory.clone(), left.clone())).unwrap();
        let mut portal = Portal::start().await.restart_with(store).await;
        let (mut person, passkey, names) = furnished(&portal, "dina").await;
        delete(&portal, &mut person, &passkey).await;
        portal.clock.advance(WEEK);
        // What ends by itself ends first: the steps are those of erasing.
        crate::jobs::sweep(portal.running.app()).await.unwrap();
        left.store(steps, Ordering::SeqCst);
        let was_cut = crate::erase::run(portal.running.app()).await.is_err();
        cuts += usize::from(was_cut);
        let store = Store::start(memory).unwrap();
        portal = portal.restart_with(store).await;
        portal.running.hourly().await.unwrap();
        assert_eq!(found(&portal, &names), [""; 0], "cut after {steps} steps");
        assert_eq!(blobs(&portal), 0, "cut after {steps} steps");
        portal.running.stop().await;
        if !was_cut {
            break;
        }
    }
    // Its ways in; the rows of nine kinds; blobs, voucher, the end, and two files.
    assert!(cuts >= 10, "{cuts} cuts");
}

#[tokio::test]
async fn an_older_backup_does_not_bring_it_back() {
    let portal = Portal::start().await;
    let (mut person, passkey, names) = furnished(&portal, "elsa").await;
    let (_, other_passkey, _) = portal.move_in("faris").await;
    portal.running.backup(portal.path("backup")).await.unwrap();
    delete(&portal, &mut person, &passkey).await;
    portal.clock.advance(WEEK);
    portal.running.hourly().await.unwrap();

    let (from, to) = (portal.path("backup"), portal.path("restored"));
    let sealed = GateBackup {
        folder: portal.path("data/gate-backup"),
        key: gate::BackupPrivate::from_bytes(structure().1.backup().expose_bytes()),
    };
    let restored = tokio::task::spawn_blocking(move || restore(&from, &to, Some(&sealed)));
    assert_eq!(restored.await.unwrap().unwrap().deleted, 1);
    let portal = portal.restart("restored").await;
    let options = portal
        .ask("POST", "/v1/login/start", &[], None)
        .await
        .read();
    let refused = portal
        .post("/v1/login/finish", &passkey.open(&options), None)
        .await;
    assert_eq!(refused.code(), Code::CredentialUnknown);
    portal.open(&other_passkey).await;
    portal.running.hourly().await.unwrap();
    assert_eq!(found(&portal, &names), [""; 0]);
    assert_eq!(portal.files(Path::new("restored/blobs")), 0);
    // And the tombstone went along: the next restore knows it too.
    assert_eq!(portal.files(Path::new("restored/gate-backup")), 1);
    portal.running.stop().await;
}

#[tokio::test]
async fn one_that_was_taken_back_since_the_backup_can_be_taken_back_again() {
    let portal = Portal::start().await;
    let (mut person, passkey, _) = furnished(&portal, "hana").await;
    delete(&portal, &mut person, &passkey).await;
    portal.running.backup(portal.path("backup")).await.unwrap();
    let mut taken_back = Draft::default();
    let op = Op::CancelDelete(person.head.hash);
    person.log(&mut taken_back, &op, &[&person.author()]);
    let session = portal.open(&passkey).await;
    let cancel = taken_back.commit();
    let done = portal.post("/v1/commit", &cancel, Some(&session)).await;
    assert_eq!(done.status, 200);
    portal.clock.advance(10 * WEEK);

    let (from, to) = (portal.path("backup"), portal.path("restored"));
    let restored = tokio::task::spawn_blocking(move || restore(&from, &to, None));
    assert_eq!(restored.await.unwrap().unwrap().deleted, 0);
    let portal = portal.restart("restored").await;
    portal.clock.advance(WEEK - 1);
    portal.running.hourly().await.unwrap();
    let session = portal.open(&passkey).await;
    let done = portal.post("/v1/commit", &cancel, Some(&session)).await;
    assert_eq!(done.read::<Head>(), person.head);
    portal.clock.advance(WEEK);
    portal.running.hourly().await.unwrap();
    portal.open(&passkey).await;
    portal.running.stop().await;
}

#[tokio::test]
async fn a_disk_turned_back_under_a_portal_does_not_bring_it_back() {
    let memory = Memory::new();
    let store = Store::start(memory.clone()).unwrap();
    let portal = Portal::start().await.restart_with(store).await;
    let (mut person, passkey, names) = furnished(&portal, "gino").await;
    let old = Memory::new();
    let (from, to) = (
        Store::start(memory).unwrap(),
        Store::start(old.clone()).unwrap(),
    );
    for table in Table::ALL {
        let rows: Result<_, StoreError> =
            from.read(|read| read.scan(*table, &[], None, usize::MAX));
        let rows = rows.unwrap();
        let wrote = to.write_async(move |tx| {
            for (key, value) in rows {
                tx.put(*table, key, value);
            }
            Ok::<_, StoreError>(())
        });
        wrote.await.unwrap();
    }
    delete(&portal, &mut person, &passkey).await;
    portal.clock.advance(WEEK);
    portal.running.hourly().await.unwrap();
    let portal = portal.restart_with(Store::start(old).unwrap()).await;
    portal.running.hourly().await.unwrap();
    assert_eq!(found(&portal, &names), [""; 0]);
    portal.running.stop().await;
}
