//! Networks that lead everything through a proxy, at the pages: an honest one is used, and one that wants to read what
//! passes is refused in words that whoever runs it understands.

use tests::{
    proxy::Proxy,
    screen::{Chromium, VIEWS},
    world::{CODE, World},
};

#[tokio::test(flavor = "multi_thread")]
async fn the_computers_proxy_is_used() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let proxy = Proxy::honest().await.unwrap();
    let opening = chromium.open_behind(&proxy, stick.path(), VIEWS[0].1);
    let mut page = opening.await.unwrap();
    page.enter("fr", CODE).await.unwrap();
    page.on("home").await.unwrap();
    assert!(proxy.handed_on() > 0, "it was gone around");
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_wants_to_read_is_refused_in_plain_words() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let elsewhere = World::start().await.unwrap();
    let proxy = Proxy::inspecting(&elsewhere.sites[0]).await.unwrap();
    let words = [
        ("fr", "Ce réseau veut lire ce qui passe"),
        ("en", "This network wants to read what passes"),
    ];
    for (language, sentence) in words {
        let opening = chromium.open_behind(&proxy, stick.path(), VIEWS[0].1);
        let mut page = opening.await.unwrap();
        let before = world.recorder().transcript().len();
        page.enter(language, CODE).await.unwrap();
        page.until("code-trouble", |said| said.contains(sentence))
            .await
            .unwrap();
        assert_eq!(
            world.recorder().transcript().len(),
            before,
            "nothing was said"
        );
        page.close().await.unwrap();
    }
    // No try was spent: elsewhere the stick opens as before.
    let page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.close().await.unwrap();
}
