//! What earlier versions wrote opens for ever: a stick from a drawer, a portal from its backup.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::stick::Folder;
use portal::{
    Deps, Settings,
    backup::{GateBackup, restore},
};
use std::path::{Path, PathBuf};
use tests::world::{CODE, KEEPSAKES, TODAY, keepsake_address, open};
use wire::{Hash, folder::Folder as Theme};

#[tokio::test]
async fn every_keepsake_opens() {
    let mut opened = 0;
    for entry in std::fs::read_dir(KEEPSAKES).unwrap() {
        let kept = entry.unwrap().path();
        if kept.is_dir() {
            opens(&kept).await;
            opened += 1;
        }
    }
    assert!(opened >= 1);
    tests::report::promise("compat", opened, 0).unwrap();
}

async fn opens(kept: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("portal");
    let seed = std::fs::read_to_string(kept.join("backup-key.hex")).unwrap();
    let seed = Hash::from_hex(seed.trim()).unwrap();
    let sealed = GateBackup {
        folder: kept.join("gate-backup"),
        key: gate::BackupPrivate::from_bytes(&seed.0),
    };
    let (from, to) = (kept.join("backup"), data.clone());
    let restoring = tokio::task::spawn_blocking(move || restore(&from, &to, Some(&sealed)));
    assert_eq!(restoring.await.unwrap().unwrap().missing, 0);

    let mut settings = Settings::read(&data).unwrap();
    let name = kept.file_name().unwrap().to_str().unwrap();
    settings.file.listen = keepsake_address(name).unwrap();
    let clock = std::sync::Arc::new(portal::clock::Fixed::at(TODAY + 86_400));
    let deps = Deps {
        clock,
        ..Deps::system()
    };
    let running = portal::start(settings, deps).await.unwrap();

    let stick = copy_of(&kept.join("stick"), folder.path().join("stick"));
    let space = open(&stick, CODE).await.unwrap().space;
    let notes = space.list(Theme::Private);
    assert_eq!(notes[0].title, "Une note");
    let note = space.read(Theme::Private, notes[0].id).await.unwrap();
    assert_eq!(&*note, "gardée depuis longtemps".as_bytes());
    let papers = space.list(Theme::Papiers);
    let paper = space.read(Theme::Papiers, papers[0].id).await.unwrap();
    assert_eq!(*paper, vec![7; 70_000]);
    running.stop().await;
}

fn copy_of(from: &Path, to: PathBuf) -> Folder {
    std::fs::create_dir_all(&to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
    Folder::new(to)
}
