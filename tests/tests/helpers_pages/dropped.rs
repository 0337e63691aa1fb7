//! Papers that helpers put in: brought, looked at, kept or not.

use super::Two;
use key_core::help::Rights;
use tests::{
    lying::{
        cut::{Lost, cut},
        liar::Liar,
    },
    screen::{Browser, Chromium, VIEWS, everywhere},
};
use wire::{folder::Folder, random::System};

/// A file to choose, of a name and a text.
fn chosen(folder: &std::path::Path, name: &str, text: &str) -> String {
    let file = folder.join(name);
    std::fs::write(&file, text).unwrap();
    file.display().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_helper_puts_papers_in_and_the_person_keeps_one() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    two.give_as(&[Folder::Argent], Rights::Drop).await;
    let files = tempfile::tempdir().unwrap();

    let size = VIEWS[0].1;
    let mut helper = chromium.home(two.helper.path(), "fr", size).await.unwrap();
    helper.click("door-people").await.unwrap();
    helper.click("person-0").await.unwrap();
    helper.on("person").await.unwrap();
    // Under such a mandate nothing can be seen, and the screen says so.
    helper.find("person-drop").await.unwrap();
    helper.click("theme-7").await.unwrap();
    helper.on("person-folder").await.unwrap();
    for (name, text) in [
        ("Attestation.txt", "Droits ouverts."),
        ("Publicité.txt", "Achetez !"),
    ] {
        let file = chosen(files.path(), name, text);
        helper.fill("drop-file-input", &file).await.unwrap();
        let title = name.trim_end_matches(".txt");
        helper
            .until("drop-news", |said| said.contains(title))
            .await
            .unwrap();
    }
    helper.seen("person-folder drop").await.unwrap();

    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut page = chromium
            .home(two.person.path(), language, size)
            .await
            .unwrap();
        page.click("door-papers").await.unwrap();
        page.find("waiting").await.unwrap();
        page.seen(&at("papers waiting")).await.unwrap();
        page.click("waiting-see").await.unwrap();
        page.on("dropped").await.unwrap();
        page.find("dropped-1").await.unwrap();
        page.seen(&at("dropped")).await.unwrap();
        page.click("dropped-0").await.unwrap();
        page.on("dropped-paper").await.unwrap();
        page.find("paper-text").await.unwrap();
        page.seen(&at("dropped-paper")).await.unwrap();
        page.click("dropped-refuse").await.unwrap();
        page.find("refuse-dialog").await.unwrap();
        page.seen(&at("refuse-dialog")).await.unwrap();
        page.click("refuse-no").await.unwrap();
        page.gone("refuse-dialog").await.unwrap();
    }

    let mut page = chromium.home(two.person.path(), "fr", size).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("waiting-see").await.unwrap();
    for keeps in ["Attestation", "Publicité"] {
        page.on("dropped").await.unwrap();
        let first = page.text("dropped-0").await.unwrap();
        let place = usize::from(!first.contains(keeps));
        page.click(&format!("dropped-{place}")).await.unwrap();
        page.on("dropped-paper").await.unwrap();
        page.find("paper-text").await.unwrap();
        let (press, said) = match keeps {
            "Attestation" => ("dropped-keep", "gardé"),
            _ => ("dropped-refuse", "parti"),
        };
        page.click(press).await.unwrap();
        if keeps != "Attestation" {
            page.click("refuse-yes").await.unwrap();
        }
        page.until("dropped-news", |news| news.contains(said))
            .await
            .unwrap();
    }
    page.find("dropped-none").await.unwrap();
    let space = two.space().await;
    // Of two of one second either is first.
    let mut titles: Vec<_> = space
        .list(Folder::Argent)
        .iter()
        .map(|v| v.title.clone())
        .collect();
    titles.sort();
    assert_eq!(titles, ["Attestation", "Attestation CAF"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_portal_did_without_saying_so_is_done() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    two.give_as(&[Folder::Argent], Rights::Drop).await;
    let files = tempfile::tempdir().unwrap();
    let size = VIEWS[0].1;
    let mut helper = chromium.home(two.helper.path(), "fr", size).await.unwrap();
    to_the_folder(&mut helper).await;
    for name in ["Attestation", "Publicité"] {
        put(&helper, files.path(), name).await;
        helper
            .until("drop-news", |said| said.contains(name))
            .await
            .unwrap();
    }
    helper.close().await.unwrap();

    let liar = Liar::before(&two.world).await.unwrap();
    let mut page = chromium.home(two.person.path(), "fr", size).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("waiting-see").await.unwrap();
    for keeps in ["Attestation", "Publicité"] {
        page.on("dropped").await.unwrap();
        let first = page.text("dropped-0").await.unwrap();
        let place = usize::from(!first.contains(keeps));
        page.click(&format!("dropped-{place}")).await.unwrap();
        page.find("paper-text").await.unwrap();
        liar.tell(cut("PUT /v1/manifests/*", 0, Lost::Answer));
        let said = if keeps == "Attestation" {
            page.click("dropped-keep").await.unwrap();
            "gardé"
        } else {
            page.click("dropped-refuse").await.unwrap();
            page.click("refuse-yes").await.unwrap();
            "parti"
        };
        page.until("dropped-news", |news| news.contains(said))
            .await
            .unwrap();
        assert!(liar.honest().lies > 0);
    }
    page.find("dropped-none").await.unwrap();
    page.close().await.unwrap();
    let space = two.space().await;
    let kept = space.list(Folder::Argent);
    let mut titles: Vec<_> = kept.iter().map(|view| view.title.as_str()).collect();
    titles.sort();
    assert_eq!(titles, ["Attestation", "Attestation CAF"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_paper_put_in_while_the_network_is_away_says_that_it_waits() {
    let chromium = Chromium::start().await.unwrap();
    let mut two = Two::meet().await;
    two.give_as(&[Folder::Argent], Rights::Drop).await;
    let files = tempfile::tempdir().unwrap();
    let mut helper = chromium
        .home(two.helper.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    to_the_folder(&mut helper).await;
    two.world.stop().await;
    put(&helper, files.path(), "Attestation").await;
    helper
        .until("drop-news", |said| said.contains("tout seul"))
        .await
        .unwrap();
    two.world.restart().await.unwrap();
    helper
        .until("drop-news", |said| said.contains("Attestation"))
        .await
        .unwrap();
    helper.close().await.unwrap();
    let waiting = two.space().await.dropped().await.unwrap();
    assert_eq!(waiting.len(), 1, "it waits once");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_decided_on_another_computer_waits_no_more() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    two.give_as(&[Folder::Argent], Rights::Drop).await;
    let files = tempfile::tempdir().unwrap();
    let size = VIEWS[0].1;
    let mut helper = chromium.home(two.helper.path(), "fr", size).await.unwrap();
    to_the_folder(&mut helper).await;
    put(&helper, files.path(), "Publicité").await;
    helper
        .until("drop-news", |said| said.contains("Publicité"))
        .await
        .unwrap();
    helper.close().await.unwrap();
    let mut page = chromium.home(two.person.path(), "fr", size).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("waiting-see").await.unwrap();
    page.click("dropped-0").await.unwrap();
    page.find("paper-text").await.unwrap();
    let mut elsewhere = two.space().await;
    let waiting = elsewhere.dropped().await.unwrap();
    elsewhere
        .refuse_dropped(&waiting[0], &mut System::new())
        .await
        .unwrap();
    // It is neither kept nor said to be.
    page.click("dropped-keep").await.unwrap();
    page.told("dropped-trouble").await.unwrap();
    page.gone("busy").await.unwrap();
    page.on("dropped-paper").await.unwrap();
    page.click("back").await.unwrap();
    page.find("dropped-none").await.unwrap();
    page.close().await.unwrap();
    assert_eq!(two.space().await.list(Folder::Argent).len(), 1);
}

async fn to_the_folder(helper: &mut Browser) {
    helper.click("door-people").await.unwrap();
    helper.click("person-0").await.unwrap();
    helper.click("theme-7").await.unwrap();
    helper.on("person-folder").await.unwrap();
}

async fn put(helper: &Browser, folder: &std::path::Path, name: &str) {
    let file = chosen(folder, &format!("{name}.txt"), "Droits ouverts.");
    helper.fill("drop-file-input", &file).await.unwrap();
}
