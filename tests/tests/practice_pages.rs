//! Practice sticks in the helper view: Chromium, the real commands, two real portals, and real volumes that are plugged
//! in and pulled out.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{
    Stick,
    contents::write_list,
    help::Role,
    practice,
    stick::{Folder, Medium, Stage},
};
use std::{fs, path::PathBuf};
use tempfile::TempDir;
use tests::{
    report,
    screen::{Browser, Chromium, VIEWS, everywhere},
    volume::{Volume, as_sticks},
    workshop::Workshop,
    world::{CODE, OTHER_CODE, World, first_opening, open},
};
use wire::{Realm, structure::VoucherKind};

/// A mediator of a real structure, with vouchers of a practice one.
struct Bench {
    world: World,
    practice: World,
    table: Workshop,
    stick: PathBuf,
    chromium: Chromium,
    computer: TempDir,
}

impl Bench {
    async fn lay(vouchers: u32) -> Self {
        let world = World::start().await.unwrap();
        let practice = World::in_realm(Realm::Practice).await.unwrap();
        let (stick, made) = world.new_space("nadia").await.unwrap();
        let space = &made.opened.space;
        world.certify(space, "Nadia", Role::Mediator).await.unwrap();
        let table = Workshop::of(&practice, 1, vouchers, &[]).unwrap();
        let chromium = Chromium::start().await.unwrap();
        std::os::unix::fs::symlink(table.vouchers(), chromium.saved("bons")).unwrap();
        Self {
            world,
            practice,
            table,
            stick: stick.path().to_owned(),
            chromium,
            computer: tempfile::tempdir().unwrap(),
        }
    }

    async fn laid_out(&self, language: &str, size: (u32, u32, u32)) -> Browser {
        let home = self
            .chromium
            .home_at(self.computer.path(), &self.stick, language, size);
        let mut page = home.await.unwrap();
        for press in ["door-people", "people-fleet", "to-practice"] {
            page.click(press).await.unwrap();
        }
        page.on("practice").await.unwrap();
        page
    }

    /// Volumes that hang on this computer, and are out.
    fn volumes<const N: usize>(&self) -> [Volume; N] {
        let volumes = [(); N].map(|()| Volume::mount().unwrap());
        as_sticks(&volumes.each_ref(), self.computer.path()).unwrap();
        volumes
    }

    fn vouchers(&self) -> usize {
        let names = fs::read_dir(self.table.vouchers()).unwrap();
        let is_one = |name: &fs::DirEntry| name.file_name().to_string_lossy().starts_with("bon-");
        names.filter(|name| is_one(name.as_ref().unwrap())).count()
    }
}

/// What lies in the space of a practice stick: that of an invented person, and of nobody else.
async fn is_somebody(stick: &Volume, person: &str) {
    let folder = Folder::new(stick.path());
    assert_eq!(Stick::new(folder.clone()).realm().unwrap(), Realm::Practice);
    let opened = open(&folder, practice::CODE).await.unwrap();
    let papers = (opened.space.everything()).filter(|view| view.kind.is_paper());
    let titles: Vec<_> = papers.map(|view| view.title.clone()).collect();
    assert!(titles.len() > 3, "{person}: {titles:?}");
    assert!(titles.iter().all(|title| title.starts_with("EXERCICE")));
}

