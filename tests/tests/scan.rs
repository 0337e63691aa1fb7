//! A paper in front of the camera, in Chromium, on the real commands, a real portal and a real stick: looked at
//! by an accessibility checker in every size and language, by keyboard alone, and read back from the space.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::{
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    key::Key,
};
use std::{path::PathBuf, time::Duration};
use tests::{
    papers,
    screen::{Browser, Chromium, Page, VIEWS, everywhere},
    world::{CODE, World, open},
};
use wire::folder::Folder;

/// What a camera might write beside the pixels.
const PLACE: &str = "47.2184N-1.5536W";

#[tokio::test(flavor = "multi_thread")]
async fn every_screen_of_a_scan_is_accessible() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    for (language, view, size) in everywhere() {
        let mut page = chromium.open_with_camera(stick.path(), size).await.unwrap();
        let at = |screen: &str| format!("{screen} {language} {view}");
        to_the_camera(&mut page, language).await;
        page.accessible(&at("scan")).await.unwrap();
        page.shoot(&at("scan")).await.unwrap();
        page.click("scan-take").await.unwrap();
        page.on("scan-crop").await.unwrap();
        page.accessible(&at("scan-crop")).await.unwrap();
        page.shoot(&at("scan-crop")).await.unwrap();
        // Corners that go around nothing are explained, and can be mended.
        touch_beside_the_middle(&page).await;
        move_corner(&page, 0, &[(Key::Right, 12), (Key::Down, 12)]).await;
        page.click("crop-keep").await.unwrap();
        page.gone("busy").await.unwrap();
        page.told("crop-trouble").await.unwrap();
        page.accessible(&at("scan-crop refused")).await.unwrap();
        move_corner(&page, 0, &[(Key::Left, 30), (Key::Up, 30)]).await;
        let moved = page.text("said").await.unwrap();
        page.click("crop-turn").await.unwrap();
        page.until("said", |said| said != moved).await.unwrap();
        page.click("crop-keep").await.unwrap();
        page.on("scan-pages").await.unwrap();
        page.accessible(&at("scan-pages")).await.unwrap();
        page.shoot(&at("scan-pages")).await.unwrap();
        page.click("scan-page-0").await.unwrap();
        page.on("scan-page").await.unwrap();
        page.accessible(&at("scan-page")).await.unwrap();
        page.shoot(&at("scan-page")).await.unwrap();
        // From one screen of a scan to another nothing is lost, so nothing is asked.
        page.click("back").await.unwrap();
        page.on("scan-pages").await.unwrap();
        page.click("back").await.unwrap();
        page.find("unsent-stay").await.unwrap();
        page.click("unsent-stay").await.unwrap();
        page.click("scan-keep").await.unwrap();
        page.told("scanned").await.unwrap();
        page.accessible(&at("folder scanned")).await.unwrap();
        page.close().await.unwrap();

        let mut page = chromium.open(stick.path(), size).await.unwrap();
        to_the_folder(&mut page, language).await;
        page.click("add-scan").await.unwrap();
        page.told("scan-none").await.unwrap();
        assert!(!page.has("scan-take").await.unwrap());
        page.accessible(&at("scan none")).await.unwrap();
        page.shoot(&at("scan none")).await.unwrap();
        page.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_pages_are_photographed_by_keyboard_alone_and_shown() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let mut page = chromium
        .open_with_camera(stick.path(), VIEWS[1].1)
        .await
        .unwrap();
    to_the_folder(&mut page, "fr").await;
    page.press("add-scan").await.unwrap();
    seen(&page).await;
    page.press("scan-take").await.unwrap();
    page.on("scan-crop").await.unwrap();
    page.reach("corner-0").await.unwrap();
    for key in [Key::Right, Key::Right, Key::Down] {
        page.key(key).await.unwrap();
    }
    page.until("said", |said| said.contains('2') && said.contains('1'))
        .await
        .unwrap();
    assert_eq!(corner(&page, 0).await, (2, 1));
    // No corner leaves the photo.
    page.key(Key::Up).await.unwrap();
    page.key(Key::Up).await.unwrap();
    assert_eq!(corner(&page, 0).await, (2, 0));
    page.press("crop-keep").await.unwrap();
    page.on("scan-pages").await.unwrap();
    page.press("scan-add").await.unwrap();
    seen(&page).await;
    page.press("scan-take").await.unwrap();
    page.on("scan-crop").await.unwrap();
    page.press("crop-keep").await.unwrap();
    page.find("scan-page-1").await.unwrap();
    page.reach("scan-name").await.unwrap();
    page.fill("scan-name", "Avis").await.unwrap();
    page.press("scan-keep").await.unwrap();
    page.on("folder").await.unwrap();
    page.told("scanned").await.unwrap();
    page.press("paper-0").await.unwrap();
    page.until("title", |said| said == "Avis").await.unwrap();
    for last in ["1", "2"] {
        page.until_attribute("viewer", "data-state", "shown")
            .await
            .unwrap();
        page.until("page", |said| said == format!("Page {last} sur 2"))
            .await
            .unwrap();
        if last == "1" {
            page.press("page-after").await.unwrap();
        }
    }
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_camera_is_off_as_soon_as_nobody_looks() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let mut page = chromium
        .open_with_camera(stick.path(), VIEWS[0].1)
        .await
        .unwrap();
    to_the_camera(&mut page, "fr").await;
    for (away, then, again) in [("back", "folder", true), ("scan-take", "scan-crop", false)] {
        hold(&page, "live").await;
        page.click(away).await.unwrap();
        page.on(then).await.unwrap();
        assert_eq!(held(&page).await, "ended", "after {away}");
        if again {
            page.click("add-scan").await.unwrap();
            seen(&page).await;
        }
    }
    // Who takes another photo may leave from there: asked once, then shut, and the camera with it.
    page.click("crop-again").await.unwrap();
    seen(&page).await;
    hold(&page, "live").await;
    page.click("leave").await.unwrap();
    page.find("locked-left").await.unwrap();
    assert_eq!(held(&page).await, "ended", "after leaving");
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn photos_that_were_chosen_become_one_paper_without_a_word_about_themselves() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let photo = papers::photo((800, 600), PLACE).unwrap();
    assert!(holds(&photo, PLACE));
    let files = [
        write(&world, "un.png", &photo),
        write(&world, "texte.png", b"This is no picture."),
        write(&world, "deux.png", &photo),
    ];
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    to_the_folder(&mut page, "fr").await;
    page.click("add-scan").await.unwrap();
    page.told("scan-none").await.unwrap();
    let names = files.each_ref().map(PathBuf::as_path);
    page.choose("scan-choose-input", &names).await.unwrap();
    page.on("scan-crop").await.unwrap();
    page.find("scan-waiting").await.unwrap();
    // The first: what is blue alone. One corner is touched into its place, one dragged, all moved by keys.
    touch_beside_the_middle(&page).await;
    let (across, down) = corner(&page, 0).await;
    assert!(across.abs_diff(49) < 3 && down.abs_diff(49) < 3);
    move_corner(&page, 0, &[(Key::Right, 6), (Key::Down, 6)]).await;
    drag(&page, "corner-1", (0.0, 240.0)).await;
    let (across, down) = corner(&page, 1).await;
    assert!(across == 100 && down > 55, "{across}, {down}");
    move_corner(&page, 3, &[(Key::Right, 55)]).await;
    assert_eq!(corner(&page, 3).await, (55, 100));
    page.click("crop-keep").await.unwrap();
    // The second is no photo. The third comes next: it is turned to the right.
    page.until("said", str::is_empty).await.unwrap();
    page.gone("scan-waiting").await.unwrap();
    page.on("scan-crop").await.unwrap();
    page.click("crop-turn").await.unwrap();
    page.told("said").await.unwrap();
    page.click("crop-keep").await.unwrap();
    let refused = page.told("scan-refused").await.unwrap();
    assert!(refused.contains("texte"), "{refused}");
    // The last page is put first.
    page.click("scan-page-1").await.unwrap();
    page.on("scan-page").await.unwrap();
    page.click("scan-earlier").await.unwrap();
    page.until("title", |said| said == "Page 1 sur 2")
        .await
        .unwrap();
    page.click("back").await.unwrap();
    page.click("scan-keep").await.unwrap();
    page.told("scanned").await.unwrap();
    page.close().await.unwrap();

    let space = open(&stick, CODE).await.unwrap().space;
    let kept = space.list(Folder::from_code(FOLDER).unwrap());
    let [paper] = &kept[..] else {
        panic!("one paper is kept, not {}", kept.len());
    };
    assert_eq!(
        (&*paper.title, &*paper.media),
        ("Papier", "application/pdf")
    );
    let bytes = space.read(paper.folder, paper.id).await.unwrap();
    assert!(!holds(&bytes, PLACE) && !holds(&bytes, "Producer"));
    let pages = pictures(&bytes);
    let [turned, blue] = &pages[..] else {
        panic!("two pages, not {}", pages.len());
    };
    assert_eq!(turned.dimensions(), (600, 800));
    // What was lower left is upper left now: yellow.
    assert!(near(turned.get_pixel(100, 100).0, [220, 200, 40]));
    assert!(near(turned.get_pixel(500, 100).0, [200, 30, 30]));
    let (width, height) = blue.dimensions();
    assert!(width < 500 && height < 400, "{width} × {height}");
    assert!(blue.pixels().all(|pixel| near(pixel.0, [30, 30, 200])));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_takes_every_page_out_begins_again() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let photo = write(&world, "un.png", &papers::photo((64, 64), PLACE).unwrap());
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    to_the_folder(&mut page, "fr").await;
    page.click("add-scan").await.unwrap();
    page.choose("scan-choose-input", &[&photo]).await.unwrap();
    page.on("scan-crop").await.unwrap();
    page.click("crop-keep").await.unwrap();
    page.click("scan-page-0").await.unwrap();
    page.click("scan-remove").await.unwrap();
    page.find("remove-dialog").await.unwrap();
    page.accessible("scan remove").await.unwrap();
    page.click("remove-no").await.unwrap();
    page.gone("remove-dialog").await.unwrap();
    page.click("scan-remove").await.unwrap();
    page.click("remove-yes").await.unwrap();
    page.on("scan").await.unwrap();
    // There is nothing left to lose: nothing is asked.
    page.click("back").await.unwrap();
    page.on("folder").await.unwrap();
    page.find("folder-empty").await.unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn photos_that_wait_are_still_there_after_a_look_back() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let photo = write(&world, "photo.png", &papers::photo((400, 300), "").unwrap());
    let mut page = chromium.open(stick.path(), VIEWS[0].1).await.unwrap();
    to_the_folder(&mut page, "fr").await;
    page.click("add-scan").await.unwrap();
    page.choose("scan-choose-input", &[&photo, &photo, &photo])
        .await
        .unwrap();
    page.on("scan-crop").await.unwrap();
    // This one is not good; the two behind it wait, and are lost by nobody's press.
    page.click("crop-again").await.unwrap();
    page.on("scan").await.unwrap();
    page.until("scan-left", |said| said.contains('2'))
        .await
        .unwrap();
    page.accessible("scan left").await.unwrap();
    page.click("back").await.unwrap();
    page.find("unsent-dialog").await.unwrap();
    page.click("unsent-stay").await.unwrap();
    page.click("scan-go-on").await.unwrap();
    for _ in 0..2 {
        page.on("scan-crop").await.unwrap();
        page.gone("busy").await.unwrap();
        page.click("crop-keep").await.unwrap();
    }
    page.on("scan-pages").await.unwrap();
    page.find("scan-page-1").await.unwrap();
    page.close().await.unwrap();
}

