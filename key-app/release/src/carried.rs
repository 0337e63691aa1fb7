//! What the window wants of a Linux computer, carried along for those that lack it: WebKitGTK and what it loads, packed
//! into one file of a version. It is unpacked into memory, in the private folder that goes when the window ends.

use crate::{
    CARRIED, Fault, Side,
    private::{is_private, make, places, remove_leftovers},
};
use rustix::fs::{StatVfsMountFlags, statvfs};
use ruzstd::decoding::StreamingDecoder;
use std::{
    ffi::OsString,
    fs, io,
    os::unix::ffi::OsStrExt,
    path::{Path, PathBuf},
    process::Command,
};

/// The library that starts other programs, by a path that is compiled into it.
pub const STARTER: &str = "lib/libwebkit2gtk-4.1.so.0";
/// That path. Another one of the same length is put in its place.
pub const HELPERS: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1";
/// Folder of those programs among what was unpacked.
pub const OWN_HELPERS: &str = "h";
/// Where Linux computers keep libraries.
const SYSTEM: [&str; 6] = [
    "/usr/lib/x86_64-linux-gnu",
    "/lib/x86_64-linux-gnu",
    "/usr/lib64",
    "/lib64",
    "/usr/lib",
    "/lib",
];
/// Folder of the libraries.
pub const LIBRARIES: &str = "lib";
/// Folder of those that belong to a computer's screen or its compiler.
pub const SPARE: &str = "spare";
/// Unpacked it is at most so many times as large.
const GROWS: u64 = 4;

/// What programs of the computer must not find in their environment: it leads them to our libraries.
pub const NAMES: [&str; 8] = [
    "LD_LIBRARY_PATH",
    "GIO_MODULE_DIR",
    "GDK_PIXBUF_MODULE_FILE",
    "GSETTINGS_SCHEMA_DIR",
    "GTK_PATH",
    "GST_PLUGIN_SYSTEM_PATH_1_0",
    "GST_REGISTRY_1_0",
    "WEBKIT_DISABLE_DMABUF_RENDERER",
];

/// A new private folder with room for what a version carries, from which programs may be started. `None` where it
/// carries nothing, or no place in memory is such: half of a computer's memory is more than a session's folder has, so
/// that one comes last. What a kill left there goes before.
///
/// # Errors
/// Where the version cannot be read.
pub fn folder_for(side: &Side) -> io::Result<Option<PathBuf>> {
    if !side.list().lines().contains_key(CARRIED) {
        return Ok(None);
    }
    remove_leftovers();
    let wanted = fs::metadata(side.folder().join(CARRIED))?.len() * GROWS;
    let mut places = places();
    places.reverse();
    Ok(places
        .iter()
        .filter(|place| takes(place, wanted))
        .find_map(|place| make(place).ok()))
}

/// Whether there is room, and programs may be started there: hardened computers forbid it in some places.
fn takes(place: &Path, wanted: u64) -> bool {
    statvfs(place).is_ok_and(|it| {
        it.f_bavail.saturating_mul(it.f_frsize) >= wanted
            && !it.f_flag.contains(StatVfsMountFlags::NOEXEC)
    })
}

/// Unpacks what a version carries into a private folder, after every byte was compared with the signed list, and leads
/// its library to the programs beside it.
///
/// # Errors
/// [`Fault::Changed`] where it is not what the list says; [`Fault::Reading`] where it cannot be unpacked.
pub fn unpack(side: &Side, folder: &Path) -> Result<(), Fault> {
    let packed = fs::read(side.folder().join(CARRIED))?;
    side.holds(CARRIED, &packed)?;
    let unpacked = StreamingDecoder::new(&packed[..]).map_err(io::Error::other)?;
    let mut archive = tar::Archive::new(unpacked);
    archive.set_preserve_mtime(false);
    archive.unpack(folder)?;
    lead(folder)?;
    Ok(add_missing(folder, SYSTEM.map(Path::new))?)
}

/// What belongs to a computer's screen is the computer's, one by one; ours joins our other libraries where it has none
/// of that name.
fn add_missing<const N: usize>(folder: &Path, system: [&Path; N]) -> io::Result<()> {
    for spare in fs::read_dir(folder.join(SPARE))? {
        let spare = spare?;
        let name = spare.file_name();
        if !system.iter().any(|system| system.join(&name).exists()) {
            fs::rename(spare.path(), folder.join(LIBRARIES).join(name))?;
        }
    }
    Ok(())
}

