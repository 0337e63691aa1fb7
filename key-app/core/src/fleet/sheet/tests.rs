use super::*;
use crate::fleet::Numbers;
use lopdf::Document;

fn said() -> Said {
    Said::new("Maison des droits – Œuvre d’été", "01 99 00 12 34").unwrap()
}

fn read(pdf: &[u8]) -> Document {
    Document::load_mem(pdf).unwrap()
}

#[test]
fn each_number_has_a_label_and_used_ones_are_left_out() {
    let numbers = Numbers::new(41, 66).unwrap();
    let sheets = read(&labels(&said(), numbers, 0).unwrap());
    assert_eq!(sheets.get_pages().len(), 2);
    let text = sheets.extract_text(&[1, 2]).unwrap();
    for number in numbers.each() {
        assert!(text.lines().any(|line| line.trim() == number.to_string()));
    }
    assert_eq!(text.matches("01 99 00 12 34").count(), 66);
    let twelve = Numbers::new(41, 12).unwrap();
    let begun = |gone| {
        read(&labels(&said(), twelve, gone).unwrap())
            .get_pages()
            .len()
    };
    assert_eq!((begun(53), begun(54)), (1, 2));
    assert_eq!(labels(&said(), twelve, 65), Err(SheetFault::Gone));
}

#[test]
fn a_card_says_how_to_open_and_whom_to_call() {
    let numbers = Numbers::new(41, 12).unwrap();
    let cards = read(&cards(&said(), numbers));
    assert_eq!(cards.get_pages().len(), 12);
    let text = cards.extract_text(&[3]).unwrap();
    for words in [
        "n° 43",
        "Choisissez votre code",
        "01 99 00 12 34",
        "Œuvre d’été",
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    // A6.
    let page = cards.get_pages()[&3];
    let sides = cards.get_object(page).unwrap().as_dict().unwrap();
    let sides = sides.get(b"MediaBox").unwrap().as_array().unwrap();
    let sides: Vec<f32> = sides.iter().map(|side| side.as_float().unwrap()).collect();
    assert!((sides[2] - 297.6).abs() < 0.1 && (sides[3] - 419.5).abs() < 0.1);
}

#[test]
fn every_label_and_card_of_a_practice_stick_says_so() {
    let numbers = Numbers::new(1, 12).unwrap();
    for (said, times) in [(said(), 0), (said().for_practice(true), 12)] {
        let sheet = read(&labels(&said, numbers, 0).unwrap());
        let text = sheet.extract_text(&[1]).unwrap();
        assert_eq!(text.matches("ENTRAÎNEMENT").count(), times);
        let card = read(&cards(&said, numbers)).extract_text(&[3]).unwrap();
        assert_eq!(card.contains("Clé d’entraînement."), times > 0, "{card}");
    }
}

#[test]
fn nothing_of_it_depends_on_anything_but_the_words() {
    let numbers = Numbers::new(1, 3).unwrap();
    let twice = [cards(&said(), numbers), cards(&said(), numbers)];
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn what_cannot_be_printed_is_refused() {
    let name = "x".repeat(37);
    let number = "1".repeat(21);
    for (name, phone, why) in [
        ("", "1", SheetFault::Long),
        (&name, "1", SheetFault::Long),
        ("a", &number, SheetFault::Long),
        ("جمعية", "1", SheetFault::Letters),
        ("a", "1\n2", SheetFault::Letters),
    ] {
        assert_eq!(Said::new(name, phone).map(drop), Err(why));
    }
}
