//! Nothing stays: not on the computer, not on the stick.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::Stick;
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};
use tests::{
    canary::Canaries,
    report,
    world::{CODE, World},
};
use walkdir::WalkDir;
use wire::{folder::Folder, random::System};

#[tokio::test(flavor = "multi_thread")]
async fn a_session_leaves_nothing_on_the_computer_nor_on_the_stick() {
    let world = World::start().await.unwrap();
    let mut random = System::new();
    let canaries = Canaries::make(64, &mut random);
    let (folder, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    for pair in canaries.words().chunks(2) {
        let [title, text] = pair else {
            panic!("an even number of words")
        };
        space
            .put_note(Folder::Papiers, title, text, &mut random)
            .await
            .unwrap();
    }
    space
        .lock(&Stick::new(folder.clone()), &mut random)
        .await
        .unwrap();
    let before = sizes(folder.path());

    // Another computer: a process that has nothing but an empty home.
    let home = tempfile::tempdir().unwrap();
    let seen = on_another_computer(folder.path().to_owned(), home.path().to_owned()).await;
    assert!(canaries.found_in(&seen) > 0, "it read the notes");

    let left: Vec<_> = WalkDir::new(home.path()).min_depth(1).into_iter().collect();
    assert!(left.is_empty(), "{left:?}");
    assert_eq!(canaries.found_below(folder.path()), 0);
    assert_eq!(
        sizes(folder.path()),
        before,
        "use does not show in the sizes"
    );
    let told = world.folder();
    assert_eq!(
        canaries.found_below(&told),
        0,
        "nor anywhere else in this world"
    );
    report::promise("forgetting", canaries.words().len(), 0).unwrap();
}

#[tokio::test]
async fn no_byte_of_the_stick_tells_who_owns_it() {
    let world = World::start().await.unwrap();
    let (folder, made) = world.new_space("cle").await.unwrap();
    let account = made.opened.space.account();
    made.opened
        .space
        .lock(&Stick::new(folder.clone()), &mut System::new())
        .await
        .unwrap();
    let files = sizes(folder.path());
    let expected: Vec<_> = ["cle-a.bin", "cle-b.bin", "repere-a.bin", "repere-b.bin"]
        .map(|name| (name.to_owned(), 8_192))
        .to_vec();
    assert_eq!(files, expected);
    for (name, _) in &files {
        let bytes = std::fs::read(folder.path().join(name)).unwrap();
        assert!(
            !bytes.windows(32).any(|w| w == account.0),
            "{name} names the account"
        );
        assert!(
            !bytes.windows(CODE.len()).any(|w| w == CODE.as_bytes()),
            "{name} holds the code"
        );
    }
    report::promise("empty_key", files.len(), 0).unwrap();
}

/// Opens the stick in a process of its own, whose every folder is `home`; returns what it printed.
async fn on_another_computer(stick: PathBuf, home: PathBuf) -> Vec<u8> {
    tokio::task::spawn_blocking(move || {
        let mut playing = Command::new(env!("CARGO_BIN_EXE_demo"))
            .arg("--second-computer")
            .arg(stick)
            .env_clear()
            .envs(
                [
                    "HOME",
                    "TMPDIR",
                    "XDG_RUNTIME_DIR",
                    "XDG_CACHE_HOME",
                    "XDG_CONFIG_HOME",
                ]
                .map(|name| (name, &home)),
            )
            .current_dir(&home)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let told = format!(r#"{{"code":"{CODE}"}}"#);
        std::io::Write::write_all(&mut playing.stdin.take().unwrap(), told.as_bytes()).unwrap();
        let output = playing.wait_with_output().unwrap();
        assert!(output.status.success());
        output.stdout
    })
    .await
    .unwrap()
}

/// Name and size of every file, in order.
fn sizes(folder: &Path) -> Vec<(String, u64)> {
    WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|e| {
            (
                e.file_name().to_string_lossy().into_owned(),
                e.metadata().unwrap().len(),
            )
        })
        .collect()
}
