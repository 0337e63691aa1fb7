//! The portal dies at every step, the program is shut, answers are lost: the recovery goes on, and what
//! was before stays until it is over.

use key_core::{
    Notice, Stick, Trouble, WallWatch,
    recovery::{self, Ending, Progress, RecoveryStage, Step},
};
use portal::{clock::Clock, store::OnDisk};
use tests::{
    lying::{
        cut::{Lost, cut},
        http::Answer,
        liar::Liar,
        lies,
    },
    recovering::{Home, NEW_CODE, approve, ask, finish, only},
    world::{CODE, World, code, open},
};
use wire::{random::System, structure::VoucherKind};

async fn dies(home: &mut Home) {
    home.world.stop().await;
    home.world.restart().await.unwrap();
}

async fn at_every_step(engine: OnDisk) {
    let world = World::on(engine).await.unwrap();
    let mut home = Home::of_two_structures(world).await.unwrap();
    let random = &mut System::new();
    home.prepare_own().unwrap();
    dies(&mut home).await;
    let mut asking = ask(&home.stick, None).await.unwrap();
    let number = asking.look(random).await.unwrap().number;
    dies(&mut home).await;
    let held = only(&home.amel).await.unwrap();
    home.amel.point(&held, &number).await.unwrap();
    dies(&mut home).await;
    assert_eq!(
        asking.look(random).await.unwrap().progress,
        Progress::Meeting
    );
    let held = only(&home.amel).await.unwrap();
    let mut comparing = home.amel.compare(&held, random).unwrap();
    home.amel.meet(&mut comparing).await.unwrap();
    dies(&mut home).await;
    asking.look(random).await.unwrap();
    dies(&mut home).await;
    home.amel.see(&held, &mut comparing).await.unwrap().unwrap();
    home.amel.approve(&held, &comparing, random).await.unwrap();
    dies(&mut home).await;
    approve(&mut asking, &home.omar, 1).await.unwrap();
    dies(&mut home).await;
    // Until it is over the code of before still opens.
    home.world.clock.advance(48 * 3_600);
    let before = open(&home.stick, CODE).await.unwrap().space;
    home.is_whole(&before).await.unwrap();
    before
        .lock(&Stick::new(home.stick.clone()), random)
        .await
        .unwrap();
    let mut asking = ask(&home.stick, None).await.unwrap();
    assert_eq!(asking.look(random).await.unwrap().progress, Progress::Ready);
    dies(&mut home).await;
    let opened = finish(asking, &home.stick).await.unwrap();
    dies(&mut home).await;
    drop(opened);
    let again = open(&home.stick, NEW_CODE).await.unwrap();
    home.is_whole(&again.space).await.unwrap();
}

#[tokio::test]
async fn a_portal_that_dies_at_every_step_on_redb() {
    at_every_step(OnDisk::Redb).await;
}

#[tokio::test]
async fn a_portal_that_dies_at_every_step_on_sled() {
    at_every_step(OnDisk::Sled).await;
}

/// The account was opened again, and nobody heard: the stick takes it up, on the same stick and on a new one.
#[tokio::test]
async fn the_last_answer_is_lost() {
    for own in [true, false] {
        let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
        let liar = Liar::before(&home.world).await.unwrap();
        let stick = match own {
            true => {
                home.prepare_own().unwrap();
                home.stick.clone()
            }
            false => home.new_stick("new").unwrap(),
        };
        let mut asking = ask(&stick, home.card()).await.unwrap();
        approve(&mut asking, &home.amel, 0).await.unwrap();
        liar.tell(lies::after("POST /v1/ceremony/commit", |_, truth| Answer {
            status: 502,
            headers: Vec::new(),
            body: Vec::new(),
            ..truth
        }));
        let lost = finish(asking, &stick).await.unwrap_err();
        assert!(matches!(lost, key_core::Trouble::Unreachable), "{lost}");
        liar.honest();
        // By the door that everybody takes, or by the one of the recovery.
        let (random, watch) = (&mut System::new(), WallWatch::start());
        let opened = match own {
            true => open(&stick, NEW_CODE).await.unwrap(),
            false => {
                let on = Stick::new(stick.clone());
                let taken_up = recovery::resume(&on, &code(NEW_CODE), None, random, &watch).await;
                let Step::Opened(opened) = taken_up.unwrap() else {
                    panic!("it is over");
                };
                opened
            }
        };
        home.is_whole(&opened.space).await.unwrap();
        assert_eq!(Stick::new(stick.clone()).recovery().unwrap(), None);
        let again = open(&stick, NEW_CODE).await.unwrap();
        assert_eq!(again.notices, []);
        home.is_whole(&again.space).await.unwrap();
    }
}

