//! The launcher at the top of a stick, and the program that looks at itself before it starts.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use packing::folder::Built;
use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};
use tests::{
    report,
    screen::{Display, beside_the_tests, shipped},
    version::Signer,
};

/// A program that says how it was called; it answers when it is asked for its version.
fn program(says: &str) -> String {
    format!("#!/bin/sh\n[ \"$1\" = --version ] && exit 0\necho {says} \"$@\"\n")
}

/// A stick with the real launcher.
fn stick(signer: &Signer, version: &str, program: &str) -> PathBuf {
    let launcher = fs::read(beside_the_tests("ouvrir").unwrap()).unwrap();
    signer
        .stick(version, program.as_bytes(), &launcher)
        .unwrap()
}

/// Starts the launcher at a computer without anything that shows messages but what lies in `bin`.
fn launch(signer: &Signer, stick: &Path, bin: &Path, language: &str) -> Output {
    Command::new(stick.join("ouvrir-linux"))
        .env_clear()
        .env("PATH", bin)
        .env("LANG", language)
        .env("DISPLAY", ":none")
        .env("CLE_RELEASE_KEY", signer.public())
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A program of the computer that writes down what it was told.
fn computer(program: &str) -> tempfile::TempDir {
    let bin = tempfile::tempdir().unwrap();
    let at = bin.path().join(program);
    let told = bin.path().join("told");
    fs::write(
        &at,
        format!("#!/bin/sh\nprintf '%s ' \"$@\" > '{}'\n", told.display()),
    )
    .unwrap();
    fs::set_permissions(at, fs::Permissions::from_mode(0o755)).unwrap();
    bin
}

fn told(bin: &tempfile::TempDir) -> String {
    let patience = tests::screen::Stopwatch::start();
    loop {
        // Whoever opens a page is not waited for.
        if let Ok(told) = fs::read_to_string(bin.path().join("told"))
            && !told.is_empty()
        {
            return told;
        }
        assert!(patience.seconds() < 30.0, "nobody was told");
        std::thread::yield_now();
    }
}

#[test]
fn the_newest_version_is_started_with_the_stick_and_the_words_of_whoever_calls() {
    let signer = Signer::new().unwrap();
    let stick = stick(&signer, "1.0.0", &program("one"));
    let bin = tempfile::tempdir().unwrap();
    let output = launch(&signer, &stick, bin.path(), "fr_FR.UTF-8");
    let expected = format!("one --stick {}\n", stick.display());
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);

    let newer = self::stick(&signer, "1.1.0", &program("two"));
    fs::rename(newer.join("a"), stick.join("b")).unwrap();
    let output = launch(&signer, &stick, bin.path(), "fr_FR.UTF-8");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("two "));
    // Torn: the one before.
    fs::write(stick.join("b/cle"), program("tw")).unwrap();
    let output = launch(&signer, &stick, bin.path(), "fr_FR.UTF-8");
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("one "));
}

#[test]
fn a_stick_that_was_changed_is_not_started_and_says_so() {
    let signer = Signer::new().unwrap();
    let stick = stick(&signer, "1.0.0", &program("one"));
    let good = fs::read(stick.join("a/cle")).unwrap();
    let mut rounds = 0;
    let mut refused = |language: &str, sentence: &str| {
        let bin = computer("zenity");
        let output = launch(&signer, &stick, bin.path(), language);
        assert!(!output.status.success());
        assert!(output.stdout.is_empty(), "nothing was started");
        assert!(said(&output).contains(sentence), "{}", said(&output));
        assert!(told(&bin).contains(sentence), "and on the screen");
        rounds += 1;
    };
    fs::write(stick.join("a/cle"), program("oni")).unwrap();
    refused("fr_FR.UTF-8", "Cette clé a été changée.");
    refused("es_ES.UTF-8", "No escriba su código.");
    // Also where the list was made to fit.
    packing::sign::list(&stick.join("a")).unwrap();
    refused("fr_FR.UTF-8", "Cette clé a été changée.");
    // Signed as it should be, by somebody else.
    Signer::new()
        .unwrap()
        .sign(&stick.join("a"), "1.0.0")
        .unwrap();
    refused("ar", "لا تكتب رمزك");
    fs::write(stick.join("a/cle"), good).unwrap();
    fs::remove_file(stick.join("a/liste.sha256.minisig")).unwrap();
    refused("tr_TR.UTF-8", "Bu anahtar değiştirilmiş.");
    fs::remove_dir_all(stick.join("a")).unwrap();
    refused("fr_FR.UTF-8", "Cette clé n’a pas de programme");
    report::promise("launcher.changed", rounds, 0).unwrap();
}

