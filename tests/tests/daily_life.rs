//! Dates and settings in Chromium, on the real commands, a real portal and a real stick: looked at by an
//! accessibility checker in every size and language, and found again on another computer.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::Locator;
use tests::{
    screen::{Chromium, Page, VIEWS, everywhere},
    world::{CODE, World},
};

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_dates_is_accessible_and_says_what_is_due() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        page.enter(language, CODE).await.unwrap();
        page.on("home").await.unwrap();
        page.click("door-dates").await.unwrap();
        page.find("dates-none").await.unwrap();
        page.accessible(&at("dates none")).await.unwrap();
        add_a_day(&mut page, &at("new-date")).await;
        page.accessible(&at("dates")).await.unwrap();
        page.shoot(&at("dates")).await.unwrap();
        page.click("due-0").await.unwrap();
        page.on("date").await.unwrap();
        page.accessible(&at("date")).await.unwrap();
        for state in ["done", "open"] {
            page.click("date-done").await.unwrap();
            page.told("date-news").await.unwrap();
            page.click("back").await.unwrap();
            page.until_attribute("due-0", "data-state", state)
                .await
                .unwrap();
            page.click("due-0").await.unwrap();
        }
        page.click("back").await.unwrap();
        page.click("back").await.unwrap();
        page.until("now", |said| said.contains("Docteur"))
            .await
            .unwrap();
        page.accessible(&at("home now")).await.unwrap();
        page.shoot(&at("home now")).await.unwrap();
        follow_a_service(&mut page, &at("service followed")).await;
        page.click("now-see").await.unwrap();
        page.click("date-remove").await.unwrap();
        page.find("unfollow-dialog").await.unwrap();
        page.accessible(&at("unfollow")).await.unwrap();
        page.click("unfollow-yes").await.unwrap();
        page.on("dates").await.unwrap();
        page.until_attribute("due-0", "data-state", "coming")
            .await
            .unwrap();
        page.click("due-0").await.unwrap();
        page.accessible(&at("date of a service")).await.unwrap();
        page.shoot(&at("date of a service")).await.unwrap();
        page.click("date-remove").await.unwrap();
        page.click("unfollow-yes").await.unwrap();
        page.find("dates-none").await.unwrap();
        page.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_setting_is_accessible_and_follows_the_person() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.open(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        page.enter(language, CODE).await.unwrap();
        page.on("home").await.unwrap();
        page.click("settings").await.unwrap();
        page.click("settings-others").await.unwrap();
        page.accessible(&at("settings all")).await.unwrap();
        for (setting, value) in [
            ("size", "150"),
            ("colours", "dark"),
            ("reading", "asked"),
            ("keyboard", "always"),
            ("letters", "dyslexic"),
            ("lines", "wide"),
            ("movement", "none"),
            ("colours", "contrast"),
            ("size", "200"),
        ] {
            change(&mut page, setting, value).await;
            page.accessible(&at(&format!("look {setting} {value}")))
                .await
                .unwrap();
            page.click("back").await.unwrap();
        }
        page.click("back").await.unwrap();
        page.on("home").await.unwrap();
        page.accessible(&at("home at its largest")).await.unwrap();
        page.shoot(&at("home at its largest")).await.unwrap();
        page.click("leave").await.unwrap();
        page.find("locked-left").await.unwrap();
        assert_eq!(looks(&page).await, ["", "", ""], "nothing stays");
        page.close().await.unwrap();
    }
    // Elsewhere: the computer speaks French, the person has chosen Arabic.
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.click("lang-ok").await.unwrap();
    page.type_code(CODE).await.unwrap();
    page.on("home").await.unwrap();
    page.spoken("ar").await.unwrap();
    assert_eq!(looks(&page).await, ["contrast", "dyslexic", "200"]);
    // Who always wants the keyboard has it as soon as they come to a field.
    page.click("door-dates").await.unwrap();
    page.click("add-date").await.unwrap();
    page.click("date-title").await.unwrap();
    page.find("keyboard").await.unwrap();
    page.close().await.unwrap();
    // What somebody says now counts more than what they said before.
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    page.click("lang-fr").await.unwrap();
    page.click("first-size").await.unwrap();
    page.click("look-125").await.unwrap();
    page.click("back").await.unwrap();
    page.click("lang-ok").await.unwrap();
    page.type_code(CODE).await.unwrap();
    page.on("home").await.unwrap();
    page.spoken("fr").await.unwrap();
    let kept = Locator::Css("html[data-theme=contrast]");
    page.client().wait().for_element(kept).await.unwrap();
    assert_eq!(looks(&page).await, ["contrast", "dyslexic", "125"]);
    page.close().await.unwrap();
}

