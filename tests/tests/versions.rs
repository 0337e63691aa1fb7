//! A newer version on a stick: what is signed is taken and nothing else, and whenever the stick is pulled out it
//! starts the old version or the new one, whole.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{
    contents::{OWN, Signature, Standing, contents},
    stick::Folder,
    update::{Refused, Updated, update},
};
use packing::folder::Built;
use release::{FRONT, LIST, SIGNATURE};
use semver::Version;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::Command,
};
use tests::{
    pulled::{End, Failing},
    report,
    version::{Signer, copy},
    volume::Volume,
};

fn put(signer: &Signer, stick: &Path, from: &Path) -> Result<Updated, Refused> {
    let key = signer.key().unwrap();
    update(stick, &Folder::new(stick), from, &key, None)
}

/// Puts key files on a stick, as if it opened a space.
fn give_away(stick: &Path) {
    for (place, (name, size)) in OWN.iter().enumerate() {
        let bytes = vec![u8::try_from(place).unwrap(); usize::try_from(*size).unwrap()];
        fs::write(stick.join(name), bytes).unwrap();
    }
}

fn own(stick: &Path) -> Vec<Vec<u8>> {
    let files = OWN
        .iter()
        .map(|(name, _)| fs::read(stick.join(name)).unwrap());
    files.collect()
}

/// The version that is started, after every file of it was checked.
fn started(signer: &Signer, stick: &Path) -> Version {
    signer.started(stick).unwrap()
}

/// What the screen that proves it would find wrong.
fn wrong(signer: &Signer, stick: &Path) -> BTreeMap<String, Standing> {
    let found = contents(stick, Some(&signer.key().unwrap())).unwrap();
    assert!(matches!(found.signature, Signature::Good(_)));
    let lines = found.files.into_iter();
    lines
        .filter(|line| !matches!(line.standing, Standing::Own | Standing::Listed))
        .map(|line| (line.name, line.standing))
        .collect()
}

#[test]
fn a_newer_version_is_started_and_the_key_files_stay() {
    let signer = Signer::new().unwrap();
    let stick = signer.stick("1.0.0", b"one", b"starts one").unwrap();
    give_away(&stick);
    let before = own(&stick);
    assert_eq!(wrong(&signer, &stick), BTreeMap::new());
    for (version, side) in [("1.1.0", "b"), ("1.2.0", "a"), ("1.10.0", "b")] {
        let from = signer
            .stick(version, version.as_bytes(), b"starts all")
            .unwrap();
        let to = Version::parse(version).unwrap();
        assert_eq!(
            put(&signer, &stick, &from).unwrap(),
            Updated::To(to.clone())
        );
        assert_eq!(started(&signer, &stick), to);
        assert_eq!(
            fs::read(stick.join(side).join("cle")).unwrap(),
            version.as_bytes()
        );
        assert_eq!(fs::read(stick.join(FRONT[0])).unwrap(), b"starts all");
        assert_eq!(wrong(&signer, &stick), BTreeMap::new());
        assert_eq!(
            put(&signer, &stick, &from.join("a")).unwrap(),
            Updated::Already(to)
        );
    }
    assert_eq!(own(&stick), before);
}

/// A folder on a disk says of each file whether it may be started; FAT and exFAT say it of all.
#[test]
fn what_was_written_may_be_started_also_on_a_disk() {
    let signer = Signer::new().unwrap();
    let stick = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let from = signer
        .stick("1.1.0", b"#!/bin/sh\nexit 7\n", b"#!/bin/sh\nexit 8\n")
        .unwrap();
    put(&signer, &stick, &from).unwrap();
    let code = |name: &str| Command::new(stick.join(name)).status().unwrap().code();
    assert_eq!(code("b/cle"), Some(7));
    assert_eq!(code("b/ouvrir-linux"), Some(8));
    assert_eq!(code("ouvrir-linux"), Some(8));
    // One that an earlier program put there.
    for name in ["b/cle", "ouvrir-linux"] {
        fs::set_permissions(stick.join(name), Permissions::from_mode(0o644)).unwrap();
    }
    put(&signer, &stick, &from).unwrap();
    assert_eq!((code("b/cle"), code("ouvrir-linux")), (Some(7), Some(8)));
}

