//! Blocked at once by a holder, the card or another stick, and let go again by any of them.

use key_core::{Stick, Trouble, WallWatch, recovery::suspend_by_card};
use tests::{
    recovering::{Home, only},
    world::{CODE, OTHER_CODE, World, code, open},
};
use wire::{random::System, structure::VoucherKind};

#[tokio::test]
async fn holder_card_and_another_stick_block_and_let_go() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let held = only(&home.amel).await.unwrap();
    // Any stick of the structure will do for the card: here one that was only prepared.
    let blank = Stick::new(home.world.stick("blank", VoucherKind::Account).unwrap());
    let card = home.card().unwrap();
    let blocked = async || {
        let refused = open(&home.stick, CODE).await.unwrap_err();
        assert!(matches!(refused, Trouble::Suspended), "{refused}");
    };
    home.amel.suspend_held(&held, true).await.unwrap();
    blocked().await;
    // Said again, or late, it changes nothing.
    home.amel.suspend_held(&held, true).await.unwrap();
    suspend_by_card(&blank, &card, false).await.unwrap();
    open(&home.stick, CODE).await.unwrap();
    home.world.clock.advance(1);
    suspend_by_card(&blank, &card, true).await.unwrap();
    blocked().await;
    home.amel.suspend_held(&held, false).await.unwrap();
    open(&home.stick, CODE).await.unwrap();

    let second = home.world.stick("second", VoucherKind::Slot).unwrap();
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    let first = space.slot();
    let stick = Stick::new(home.stick.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    administration
        .add_stick(&Stick::new(second.clone()), &code(OTHER_CODE), random)
        .await
        .unwrap();
    home.world.clock.advance(1);
    let elsewhere = open(&second, OTHER_CODE).await.unwrap().space;
    let own = elsewhere.suspend(elsewhere.slot(), true).await;
    assert!(matches!(own, Err(Trouble::StickState(_))), "{own:?}");
    elsewhere.suspend(first, true).await.unwrap();
    blocked().await;
    open(&second, OTHER_CODE).await.unwrap();
    elsewhere.suspend(first, false).await.unwrap();
    let opened = open(&home.stick, CODE).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}
