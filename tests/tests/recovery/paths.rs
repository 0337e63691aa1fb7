//! Each way back in, from the first step to a paper read.

use key_core::{
    Notice, Stick, Trouble, WallWatch,
    help::{Length, Rights, Terms},
    recovery::{Ending, Face, Path, Progress, RecoveryStage},
};
use portal::store::OnDisk;
use tests::{
    recovering::{Home, NEW_CODE, approve, ask, finish, only},
    world::{CODE, OTHER_CODE, World, code, open},
};
use wire::{Code, folder::Folder, random::System, structure::VoucherKind};

const HOUR: u64 = 3_600;
const DAY: u64 = 86_400;

async fn forgotten_code(world: World) {
    let home = Home::arranged(world).await.unwrap();
    home.prepare_own().unwrap();
    let stick = Stick::new(home.stick.clone());
    assert_eq!(stick.recovery().unwrap(), Some(RecoveryStage::Prepared));
    let mut asking = ask(&home.stick, home.card()).await.unwrap();
    assert_eq!(stick.recovery().unwrap(), Some(RecoveryStage::Begun));
    // Whoever remembers the code still opens with it.
    let remembered = open(&home.stick, CODE).await.unwrap();
    assert_eq!(remembered.notices, [Notice::RecoveryUnderWay]);
    home.is_whole(&remembered.space).await.unwrap();

    let standing = approve(&mut asking, &home.amel, 0).await.unwrap();
    assert_eq!(standing.progress, Progress::Ready);
    assert_eq!(standing.path, Some(Path::WithCard));
    assert_eq!(standing.faces, [Face::Approved, Face::Away]);
    let opened = finish(asking, &home.stick).await.unwrap();
    assert_eq!(opened.space.generation(), 2);
    assert_eq!(opened.space.slots().len(), 1);
    home.is_whole(&opened.space).await.unwrap();
    assert_eq!(stick.recovery().unwrap(), None);
    assert_eq!(
        home.world.sites[0].secrets().unwrap(),
        3,
        "its old key is gone"
    );
    let before = open(&home.stick, CODE).await.unwrap_err();
    assert!(matches!(before, Trouble::WrongCode(_)), "{before}");
    let again = open(&home.stick, NEW_CODE).await.unwrap();
    home.is_whole(&again.space).await.unwrap();
}

#[tokio::test]
async fn forgotten_code_with_helper_and_card_on_redb() {
    forgotten_code(World::on(OnDisk::Redb).await.unwrap()).await;
}

#[tokio::test]
async fn forgotten_code_with_helper_and_card_on_sled() {
    forgotten_code(World::on(OnDisk::Sled).await.unwrap()).await;
}

#[tokio::test]
async fn lost_stick_with_officer_and_card_on_a_new_one() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    let standing = approve(&mut asking, &home.omar, 1).await.unwrap();
    assert_eq!(standing.progress, Progress::Ready);
    let mut opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
    // Whoever finds the lost one opens nothing with it.
    let lost = open(&home.stick, CODE).await.unwrap_err();
    assert!(matches!(lost, Trouble::Revoked), "{lost}");
    // The holders stay, with fresh shares; and it can be done again.
    let arranged = opened.space.recovery().await.unwrap();
    let names: Vec<_> = arranged.holders.iter().map(|h| &*h.name).collect();
    assert_eq!(names, ["Amel B.", "Omar D."]);
    assert_eq!(arranged.label, tests::recovering::LABEL);
    let newer = home.new_stick("newer").unwrap();
    let mut asking = ask(&newer, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &newer).await.unwrap();
    assert_eq!(opened.space.generation(), 3);
    home.is_whole(&opened.space).await.unwrap();
}

/// Two holders of different structures: two days, and every other stick is told.
#[tokio::test]
async fn without_the_card_two_days_and_a_notice() {
    let world = World::start().await.unwrap();
    let mut home = Home::of_two_structures(world).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, None).await.unwrap();
    let standing = asking.look(&mut System::new()).await.unwrap();
    assert_eq!(
        (standing.progress, standing.path),
        (Progress::Seeking, None)
    );
    let held = only(&home.amel).await.unwrap();
    assert_eq!(held.label(), tests::recovering::LABEL);
    home.amel.point(&held, &standing.number).await.unwrap();
    let standing = approve(&mut asking, &home.amel, 0).await.unwrap();
    assert_eq!(standing.progress, Progress::Meeting);
    let standing = approve(&mut asking, &home.omar, 1).await.unwrap();
    let until = tests::world::TODAY + 48 * HOUR;
    assert_eq!(standing.progress, Progress::Waiting(until));
    assert!(!standing.one_structure);
    let mut seen = open(&home.stick, CODE).await.unwrap();
    assert_eq!(seen.notices, [Notice::RecoveryUnderWay]);
    let asked = seen.space.recovery().await.unwrap().asked.unwrap();
    assert_eq!((asked.path, asked.approved), (Path::WithoutCard, 2));

    home.world.clock.advance(48 * HOUR - 1);
    // The program was shut meanwhile, and the stick pulled out.
    drop(asking);
    let mut asking = ask(&new, None).await.unwrap();
    asking.look(&mut System::new()).await.unwrap();
    let early = finish(asking, &new).await.unwrap_err();
    assert_eq!(early.code(), Some(Code::CeremonyWaits));
    home.world.clock.advance(1);
    let mut asking = ask(&new, None).await.unwrap();
    let standing = asking.look(&mut System::new()).await.unwrap();
    assert_eq!(standing.progress, Progress::Ready);
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
    home.reopen_holders().await.unwrap();
    assert!(only(&home.amel).await.unwrap().waiting().is_none());
}