#[test]
fn what_nobody_signed_so_is_not_taken() {
    let signer = Signer::new().unwrap();
    let stick = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let from = signer.stick("2.0.0", b"two", b"starts").unwrap();
    let version = from.join("a");
    let mut tried = 0;
    let mut refused = |what: &str| {
        let outcome = put(&signer, &stick, &version);
        assert!(
            matches!(outcome, Err(Refused::Source(_))),
            "{what}: {outcome:?}"
        );
        assert_eq!(started(&signer, &stick), Version::new(1, 0, 0));
        assert!(!stick.join("b").exists(), "{what}: nothing was written");
        tried += 1;
    };
    let files: Vec<_> = fs::read_dir(&version)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    assert_eq!(files.len(), 6);
    for file in files {
        let good = fs::read(&file).unwrap();
        let mut other = good.clone();
        other[good.len() / 2] ^= 1;
        fs::write(&file, &other).unwrap();
        refused(&format!("one bit of {}", file.display()));
        if !file.ends_with(LIST) {
            fs::remove_file(&file).unwrap();
            refused(&format!("no {}", file.display()));
        }
        fs::write(&file, &good).unwrap();
    }
    // Signed, but by somebody else; and signed for another list.
    let stranger = Signer::new().unwrap();
    let theirs = stranger.stick("2.0.0", b"two", b"starts").unwrap();
    let outcome = put(&signer, &stick, &theirs);
    assert!(matches!(
        outcome,
        Err(Refused::Source(release::Fault::OtherKey))
    ));
    let other = signer.stick("3.0.0", b"three", b"starts").unwrap();
    fs::copy(other.join("a").join(SIGNATURE), version.join(SIGNATURE)).unwrap();
    refused("the signature of another version");
    report::promise("versions.tampered", tried + 1, 0).unwrap();
}

#[test]
fn a_list_leads_to_no_other_place() {
    let signer = Signer::new().unwrap();
    let stick = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let from = tempfile::tempdir().unwrap();
    for name in ["cle-a.bin", ".hidden", "ouvrir-linux.neuf", "cl\u{e9}"] {
        let folder = from.path().join(name);
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join(name), "more").unwrap();
        packing::sign::list(&folder).unwrap();
        signer.sign(&folder, "2.0.0").unwrap();
        let outcome = put(&signer, &stick, &folder);
        assert!(
            matches!(&outcome, Err(Refused::Name(named)) if named == name),
            "{outcome:?}"
        );
    }
    // A name with a folder in it can only be written by hand.
    let folder = from.path().join("above/up");
    fs::create_dir_all(&folder).unwrap();
    fs::write(from.path().join("above/cle-a.bin"), "more").unwrap();
    let sum = wire::Hash::of(b"more").to_hex();
    fs::write(folder.join(LIST), format!("{sum}  ../cle-a.bin\n")).unwrap();
    signer.sign(&folder, "2.0.0").unwrap();
    assert!(matches!(
        put(&signer, &stick, &folder),
        Err(Refused::Name(_))
    ));
    assert_eq!(started(&signer, &stick), Version::new(1, 0, 0));
}

/// A stick with both systems' programs.
fn for_both(signer: &Signer, stick: &Path, version: &str) {
    let room = tempfile::tempdir().unwrap();
    let file = |name: &str| {
        let path = room.path().join(name);
        fs::write(&path, format!("{name} {version}")).unwrap();
        path
    };
    let pages = room.path().join("pages");
    fs::create_dir(&pages).unwrap();
    fs::write(pages.join("LISEZ-MOI.html"), version).unwrap();
    let built = Built {
        carried: None,
        linux: [file("cle"), file("ouvrir")],
        windows: Some([file("cle.exe"), file("ouvrir.exe"), file("loader")]),
        pages,
    };
    signer.lay_out(&built, stick, version).unwrap();
}

#[test]
fn a_version_without_the_program_of_a_computer_takes_none_away() {
    let signer = Signer::new().unwrap();
    let room = tempfile::tempdir().unwrap();
    let stick = room.path().join("stick");
    for_both(&signer, &stick, "1.0.0");
    let from = signer.stick("2.0.0", b"two", b"starts").unwrap();
    let refused = put(&signer, &stick, &from).unwrap_err();
    assert!(
        matches!(&refused, Refused::Lacks(name) if name == "cle.exe"),
        "{refused:?}"
    );
    assert!(refused.to_string().contains("for the same computers"));
    assert!(stick.join("ouvrir-windows.exe").exists() && !stick.join("b").exists());
    // One that has all of them is taken.
    let whole = room.path().join("whole");
    for_both(&signer, &whole, "2.0.0");
    put(&signer, &stick, &whole).unwrap();
    assert_eq!(started(&signer, &stick), Version::new(2, 0, 0));
    assert_eq!(wrong(&signer, &stick), BTreeMap::new());
}

