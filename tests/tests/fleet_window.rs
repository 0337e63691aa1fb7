//! The real window with the mediator's stick and others beside it: the system's own question for the folder, sticks
//! written and practice sticks made anew, and one of them or the mediator's own pulled out meanwhile.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{
    Stick, contents,
    fleet::{Consent, JOURNAL, Probe, State},
    help::Role,
    practice::CODE as PRACTICE_CODE,
    stick::Folder,
};
use std::{fs, path::Path};
use tests::{
    report,
    screen::{Display, Window},
    volume::{Volume, as_sticks},
    workshop::{Workshop, write_with},
    world::{CODE, World, first_opening, open},
};
use wire::{Realm, structure::VoucherKind};

/// Five megabytes: time enough to pull a stick out.
const PROGRAMS: [(&str, usize); 1] = [("cle", 5 << 20)];

/// Answers the system's own question for a folder, by hand.
async fn choose(display: &Display, window: &mut Window, press: &str, folder: &Path) {
    let asked = display.pixels().unwrap();
    window.click(press).await.unwrap();
    display.wait_for_another_window("Clé").unwrap();
    let chooser = display.changed_from(&asked).unwrap();
    // A stroke makes the chooser ask for a path: what is typed before it has the keyboard is lost.
    let folder = folder.display().to_string();
    let (stroke, rest) = folder.split_at(1);
    display.hands(&["type", stroke]).unwrap();
    let path = display.changed_from(&chooser).unwrap();
    display.hands(&["type", rest]).unwrap();
    display.changed_from(&path).unwrap();
    display.hands(&["key", "Return"]).unwrap();
}

/// A practice stick in the real window: made anew, pulled out while it is, and made anew again.
#[tokio::test(flavor = "multi_thread")]
async fn a_practice_stick_is_made_anew_and_one_that_is_pulled_out_begins_again() {
    if !Volume::possible() {
        report::promise("practice.real_window", 0, 0).unwrap();
        return;
    }
    let world = World::start().await.unwrap();
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let (stick, made) = world.new_space("nadia").await.unwrap();
    let space = &made.opened.space;
    world.certify(space, "Nadia", Role::Mediator).await.unwrap();
    drop(made);
    let table = Workshop::of(&practice, 1, 3, &[]).unwrap();
    let (mut first, mut second) = (Volume::mount().unwrap(), Volume::mount().unwrap());
    let computer = tempfile::tempdir().unwrap();
    as_sticks(&[&first, &second], computer.path()).unwrap();
    for volume in [&mut first, &mut second] {
        let kind = VoucherKind::Account;
        let used = practice.stick_at(&volume.path(), kind).unwrap();
        first_opening(&used, CODE).await.unwrap();
        volume.take_out().unwrap();
    }
    let display = Display::with_desktop().unwrap();
    let mut window = Window::home_at(&display, computer.path(), stick.path(), CODE)
        .await
        .unwrap();
    for press in ["door-people", "people-fleet", "to-practice"] {
        window.click(press).await.unwrap();
    }
    choose(&display, &mut window, "practice-choose", &table.vouchers()).await;
    window.find("practice-mariam").await.unwrap();
    first.plug_in().unwrap();
    window.click("practice-reset-1").await.unwrap();
    window
        .until_attribute("practice-stick-1", "data-state", "ready")
        .await
        .unwrap();
    window.shoot("practice in the window").await.unwrap();

    second.plug_in().unwrap();
    window.click("practice-reset-2").await.unwrap();
    window
        .until_attribute("practice-stick-2", "data-state", "working")
        .await
        .unwrap();
    second.take_out().unwrap();
    while window.has("practice-stick-2").await.unwrap() {
        tokio::task::yield_now().await;
    }
    second.plug_in().unwrap();
    window.click("practice-reset-3").await.unwrap();
    window
        .until_attribute("practice-stick-3", "data-state", "ready")
        .await
        .unwrap();
    for volume in [&first, &second] {
        let stick = Folder::new(volume.path());
        let opened = open(&stick, PRACTICE_CODE).await.unwrap();
        assert!(opened.space.everything().count() > 3);
    }
    report::promise("practice.real_window", 3, 0).unwrap();
}

