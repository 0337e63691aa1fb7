//! The seeds of every fuzz target, as ordinary tests: `ok-…` is believed, `no-…` is refused, nothing
//! panics, and no target is without seeds of both kinds.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

#[path = "../fuzz/src/lib.rs"]
#[expect(
    unreachable_pub,
    reason = "public in its own crate, for the fuzz targets"
)]
mod targets;

use std::{fs, path::Path};

type Target = fn(&[u8]) -> bool;

const TARGETS: [(&str, Target); 14] = [
    ("cle_file", targets::cle_file),
    ("repere", targets::repere),
    ("entry", targets::entry),
    ("manifest", targets::manifest),
    ("commit_body", targets::commit_body),
    ("blob_opener", targets::blob_opener),
    ("gate_messages", targets::gate_messages),
    ("locator_voucher", targets::locator_voucher),
    ("board", targets::board),
    ("version", targets::version),
    ("helpers", targets::helpers),
    ("ceremony", targets::ceremony),
    ("card_code", targets::card_code),
    ("code", targets::code),
];

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn seeds_do_as_their_names_say() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for (name, target) in TARGETS {
        let folder = fuzz.join("seeds").join(name);
        let (mut believed, mut refused) = (0, 0);
        for file in names(&folder) {
            let bytes = fs::read(folder.join(&file)).unwrap();
            let expected = match file.split('-').next() {
                Some("ok") => true,
                Some("no") => false,
                _ => panic!("{name}/{file}: a seed is named ok-… or no-…"),
            };
            assert_eq!(target(&bytes), expected, "{name}/{file}");
            believed += usize::from(expected);
            refused += usize::from(!expected);
        }
        assert!(believed > 0 && refused > 2, "{name}: {believed}, {refused}");
    }
}

/// A target that is written and not listed here would never be replayed.
#[test]
fn every_target_is_replayed() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let mut listed: Vec<_> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    listed.sort();
    let written: Vec<_> = names(&fuzz.join("fuzz_targets"))
        .iter()
        .map(|file| file.trim_end_matches(".rs").to_owned())
        .collect();
    assert_eq!(written, listed);
    assert_eq!(names(&fuzz.join("seeds")), listed);
}
