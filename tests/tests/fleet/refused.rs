//! What is not written on, and what is not written.

use crate::PROGRAMS;
use key_core::{
    Stick,
    fleet::{Consent, Fault, Fleet, Numbers, Probe, Refusal, State, Step, Unusable},
    stick::{Folder, Medium},
};
use std::fs;
use tests::{
    report,
    volume::Volume,
    workshop::{Workshop, write, write_with},
    world::{CODE, TODAY, World, first_opening, open},
};
use wire::{Realm, structure::VoucherKind};

fn told(fleet: &Fleet, stick: &Folder) -> Result<u32, Fault> {
    write_with(fleet, stick, Consent::EraseForeign, Probe::Written).map(|made| made.number)
}

fn refusal(outcome: Result<impl std::fmt::Debug, Fault>) -> Refusal {
    match outcome {
        Err(Fault::Volume(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn other_files_stay_unless_it_was_told_twice_and_then_nothing_of_them_is_left() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let stick = table.blank("cle").unwrap();
    let photos = stick.path().join("Photos de Samia");
    fs::create_dir(&photos).unwrap();
    for name in ["a.jpg", "b.jpg", "c.jpg", "d.jpg"] {
        fs::write(photos.join(name), "photo").unwrap();
    }
    let fleet = table.fleet().unwrap();
    match refusal(write(&fleet, &stick)) {
        Refusal::Foreign { count: 4, first } => assert_eq!(first.len(), 3),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read(photos.join("d.jpg")).unwrap(), b"photo");
    assert_eq!(told(&fleet, &stick).unwrap(), 1);
    assert!(!photos.exists());
}

#[tokio::test]
async fn what_leads_off_the_stick_is_not_written_whatever_was_told() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    let papers = table.programs().join("../papers");
    fs::create_dir(&papers).unwrap();
    let letter = papers.join("letter");
    fs::write(&letter, "the mediator's").unwrap();
    let mut refused = 0;
    for name in [
        "en-cours.txt",
        "cle-a.bin",
        "cle",
        "essai-0.bin",
        "other",
        "aide",
    ] {
        let stick = table.blank(&format!("link-{name}")).unwrap();
        let to = if name == "aide" { &papers } else { &letter };
        std::os::unix::fs::symlink(to, stick.path().join(name)).unwrap();
        for outcome in [
            write(&fleet, &stick).map(|made| made.number),
            told(&fleet, &stick),
        ] {
            assert_eq!(refusal(outcome), Refusal::NotAFile(name.to_owned()));
            refused += 1;
        }
        assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 1, "{name}");
    }
    // What only waits, as a device does.
    let stick = table.blank("device").unwrap();
    let _waits = std::os::unix::net::UnixListener::bind(stick.path().join("cle-b.bin")).unwrap();
    let outcome = refusal(told(&fleet, &stick));
    assert_eq!(outcome, Refusal::NotAFile("cle-b.bin".to_owned()));
    assert_eq!(fs::read(&letter).unwrap(), b"the mediator's");
    assert_eq!(fs::read_dir(&papers).unwrap().count(), 1);
    assert_eq!(refused, 12);
    assert_eq!(fleet.rows()[0].state, None::<State>);
}

/// A name that is no text, as ext4 takes it: no word erases that file, and the stick is not said to be empty of it.
#[tokio::test]
async fn a_file_whose_name_cannot_be_said_is_not_left_on_a_ready_stick() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    let stick = table.blank("cle").unwrap();
    let photo = stick.path().join(OsStr::from_bytes(b"Samia-\xe9t\xe9.jpg"));
    fs::write(&photo, "photo").unwrap();
    let shown = "Samia-\u{fffd}t\u{fffd}.jpg".to_owned();
    assert_eq!(refusal(told(&fleet, &stick)), Refusal::NotAFile(shown));
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 1);
    assert_eq!(fleet.rows()[0].state, None::<State>);
    fs::remove_file(&photo).unwrap();
    assert_eq!(told(&fleet, &stick).unwrap(), 1);
}