/// Tries to keep a day that is not one, then keeps one of this week.
async fn add_a_day(page: &mut Page, screen: &str) {
    page.click("add-date").await.unwrap();
    page.click("date-keep").await.unwrap();
    page.told("date-trouble").await.unwrap();
    page.fill("date-title", "Docteur").await.unwrap();
    page.fill("date-day", "31").await.unwrap();
    page.pick("date-month", "11").await.unwrap();
    page.refill("date-year", "2026").await.unwrap();
    page.click("date-keep").await.unwrap();
    page.told("date-trouble").await.unwrap();
    page.accessible(screen).await.unwrap();
    page.shoot(screen).await.unwrap();
    page.refill("date-day", "25").await.unwrap();
    page.pick("date-hour", "570").await.unwrap();
    page.click("date-keep").await.unwrap();
    page.on("dates").await.unwrap();
    page.until_attribute("due-0", "data-state", "open")
        .await
        .unwrap();
}

/// From home to a service, follows it, and back home.
async fn follow_a_service(page: &mut Page, screen: &str) {
    page.click("door-steps").await.unwrap();
    page.fill("steps-search", "mutuelle gratuite")
        .await
        .unwrap();
    page.click("service-0").await.unwrap();
    page.click("follow").await.unwrap();
    page.find("follow-dialog").await.unwrap();
    page.click("follow-ok").await.unwrap();
    page.told("follow-trouble").await.unwrap();
    page.accessible(&format!("{screen}, asked")).await.unwrap();
    page.fill("follow-day", "31").await.unwrap();
    page.pick("follow-month", "12").await.unwrap();
    page.refill("follow-year", "2027").await.unwrap();
    page.click("follow-ok").await.unwrap();
    page.until("following", |said| said.contains("2027"))
        .await
        .unwrap();
    page.accessible(screen).await.unwrap();
    for _ in 0..2 {
        page.click("back").await.unwrap();
    }
    page.on("home").await.unwrap();
}

/// From the list of settings to one, and chooses.
async fn change(page: &mut Page, setting: &str, value: &str) {
    if !page.has(&format!("settings-{setting}")).await.unwrap() {
        page.click("settings-others").await.unwrap();
    }
    page.click(&format!("settings-{setting}")).await.unwrap();
    page.on("look").await.unwrap();
    // Whatever was chosen before, it is chosen anew.
    let other = format!(
        "return document.querySelector('[name=look]:not([value=\"{value}\"])').dataset.test"
    );
    let other = page.ask(&other).await.unwrap();
    page.click(other.as_str().unwrap()).await.unwrap();
    page.click(&format!("look-{value}")).await.unwrap();
    page.told("look-news").await.unwrap();
}

/// Colours, letters and size of the page.
async fn looks(page: &Page) -> [String; 3] {
    let root = "const root = document.documentElement; return [root.dataset.theme ?? '', \
                root.dataset.letters ?? '', root.dataset.size ?? '']";
    let found = page.ask(root).await.unwrap();
    [0, 1, 2].map(|place| found[place].as_str().unwrap_or_default().to_owned())
}
