//! One attestation with everything fixed, byte for byte; and what is not believed.

use std::sync::LazyLock;

use proptest::prelude::*;
use wire::{
    Hash, Random, Realm,
    attestation::{Attester, Attesters, Statement},
    structure::RootChain,
};

use super::{Kept, Learnt, Made, Name, NotBelieved, Verified, badge_of, jws, make, verify};
use crate::{
    domain::desk::gestures::GESTURES,
    structure::{AttesterKey, RootKey},
};

const ORIGIN: &str = "https://acces.example";
/// 26 November 2026, noon at Greenwich.
const NOW: u64 = 1_795_694_400;
const YEAR: u64 = 365 * 86_400;

/// Bytes that count.
struct Counting(u8);

impl Random for Counting {
    fn fill(&mut self, bytes: &mut [u8]) {
        for byte in bytes {
            *byte = self.0;
            self.0 = self.0.wrapping_add(1);
        }
    }
}

fn kept() -> Kept {
    let key = AttesterKey::from_seed(&[7; 32]);
    let attester = Attester {
        key: key.public(),
        name: "Maison des droits".into(),
        not_before: NOW - 86_400,
        not_after: NOW + YEAR,
    };
    Kept { key, attester }
}

fn statement_of(realm: Realm, attesters: Vec<Attester>) -> (Statement, Hash) {
    let root = RootKey::from_seed(&[9; 32]);
    let roots = RootChain {
        first: root.public(),
        successors: Vec::new(),
    };
    let attesters = root.name_attesters(&Attesters { realm, attesters });
    let statement = Statement { roots, attesters };
    let pinned = statement.structure();
    (statement, pinned)
}

fn statement() -> (Statement, Hash) {
    statement_of(Realm::Prod, vec![kept().attester])
}

fn made_of(name: &str, realm: Realm) -> Made {
    let learnt = Learnt {
        gestures: GESTURES.iter().take(3).collect(),
        name: Name::read(name).unwrap(),
        day: "26 novembre 2026".into(),
    };
    make(&learnt, &kept(), (realm, ORIGIN), NOW, &mut Counting(1)).unwrap()
}

static MADE: LazyLock<Made> = LazyLock::new(|| made_of("Awa Diallo", Realm::Prod));

fn believed(file: &[u8], name: Option<&str>) -> Result<Verified, NotBelieved> {
    let (statement, pinned) = statement();
    verify(file, &statement, &pinned, name)
}

#[test]
fn the_same_input_is_the_same_badge_and_page_for_ever() {
    let (statement, _) = statement();
    let found = [
        ("badge", MADE.badge.clone()),
        ("paper", Hash::of(&MADE.paper).to_hex()),
        (
            "statement",
            data_encoding::HEXLOWER.encode(&wire::encode(&statement)),
        ),
    ];
    let found: Vec<_> = found
        .iter()
        .map(|(name, is)| format!("{name}: {is}"))
        .collect();
    let frozen: Vec<_> = include_str!("frozen-v1.txt").lines().collect();
    assert_eq!(found, frozen);
}

#[test]
fn both_forms_say_the_same_to_whoever_has_the_list_of_the_structure() {
    let expected = Verified {
        realm: Realm::Prod,
        structure: "Maison des droits".into(),
        learnt: "La personne a montré ces gestes à la structure : Ouvrir un message ; \
                 Envoyer un papier ; Prendre un papier en photo."
            .into(),
        gestures: ["ouvrir_message", "envoyer_papier", "photographier_papier"]
            .map(String::from)
            .to_vec(),
        time: NOW,
        code: believed(MADE.badge.as_bytes(), None).unwrap().code,
        is_named: true,
    };
    for file in [&MADE.paper[..], MADE.badge.as_bytes()] {
        assert_eq!(believed(file, None), Ok(expected.clone()));
        assert_eq!(believed(file, Some(" Awa  Diallo")), Ok(expected.clone()));
        assert_eq!(
            believed(file, Some("Awa Diallo-Ba")),
            Err(NotBelieved::Person)
        );
        assert_eq!(believed(file, Some("")), Err(NotBelieved::Person));
    }
    let page = lopdf::Document::load_mem(&MADE.paper).unwrap();
    let text = page.extract_text(&[1]).unwrap();
    for words in [
        "Awa Diallo",
        "Maison des droits",
        "Ouvrir un message",
        "26 novembre 2026",
        &expected.code,
    ] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(!text.contains("EXERCICE"));
}