/// A holder's nonce was taken, and nobody heard: the same one is shown again, and the comparison goes on.
#[tokio::test]
async fn a_lost_answer_costs_no_comparison() {
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, liar) = (&mut System::new(), Liar::before(&home.world).await.unwrap());
    home.reopen_holders().await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(random).await.unwrap();
    let held = only(&home.amel).await.unwrap();
    let mut comparing = home.amel.compare(&held, random).unwrap();
    liar.tell(cut("POST /v1/hold", 0, Lost::Answer));
    home.amel.meet(&mut comparing).await.unwrap_err();
    assert!(!comparing.has_met());
    liar.honest();
    home.amel.meet(&mut comparing).await.unwrap();
    asking.look(random).await.unwrap();
    home.amel.see(&held, &mut comparing).await.unwrap().unwrap();
    home.amel.approve(&held, &comparing, random).await.unwrap();
    assert_eq!(asking.look(random).await.unwrap().progress, Progress::Ready);
    // It is of this recovery, and of none that follows.
    assert!(comparing.is_of(&only(&home.amel).await.unwrap()));
    asking.differs().await.unwrap();
    assert!(!comparing.is_of(&only(&home.amel).await.unwrap()));
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(random).await.unwrap();
    assert!(!comparing.is_of(&only(&home.amel).await.unwrap()));
}

/// Somebody's friend lends a stick that opens the friend's own space: that one is not given up for it.
#[tokio::test]
async fn a_stick_that_opens_another_space_is_not_written_over() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (friends, _) = home.world.new_space("friend").await.unwrap();
    let friend = Stick::new(friends.clone());
    home.prepare(&friend).unwrap();
    let mut asking = ask(&friends, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let refused = finish(asking, &friends).await.unwrap_err();
    assert!(matches!(refused, Trouble::StickState(_)), "{refused}");
    // The friend's stick is as it was, with all that its owner may do.
    assert_eq!(friend.recovery().unwrap(), None);
    let mut opened = open(&friends, CODE).await.unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(opened.space.generation(), 1);
    let (random, watch) = (&mut System::new(), WallWatch::start());
    opened
        .space
        .administer(&friend, &code(CODE), random, &watch)
        .await
        .unwrap();
    // The person begins again with a stick that is nobody's.
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

/// The log knows a stick by the first name that it had at the gates: renewed, it is the person's all the same.
#[tokio::test]
async fn a_stick_that_was_renewed_is_recovered_on() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(home.stick.clone());
    key_core::renew(&stick, &code(CODE), random, &watch)
        .await
        .unwrap();
    home.prepare_own().unwrap();
    let mut asking = ask(&home.stick, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &home.stick).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
    open(&home.stick, NEW_CODE).await.unwrap();
}

/// A stick that was lost, taken out and found again opens nothing: a recovery may be made on it.
#[tokio::test]
async fn a_stick_that_was_taken_out_is_recovered_on() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let mut opened = finish(asking, &new).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let card = opened
        .space
        .administer(&Stick::new(new), &code(NEW_CODE), random, &watch)
        .await
        .unwrap()
        .new_card(random)
        .await
        .unwrap();
    // The old one was revoked by that, and is found under the sofa.
    home.prepare_own().unwrap();
    let mut asking = ask(&home.stick, Some(card)).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &home.stick).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
    open(&home.stick, NEW_CODE).await.unwrap();
}

/// The person's program was begun anew before the holder's nonce arrived: it promises anew, and the holder's
/// comparison with it.
#[tokio::test]
async fn a_promise_that_was_replaced_is_compared_anew() {
    let mut home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, liar) = (&mut System::new(), Liar::before(&home.world).await.unwrap());
    home.reopen_holders().await.unwrap();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, home.card()).await.unwrap();
    asking.look(random).await.unwrap();
    let held = only(&home.amel).await.unwrap();
    let mut comparing = home.amel.compare(&held, random).unwrap();
    assert!(comparing.is_of(&held));
    liar.tell(cut("POST /v1/hold", 0, Lost::Request));
    home.amel.meet(&mut comparing).await.unwrap_err();
    liar.honest();
    drop(asking);
    let (on, watch) = (Stick::new(new.clone()), WallWatch::start());
    let taken_up = recovery::resume(&on, &code(NEW_CODE), home.card(), random, &watch).await;
    let Step::Asking(mut asking) = taken_up.unwrap() else {
        panic!("nobody has approved");
    };
    asking.look(random).await.unwrap();
    let held = only(&home.amel).await.unwrap();
    assert!(!comparing.is_of(&held));
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &new).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