#[test]
fn what_the_computer_lacks_is_explained_by_a_page_or_else_by_a_sentence() {
    let signer = Signer::new().unwrap();
    // As a program that does not find its libraries.
    let stick = stick(&signer, "1.0.0", "#!/bin/sh\nexit 127\n");
    let bin = computer("xdg-open");
    let output = launch(&signer, &stick, bin.path(), "fr_FR.UTF-8");
    assert!(!output.status.success());
    assert_eq!(
        told(&bin).trim(),
        stick.join("a/manque-linux.html").display().to_string()
    );

    for shows in ["zenity", "kdialog", "xmessage"] {
        let bin = computer(shows);
        let output = launch(&signer, &stick, bin.path(), "en_GB.UTF-8");
        assert!(!output.status.success());
        assert!(
            told(&bin).contains("Something is missing on this computer."),
            "{shows}"
        );
    }
    // A page that was changed is not shown.
    fs::write(stick.join("a/manque-linux.html"), "<h1>call this number").unwrap();
    let bin = computer("xdg-open");
    let output = launch(&signer, &stick, bin.path(), "fr_FR.UTF-8");
    assert!(said(&output).contains("Il manque quelque chose"));
    assert!(!bin.path().join("told").exists());
}

#[test]
fn the_window_starts_only_as_it_was_signed() {
    let signer = Signer::new().unwrap();
    let room = tempfile::tempdir().unwrap();
    let pages = room.path().join("pages");
    fs::create_dir(&pages).unwrap();
    fs::write(pages.join("LISEZ-MOI.html"), "<h1>clé").unwrap();
    let built = Built {
        carried: None,
        linux: [shipped().unwrap(), beside_the_tests("ouvrir").unwrap()],
        windows: None,
        pages,
    };
    let stick = room.path().join("stick");
    signer.lay_out(&built, &stick, "1.0.0").unwrap();
    let display = Display::with_desktop().unwrap();
    let home = tempfile::tempdir().unwrap();
    let start = |program: &str| {
        Command::new(stick.join(program))
            .env_clear()
            .env("DISPLAY", display.name())
            .env("PATH", std::env::var_os("PATH").unwrap())
            .env("LANG", "fr_FR.UTF-8")
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", home.path())
            .env("CLE_RELEASE_KEY", signer.public())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    };
    let private = || {
        let entries = fs::read_dir(home.path()).unwrap();
        entries
            .filter(|entry| {
                let name = entry.as_ref().unwrap().file_name();
                name.to_string_lossy().starts_with("cle-")
            })
            .count()
    };
    // By the launcher, and directly.
    for program in ["ouvrir-linux", "a/cle"] {
        let mut running = start(program);
        display.wait_for_window("Clé").unwrap();
        let shown = private();
        running.kill().unwrap();
        running.wait().unwrap();
        assert_eq!(shown, 1, "{program}: the window itself");
        let patience = tests::screen::Stopwatch::start();
        while private() > 0 {
            assert!(patience.seconds() < 30.0, "the private folder stays");
            std::thread::yield_now();
        }
    }
    // One byte more: it runs as before, and is another.
    let mut other = fs::read(stick.join("a/cle")).unwrap();
    other.push(0);
    fs::write(stick.join("a/cle"), other).unwrap();
    let blank = display.pixels().unwrap();
    let running = start("a/cle");
    display.wait_for_window("Clé").unwrap();
    assert_eq!(private(), 0, "a message, and no window");
    // A key that comes before the message is drawn is lost.
    display.changed_from(&blank).unwrap();
    display.hands(&["key", "Return"]).unwrap();
    let output = running.wait_with_output().unwrap();
    assert!(!output.status.success());
    assert!(
        said(&output).contains("Cette clé a été changée."),
        "{}",
        said(&output)
    );
}
