//! A portal comes back on an empty machine.

use std::{fs, path::Path};

use wire::{
    BlobId, Code,
    api::{Evaluated, GateKey, StatusAnswer, SyncAnswer, SyncRequest},
    folder::Folder,
    gate::Standing,
    log::Head,
};

use super::{gate::Stick, harness::Portal};
use crate::{
    backup::{BackupError, GateBackup, Restored, backup, restore, restore_on},
    fixtures::structure,
    store::OnDisk,
};

fn gate_backup(folder: std::path::PathBuf) -> GateBackup {
    let key = gate::BackupPrivate::from_bytes(structure().1.backup().expose_bytes());
    GateBackup { folder, key }
}

#[tokio::test]
async fn everything_comes_back_but_revoked_sticks_and_spent_tries() {
    let portal = Portal::start().await;
    let (mut person, passkey, _) = portal.move_in("kenza").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 5_000);
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    let manifest = person.manifest(Folder::Papiers, &[blob], &[]);
    let bytes = wire::encode(&manifest);
    let put = portal
        .send("PUT", "/v1/manifests/1", &bytes, Some(&session))
        .await;
    assert_eq!(put.status, 204);
    person.wrote(&manifest);
    let (kept, revoked, late) = (Stick("kept"), Stick("revoked"), Stick("late"));
    kept.enrol(&portal).await.read::<GateKey>();
    let before: Evaluated = kept.evaluate(&portal, 1).await.read();
    revoked.enrol(&portal).await.read::<GateKey>();
    // Somebody kept an old copy of the sealed backups.
    let copy = portal.path("old-gate-backup");
    fs::create_dir(&copy).unwrap();
    let keep = |portal: &Portal| {
        for entry in fs::read_dir(portal.path("data/gate-backup")).unwrap() {
            let path = entry.unwrap().path();
            fs::copy(
                &path,
                portal
                    .path("old-gate-backup")
                    .join(path.file_name().unwrap()),
            )
            .unwrap();
        }
    };
    keep(&portal);
    revoked.destroy(&portal).await;

    // While it runs, by the socket that the admin's command uses.
    let settings = crate::Settings::read(&portal.path("data")).unwrap();
    let (to, clock) = (portal.path("backup"), portal.clock.clone());
    let made = tokio::task::spawn_blocking(move || backup(&settings, &to, &*clock));
    made.await.unwrap().unwrap();
    late.enrol(&portal).await.read::<GateKey>();
    keep(&portal);

    let (from, data) = (portal.path("backup"), portal.path("restored"));
    let sealed = gate_backup(copy);
    let restored =
        tokio::task::spawn_blocking(move || restore(&from, &data, Some(&sealed)).unwrap());
    let restored = restored.await.unwrap();
    assert_eq!(
        (restored.keys, restored.left_out, restored.missing),
        (2, 1, 0)
    );
    assert_eq!(restored.blobs, 1);

    let portal = portal.restart("restored").await;
    let session = portal.open(&passkey).await;
    assert_eq!(portal.get_blob(&session, blob).await.body, paper);
    let all = SyncRequest {
        log: Head::NONE,
        manifests: Vec::new(),
    };
    let answer: SyncAnswer = portal.post("/v1/sync", &all, Some(&session)).await.read();
    assert_eq!((answer.entries.len(), answer.used), (14, 5_000));
    let status: StatusAnswer = kept.status(&portal).await.read();
    assert_eq!((status.standing, status.tries.left), (Standing::Live, 3));
    let after: Evaluated = kept.evaluate(&portal, 2).await.read();
    assert_eq!(after.element, before.element);
    let status: StatusAnswer = late.status(&portal).await.read();
    assert_eq!((status.standing, status.tries.left), (Standing::Live, 3));
    assert_eq!(
        revoked.evaluate(&portal, 1).await.code(),
        Code::GateDestroyed
    );
    portal.running.stop().await;
}

