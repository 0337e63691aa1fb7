//! `cle.bin`: every stage comes back, every flipped byte is seen, and who mends the sum gains nothing.

use crate::support::{Fixed, Stick, draft, locator, voucher};
use crypto::{
    Opening,
    keys::DeviceSecret,
    stick::{CLE_SIZE, Cell, Cle, Enrolled, HeaderStage, Prepared},
};
use wire::{Hash, KeyId, Realm};

fn enrolled(cle: &Cle) -> &Enrolled {
    match cle {
        Cle::Enrolled(enrolled) => enrolled,
        Cle::Prepared(_) => panic!("only prepared"),
    }
}

fn again(cle: &Cle) -> Cle {
    let bytes = cle.to_bytes().unwrap();
    assert_eq!(bytes.len(), CLE_SIZE);
    let back = Cle::from_bytes(&bytes).unwrap();
    assert_eq!(*back.to_bytes().unwrap(), *bytes);
    back
}

#[test]
fn a_prepared_stick_comes_back() {
    let prepared = Prepared {
        draft: draft(Realm::Prod, 1, 1),
        locator: locator(Realm::Prod),
        voucher: voucher(Realm::Prod),
    };
    let cle = Cle::Prepared(prepared.clone());
    assert_eq!(cle.seq(), 0);
    match again(&cle) {
        Cle::Prepared(back) => assert_eq!(back, prepared),
        Cle::Enrolled(_) => panic!("not enrolled yet"),
    }
}

#[test]
fn a_stick_on_its_way_comes_back() {
    let header = HeaderStage::Draft(draft(Realm::Practice, 2, 3), KeyId([9; 16]));
    let cle = Cle::Enrolled(Enrolled {
        seq: 3,
        header: header.clone(),
        ds: DeviceSecret::make(&mut Fixed(5)),
        locator: locator(Realm::Practice),
        voucher: Some(voucher(Realm::Practice)),
        cells: None,
    });
    let back = again(&cle);
    assert_eq!(back.seq(), 3);
    assert_eq!(back.locator(), &locator(Realm::Practice));
    assert_eq!(enrolled(&back).header, header);
    assert_eq!(enrolled(&back).voucher, Some(voucher(Realm::Practice)));
    assert!(enrolled(&back).cells.is_none());
}

#[test]
fn an_enrolled_stick_comes_back_and_opens() {
    let stick = Stick::new(Realm::Prod, 2, 3);
    let back = again(&stick.copy(4));
    let file = enrolled(&back);
    assert_eq!(file.header, HeaderStage::Complete(stick.header.clone()));
    let [real, decoy] = file.cells.as_ref().unwrap();
    let outputs = stick.outputs(&[0, 2]);
    assert!(
        real.open(&file.ds, &stick.header, file.seq, &outputs)
            .is_ok()
    );
    let second = decoy.open(&file.ds, &stick.header, file.seq, &outputs);
    assert_eq!(second.unwrap_err(), Opening::Refused);
}

/// Where the two cells begin: they end the body.
fn cells_at(file: &[u8]) -> [usize; 2] {
    let length = usize::try_from(u32::from_be_bytes(file[8..12].try_into().unwrap())).unwrap();
    let second = 12 + length - Cell::LEN;
    [second - 3 - Cell::LEN, second]
}

#[test]
fn both_cells_have_one_shape() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let file = stick.copy(4).to_bytes().unwrap();
    for at in cells_at(&file) {
        let cell = &file[at..at + Cell::LEN];
        for gate in 0..5 {
            assert_eq!(usize::from(cell[64 + 33 * gate]), gate + 1);
        }
        // No stretch of zeros: unused shares and padding look random too.
        assert!(!cell.windows(8).any(|w| w == [0; 8]));
    }
}

#[test]
fn every_flipped_byte_is_damage() {
    let good = Stick::new(Realm::Prod, 1, 1).copy(4).to_bytes().unwrap();
    let mut file = good.clone();
    for at in 0..CLE_SIZE {
        for bit in [0, 7] {
            file[at] ^= 1 << bit;
            let refused = Cle::from_bytes(&file);
            assert_eq!(refused.unwrap_err(), Opening::Damaged, "byte {at}");
            file[at] ^= 1 << bit;
        }
    }
    assert!(Cle::from_bytes(&file).is_ok());
}

/// Whoever edits a copy and mends its sum makes the cell fail, but for bytes nothing is read from:
/// the shares of gates that are not there, the random cell, and the locator, which has a signature.
#[test]
fn a_mended_sum_opens_nothing() {
    let stick = Stick::new(Realm::Prod, 1, 1);
    let good = stick.copy(4);
    let (bytes, good) = (good.to_bytes().unwrap(), enrolled(&good));
    let outputs = stick.outputs(&[0]);
    let [real_at, decoy_at] = cells_at(&bytes);
    let unused = real_at + 64 + 33..real_at + 64 + 5 * 33;
    let (mut read, mut refused) = (0, 0);
    for at in 0..CLE_SIZE - 32 {
        let mut file = bytes.clone();
        file[at] ^= 0x01;
        let sum = Hash::of(&file[..CLE_SIZE - 32]);
        file[CLE_SIZE - 32..].copy_from_slice(&sum.0);
        let Ok(cle) = Cle::from_bytes(&file) else {
            refused += 1;
            continue;
        };
        read += 1;
        let edited = enrolled(&cle);
        let HeaderStage::Complete(header) = &edited.header else {
            panic!("byte {at} made a draft");
        };
        let [real, _] = edited.cells.as_ref().unwrap();
        let opens = real.open(&edited.ds, header, edited.seq, &outputs).is_ok();
        let locator = edited.locator != good.locator;
        assert_eq!(
            opens,
            locator || unused.contains(&at) || at >= decoy_at,
            "byte {at}"
        );
        let believed = edited.locator.verify(Realm::Prod, &stick.header.structure);
        assert_eq!(believed.is_err(), locator, "byte {at}");
    }
    assert!(read > 2 * Cell::LEN && refused > 1_000, "{read} {refused}");
}

#[test]
fn cut_prolonged_and_other_files_are_damage() {
    let good = Stick::new(Realm::Prod, 1, 1).copy(4).to_bytes().unwrap();
    let cases = [
        good[..CLE_SIZE - 1].to_vec(),
        [&good[..], &[0]].concat(),
        good[..4096].to_vec(),
        [&good[..4096], &[0; 4096]].concat(),
        vec![0; CLE_SIZE],
        vec![0xff; CLE_SIZE],
        Vec::new(),
    ];
    for (at, bytes) in cases.iter().enumerate() {
        assert_eq!(
            Cle::from_bytes(bytes).unwrap_err(),
            Opening::Damaged,
            "{at}"
        );
    }
}