/// Somebody's letter may be called as a program is, or as what a fleet leaves in the middle.
#[tokio::test]
async fn a_name_makes_no_file_ours() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    for name in ["cle", "aide/lisez-moi.html", "en-cours.txt", "essai-1.bin"] {
        let stick = table
            .blank(&format!("own-{}", name.replace('/', "-")))
            .unwrap();
        let file = stick.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "a letter").unwrap();
        let expected = Refusal::Foreign {
            count: 1,
            first: vec![name.to_owned()],
        };
        assert_eq!(refusal(write(&fleet, &stick)), expected);
        assert_eq!(fs::read(&file).unwrap(), b"a letter");
    }
    // The program itself, byte for byte, is one.
    let stick = table.blank("copied").unwrap();
    fs::copy(table.programs().join("cle"), stick.path().join("cle")).unwrap();
    assert_eq!(write(&fleet, &stick).unwrap().number, 1);
    // In a folder that is no stick even that is somebody's, until the journal knows the folder.
    let folder = table.blank("folder").unwrap();
    fs::copy(table.programs().join("cle"), folder.path().join("cle")).unwrap();
    let alone = |ground: &Folder| write_with(&fleet, ground, Consent::EmptyOnly, Probe::Written);
    assert!(matches!(
        refusal(alone(&folder)),
        Refusal::Foreign { count: 1, .. }
    ));
    fs::remove_file(folder.path().join("cle")).unwrap();
    fs::create_dir(folder.path().join("photos")).unwrap();
    assert_eq!(alone(&folder).unwrap().number, 2);
    assert_eq!(alone(&folder).unwrap().number, 2);
    assert!(folder.path().join("photos").exists());
}

#[tokio::test]
async fn somebodys_stick_is_refused_whatever_was_told() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    let stick = table.blank("cle").unwrap();
    write(&fleet, &stick).unwrap();
    first_opening(&stick, CODE).await.unwrap();
    assert_eq!(refusal(told(&fleet, &stick)), Refusal::Somebody);
    // One copy is damaged: it still is.
    stick.write("cle-a.bin", b"torn").unwrap();
    assert_eq!(refusal(told(&fleet, &stick)), Refusal::Somebody);
    open(&stick, CODE).await.unwrap();
    // Both are: perhaps it still is.
    for name in ["cle-a.bin", "cle-b.bin"] {
        stick.write(name, b"torn").unwrap();
    }
    assert_eq!(refusal(told(&fleet, &stick)), Refusal::Damaged);
    // Wiped it is a blank one again, for the next number.
    Stick::new(stick.clone()).wipe().unwrap();
    assert_eq!(write(&fleet, &stick).unwrap().number, 2);
}

/// Whoever looks at the bytes of a stick that was told to go finds nothing of whoever had it.
#[tokio::test]
async fn what_was_told_to_go_is_written_over() {
    const LETTER: &str = "a letter that nobody else shall read. ";
    if !Volume::possible() {
        report::promise("fleet.written_over", 0, 0).unwrap();
        return;
    }
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let mut volume = Volume::mount().unwrap();
    let stick = Folder::new(volume.path());
    fs::create_dir(volume.path().join("papiers")).unwrap();
    fs::write(volume.path().join("papiers/a.txt"), LETTER.repeat(9_000)).unwrap();
    fs::write(volume.path().join("b.txt"), LETTER).unwrap();
    volume.take_out().unwrap();
    let found = |volume: &Volume| {
        let bytes = fs::read(volume.device()).unwrap();
        memchr::memmem::find_iter(&bytes, LETTER.trim()).count()
    };
    assert!(found(&volume) >= 9_001);
    volume.plug_in().unwrap();
    let consent = Consent::EraseForeign;
    write_with(&table.fleet().unwrap(), &stick, consent, Probe::Written).unwrap();
    volume.take_out().unwrap();
    assert_eq!(found(&volume), 0);
    report::promise("fleet.written_over", 1, 0).unwrap();
}

/// Nothing on a practice stick is real: told twice, it becomes one.
#[tokio::test]
async fn one_that_somebody_practised_with_becomes_a_real_one_where_it_was_told_twice() {
    let world = World::start().await.unwrap();
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let stick = table.blank("cle").unwrap();
    practice
        .stick_at(stick.path(), VoucherKind::Account)
        .unwrap();
    first_opening(&stick, CODE).await.unwrap();
    let fleet = table.fleet().unwrap();
    assert_eq!(refusal(write(&fleet, &stick)), Refusal::Practised);
    let alone = write_with(&fleet, &stick, Consent::EmptyOnly, Probe::Written);
    assert_eq!(refusal(alone), Refusal::Practised);
    open(&stick, CODE).await.unwrap();
    assert_eq!(told(&fleet, &stick).unwrap(), 1);
    first_opening(&stick, CODE).await.unwrap();
    assert_eq!(Stick::new(stick).realm().unwrap(), Realm::Prod);
}

#[tokio::test]
async fn one_prepared_elsewhere_is_refused_unless_it_was_told_twice() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let stick = table.blank("cle").unwrap();
    world.stick_at(stick.path(), VoucherKind::Account).unwrap();
    let fleet = table.fleet().unwrap();
    assert_eq!(refusal(write(&fleet, &stick)), Refusal::PreparedElsewhere);
    assert_eq!(told(&fleet, &stick).unwrap(), 1);
    first_opening(&stick, CODE).await.unwrap();
}

