//! It goes along with what happens to the account: new keys, a restore, several gates, a deletion.

use super::*;
use key_core::{Notice, recovery::Earlier};
use tests::{
    recovering::{Home as Arranged, NEW_CODE, approve, ask, only},
    world::unhurried,
};

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
    let coming = world.come_back(&backup, "gate-backup", "new-machine");
    coming.await.unwrap();
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

/// A stick is lost, and a holder with the card opens the way again: what was said of the sticks of before holds
/// for a security key too.
#[tokio::test]
async fn a_recovery_keeps_it_or_takes_it_out() {
    for earlier in [Earlier::Keep, Earlier::Revoke] {
        let home = Arranged::arranged(World::start().await.unwrap())
            .await
            .unwrap();
        let random = &mut System::new();
        let key = SoftKey::new();
        let mut space = open(&home.stick, CODE).await.unwrap().space;
        add(&mut space, &home.stick, &key).await.unwrap();
        space
            .lock(&Stick::new(home.stick.clone()), random)
            .await
            .unwrap();
        let door = home.world.stick("door", VoucherKind::Account).unwrap();
        let held = only(&home.amel).await.unwrap();

        // Blocked by a holder meanwhile, whoever found it is out.
        home.amel.suspend_held(&held, true).await.unwrap();
        refused(enter(&door, &key, PIN).await, Fault::Frozen);
        home.world.clock.advance(1);
        home.amel.suspend_held(&held, false).await.unwrap();
        enter(&door, &key, PIN).await.unwrap();

        let new = home.world.stick("new", VoucherKind::Recovery).unwrap();
        let mut asking = ask(&new, home.card()).await.unwrap();
        let seen = enter(&door, &key, PIN).await.unwrap();
        assert!(seen.notices.contains(&Notice::RecoveryUnderWay));
        approve(&mut asking, &home.amel, 0).await.unwrap();
        let (stick, watch) = (Stick::new(new.clone()), WallWatch::start());
        let digits = code(NEW_CODE);
        let done = asking.finish(&stick, &digits, earlier, random, &watch);
        let opened = Box::pin(done).await.unwrap();
        home.is_whole(&opened.space).await.unwrap();
        match earlier {
            Earlier::Keep => {
                let space = enter(&door, &key, PIN).await.unwrap().space;
                assert_eq!(space.generation(), 2);
                home.is_whole(&space).await.unwrap();
            }
            Earlier::Revoke => refused(enter(&door, &key, PIN).await, Fault::Stranger),
        }
    }
}

#[tokio::test]
async fn whoever_deletes_the_space_is_told_so_by_the_second_door_too() {
    let home = Home::new().await;
    let mut space = home.enter().await.unwrap().space;
    let pin = Some(Pin::parse(PIN).unwrap());
    let device = home.key.device();
    let administration = space.administer_with_security_key(&device, pin);
    let deletion = administration
        .await
        .unwrap()
        .delete_account()
        .await
        .unwrap();
    let opened = home.enter().await.unwrap();
    assert_eq!(
        opened.space.deletion().map(|d| d.until),
        Some(deletion.until)
    );
    let read = opened.space.read(Folder::Argent, home.paper).await;
    assert!(matches!(read, Err(Trouble::BeingDeleted)), "{read:?}");
}
