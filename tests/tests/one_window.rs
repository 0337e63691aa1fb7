//! One window for one stick: who presses twice sees the window that is there, and nobody who holds its name keeps anybody
//! from opening. The real program, started as a launcher starts it, on a screen with a desktop.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use std::{
    collections::BTreeMap,
    fs,
    os::{
        linux::net::SocketAddrExt,
        unix::{
            fs::MetadataExt,
            net::{SocketAddr, UnixListener},
        },
    },
    path::{Path, PathBuf},
    process::{Child, Command},
    time::SystemTime,
};
use tempfile::TempDir;
use tests::screen::{Display, Stopwatch, bare, program};
use wire::Hash;

const TITLE: &str = "Clé";

#[test]
fn who_starts_it_again_sees_the_window_that_is_there() {
    let display = Display::with_desktop().unwrap();
    let computer = Computer::new();
    let (one, two) = (computer.stick("one"), computer.stick("two"));
    let mut first = computer.start(&display, &one);
    display.wait_for_window(TITLE).unwrap();
    // A helper's stick beside it has a window of its own.
    let mut other = computer.start(&display, &two);
    wait_for_front(&display, &other);
    assert_eq!(windows(&display), 2);
    let (before, folders) = (written(&one), computer.private_folders());
    assert_eq!(folders.len(), 2);

    assert!(computer.start(&display, &one).wait().unwrap().success());
    wait_for_front(&display, &first);
    assert!(computer.start(&display, &two).wait().unwrap().success());
    wait_for_front(&display, &other);
    // Put away below, and by another path.
    let id = id_of(&display, &first);
    display.hands(&["windowminimize", "--sync", &id]).unwrap();
    let again = one.join("../one/.");
    assert!(computer.start(&display, &again).wait().unwrap().success());
    wait_for_front(&display, &first);

    assert_eq!(windows(&display), 2, "none but the first of each stick");
    assert_eq!(written(&one), before, "nothing is written on the stick");
    assert_eq!(computer.private_folders(), folders, "nor on the computer");
    // Ended from outside it leaves no name behind.
    end(&mut first);
    let mut first = computer.start(&display, &one);
    wait_for_front(&display, &first);
    end(&mut first);
    end(&mut other);
}

#[test]
fn many_who_start_it_at_once_get_one_window() {
    let display = Display::with_desktop().unwrap();
    let computer = Computer::new();
    let stick = computer.stick("one");
    let mut pressed: Vec<Child> = (0..4).map(|_| computer.start(&display, &stick)).collect();
    display.wait_for_window(TITLE).unwrap();
    let patience = Stopwatch::start();
    while pressed.len() > 1 {
        pressed.retain_mut(|each| match each.try_wait().unwrap() {
            Some(status) => {
                assert!(status.success());
                false
            }
            None => true,
        });
        assert!(patience.seconds() < 60.0, "{} run", pressed.len());
        std::thread::yield_now();
    }
    wait_for_front(&display, &pressed[0]);
    assert_eq!(windows(&display), 1);
    assert_eq!(computer.private_folders().len(), 1);
    end(&mut pressed[0]);
}

#[test]
fn a_window_whose_stick_was_out_and_is_back_is_the_one() {
    let display = Display::with_desktop().unwrap();
    let computer = Computer::new();
    let stick = computer.stick("one");
    let mut first = computer.start(&display, &stick);
    display.wait_for_window(TITLE).unwrap();
    let shown = display.pixels().unwrap();
    let out = stick.with_extension("out");
    fs::rename(&stick, &out).unwrap();
    display.changed_from(&shown).unwrap();
    fs::rename(&out, &stick).unwrap();
    assert!(computer.start(&display, &stick).wait().unwrap().success());
    wait_for_front(&display, &first);
    assert_eq!(windows(&display), 1);
    end(&mut first);
}

