//! A Linux computer without WebKitGTK: the real launcher unpacks what the stick carries, and the real window shows.
//! This computer's own is hidden in a namespace of mounts.

#![cfg(all(target_os = "linux", target_arch = "x86_64"))]
#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use packing::{
    folder::Built,
    libraries::{Effort, pack},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use tempfile::TempDir;
use tests::{
    report,
    screen::{Display, Stopwatch, beside_the_tests, figure, shipped},
    version::Signer,
};
use wire::Hash;

/// Hides what a computer without WebKitGTK lacks, GTK and its settings too, then becomes the rest of the words.
const WITHOUT: &str = r#"
set -e
mount --make-rprivate /
at=/usr/lib/x86_64-linux-gnu
for library in webkit2gtk-4.1 javascriptcoregtk-4.1 gtk-3 gdk-3 gstreamer-1.0 soup-3.0; do
    for file in "$at/lib$library".so.*; do mount --bind /dev/null "$file"; done
done
for folder in "$at/webkit2gtk-4.1" "$at/gtk-3.0" "$at/gstreamer-1.0" /usr/share/glib-2.0/schemas; do
    [ ! -d "$folder" ] || mount -t tmpfs none "$folder"
done
exec "$@"
"#;

/// Whether this computer lets anybody hide mounts, and has the room in memory. Where it does not nothing is tried, and
/// the figures say that nothing was.
fn possible(promise: &str) -> bool {
    let may = unshare()
        .args([
            "sh",
            "-c",
            "mount --make-rprivate / && mount -t tmpfs none /mnt",
        ])
        .stderr(Stdio::null())
        .status();
    let room = rustix::fs::statvfs("/dev/shm");
    let possible = may.is_ok_and(|status| status.success())
        && room.is_ok_and(|room| room.f_bavail * room.f_frsize >= 1 << 30);
    if !possible {
        report::promise(promise, 0, 0).unwrap();
    }
    possible
}

/// Whoever is not root is it in a namespace of their own.
fn unshare() -> Command {
    let who = if rustix::process::geteuid().is_root() {
        "-m"
    } else {
        "-rm"
    };
    let mut unshare = Command::new("unshare");
    unshare.arg(who);
    unshare
}

struct Computer {
    home: TempDir,
    signer: Signer,
    stick: PathBuf,
}

