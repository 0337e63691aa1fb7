//! WebKitGTK and all that it loads, gathered on the computer that builds and packed into one file: for computers that
//! lack it. What belongs to a computer's screen lies apart, and counts only where the computer has none of its own.

use anyhow::{Context, Result, ensure};
use lddtree::DependencyAnalyzer;
use release::carried::{HELPERS, LIBRARIES, OWN_HELPERS, SPARE, STARTER};
use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

/// Where Debian keeps libraries.
const SYSTEM: &str = "/usr/lib/x86_64-linux-gnu";
/// What WebKitGTK starts.
const STARTED: [&str; 3] = [
    "WebKitNetworkProcess",
    "WebKitWebProcess",
    "injected-bundle/libwebkit2gtkinjectedbundle.so",
];
/// Loaded by name while it runs: settings of the desktop, printers, and a voice's sound or a camera's picture.
const MODULES: [(&str, &str, &[&str]); 3] = [
    ("gio", "gio/modules", &["libdconfsettings.so"]),
    (
        "gtk/3.0.0/printbackends",
        "gtk-3.0/3.0.0/printbackends",
        &["libprintbackend-cups.so", "libprintbackend-file.so"],
    ),
    (
        "gst",
        "gstreamer-1.0",
        &[
            "libgstapp.so",
            "libgstaudioconvert.so",
            "libgstaudioresample.so",
            "libgstautodetect.so",
            "libgstcoreelements.so",
            "libgstjpeg.so",
            "libgstplayback.so",
            "libgstpulseaudio.so",
            "libgsttypefindfunctions.so",
            "libgstvideo4linux2.so",
            "libgstvideoconvertscale.so",
            "libgstvolume.so",
            "libgstwavparse.so",
        ],
    ),
];
/// Of the computer itself, always: they go with its kernel.
const NEVER: [&str; 8] = [
    "ld-linux",
    "libc.so",
    "libm.so",
    "libdl.so",
    "libpthread.so",
    "librt.so",
    "libresolv.so",
    "libnss",
];
/// Of the computer where it has them: they go with its screen and its compiler.
const SCREEN: [&str; 11] = [
    "libEGL",
    "libGL",
    "libOpenGL",
    "libX11",
    "libdrm",
    "libgbm",
    "libgcc_s",
    "libglapi",
    "libstdc++",
    "libwayland",
    "libxcb",
];

/// How small the file becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For tests: some seconds.
    Quick,
    /// For sticks: half a minute and more.
    Small,
}

/// What was packed.
#[derive(Debug, Clone, Copy)]
pub struct Packed {
    /// Files.
    pub files: usize,
    /// Bytes, unpacked.
    pub unpacked: u64,
    /// Bytes of the one file.
    pub packed: u64,
}

/// Packs what that program needs of a computer beside the C library.
///
/// # Errors
/// Where this computer is no Debian with WebKitGTK, or something that is needed is missing here.
pub fn pack(program: &Path, out: &Path, effort: Effort) -> Result<Packed> {
    let files = gather(program)?;
    // zstd's own scale.
    let level = match effort {
        Effort::Quick => 1,
        Effort::Small => 12,
    };
    let mut unpacked = 0;
    let result = File::create_new(out)?;
    let mut packer = zstd::Encoder::new(result, level)?;
    packer.include_checksum(true)?;
    let mut archive = tar::Builder::new(packer);
    for (name, from) in &files {
        let bytes = match from {
            From::File(path) => {
                fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?
            }
            From::Bytes(bytes) => bytes.clone(),
        };
        unpacked += bytes.len() as u64;
        // The same files make the same bytes: no owner, no date.
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(if name.starts_with(OWN_HELPERS) {
            0o700
        } else {
            0o600
        });
        header.set_mtime(0);
        archive.append_data(&mut header, name, &bytes[..])?;
    }
    let mut written = archive.into_inner()?.finish()?;
    written.flush()?;
    written.sync_all()?;
    Ok(Packed {
        files: files.len(),
        unpacked,
        packed: written.metadata()?.len(),
    })
}

enum From {
    File(PathBuf),
    Bytes(Vec<u8>),
}