#[tokio::test]
async fn a_portal_comes_back_on_the_other_engine() {
    let mut portal = Portal::start_on(OnDisk::Sled).await;
    let (person, passkey, _) = portal.move_in("selma").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 5_000);
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    let mut hashes = Vec::new();
    for (name, engine) in [("one", OnDisk::Redb), ("two", OnDisk::Sled)] {
        let backup = portal.path(&format!("backup-{name}"));
        portal.running.backup(backup.clone()).await.unwrap();
        let data = portal.path(name);
        let to = data.clone();
        let restored =
            tokio::task::spawn_blocking(move || restore_on(&backup, &to, None, Some(engine)));
        hashes.push(restored.await.unwrap().unwrap().set_hash);
        portal = portal.restart(name).await;
        let settings = crate::Settings::read(&data).unwrap();
        assert_eq!(settings.file.engine, engine);
        let session = portal.open(&passkey).await;
        assert_eq!(portal.get_blob(&session, blob).await.body, paper);
    }
    assert_ne!(hashes[0], crate::store::Sum::default());
    portal.running.stop().await;
}

#[tokio::test]
async fn a_damaged_backup_writes_nothing_and_a_full_folder_is_left_alone() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("leon").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 5_000);
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    portal.running.backup(portal.path("backup")).await.unwrap();
    let taken = portal.running.backup(portal.path("backup")).await;
    assert!(matches!(taken, Err(BackupError::Io(_))));
    let stick = Stick("leon");
    stick.enrol(&portal).await.read::<GateKey>();
    portal.running.backup(portal.path("later")).await.unwrap();
    portal.running.stop().await;
    let portal_folder = portal.folder;
    let folder = portal_folder.path().to_owned();

    let checked = tokio::task::spawn_blocking(move || {
        let files = [
            "rows.dump".to_owned(),
            "manifest.json".to_owned(),
            "settings/settings.toml".to_owned(),
            format!("blobs/01/{}", blob.to_hex()),
        ];
        for name in files {
            let path = folder.join("backup").join(&name);
            let good = fs::read(&path).unwrap();
            let mut bad = good.clone();
            let middle = bad.len() / 2;
            bad[middle] ^= 1;
            fs::write(&path, bad).unwrap();
            let error = restore(&folder.join("backup"), &folder.join("new"), None).unwrap_err();
            assert!(
                matches!(error, BackupError::Damaged { .. }),
                "{name}: {error}"
            );
            assert!(!folder.join("new").exists(), "{name}");
            fs::write(&path, good).unwrap();
        }
        let error = restore(&folder.join("backup"), &folder.join("data"), None).unwrap_err();
        assert!(matches!(error, BackupError::Io(_)));
        // Without the gate backup the stick is named as missing, not forgotten.
        let restored = restore(&folder.join("later"), &folder.join("new"), None).unwrap();
        assert_eq!((restored.keys, restored.missing), (0, 1));
    });
    checked.await.unwrap();
    drop(portal_folder);
}

/// Copies the sealed backups as they are now.
fn keep(portal: &Portal, name: &str) {
    let copy = portal.path(name);
    fs::create_dir(&copy).unwrap();
    for entry in fs::read_dir(portal.path("data/gate-backup")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, copy.join(path.file_name().unwrap())).unwrap();
    }
}

async fn brought_back(portal: &Portal, from: &str, sealed: &str, to: &str) -> Restored {
    let (from, data) = (portal.path(from), portal.path(to));
    let sealed = gate_backup(portal.path(sealed));
    let restored =
        tokio::task::spawn_blocking(move || restore(&from, &data, Some(&sealed)).unwrap());
    restored.await.unwrap()
}