#[tokio::test]
async fn two_sticks_with_one_number_are_not_written_at_once() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    let (stick, twin) = (table.blank("cle").unwrap(), table.blank("twin").unwrap());
    write(&fleet, &stick).unwrap();
    for name in ["cle-a.bin", "cle-b.bin"] {
        fs::copy(stick.path().join(name), twin.path().join(name)).unwrap();
    }
    let mut refused = None;
    let (consent, probe) = (Consent::BlankOnly, Probe::Written);
    fleet
        .write(&stick, consent, probe, TODAY, &mut |_, step| {
            if step == Step::Written {
                refused = Some(write(&fleet, &twin));
            }
        })
        .unwrap();
    assert!(
        matches!(refused, Some(Err(Fault::Numbers(_)))),
        "{refused:?}"
    );
}

#[tokio::test]
async fn vouchers_that_do_not_count_are_named_and_why() {
    let world = World::start().await.unwrap();
    let other = World::start().await.unwrap();
    let practice = World::in_realm(Realm::Practice).await.unwrap();
    let mut table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    table.plan.numbers = Numbers::new(1, 3).unwrap();
    fs::remove_file(table.vouchers().join("bon-0000")).unwrap();
    let (account, days) = (VoucherKind::Account, 31);
    table.voucher(&world, "a-ended", account, 1).unwrap();
    table
        .voucher(&world, "b-slot", VoucherKind::Slot, days)
        .unwrap();
    table.voucher(&other, "c-other", account, days).unwrap();
    table
        .voucher(&practice, "d-practice", account, days)
        .unwrap();
    fs::write(table.vouchers().join("e-damaged"), "x").unwrap();
    table.voucher(&world, "f-good", account, days).unwrap();
    fs::copy(
        table.vouchers().join("f-good"),
        table.vouchers().join("g-twice"),
    )
    .unwrap();
    let fleet = table.fleet().unwrap();
    let later = TODAY + 2 * 86_400;
    let (consent, probe) = (Consent::BlankOnly, Probe::Written);
    let stick = table.blank("cle").unwrap();
    let made = fleet.write(&stick, consent, probe, later, &mut |_, _| {});
    assert_eq!(made.unwrap().number, 1);
    let more = table.blank("more").unwrap();
    let refused = fleet.write(&more, consent, probe, later, &mut |_, _| {});
    let Err(Fault::NoVoucher(mut files)) = refused else {
        panic!("{refused:?}")
    };
    files.sort_by(|a, b| a.0.cmp(&b.0));
    let whys: Vec<Unusable> = files.iter().map(|(_, why)| *why).collect();
    let expected = [
        Unusable::Ended,
        Unusable::OtherKind,
        Unusable::OtherStructure,
        Unusable::OtherRealm,
        Unusable::Damaged,
        Unusable::Used,
        Unusable::Twice,
    ];
    assert_eq!(whys, expected, "{files:?}");
    // A clock from before the officer was named.
    let (left, files) = fleet.vouchers(TODAY - 60 * 86_400).unwrap();
    assert_eq!(left, 0);
    assert!(files.contains(&("a-ended".to_owned(), Unusable::NotYet)));
    assert_eq!(fleet.rows()[1].state, None::<State>);
}

#[tokio::test]
async fn practice_vouchers_write_no_real_stick_nor_real_ones_a_practice_stick() {
    for (realm, wanted) in [
        (Realm::Practice, Realm::Prod),
        (Realm::Prod, Realm::Practice),
    ] {
        let world = World::in_realm(realm).await.unwrap();
        let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
        let table = table.in_realm(wanted);
        let refused = write(&table.fleet().unwrap(), &table.blank("cle").unwrap());
        assert!(matches!(refused, Err(Fault::Stick(_))), "{refused:?}");
    }
}

#[tokio::test]
async fn a_program_folder_that_is_not_its_list_is_refused_before_any_stick() {
    let world = World::start().await.unwrap();
    type Damage = fn(&std::path::Path);
    let damages: [(&str, Damage); 4] = [
        ("is not as the list says", |at| {
            fs::write(at.join("cle"), "x").unwrap()
        }),
        ("is missing", |at| fs::remove_file(at.join("cle")).unwrap()),
        ("is not on the list", |at| {
            fs::write(at.join("new"), "x").unwrap()
        }),
        ("there is no", |at| {
            fs::remove_file(at.join("liste.sha256")).unwrap()
        }),
    ];
    for (said, damage) in damages {
        let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
        damage(&table.programs());
        let refused = table.fleet().unwrap_err();
        assert!(
            matches!(&refused, Fault::Programs(why) if why.contains(said)),
            "{refused:?}"
        );
    }
}
