//! It goes along with what happens to the account: new keys, a restore, several gates, a deletion.

use super::*;
use portal::backup::{GateBackup, restore};
use tests::world::unhurried;

#[tokio::test]
async fn new_keys_are_sealed_to_it_without_it_being_there() {
    let home = Home::new().await;
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let mut space = by_stick(&home).await;
    let other = SoftKey::new();
    let lost = add(&mut space, &home.stick, &other).await.unwrap();
    let generation = space.generation();
    let stick = Stick::new(home.stick.clone());
    let code = code(CODE);
    let administration = space.administer(&stick, &code, random, &watch);
    administration
        .await
        .unwrap()
        .revoke(lost, random)
        .await
        .unwrap();
    let mut space = home.enter().await.unwrap().space;
    assert_eq!(space.generation(), generation + 1);
    home.is_whole(&space).await;
    // And the other way round.
    let first = by_stick(&home).await.slot();
    let pin = Some(Pin::parse(PIN).unwrap());
    let device = home.key.device();
    let administration = space.administer_with_security_key(&device, pin);
    administration
        .await
        .unwrap()
        .revoke(first, random)
        .await
        .unwrap();
    let space = home.enter().await.unwrap().space;
    assert_eq!(
        (space.generation(), space.slots()),
        (generation + 2, vec![home.slot])
    );
    home.is_whole(&space).await;
}

#[tokio::test]
async fn it_opens_the_space_after_a_restore() {
    let mut home = Home::new().await;
    let world = &mut home.world;
    let backup = world.folder().join("backup");
    world
        .portal()
        .unwrap()
        .backup(backup.clone())
        .await
        .unwrap();
    world.stop().await;
    std::fs::remove_dir_all(world.data()).unwrap();
    let data = world.folder().join("new-machine");
    let sealed = GateBackup {
        folder: world.folder().join("gate-backup"),
        key: gate::BackupPrivate::from_bytes(world.structure.backup().expose_bytes()),
    };
    let to = data.clone();
    let restoring = tokio::task::spawn_blocking(move || restore(&backup, &to, Some(&sealed)));
    restoring.await.unwrap().unwrap();
    world.move_to(data).await.unwrap();
    home.is_whole(&home.enter().await.unwrap().space).await;
    let space = by_stick(&home).await;
    space.suspend(home.slot, true).await.unwrap();
    home.is_shut(Fault::Frozen).await;
}

#[tokio::test]
async fn no_gate_is_needed_for_it() {
    let world = World::with_gates(3, unhurried).await.unwrap();
    let mut home = Home::in_world(world).await;
    for site in &mut home.world.sites[1..] {
        site.stop().await;
    }
    home.is_whole(&home.enter().await.unwrap().space).await;
    assert!(matches!(
        open(&home.stick, CODE).await,
        Err(Trouble::GatesAway { .. })
    ));
}