/// As on the first day: never opened, its code changed, and after another exercise. Each by one press.
#[tokio::test(flavor = "multi_thread")]
async fn each_practice_stick_is_as_on_the_first_day_after_one_press() {
    if !Volume::possible() {
        report::promise("practice.window", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(3).await;
    let mut sticks = bench.volumes::<3>();
    for stick in &sticks {
        let (at, account) = (stick.path(), VoucherKind::Account);
        bench.practice.stick_at(&at, account).unwrap();
    }
    // Somebody who practised chose another code, and nobody knows it any more.
    let changed = Folder::new(sticks[1].path());
    first_opening(&changed, OTHER_CODE).await.unwrap();
    for stick in &mut sticks {
        stick.take_out().unwrap();
    }
    let mut page = bench.laid_out("fr", VIEWS[0].1).await;
    page.click("practice-choose").await.unwrap();
    page.click("practice-lucien").await.unwrap();
    let before = page.pressed();
    for (line, stick) in sticks.iter_mut().enumerate() {
        let line = line + 1;
        stick.plug_in().unwrap();
        let row = format!("practice-stick-{line}");
        page.until_attribute(&row, "data-state", "practice")
            .await
            .unwrap();
        page.click(&format!("practice-reset-{line}")).await.unwrap();
    }
    for line in 1..=3 {
        let row = format!("practice-stick-{line}");
        page.until_attribute(&row, "data-state", "ready")
            .await
            .unwrap();
        let said = page.text(&row).await.unwrap();
        assert!(said.contains("Lucien") && said.contains("482907"), "{said}");
    }
    assert_eq!(page.pressed() - before, sticks.len(), "one press each");
    // Two were never opened, and began with the voucher that they had.
    page.until("practice-left", |said| said.contains("2 bons"))
        .await
        .unwrap();
    assert_eq!(bench.vouchers(), 2);
    page.seen("practice ready fr 1024").await.unwrap();
    for stick in &sticks {
        is_somebody(stick, "lucien").await;
    }
    // Again, as somebody else.
    page.click("practice-ana").await.unwrap();
    page.click("practice-reset-1").await.unwrap();
    page.until("practice-stick-1", |said| said.contains("Ana"))
        .await
        .unwrap();
    is_somebody(&sticks[0], "ana").await;
    assert_eq!(bench.vouchers(), 1);
    report::promise("practice.window", 4, 0).unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_practice_stick_is_left_alone() {
    if !Volume::possible() {
        report::promise("practice.window_refused", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(1).await;
    let mut sticks = bench.volumes::<5>();
    let real = Folder::new(sticks[0].path());
    let (account, at) = (VoucherKind::Account, sticks[1].path());
    bench.world.stick_at(real.path(), account).unwrap();
    first_opening(&real, CODE).await.unwrap();
    bench.world.stick_at(&at, account).unwrap();
    fs::write(sticks[2].path().join("lettre.txt"), "somebody's").unwrap();
    for name in ["cle-a.bin", "cle-b.bin"] {
        Folder::new(sticks[3].path()).write(name, b"torn").unwrap();
    }
    fs::write(sticks[4].path().join("cle"), "the program").unwrap();
    write_list(&sticks[4].path()).unwrap();
    let kept: Vec<_> = [&real.path().join("cle-a.bin"), &at.join("cle-a.bin")]
        .map(|file| fs::read(file).unwrap())
        .into();
    for stick in &mut sticks {
        stick.take_out().unwrap();
    }
    let mut page = bench.laid_out("fr", VIEWS[0].1).await;
    page.click("practice-choose").await.unwrap();
    let states = ["real", "real", "other", "damaged", "empty"];
    for (line, (stick, state)) in sticks.iter_mut().zip(states).enumerate() {
        let line = line + 1;
        stick.plug_in().unwrap();
        page.until_attribute(&format!("practice-stick-{line}"), "data-state", state)
            .await
            .unwrap();
        // Nothing says yet which structure an empty one could be of.
        let button = format!("practice-reset-{line}");
        assert!(!page.has(&button).await.unwrap(), "{state}");
    }
    page.seen("practice refused fr 1024").await.unwrap();
    let now = [&real.path().join("cle-a.bin"), &at.join("cle-a.bin")];
    let now: Vec<_> = now.map(|file| fs::read(file).unwrap()).into();
    assert_eq!(now, kept);
    open(&real, CODE).await.unwrap();
    report::promise("practice.window_refused", 5, 0).unwrap();
    page.close().await.unwrap();
}

/// Cut between the wiping and the preparing nothing on the stick says any more what it was; and a portal that is away, a
/// folder without a voucher, are said beside the stick.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_cut_begins_again_and_what_is_missing_is_said() {
    if !Volume::possible() {
        report::promise("practice.window_cut", 0, 0).unwrap();
        return;
    }
    let mut bench = Bench::lay(1).await;
    let mut sticks = bench.volumes::<2>();
    bench
        .practice
        .stick_at(&sticks[0].path(), VoucherKind::Account)
        .unwrap();
    first_opening(&Folder::new(sticks[0].path()), CODE)
        .await
        .unwrap();
    fs::write(sticks[1].path().join("cle"), "the program").unwrap();
    write_list(&sticks[1].path()).unwrap();
    for stick in &mut sticks {
        stick.take_out().unwrap();
    }
    let mut page = bench.laid_out("fr", VIEWS[0].1).await;
    page.click("practice-choose").await.unwrap();
    bench.practice.stop().await;
    let [used, wiped] = &mut sticks;
    used.plug_in().unwrap();
    page.click("practice-reset-1").await.unwrap();
    page.until_attribute("practice-stick-1", "data-state", "failed")
        .await
        .unwrap();
    let said = page.text("practice-stick-1").await.unwrap();
    assert!(said.contains("ne répond pas"), "{said}");
    assert_eq!(bench.vouchers(), 1, "no voucher is lost");
    used.take_out().unwrap();
    bench.practice.restart().await.unwrap();
    // The one that was wiped and not prepared, and the practice structure is known.
    wiped.plug_in().unwrap();
    page.click("practice-reset-2").await.unwrap();
    page.until_attribute("practice-stick-2", "data-state", "ready")
        .await
        .unwrap();
    is_somebody(wiped, "mariam").await;
    // What the portal's absence left: prepared with the voucher that went on the other one.
    used.plug_in().unwrap();
    page.click("practice-reset-3").await.unwrap();
    page.until_attribute("practice-stick-3", "data-state", "failed")
        .await
        .unwrap();
    let said = page.text("practice-stick-3").await.unwrap();
    assert!(said.contains("plus de bon"), "{said}");
    bench
        .table
        .voucher(&bench.practice, "bon-0002", VoucherKind::Account, 31)
        .unwrap();
    page.click("practice-reset-3").await.unwrap();
    page.until_attribute("practice-stick-3", "data-state", "ready")
        .await
        .unwrap();
    let folder = Folder::new(used.path());
    assert_eq!(Stick::new(folder).stage().unwrap(), Stage::Ready);
    is_somebody(used, "mariam").await;
    report::promise("practice.window_cut", 3, 0).unwrap();
    page.close().await.unwrap();
}

/// No practice stick has said whose the vouchers are: their folder does.
#[tokio::test(flavor = "multi_thread")]
async fn an_empty_stick_has_its_button_at_once_where_the_folder_says_whose_it_is() {
    if !Volume::possible() {
        report::promise("practice.window_named", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(2).await;
    bench.table.names(&bench.practice).unwrap();
    let other = World::in_realm(Realm::Practice).await.unwrap();
    let mut sticks = bench.volumes::<2>();
    fs::write(sticks[0].path().join("cle"), "the program").unwrap();
    write_list(&sticks[0].path()).unwrap();
    let at = sticks[1].path();
    other.stick_at(&at, VoucherKind::Account).unwrap();
    let kept = fs::read(at.join("cle-a.bin")).unwrap();
    for stick in &mut sticks {
        stick.take_out().unwrap();
    }
    let mut page = bench.laid_out("fr", VIEWS[0].1).await;
    page.click("practice-choose").await.unwrap();
    page.until("practice-left", |said| said.contains("2 bons"))
        .await
        .unwrap();
    let [empty, others] = &mut sticks;
    empty.plug_in().unwrap();
    page.until_attribute("practice-stick-1", "data-state", "empty")
        .await
        .unwrap();
    page.seen("practice empty fr 1024").await.unwrap();
    page.click("practice-reset-1").await.unwrap();
    page.until_attribute("practice-stick-1", "data-state", "ready")
        .await
        .unwrap();
    is_somebody(empty, "mariam").await;
    // A stick of another practice structure changes nothing of whose the folder is, and is left as it was.
    others.plug_in().unwrap();
    page.until_attribute("practice-stick-2", "data-state", "practice")
        .await
        .unwrap();
    page.until("practice-left", |said| said.contains("1 bon"))
        .await
        .unwrap();
    assert_eq!(fs::read(at.join("cle-a.bin")).unwrap(), kept);
    assert_eq!(bench.vouchers(), 1);
    report::promise("practice.window_named", 1, 0).unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn practice_sticks_are_on_screens_for_everybody() {
    if !Volume::possible() {
        report::promise("practice.window_everybody", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(1).await;
    let [mut stick] = bench.volumes::<1>();
    bench
        .practice
        .stick_at(&stick.path(), VoucherKind::Account)
        .unwrap();
    for (language, view, size) in everywhere() {
        stick.take_out().unwrap();
        let page = bench.laid_out(language, size).await;
        page.press("practice-choose").await.unwrap();
        page.find("practice-mariam").await.unwrap();
        stick.plug_in().unwrap();
        page.until_attribute("practice-stick-1", "data-state", "practice")
            .await
            .unwrap();
        page.ask("window.scrollTo(0, 0)").await.unwrap();
        page.seen(&format!("practice {language} {view}"))
            .await
            .unwrap();
        // The keyboard is enough.
        page.press("practice-reset-1").await.unwrap();
        page.until("said", |said| said.contains("482907"))
            .await
            .unwrap();
        page.close().await.unwrap();
        // For the next one, as it was.
        Stick::new(Folder::new(stick.path())).wipe().unwrap();
        bench
            .practice
            .stick_at(&stick.path(), VoucherKind::Account)
            .unwrap();
    }
    report::promise("practice.window_everybody", everywhere().count(), 0).unwrap();
}
