//! Sticks as published, and with one thing changed: each change is named.

use super::*;
use minisign::KeyPair;
use release::SIGNATURE;
use std::io::Cursor;

fn standing(contents: &Contents, name: &str) -> Option<Standing> {
    let line = contents.files.iter().find(|line| line.name == name)?;
    Some(line.standing)
}

fn stick() -> tempfile::TempDir {
    let stick = tempfile::tempdir().unwrap();
    let at = stick.path();
    fs::create_dir(at.join("aide")).unwrap();
    fs::write(at.join("cle"), "the program").unwrap();
    fs::write(at.join("aide/lisez-moi.html"), "<p>Bonjour").unwrap();
    for (name, size) in OWN {
        fs::write(at.join(name), vec![7; usize::try_from(size).unwrap()]).unwrap();
    }
    stick
}

#[test]
fn a_stick_as_published_holds_the_list_and_its_own_four_files() {
    let stick = stick();
    let list = write_list(stick.path()).unwrap();
    let contents = contents(stick.path(), None).unwrap();
    assert_eq!(contents.list, Some(list));
    assert_eq!(contents.files.len(), 7);
    for line in &contents.files {
        let own = line.name.ends_with(".bin");
        let expected = if own { Standing::Own } else { Standing::Listed };
        assert_eq!(line.standing, expected, "{}", line.name);
    }
}

#[test]
fn a_sum_is_of_the_whole_file_however_long_it_is() {
    let stick = stick();
    let long: Vec<u8> = (0..=250).cycle().take(700_001).collect();
    fs::write(stick.path().join("long"), &long).unwrap();
    write_list(stick.path()).unwrap();
    let list = fs::read_to_string(stick.path().join(LIST)).unwrap();
    let line = format!("{}  long", Hash::of(&long).to_hex());
    assert!(list.lines().any(|written| written == line));
}

#[test]
fn what_differs_from_the_list_is_named() {
    let stick = stick();
    let at = stick.path();
    fs::write(at.join("gone"), "soon").unwrap();
    write_list(at).unwrap();
    fs::remove_file(at.join("gone")).unwrap();
    fs::write(at.join("cle"), "the programme").unwrap();
    fs::write(at.join("aide/lettre.txt"), "Chère Samia").unwrap();
    fs::write(at.join("cle-a.bin"), "short").unwrap();
    let contents = contents(at, None).unwrap();
    assert_eq!(standing(&contents, "gone"), Some(Standing::Missing));
    assert_eq!(standing(&contents, "cle"), Some(Standing::Changed));
    assert_eq!(
        standing(&contents, "aide/lettre.txt"),
        Some(Standing::Unlisted)
    );
    assert_eq!(
        standing(&contents, "cle-a.bin"),
        Some(Standing::OwnWrongSize)
    );
    assert_eq!(standing(&contents, "cle-b.bin"), Some(Standing::Own));
}

#[test]
fn without_a_list_only_the_four_are_known() {
    let stick = stick();
    let at = stick.path();
    fs::rename(at.join("cle-a.bin"), at.join("CLE-A.BIN")).unwrap();
    let contents = contents(stick.path(), None).unwrap();
    assert_eq!(contents.list, None);
    assert_eq!(standing(&contents, "cle"), Some(Standing::Unlisted));
    // As FAT may show it.
    assert_eq!(standing(&contents, "CLE-A.BIN"), Some(Standing::Own));
    assert_eq!(standing(&contents, "repere-b.bin"), Some(Standing::Own));
}

fn version(folder: &Path, program: &str, version: &str, by: &KeyPair) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("cle"), program).unwrap();
    fs::write(folder.join("ouvrir-linux"), format!("starts {program}")).unwrap();
    write_list(folder).unwrap();
    let list = Cursor::new(fs::read(folder.join(LIST)).unwrap());
    let comment = format!("cle {version}");
    let signature = minisign::sign(None, &by.sk, list, Some(&comment), None).unwrap();
    fs::write(folder.join(SIGNATURE), signature.into_string()).unwrap();
}

fn pair() -> (KeyPair, PublicKey) {
    let pair = KeyPair::generate_unencrypted_keypair().unwrap();
    let public = PublicKey::parse(&pair.pk.to_base64()).unwrap();
    (pair, public)
}

fn different(contents: &Contents) -> Vec<(&str, Standing)> {
    let lines = contents.files.iter();
    lines
        .filter(|line| !matches!(line.standing, Standing::Own | Standing::Listed))
        .map(|line| (&*line.name, line.standing))
        .collect()
}

#[test]
fn what_lies_at_the_top_is_of_the_version_that_is_started() {
    let stick = tempfile::tempdir().unwrap();
    let (pair, key) = pair();
    let at = stick.path();
    fs::write(at.join("cle-a.bin"), vec![7; 8 << 10]).unwrap();
    version(&at.join("a"), "old", "0.9.0", &pair);
    fs::copy(at.join("a/ouvrir-linux"), at.join("ouvrir-linux")).unwrap();
    let found = contents(at, Some(&key)).unwrap();
    assert_eq!(different(&found), []);
    assert!(matches!(&found.signature, Signature::Good(signed) if !signed.development));
    let old = found.list;

    version(&at.join("b"), "new", "0.10.0", &pair);
    let found = contents(at, Some(&key)).unwrap();
    assert_ne!(found.list, old);
    assert_eq!(different(&found), [("ouvrir-linux", Standing::Changed)]);
    fs::copy(at.join("b/ouvrir-linux"), at.join("ouvrir-linux")).unwrap();
    assert_eq!(different(&contents(at, Some(&key)).unwrap()), []);
    assert_eq!(contents(at, None).unwrap().signature, Signature::Unchecked);
}

