//! The program as it is handed out, with hands on a keyboard only: what it leaves at a computer, after
//! a session, after a kill, and after a kill of its watcher too.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use std::{
    path::{Path, PathBuf},
    process::{Child, Command},
};
use tempfile::TempDir;
use tests::{
    canary::Canaries,
    papers::pdf,
    report,
    screen::{Display, bare, program, shipped},
    world::{CODE, World, open},
};
use walkdir::WalkDir;
use wire::{folder::Folder, random::System};

#[tokio::test(flavor = "multi_thread")]
async fn a_session_at_a_strange_computer_leaves_no_file_and_no_word() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let canaries = Canaries::make(2, &mut System::new());
    let [title, content] = canaries.words() else {
        panic!("two words were made");
    };
    let computer = Computer::new();
    let paper = computer.paper(&format!("{title}.pdf"), content);
    let display = Display::with_desktop().unwrap();
    let blank = display.pixels().unwrap();

    let mut running = computer.start(&display, stick.path());
    display.wait_for_window("Clé").unwrap();
    let language = display.changed_from(&blank).unwrap();
    assert_eq!(
        computer.private_folders().len(),
        1,
        "it writes to its private folder"
    );
    let code = press(&display, &language, &["Tab", "Return"]);
    display.hands(&["type", CODE]).unwrap();
    let typed = display.changed_from(&code).unwrap();
    let home = press(&display, &typed, &["Tab", "Return"]);
    let papers = press(&display, &home, &["Tab", "Return"]);
    // The search comes before the folders.
    let folder = press(&display, &papers, &["Tab", "Tab", "Return"]);
    let chooser = press(&display, &folder, &["Tab", "Return"]);
    // The chooser goes to the home, where one paper is.
    let home = press(&display, &chooser, &["alt+Home"]);
    let added = press(&display, &home, &["Down", "Return"]);
    assert_ne!(added, folder, "the paper shows in its folder");
    display
        .hands(&["key", "--delay", "100", "Escape", "Escape", "Escape"])
        .unwrap();
    assert!(running.wait().unwrap().success());
    computer.wait_until_forgotten();

    // The paper did go in: what is looked for below was in that computer's hands.
    let space = open(&stick, CODE).await.unwrap().space;
    let listed = space.list(Folder::Papiers);
    assert_eq!(listed.len(), 1, "the paper went in");
    assert_eq!(&listed[0].title, title);
    std::fs::remove_file(&paper).unwrap();
    assert_eq!(computer.files(), Vec::<PathBuf>::new(), "files that stay");
    let found = canaries.found_below(computer.0.path()) + canaries.found_below(stick.path());
    report::promise("forgetting_window", 2, found).unwrap();
    assert_eq!(found, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_leaves_nothing_either() {
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let computer = Computer::new();
    let display = Display::with_desktop().unwrap();
    let mut running = computer.start(&display, stick.path());
    display.wait_for_window("Clé").unwrap();
    running.kill().unwrap();
    running.wait().unwrap();
    computer.wait_until_forgotten();
    assert_eq!(computer.files(), Vec::<PathBuf>::new());

    // Its watcher killed too: the next start deletes what stayed.
    let mut running = computer.start(&display, stick.path());
    display.wait_for_window("Clé").unwrap();
    let [private] = &computer.private_folders()[..] else {
        panic!("one private folder");
    };
    let watcher = watcher_of(private);
    Command::new("kill")
        .args(["-9", &watcher])
        .status()
        .unwrap();
    running.kill().unwrap();
    running.wait().unwrap();
    assert!(private.exists(), "nobody was left to delete it");
    let mut running = computer.start(&display, stick.path());
    let watch = tests::screen::Stopwatch::start();
    while private.exists() {
        assert!(watch.seconds() < 30.0, "the next start deletes it");
        std::thread::yield_now();
    }
    display.wait_for_window("Clé").unwrap();
    running.kill().unwrap();
    running.wait().unwrap();
    computer.wait_until_forgotten();
}

#[test]
fn what_is_handed_out_cannot_be_driven() {
    let holds = |program: PathBuf, words: &[u8]| {
        let bytes = std::fs::read(program).unwrap();
        memchr::memmem::find(&bytes, words).is_some()
    };
    // What it says of itself, and where tests hand it a camera, a security key and what is plugged in.
    for door in [
        "this window can be driven",
        "CLE_CAMERA",
        "CLE_SECURITY_KEY",
        "CLE_SYS",
    ] {
        let door = door.as_bytes();
        assert!(holds(program().unwrap(), door), "the one for tests says so");
        let handed_out = holds(shipped().unwrap(), door);
        assert!(!handed_out, "the one handed out does not");
    }
}

/// Somebody's computer: its home, its session's folder, its folder for temporary files.
struct Computer(TempDir);

impl Computer {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["home", "session", "tmp"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self(folder)
    }

    fn paper(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.path().join("home").join(name);
        std::fs::write(&path, pdf(text, 30_000, &mut System::new()).unwrap()).unwrap();
        path
    }

    fn start(&self, display: &Display, stick: &Path) -> Child {
        let at = |name: &str| self.0.path().join(name);
        bare(&shipped().unwrap(), display, stick)
            .env("HOME", at("home"))
            .env("XDG_RUNTIME_DIR", at("session"))
            .env("TMPDIR", at("tmp"))
            .current_dir(at("home"))
            .spawn()
            .unwrap()
    }

    fn private_folders(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.0.path().join("session")).unwrap();
        entries
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                path.file_name()
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .starts_with("cle-")
            })
            .collect()
    }

    fn wait_until_forgotten(&self) {
        let watch = tests::screen::Stopwatch::start();
        while !self.private_folders().is_empty() {
            assert!(watch.seconds() < 30.0, "the private folder stays");
            std::thread::yield_now();
        }
    }

    /// Every file that stays. Two bytes of the desktop's settings service are any program's.
    fn files(&self) -> Vec<PathBuf> {
        WalkDir::new(self.0.path())
            .into_iter()
            .filter_map(Result::ok)
            .filter(|entry| !entry.file_type().is_dir())
            .map(walkdir::DirEntry::into_path)
            .filter(|path| !path.ends_with("session/dconf/user"))
            .collect()
    }
}

/// Presses keys one after the other and waits for what the last one brings.
fn press(display: &Display, before: &[u8], keys: &[&str]) -> Vec<u8> {
    display.hands(&[&["key"], keys].concat()).unwrap();
    display.changed_from(before).unwrap()
}

fn watcher_of(private: &Path) -> String {
    let found = Command::new("pgrep")
        .args(["-f", "--", &format!("--watch {}", private.display())])
        .output()
        .unwrap();
    String::from_utf8(found.stdout).unwrap().trim().to_owned()
}
