//! Blocked at the portal, since no gate stands before it; and let go again.

use super::*;
use crypto::recovery::CardCode;
use key_core::recovery::suspend_by_card;

#[tokio::test]
async fn another_stick_blocks_it_and_lets_it_go() {
    let home = Home::new().await;
    let inside = home.enter().await.unwrap().space;
    let space = by_stick(&home).await;
    space.suspend(home.slot, true).await.unwrap();
    home.is_shut(Fault::Frozen).await;
    let read = inside.read(Folder::Argent, home.paper).await;
    assert!(read.is_err(), "whoever is inside is put out");
    // The stick that blocked it is not blocked by that.
    home.is_whole(&by_stick(&home).await).await;
    home.world.clock.advance(1);
    space.suspend(home.slot, false).await.unwrap();
    home.is_whole(&home.enter().await.unwrap().space).await;
}

#[tokio::test]
async fn the_card_blocks_everything_and_lets_it_go() {
    let home = Home::new().await;
    let blank = Stick::new(home.world.stick("blank", VoucherKind::Account).unwrap());
    let card = CardCode::parse(&home.card).unwrap();
    suspend_by_card(&blank, &card, true).await.unwrap();
    home.is_shut(Fault::Frozen).await;
    assert!(matches!(
        open(&home.stick, CODE).await,
        Err(Trouble::Suspended)
    ));
    home.world.clock.advance(1);
    suspend_by_card(&blank, &card, false).await.unwrap();
    home.enter().await.unwrap();
    open(&home.stick, CODE).await.unwrap();
}

#[tokio::test]
async fn the_security_key_blocks_a_lost_stick() {
    let home = Home::new().await;
    let lost = by_stick(&home).await.slot();
    let space = home.enter().await.unwrap().space;
    space.suspend(lost, true).await.unwrap();
    assert!(matches!(
        open(&home.stick, CODE).await,
        Err(Trouble::Suspended)
    ));
    let own = space.suspend(home.slot, true).await;
    assert!(matches!(own, Err(Trouble::StickState(_))), "{own:?}");
}

#[tokio::test]
async fn what_is_blocked_stays_blocked_through_new_keys_and_a_new_start() {
    let mut home = Home::new().await;
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let mut space = by_stick(&home).await;
    space.suspend(home.slot, true).await.unwrap();
    let other = SoftKey::new();
    let second = add(&mut space, &home.stick, &other).await.unwrap();
    let stick = Stick::new(home.stick.clone());
    let administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    administration.revoke(second, random).await.unwrap();
    home.is_shut(Fault::Frozen).await;
    refused(enter(&home.door, &other, PIN).await, Fault::Stranger);
    space.lock(&stick, random).await.unwrap();
    home.world.stop().await;
    home.world.restart().await.unwrap();
    home.is_shut(Fault::Frozen).await;
    // The suspend key is another one since, and the portal knows it.
    let space = by_stick(&home).await;
    space.suspend(home.slot, false).await.unwrap();
    home.is_whole(&home.enter().await.unwrap().space).await;
}
