//! What somebody else put where a version is written: letters and photos are kept, what a system could load is not.

use super::{Refused, change::ASIDE};
use crate::{stick::Medium, trouble::Trouble};

/// Endings of what a system loads or starts where it lies beside a program.
const LOADED: [&str; 19] = [
    "bat", "cmd", "com", "conf", "config", "cpl", "desktop", "dll", "exe", "inf", "ini", "lnk",
    "local", "manifest", "msi", "ps1", "scr", "sh", "vbs",
];

/// Whether a system could load or start a file, or it was half written. Nobody's letter or photo is that.
pub(super) fn may_be_loaded(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    name.ends_with(ASIDE)
        || name.ends_with(".so")
        || name.contains(".so.")
        || ending.is_some_and(|ending| LOADED.contains(&ending))
}

/// Puts somebody's file at the top of the stick, under a name that nothing has there.
pub(super) fn move_up(medium: &dyn Medium, side: &str, name: &str) -> Result<(), Refused> {
    let numbered = (1..1_000).map(|number| format!("{number}-{name}"));
    let names = core::iter::once(name.to_owned()).chain(numbered);
    // The file system itself says which names it takes for one; a folder cannot be read.
    let mut free = names.filter(|to| matches!(medium.read_long(to, 0), Ok(None)));
    let to = free.next().ok_or_else(|| Refused::Name(name.to_owned()))?;
    let moved = medium.rename(&format!("{side}/{name}"), &to);
    moved.map_err(|error| Trouble::writing(error).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_system_loads_is_told_from_what_people_keep() {
        for loaded in [
            "version.DLL",
            "cle.exe.local",
            "cle.exe.config",
            "libgtk.so",
            "libgtk.so.3",
            "autorun.inf",
            "ouvrir-linux.neuf",
        ] {
            assert!(may_be_loaded(loaded), "{loaded}");
        }
        for kept in [
            "vacances.JPG",
            "lettre",
            "voix.opus",
            "été.zip",
            "so.pdf",
            "exe",
            "LISEZ.html",
        ] {
            assert!(!may_be_loaded(kept), "{kept}");
        }
        assert!(may_be_loaded(&format!("cle{ASIDE}")));
    }
}
