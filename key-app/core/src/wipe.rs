//! A stick that came back: whatever is somebody's goes, and what was read back is said in one line for the stock.

use crate::{
    contents::{LIST, Standing, contents},
    fleet::Ground,
    stick::{Folder, Stick},
    trouble::{Result, Trouble},
};
use wire::Wiped;

/// What computers put on every stick by themselves.
pub(crate) const OF_SYSTEMS: [&str; 2] = ["System Volume Information/", "lost+found/"];

/// Files that are neither on the list of a version nor a stick's own: what somebody put there.
///
/// # Errors
/// [`Trouble::Stick`] where it cannot be read.
pub fn others(stick: &Folder) -> Result<Vec<String>> {
    let lines = contents(stick.path(), None)?.files.into_iter();
    let is_other = |standing| matches!(standing, Standing::Unlisted | Standing::OwnWrongSize);
    let names = lines.filter(|line| is_other(line.standing));
    let names = names.map(|line| line.name);
    let is_system = |name: &String| OF_SYSTEMS.iter().any(|system| name.starts_with(system));
    Ok(names.filter(|name| !is_system(name)).collect())
}

/// Overwrites, reads back past the cache and removes the key files, and these other files. What is on the list of the
/// version stays: the stick can be lent again. `number` is what its label says, `now` is Unix seconds.
///
/// # Errors
/// [`Trouble::StickState`] where other files are to go from a folder that has no list: it is no stick of ours.
/// [`Trouble::Stick`] where it takes no writing or does not keep it; said again, it goes on.
pub fn wipe(stick: &Folder, number: u32, others: &[String], now: u64) -> Result<Wiped> {
    if !others.is_empty() && !stick.path().join(LIST).is_file() {
        return Err(Trouble::StickState("it has no list: other files stay"));
    }
    let mut bytes = 0;
    for name in others {
        bytes += stick.blank(name).map_err(Trouble::writing)?;
    }
    let blanked = Stick::new(stick.clone()).wipe()?;
    if !others.is_empty() {
        stick.tidy().map_err(Trouble::writing)?;
    }
    stick.settle().map_err(Trouble::writing)?;
    Ok(Wiped {
        number,
        time: now,
        files: blanked.files,
        bytes: bytes + blanked.bytes,
        others: u32::try_from(others.len()).unwrap_or(u32::MAX),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contents::write_list;
    use std::fs;

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
        let found = others(&stick).unwrap();
        assert_eq!(found, [photo]);
        let wiped = wipe(&stick, 41, &found, 7).unwrap();
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
        assert_eq!(wipe(&stick, 41, &[], 8).unwrap().files, 0);
    }

    #[test]
    fn somebodys_folder_is_not_a_stick() {
        let room = tempfile::tempdir().unwrap();
        let letter = room.path().join("lettre.txt");
        fs::write(&letter, "somebody's").unwrap();
        let folder = Folder::new(room.path());
        let found = others(&folder).unwrap();
        assert_eq!(found, ["lettre.txt"]);
        let refused = wipe(&folder, 41, &found, 7).unwrap_err();
        assert!(matches!(refused, Trouble::StickState(_)));
        assert_eq!(fs::read(letter).unwrap(), b"somebody's");
    }
}