/// A blank stick becomes a practice stick in the real window, with a real stick in use.
#[tokio::test(flavor = "multi_thread")]
async fn a_blank_stick_becomes_a_practice_stick_and_opens_as_one() {
    if !Volume::possible() {
        report::promise("fleet.real_window_practice", 0, 0).unwrap();
        return;
    }
    let mut world = World::start().await.unwrap();
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let (stick, made) = world.new_space("nadia").await.unwrap();
    let space = &made.opened.space;
    world.certify(space, "Nadia", Role::Mediator).await.unwrap();
    drop(made);
    let table = Workshop::of(&practice, 1, 1, &[("cle", 70_001)]).unwrap();
    table.names(&practice).unwrap();
    fs::copy(table.programs().join("cle"), stick.path().join("cle")).unwrap();
    contents::write_list(stick.path()).unwrap();
    let mut blank = Volume::mount().unwrap();
    let computer = tempfile::tempdir().unwrap();
    as_sticks(&[&blank], computer.path()).unwrap();
    blank.take_out().unwrap();
    let display = Display::with_desktop().unwrap();
    let mut window = Window::home_at(&display, computer.path(), stick.path(), CODE)
        .await
        .unwrap();
    window.click("door-people").await.unwrap();
    window.click("people-fleet").await.unwrap();
    choose(&display, &mut window, "fleet-choose", &table.vouchers()).await;
    window.find("fleet-practice").await.unwrap();
    window.click("fleet-begin").await.unwrap();
    window.find("fleet-stop").await.unwrap();
    blank.plug_in().unwrap();
    window
        .until_attribute("fleet-line-1", "data-state", "ready")
        .await
        .unwrap();
    window.find("fleet-practice").await.unwrap();
    window.shoot("practice fleet in the window").await.unwrap();
    let made = Folder::new(blank.path());
    assert_eq!(Stick::new(made.clone()).realm().unwrap(), Realm::Practice);
    // What it opens is at the practice portal: without the real one it opens all the same.
    world.stop().await;
    first_opening(&made, CODE).await.unwrap();
    let opened = open(&made, CODE).await.unwrap();
    assert_eq!(opened.space.realm(), Realm::Practice);
    report::promise("fleet.real_window_practice", 1, 0).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mediators_stick_is_pulled_out_and_nothing_more_is_written() {
    if !Volume::possible() {
        report::promise("fleet.real_window", 0, 0).unwrap();
        return;
    }
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
    let (mut own, mut first, mut second) = (
        Volume::mount().unwrap(),
        Volume::mount().unwrap(),
        Volume::mount().unwrap(),
    );
    let computer = tempfile::tempdir().unwrap();
    as_sticks(&[&own, &first, &second], computer.path()).unwrap();
    first.take_out().unwrap();
    second.take_out().unwrap();
    let stick = world.stick_at(&own.path(), VoucherKind::Account).unwrap();
    let made = first_opening(&stick, CODE).await.unwrap();
    let space = &made.opened.space;
    world.certify(space, "Nadia", Role::Mediator).await.unwrap();
    drop(made);
    fs::copy(table.programs().join("cle"), own.path().join("cle")).unwrap();
    contents::write_list(&own.path()).unwrap();

    let display = Display::with_desktop().unwrap();
    let mut window = Window::home_at(&display, computer.path(), &own.path(), CODE)
        .await
        .unwrap();
    window.click("door-people").await.unwrap();
    window.click("people-fleet").await.unwrap();
    choose(&display, &mut window, "fleet-choose", &table.vouchers()).await;
    window
        .until("fleet-vouchers", |said| said.contains("2 bons"))
        .await
        .unwrap();
    window.click("fleet-begin").await.unwrap();
    window.find("fleet-stop").await.unwrap();
    first.plug_in().unwrap();
    window
        .until_attribute("fleet-line-1", "data-state", "ready")
        .await
        .unwrap();
    window.shoot("fleet in the window").await.unwrap();

    // The other one has its voucher when the mediator's own stick goes.
    second.plug_in().unwrap();
    let begun = |line: &str| line.starts_with("{\"number\":2,") && line.contains("begun");
    let journal = table.vouchers().join(JOURNAL);
    while !fs::read_to_string(&journal).unwrap().lines().any(begun) {
        tokio::task::yield_now().await;
    }
    own.pull().unwrap();
    window.on("locked").await.unwrap();
    // Whoever writes holds the journal.
    let fleet = loop {
        match table.fleet() {
            Ok(fleet) => break fleet,
            Err(_) => tokio::task::yield_now().await,
        }
    };
    assert_eq!(fleet.rows()[0].state, Some(State::Ready));
    let stick = Folder::new(second.path());
    let made = write_with(&fleet, &stick, Consent::BlankOnly, Probe::Written).unwrap();
    assert_eq!(made.number, 2, "the same stick goes on");
    for stick in [&first, &second] {
        first_opening(&Folder::new(stick.path()), CODE)
            .await
            .unwrap();
    }
    report::promise("fleet.real_window", 2, 0).unwrap();
}
