//! In by the second door, and what can be done inside.

use super::*;
use key_core::Notice;
use tests::world::OTHER_CODE;

#[tokio::test]
async fn the_security_key_alone_opens_the_space() {
    let home = Home::new().await;
    assert_eq!(
        home.key.inside().touched,
        2,
        "one to make, one for its secret"
    );
    let Opened { space, notices, .. } = home.enter().await.unwrap();
    assert_eq!(home.key.inside().touched, 3);
    assert_eq!(space.slot(), home.slot);
    assert!(space.is_by_security_key() && space.key_id().is_none());
    let told: Vec<_> = space.slots().into_iter().collect();
    let by_key = told.iter().filter(|slot| space.is_of_security_key(**slot));
    assert_eq!(by_key.collect::<Vec<_>>(), [&home.slot], "of {told:?}");
    assert!(notices.contains(&Notice::NothingPinned), "{notices:?}");
    home.is_whole(&space).await;
    let random = &mut System::new();
    space
        .lock(&Stick::new(home.door.clone()), random)
        .await
        .unwrap();

    // The folder remembers from then on what was seen, and only for whoever opens it so.
    let again = home.enter().await.unwrap();
    assert!(!again.notices.contains(&Notice::NothingPinned));
    let mut space = again.space;
    space
        .put_note(Folder::Argent, "une note", "un mot", random)
        .await
        .unwrap();
    space
        .lock(&Stick::new(home.door.clone()), random)
        .await
        .unwrap();
    home.is_whole(&by_stick(&home).await).await;
}

#[tokio::test]
async fn any_stick_shows_the_way_and_keeps_its_own_pins() {
    let home = Home::new().await;
    let random = &mut System::new();
    let space = enter(&home.stick, &home.key, PIN).await.unwrap().space;
    space
        .lock(&Stick::new(home.stick.clone()), random)
        .await
        .unwrap();
    let opened = open(&home.stick, CODE).await.unwrap();
    let nothing = opened.notices.contains(&Notice::NothingPinned);
    assert!(!nothing, "{:?}", opened.notices);
}

#[tokio::test]
async fn the_door_still_takes_a_first_opening() {
    let home = Home::new().await;
    let random = &mut System::new();
    let space = home.enter().await.unwrap().space;
    space
        .lock(&Stick::new(home.door.clone()), random)
        .await
        .unwrap();
    let made = tests::world::first_opening(&home.door, OTHER_CODE)
        .await
        .unwrap();
    let account = made.opened.space.account();
    drop(made);
    let space = home.enter().await.unwrap().space;
    assert_ne!(
        space.account(),
        account,
        "the folder says where, the key says whose"
    );
    home.is_whole(&space).await;
    space
        .lock(&Stick::new(home.door.clone()), random)
        .await
        .unwrap();
    let opened = open(&home.door, OTHER_CODE).await.unwrap();
    assert!(!opened.notices.contains(&Notice::NothingPinned));
}

#[tokio::test]
async fn administration_with_the_pin_asked_again() {
    let home = Home::new().await;
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let first = by_stick(&home).await.slot();
    let mut space = home.enter().await.unwrap().space;
    let spare = home.world.stick("spare", VoucherKind::Slot).unwrap();
    let pin = || Some(Pin::parse(PIN).unwrap());
    refused(
        space
            .administer_with_security_key(&home.key.device(), Some(Pin::parse("1111").unwrap()))
            .await,
        Fault::WrongPin(Some(7)),
    );
    let by_code = space
        .administer(&Stick::new(home.door.clone()), &code(CODE), random, &watch)
        .await;
    assert!(
        matches!(by_code, Err(Trouble::StickState(_))),
        "{by_code:?}"
    );
    // A stick that was lost goes, and another one comes.
    let mut administration = space
        .administer_with_security_key(&home.key.device(), pin())
        .await
        .unwrap();
    administration
        .add_stick(&Stick::new(spare.clone()), &code(OTHER_CODE), random)
        .await
        .unwrap();
    administration.revoke(first, random).await.unwrap();
    home.is_whole(&space).await;
    space
        .lock(&Stick::new(home.door.clone()), random)
        .await
        .unwrap();
    assert!(matches!(
        open(&home.stick, CODE).await,
        Err(Trouble::Revoked)
    ));
    home.is_whole(&open(&spare, OTHER_CODE).await.unwrap().space)
        .await;
    home.is_whole(&home.enter().await.unwrap().space).await;
}

#[tokio::test]
async fn another_security_key_administers_nothing_here() {
    let home = Home::new().await;
    let (stick, made) = home.world.new_space("omar").await.unwrap();
    let mut others = made.opened.space;
    let other = SoftKey::new();
    add(&mut others, &stick, &other).await.unwrap();
    let mut space = home.enter().await.unwrap().space;
    let pin = Some(Pin::parse(PIN).unwrap());
    let refused = space
        .administer_with_security_key(&other.device(), pin)
        .await;
    assert!(matches!(refused, Err(Trouble::Unverified)), "{refused:?}");
    home.is_whole(&space).await;
}

#[tokio::test]
async fn revoked_it_opens_nothing_any_more() {
    let home = Home::new().await;
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let mut space = by_stick(&home).await;
    let stick = Stick::new(home.stick.clone());
    let administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    let before = home.enter().await.unwrap().space;
    administration.revoke(home.slot, random).await.unwrap();
    home.is_shut(Fault::Stranger).await;
    let read = before.read(Folder::Argent, home.paper).await;
    assert!(read.is_err(), "its session ended with it");
    home.is_whole(&space).await;
    // Again, after it was taken out: the same security key with another passkey.
    let slot = add(&mut space, &home.stick, &home.key).await.unwrap();
    assert_ne!(slot, home.slot);
    home.is_whole(&home.enter().await.unwrap().space).await;
}

#[tokio::test]
async fn the_one_in_use_cannot_take_itself_out() {
    let home = Home::new().await;
    let random = &mut System::new();
    let mut space = home.enter().await.unwrap().space;
    let pin = Some(Pin::parse(PIN).unwrap());
    let administration = space
        .administer_with_security_key(&home.key.device(), pin)
        .await
        .unwrap();
    let refused = administration.revoke(home.slot, random).await;
    assert!(
        matches!(refused, Err(Trouble::StickState(_))),
        "{refused:?}"
    );
}