/// A program of whoever uses this computer took the name before, and says nothing.
#[test]
fn who_holds_the_name_and_never_answers_keeps_nobody_from_opening() {
    let display = Display::with_desktop().unwrap();
    let computer = Computer::new();
    let stick = computer.stick("one");
    let name = SocketAddr::from_abstract_name(name_of(&stick)).unwrap();
    let squatter = UnixListener::bind_addr(&name).unwrap();
    let mut first = computer.start(&display, &stick);
    // Held open, or it would be somebody who goes away.
    let _asks = squatter.accept().unwrap();
    display.wait_for_window(TITLE).unwrap();
    wait_for_front(&display, &first);
    assert!(first.try_wait().unwrap().is_none());
    end(&mut first);
}

/// A window that hangs cannot come to the front.
#[test]
fn a_window_that_hangs_keeps_nobody_from_opening() {
    let display = Display::with_desktop().unwrap();
    let computer = Computer::new();
    let stick = computer.stick("one");
    let mut first = computer.start(&display, &stick);
    wait_for_front(&display, &first);
    let id = first.id().to_string();
    let signal = |signal: &str| Command::new("kill").args([signal, &id]).status().unwrap();
    assert!(signal("-STOP").success());
    let mut second = computer.start(&display, &stick);
    wait_for_front(&display, &second);
    end(&mut second);
    assert!(signal("-CONT").success());
    end(&mut first);
}

/// As `key-app/src/single` makes it.
fn name_of(stick: &Path) -> String {
    // Whoever made the folder.
    let user = fs::metadata(stick).unwrap().uid().to_be_bytes();
    let path = stick.canonicalize().unwrap();
    let said = [
        b"cle/window/v1\0".as_slice(),
        &user,
        b"\0",
        path.as_os_str().as_encoded_bytes(),
    ];
    format!("cle-{}", Hash::of(&said.concat()).to_hex())
}

/// A computer of somebody's: a home, a folder of the session, and where sticks are mounted.
struct Computer(TempDir);

impl Computer {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "session", "media"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self(folder)
    }

    fn stick(&self, name: &str) -> PathBuf {
        let stick = self.0.path().join("media").join(name);
        fs::create_dir(&stick).unwrap();
        stick
    }

    fn start(&self, display: &Display, stick: &Path) -> Child {
        bare(&program().unwrap(), display, stick)
            .env("HOME", self.0.path().join("home"))
            .env("XDG_RUNTIME_DIR", self.0.path().join("session"))
            .spawn()
            .unwrap()
    }

    fn private_folders(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.0.path().join("session")).unwrap();
        let mut folders: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        folders.retain(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            name.starts_with("cle-")
        });
        folders.sort();
        folders
    }
}

/// Everything on a stick and when it was written.
fn written(stick: &Path) -> BTreeMap<PathBuf, SystemTime> {
    walkdir::WalkDir::new(stick)
        .into_iter()
        .map(|entry| {
            let entry = entry.unwrap();
            let at = entry.metadata().unwrap().modified().unwrap();
            (entry.into_path(), at)
        })
        .collect()
}

/// Windows of the program, also those that are put away.
fn windows(display: &Display) -> usize {
    let found = display.hands(&["search", "--class", "cle"]).unwrap();
    let named = |id: &&str| {
        let name = display.hands(&["getwindowname", id]);
        name.is_ok_and(|name| name.trim() == TITLE)
    };
    found.lines().filter(named).count()
}

fn id_of(display: &Display, running: &Child) -> String {
    let id = running.id().to_string();
    let found = display.hands(&["search", "--all", "--pid", &id, "--name", TITLE]);
    found.unwrap().lines().next().unwrap().to_owned()
}

/// Waits until the window of this program has the keyboard.
fn wait_for_front(display: &Display, running: &Child) {
    let patience = Stopwatch::start();
    loop {
        let active = display.hands(&["getactivewindow", "getwindowpid"]);
        if active.is_ok_and(|active| active.trim() == running.id().to_string()) {
            return;
        }
        assert!(patience.seconds() < 60.0, "it does not come to the front");
        std::thread::yield_now();
    }
}

fn end(running: &mut Child) {
    running.kill().unwrap();
    running.wait().unwrap();
}
