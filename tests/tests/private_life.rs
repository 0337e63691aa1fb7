//! Kinds of paper, what a service asks for, search, contacts and logins in Chromium, on the real commands,
//! a real portal and a real stick: looked at by an accessibility checker in every size and language.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::{Locator, actions::InputSource};
use std::path::PathBuf;
use tests::{
    papers::pdf,
    screen::{Chromium, Page, everywhere},
    world::{CODE, World},
};
use wire::random::System;

const SAYS: &str = "Fleuve";

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_is_named_found_and_counted_where_a_service_asks_for_it() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let paper = a_paper(&world, "Scan 12.pdf");
    for (round, (language, view, size)) in everywhere().enumerate() {
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        page.enter(language, CODE).await.unwrap();
        page.on("home").await.unwrap();
        page.click("door-papers").await.unwrap();
        page.click("folder-1").await.unwrap();
        page.choose("add-file-input", &[&paper]).await.unwrap();
        page.find("added").await.unwrap();
        page.click("paper-0").await.unwrap();
        name_it(&mut page, &at("kind")).await;
        page.accessible(&at("paper named")).await.unwrap();
        page.shoot(&at("paper named")).await.unwrap();
        for _ in 0..2 {
            page.click("back").await.unwrap();
        }
        page.click("search-papers").await.unwrap();
        page.accessible(&at("search-papers")).await.unwrap();
        // By what its kind is called, and by what stands in it.
        page.fill("papers-words", "identité").await.unwrap();
        page.find("found-0").await.unwrap();
        page.refill("papers-words", SAYS).await.unwrap();
        page.gone("found-0").await.unwrap();
        page.click("search-inside").await.unwrap();
        page.until_attribute("inside", "data-done", "true")
            .await
            .unwrap();
        page.find(&format!("found-{round}")).await.unwrap();
        page.accessible(&at("search-papers inside")).await.unwrap();
        page.click("found-0").await.unwrap();
        page.on("paper").await.unwrap();
        page.click("back").await.unwrap();
        page.on("search-papers").await.unwrap();
        for _ in 0..2 {
            page.click("back").await.unwrap();
        }
        ask_for(&mut page, &at("needs")).await;
        // The hard word is the site's; what it means is in the person's language.
        let means = match language {
            "ar" => "الشخص",
            _ => "La personne",
        };
        page.until("means-allocataire", |said| said.starts_with(means))
            .await
            .unwrap();
        page.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn contacts_and_logins_are_accessible_and_say_no_secret() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        page.enter(language, CODE).await.unwrap();
        page.on("home").await.unwrap();
        page.click("door-papers").await.unwrap();
        page.click("folder-0").await.unwrap();
        page.accessible(&at("private")).await.unwrap();
        call_somebody(&mut page, &at("contacts")).await;
        page.click("logins").await.unwrap();
        page.find("logins-none").await.unwrap();
        page.accessible(&at("logins none")).await.unwrap();
        page.click("add-login").await.unwrap();
        page.click("login-keep").await.unwrap();
        page.told("login-trouble").await.unwrap();
        page.accessible(&at("edit-login")).await.unwrap();
        page.fill("login-site", "CAF").await.unwrap();
        page.fill("login-name-field", "1234567").await.unwrap();
        page.fill("login-password", "sésame-ouvre").await.unwrap();
        page.fill("login-totp", "pas une clé").await.unwrap();
        page.click("login-keep").await.unwrap();
        page.told("login-trouble").await.unwrap();
        page.refill("login-totp", "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
            .await
            .unwrap();
        page.click("login-keep").await.unwrap();
        page.click("login-0").await.unwrap();
        page.on("login").await.unwrap();
        page.accessible(&at("login")).await.unwrap();
        page.shoot(&at("login")).await.unwrap();
        assert!(!whole(&page).await.contains("sésame"), "nobody looks");
        held(&page).await;
        page.click("login-code").await.unwrap();
        page.until("login-code-shown", |said| {
            said.chars().filter(char::is_ascii_digit).count() >= 7
        })
        .await
        .unwrap();
        // Another password, which nobody types and the page never holds.
        page.click("login-edit").await.unwrap();
        page.click("login-make").await.unwrap();
        page.click("login-keep").await.unwrap();
        page.click("login-0").await.unwrap();
        page.find("login-copy").await.unwrap();
        page.click("login-remove").await.unwrap();
        page.find("remove-dialog").await.unwrap();
        page.accessible(&at("login remove")).await.unwrap();
        page.click("remove-yes").await.unwrap();
        page.find("logins-none").await.unwrap();
        page.close().await.unwrap();
    }
}

