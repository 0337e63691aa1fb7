//! A newer version that comes onto the stick in use: on every screen that people have, and in the real window with the
//! stick pulled out meanwhile.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::stick::Folder;
use portal::{Settings, version::install};
use semver::Version;
use std::{fs, path::Path, process::Command};
use tests::{
    report,
    screen::{Chromium, Display, Window, everywhere, figure},
    version::{Signer, copy},
    volume::Volume,
    world::{CODE, World, first_opening, open},
};
use wire::structure::VoucherKind;

/// Bytes of the newer program.
const LONG: usize = 30 << 20;

fn started(signer: &Signer, stick: &Path) -> Version {
    signer.started(stick).unwrap()
}

fn put_up(world: &World, signer: &Signer, from: &Path) {
    let settings = Settings::read(&world.data()).unwrap();
    install(&settings, from, &signer.key().unwrap(), None).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn one_press_puts_the_newer_version_on_the_stick() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let signer = Signer::new().unwrap();
    let old = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let new = signer.stick("1.1.0", &vec![7; 3 << 20], b"starts").unwrap();
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let (stick, made) = world.new_space(&at("cle")).await.unwrap();
        drop(made);
        copy(&old, stick.path()).unwrap();
        put_up(&world, &signer, &new);
        let home = chromium.home_signed(&signer, stick.path(), language, size);
        let mut page = home.await.unwrap();
        page.find("newer").await.unwrap();
        page.seen(&at("home newer")).await.unwrap();
        let before = page.pressed();
        page.click("newer-see").await.unwrap();
        page.on("new-version").await.unwrap();
        page.find("newer-size").await.unwrap();
        page.seen(&at("new-version")).await.unwrap();
        // The portal's file is damaged: nothing changes, and the same press goes on later.
        let program = fs::read(new.join("a/cle")).unwrap();
        let kept = world.data().join("version");
        let kept = kept.join(wire::Hash::of(&program).to_hex());
        fs::write(&kept, b"other").unwrap();
        page.click("newer-take").await.unwrap();
        page.until("newer-news", |said| !said.is_empty())
            .await
            .unwrap();
        page.gone("busy").await.unwrap();
        page.find("newer-take").await.unwrap();
        page.seen(&at("new-version refused")).await.unwrap();
        assert_eq!(started(&signer, stick.path()), Version::new(1, 0, 0));
        fs::write(&kept, &program).unwrap();
        // Whoever looked at something else meanwhile still reads why.
        page.click("back").await.unwrap();
        page.click("newer-see").await.unwrap();
        page.told("newer-news").await.unwrap();
        page.click("newer-take").await.unwrap();
        page.click("newer-home").await.unwrap();
        page.on("home").await.unwrap();
        assert_eq!(page.pressed() - before, 6);
        page.gone("newer").await.unwrap();
        assert_eq!(started(&signer, stick.path()), Version::new(1, 1, 0));
        page.close().await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_was_cut_by_pulling_the_stick_out_goes_on() {
    if !Volume::possible() {
        report::promise("newer.real_window", 0, 0).unwrap();
        return;
    }
    let world = World::start().await.unwrap();
    let signer = Signer::new().unwrap();
    let old = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let new = signer
        .stick("1.1.0", &vec![7; LONG], b"starts two")
        .unwrap();
    let image = world.folder().join("image");
    fs::File::create(&image).unwrap().set_len(96 << 20).unwrap();
    let mut volume = Volume::of(&image).unwrap();
    let stick = world
        .stick_at(&volume.path(), VoucherKind::Account)
        .unwrap();
    drop(first_opening(&stick, CODE).await.unwrap());
    copy(&old, &volume.path()).unwrap();
    put_up(&world, &signer, &new);
    // The portal does not come to the end of the last file: it waits for one who writes it.
    let launcher = world.data().join("version");
    let launcher = launcher.join(wire::Hash::of(b"starts two").to_hex());
    fs::remove_file(&launcher).unwrap();
    let made = Command::new("mkfifo").arg(&launcher).status().unwrap();
    assert!(made.success());
    let display = Display::with_desktop().unwrap();
    let mut window = Window::home_signed(&display, &signer, &volume.path(), CODE)
        .await
        .unwrap();
    window.click("newer-see").await.unwrap();
    window.click("newer-take").await.unwrap();
    let moves = |said: &str| said.starts_with("99") || said.starts_with("100");
    window.until("newer-percent", moves).await.unwrap();
    window.shoot("new-version comes").await.unwrap();
    // The person looks at something else meanwhile: it goes on.
    window.click("back").await.unwrap();
    window.on("home").await.unwrap();
    window.click("newer-see").await.unwrap();
    window.find("newer-progress").await.unwrap();
    window.mark().await.unwrap();
    volume.take_out().unwrap();
    window.shut().await.unwrap();
    drop(fs::OpenOptions::new().write(true).open(&launcher).unwrap());
    put_up(&world, &signer, &new);
    volume.plug_in().unwrap();
    assert_eq!(started(&signer, &volume.path()), Version::new(1, 0, 0));
    // The same window goes on.
    window.click("open-again").await.unwrap();
    window.click("lang-ok").await.unwrap();
    window.type_code(CODE).await.unwrap();
    window.on("home").await.unwrap();
    window.click("newer-see").await.unwrap();
    let watch = tests::screen::Stopwatch::start();
    window.click("newer-take").await.unwrap();
    window.find("newer-home").await.unwrap();
    figure("newer_version_rest_s", watch.seconds()).unwrap();
    window.leave().await.unwrap();
    assert_eq!(started(&signer, &volume.path()), Version::new(1, 1, 0));
    open(&Folder::new(volume.path()), CODE).await.unwrap();
    report::promise("newer.real_window", 1, 0).unwrap();
}