/// What was prepared for a recovery that nobody begins stands in nobody's way; one that was begun does,
/// and that costs no try.
#[tokio::test]
async fn a_prepared_recovery_leaves_administration_free() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let (random, watch) = (&mut System::new(), WallWatch::start());
    let stick = Stick::new(home.stick.clone());
    home.prepare_own().unwrap();
    let mut space = open(&home.stick, CODE).await.unwrap().space;
    let card = space
        .administer(&stick, &code(CODE), random, &watch)
        .await
        .unwrap()
        .new_card(random)
        .await
        .unwrap();
    // It is still there.
    assert_eq!(stick.recovery().unwrap(), Some(RecoveryStage::Prepared));
    let asking = ask(&home.stick, Some(card)).await.unwrap();
    for _ in 0..2 {
        let refused = space
            .administer(&stick, &code("000000"), random, &watch)
            .await
            .unwrap_err();
        assert!(matches!(refused, Trouble::StickState(_)), "{refused}");
    }
    // No wrong code was counted.
    let notices = open(&home.stick, CODE).await.unwrap().notices;
    assert_eq!(notices, [Notice::RecoveryUnderWay]);
    drop(asking);
}

/// A voucher for a first opening prepares nothing else, and one for a recovery nothing but that.
#[tokio::test]
async fn a_recovery_is_prepared_with_its_own_voucher() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let now = Clock::now(&*home.world.clock);
    let papers = home.world.papers(VoucherKind::Account, now + 86_400);
    let stick = Stick::new(home.stick.clone());
    let refused = recovery::prepare(&stick, &papers, now).unwrap_err();
    assert!(matches!(refused, Trouble::StickState(_)), "{refused}");
    assert_eq!(stick.recovery().unwrap(), None);
    open(&home.stick, CODE).await.unwrap();
}

/// Given up, the stick is as it was, and nobody waits for anything.
#[tokio::test]
async fn a_recovery_given_up_leaves_the_stick_as_it_was() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    home.prepare_own().unwrap();
    let asking = ask(&home.stick, home.card()).await.unwrap();
    let stick = Stick::new(home.stick.clone());
    recovery::give_up(asking, &stick).await.unwrap();
    assert_eq!(stick.recovery().unwrap(), None);
    let opened = open(&home.stick, CODE).await.unwrap();
    assert_eq!(opened.notices, []);
    home.is_whole(&opened.space).await.unwrap();
    assert!(only(&home.amel).await.unwrap().waiting().is_none());
    // Prepared and never begun, it opens as ever, and can be prepared again.
    home.prepare_own().unwrap();
    assert_eq!(open(&home.stick, CODE).await.unwrap().notices, []);
    home.prepare_own().unwrap();
    let mut asking = ask(&home.stick, home.card()).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    let opened = finish(asking, &home.stick).await.unwrap();
    home.is_whole(&opened.space).await.unwrap();
}

/// What the owner refused after a backup does not wait again when the backup is restored.
#[tokio::test]
async fn a_restore_ends_what_waited() {
    let mut home = Home::of_two_structures(World::start().await.unwrap())
        .await
        .unwrap();
    let random = &mut System::new();
    let new = home.new_stick("new").unwrap();
    let mut asking = ask(&new, None).await.unwrap();
    let number = asking.look(random).await.unwrap().number;
    let held = only(&home.amel).await.unwrap();
    home.amel.point(&held, &number).await.unwrap();
    approve(&mut asking, &home.amel, 0).await.unwrap();
    approve(&mut asking, &home.omar, 1).await.unwrap();
    let from = home.world.folder().join("backup");
    let portal = home.world.portal().unwrap();
    portal.backup(from.clone()).await.unwrap();
    let mut seen = open(&home.stick, CODE).await.unwrap().space;
    let asked = seen.recovery().await.unwrap().asked.unwrap();
    seen.veto(asked.ceremony).await.unwrap();
    let coming = home.world.come_back(&from, "gate-backup", "restored");
    coming.await.unwrap();
    home.world.clock.advance(72 * 3_600);
    let watch = WallWatch::start();
    let stick = Stick::new(new.clone());
    let taken_up = recovery::resume(&stick, &code(NEW_CODE), None, random, &watch).await;
    let Step::Asking(mut asking) = taken_up.unwrap() else {
        panic!("it opened");
    };
    let progress = asking.look(random).await.unwrap().progress;
    assert_eq!(progress, Progress::Ended(Ending::Expired));
}
