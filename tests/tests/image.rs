//! A stick in one file: exFAT with a neutral name, the files in it byte for byte, and nothing else.

use packing::{
    exfat::Loop,
    folder::check,
    image::{BEGINS, LABEL, partition_type, write},
};
use std::fs;
use tests::{report, version::Signer, volume::Volume};

#[test]
fn an_image_holds_the_stick_and_nothing_that_says_whose_it_is() {
    if !Volume::possible() {
        eprintln!("this machine mounts no stick: skipped");
        return;
    }
    let signer = Signer::new().unwrap();
    let key = signer.key().unwrap();
    let program = vec![7; 300_000];
    let stick = signer.stick("1.0.0", &program, b"starts").unwrap();
    let room = tempfile::tempdir().unwrap();
    let image = room.path().join("stick.img");
    let size = write(&stick, &image, &key).unwrap();
    assert_eq!(fs::metadata(&image).unwrap().len(), size);
    assert_eq!(partition_type(&image).unwrap(), "7");

    let device = Loop::of(&image, BEGINS, size - BEGINS).unwrap();
    assert_eq!(device.label().unwrap(), LABEL);
    let folder = room.path().join("mounted");
    fs::create_dir(&folder).unwrap();
    let mounted = device.mount(&folder).unwrap();
    let side = check(&folder, &key).unwrap();
    assert_eq!(side.list(), check(&stick, &key).unwrap().list());
    assert_eq!(fs::read(folder.join("a/cle")).unwrap(), program);
    let mut top: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    top.sort();
    assert_eq!(top, ["LISEZ-MOI.html", "a", "ouvrir-linux"]);
    // A byte that is another is noticed, also where the list was made to fit.
    fs::write(folder.join("ouvrir-linux"), "startS").unwrap();
    assert!(check(&folder, &key).is_err());
    fs::write(folder.join("ouvrir-linux"), "starts").unwrap();
    fs::write(folder.join("autorun.inf"), "[autorun]").unwrap();
    assert!(check(&folder, &key).is_err());
    mounted.unmount().unwrap();

    // Nothing is written over, and half an image is none.
    assert!(write(&stick, &image, &key).is_err());
    fs::write(stick.join("a/cle"), "other").unwrap();
    let other = room.path().join("other.img");
    assert!(write(&stick, &other, &key).is_err());
    assert!(!other.exists());
    report::promise("stick.image", side.list().lines().len(), 0).unwrap();
}