#[test]
fn the_badge_itself_names_nobody() {
    let (_, payload) = jws::open(&MADE.badge).unwrap();
    let text = String::from_utf8(payload).unwrap();
    assert!(!text.contains("Awa") && !text.contains("Diallo"));
    let bare = made_of("", Realm::Prod);
    let bare_text = String::from_utf8(jws::open(&bare.badge).unwrap().1).unwrap();
    assert!(text.contains("identityHash") && !bare_text.contains("identityHash"));
    let named = believed(bare.badge.as_bytes(), Some("Awa Diallo"));
    assert_eq!(named, Err(NotBelieved::Nameless));
}

#[test]
fn a_name_that_printers_cannot_write_is_bound_and_left_to_the_hand() {
    for name in ["أولينا", "Олена", "İbrahim Şahin"] {
        let made = made_of(name, Realm::Prod);
        assert!(believed(&made.paper, Some(name)).unwrap().is_named);
        let page = lopdf::Document::load_mem(&made.paper).unwrap();
        assert!(page.extract_text(&[1]).unwrap().contains("....."));
    }
}

#[test]
fn the_longest_names_stay_on_the_page() {
    // A W of Helvetica-Bold is 944 thousandths of its size wide, one of Helvetica as much.
    let words = |many: usize| ["W".repeat(many / 2), "W".repeat(many - 1 - many / 2)].join(" ");
    for (name, structure) in [
        (words(super::name::NAME), words(80)),
        ("W".repeat(super::name::NAME), "W".repeat(80)),
    ] {
        let mut kept = kept();
        kept.attester.name.clone_from(&structure);
        let learnt = Learnt {
            gestures: GESTURES.iter().take(1).collect(),
            name: Name::read(&name).unwrap(),
            day: "26 novembre 2026".into(),
        };
        let made = make(&learnt, &kept, (Realm::Prod, ORIGIN), NOW, &mut Counting(1));
        let page = lopdf::Document::load_mem(&made.unwrap().paper).unwrap();
        let first = page.page_iter().next().unwrap();
        let content = page.get_page_content(first);
        let content = lopdf::content::Content::decode(&content).unwrap();
        let (mut size, mut letters) = (0.0, 0);
        for step in &content.operations {
            match (&*step.operator, &step.operands[..]) {
                ("Tf", [_, points]) => size = points.as_float().unwrap(),
                ("Tj", [text]) => {
                    let text = text.as_str().unwrap();
                    let count = text.iter().filter(|letter| **letter == b'W').count();
                    letters += count;
                    let right = 25.0 + count as f32 * 0.944 * size * 25.4 / 72.0;
                    assert!(right <= 210.0 - 20.0 && size > 5.5, "{right} {size}");
                }
                _ => {}
            }
        }
        let count = |text: &str| text.matches('W').count();
        assert_eq!(letters, count(&name) + count(&structure));
    }
}

#[test]
fn what_is_made_in_practice_says_so_on_the_page_and_in_the_badge() {
    let made = made_of("Awa Diallo", Realm::Practice);
    let page = lopdf::Document::load_mem(&made.paper).unwrap();
    assert!(page.extract_text(&[1]).unwrap().contains("EXERCICE"));
    let text = String::from_utf8(jws::open(&made.badge).unwrap().1).unwrap();
    assert!(text.contains("ne compte nulle part"));
}

#[test]
fn nobody_elses_word_counts() {
    let badge = MADE.badge.as_bytes();
    let one = kept().attester;
    let early = Attester {
        not_after: NOW,
        ..one.clone()
    };
    let late = Attester {
        not_before: NOW + 1,
        ..one.clone()
    };
    let other = Attester {
        key: AttesterKey::from_seed(&[8; 32]).public(),
        ..one.clone()
    };
    let renamed = Attester {
        name: "Autre maison".into(),
        ..one.clone()
    };
    for (attesters, why) in [
        (vec![], NotBelieved::Stranger),
        (vec![other], NotBelieved::Stranger),
        (vec![early], NotBelieved::Time),
        (vec![late], NotBelieved::Time),
        (vec![renamed], NotBelieved::Shape),
    ] {
        let (statement, pinned) = statement_of(Realm::Prod, attesters);
        assert_eq!(verify(badge, &statement, &pinned, None), Err(why));
    }
    let (statement, _) = statement();
    let elsewhere = Hash::of(b"another structure");
    let why = verify(badge, &statement, &elsewhere, None);
    assert!(matches!(why, Err(NotBelieved::Statement(_))));
    let forged = Statement {
        attesters: RootKey::from_seed(&[3; 32]).name_attesters(&Attesters {
            realm: Realm::Prod,
            attesters: vec![one],
        }),
        ..statement.clone()
    };
    let why = verify(badge, &forged, &statement.structure(), None);
    assert!(matches!(why, Err(NotBelieved::Statement(_))));
}