/// Where everything here is put.
const FOLDER: u8 = 5;

async fn to_the_folder(page: &mut Browser, language: &str) {
    page.enter(language, CODE).await.unwrap();
    page.on("home").await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click(&format!("folder-{FOLDER}")).await.unwrap();
    page.on("folder").await.unwrap();
}

async fn to_the_camera(page: &mut Browser, language: &str) {
    to_the_folder(page, language).await;
    page.click("add-scan").await.unwrap();
    seen(page).await;
}

async fn seen(page: &Page) {
    page.on("scan").await.unwrap();
    page.until_attribute("sight", "data-state", "seen")
        .await
        .unwrap();
}

/// Holds on to what the camera gives: a picture and no sound.
async fn hold(page: &Page, state: &str) {
    let hold = "window.held = document.querySelector('video').srcObject.getTracks(); \
                return window.held.map((each) => each.kind).join()";
    assert_eq!(page.ask(hold).await.unwrap(), "video");
    assert_eq!(held(page).await, state);
}

async fn held(page: &Page) -> String {
    let state = page.ask("return window.held[0].readyState").await.unwrap();
    state.as_str().unwrap().to_owned()
}

/// Where a corner is, in hundredths of width and height.
async fn corner(page: &Page, place: usize) -> (u32, u32) {
    let style = format!(
        "const {{ insetInlineStart, insetBlockStart }} = \
         document.querySelector('[data-test=corner-{place}]').style; \
         return [insetInlineStart, insetBlockStart].map((part) => Math.round(parseFloat(part)))"
    );
    let parts = page.ask(&style).await.unwrap();
    serde_json::from_value(parts).unwrap()
}

