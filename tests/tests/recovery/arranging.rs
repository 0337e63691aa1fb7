//! Who keeps a share: certified, named in the log by the owner alone, and nobody any more once removed.

use key_core::{Stick, Trouble, WallWatch, help::Role};
use tests::{
    recovering::{Home, NEW_CODE, approve, arrange, ask, finish, neighbour, only},
    world::{CODE, World, code, open},
};
use wire::{Code, random::System};

#[tokio::test]
async fn only_whom_an_officer_certified_keeps_a_share() {
    let world = World::start().await.unwrap();
    let (_, amel) = world.new_space("amel").await.unwrap();
    let (stick, lina) = world.new_space("lina").await.unwrap();
    let (amel, mut lina) = (amel.opened.space, lina.opened.space);
    let number = amel.helper_number().to_string();
    let unknown = lina.holder(&number).await.unwrap_err();
    assert!(matches!(unknown, Trouble::NoSuchHelper), "{unknown}");
    let helper = world
        .certify(&amel, "Amel B.", Role::Mediator)
        .await
        .unwrap();
    let holder = lina.holder(&number).await.unwrap();
    // Nobody twice, nobody for themselves, and something to be called by.
    let twice = arrange(&mut lina, &stick, &[holder.clone(), holder.clone()]).await;
    assert!(matches!(twice, Err(Trouble::Words(_))), "{twice:?}");
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let on = Stick::new(stick.clone());
    let mut administration = lina
        .administer(&on, &code(CODE), random, &watch)
        .await
        .unwrap();
    for label in ["", " Lina", "a\nb", &"x".repeat(61)] {
        let refused = administration
            .arrange_recovery(std::slice::from_ref(&holder), label, random)
            .await;
        assert!(matches!(refused, Err(Trouble::Words(_))), "{label}");
    }
    world.stop_helper(&helper).unwrap();
    let stopped = lina.holder(&number).await.unwrap_err();
    assert!(matches!(stopped, Trouble::NoSuchHelper), "{stopped}");
    world
        .certify(&amel, "Amel B.", Role::Mediator)
        .await
        .unwrap();
    world.clock.advance(8 * 86_400);
    let lina = open(&stick, CODE).await.unwrap().space;
    let old = lina.holder(&number).await.unwrap_err();
    assert!(matches!(old, Trouble::HelpersOld), "{old}");
}

/// The old card opens nothing, with a holder who still has an old share and with a new one.
#[tokio::test]
async fn a_new_card_kills_the_old_one() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    let stick = Stick::new(home.stick.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    let card = administration.new_card(random).await.unwrap();
    assert_eq!(
        space.generation(),
        2,
        "whoever had the old one has old keys at most"
    );
    let old = home.new_stick("old").unwrap();
    let mut asking = ask(&old, home.card()).await.unwrap();
    let standing = asking.look(random).await.unwrap();
    assert_eq!(standing.path, None, "nobody says that the card is unknown");
    // A holder who is told the number may go on without a card; the card opens nothing on the way.
    let held = only(&home.amel).await.unwrap();
    home.amel.point(&held, &standing.number).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let refused = finish(asking, &old).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::CeremonyRefused));
    let frozen = key_core::recovery::suspend_by_card(&stick, &home.card().unwrap(), true).await;
    assert!(matches!(frozen, Err(Trouble::CardUnknown)), "{frozen:?}");

    let mut asking = ask(&home.new_stick("none").unwrap(), None).await.unwrap();
    let number = asking.look(random).await.unwrap().number;
    let taken = home.amel.point(&held, &number).await.unwrap_err();
    assert_eq!(taken.code(), Some(Code::CeremonyConflict));
    home.amel
        .refuse(&only(&home.amel).await.unwrap())
        .await
        .unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, Some(card)).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

/// A22: who was removed has keys of a generation that nothing is sealed to any more.
#[tokio::test]
async fn a_removed_holder_keeps_nothing_that_opens() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    let omar = space
        .holder(&home.omar.helper_number().to_string())
        .await
        .unwrap();
    let before = only(&home.amel).await.unwrap();
    arrange(&mut space, &home.stick, &[omar]).await.unwrap();
    assert_eq!(space.generation(), 2);
    assert!(home.amel.held().await.unwrap().is_empty());
    assert_eq!(only(&home.omar).await.unwrap().label(), before.label());
    home.is_whole(&space).await.unwrap();
    // What she kept in her program freezes nothing, and approves nothing.
    home.amel.suspend_held(&before, true).await.unwrap();
    open(&home.stick, CODE).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(&mut System::new()).await.unwrap();
    let refused = home.amel.refuse(&before).await.unwrap_err();
    assert!(matches!(refused, Trouble::NothingWaits), "{refused}");
    approve(&mut asking, &home.omar, 0).await.unwrap();
    let mut opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
    // With nobody left the card alone says so.
    let kept = opened.space.recovery().await.unwrap().holders;
    assert_eq!(kept.len(), 1);
}

/// Revoking another stick keeps holders and card as they are.
#[tokio::test]
async fn a_revoked_stick_leaves_the_holders_their_shares() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let second = home
        .world
        .stick("second", wire::structure::VoucherKind::Slot)
        .unwrap();
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    let stick = Stick::new(home.stick.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    let slot = administration
        .add_stick(&Stick::new(second), &code(NEW_CODE), random)
        .await
        .unwrap();
    administration.revoke(slot, random).await.unwrap();
    assert_eq!(space.recovery().await.unwrap().holders.len(), 2);
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.omar, 1).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

#[tokio::test]
async fn nobody_else_is_shown_whose_share_is_kept() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let other = neighbour(&home.world).await.unwrap();
    assert!(other.held().await.unwrap().is_empty());
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, None).await.unwrap();
    let number = asking.look(&mut System::new()).await.unwrap().number;
    let held = only(&home.amel).await.unwrap();
    let refused = other.point(&held, &number).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::NotFound));
    home.amel.point(&held, &number).await.unwrap();
    let held = only(&home.amel).await.unwrap();
    let refused = other.refuse(&held).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::NotFound));
}
