//! Sticks prepared in the helper view: Chromium, the real commands, a real portal, and real volumes that are plugged in
//! and pulled out.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{
    Stick,
    contents::{self, Standing},
    fleet::JOURNAL,
    help::Role,
    sheets::{Lent, lend, loan_key},
    stick::Folder,
};
use lopdf::Document;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use tests::{
    report,
    screen::{Browser, Chromium, Stopwatch, VIEWS, everywhere, task},
    volume::{Volume, as_sticks, said_of},
    workshop::Workshop,
    world::{CODE, World, first_opening, open},
    wrapping_disk::WrappingVolume,
};
use wire::{
    Realm,
    random::System,
    structure::{PRACTICE_LOCATOR, VoucherKind},
};

const PROGRAMS: [(&str, usize); 2] = [("cle", 70_001), ("aide/lisez-moi.html", 900)];
/// Five megabytes: time enough to pull a stick out, and more than a small one keeps.
const LARGE: [(&str, usize); 2] = [("cle", (4 << 20) + 17), ("aide/lisez-moi.html", 1 << 20)];

/// A mediator at a computer, with vouchers and a stick that has the programs.
struct Bench {
    world: World,
    table: Workshop,
    stick: PathBuf,
    chromium: Chromium,
    computer: TempDir,
}

impl Bench {
    async fn lay(count: u32, programs: &[(&str, usize)]) -> Self {
        let world = World::start().await.unwrap();
        let (stick, made) = world.new_space("nadia").await.unwrap();
        let space = &made.opened.space;
        world.certify(space, "Nadia", Role::Mediator).await.unwrap();
        let table = Workshop::of(&world, 41, count, programs).unwrap();
        for (name, _) in programs {
            let to = stick.path().join(name);
            fs::create_dir_all(to.parent().unwrap()).unwrap();
            fs::copy(table.programs().join(name), to).unwrap();
        }
        contents::write_list(stick.path()).unwrap();
        let chromium = Chromium::start().await.unwrap();
        std::os::unix::fs::symlink(table.vouchers(), chromium.saved("bons")).unwrap();
        Self {
            world,
            table,
            stick: stick.path().to_owned(),
            chromium,
            computer: tempfile::tempdir().unwrap(),
        }
    }

    fn sys(&self) -> &Path {
        self.computer.path()
    }

    async fn home(&self, language: &str, size: (u32, u32, u32)) -> Browser {
        let home = self
            .chromium
            .home_at(self.sys(), &self.stick, language, size);
        let page = home.await.unwrap();
        page.find("door-people").await.unwrap();
        page
    }

    /// From now on this is the folder that is chosen.
    fn offers(&self, vouchers: &Path) {
        let bons = self.chromium.saved("bons");
        fs::remove_file(&bons).unwrap();
        std::os::unix::fs::symlink(vouchers, bons).unwrap();
    }

    /// Before a folder is chosen.
    async fn at_the_fleet(&self, language: &str, size: (u32, u32, u32)) -> Browser {
        let mut page = self.home(language, size).await;
        page.click("door-people").await.unwrap();
        page.click("people-fleet").await.unwrap();
        page.on("fleet").await.unwrap();
        page
    }

    /// As far as the first stick.
    async fn begun(&self) -> Browser {
        let mut page = self.home("fr", VIEWS[0].1).await;
        for press in ["door-people", "people-fleet", "fleet-choose", "fleet-begin"] {
            page.click(press).await.unwrap();
        }
        page.find("fleet-stop").await.unwrap();
        page
    }
}

impl Bench {
    /// Waits until the journal says that the voucher of a number may lie on a stick.
    async fn begun_on(&self, number: u32) {
        let journal = self.table.vouchers().join(JOURNAL);
        let begun = format!("{{\"number\":{number},");
        let said = |line: &str| line.starts_with(&begun) && line.contains("\"begun\"");
        while !fs::read_to_string(&journal)
            .unwrap_or_default()
            .lines()
            .any(said)
        {
            tokio::task::yield_now().await;
        }
    }
}