#[tokio::test]
async fn a_stick_renewed_since_the_backup_comes_back_whole() {
    let portal = Portal::start().await;
    portal.running.backup(portal.path("empty")).await.unwrap();
    let (old, new) = (Stick("mona"), Stick("mona again"));
    old.enrol(&portal).await.read::<GateKey>();
    old.name_control(&portal).await;
    portal.running.backup(portal.path("before")).await.unwrap();
    old.prepare(&portal, &new).await;
    keep(&portal, "prepared");
    portal.running.backup(portal.path("between")).await.unwrap();
    old.commit(&portal, &new).await;
    keep(&portal, "committed");
    assert_eq!(portal.files(Path::new("committed")), 1);
    // A gate that was cut off before it sealed the new key again.
    keep(&portal, "not-sealed-again");
    let name = format!("{}.sealed", new.id().to_hex());
    let stale = portal.path("prepared").join(&name);
    fs::copy(stale, portal.path("not-sealed-again").join(&name)).unwrap();
    // One file is damaged, another is none of theirs.
    fs::write(portal.path("committed/damaged.sealed"), b"?").unwrap();

    let mut portal = portal;
    for (n, (from, sealed)) in [
        ("before", "committed"),
        ("before", "not-sealed-again"),
        ("between", "committed"),
        ("between", "not-sealed-again"),
    ]
    .into_iter()
    .enumerate()
    {
        let to = format!("restored-{n}");
        let restored = brought_back(&portal, from, sealed, &to).await;
        let unreadable = u64::from(sealed == "committed");
        assert_eq!(
            (restored.keys, restored.missing, restored.unreadable),
            (1, 0, unreadable),
            "{from} {sealed}"
        );
        portal = portal.restart(&to).await;
        let status: StatusAnswer = new.status(&portal).await.read();
        assert_eq!(status.standing, Standing::Live, "{from} {sealed}");
        assert_eq!(old.status(&portal).await.code(), Code::GateDestroyed);
        // Said again, for the gate's answer was lost.
        old.commit(&portal, &new).await;
        // Whoever lost the stick knows it by its first name.
        old.destroy_by_control(&portal).await;
        assert_eq!(new.status(&portal).await.code(), Code::GateDestroyed);
        assert_eq!(portal.files(Path::new(&format!("{to}/gate/secrets"))), 0);
    }
    // Not even its enrolment is in the ordinary backup.
    let restored = brought_back(&portal, "empty", "committed", "restored-late").await;
    assert_eq!((restored.keys, restored.missing), (1, 0));
    portal = portal.restart("restored-late").await;
    let status: StatusAnswer = new.status(&portal).await.read();
    assert_eq!((status.standing, status.tries.left), (Standing::Live, 3));
    new.name_control(&portal).await;
    new.destroy_known_as(&portal, &old).await;
    assert_eq!(new.status(&portal).await.code(), Code::GateDestroyed);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_renewal_under_way_goes_on_after_a_restore() {
    let portal = Portal::start().await;
    let (old, new) = (Stick("nils"), Stick("nils again"));
    old.enrol(&portal).await.read::<GateKey>();
    portal.running.backup(portal.path("before")).await.unwrap();
    old.prepare(&portal, &new).await;
    keep(&portal, "prepared");
    let restored = brought_back(&portal, "before", "prepared", "restored").await;
    assert_eq!((restored.keys, restored.missing), (2, 0));
    let portal = portal.restart("restored").await;
    for (stick, standing) in [(&old, Standing::Live), (&new, Standing::Pending)] {
        let status: StatusAnswer = stick.status(&portal).await.read();
        assert_eq!(status.standing, standing);
    }
    // Prepared again, it is the same one; and what destroys the old one reaches it.
    old.prepare(&portal, &new).await;
    old.destroy(&portal).await;
    assert_eq!(new.status(&portal).await.code(), Code::GateDestroyed);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_restore_that_was_cut_short_is_no_data_folder() {
    let portal = Portal::start().await;
    portal.running.backup(portal.path("backup")).await.unwrap();
    // The gate backup is not where it was said to be.
    let (from, data) = (portal.path("backup"), portal.path("restored"));
    let sealed = gate_backup(portal.path("nowhere"));
    let failed = tokio::task::spawn_blocking(move || restore(&from, &data, Some(&sealed)));
    assert!(matches!(failed.await.unwrap(), Err(BackupError::Io(_))));
    assert!(crate::Settings::read(&portal.path("restored")).is_err());
    portal.running.stop().await;
}
