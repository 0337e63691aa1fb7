//! A paper in front of the camera, through the real window under WebKitWebDriver: on a computer without a
//! camera, and on one that draws what a camera would see.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use tests::{
    papers,
    screen::{Display, Window},
    world::{CODE, World},
};

#[tokio::test(flavor = "multi_thread")]
async fn without_a_camera_photos_of_the_computer_become_a_paper() {
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let photo = world.folder().join("photo.png");
    std::fs::write(&photo, papers::photo((400, 300), "").unwrap()).unwrap();
    let display = Display::start().unwrap();
    let mut window = Window::open(&display, stick.path()).await.unwrap();
    to_the_folder(&mut window).await;
    window.click("add-scan").await.unwrap();
    let said = window.told("scan-none").await.unwrap();
    assert!(said.contains("Aucune caméra"), "{said}");
    window.shoot("scan-none").await.unwrap();
    window
        .choose("scan-choose-input", &[&photo, &photo])
        .await
        .unwrap();
    for waits in [true, false] {
        window.on("scan-crop").await.unwrap();
        if waits {
            window.find("scan-waiting").await.unwrap();
            window.click("crop-turn").await.unwrap();
            window.gone("busy").await.unwrap();
            window.shoot("scan-crop").await.unwrap();
        } else {
            window.gone("scan-waiting").await.unwrap();
            window.gone("busy").await.unwrap();
        }
        window.click("crop-keep").await.unwrap();
    }
    keep_and_look(&mut window, 2).await;
    window.leave().await.unwrap();
}

/// The driver allows the camera by itself: what the window allows is tested in key-app/src/camera.rs.
#[tokio::test(flavor = "multi_thread")]
async fn what_a_camera_sees_becomes_a_paper() {
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let display = Display::start().unwrap();
    let mut window = Window::with_camera(&display, stick.path()).await.unwrap();
    to_the_folder(&mut window).await;
    window.click("add-scan").await.unwrap();
    window
        .until_attribute("sight", "data-state", "seen")
        .await
        .unwrap();
    window.shoot("scan-seen").await.unwrap();
    window.click("scan-take").await.unwrap();
    window.on("scan-crop").await.unwrap();
    window.click("crop-keep").await.unwrap();
    keep_and_look(&mut window, 1).await;
    window.leave().await.unwrap();
}

async fn to_the_folder(window: &mut Window) {
    window.click("lang-ok").await.unwrap();
    window.type_code(CODE).await.unwrap();
    window.click("door-papers").await.unwrap();
    window.click("folder-5").await.unwrap();
    window.on("folder").await.unwrap();
}

async fn keep_and_look(window: &mut Window, pages: usize) {
    window.on("scan-pages").await.unwrap();
    window.fill("scan-name", "Bail").await.unwrap();
    window.click("scan-keep").await.unwrap();
    window.told("scanned").await.unwrap();
    window
        .until("paper-0", |said| said.contains("Bail"))
        .await
        .unwrap();
    window.click("paper-0").await.unwrap();
    window
        .until_attribute("viewer", "data-state", "shown")
        .await
        .unwrap();
    window.shoot(&format!("scan-kept {pages}")).await.unwrap();
    if pages > 1 {
        let all = format!("Page 1 sur {pages}");
        window.until("page", |said| said == all).await.unwrap();
    }
}