#[test]
fn what_the_key_signs_besides_is_no_attestation() {
    let (_, payload) = jws::open(&MADE.badge).unwrap();
    let good: serde_json::Value = serde_json::from_slice(&payload).unwrap();
    let changed = |at: &str, to: serde_json::Value| {
        let mut badge = good.clone();
        *badge.pointer_mut(at).unwrap() = to;
        jws::sign(&kept().key, &serde_json::to_vec(&badge).unwrap()).unwrap()
    };
    for (at, to) in [
        (
            "/@context/0",
            "https://www.w3.org/2018/credentials/v1".into(),
        ),
        ("/@context", serde_json::json!([])),
        ("/type/1", "EndorsementCredential".into()),
        ("/iss", "did:key:z6Mk".into()),
        ("/issuer/id", "https://acces.example".into()),
        ("/issuer/name", "Préfecture".into()),
        ("/jti", "urn:uuid:0".into()),
        ("/sub", "urn:uuid:0".into()),
        ("/nbf", (NOW + 1).into()),
        ("/validFrom", "2026-11-26".into()),
    ] {
        let verdict = believed(changed(at, to).as_bytes(), None);
        assert_eq!(verdict, Err(NotBelieved::Shape), "{at}");
    }
    let nothing = jws::sign(&kept().key, b"{}").unwrap();
    assert_eq!(believed(nothing.as_bytes(), None), Err(NotBelieved::Shape));
    let mut more = good.clone();
    more["vc"] = serde_json::json!({});
    let more = jws::sign(&kept().key, &serde_json::to_vec(&more).unwrap()).unwrap();
    assert_eq!(believed(more.as_bytes(), None), Err(NotBelieved::Shape));
}

#[test]
fn a_file_without_one_badge_is_said_to_have_none() {
    let blank = printed::pdf((10.0, 10.0), b"x", vec![printed::Page::new(10.0)]);
    for file in [
        &b""[..],
        b"hello",
        b"%PDF-1.7 nonsense",
        b"a.b",
        &blank,
        &[0xff; 64],
        &vec![b' '; super::verify::FILE + 1],
    ] {
        assert_eq!(believed(file, None), Err(NotBelieved::NoBadge));
    }
    assert_eq!(badge_of(b" a.b.c\n").unwrap(), "a.b.c");
    assert_eq!(believed(b"a.b.c", None), Err(NotBelieved::Signature));
}

#[test]
fn a_page_that_another_program_wrote_again_keeps_its_badge() {
    let mut page = lopdf::Document::load_mem(&MADE.paper).unwrap();
    let mut again = Vec::new();
    page.compress();
    page.save_to(&mut again).unwrap();
    assert_ne!(again, MADE.paper);
    assert!(believed(&again, Some("Awa Diallo")).is_ok());
}

#[test]
fn a_small_file_that_unpacks_to_much_has_no_badge() {
    let mut page = lopdf::Document::load_mem(&MADE.paper).unwrap();
    let mut changed = 0;
    for object in page.objects.values_mut() {
        if let lopdf::Object::Stream(stream) = object
            && stream.dict.has_type(b"EmbeddedFile")
        {
            stream.set_plain_content(vec![b'a'; 8 << 20]);
            stream.compress().unwrap();
            changed += 1;
        }
    }
    let mut small = Vec::new();
    page.save_to(&mut small).unwrap();
    assert!(changed == 1 && small.len() < super::verify::FILE);
    assert_eq!(super::inside::badge_of(&small), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_break_it_and_no_changed_badge_is_believed(
        cut in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        flip in 1u8..=255,
    ) {
        let page = &MADE.paper;
        let cut = &page[..cut.index(page.len())];
        prop_assert!(believed(cut, None).is_ok() == (badge_of(cut).as_ref() == Ok(&MADE.badge)));
        let mut changed = page.clone();
        let at = at.index(changed.len());
        changed[at] ^= flip;
        // What stands on the page may change; what is signed may not.
        if let Ok(said) = believed(&changed, None) {
            prop_assert_eq!(said, believed(page, None).unwrap());
        }
    }
}