/// Says that the paper in front is an identity card that ends soon.
async fn name_it(page: &mut Page, screen: &str) {
    page.click("paper-kind").await.unwrap();
    page.on("kind").await.unwrap();
    page.find("kind-0").await.unwrap();
    page.accessible(screen).await.unwrap();
    page.fill("kind-search", "CNI").await.unwrap();
    page.client()
        .wait()
        .for_element(Locator::Css("[data-test=kind-0][data-kind='16']"))
        .await
        .unwrap();
    page.click("kind-0").await.unwrap();
    page.click("kind-keep").await.unwrap();
    page.told("kind-trouble").await.unwrap();
    page.accessible(&format!("{screen}, its end"))
        .await
        .unwrap();
    page.fill("kind-day", "24").await.unwrap();
    page.pick("kind-month", "12").await.unwrap();
    page.refill("kind-year", "2026").await.unwrap();
    page.click("kind-keep").await.unwrap();
    page.on("paper").await.unwrap();
    page.until("paper-kind", |said| said.contains("Carte d’identité"))
        .await
        .unwrap();
}

/// From home to what a service asks for, to the paper that is there, and back.
async fn ask_for(page: &mut Page, screen: &str) {
    page.click("door-steps").await.unwrap();
    page.fill("steps-search", "demander le RSA").await.unwrap();
    page.click("service-0").await.unwrap();
    page.click("service-needs").await.unwrap();
    page.find("need-0").await.unwrap();
    page.accessible(screen).await.unwrap();
    page.shoot(screen).await.unwrap();
    let standing = "return [...document.querySelectorAll('[data-test=needs] > li')].map(each => each.dataset.state)";
    let standing = page.ask(standing).await.unwrap();
    let states: Vec<_> = standing.as_array().unwrap().iter().collect();
    assert!(
        states.iter().any(|state| *state == "endsSoon"),
        "{states:?}"
    );
    assert!(states.iter().any(|state| *state == "missing"), "{states:?}");
    let place = states.iter().position(|state| *state == "endsSoon");
    page.click(&format!("need-see-{}", place.unwrap()))
        .await
        .unwrap();
    page.on("paper").await.unwrap();
    page.click("back").await.unwrap();
    page.on("needs").await.unwrap();
}

/// Keeps a contact, changes it and deletes it.
async fn call_somebody(page: &mut Page, screen: &str) {
    page.click("contacts").await.unwrap();
    page.find("contacts-none").await.unwrap();
    page.accessible(screen).await.unwrap();
    page.click("add-contact").await.unwrap();
    page.click("contact-keep").await.unwrap();
    page.told("contact-trouble").await.unwrap();
    page.accessible(&format!("{screen}, edited")).await.unwrap();
    page.fill("contact-name", "Assistante sociale")
        .await
        .unwrap();
    page.click("contact-keep").await.unwrap();
    page.click("contact-0").await.unwrap();
    page.click("contact-edit").await.unwrap();
    page.fill("contact-phone", "01 23 45 67 89").await.unwrap();
    page.click("contact-keep").await.unwrap();
    page.click("contact-0").await.unwrap();
    page.until("contact-says", |said| said.contains("01 23"))
        .await
        .unwrap();
    page.accessible(&format!("{screen}, one")).await.unwrap();
    page.click("contact-remove").await.unwrap();
    page.click("remove-yes").await.unwrap();
    page.find("contacts-none").await.unwrap();
    page.click("back").await.unwrap();
}

/// Holds the button by keyboard: what is secret is there as long, and no longer.
async fn held(page: &Page) {
    use fantoccini::actions::{KeyAction, KeyActions};
    let focus = "document.querySelector('[data-test=login-hold]').focus()";
    page.ask(focus).await.unwrap();
    let space = ' ';
    let down = KeyActions::new("hand".to_owned()).then(KeyAction::Down { value: space });
    page.client().perform_actions(down).await.unwrap();
    page.until("login-hold-shown", |said| said == "sésame-ouvre")
        .await
        .unwrap();
    let up = KeyActions::new("hand".to_owned()).then(KeyAction::Up { value: space });
    page.client().perform_actions(up).await.unwrap();
    page.until("login-hold-shown", str::is_empty).await.unwrap();
    assert!(
        !whole(page).await.contains("sésame"),
        "nobody looks any more"
    );
}

async fn whole(page: &Page) -> String {
    let all = "return document.documentElement.outerHTML";
    page.ask(all).await.unwrap().as_str().unwrap().to_owned()
}

fn a_paper(world: &World, name: &str) -> PathBuf {
    let path = world.folder().join(name);
    std::fs::write(&path, pdf(SAYS, 20_000, &mut System::new()).unwrap()).unwrap();
    path
}
