//! The real window under WebKitWebDriver and Xvfb, day by day: what is due, a network that goes away, and a
//! password that is copied.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use jiff::civil::date;
use std::process::Command;
use tests::{
    screen::{Display, Stopwatch, Window, task},
    world::{CODE, World},
};
use wire::random::System;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_first_leads_to_its_site() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let (end, today) = (Some(date(2026, 12, 31)), date(2026, 11, 22));
    space
        .follow("css", end, today, &mut System::new())
        .await
        .unwrap();
    drop(space);
    let display = Display::start().unwrap();
    let mut window = Window::home(&display, stick.path(), CODE).await.unwrap();
    // Task 3: the next deadline, and the right site.
    let (watch, before) = (Stopwatch::start(), window.pressed());
    window
        .until("now", |said| said.contains("Complémentaire"))
        .await
        .unwrap();
    window.click("now-see").await.unwrap();
    window.click("date-see").await.unwrap();
    window.find("service-go").await.unwrap();
    task(3, window.pressed() - before, watch.seconds()).unwrap();
    window.click("back").await.unwrap();
    window.click("date-done").await.unwrap();
    window.told("date-news").await.unwrap();
    window.click("back").await.unwrap();
    window
        .until_attribute("due-0", "data-state", "done")
        .await
        .unwrap();
    window.leave().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_typed_is_lost_while_the_network_is_away() {
    let mut world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let display = Display::start().unwrap();
    let mut window = Window::home(&display, stick.path(), CODE).await.unwrap();
    window.click("door-papers").await.unwrap();
    window.click("folder-3").await.unwrap();
    window.click("add-note").await.unwrap();
    window.fill("note-name", "Docteur").await.unwrap();
    window
        .fill("note-text", "Demander une date.")
        .await
        .unwrap();
    world.stop().await;
    window.click("note-keep").await.unwrap();
    window
        .until("note-trouble", |said| said.contains("Internet"))
        .await
        .unwrap();
    // Going back and leaving ask once; staying loses nothing.
    for way in ["back", "leave"] {
        window.click(way).await.unwrap();
        window.click("unsent-stay").await.unwrap();
        window.gone("unsent-dialog").await.unwrap();
    }
    // It goes by itself when the network is back: nobody presses anything.
    world.restart().await.unwrap();
    window.on("folder").await.unwrap();
    window.click("paper-0").await.unwrap();
    window
        .until("paper-text", |said| said.contains("Demander"))
        .await
        .unwrap();
    window.leave().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn dates_are_saved_where_the_system_is_told_to() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let day = date(2026, 11, 25);
    space
        .add_date("Docteur", day, None, day, &mut System::new())
        .await
        .unwrap();
    drop(space);
    let display = Display::with_desktop().unwrap();
    let mut window = Window::home(&display, stick.path(), CODE).await.unwrap();
    window.click("door-dates").await.unwrap();
    window.click("dates-save").await.unwrap();
    window.click("save-ok").await.unwrap();
    // The system's own question stands over the window: its name is there to be typed over.
    display.wait_for_another_window("Clé").unwrap();
    let place = world.folder().join("agenda.ics");
    let typed = place.to_str().unwrap();
    display.hands(&["key", "ctrl+a"]).unwrap();
    display.hands(&["type", "--delay", "20", typed]).unwrap();
    display.hands(&["key", "Return"]).unwrap();
    window
        .until("dates-news", |said| said.contains("enregistré"))
        .await
        .unwrap();
    let written = std::fs::read_to_string(place).unwrap();
    assert!(written.contains("SUMMARY:Docteur"), "{written}");
    window.leave().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copied_password_leaves_the_computer_with_the_person() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let display = Display::start().unwrap();
    let mut window = Window::home(&display, stick.path(), CODE).await.unwrap();
    window.click("door-papers").await.unwrap();
    window.click("folder-0").await.unwrap();
    window.click("logins").await.unwrap();
    window.click("add-login").await.unwrap();
    window.fill("login-site", "CAF").await.unwrap();
    window.click("login-make").await.unwrap();
    window.click("login-keep").await.unwrap();
    window.click("login-0").await.unwrap();
    window.click("login-copy").await.unwrap();
    window
        .until("login-news", |said| said.contains("30"))
        .await
        .unwrap();
    let copied = clipboard(&display).unwrap();
    assert_eq!(copied.len(), 24, "{copied}");
    assert_eq!(copied.matches('-').count(), 4, "{copied}");
    window.leave().await.unwrap();
    assert_eq!(clipboard(&display), None);
}

/// What the clipboard of a display gives to anybody who asks.
fn clipboard(display: &Display) -> Option<String> {
    let output = Command::new("xclip")
        .args(["-o", "-selection", "clipboard"])
        .env("DISPLAY", display.name())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.success() && !text.is_empty()).then_some(text)
}
