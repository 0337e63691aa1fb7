//! What memory still holds after a lock: of the core alone, and of the program as it is handed out with
//! the processes of its web view. Each test first finds what it looks for while the space is open.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{Stick, stick::Folder as StickFolder};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};
use tests::{
    canary::Canaries,
    dump::{Wanted, family},
    report,
    screen::{Display, bare, shipped},
    world::{CODE, World},
};
use wire::{folder::Folder, random::System};

/// A session of the core in a process of its own.
const REMAINS: &str = env!("CARGO_BIN_EXE_remains");
/// Words planted as titles and texts.
const WORDS: usize = 64;
/// Looks at a screen that is on its way.
const LOOKS: usize = 12;

#[tokio::test(flavor = "multi_thread")]
async fn the_core_keeps_neither_key_nor_word_after_a_lock() {
    let world = World::start().await.unwrap();
    let (stick, keys, words) = lived_in(&world).await;
    let mut session = Session::start(Command::new(REMAINS), stick.path());
    let pid = session.process.id();

    session.until("open");
    let held = keys.found_in(pid).unwrap();
    for name in [
        "author",
        "reader",
        "into manifest",
        "into blob-commit",
        "local_head",
    ] {
        let found = held.keys().any(|found| found.starts_with(name));
        assert!(found, "{name} serves while the space is open: {held:?}");
    }
    assert_eq!(words.found_in(pid).unwrap().len(), WORDS, "they were read");

    session.go_on();
    session.until("locked");
    let (left, legible) = (keys.found_in(pid).unwrap(), words.found_in(pid).unwrap());
    let seen = json!({
        "keys": keys.count(), "words": WORDS, "keys_when_open": held.len(),
        "keys_left": left.len(), "words_left": legible.len(),
    });
    report::entry("memory", "core", seen).unwrap();
    assert!(
        left.is_empty() && legible.is_empty(),
        "{left:?} {legible:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_computer_that_locks_no_memory_opens_and_says_so() {
    let world = World::start().await.unwrap();
    let (stick, _, _) = lived_in(&world).await;
    let mut limited = Command::new("prlimit");
    limited.arg("--memlock=0:0");
    if rustix::process::geteuid().is_root() {
        // The administrator's programs lock what they like, unless this right is taken from them.
        limited.args(["setpriv", "--bounding-set=-ipc_lock"]);
    }
    limited.arg(REMAINS);
    let mut session = Session::start(limited, stick.path());
    session.until("open, in memory that is not locked");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_keeps_no_key_after_a_lock() {
    let world = World::start().await.unwrap();
    let (stick, keys, words) = lived_in(&world).await;
    let home = tempfile::tempdir().unwrap();
    let display = Display::with_desktop().unwrap();
    let blank = display.pixels().unwrap();
    let window = start(&display, stick.path(), home.path());
    let pid = window.0.id();
    display.wait_for_window("Clé").unwrap();

    let language = display.changed_from(&blank).unwrap();
    let code = press(&display, &language);
    display.hands(&["type", CODE]).unwrap();
    let typed = display.changed_from(&code).unwrap();
    let home_screen = press(&display, &typed);
    let papers = press(&display, &home_screen);
    // The search comes before the folders.
    display.hands(&["key", "Tab"]).unwrap();
    let folder = press(&display, &papers);
    if !rustix::process::geteuid().is_root() {
        // Nobody else may look: that is the promise, and all that can be seen from here.
        assert!(
            keys.found_in(pid).is_err(),
            "another program reads its memory"
        );
        return;
    }
    // The screen has begun to change; its last title may still be on its way.
    let looks = (0..LOOKS).map(|_| look(pid, &keys, &words));
    let mut shown = looks.into_iter().skip_while(|(_, view)| view.words < WORDS);
    let Some((app, view)) = shown.next() else {
        panic!("titles are shown");
    };
    assert!(app.keys > 0, "keys serve while the space is open");

    // Out it goes: the window locks by itself and lives on.
    let away = stick.path().with_extension("away");
    std::fs::rename(stick.path(), &away).unwrap();
    let locked = display.changed_from(&folder).unwrap();
    let (app_after, view_after) = look(pid, &keys, &words);
    let seen = json!({
        "keys": keys.count(), "words": WORDS,
        "app": { "keys_when_open": app.keys, "keys_left": app_after.keys, "words_left": app_after.words },
        "web_view": {
            "words_when_open": view.words, "keys_left": view_after.keys, "words_left": view_after.words,
        },
    });
    report::entry("memory", "window", seen).unwrap();
    // Titles that were shown may lie in memory that the toolkit has given back and nobody wrote over:
    // how many is published, not promised.
    assert_eq!(app_after.keys, 0, "the program");
    assert_eq!(view_after.keys, 0, "no key is ever shown to the web view");
    #[cfg(target_os = "linux")]
    assert_eq!(
        view_after.words, 0,
        "another process draws the locked screen"
    );

    // The page of that other process works as the first one did.
    std::fs::rename(&away, stick.path()).unwrap();
    let language = press(&display, &locked);
    let code = press(&display, &language);
    display.hands(&["type", CODE]).unwrap();
    let typed = display.changed_from(&code).unwrap();
    press(&display, &typed);
    let (app_again, _) = look(pid, &keys, &words);
    assert!(app_again.keys > 0, "the space is open again");
}

/// A space with planted words, its keys as the second reader derives them, and the words.
async fn lived_in(world: &World) -> (StickFolder, Wanted, Wanted) {
    let random = &mut System::new();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let canaries = Canaries::make(WORDS, random);
    for word in canaries.words() {
        let text = format!("{word} est aussi le texte");
        space
            .put_note(Folder::Papiers, word, &text, random)
            .await
            .unwrap();
    }
    space
        .lock(&Stick::new(stick.clone()), random)
        .await
        .unwrap();
    let mut keys = secrets(stick.path());
    assert!(keys.len() > WORDS, "a key for each note: {}", keys.len());
    keys.push(("code".to_owned(), format!("d:{CODE}").into_bytes()));
    let words: Vec<_> = canaries
        .words()
        .iter()
        .map(|word| (word.clone(), word.clone()))
        .collect();
    let (keys, words) = (Wanted::new(&keys, &[]), Wanted::new(&[], &words));
    (stick, keys.unwrap(), words.unwrap())
}

/// What the second reader derives when it opens the same stick, by name.
fn secrets(stick: &Path) -> Vec<(String, Vec<u8>)> {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let python = tests.join("../target/tools/reader/bin/python");
    assert!(python.exists(), "./cle test prepares the second reader");
    let said = Command::new(python)
        .args(["-m", "independent", "--secrets", "--code", CODE, "--stick"])
        .arg(stick)
        .current_dir(&tests)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap();
    assert!(
        said.status.success(),
        "{}",
        String::from_utf8_lossy(&said.stderr)
    );
    let seen: Value = serde_json::from_slice(&said.stdout).unwrap();
    let secrets = seen["secrets"].as_array().unwrap().iter().enumerate();
    secrets
        .map(|(number, each)| {
            let hex = each["secret"].as_str().unwrap().as_bytes();
            let secret = data_encoding::HEXLOWER.decode(hex).unwrap();
            (
                format!("{} {number}", each["name"].as_str().unwrap()),
                secret,
            )
        })
        .collect()
}

/// How many of each were found.
#[derive(Debug, Default, PartialEq, Eq)]
struct Seen {
    keys: usize,
    words: usize,
}

/// The program's own process and its watcher; then the web view's.
fn look(pid: u32, keys: &Wanted, words: &Wanted) -> (Seen, Seen) {
    let (mut app, mut view) = (Seen::default(), Seen::default());
    for (pid, name) in family(pid).unwrap() {
        let of = if name.starts_with("WebKit") {
            &mut view
        } else {
            &mut app
        };
        of.keys += keys.found_in(pid).unwrap().len();
        of.words += words.found_in(pid).unwrap().len();
    }
    (app, view)
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start(display: &Display, stick: &Path, home: &Path) -> Running {
    let started = bare(&shipped().unwrap(), display, stick)
        .envs(["HOME", "XDG_RUNTIME_DIR", "TMPDIR"].map(|name| (name, home)))
        .current_dir(home)
        .spawn();
    Running(started.unwrap())
}

/// Presses what comes first on the screen and waits for the next one.
fn press(display: &Display, before: &[u8]) -> Vec<u8> {
    display.hands(&["key", "Tab", "Return"]).unwrap();
    display.changed_from(before).unwrap()
}

/// `remains`, told what to do line by line.
struct Session {
    process: Child,
    said: BufReader<ChildStdout>,
}

impl Session {
    fn start(mut program: Command, stick: &Path) -> Self {
        let mut process = program
            .arg(stick)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let said = BufReader::new(process.stdout.take().unwrap());
        let mut session = Self { process, said };
        session.tell(CODE);
        session
    }

    fn until(&mut self, word: &str) {
        let mut line = String::new();
        self.said.read_line(&mut line).unwrap();
        assert_eq!(line.trim(), word);
    }

    fn go_on(&mut self) {
        self.tell("");
    }

    fn tell(&mut self, line: &str) {
        writeln!(self.process.stdin.as_mut().unwrap(), "{line}").unwrap();
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