/// One structure alone could do it by itself: seven days, and the reason is said.
#[tokio::test]
async fn holders_of_one_structure_wait_seven_days() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, None).await.unwrap();
    let standing = asking.look(&mut System::new()).await.unwrap();
    let held = only(&home.omar).await.unwrap();
    home.omar.point(&held, &standing.number).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let standing = approve(&mut asking, &home.omar, 1).await.unwrap();
    assert!(standing.one_structure);
    let until = tests::world::TODAY + 7 * DAY;
    assert_eq!(standing.progress, Progress::Waiting(until));
    home.world.clock.advance(7 * DAY - 1);
    let mut asking = ask(&new, None).await.unwrap();
    let standing = asking.look(&mut System::new()).await.unwrap();
    assert_eq!(standing.progress, Progress::Waiting(until));
    // A clock that is set back makes nobody's wait shorter.
    home.world.clock.set(tests::world::TODAY - DAY);
    let standing = asking.look(&mut System::new()).await.unwrap();
    assert_eq!(standing.progress, Progress::Waiting(until));
    home.world.clock.set(until);
    let mut asking = ask(&new, None).await.unwrap();
    asking.look(&mut System::new()).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

#[tokio::test]
async fn the_owner_refuses_from_another_stick() {
    let home = Home::of_two_structures(World::start().await.unwrap())
        .await
        .unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, None).await.unwrap();
    let number = asking.look(&mut System::new()).await.unwrap().number;
    let held = only(&home.amel).await.unwrap();
    home.amel.point(&held, &number).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    approve(&mut asking, &home.omar, 1).await.unwrap();
    let mut seen = open(&home.stick, CODE).await.unwrap().space;
    let asked = seen.recovery().await.unwrap().asked.unwrap();
    seen.veto(asked.ceremony).await.unwrap();
    assert!(seen.recovery().await.unwrap().asked.is_none());
    // Said again there is nothing left to refuse.
    let again = seen.veto(asked.ceremony).await.unwrap_err();
    assert_eq!(again.code(), Some(Code::LogRefused));

    home.world.clock.advance(7 * DAY);
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(new.clone());
    let taken_up = key_core::recovery::resume(&stick, &code(NEW_CODE), None, random, &watch)
        .await
        .unwrap();
    let key_core::recovery::Step::Asking(mut asking) = taken_up else {
        panic!("it opened");
    };
    let standing = asking.look(random).await.unwrap();
    assert_eq!(standing.progress, Progress::Ended(Ending::Vetoed));
    assert!(finish(asking, &new).await.is_err());
    let opened = open(&home.stick, CODE).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

/// With another stick at home, only what is lost has to go.
#[tokio::test]
async fn another_stick_may_stay() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let second = home.world.stick("second", VoucherKind::Slot).unwrap();
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    let stick = Stick::new(home.stick.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    administration
        .add_stick(&Stick::new(second.clone()), &code(OTHER_CODE), random)
        .await
        .unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let earlier = key_core::recovery::Earlier::Keep;
    let opened = asking
        .finish(&Stick::new(new), &code(NEW_CODE), earlier, random, &watch)
        .await
        .unwrap();
    assert_eq!(opened.space.slots().len(), 3);
    let elsewhere = open(&second, OTHER_CODE).await.unwrap();
    assert_eq!(elsewhere.space.generation(), 2);
    home.is_whole(&elsewhere.space).await.unwrap();
}

/// Whoever helps under a mandate goes on after a recovery, and the journal with it.
#[tokio::test]
async fn a_mandate_outlives_a_recovery() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    let stick = Stick::new(home.stick.clone());
    let administration = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    let terms = Terms {
        folders: vec![Folder::Argent],
        rights: Rights::See,
        length: Length::Day,
        person: "Lina".into(),
        structure: "Maison des droits".into(),
        place: "Lille".into(),
    };
    let helper = (home.helper.clone(), "Mandat de Lina à Amel.".to_owned());
    administration
        .entrust(&[helper], &terms, random)
        .await
        .unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.omar, 1).await.unwrap();
    let mut opened = finish(asking, &new).await.unwrap().space;
    let mut mandate = home.amel.entrusted().await.unwrap().pop().unwrap();
    let shown = home
        .amel
        .open_entrusted(&mut mandate, Folder::Argent, None, random)
        .await
        .unwrap();
    assert_eq!(shown.list().len(), 1);
    assert_eq!(opened.journal().await.unwrap().len(), 1);
    home.is_whole(&opened).await.unwrap();
}
