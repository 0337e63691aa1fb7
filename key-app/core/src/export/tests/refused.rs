//! What was not written so is refused, and nothing grows.

use super::*;

/// An export with some of its files changed.
fn changed(change: impl Fn(&mut Vec<(String, Vec<u8>)>)) -> Vec<u8> {
    let mut all = files(&written(true));
    change(&mut all);
    zipped(&all)
}

fn reworded(name: &str, from: &str, to: &str) -> Vec<u8> {
    changed(|files| {
        let (_, content) = files.iter_mut().find(|(file, _)| file == name).unwrap();
        let text = String::from_utf8(content.clone()).unwrap();
        assert!(text.contains(from), "{name}: {from}");
        *content = text.replacen(from, to, 1).into_bytes();
    })
}

#[test]
fn what_was_not_written_so_is_refused() {
    assert_eq!(opened(&changed(|_| {})).ok(), Some(4));
    let renamed = |to: &'static str| {
        changed(move |files| {
            let from = files[1].0.clone();
            files[1].0 = to.into();
            let (_, list) = files.last_mut().unwrap();
            let text = String::from_utf8(list.clone()).unwrap();
            *list = text.replace(&from, to).into_bytes();
        })
    };
    let more = |name: &'static str| changed(move |files| files.insert(0, (name.into(), vec![])));
    for (what, zip) in [
        (
            "a paper changed",
            changed(|files| files[1].1 = b"%PDF-1.8".to_vec()),
        ),
        ("a paper longer", changed(|files| files[1].1.push(0))),
        ("a paper gone", changed(|files| drop(files.remove(1)))),
        ("the list gone", changed(|files| drop(files.pop()))),
        (
            "dates gone",
            changed(|files| files.retain(|(name, _)| name != "dates.json")),
        ),
        ("a file more", more("Identité/003 more.pdf")),
        ("a file outside", more("../evil")),
        ("a path up", renamed("../001 Passeport.pdf")),
        ("a path from the root", renamed("/001 Passeport.pdf")),
        ("a path of Windows", renamed("Identité\\001 Passeport.pdf")),
        ("a path in a folder", renamed("Identité/001/../../x.pdf")),
        (
            "no version",
            reworded("papiers.json", "\"version\": 1", "\"version\": 0"),
        ),
        (
            "a field more",
            reworded(
                "dates.json",
                "\"version\": 1",
                "\"version\": 1, \"more\": 1",
            ),
        ),
        (
            "a folder that is none",
            reworded("papiers.json", "\"folder\": 3", "\"folder\": 12"),
        ),
        (
            "a sheet as a paper",
            reworded("papiers.json", "\"kind_code\": 17", "\"kind_code\": 5"),
        ),
        (
            "a paper too long",
            reworded("papiers.json", "\"length\": 8", "\"length\": 26214401"),
        ),
        (
            "a length that is none",
            reworded("papiers.json", "\"length\": 8", "\"length\": -1"),
        ),
        (
            "a hash that is none",
            reworded("papiers.json", "\"sha256\": \"", "\"sha256\": \"0"),
        ),
        (
            "a date as a login",
            reworded("dates.json", "own/1", "login/1"),
        ),
        (
            "a contact as a date",
            reworded("contacts.json", "contact/1", "own/1"),
        ),
        (
            "a login as a contact",
            reworded("logins.json", "login/1", "contact/1"),
        ),
        (
            "a day that is none",
            reworded("dates.json", "2026-11-25", "2026-11-31"),
        ),
        (
            "a setting without name",
            reworded("settings.json", "language", ""),
        ),
        ("no ZIP", b"%PDF-1.7".to_vec()),
        ("nothing", Vec::new()),
    ] {
        let refused = opened(&zip);
        assert!(
            matches!(refused, Err(Trouble::NotAnExport(_))),
            "{what}: {refused:?}"
        );
    }
}

#[test]
fn what_a_later_program_wrote_is_told_apart() {
    for name in [
        "papiers.json",
        "dates.json",
        "contacts.json",
        "settings.json",
        "logins.json",
    ] {
        let later = "\"version\": 2, \"more\": {}";
        let refused = opened(&reworded(name, "\"version\": 1", later));
        assert!(
            matches!(refused, Err(Trouble::Newer)),
            "{name}: {refused:?}"
        );
    }
}

/// Changes the list of papers.
fn relisted(files: &mut [(String, Vec<u8>)], change: impl Fn(&mut Vec<serde_json::Value>)) {
    let (_, list) = files.last_mut().unwrap();
    let mut json: serde_json::Value = serde_json::from_slice(list).unwrap();
    change(json["papers"].as_array_mut().unwrap());
    *list = json.to_string().into_bytes();
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    let mut two_files = changed(|files| {
        files[1].0 = "Identité/009 Passeport.jpg".into();
        relisted(files, |papers| drop(papers.remove(1)));
    });
    for at in 0..two_files.len() - 17 {
        if two_files[at..].starts_with(b"009 Passeport.jpg") {
            two_files[at + 2] = b'2';
        }
    }
    let listed_twice = changed(|files| {
        files.remove(1);
        relisted(files, |papers| {
            papers.remove(1);
            papers.push(papers[1].clone());
        });
    });
    for zip in [two_files, listed_twice] {
        let refused = Archive::open(Cursor::new(zip));
        assert!(matches!(refused, Err(Trouble::NotAnExport(_))));
    }
}

/// Files that are said to be packed, or to lie in one another, would grow beyond what they take up.
#[test]
fn nothing_grows_when_it_is_read() {
    let zip = written(true);
    // In each header: the way of packing of the first file, then its length.
    let central = zip
        .windows(4)
        .position(|four| four == b"PK\x01\x02")
        .unwrap();
    for (what, at, bytes) in [
        ("packed", central + 10, &[8, 0][..]),
        ("longer than it takes up", central + 24, &[0xff, 0xff, 0, 0]),
        (
            "longer than there is",
            central + 20,
            &[0xff, 0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0x7f],
        ),
    ] {
        let mut bent = zip.clone();
        bent[at..at + bytes.len()].copy_from_slice(bytes);
        let refused = opened(&bent);
        assert!(
            matches!(refused, Err(Trouble::NotAnExport(_))),
            "{what}: {refused:?}"
        );
    }
    // The second file begins where the first one does.
    let second = central
        + 4
        + zip[central + 4..]
            .windows(4)
            .position(|four| four == b"PK\x01\x02")
            .unwrap();
    let mut bent = zip.clone();
    bent[second + 42..second + 46].copy_from_slice(&[0; 4]);
    let refused = Archive::open(Cursor::new(bent));
    assert!(matches!(refused, Err(Trouble::NotAnExport(_))));
}

#[test]
fn an_export_cut_anywhere_is_refused() {
    let zip = written(true);
    for length in 0..zip.len() {
        let refused = opened(&zip[..length]);
        assert!(
            matches!(refused, Err(Trouble::NotAnExport(_))),
            "{length}: {refused:?}"
        );
    }
}

proptest! {
    /// Whatever the bytes: no panic, and what opens is what was written.
    #[test]
    fn bent_exports_are_refused_or_the_same(
        bent in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut zip = written(true);
        for (at, byte) in bent {
            let at = at.index(zip.len());
            zip[at] = byte;
        }
        if let Ok(mut archive) = Archive::open(Cursor::new(zip)) {
            let listed = archive.papers().to_vec();
            for (paper, (_, content)) in listed.iter().zip(papers()) {
                if let Ok(read) = archive.content(paper) {
                    prop_assert_eq!(&read[..], content);
                }
            }
        }
    }
}
