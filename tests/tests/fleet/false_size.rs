//! A stick that is smaller than it says is found, and nobody is handed it.

use crate::PROGRAMS;
use key_core::{
    fleet::{Capacity, Consent, Fault, Fleet, Ground, Probe, Refusal, State, Step},
    stick::Folder,
};
use tests::{
    report,
    volume::Volume,
    workshop::{Workshop, write, write_with},
    world::{TODAY, World},
    wrapping::{Behind, FalseSize},
    wrapping_disk::WrappingVolume,
};

const MB: usize = 1 << 20;

fn said(size: usize, real: usize, behind: Behind) -> FalseSize {
    FalseSize::new(size as u64, real, behind)
}

fn is_found(fleet: &Fleet, stick: &FalseSize, probe: Probe) {
    let found = write_with(fleet, stick, Consent::BlankOnly, probe);
    assert!(matches!(found, Err(Fault::Forgets(1))), "{found:?}");
    assert_eq!(fleet.rows()[0].state, Some(State::GivenUp));
}

#[tokio::test]
async fn a_false_size_is_found_by_marks_and_the_number_goes_on_another_stick() {
    let world = World::start().await.unwrap();
    let mut found = 0;
    for behind in [Behind::Wraps, Behind::Drops] {
        // From less than the programs take to half of what it says.
        for real in [32 << 10, 64 << 10, MB / 4, MB, 2 * MB, 4 * MB, 8 * MB] {
            let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
            let table_again = table.vouchers().join("bon-0009");
            std::fs::copy(table.vouchers().join("bon-0001"), table_again).unwrap();
            let fleet = table.fleet().unwrap();
            is_found(&fleet, &said(16 * MB, real, behind), Probe::Marks);
            let honest = said(16 * MB, 16 * MB, behind);
            let made = write_with(&fleet, &honest, Consent::BlankOnly, Probe::Marks).unwrap();
            assert_eq!((made.number, made.capacity), (1, Capacity::Marks));
            found += 1;
        }
    }
    report::promise("fleet.false_size", found, 0).unwrap();
}

/// FAT32 takes no file of 4 GiB, and most sticks of 16 GB are larger than that by more than half.
#[tokio::test]
async fn a_large_stick_is_tried_to_its_end_where_no_file_may_be_as_long() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    // It keeps the first of what it says.
    let stick = FalseSize::new(16 << 30, 64 * MB, Behind::Drops);
    is_found(&fleet, &stick, Probe::Marks);
}

/// The rooms between marks go too where the last one does not fit.
#[tokio::test]
async fn nothing_of_the_trial_stays_on_a_stick_that_is_ready() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let stick = said(300 * MB, 300 * MB, Behind::Drops).with_clusters(128 << 10);
    let made = write_with(
        &table.fleet().unwrap(),
        &stick,
        Consent::BlankOnly,
        Probe::Marks,
    );
    assert_eq!(made.unwrap().capacity, Capacity::Marks);
    let files = stick.files().unwrap();
    let tried = files.iter().filter(|(name, _)| name.starts_with("essai-"));
    assert_eq!(tried.count(), 0, "{files:?}");
}

#[tokio::test]
async fn filled_whole_any_false_size_is_found() {
    let world = World::start().await.unwrap();
    for behind in [Behind::Wraps, Behind::Drops] {
        for real in [3 * MB - 12_345, 5 * MB + 4_096, 6 * MB - 1] {
            let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
            let fleet = table.fleet().unwrap();
            is_found(&fleet, &said(6 * MB + 700_000, real, behind), Probe::Whole);
        }
    }
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let honest = said(6 * MB, 6 * MB, Behind::Drops);
    let made = write_with(
        &table.fleet().unwrap(),
        &honest,
        Consent::BlankOnly,
        Probe::Whole,
    );
    assert_eq!(made.unwrap().capacity, Capacity::Whole);
}

/// An hour of it at the table: whoever watches hears that it goes on, else the window shuts in the middle.
#[tokio::test]
async fn filling_and_reading_back_are_heard_all_along() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let stick = said(20 * MB, 20 * MB, Behind::Drops);
    let mut heard = Vec::new();
    let made = table.fleet().unwrap().write(
        &stick,
        Consent::BlankOnly,
        Probe::Whole,
        TODAY,
        &mut |_, step| heard.push(step),
    );
    assert_eq!(made.unwrap().capacity, Capacity::Whole);
    let written = heard
        .iter()
        .position(|step| *step == Step::Written)
        .unwrap();
    let filled = heard[..written].iter().rev();
    let filled = filled.take_while(|step| !matches!(step, Step::Writing { .. }));
    assert_eq!(filled.count(), 4, "{heard:?}");
    let read = &heard[written + 1..heard.len() - 1];
    assert_eq!(read.len(), 4, "{heard:?}");
    assert_eq!(heard.last(), Some(&Step::Verified));
}

#[tokio::test]
async fn one_that_says_it_is_too_small_is_refused_before_anything_is_written() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let small = said(100_000, 100_000, Behind::Drops);
    let fleet = table.fleet().unwrap();
    let refused = write(&fleet, &small);
    assert!(
        matches!(refused, Err(Fault::Volume(Refusal::TooSmall { needs, free: 100_000 })) if needs > 100_000),
        "{refused:?}"
    );
    assert_eq!(fleet.rows()[0].state, None);
}

/// Programs that take three megabytes: what a false size is found by must lie far apart.
const LARGE: [(&str, usize); 2] = [("cle", 2 * MB + 17), ("a/x", MB)];

#[tokio::test]
async fn a_false_size_is_found_on_a_mounted_stick_whose_system_remembers_what_was_written() {
    if !Volume::possible() {
        report::promise("fleet.mounted_false_size", 0, 0).unwrap();
        return;
    }
    let world = World::start().await.unwrap();
    let mut found = 0;
    // Nothing is reserved there: by default as much is tried as two versions take.
    for (real, probe) in [
        (4, Probe::Marks),
        (6, Probe::Marks),
        (8, Probe::Whole),
        (16, Probe::Whole),
    ] {
        let table = Workshop::of(&world, 1, 1, &LARGE).unwrap();
        let fleet = table.fleet().unwrap();
        let stick = WrappingVolume::mount(32 << 20, real * MB).unwrap();
        let written = write_with(
            &fleet,
            &Folder::new(stick.path()),
            Consent::BlankOnly,
            probe,
        );
        assert!(
            matches!(written, Err(Fault::Forgets(1))),
            "{real}: {written:?}"
        );
        assert_eq!(fleet.rows()[0].state, Some(State::GivenUp));
        found += 1;
    }
    for (probe, known) in [
        (Probe::Marks, Capacity::TwoVersions),
        (Probe::Whole, Capacity::Whole),
    ] {
        let table = Workshop::of(&world, 1, 1, &LARGE).unwrap();
        let honest = WrappingVolume::mount(32 << 20, 32 * MB).unwrap();
        let stick = Folder::new(honest.path());
        let fleet = table.fleet().unwrap();
        let made = write_with(&fleet, &stick, Consent::BlankOnly, probe).unwrap();
        assert_eq!(made.capacity, known);
    }
    report::promise("fleet.mounted_false_size", found, 0).unwrap();
}