/// Each file by its name in the archive.
fn gather(program: &Path) -> Result<BTreeMap<String, From>> {
    let system = Path::new(SYSTEM);
    let mut files = BTreeMap::new();
    let mut roots = vec![program.to_owned()];
    for name in STARTED {
        let from = Path::new(HELPERS).join(name);
        ensure!(
            from.is_file(),
            "{} is missing: WebKitGTK 4.1 of Debian is wanted",
            from.display()
        );
        files.insert(format!("{OWN_HELPERS}/{name}"), From::File(from.clone()));
        roots.push(from);
    }
    for (to, from, names) in MODULES {
        for name in names {
            let from = system.join(from).join(name);
            ensure!(from.is_file(), "{} is missing", from.display());
            files.insert(format!("{to}/{name}"), From::File(from.clone()));
            roots.push(from);
        }
    }
    for (name, path) in needed(&roots)? {
        if NEVER.iter().any(|prefix| name.starts_with(prefix)) {
            continue;
        }
        let spare = SCREEN.iter().any(|prefix| name.starts_with(prefix));
        let folder = if spare { SPARE } else { LIBRARIES };
        files.insert(format!("{folder}/{name}"), From::File(path));
    }
    ensure!(
        files.contains_key(STARTER),
        "the program does not load WebKitGTK"
    );
    let schemas = PathBuf::from("/usr/share/glib-2.0/schemas/gschemas.compiled");
    files.insert("schemas/gschemas.compiled".into(), From::File(schemas));
    // Nothing is loaded for pictures but what is in the library: ours names no loader.
    files.insert("pixbuf".into(), From::Bytes(Vec::new()));
    let packages = packages_of(files.values().filter_map(|from| match from {
        From::File(path) => Some(path.as_path()),
        From::Bytes(_) => None,
    }))?;
    for name in packages.keys() {
        let licence = Path::new("/usr/share/doc").join(name).join("copyright");
        files.insert(format!("licences/{name}"), From::File(licence));
    }
    let list = packages
        .iter()
        .map(|(name, version)| format!("{name} {version}\n"));
    let list: String = list.collect();
    files.insert(
        "licences/paquets.txt".into(),
        From::Bytes(list.into_bytes()),
    );
    Ok(files)
}

/// Every library that one of these loads, by the name that it is looked for.
fn needed(roots: &[PathBuf]) -> Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    for root in roots {
        let tree = DependencyAnalyzer::default()
            .analyze(root)
            .with_context(|| format!("{} cannot be read", root.display()))?;
        for (name, library) in tree.libraries {
            // The loader of the kernel is named by its whole path.
            if name.starts_with('/') {
                continue;
            }
            let path = library
                .realpath
                .with_context(|| format!("{name} is missing, for {}", root.display()))?;
            found.insert(name, path);
        }
    }
    Ok(found)
}

/// Debian's packages of these files, each with its version: who wants the sources finds them by it. The program itself is
/// of none.
fn packages_of<'a>(files: impl Iterator<Item = &'a Path>) -> Result<BTreeMap<String, String>> {
    // Debian 12 knows some of what lies in /usr/lib as lying in /lib.
    let asked = files.flat_map(|file| {
        let short = file
            .strip_prefix("/usr")
            .map(|rest| Path::new("/").join(rest));
        [Some(file.to_owned()), short.ok()].into_iter().flatten()
    });
    // It fails where it does not know one of them: what it knows counts.
    let known = Command::new("dpkg-query")
        .arg("-S")
        .args(asked)
        .output()
        .context("dpkg is wanted")?;
    let known = String::from_utf8(known.stdout)?;
    let mut names: Vec<&str> = known
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(package, _)| package)
        .collect();
    names.sort_unstable();
    names.dedup();
    let versions = Command::new("dpkg-query")
        .args(["-W", "-f", "${Package} ${Version}\n"])
        .args(&names)
        .output()?;
    ensure!(versions.status.success(), "dpkg does not know {names:?}");
    let lines = String::from_utf8(versions.stdout)?;
    let pairs = lines.lines().filter_map(|line| line.split_once(' '));
    Ok(pairs
        .map(|(name, version)| (name.to_owned(), version.to_owned()))
        .collect())
}