impl Computer {
    /// With a stick in it that carries what it lacks.
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        for name in ["session", "bin"] {
            fs::create_dir(home.path().join(name)).unwrap();
        }
        let signer = Signer::new().unwrap();
        let packed = home.path().join("packed");
        let told = pack(&shipped().unwrap(), &packed, Effort::Quick).unwrap();
        assert!(told.packed < told.unpacked);
        let stick = home.path().join("stick");
        let built = Built {
            linux: [shipped().unwrap(), beside_the_tests("ouvrir").unwrap()],
            windows: None,
            carried: Some(packed),
            pages: Path::new(env!("CARGO_MANIFEST_DIR")).join("../key-app/ui/dist-stick"),
        };
        signer.lay_out(&built, &stick, "1.0.0").unwrap();
        Self {
            home,
            signer,
            stick,
        }
    }

    fn packed(&self) -> PathBuf {
        self.stick.join("a").join(release::CARRIED)
    }

    /// What shows pages here writes down which.
    fn told(&self) -> PathBuf {
        self.home.path().join("told")
    }

    fn launch(&self, display: &Display) -> Child {
        let browser = self.home.path().join("bin/xdg-open");
        let script = format!(
            "#!/bin/sh\nprintf '%s' \"$1\" > '{}'\n",
            self.told().display()
        );
        fs::write(&browser, script).unwrap();
        Command::new("chmod")
            .arg("700")
            .arg(browser)
            .status()
            .unwrap();
        let path = std::env::var("PATH").unwrap();
        unshare()
            .args(["sh", "-c", WITHOUT, "sh"])
            .arg(self.stick.join("ouvrir-linux"))
            .env_clear()
            .env("CLE_RELEASE_KEY", self.signer.public())
            .env("PATH", format!("{}/bin:{path}", self.home.path().display()))
            .env("DISPLAY", display.name())
            .env("LANG", "fr_FR.UTF-8")
            .env("HOME", self.home.path())
            .env("XDG_RUNTIME_DIR", self.home.path().join("session"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    }
}

/// The private folder that the window of that stick runs in.
fn private_folder(stick: &Path) -> Option<PathBuf> {
    let processes = fs::read_dir("/proc").unwrap();
    processes.filter_map(Result::ok).find_map(|process| {
        let line = fs::read(process.path().join("cmdline")).ok()?;
        let words: Vec<&str> = line
            .split(|byte| *byte == 0)
            .map(|word| std::str::from_utf8(word).unwrap_or_default())
            .collect();
        let at = |name: &str| words.iter().position(|word| *word == name);
        (words.get(at("--stick")? + 1)? == &stick.to_str()?)
            .then(|| words.get(at("--private")? + 1).map(PathBuf::from))?
    })
}

fn wait_until_gone(folder: &Path) {
    let patience = Stopwatch::start();
    while folder.exists() {
        assert!(patience.seconds() < 30.0, "{} stays", folder.display());
        std::thread::yield_now();
    }
}

#[test]
fn the_window_shows_on_a_computer_without_webkitgtk_and_leaves_nothing() {
    if !possible("carried.shown") {
        return;
    }
    let computer = Computer::new();
    let display = Display::with_desktop().unwrap();
    let blank = display.pixels().unwrap();
    // Killed, it leaves nothing either.
    let watch = Stopwatch::start();
    let mut running = computer.launch(&display);
    display.wait_for_window("Clé").unwrap();
    figure("carried.window_s", watch.seconds()).unwrap();
    let folder = private_folder(&computer.stick).unwrap();
    running.kill().unwrap();
    running.wait().unwrap();
    wait_until_gone(&folder);

    let mut running = computer.launch(&display);
    display.wait_for_window("Clé").unwrap();
    let shown = display.changed_from(&blank).unwrap();
    let folder = private_folder(&computer.stick).unwrap();
    assert!(folder.starts_with("/dev/shm"), "in memory");
    // Its pages are drawn by the program that was carried, not by this computer's.
    let helper = format!("^{}/h/+WebKitWebProcess", folder.display());
    let found = Command::new("pgrep").args(["-f", "--", &helper]).output();
    assert!(
        found.unwrap().status.success(),
        "no page of {}",
        folder.display()
    );
    // The stick gone, the window still answers.
    fs::remove_dir_all(&computer.stick).unwrap();
    display.hands(&["key", "Tab"]).unwrap();
    display.changed_from(&shown).unwrap();
    display
        .hands(&["key", "--delay", "100", "Escape", "Escape", "Escape"])
        .unwrap();
    assert!(running.wait().unwrap().success());
    wait_until_gone(&folder);
    report::promise("carried.shown", 2, 0).unwrap();
}

#[test]
fn what_was_changed_is_not_unpacked_and_what_is_missing_is_said() {
    if !possible("carried.refused") {
        return;
    }
    let computer = Computer::new();
    let display = Display::start().unwrap();
    let whole = fs::read(computer.packed()).unwrap();
    // The same computer packs the same bytes, and writes over nothing.
    let again = computer.home.path().join("again");
    pack(&shipped().unwrap(), &again, Effort::Quick).unwrap();
    let of_again = Hash::of(&fs::read(&again).unwrap());
    assert_eq!(of_again.to_hex(), Hash::of(&whole).to_hex());
    assert!(pack(&shipped().unwrap(), &again, Effort::Quick).is_err());
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    let cut = whole[..whole.len() / 2].to_vec();
    let mut refused = 0;
    let mut explains = |sentence: &str| {
        let output = computer.launch(&display).wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success());
        assert!(said.contains(sentence), "{said}");
        let patience = Stopwatch::start();
        while !fs::read_to_string(computer.told())
            .is_ok_and(|page| page.ends_with("manque-linux.html"))
        {
            assert!(patience.seconds() < 30.0, "no page is shown");
            std::thread::yield_now();
        }
        fs::remove_file(computer.told()).unwrap();
        refused += 1;
    };
    for bytes in [flipped, cut.clone(), Vec::new()] {
        fs::write(computer.packed(), bytes).unwrap();
        explains("webkitgtk.tar.zst is not what the list says");
    }
    // Made to fit and signed, and still half of it.
    fs::write(computer.packed(), cut).unwrap();
    packing::sign::list(&computer.stick.join("a")).unwrap();
    computer
        .signer
        .sign(&computer.stick.join("a"), "1.0.0")
        .unwrap();
    explains("the stick cannot be read");
    // None at all.
    fs::remove_file(computer.packed()).unwrap();
    packing::sign::list(&computer.stick.join("a")).unwrap();
    computer
        .signer
        .sign(&computer.stick.join("a"), "1.0.0")
        .unwrap();
    explains("error while loading shared libraries");
    report::promise("carried.refused", refused, 0).unwrap();
}
