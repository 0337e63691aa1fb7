//! Coming in: once by a link, then by the passkey, on screen and by keyboard.

use super::{ORIGIN, SIZE, enter, invite, portal};
use portal::staff::Role;
use tests::{screen::Chromium, world::World};

#[tokio::test(flavor = "multi_thread")]
async fn somebody_comes_in_by_a_link_once_and_then_by_passkey() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let mut desk = chromium.desk((ORIGIN, portal(&world)), SIZE).await.unwrap();
    desk.plug_in_authenticator().await.unwrap();
    let link = tokio::task::block_in_place(|| invite(&world, "Ines", Role::Officer));
    // Without a session every page leads to the door.
    desk.visit("/pro/equipe").await.unwrap();
    desk.on("door").await.unwrap();
    desk.accessible("desk door").await.unwrap();
    desk.visit(&link).await.unwrap();
    desk.on("invitation").await.unwrap();
    desk.accessible("desk invitation").await.unwrap();
    // The token does not stay in the address.
    let address = desk.ask("return location.href").await.unwrap();
    assert_eq!(address, format!("{ORIGIN}/pro/invitation"));
    desk.click("enter").await.unwrap();
    desk.on("home").await.unwrap();
    desk.accessible("desk home").await.unwrap();

    desk.click("sign-out").await.unwrap();
    desk.on("door").await.unwrap();
    desk.visit("/pro").await.unwrap();
    desk.on("door").await.unwrap();
    // By keyboard alone.
    desk.press("sign-in").await.unwrap();
    desk.on("home").await.unwrap();
    desk.press("to-team").await.unwrap();
    desk.on("team").await.unwrap();
    desk.accessible("desk team").await.unwrap();
    desk.press("to-acts").await.unwrap();
    desk.on("acts").await.unwrap();
    desk.accessible("desk acts").await.unwrap();
    let acts = desk.text("acts").await.unwrap();
    for act in ["invitation de Ines", "première entrée", "entrée au bureau"] {
        assert!(acts.contains(act), "{acts}");
    }
    // The link has served, and nothing of it was ever said in a request line.
    desk.visit(&link).await.unwrap();
    desk.click("enter").await.unwrap();
    let said = desk.told("said").await.unwrap();
    assert!(said.contains("ce lien ne sert plus"), "{said}");
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_invites_a_mediator_and_ends_their_access() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let mut officer = enter(&chromium, &world, "Ines", Role::Officer).await;
    officer.click("to-team").await.unwrap();
    officer.fill("name", "Omar").await.unwrap();
    officer.click("role-mediateur").await.unwrap();
    officer.click("invite").await.unwrap();
    officer.on("invited").await.unwrap();
    officer.accessible("desk invited").await.unwrap();
    let link = officer.find("link").await.unwrap();
    let link = link.prop("value").await.unwrap().unwrap();
    let mut mediator = chromium.desk((ORIGIN, portal(&world)), SIZE).await.unwrap();
    mediator.plug_in_authenticator().await.unwrap();
    mediator
        .visit(link.strip_prefix(ORIGIN).unwrap())
        .await
        .unwrap();
    mediator.click("enter").await.unwrap();
    mediator.on("home").await.unwrap();
    // At 400 % the page begins on the first screen, and every other is two presses away.
    mediator.resize((320, 256, 4)).await.unwrap();
    let top = "return document.querySelector('h1').getBoundingClientRect().bottom";
    let top = mediator.ask(top).await.unwrap();
    assert!(top.as_f64().unwrap() < 256.0, "{top}");
    mediator.click("menu").await.unwrap();
    mediator.click("menu-stock").await.unwrap();
    mediator.on("stock").await.unwrap();
    mediator.accessible("desk stock 400").await.unwrap();
    mediator.resize(SIZE).await.unwrap();
    // Not theirs to see.
    assert!(!mediator.has("to-team").await.unwrap());
    mediator.visit("/pro/equipe").await.unwrap();
    mediator.on("refused").await.unwrap();
    mediator.accessible("desk refused").await.unwrap();

    officer.click("back").await.unwrap();
    officer.on("team").await.unwrap();
    // One press asks, and ends nothing.
    let theirs = "const theirs = [...document.querySelectorAll('[data-test=end]')].find((each) => each.ariaLabel.endsWith('Omar')).closest('td'); return theirs";
    let press = |what: &str| format!("{theirs}.querySelector('{what}').click()");
    officer.ask(&press("summary")).await.unwrap();
    officer.accessible("desk team asks").await.unwrap();
    mediator.visit("/pro/besoins").await.unwrap();
    mediator.on("needs").await.unwrap();
    officer.ask(&press("[data-test=sure]")).await.unwrap();
    officer.ask(&press("[data-test=end-now]")).await.unwrap();
    officer.find("done").await.unwrap();
    // What was filled in is not lost where the session is over.
    mediator.click("tell").await.unwrap();
    mediator.on("ended").await.unwrap();
    assert!(mediator.has("send-again").await.unwrap());
    mediator.accessible("desk ended").await.unwrap();
    mediator.visit("/pro").await.unwrap();
    mediator.on("door").await.unwrap();
    mediator.click("sign-in").await.unwrap();
    let said = mediator.told("said").await.unwrap();
    assert!(said.contains("n’ouvre pas le bureau"), "{said}");
    mediator.close().await.unwrap();
    officer.close().await.unwrap();
}
