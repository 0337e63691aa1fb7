//! A stick that came back: whatever is somebody's goes, and what was read back is said in one line for the stock.

use crate::{
    contents::{Contents, Line, PublicKey, Signature, Standing, contents},
    fleet::Ground,
    stick::Folder,
    trouble::{Result, Trouble},
};
use std::{
    io,
    path::{Path, PathBuf},
};
use wire::Wiped;

/// What computers put on every stick by themselves.
pub(crate) const OF_SYSTEMS: [&str; 2] = ["System Volume Information/", "lost+found/"];

/// Whether what is read back here comes from the stick itself. Elsewhere a computer may answer from what it remembers.
pub const READS_THE_STICK: bool = cfg!(any(target_os = "linux", windows));

/// A stick of ours whose programs are as they were made, so that it can be lent again once it is wiped.
#[derive(Debug)]
pub struct Returned {
    stick: Folder,
    own: Vec<PathBuf>,
    others: Vec<Other>,
}

/// A file that is neither on the list of a version nor a stick's own: what somebody put there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    /// Path below the stick's folder, with `/`, for people.
    pub name: String,
    path: PathBuf,
}

impl Returned {
    /// Reads every file of a stick. Where `key` is known, whoever has it must have signed the programs.
    ///
    /// # Errors
    /// [`Trouble::StickState`] where it is no stick of ours, or where a program is not as its list says: whoever
    /// borrows it next would type their code into that. [`Trouble::Stick`] where it cannot be read.
    pub fn read(stick: &Folder, key: Option<&PublicKey>) -> Result<Self> {
        let Contents {
            files,
            list,
            signature,
        } = contents(stick.path(), key)?;
        let is_own = |line: &Line| line.standing == Standing::Own;
        if list.is_none() && !files.iter().any(is_own) {
            return Err(Trouble::StickState(
                "here lies neither a list nor a key file: look which folder it is",
            ));
        }
        let is_wrong = |line: &Line| matches!(line.standing, Standing::Changed | Standing::Missing);
        if files.iter().any(is_wrong) {
            return Err(Trouble::StickState(
                "its programs are not as their list says: `stick update` first",
            ));
        }
        if key.is_some() && !matches!(signature, Signature::Good(_)) {
            return Err(Trouble::StickState(
                "nobody signed its programs who should have: `stick update` first",
            ));
        }
        let own = files.iter().filter(|line| is_own(line));
        let own = own.map(|line| line.path.clone()).collect();
        let others: Vec<Other> = files.into_iter().filter_map(Other::of).collect();
        if list.is_none() && !others.is_empty() {
            return Err(Trouble::StickState(
                "it has no list, so other files stay: `stick update` first",
            ));
        }
        Ok(Self {
            stick: stick.clone(),
            own,
            others,
        })
    }

    /// What somebody put there.
    #[must_use]
    pub fn others(&self) -> &[Other] {
        &self.others
    }

    /// Overwrites, reads back and removes the key files, then these other files. What is on the list of the version
    /// stays. `number` is what its label says, `now` is Unix seconds.
    ///
    /// # Errors
    /// [`Trouble::StickState`] where this computer does not let it be read back. [`Trouble::Stick`] where it takes no
    /// writing or does not keep it; said again, it goes on.
    pub fn wipe(self, number: u32, now: u64) -> Result<Wiped> {
        let stick = self.stick.clone();
        self.wipe_with(number, now, &move || stick.forget())
    }

    fn wipe_with(
        self,
        number: u32,
        now: u64,
        forget: &dyn Fn() -> io::Result<bool>,
    ) -> Result<Wiped> {
        // Before anything goes: a stick that was wiped without a proof would have nothing left to prove.
        if !forget().map_err(Trouble::reading)? {
            return Err(REMEMBERED);
        }
        let mut bytes = 0;
        let others = self.others.iter().map(|other| &other.path);
        for path in self.own.iter().chain(others) {
            bytes += blank(&self.stick, path, forget)?;
        }
        if !self.others.is_empty() {
            self.stick.tidy().map_err(Trouble::writing)?;
        }
        self.stick.settle().map_err(Trouble::writing)?;
        let count = |files: usize| u32::try_from(files).unwrap_or(u32::MAX);
        Ok(Wiped {
            number,
            time: now,
            files: count(self.own.len()),
            bytes,
            others: count(self.others.len()),
        })
    }
}

impl Other {
    fn of(line: Line) -> Option<Self> {
        let Line {
            name,
            path,
            standing,
            ..
        } = line;
        let is_other = matches!(standing, Standing::Unlisted | Standing::OwnWrongSize);
        let is_system = OF_SYSTEMS.iter().any(|system| name.starts_with(system));
        (is_other && !is_system).then_some(Self { name, path })
    }
}

