//! A portal comes back on an empty machine.

use std::fs;

use wire::{
    BlobId, Code,
    api::{Evaluated, GateKey, StatusAnswer, SyncAnswer, SyncRequest},
    folder::Folder,
    gate::Standing,
    log::Head,
};

use super::{gate::Stick, harness::Portal};
use crate::{
    backup::{BackupError, GateBackup, backup, restore},
    fixtures::structure,
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
async fn a_damaged_backup_writes_nothing_and_a_full_folder_is_left_alone() {
    let portal = Portal::start().await;
    let (person, passkey, _) = portal.move_in("leon").await;
    let session = portal.open(&passkey).await;
    let blob = BlobId([1; 32]);
    let paper = person.blob(blob, 5_000);
    assert_eq!(portal.put_blob(&session, blob, &paper).await.status, 201);
    portal.running.backup(portal.path("backup")).await.unwrap();
    let taken = portal.running.backup(portal.path("backup")).await;
    assert!(matches!(taken, Err(BackupError::Io { .. })));
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
        assert!(matches!(error, BackupError::Io { .. }));
        // Without the gate backup the stick is named as missing, not forgotten.
        let restored = restore(&folder.join("later"), &folder.join("new"), None).unwrap();
        assert_eq!((restored.keys, restored.missing), (0, 1));
    });
    checked.await.unwrap();
    drop(portal_folder);
}