#[test]
fn whatever_is_changed_on_a_signed_stick_is_named() {
    let stick = tempfile::tempdir().unwrap();
    let ((pair, key), (_, other)) = (pair(), pair());
    let at = stick.path();
    let whole = || {
        let _ = fs::remove_dir_all(at.join("a"));
        version(&at.join("a"), "program", "1.0.0", &pair);
        fs::copy(at.join("a/ouvrir-linux"), at.join("ouvrir-linux")).unwrap();
    };
    let found = |key| contents(at, Some(key)).unwrap();
    whole();
    assert_eq!(found(&other).signature, Signature::Wrong);
    assert_eq!(
        different(&found(&other)),
        [("a/liste.sha256.minisig", Standing::Changed)]
    );
    fs::write(at.join("a/cle"), "programmE").unwrap();
    assert_eq!(different(&found(&key)), [("a/cle", Standing::Changed)]);
    // A list that was made to fit is another than the one that was signed.
    write_list(&at.join("a")).unwrap();
    assert_eq!(found(&key).signature, Signature::Wrong);
    whole();
    fs::write(at.join("a/cle.dll"), "more").unwrap();
    assert_eq!(different(&found(&key)), [("a/cle.dll", Standing::Unlisted)]);
    fs::remove_file(at.join("a/cle.dll")).unwrap();
    fs::remove_file(at.join("a/cle")).unwrap();
    assert_eq!(different(&found(&key)), [("a/cle", Standing::Missing)]);
    whole();
    fs::remove_file(at.join("ouvrir-linux")).unwrap();
    assert_eq!(
        different(&found(&key)),
        [("ouvrir-linux", Standing::Missing)]
    );
    whole();
    fs::write(at.join("autorun.inf"), "[autorun]").unwrap();
    assert_eq!(
        different(&found(&key)),
        [("autorun.inf", Standing::Unlisted)]
    );
    fs::remove_file(at.join("autorun.inf")).unwrap();
    fs::remove_file(at.join("a/liste.sha256.minisig")).unwrap();
    assert_eq!(found(&key).signature, Signature::Missing);
}

#[test]
fn beside_a_signed_list_another_one_names_nothing() {
    let stick = tempfile::tempdir().unwrap();
    let ((pair, key), (stranger, _)) = (pair(), pair());
    let at = stick.path();
    version(&at.join("a"), "program", "1.0.0", &pair);
    fs::copy(at.join("a/ouvrir-linux"), at.join("ouvrir-linux")).unwrap();
    let letter = ["b/lettre.txt", "lettre.txt"].map(|name| at.join(name));
    let searched = || search(at, &["Samia".to_owned()], Some(&key)).unwrap();

    // On the other side: signed by nobody, then by somebody else, as a newer version.
    version(&at.join("b"), "other", "9.0.0", &stranger);
    fs::write(&letter[0], "Chère Samia").unwrap();
    write_list(&at.join("b")).unwrap();
    for signed in [true, false] {
        if !signed {
            fs::remove_file(at.join("b").join(SIGNATURE)).unwrap();
        }
        let found = contents(at, Some(&key)).unwrap();
        assert!(matches!(found.signature, Signature::Good(_)));
        assert_eq!(found.list, Some(hash_of(&at.join("a").join(LIST)).unwrap()));
        let others = found
            .files
            .iter()
            .filter(|line| line.name.starts_with("b/"));
        let others: Vec<_> = others.map(|line| line.standing).collect();
        assert_eq!(others, vec![Standing::Unlisted; if signed { 5 } else { 4 }]);
        assert_eq!((searched().own, searched().common), (1, 0));
    }
    fs::remove_dir_all(at.join("b")).unwrap();

    // At the top, whoever signed it.
    fs::write(&letter[1], "Chère Samia").unwrap();
    let line = format!(
        "{}  lettre.txt\n",
        Hash::of("Chère Samia".as_bytes()).to_hex()
    );
    fs::write(at.join(LIST), line).unwrap();
    for known in [Some(&key), None] {
        let found = contents(at, known).unwrap();
        let unlisted = [LIST, "lettre.txt"].map(|name| standing(&found, name));
        assert_eq!(unlisted, [Some(Standing::Unlisted); 2]);
    }
    assert_eq!((searched().own, searched().common), (1, 0));
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let stick = stick();
    write_list(stick.path()).unwrap();
    fs::rename(stick.path().join("cle"), stick.path().join("aide/cle")).unwrap();
    std::os::unix::fs::symlink("aide/cle", stick.path().join("cle")).unwrap();
    let contents = contents(stick.path(), None).unwrap();
    assert_eq!(standing(&contents, "cle"), Some(Standing::Changed));
}

#[test]
fn a_name_is_found_however_it_is_written() {
    let stick = stick();
    let at = stick.path();
    write_list(at).unwrap();
    let wide: Vec<u8> = "SAMIA".encode_utf16().flat_map(u16::to_le_bytes).collect();
    fs::write(at.join("a.bin"), [&b"..samia"[..], &wide].concat()).unwrap();
    let found = search(at, &["Samia".to_owned()], None).unwrap();
    assert_eq!((found.own, found.common, found.searched), (2, 0, 8));
    let found = search(at, &["program".to_owned()], None).unwrap();
    assert_eq!((found.own, found.common), (0, 1));
    assert_eq!(search(at, &["  ".to_owned()], None).unwrap().own, 0);
}