const REMEMBERED: Trouble = Trouble::StickState(
    "this computer answers from what it remembers: take another computer, or format the stick as exFAT",
);

fn blank(stick: &Folder, path: &Path, forget: &dyn Fn() -> io::Result<bool>) -> Result<u64> {
    stick
        .blank(path, forget)
        .map_err(|error| match error.kind() {
            io::ErrorKind::Unsupported => REMEMBERED,
            _ => Trouble::writing(error),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contents::{LIST, OWN, write_list};
    use minisign::KeyPair;
    use release::SIGNATURE;
    use std::{cell::Cell, fs, io::Cursor};

    fn names(returned: &Returned) -> Vec<&str> {
        let others = returned.others().iter();
        others.map(|other| &*other.name).collect()
    }

    #[test]
    fn what_is_somebodys_goes_and_programs_stay() {
        let room = tempfile::tempdir().unwrap();
        let stick = Folder::new(room.path());
        fs::write(room.path().join("cle"), "a program").unwrap();
        write_list(room.path()).unwrap();
        fs::create_dir(room.path().join("Photos de Fatima")).unwrap();
        let photo = "Photos de Fatima/1.jpg";
        fs::write(room.path().join(photo), vec![7; 3 << 20]).unwrap();
        for name in ["cle-a.bin", "cle-b.bin", "repere-a.bin"] {
            fs::write(room.path().join(name), vec![9; 8 << 10]).unwrap();
        }
        let returned = Returned::read(&stick, None).unwrap();
        assert_eq!(names(&returned), [photo]);
        let wiped = returned.wipe(41, 7).unwrap();
        let bytes = (3 << 20) + (24 << 10);
        let expected = Wiped {
            number: 41,
            time: 7,
            files: 3,
            bytes,
            others: 1,
        };
        assert_eq!(wiped, expected);
        let mut left: Vec<_> = fs::read_dir(room.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, ["cle", LIST]);
        // Again there is nothing.
        let again = Returned::read(&stick, None).unwrap().wipe(41, 8).unwrap();
        assert_eq!((again.files, again.bytes, again.others), (0, 0, 0));
    }

    #[test]
    fn somebodys_folder_is_not_a_stick() {
        let room = tempfile::tempdir().unwrap();
        let letter = room.path().join("lettre.txt");
        fs::write(&letter, "somebody's").unwrap();
        let folder = Folder::new(room.path());
        let refused = Returned::read(&folder, None).unwrap_err();
        assert!(matches!(refused, Trouble::StickState(_)));
        // Nor with a file beside it that is called like a stick's.
        fs::write(room.path().join("cle-a.bin"), vec![9; 8 << 10]).unwrap();
        let refused = Returned::read(&folder, None).unwrap_err();
        assert!(matches!(refused, Trouble::StickState(_)));
        assert_eq!(fs::read(letter).unwrap(), b"somebody's");
    }

    /// As `./cle stick` lays one out: a version in `a`, its launcher at the top, and the key files.
    fn two_sided() -> tempfile::TempDir {
        let room = tempfile::tempdir().unwrap();
        let at = room.path();
        fs::create_dir(at.join("a")).unwrap();
        for (name, content) in [("cle", "the window"), ("ouvrir-linux", "starts it")] {
            fs::write(at.join("a").join(name), content).unwrap();
        }
        write_list(&at.join("a")).unwrap();
        fs::copy(at.join("a/ouvrir-linux"), at.join("ouvrir-linux")).unwrap();
        for (name, size) in OWN {
            fs::write(at.join(name), vec![9; usize::try_from(size).unwrap()]).unwrap();
        }
        room
    }

    #[test]
    fn a_stick_with_its_version_on_a_side_is_one_of_ours() {
        let room = two_sided();
        fs::write(room.path().join("lettre.txt"), "somebody's").unwrap();
        let stick = Folder::new(room.path());
        let returned = Returned::read(&stick, None).unwrap();
        assert_eq!(names(&returned), ["lettre.txt"]);
        let wiped = returned.wipe(41, 7).unwrap();
        assert_eq!((wiped.files, wiped.others), (4, 1));
        assert!(room.path().join("a/cle").is_file());
    }

    #[test]
    fn programs_that_a_computer_changed_are_no_proof() {
        for name in ["a/cle", "ouvrir-linux"] {
            let room = two_sided();
            fs::write(room.path().join(name), "steals the code").unwrap();
            let stick = Folder::new(room.path());
            let refused = Returned::read(&stick, None).unwrap_err();
            assert!(matches!(refused, Trouble::StickState(_)), "{name}");
        }
        let room = two_sided();
        fs::remove_file(room.path().join("a/cle")).unwrap();
        Returned::read(&Folder::new(room.path()), None).unwrap_err();
    }

    #[test]
    fn where_a_key_is_known_it_must_have_signed_the_programs() {
        let pair = KeyPair::generate_unencrypted_keypair().unwrap();
        let key = PublicKey::parse(&pair.pk.to_base64()).unwrap();
        let room = two_sided();
        let stick = Folder::new(room.path());
        let refused = Returned::read(&stick, Some(&key)).unwrap_err();
        assert!(matches!(refused, Trouble::StickState(_)));
        let list = Cursor::new(fs::read(room.path().join("a").join(LIST)).unwrap());
        let signed = minisign::sign(None, &pair.sk, list, Some("cle 1.0.0"), None).unwrap();
        let place = room.path().join("a").join(SIGNATURE);
        fs::write(place, signed.into_string()).unwrap();
        Returned::read(&stick, Some(&key)).unwrap();
        // A list that anybody could have written names nothing: what it lists is somebody's.
        fs::create_dir(room.path().join("b")).unwrap();
        fs::write(room.path().join("b/cle"), "steals the code").unwrap();
        write_list(&room.path().join("b")).unwrap();
        let returned = Returned::read(&stick, Some(&key)).unwrap();
        assert_eq!(names(&returned), ["b/cle", "b/liste.sha256"]);
    }

    #[test]
    fn what_is_read_back_was_forgotten_first() {
        let room = two_sided();
        let stick = Folder::new(room.path());
        let returned = Returned::read(&stick, None).unwrap();
        let first = fs::read(room.path().join("cle-a.bin")).unwrap();
        returned.wipe_with(41, 7, &|| Ok(false)).unwrap_err();
        assert_eq!(fs::read(room.path().join("cle-a.bin")).unwrap(), first);
        // It is asked between the writing and the reading back of each file.
        let returned = Returned::read(&stick, None).unwrap();
        let zeros = Cell::new(0);
        let forget = || {
            let files = OWN
                .iter()
                .filter_map(|(name, _)| fs::read(room.path().join(name)).ok());
            let blank = |bytes: Vec<u8>| bytes.iter().all(|byte| *byte == 0);
            zeros.set(zeros.get() + files.map(blank).filter(|blank| *blank).count());
            Ok(true)
        };
        assert_eq!(returned.wipe_with(41, 7, &forget).unwrap().files, 4);
        assert_eq!(zeros.get(), 4);
    }

    #[test]
    fn key_files_go_first() {
        let room = two_sided();
        fs::write(room.path().join("a lettre.txt"), "somebody's").unwrap();
        let returned = Returned::read(&Folder::new(room.path()), None).unwrap();
        let asked = Cell::new(0);
        let forget = || {
            asked.set(asked.get() + 1);
            // Once at the beginning, then for each of four key files.
            Ok(asked.get() <= 5)
        };
        returned.wipe_with(41, 7, &forget).unwrap_err();
        assert!(OWN.iter().all(|(name, _)| !room.path().join(name).exists()));
        assert!(room.path().join("a lettre.txt").exists());
    }

    #[test]
    fn of_a_folder_that_is_no_stick_there_is_no_proof() {
        let room = tempfile::tempdir().unwrap();
        let refused = Returned::read(&Folder::new(room.path()), None).unwrap_err();
        assert!(matches!(refused, Trouble::StickState(_)));
    }

    #[test]
    fn a_file_that_may_not_be_written_goes_too() {
        let room = two_sided();
        let letter = room.path().join("lettre.txt");
        fs::write(&letter, "somebody's").unwrap();
        let mut rights = fs::metadata(&letter).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&letter, rights).unwrap();
        let stick = Folder::new(room.path());
        let returned = Returned::read(&stick, None).unwrap();
        assert_eq!(returned.wipe(41, 7).unwrap().others, 1);
        assert!(!letter.exists());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn names_that_are_not_letters_go_too() {
        use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
        let room = two_sided();
        for name in [b"photo\xe9", b"photo\xe8"] {
            fs::write(room.path().join(OsStr::from_bytes(name)), "somebody's").unwrap();
        }
        let stick = Folder::new(room.path());
        let returned = Returned::read(&stick, None).unwrap();
        assert_eq!(returned.wipe(41, 7).unwrap().others, 2);
        let again = Returned::read(&stick, None).unwrap();
        assert_eq!(again.others(), []);
    }
}