/// Puts the private folder in the place of the path that is compiled in. Slashes fill the rest.
fn lead(folder: &Path) -> Result<(), Fault> {
    let mut path = folder.join(OWN_HELPERS).as_os_str().as_bytes().to_vec();
    if path.len() > HELPERS.len() {
        return Err(io::Error::other("the path of the private folder is too long").into());
    }
    path.resize(HELPERS.len(), b'/');
    let library = folder.join(STARTER);
    let mut bytes = fs::read(&library)?;
    let places: Vec<_> = memchr::memmem::find_iter(&bytes, HELPERS).collect();
    if places.is_empty() {
        return Err(Fault::Changed(STARTER.to_owned()));
    }
    for place in places {
        bytes[place..place + path.len()].copy_from_slice(&path);
    }
    Ok(fs::write(library, bytes)?)
}

/// What a program finds our libraries by, in [`NAMES`]. With `spare` all of ours count, also where the computer has its
/// own: those may be too old.
#[must_use]
pub fn environment(folder: &Path, spare: bool) -> [(&'static str, OsString); NAMES.len()] {
    let at = |name: &str| folder.join(name).into_os_string();
    let mut libraries = at(LIBRARIES);
    if spare {
        libraries.push(":");
        libraries.push(at(SPARE));
    }
    let values = [
        libraries,
        at("gio"),
        at("pixbuf"),
        at("schemas"),
        at("gtk"),
        at("gst"),
        at("gst-registry"),
        // Which screen a strange computer has is not known: the processor draws.
        "1".into(),
    ];
    let mut values = values.into_iter();
    NAMES.map(|name| (name, values.next().unwrap_or_default()))
}

/// Whether this program was started with libraries that its version carries.
#[must_use]
pub fn in_use() -> bool {
    std::env::var_os(NAMES[0]).is_some_and(|libraries| {
        std::env::split_paths(&libraries).any(|path| path.parent().is_some_and(is_private))
    })
}

/// A program of the computer is to find the computer's libraries, not ours.
pub fn leave(command: &mut Command) {
    if in_use() {
        for name in NAMES {
            command.env_remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_library_is_led_to_the_private_folder_and_nothing_moves() {
        let folder = tempfile::Builder::new()
            .prefix("cle-")
            .tempdir_in("/tmp")
            .unwrap();
        fs::create_dir(folder.path().join("lib")).unwrap();
        let before = format!("a{HELPERS}\0b{HELPERS}/injected-bundle/\0c");
        fs::write(folder.path().join(STARTER), &before).unwrap();
        lead(folder.path()).unwrap();
        let after = fs::read_to_string(folder.path().join(STARTER)).unwrap();
        assert_eq!(after.len(), before.len());
        let own = folder.path().join(OWN_HELPERS);
        let paths: Vec<&Path> = after
            .trim_start_matches('a')
            .trim_end_matches('c')
            .split('\0')
            .map(|path| Path::new(path.trim_start_matches('b')))
            .collect();
        assert_eq!(paths[0], own);
        assert_eq!(paths[1], own.join("injected-bundle"));
        // A library of another kind is not carried half-led.
        assert!(matches!(lead(folder.path()), Err(Fault::Changed(_))));
    }

    #[test]
    fn a_library_of_the_screen_is_the_computers_where_it_has_it() {
        let folder = tempfile::tempdir().unwrap();
        let system = tempfile::tempdir().unwrap();
        for name in [LIBRARIES, SPARE] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        for name in ["libEGL.so.1", "libXi.so.6"] {
            fs::write(folder.path().join(SPARE).join(name), "ours").unwrap();
        }
        fs::write(system.path().join("libEGL.so.1"), "theirs").unwrap();
        add_missing(folder.path(), [system.path()]).unwrap();
        let ours = |name: &str| folder.path().join(LIBRARIES).join(name).exists();
        assert!(ours("libXi.so.6") && !ours("libEGL.so.1"));
        let [(name, libraries), ..] = environment(folder.path(), false);
        assert_eq!(name, "LD_LIBRARY_PATH");
        assert_eq!(libraries, folder.path().join(LIBRARIES));
    }

    #[test]
    fn a_folder_whose_name_does_not_fit_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("a folder with a name that is long");
        fs::create_dir_all(deep.join("lib")).unwrap();
        fs::write(deep.join(STARTER), HELPERS).unwrap();
        assert!(matches!(lead(&deep), Err(Fault::Reading(_))));
        assert_eq!(fs::read_to_string(deep.join(STARTER)).unwrap(), HELPERS);
    }
}
