//! What a stick holds: every file against the published list of its version, and a search in every
//! byte. The list says what is the same on every stick; the four files that are not on it have a fixed
//! size and hold no name.

use crate::trouble::{Result, Trouble};
use aho_corasick::AhoCorasick;
use release::{FRONT, Fault, List, SIGNATURE, Side, Signed, side::SIDES};
use semver::Version;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};
use wire::Hash;

pub use release::{LIST, PublicKey};

/// The files that are a stick's own, and the one size each may have.
pub const OWN: [(&str, u64); 4] = [
    ("cle-a.bin", 8 << 10),
    ("cle-b.bin", 8 << 10),
    ("repere-a.bin", 8 << 10),
    ("repere-b.bin", 8 << 10),
];

/// How a file stands against the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// One of the four that are this stick's own, of its fixed size.
    Own,
    /// Named as one of the four, but of another size.
    OwnWrongSize,
    /// The same, byte for byte, on every stick of this version.
    Listed,
    /// On the list, with other bytes.
    Changed,
    /// On the list, and not on the stick.
    Missing,
    /// Not on the list.
    Unlisted,
}

/// One file of the stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Path below the stick's folder, with `/`, for people: what is no letter in it is shown as U+FFFD.
    pub name: String,
    /// The same path as the system has it.
    pub path: PathBuf,
    /// Its size in bytes; 0 where it is missing.
    pub bytes: u64,
    /// How it stands.
    pub standing: Standing,
}

/// Everything on the stick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// By name.
    pub files: Vec<Line>,
    /// SHA-256 of the list itself, to compare with the published one; `None` where there is no list. Where two
    /// versions lie on the stick, that of the one that is started.
    pub list: Option<Hash>,
    /// Who signed that list.
    pub signature: Signature,
}

/// How the signature of a list stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signature {
    /// There is none, or no list.
    Missing,
    /// This program knows no key to check it with.
    Unchecked,
    /// It is good.
    Good(Signed),
    /// Another key's, or what was signed was changed since.
    Wrong,
}

/// Where words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Found {
    /// Files read, every byte.
    pub searched: usize,
    /// Times in files that are not the same on every stick.
    pub own: usize,
    /// Times in files that are the same on every stick.
    pub common: usize,
}

/// Reads every file of the stick and compares it with the lists on it: that of each side, and for what lies at the
/// top that of the version that is started. Signatures are checked with `key`; where one is good, a list whose
/// signature is not names nothing.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read.
pub fn contents(stick: &Path, key: Option<&PublicKey>) -> Result<Contents> {
    let Listed {
        mut expected,
        list,
        signature,
        wrong,
    } = listed(stick, key)?;
    let mut files = Vec::new();
    for (name, path) in files_below(stick)? {
        let bytes = fs::symlink_metadata(&path).map_err(Trouble::reading)?.len();
        let standing = match (own_size(&name), expected.remove(&name)) {
            (Some(size), _) if size == bytes => Standing::Own,
            (Some(_), _) => Standing::OwnWrongSize,
            (None, Some(Expected::Sum(hash))) if hash == hash_of(&path)? => Standing::Listed,
            (None, Some(Expected::OfTheList)) if !wrong.contains(&name) => Standing::Listed,
            (None, Some(_)) => Standing::Changed,
            (None, None) => Standing::Unlisted,
        };
        files.push(Line {
            name,
            path: path.strip_prefix(stick).unwrap_or(&path).to_owned(),
            bytes,
            standing,
        });
    }
    files.extend(expected.into_iter().filter_map(|(name, expected)| {
        let Expected::Sum(_) = expected else {
            return None;
        };
        Some(Line {
            path: PathBuf::from(&name),
            name,
            bytes: 0,
            standing: Standing::Missing,
        })
    }));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Contents {
        files,
        list,
        signature,
    })
}

/// Looks for words in every byte of every file, in small and in capital letters, as UTF-8 and as
/// UTF-16. Which files are the same on every stick is told as [`contents`] tells it.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read.
pub fn search(stick: &Path, words: &[String], key: Option<&PublicKey>) -> Result<Found> {
    let forms: Vec<Vec<u8>> = words.iter().flat_map(|word| forms(word)).collect();
    let Ok(finder) = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(&forms)
    else {
        return Err(Trouble::StickState("fewer words can be searched at once"));
    };
    let mut found = Found::default();
    for line in contents(stick, key)?.files {
        if line.standing == Standing::Missing {
            continue;
        }
        let path = stick.join(&line.path);
        if !is_plain(&path)? {
            continue;
        }
        let bytes = fs::read(path).map_err(Trouble::reading)?;
        let times = finder.find_iter(&bytes).count();
        found.searched += 1;
        match line.standing {
            Standing::Listed => found.common += times,
            _ => found.own += times,
        }
    }
    Ok(found)
}

/// Writes the list of a version: every file below `folder` but the stick's own and the list itself.
///
/// # Errors
/// [`Trouble::Stick`] where a file cannot be read or the list cannot be written.
pub fn write_list(folder: &Path) -> Result<Hash> {
    let mut text = String::new();
    for (name, path) in files_below(folder)? {
        if own_size(&name).is_none() && ![LIST, SIGNATURE].contains(&&*name) {
            text.push_str(&format!("{}  {name}\n", hash_of(&path)?.to_hex()));
        }
    }
    fs::write(folder.join(LIST), &text).map_err(Trouble::writing)?;
    Ok(Hash::of(text.as_bytes()))
}