#[test]
fn the_side_that_starts_most_is_not_written_over() {
    let signer = Signer::new().unwrap();
    let room = tempfile::tempdir().unwrap();
    let [old, newer, newest] = ["1.0.0", "1.1.0", "1.2.0"].map(|version| {
        let stick = room.path().join(version);
        for_both(&signer, &stick, version);
        stick
    });
    // The newer one starts here, and no more on Windows.
    put(&signer, &old, &newer).unwrap();
    fs::write(old.join("b/cle.exe"), "torn").unwrap();
    put(&signer, &old, &newest).unwrap();
    assert_eq!(fs::read(old.join("a/cle")).unwrap(), b"cle 1.0.0");
    assert_eq!(fs::read(old.join("b/cle")).unwrap(), b"cle 1.2.0");
    assert_eq!(wrong(&signer, &old), BTreeMap::new());

    // The only one starts on Windows, and no more here.
    fs::write(newer.join("a/cle"), "torn").unwrap();
    let key = signer.key().unwrap();
    let pulled = Failing::after(1, &Folder::new(&newer), End::Pulled);
    assert!(update(&newer, &pulled, &newest, &key, None).is_err());
    let side = release::Side::read(&newer.join("a"), Some(&key)).unwrap();
    side.unwrap().check("cle.exe").unwrap();
    put(&signer, &newer, &newest).unwrap();
    assert_eq!(started(&signer, &newer), Version::new(1, 2, 0));
}

#[test]
fn what_cannot_be_judged_is_not_written_over() {
    let signer = Signer::new().unwrap();
    let from = signer.stick("2.0.0", b"two", b"starts two").unwrap();
    let stranger = Signer::new().unwrap();
    let stick = stranger.stick("1.0.0", b"one", b"starts").unwrap();
    let refused = put(&signer, &stick, &from).unwrap_err();
    assert!(
        matches!(&refused, Refused::OtherKey(side) if side == "a"),
        "{refused:?}"
    );
    assert_eq!(started(&stranger, &stick), Version::new(1, 0, 0));
    assert_eq!(fs::read(stick.join(FRONT[0])).unwrap(), b"starts");

    // A list that cannot be read.
    let stick = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let list = stick.join("a").join(LIST);
    fs::remove_file(&list).unwrap();
    fs::create_dir(&list).unwrap();
    let refused = put(&signer, &stick, &from).unwrap_err();
    assert!(matches!(refused, Refused::Stick(_)), "{refused:?}");
    assert_eq!(fs::read(stick.join("a/cle")).unwrap(), b"one");
    assert!(!stick.join("b").exists());
}

#[test]
fn what_leads_off_the_stick_is_not_written() {
    let signer = Signer::new().unwrap();
    let from = signer.stick("2.0.0", b"two", b"starts two").unwrap();
    let stick = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let room = tempfile::tempdir().unwrap();
    let letter = room.path().join("cle");
    fs::write(&letter, "somebody's").unwrap();
    for name in ["ouvrir-linux.neuf", "cle-a.bin", "a/other", "b"] {
        let to = if name == "b" {
            room.path()
        } else {
            letter.as_path()
        };
        std::os::unix::fs::symlink(to, stick.join(name)).unwrap();
        let outcome = put(&signer, &stick, &from);
        let Err(Refused::NotAFile(named)) = outcome else {
            panic!("{name}: {outcome:?}")
        };
        assert!(named.ends_with(name), "{named}");
        fs::remove_file(stick.join(name)).unwrap();
    }
    assert_eq!(fs::read(&letter).unwrap(), b"somebody's");
    assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1);
    assert!(!stick.join("b").exists());
    put(&signer, &stick, &from).unwrap();
}

#[test]
fn an_older_version_is_taken_by_whoever_names_it() {
    let signer = Signer::new().unwrap();
    let key = signer.key().unwrap();
    let stick = signer.stick("2.0.0", b"two", b"starts").unwrap();
    give_away(&stick);
    let from = signer.stick("1.9.0", b"old", b"starts").unwrap();
    let outcome = put(&signer, &stick, &from);
    assert!(matches!(outcome, Err(Refused::Older { .. })), "{outcome:?}");
    let naming = |version: &str| {
        let named = Version::parse(version).unwrap();
        update(&stick, &Folder::new(&stick), &from, &key, Some(&named))
    };
    assert!(matches!(naming("1.8.0"), Err(Refused::Older { .. })));
    assert_eq!(started(&signer, &stick), Version::new(2, 0, 0));
    naming("1.9.0").unwrap();
    assert_eq!(started(&signer, &stick), Version::new(1, 9, 0));
    assert_eq!(wrong(&signer, &stick), BTreeMap::new());

    // Of one name, but another: whoever signs made a mistake.
    let again = Signer::stick(&signer, "1.9.0-x", b"other", b"starts").unwrap();
    signer.sign(&again.join("a"), "1.9.0").unwrap();
    let outcome = put(&signer, &stick, &again);
    assert!(matches!(outcome, Err(Refused::Another(_))), "{outcome:?}");
}

