//! The real window with the mediator's stick and others beside it: the system's own question for the folder, a stick
//! written, and the mediator's stick pulled out while another one is being written.

use key_core::{
    contents,
    fleet::{Consent, JOURNAL, Probe, State},
    help::Role,
    stick::Folder,
};
use std::fs;
use tests::{
    report,
    screen::{Display, Window},
    volume::{Volume, as_sticks},
    workshop::{Workshop, write_with},
    world::{CODE, World, first_opening},
};
use wire::structure::VoucherKind;

/// Five megabytes: time enough to pull a stick out.
const PROGRAMS: [(&str, usize); 1] = [("cle", 5 << 20)];

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
    let asked = display.pixels().unwrap();
    window.click("fleet-choose").await.unwrap();
    display.wait_for_another_window("Clé").unwrap();
    let chooser = display.changed_from(&asked).unwrap();
    // A stroke makes the chooser ask for a path: what is typed before it has the keyboard is lost.
    let folder = table.vouchers().display().to_string();
    let (stroke, rest) = folder.split_at(1);
    display.hands(&["type", stroke]).unwrap();
    let path = display.changed_from(&chooser).unwrap();
    display.hands(&["type", rest]).unwrap();
    display.changed_from(&path).unwrap();
    display.hands(&["key", "Return"]).unwrap();
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
