//! The pages that a stick shows before its program: no finding in nine languages, in a small view and at 400 %, without
//! a script and without anything from elsewhere.

use std::path::{Path, PathBuf};
use tests::{
    screen::{Chromium, VIEWS},
    world::World,
};
use wire::structure::VoucherKind;

const PAGES: [&str; 3] = ["LISEZ-MOI", "manque-linux", "manque-windows"];
const LANGUAGES: [&str; 9] = ["fr", "en", "ar", "uk", "es", "pt", "ro", "tr", "ru"];

fn page(name: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../key-app/ui/dist-stick");
    Path::new(folder).join(format!("{name}.html"))
}

#[tokio::test(flavor = "multi_thread")]
async fn each_page_has_no_finding_in_any_language() {
    let world = World::start().await.unwrap();
    let stick = world.stick("cle", VoucherKind::Account).unwrap();
    let chromium = Chromium::start().await.unwrap();
    for (view, size) in VIEWS {
        let browser = chromium.open(stick.path(), size).await.unwrap();
        for name in PAGES {
            let address = format!("file://{}", page(name).canonicalize().unwrap().display());
            browser.client().goto(&address).await.unwrap();
            let screen = format!("first/{name}/{view}");
            browser.accessible(&screen).await.unwrap();
            let shown = browser
                .ask("return [...document.querySelectorAll('section')].map((each) => each.lang)")
                .await
                .unwrap();
            assert_eq!(shown, serde_json::json!(LANGUAGES), "{name}");
            // One language alone, by its link.
            for language in LANGUAGES {
                let of_link = format!("nav a[lang={language}]");
                let link = fantoccini::Locator::Css(&of_link);
                let link = browser.client().find(link).await.unwrap();
                link.click().await.unwrap();
                let seen = browser
                    .ask(
                        "return [...document.querySelectorAll('section')]\
                         .filter((each) => each.checkVisibility())\
                         .map((each) => `${each.lang} ${getComputedStyle(each).direction}`)",
                    )
                    .await
                    .unwrap();
                let direction = if language == "ar" { "rtl" } else { "ltr" };
                assert_eq!(seen, serde_json::json!([format!("{language} {direction}")]));
                browser
                    .accessible(&format!("{screen}/{language}"))
                    .await
                    .unwrap();
            }
            if view == "1024" {
                browser.shoot(&format!("first-{name}")).await.unwrap();
            }
        }
        browser.close().await.unwrap();
    }
}

#[test]
fn nothing_comes_from_elsewhere_and_nothing_runs() {
    for name in PAGES {
        let html = std::fs::read_to_string(page(name)).unwrap();
        for never in [
            "<script", "http:", "https:", "//www", " onclick", " onload", "url(", "@import", "<img",
        ] {
            assert!(!html.contains(never), "{name} has {never:?}");
        }
        assert!(html.contains("default-src 'none'"), "{name} has a policy");
        assert!(html.len() < 64 << 10, "{name}: {} bytes", html.len());
    }
}