/// What is expected of a file.
enum Expected {
    /// These bytes.
    Sum(Hash),
    /// The list itself, or its signature.
    OfTheList,
}

/// What the lists on a stick say.
struct Listed {
    expected: BTreeMap<String, Expected>,
    list: Option<Hash>,
    signature: Signature,
    /// Signatures that are not good.
    wrong: Vec<String>,
}

/// A list on a stick, and the folder that it speaks of.
struct OfFolder {
    above: &'static str,
    list: List,
    version: Option<Version>,
    signature: Signature,
}

/// Reads the lists: of each side, or of the one version that lies beside the key files.
fn listed(stick: &Path, key: Option<&PublicKey>) -> Result<Listed> {
    let lists = lists_that_count(stick, key)?;
    let mut all = Listed {
        expected: BTreeMap::new(),
        list: None,
        signature: Signature::Missing,
        wrong: Vec::new(),
    };
    let mut newest: Option<&OfFolder> = None;
    for of in &lists {
        let below = |name: &str| match of.above {
            "" => name.to_owned(),
            above => format!("{above}/{name}"),
        };
        for (name, hash) in of.list.lines() {
            all.expected.insert(below(name), Expected::Sum(*hash));
        }
        all.expected.insert(below(LIST), Expected::OfTheList);
        all.expected.insert(below(SIGNATURE), Expected::OfTheList);
        if of.signature == Signature::Wrong {
            all.wrong.push(below(SIGNATURE));
        }
        // Of two that are equal the first is started.
        if newest.is_none_or(|other| other.version < of.version) {
            newest = Some(of);
        }
    }
    if let Some(of) = newest {
        for name in FRONT {
            if let Some(hash) = of.list.lines().get(name) {
                all.expected.insert(name.to_owned(), Expected::Sum(*hash));
            }
        }
        all.list = Some(of.list.hash());
        all.signature = of.signature.clone();
    }
    Ok(all)
}

/// Where one list is signed as it should be, one that is not names nothing: anybody could have put it there. What
/// lies at the top is a version only where neither side is one.
fn lists_that_count(stick: &Path, key: Option<&PublicKey>) -> Result<Vec<OfFolder>> {
    let mut lists = Vec::new();
    for above in [SIDES[0], SIDES[1], ""] {
        let folder = stick.join(above);
        if above.is_empty() && !lists.is_empty() {
            break;
        }
        if let Some(list) = List::read(&folder).map_err(Trouble::reading)? {
            let (version, signature) = signature(&folder, key)?;
            lists.push(OfFolder {
                above,
                list,
                version,
                signature,
            });
        }
    }
    let is_good = |of: &OfFolder| matches!(of.signature, Signature::Good(_));
    if lists.iter().any(is_good) {
        lists.retain(is_good);
    }
    Ok(lists)
}

/// Which version a folder holds, and who signed that.
fn signature(folder: &Path, key: Option<&PublicKey>) -> Result<(Option<Version>, Signature)> {
    let side = match Side::read(folder, key) {
        Ok(side) => side,
        Err(Fault::Unsigned) => None,
        Err(Fault::Reading(error)) => return Err(Trouble::reading(error)),
        Err(_) => return Ok((None, Signature::Wrong)),
    };
    let Some(signed) = side.as_ref().and_then(Side::signed) else {
        return Ok((None, Signature::Missing));
    };
    let version = Some(signed.version.clone());
    match key {
        Some(_) => Ok((version, Signature::Good(signed.clone()))),
        None => Ok((version, Signature::Unchecked)),
    }
}

/// The size of a stick's own file. FAT may show its name in capital letters.
pub(crate) fn own_size(name: &str) -> Option<u64> {
    OWN.iter()
        .find(|(own, _)| own.eq_ignore_ascii_case(name))
        .map(|(_, size)| *size)
}

pub(crate) fn hash_of(path: &Path) -> Result<Hash> {
    if !is_plain(path)? {
        return Ok(Hash([0; 32]));
    }
    let file = fs::File::open(path).map_err(Trouble::reading)?;
    Hash::of_all(file).map_err(Trouble::reading)
}

/// A link is not followed, nor a device waited for: what they lead to is not on the stick.
fn is_plain(path: &Path) -> Result<bool> {
    Ok(fs::symlink_metadata(path)
        .map_err(Trouble::reading)?
        .is_file())
}

/// Names with `/` and paths of every file, in order of their names. Two that are no letters may read alike.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>> {
    let mut files = Vec::new();
    let mut folders = vec![(String::new(), folder.to_owned())];
    while let Some((above, folder)) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(Trouble::reading)? {
            let entry = entry.map_err(Trouble::reading)?;
            let name = format!("{above}{}", entry.file_name().to_string_lossy());
            if entry.file_type().map_err(Trouble::reading)?.is_dir() {
                folders.push((format!("{name}/"), entry.path()));
            } else {
                files.push((name, entry.path()));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn forms(word: &str) -> Vec<Vec<u8>> {
    let word = word.trim();
    let mut forms: Vec<Vec<u8>> = [word.to_owned(), word.to_lowercase(), word.to_uppercase()]
        .iter()
        .filter(|word| !word.is_empty())
        .flat_map(|word| {
            let wide = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            [word.as_bytes().to_vec(), wide]
        })
        .collect();
    forms.sort();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use minisign::KeyPair;
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
}
