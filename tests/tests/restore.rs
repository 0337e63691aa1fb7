//! A portal restored onto an empty machine opens every space with its code; what was revoked stays
//! revoked.

use key_core::{Stick, Trouble, WallWatch};
use portal::backup::restore;
use tests::{
    report,
    world::{CODE, OTHER_CODE, World, code, open},
};
use wire::{folder::Folder, random::System, structure::VoucherKind};

#[tokio::test]
async fn every_live_stick_opens_and_no_revoked_one() {
    let mut world = World::start().await.unwrap();
    let mut random = System::new();
    let watch = WallWatch::start();
    let pdf = tests::papers::pdf("Avis", 300_000, &mut random).unwrap();

    let (alone, made) = world.new_space("alone").await.unwrap();
    let mut space = made.opened.space;
    let content = std::io::Cursor::new(pdf.clone());
    let length = pdf.len() as u64;
    let media = "application/pdf";
    let paper = space
        .put_paper(Folder::Argent, "Avis", media, content, length, &mut random)
        .await
        .unwrap();
    space
        .lock(&Stick::new(alone.clone()), &mut random)
        .await
        .unwrap();

    let (guessed, made) = world.new_space("guessed").await.unwrap();
    drop(made);
    let (lost, made) = world.new_space("lost").await.unwrap();
    let mut space = made.opened.space;
    let slot = space.slot();
    let kept = world.stick("kept", VoucherKind::Slot).unwrap();
    let (lost_stick, kept_stick) = (Stick::new(lost.clone()), Stick::new(kept.clone()));
    let mut administration = space
        .administer(&lost_stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap();
    administration
        .add_stick(&kept_stick, &code(OTHER_CODE), &mut random)
        .await
        .unwrap();
    drop(space);
    let mut space = open(&kept, OTHER_CODE).await.unwrap().space;
    let administration = space
        .administer(&kept_stick, &code(OTHER_CODE), &mut random, &watch)
        .await
        .unwrap();
    administration.revoke(slot, &mut random).await.unwrap();
    space.lock(&kept_stick, &mut random).await.unwrap();
    assert!(matches!(open(&lost, CODE).await, Err(Trouble::Revoked)));

    // While it runs; then the machine is gone.
    let backup = world.folder().join("backup");
    world
        .portal()
        .unwrap()
        .backup(backup.clone())
        .await
        .unwrap();
    world.stop().await;
    std::fs::remove_dir_all(world.data()).unwrap();

    let coming = world.come_back(&backup, "gate-backup", "new-machine");
    assert_eq!(coming.await.unwrap().missing, 0);

    let space = open(&alone, CODE).await.unwrap().space;
    assert_eq!(*space.read(Folder::Argent, paper).await.unwrap(), pdf);
    open(&kept, OTHER_CODE).await.unwrap();
    assert!(matches!(open(&lost, CODE).await, Err(Trouble::Revoked)));

    // Three tries are left in a row: a restore is no way to guess more.
    for _ in 0..2 {
        assert!(matches!(
            open(&guessed, OTHER_CODE).await,
            Err(Trouble::WrongCode(_))
        ));
    }
    assert!(matches!(
        open(&guessed, OTHER_CODE).await,
        Err(Trouble::Frozen)
    ));
    assert!(matches!(open(&guessed, CODE).await, Err(Trouble::Frozen)));
    report::promise("restore", 3, 0).unwrap();
}

#[tokio::test]
async fn a_damaged_backup_is_refused_before_anything_is_written() {
    let world = World::start().await.unwrap();
    let (_, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let backup = world.folder().join("backup");
    world
        .portal()
        .unwrap()
        .backup(backup.clone())
        .await
        .unwrap();
    let mut checked = 0;
    for entry in walkdir::WalkDir::new(&backup) {
        let entry = entry.unwrap();
        if !entry.file_type().is_file() {
            continue;
        }
        let good = std::fs::read(entry.path()).unwrap();
        let mut bad = good.clone();
        let middle = bad.len() / 2;
        bad[middle] ^= 1;
        std::fs::write(entry.path(), &bad).unwrap();
        let data = world.folder().join("new-machine");
        assert!(
            restore(&backup, &data, None).is_err(),
            "{}",
            entry.path().display()
        );
        assert!(!data.join("settings.toml").exists());
        std::fs::write(entry.path(), &good).unwrap();
        checked += 1;
    }
    assert!(checked >= 2, "{checked} files");
}
