//! Figures on paper: each stands whole on one page, so that no heading is left alone at the end of another.

use super::enter;
use fantoccini::wd::PrintConfiguration;
use portal::staff::Role;
use tests::{screen::Chromium, world::World};

/// The same without what lines and cells are parted by.
fn run_on(text: &str) -> String {
    text.split_whitespace().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn on_paper_every_figure_stands_with_its_heading() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    desk.visit("/pro/chiffres").await.unwrap();
    desk.on("figures").await.unwrap();
    let read = "return [...document.querySelectorAll('.figure')].map((each) => each.textContent)";
    let figures = desk.ask(read).await.unwrap();
    let figures = figures.as_array().unwrap();
    // The longest is that of the themes, and every row of it is there where nothing was counted yet.
    assert!(figures.len() > 10, "{}", figures.len());
    let pdf = desk.client().print(PrintConfiguration::default());
    let printed = lopdf::Document::load_mem(&pdf.await.unwrap()).unwrap();
    let pages: Vec<_> = printed
        .get_pages()
        .into_keys()
        .map(|number| run_on(&printed.extract_text(&[number]).unwrap()))
        .collect();
    for figure in figures {
        let figure = figure.as_str().unwrap();
        let whole = pages.iter().filter(|page| page.contains(&run_on(figure)));
        assert_eq!(whole.count(), 1, "{figure} {pages:#?}");
    }
    desk.close().await.unwrap();
}