fn is_clean(stick: &Path) {
    let found = contents::contents(stick, None).unwrap();
    assert!(found.list.is_some());
    let good = |standing| matches!(standing, Standing::Listed | Standing::Own);
    assert!(
        found.files.iter().all(|line| good(line.standing)),
        "{found:?}"
    );
}

/// Task 9: twelve keys, for each 2 clicks and 60 seconds at most.
#[tokio::test(flavor = "multi_thread")]
async fn twelve_sticks_are_plugged_in_and_are_ready() {
    const COUNT: usize = 12;
    if !Volume::possible() {
        report::promise("fleet.window", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(12, &PROGRAMS).await;
    let mut sticks: Vec<Volume> = (0..COUNT).map(|_| Volume::mount().unwrap()).collect();
    as_sticks(&sticks.iter().collect::<Vec<_>>(), bench.sys()).unwrap();
    for stick in &mut sticks {
        stick.take_out().unwrap();
    }
    let mut page = bench.home("fr", VIEWS[0].1).await;
    let (watch, before) = (Stopwatch::start(), page.pressed());
    page.click("door-people").await.unwrap();
    page.click("people-fleet").await.unwrap();
    page.click("fleet-choose").await.unwrap();
    page.until("fleet-vouchers", |said| said.contains("12 bons"))
        .await
        .unwrap();
    page.click("fleet-begin").await.unwrap();
    page.find("fleet-stop").await.unwrap();
    for stick in &mut sticks {
        stick.plug_in().unwrap();
    }
    page.until("fleet-news", |said| {
        said.contains("Toutes les clés sont prêtes")
    })
    .await
    .unwrap();
    page.fill("fleet-name", "Maison des droits").await.unwrap();
    page.fill("fleet-phone", "01 99 00 12 34").await.unwrap();
    page.click("fleet-labels").await.unwrap();
    page.told("fleet-saved").await.unwrap();
    page.click("fleet-cards").await.unwrap();
    page.until("fleet-saved", |_| {
        bench.chromium.saved("cartes.pdf").exists()
    })
    .await
    .unwrap();
    let clicks = page.pressed() - before;
    assert!(clicks <= 2 * COUNT, "{clicks}");
    // For each stick, as the target is.
    task(9, clicks.div_ceil(COUNT), watch.seconds() / 12.0).unwrap();
    let cards = Document::load(bench.chromium.saved("cartes.pdf")).unwrap();
    assert_eq!(cards.get_pages().len(), COUNT);
    let labels = fs::read(bench.chromium.saved("etiquettes.pdf")).unwrap();
    assert!(labels.starts_with(b"%PDF-"));
    let keys: BTreeSet<Vec<u8>> = sticks
        .iter()
        .map(|stick| fs::read(stick.path().join("cle-a.bin")).unwrap())
        .collect();
    assert_eq!(keys.len(), COUNT, "each has a voucher of its own");
    for stick in &sticks {
        is_clean(&stick.path());
    }
    page.seen("fleet done fr 1024").await.unwrap();
    first_opening(&Folder::new(sticks[0].path()), CODE)
        .await
        .unwrap();
    report::promise("fleet.window", COUNT, 0).unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_says_why_and_only_what_lies_on_a_stick_can_be_told_to_go() {
    if !Volume::possible() {
        report::promise("fleet.window_refused", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(3, &LARGE).await;
    let (person, _) = bench.world.new_space("samia").await.unwrap();
    let mut volumes: Vec<Volume> = (0..5).map(|_| Volume::mount().unwrap()).collect();
    let mut wraps = WrappingVolume::mount(32 << 20, 4 << 20).unwrap();
    let mut all: Vec<&Volume> = volumes.iter().collect();
    all.push(&wraps);
    as_sticks(&all, bench.sys()).unwrap();
    fs::write(volumes[0].path().join("lettre.txt"), "somebody's").unwrap();
    for name in ["cle-a.bin", "cle-b.bin"] {
        fs::copy(person.path().join(name), volumes[1].path().join(name)).unwrap();
    }
    let elsewhere = volumes[2].path();
    bench
        .world
        .stick_at(&elsewhere, VoucherKind::Account)
        .unwrap();
    said_of(&volumes[3], bench.sys(), "removable", false).unwrap();
    said_of(&volumes[4], bench.sys(), "ro", true).unwrap();
    for volume in &mut volumes {
        volume.take_out().unwrap();
    }
    wraps.take_out().unwrap();
    let mut page = bench.begun().await;
    let states = [
        "foreign",
        "somebody",
        "elsewhere",
        "notRemovable",
        "readOnly",
    ];
    for (line, (volume, state)) in volumes.iter_mut().zip(states).enumerate() {
        volume.plug_in().unwrap();
        page.until_attribute(&format!("fleet-line-{}", line + 1), "data-state", state)
            .await
            .unwrap();
    }
    wraps.plug_in().unwrap();
    page.until_attribute("fleet-line-6", "data-state", "forgets")
        .await
        .unwrap();
    let said = page.text("fleet-line-1").await.unwrap();
    assert!(said.contains("lettre.txt"), "{said}");
    page.seen("fleet refused fr 1024").await.unwrap();
    for line in [2, 4, 5, 6] {
        assert!(!page.has(&format!("fleet-erase-{line}")).await.unwrap());
    }
    // Told once is not told.
    page.click("fleet-erase-1").await.unwrap();
    page.seen("fleet-erase-dialog fr 1024").await.unwrap();
    page.click("fleet-erase-no").await.unwrap();
    assert!(volumes[0].path().join("lettre.txt").exists());
    for line in [1, 3] {
        page.click(&format!("fleet-erase-{line}")).await.unwrap();
        page.click("fleet-erase-yes").await.unwrap();
        page.until_attribute(&format!("fleet-line-{line}"), "data-state", "ready")
            .await
            .unwrap();
    }
    is_clean(&volumes[0].path());
    is_clean(&elsewhere);
    // What was somebody's still is.
    for name in ["cle-a.bin", "cle-b.bin"] {
        let (before, after) = (person.path().join(name), volumes[1].path().join(name));
        assert_eq!(fs::read(before).unwrap(), fs::read(after).unwrap());
    }
    report::promise("fleet.window_refused", 6, 0).unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stick_that_is_pulled_out_goes_on_and_the_portal_is_not_needed() {
    if !Volume::possible() {
        report::promise("fleet.window_pulled", 0, 0).unwrap();
        return;
    }
    let mut bench = Bench::lay(3, &LARGE).await;
    let (mut stick, mut lost) = (Volume::mount().unwrap(), Volume::mount().unwrap());
    as_sticks(&[&stick, &lost], bench.sys()).unwrap();
    stick.take_out().unwrap();
    lost.take_out().unwrap();
    let mut page = bench.begun().await;
    bench.world.stop().await;
    page.told("fleet-portal").await.unwrap();
    for (number, volume) in [(1, &mut stick), (2, &mut lost)] {
        volume.plug_in().unwrap();
        bench.begun_on(number).await;
        volume.take_out().unwrap();
        let row = format!("fleet-row-{number}");
        page.until_attribute(&row, "data-state", "begun")
            .await
            .unwrap();
        page.find(&format!("fleet-lost-{number}")).await.unwrap();
    }
    stick.plug_in().unwrap();
    page.until_attribute("fleet-row-1", "data-state", "ready")
        .await
        .unwrap();
    is_clean(&stick.path());
    // The other one is never seen again: its number is free, and its voucher spent.
    bench.world.restart().await.unwrap();
    page.click("fleet-lost-2").await.unwrap();
    page.seen("fleet-lost-dialog fr 1024").await.unwrap();
    page.click("fleet-lost-yes").await.unwrap();
    page.until_attribute("fleet-row-2", "data-state", "givenUp")
        .await
        .unwrap();
    // Stopped, all of it goes on another day.
    page.click("fleet-stop").await.unwrap();
    page.told("fleet-news").await.unwrap();
    page.click("fleet-choose").await.unwrap();
    page.until("fleet-vouchers", |said| said.contains("1 bon"))
        .await
        .unwrap();
    let first = page.ask("return document.querySelector('[data-test=fleet-first]').value");
    assert_eq!(first.await.unwrap(), "2");
    first_opening(&Folder::new(stick.path()), CODE)
        .await
        .unwrap();
    report::promise("fleet.window_pulled", 2, 0).unwrap();
    page.close().await.unwrap();
}

/// The mediator's own stick is one like the others to the computer, and none of them to the fleet.
#[tokio::test(flavor = "multi_thread")]
async fn the_stick_in_use_is_left_alone_and_leaving_ends_the_work() {
    if !Volume::possible() {
        report::promise("fleet.own_stick", 0, 0).unwrap();
        return;
    }
    let mut bench = Bench::lay(2, &PROGRAMS).await;
    let (own, mut blank) = (Volume::mount().unwrap(), Volume::mount().unwrap());
    as_sticks(&[&own, &blank], bench.sys()).unwrap();
    blank.take_out().unwrap();
    for entry in walkdir::WalkDir::new(&bench.stick).min_depth(1) {
        let entry = entry.unwrap();
        let to = own
            .path()
            .join(entry.path().strip_prefix(&bench.stick).unwrap());
        match entry.file_type().is_dir() {
            true => fs::create_dir(to).unwrap(),
            false => drop(fs::copy(entry.path(), to).unwrap()),
        }
    }
    bench.stick = own.path();
    let mut page = bench.begun().await;
    let before = fs::read(own.path().join("cle-a.bin")).unwrap();
    blank.plug_in().unwrap();
    page.until_attribute("fleet-line-1", "data-state", "ready")
        .await
        .unwrap();
    assert!(!page.has("fleet-line-2").await.unwrap());
    is_clean(&blank.path());
    assert_eq!(fs::read(own.path().join("cle-a.bin")).unwrap(), before);
    // Whoever writes holds the journal: it is free once the space is shut.
    assert!(bench.table.fleet().is_err());
    page.click("leave").await.unwrap();
    while bench.table.fleet().is_err() {
        tokio::task::yield_now().await;
    }
    report::promise("fleet.own_stick", 1, 0).unwrap();
    page.close().await.unwrap();
}

/// Two sticks with one number, and nobody knows whose is whose.
#[tokio::test(flavor = "multi_thread")]
async fn a_number_that_somebody_has_is_not_proposed_and_work_that_goes_on_is_seen_everywhere() {
    let bench = Bench::lay(3, &PROGRAMS).await;
    let mut page = bench.home("fr", VIEWS[0].1).await;
    for press in ["door-people", "to-notebook", "notebook-add"] {
        page.click(press).await.unwrap();
    }
    page.fill("loan-number", "41").await.unwrap();
    page.fill("loan-name", "Samia").await.unwrap();
    page.click("loan-keep").await.unwrap();
    page.find("loan-0").await.unwrap();
    page.click("back").await.unwrap();
    page.click("people-fleet").await.unwrap();
    page.click("fleet-choose").await.unwrap();
    page.find("fleet-first").await.unwrap();
    let first = page.ask("return document.querySelector('[data-test=fleet-first]').value");
    assert_eq!(first.await.unwrap(), "42");
    // Whoever prepares a stick that came back may take its number, and is told.
    page.refill("fleet-first", "40").await.unwrap();
    page.until("fleet-lent", |said| said.contains("41"))
        .await
        .unwrap();
    page.refill("fleet-count", "9").await.unwrap();
    page.find("fleet-fewer").await.unwrap();
    page.seen("fleet lent fr 1024").await.unwrap();
    // What is no number is said in the person's own words.
    page.refill("fleet-first", "0").await.unwrap();
    page.click("fleet-begin").await.unwrap();
    page.until("fleet-news", |said| said.contains("de 1 à 1000"))
        .await
        .unwrap();
    page.refill("fleet-first", "42").await.unwrap();
    page.click("fleet-begin").await.unwrap();
    page.find("fleet-stop").await.unwrap();
    assert!(!page.has("fleet-now").await.unwrap());
    page.click("back").await.unwrap();
    page.on("people").await.unwrap();
    page.find("fleet-now").await.unwrap();
    page.seen("people while sticks are written fr 1024")
        .await
        .unwrap();
    page.click("fleet-now").await.unwrap();
    page.click("fleet-stop").await.unwrap();
    page.click("back").await.unwrap();
    page.on("people").await.unwrap();
    assert!(!page.has("fleet-now").await.unwrap());
    report::promise("fleet.window_numbers", 1, 0).unwrap();
    page.close().await.unwrap();
}

/// The first number that is proposed.
async fn proposed(page: &Browser) -> serde_json::Value {
    page.find("fleet-first").await.unwrap();
    let first = page.ask("return document.querySelector('[data-test=fleet-first]').value");
    first.await.unwrap()
}

/// A mediator with a real stick, and a folder that says that its vouchers are for practice.
#[tokio::test(flavor = "multi_thread")]
async fn practice_sticks_are_made_with_a_real_stick_and_every_screen_says_so() {
    if !Volume::possible() {
        report::promise("fleet.window_practice", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(2, &PROGRAMS).await;
    // Somebody has the first real stick.
    let own = Folder::new(&bench.stick);
    let mut space = open(&own, CODE).await.unwrap().space;
    let loan = lend(None, None, "Samia".to_owned(), None, space.time());
    let (key, mut random) = (loan_key(Lent::Stick, 1).unwrap(), System::new());
    space.note_down(&key, loan, &mut random).await.unwrap();
    space.lock(&Stick::new(own), &mut random).await.unwrap();
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let table = Workshop::of(&practice, 1, 2, &[]).unwrap();
    table.names(&practice).unwrap();
    bench.offers(&table.vouchers());
    let (mut blank, mut letter) = (Volume::mount().unwrap(), Volume::mount().unwrap());
    as_sticks(&[&blank, &letter], bench.sys()).unwrap();
    fs::write(letter.path().join("lettre.txt"), "somebody's").unwrap();
    blank.take_out().unwrap();
    letter.take_out().unwrap();

    let mut page = bench.at_the_fleet("fr", VIEWS[0].1).await;
    assert!(!page.has("fleet-practice").await.unwrap());
    page.click("fleet-choose").await.unwrap();
    page.until("fleet-vouchers", |said| said.contains("2 bons"))
        .await
        .unwrap();
    page.until("title", |said| said.contains("d’entraînement"))
        .await
        .unwrap();
    page.find("fleet-practice").await.unwrap();
    // The numbers are the folder's own: the notebook of real sticks has nothing to do with them.
    assert_eq!(proposed(&page).await, "1");
    assert!(!page.has("fleet-lent").await.unwrap() && !page.has("fleet-unusable").await.unwrap());
    page.seen("fleet practice offer fr 1024").await.unwrap();
    page.click("fleet-begin").await.unwrap();
    page.find("fleet-stop").await.unwrap();
    blank.plug_in().unwrap();
    page.until_attribute("fleet-line-1", "data-state", "ready")
        .await
        .unwrap();
    letter.plug_in().unwrap();
    page.until_attribute("fleet-line-2", "data-state", "foreign")
        .await
        .unwrap();
    page.find("fleet-practice").await.unwrap();
    page.seen("fleet practice fr 1024").await.unwrap();
    page.click("fleet-erase-2").await.unwrap();
    page.find("fleet-practice").await.unwrap();
    page.seen("fleet practice dialog fr 1024").await.unwrap();
    page.click("fleet-erase-no").await.unwrap();
    page.fill("fleet-name", "Maison des droits").await.unwrap();
    page.fill("fleet-phone", "01 99 00 12 34").await.unwrap();
    page.click("fleet-labels").await.unwrap();
    page.told("fleet-saved").await.unwrap();
    let labels = Document::load(bench.chromium.saved("etiquettes.pdf")).unwrap();
    let text = labels.extract_text(&[1]).unwrap();
    assert_eq!(text.matches("ENTRAÎNEMENT").count(), 2, "{text}");
    // The space itself is a real one: elsewhere only the way back says what is prepared.
    page.click("back").await.unwrap();
    page.until("fleet-now", |said| said.contains("d’entraînement"))
        .await
        .unwrap();
    assert!(!page.has("fleet-practice").await.unwrap() && !page.has("practice").await.unwrap());
    page.click("fleet-now").await.unwrap();
    page.find("fleet-practice").await.unwrap();
    page.click("fleet-stop").await.unwrap();
    page.gone("fleet-practice").await.unwrap();
    is_clean(&blank.path());
    let stick = Folder::new(blank.path());
    assert_eq!(Stick::new(stick.clone()).realm().unwrap(), Realm::Practice);
    let made = first_opening(&stick, CODE).await.unwrap();
    assert_eq!(made.opened.space.realm(), Realm::Practice);
    // The real vouchers are as they were, and their numbers too.
    bench.offers(&bench.table.vouchers());
    page.click("fleet-choose").await.unwrap();
    page.until("fleet-vouchers", |said| said.contains("2 bons"))
        .await
        .unwrap();
    assert_eq!(proposed(&page).await, "2");
    assert!(!page.has("fleet-practice").await.unwrap());
    assert!(!bench.table.vouchers().join(JOURNAL).exists());
    report::promise("fleet.window_practice", 1, 0).unwrap();
    page.close().await.unwrap();
}

/// Whatever is wrong with a folder is said as it is chosen, and nothing can be begun.
#[tokio::test(flavor = "multi_thread")]
async fn a_folder_of_practice_vouchers_that_is_wrong_is_refused_in_words() {
    let bench = Bench::lay(1, &PROGRAMS).await;
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let other = World::in_realm(Realm::Practice).await.unwrap();
    let table = Workshop::of(&practice, 1, 1, &[]).unwrap();
    let (vouchers, account) = (table.vouchers(), VoucherKind::Account);
    bench.offers(&vouchers);
    let mut page = bench.at_the_fleet("fr", VIEWS[0].1).await;
    // Written before folders said it: they go on as before, and it is said what is missing.
    page.click("fleet-choose").await.unwrap();
    page.until("fleet-unnamed", |said| said.contains("practice-locator"))
        .await
        .unwrap();
    assert!(!page.has("fleet-begin").await.unwrap());
    page.seen("fleet practice unnamed fr 1024").await.unwrap();

    let locator = vouchers.join(PRACTICE_LOCATOR);
    let mut refused = 0;
    for (why, said) in [
        ("torn", "abîmé ou faux"),
        ("real", "n’est pas pour l’entraînement"),
        ("other", "ne vont pas avec"),
        ("real voucher", "vrais bons"),
        ("mixed", "de plusieurs structures"),
    ] {
        match why {
            "torn" => fs::write(&locator, "torn").unwrap(),
            "real" => {
                let real = bench.world.structure.public().locator;
                fs::write(&locator, wire::encode(&real)).unwrap();
            }
            "other" => table.names(&other).unwrap(),
            "real voucher" => {
                table.names(&practice).unwrap();
                table.voucher(&bench.world, "autre", account, 31).unwrap();
            }
            _ => table.voucher(&other, "autre", account, 31).unwrap(),
        }
        page.click("fleet-choose").await.unwrap();
        page.until("fleet-news", |news| {
            news.contains(said) && news.contains("Rien n’est écrit")
        })
        .await
        .unwrap();
        for name in ["fleet-begin", "fleet-vouchers", "fleet-practice"] {
            assert!(!page.has(name).await.unwrap(), "{why}: {name}");
        }
        page.seen(&format!("fleet practice {why} fr 1024"))
            .await
            .unwrap();
        // Where practice sticks are made anew the same folder is refused in the same words.
        page.click("to-practice").await.unwrap();
        page.click("practice-choose").await.unwrap();
        page.until("practice-news", |news| news.contains(said))
            .await
            .unwrap();
        page.click("back").await.unwrap();
        page.on("fleet").await.unwrap();
        refused += 1;
    }
    // Another folder than the one that was shown: what was shown is not what would be written.
    fs::remove_file(vouchers.join("autre")).unwrap();
    page.click("fleet-choose").await.unwrap();
    page.find("fleet-practice").await.unwrap();
    fs::remove_file(&locator).unwrap();
    page.click("fleet-begin").await.unwrap();
    page.until("fleet-news", |news| news.contains("a changé"))
        .await
        .unwrap();
    assert!(!page.has("fleet-stop").await.unwrap());
    let names = fs::read_dir(&vouchers).unwrap().count();
    assert_eq!(names, 1, "nothing was begun in it");
    report::promise("fleet.window_folders", refused + 1, 0).unwrap();
    page.close().await.unwrap();
}

/// Whoever practises with a practice stick makes no real one.
#[tokio::test(flavor = "multi_thread")]
async fn a_practice_stick_in_use_takes_no_real_voucher() {
    let real = World::start().await.unwrap();
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let (stick, made) = practice.new_space("nadia").await.unwrap();
    let space = &made.opened.space;
    practice
        .certify(space, "Nadia", Role::Mediator)
        .await
        .unwrap();
    drop(made);
    let table = Workshop::of(&real, 1, 2, &[]).unwrap();
    let chromium = Chromium::start().await.unwrap();
    std::os::unix::fs::symlink(table.vouchers(), chromium.saved("bons")).unwrap();
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    for press in ["door-people", "people-fleet", "fleet-choose"] {
        page.click(press).await.unwrap();
    }
    page.until("fleet-unusable", |said| {
        said.contains("ne se mélangent pas")
    })
    .await
    .unwrap();
    for name in ["fleet-begin", "fleet-unnamed"] {
        assert!(!page.has(name).await.unwrap(), "{name}");
    }
    page.find("practice").await.unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn practice_sticks_are_prepared_on_screens_for_everybody() {
    if !Volume::possible() {
        report::promise("fleet.window_practice_everybody", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(1, &PROGRAMS).await;
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let table = Workshop::of(&practice, 1, 6, &[]).unwrap();
    table.names(&practice).unwrap();
    let mut blank = Volume::mount().unwrap();
    as_sticks(&[&blank], bench.sys()).unwrap();
    for (language, view, size) in everywhere() {
        let seen = |screen: &str| format!("{screen} {language} {view}");
        blank.take_out().unwrap();
        bench.offers(&bench.table.vouchers());
        let page = bench.at_the_fleet(language, size).await;
        // With the keyboard alone.
        page.press("fleet-choose").await.unwrap();
        page.find("fleet-begin").await.unwrap();
        bench.offers(&table.vouchers());
        page.press("fleet-choose").await.unwrap();
        page.find("fleet-practice").await.unwrap();
        page.ask("window.scrollTo(0, 0)").await.unwrap();
        page.seen(&seen("fleet practice offer")).await.unwrap();
        page.press("fleet-begin").await.unwrap();
        page.find("fleet-stop").await.unwrap();
        blank.plug_in().unwrap();
        page.until_attribute("fleet-line-1", "data-state", "ready")
            .await
            .unwrap();
        page.ask("window.scrollTo(0, 0)").await.unwrap();
        page.seen(&seen("fleet practice at work")).await.unwrap();
        page.press("fleet-stop").await.unwrap();
        page.told("fleet-news").await.unwrap();
        page.close().await.unwrap();
    }
    report::promise("fleet.window_practice_everybody", everywhere().count(), 0).unwrap();
}

/// A certificate ends after ninety days, or with its officer: the structure must find again who has what.
#[tokio::test(flavor = "multi_thread")]
async fn the_notebook_is_found_without_a_certificate() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("nadia").await.unwrap();
    let mut space = made.opened.space;
    let loan = lend(None, None, "Samia".to_owned(), None, space.time());
    let key = loan_key(Lent::Stick, 41).unwrap();
    space
        .note_down(&key, loan, &mut System::new())
        .await
        .unwrap();
    drop(space);
    let chromium = Chromium::start().await.unwrap();
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-people").await.unwrap();
    page.click("to-notebook").await.unwrap();
    page.until("loan-0", |said| said.contains("Samia"))
        .await
        .unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sticks_are_prepared_on_screens_for_everybody() {
    if !Volume::possible() {
        report::promise("fleet.window_everybody", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(6, &PROGRAMS).await;
    fs::write(bench.table.vouchers().join("notice.txt"), "no voucher").unwrap();
    let (mut blank, mut letter) = (Volume::mount().unwrap(), Volume::mount().unwrap());
    as_sticks(&[&blank, &letter], bench.sys()).unwrap();
    fs::write(letter.path().join("lettre.txt"), "somebody's").unwrap();
    for (language, view, size) in everywhere() {
        let seen = |screen: &str| format!("{screen} {language} {view}");
        blank.take_out().unwrap();
        letter.take_out().unwrap();
        let mut page = bench.home(language, size).await;
        page.click("door-people").await.unwrap();
        page.find("people-fleet").await.unwrap();
        page.seen(&seen("people of a mediator")).await.unwrap();
        page.click("people-fleet").await.unwrap();
        page.on("fleet").await.unwrap();
        page.seen(&seen("fleet")).await.unwrap();
        page.click("fleet-choose").await.unwrap();
        page.find("fleet-unusable").await.unwrap();
        page.seen(&seen("fleet offer")).await.unwrap();
        page.refill("fleet-count", "2").await.unwrap();
        page.click("fleet-begin").await.unwrap();
        page.find("fleet-stop").await.unwrap();
        blank.plug_in().unwrap();
        page.until_attribute("fleet-line-1", "data-state", "ready")
            .await
            .unwrap();
        letter.plug_in().unwrap();
        page.until_attribute("fleet-line-2", "data-state", "foreign")
            .await
            .unwrap();
        page.ask("window.scrollTo(0, 0)").await.unwrap();
        page.seen(&seen("fleet at work")).await.unwrap();
        page.click("fleet-erase-2").await.unwrap();
        page.find("fleet-erase-dialog").await.unwrap();
        page.seen(&seen("fleet-erase-dialog")).await.unwrap();
        page.click("fleet-erase-no").await.unwrap();
        // What cannot be printed is said where it was asked.
        page.click("fleet-labels").await.unwrap();
        page.told("fleet-saved").await.unwrap();
        page.click("fleet-stop").await.unwrap();
        page.told("fleet-news").await.unwrap();
        page.close().await.unwrap();
    }
    report::promise("fleet.window_everybody", everywhere().count(), 0).unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sticks_are_prepared_with_the_keyboard_alone() {
    if !Volume::possible() {
        report::promise("fleet.window_keyboard", 0, 0).unwrap();
        return;
    }
    let bench = Bench::lay(1, &PROGRAMS).await;
    let mut letter = Volume::mount().unwrap();
    as_sticks(&[&letter], bench.sys()).unwrap();
    fs::write(letter.path().join("lettre.txt"), "somebody's").unwrap();
    letter.take_out().unwrap();
    let page = bench.home("fr", VIEWS[0].1).await;
    for press in ["door-people", "people-fleet", "fleet-choose", "fleet-begin"] {
        page.press(press).await.unwrap();
    }
    page.find("fleet-stop").await.unwrap();
    letter.plug_in().unwrap();
    // Said to whoever does not look.
    page.until("said", |said| said.contains("n’est pas vide"))
        .await
        .unwrap();
    page.press("fleet-erase-1").await.unwrap();
    page.press("fleet-erase-yes").await.unwrap();
    page.until("said", |said| said.contains("étiquette 1"))
        .await
        .unwrap();
    page.reach("fleet-name").await.unwrap();
    page.fill("fleet-name", "Maison").await.unwrap();
    page.fill("fleet-phone", "01 99 00 12 34").await.unwrap();
    page.press("fleet-cards").await.unwrap();
    page.until("fleet-saved", |said| said.contains("enregistré"))
        .await
        .unwrap();
    is_clean(&letter.path());
    report::promise("fleet.window_keyboard", 1, 0).unwrap();
    page.close().await.unwrap();
}