async fn move_corner(page: &Page, place: usize, keys: &[(Key, usize)]) {
    let focus = format!("document.querySelector('[data-test=corner-{place}]').focus()");
    page.ask(&focus).await.unwrap();
    for (key, times) in keys {
        for _ in 0..*times {
            page.key(*key).await.unwrap();
        }
    }
}

/// A little to the upper left of the middle: the nearest corner is the upper left.
async fn touch_beside_the_middle(page: &Page) {
    let photo = in_sight(page, "crop").await;
    let touch = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveToElement {
            element: photo,
            duration: None,
            x: -6.0,
            y: -6.0,
        })
        .then(down())
        .then(up());
    page.client().perform_actions(touch).await.unwrap();
}

/// A mouse reaches only what is in sight.
async fn in_sight(page: &Page, name: &str) -> Element {
    let scroll = format!(
        "document.querySelector('[data-test={name}]').scrollIntoView({{ block: 'center' }})"
    );
    page.ask(&scroll).await.unwrap();
    page.find(name).await.unwrap()
}

async fn drag(page: &Page, name: &str, (x, y): (f64, f64)) {
    let held = in_sight(page, name).await;
    let drag = MouseActions::new("mouse".to_owned())
        .then(PointerAction::MoveToElement {
            element: held,
            duration: None,
            x: 0.0,
            y: 0.0,
        })
        .then(down())
        .then(PointerAction::MoveBy {
            duration: Some(Duration::from_millis(50)),
            x,
            y,
        })
        .then(up());
    page.client().perform_actions(drag).await.unwrap();
}

fn down() -> PointerAction {
    PointerAction::Down {
        button: MOUSE_BUTTON_LEFT,
    }
}

fn up() -> PointerAction {
    PointerAction::Up {
        button: MOUSE_BUTTON_LEFT,
    }
}

/// The picture of each page, in their order, as another program's library finds them.
fn pictures(pdf: &[u8]) -> Vec<image::RgbImage> {
    let read = lopdf::Document::load_mem(pdf).unwrap();
    let pages = read.get_pages();
    let picture = |id| {
        let images = read.get_page_images(id).unwrap();
        image::load_from_memory(images[0].content)
            .unwrap()
            .into_rgb8()
    };
    pages.values().map(|id| picture(*id)).collect()
}

/// As far as a JPEG keeps colours.
fn near(seen: [u8; 3], wanted: [u8; 3]) -> bool {
    seen.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 40)
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes
        .windows(words.len())
        .any(|window| window == words.as_bytes())
}

fn write(world: &World, name: &str, bytes: &[u8]) -> PathBuf {
    let path = world.folder().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}
