//! Whoever prepares sticks cannot clone one.

use crate::PROGRAMS;
use key_core::{
    Trouble,
    stick::{Folder, Stage},
};
use std::{fs, path::Path};
use tests::{
    report,
    workshop::{Workshop, write},
    world::{CODE, World, first_opening, open},
};
use wire::Code;

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// Every byte of a fresh stick follows from what everybody may know: written again from the same voucher it is the
/// same, so nothing random lies on it, and no secret can.
#[tokio::test]
async fn no_byte_of_a_fresh_stick_is_random() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 2, &PROGRAMS).unwrap();
    let fleet = table.fleet().unwrap();
    let sticks = [table.blank("one").unwrap(), table.blank("two").unwrap()];
    let mut compared = 0;
    for (at, stick) in sticks.iter().enumerate() {
        write(&fleet, stick).unwrap();
        let twin = table.blank(&format!("twin-{at}")).unwrap();
        let public = world.structure.public();
        let voucher = fs::read(table.vouchers().join(format!("bon-{at:04}"))).unwrap();
        let from = key_core::provision::Provision {
            structure: public.root.fingerprint(),
            realm: public.realm,
            locator: public.locator.clone(),
            voucher: wire::decode_canonical(&voucher, 512).unwrap(),
        };
        let twin_stick = key_core::Stick::new(twin.clone());
        key_core::provision::provision(&twin_stick, &from, tests::world::TODAY).unwrap();
        for name in ["cle-a.bin", "cle-b.bin"] {
            let (ours, again) = (stick.path().join(name), twin.path().join(name));
            assert_eq!(fs::read(ours).unwrap(), fs::read(again).unwrap());
            compared += 8_192;
        }
        assert!(!stick.path().join("repere-a.bin").exists());
    }
    report::promise("fleet.no_secret", compared, 0).unwrap();
}

#[tokio::test]
async fn what_the_mediator_kept_opens_nothing_once_somebody_has_opened() {
    let world = World::start().await.unwrap();
    let table = Workshop::of(&world, 1, 1, &PROGRAMS).unwrap();
    let stick = table.blank("cle").unwrap();
    write(&table.fleet().unwrap(), &stick).unwrap();
    // The mediator keeps a copy of all of it, and the vouchers and the journal too.
    let kept = table.blank("kept").unwrap();
    copy(stick.path(), kept.path());
    first_opening(&stick, CODE).await.unwrap();
    // Even with the code of the person.
    let refused = first_opening(&kept, CODE).await.unwrap_err();
    assert_eq!(refused.code(), Some(Code::VoucherUsed), "{refused:?}");
    let again = Folder::new(kept.path());
    assert_eq!(
        key_core::Stick::new(again.clone()).stage().unwrap(),
        Stage::New
    );
    let refused = open(&again, CODE).await.unwrap_err();
    assert!(matches!(refused, Trouble::StickState(_)), "{refused:?}");
    // A voucher that was used is not written again either.
    let blank = table.blank("blank").unwrap();
    assert!(write(&table.fleet().unwrap(), &blank).is_err());
    open(&stick, CODE).await.unwrap();
}
