//! Two real windows at once under WebKitWebDriver and Xvfb: a stick is lost, a helper with the same screen beside
//! the person recognises them, and the space is open on a new stick with its papers.

use tests::{
    recovering::Home,
    screen::{Display, Stopwatch, Window, task},
    world::{CODE, World, open},
};

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_bring_back_the_space_of_a_lost_stick() {
    let home = Home::arranged(World::start().await.unwrap()).await.unwrap();
    let new = home.new_stick("new").unwrap();
    let amel = home.world.folder().join("amel");
    let (here, there) = (Display::start().unwrap(), Display::start().unwrap());
    let mut helper = Window::home(&there, &amel, CODE).await.unwrap();

    let mut person = Window::open(&here, new.path()).await.unwrap();
    let (watch, before) = (Stopwatch::start(), person.pressed());
    person.click("lang-ok").await.unwrap();
    person.fill("card-field", &home.card).await.unwrap();
    person.click("ask-card").await.unwrap();
    let shown = person
        .until("first-code", |said| digits(said).len() == 6)
        .await
        .unwrap();
    let code = digits(&shown);
    for _ in 0..2 {
        person.fill("code-field", &code).await.unwrap();
        person.click("code-ok").await.unwrap();
    }
    person.on("asking").await.unwrap();

    helper.click("door-people").await.unwrap();
    helper.click("held-0").await.unwrap();
    helper.click("held-compare").await.unwrap();
    let theirs = helper.told("compared").await.unwrap();
    let own = person.told("compared").await.unwrap();
    assert_eq!(own, theirs);
    helper.click("compare-same").await.unwrap();
    helper.click("held-approve").await.unwrap();
    helper.find("held-approved").await.unwrap();

    person.click("ask-open").await.unwrap();
    person.on("home").await.unwrap();
    let clicks = person.pressed() - before;
    task(10, clicks, watch.seconds()).unwrap();
    assert!(clicks <= 5, "{clicks}");
    person.click("door-papers").await.unwrap();
    person.click("folder-7").await.unwrap();
    person
        .until("paper-0", |said| said.contains("Avis"))
        .await
        .unwrap();
    for window in [person, helper] {
        window.leave().await.unwrap();
    }
    let again = open(&new, &code).await.unwrap();
    home.is_whole(&again.space).await.unwrap();
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