#[test]
fn pulled_out_in_any_change_it_starts_a_whole_version() {
    let signer = Signer::new().unwrap();
    let key = signer.key().unwrap();
    let old = signer
        .stick("1.0.0", b"the program", b"starts one")
        .unwrap();
    give_away(&old);
    let new = signer
        .stick("1.1.0", b"the newer program", b"starts two")
        .unwrap();
    let room = tempfile::tempdir().unwrap();
    let counted = room.path().join("counted");
    copy(&old, &counted).unwrap();
    let counting = Failing::after(u64::MAX, &Folder::new(&counted), End::Pulled);
    update(&counted, &counting, &new, &key, None).unwrap();
    // In each change after its first byte, in the middle, before its last, and after it.
    let ends = counting.lefts().into_iter().map(|left| u64::MAX - left);
    let mut cuts = BTreeSet::new();
    let mut begin = 0_u64;
    for end in ends {
        cuts.extend([
            begin + 1,
            begin.midpoint(end),
            (end - 1).max(begin + 1),
            end,
        ]);
        begin = end;
    }
    assert!(cuts.len() > 30, "{} cuts", cuts.len());
    let mut rounds = 0;
    for cut in cuts {
        let stick = room.path().join("stick");
        copy(&old, &stick).unwrap();
        let pulled = Failing::after(cut, &Folder::new(&stick), End::Pulled);
        let outcome = update(&stick, &pulled, &new, &key, None);
        assert!(
            outcome.is_err() && pulled.ended(),
            "cut at {cut}: {outcome:?}"
        );
        let version = started(&signer, &stick);
        assert!(
            [Version::new(1, 0, 0), Version::new(1, 1, 0)].contains(&version),
            "cut at {cut}"
        );
        // What people look for is there, or whole under the name it has meanwhile.
        for name in ["ouvrir-linux", "LISEZ-MOI.html"] {
            let whole = [&old, &new].map(|from| fs::read(from.join(name)).unwrap());
            let there = fs::read(stick.join(name))
                .unwrap_or_else(|_| fs::read(stick.join(format!("{name}.neuf"))).unwrap());
            assert!(whole.contains(&there), "cut at {cut}: {name}");
        }
        assert_eq!(own(&stick), own(&old), "cut at {cut}");
        // The same call goes on.
        put(&signer, &stick, &new).unwrap();
        assert_eq!(started(&signer, &stick), Version::new(1, 1, 0));
        assert_eq!(wrong(&signer, &stick), BTreeMap::new(), "cut at {cut}");
        fs::remove_dir_all(&stick).unwrap();
        rounds += 1;
    }
    report::promise("pulled_out.update", rounds, 0).unwrap();
}

#[test]
fn pulled_out_for_real_it_starts_a_whole_version() {
    if !Volume::possible() {
        eprintln!("this machine mounts no stick: skipped");
        return;
    }
    let signer = Signer::new().unwrap();
    let key = signer.key().unwrap();
    let program: Vec<u8> = (0..200_000_u32)
        .map(|each| u8::try_from(each % 251).unwrap())
        .collect();
    let old = signer
        .stick("1.0.0", b"the program", b"starts one")
        .unwrap();
    give_away(&old);
    let new = signer.stick("1.1.0", &program, b"starts two").unwrap();
    let mut volume = Volume::mount().unwrap();
    copy(&old, &volume.path()).unwrap();
    let mut rounds = 0;
    // What is there already is not written again: each time it comes a little further.
    for cut in [1, 20, 60, 100_000, 200_040, 10, 90, 200, 40, 300] {
        let stick = volume.path();
        let pulled = Failing::after(cut, &Folder::new(&stick), End::Pulled);
        if update(&stick, &pulled, &new, &key, None).is_ok() {
            break;
        }
        volume.pull().unwrap();
        volume.plug_in().unwrap();
        started(&signer, &volume.path());
        assert_eq!(own(&volume.path()), own(&old), "cut at {cut}");
        rounds += 1;
    }
    assert!(rounds > 5, "{rounds} rounds");
    put(&signer, &volume.path(), &new).unwrap();
    assert_eq!(started(&signer, &volume.path()), Version::new(1, 1, 0));
    assert_eq!(wrong(&signer, &volume.path()), BTreeMap::new());
    report::promise("pulled_out.update_exfat", rounds, 0).unwrap();
}

#[test]
fn a_stick_that_is_full_keeps_what_it_had() {
    let signer = Signer::new().unwrap();
    let key = signer.key().unwrap();
    let stick = signer.stick("1.0.0", b"one", b"starts").unwrap();
    let from = signer.stick("2.0.0", &[7; 5_000], b"starts").unwrap();
    for (end, said) in [
        (End::Full, "cannot be written"),
        (End::ReadOnly, "read-only"),
    ] {
        let medium = Failing::after(1_000, &Folder::new(&stick), end);
        let refused = update(&stick, &medium, &from, &key, None).unwrap_err();
        assert!(refused.to_string().contains(said), "{refused}");
        assert_eq!(started(&signer, &stick), Version::new(1, 0, 0));
    }
}
