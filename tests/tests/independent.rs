//! A second implementation, in another language, written from docs/protocol.md alone, opens what this
//! one wrote: so the text is exact.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::Stick;
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tests::world::{CODE, OTHER_CODE, World};
use wire::{Hash, folder::Folder, random::System};

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_written_from_the_text_opens_a_space() {
    let world = World::start().await.unwrap();
    let random = &mut System::new();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut space = made.opened.space;
    let paper = tests::papers::pdf("Attestation", 300_000, random).unwrap();
    let content = std::io::Cursor::new(paper.clone());
    let length = paper.len() as u64;
    space
        .put_paper(
            Folder::Argent,
            "Attestation CAF",
            "application/pdf",
            content,
            length,
            random,
        )
        .await
        .unwrap();
    space
        .put_note(Folder::Private, "Ma note", "mardi 5 mai", random)
        .await
        .unwrap();
    space
        .lock(&Stick::new(stick.clone()), random)
        .await
        .unwrap();

    let read = reads(stick.path(), CODE).await;
    assert!(
        read.status.success(),
        "{}",
        String::from_utf8_lossy(&read.stderr)
    );
    let seen: Value = serde_json::from_slice(&read.stdout).unwrap();
    let found = &seen["folders"]["argent"][0];
    assert_eq!(found["title"], "Attestation CAF");
    assert_eq!(found["length"], length);
    assert_eq!(found["sha256"], Hash::of(&paper).to_hex());
    assert_eq!(seen["folders"]["private"][0]["text"], "mardi 5 mai");

    let refused = reads(stick.path(), OTHER_CODE).await;
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
}

#[test]
fn its_primitives_agree_with_published_vectors() {
    let ran = python(&[
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "independent",
    ]);
    let said = String::from_utf8_lossy(&ran.stdout);
    assert!(ran.status.success(), "{said}");
    assert!(said.contains(" passed"), "{said}");
}

#[test]
fn it_refuses_what_was_altered() {
    let test = std::env::current_exe().unwrap();
    let portal = test.ancestors().nth(2).unwrap().join("portal");
    let ran = python(&[
        "-m",
        "independent.tryout",
        "--portal",
        portal.to_str().unwrap(),
    ]);
    let said = String::from_utf8_lossy(&ran.stdout);
    let trouble = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}{trouble}");
}

async fn reads(stick: &Path, code: &str) -> Output {
    let (stick, code) = (stick.display().to_string(), code.to_owned());
    tokio::task::spawn_blocking(move || {
        python(&["-m", "independent", "--stick", &stick, "--code", &code])
    })
    .await
    .unwrap()
}

/// The Python that `./cle test` prepares, with the libraries of tests/independent/requirements.txt.
fn python(words: &[&str]) -> Output {
    let tests = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let python = tests.join("../target/tools/reader/bin/python");
    assert!(
        python.exists(),
        "./cle test prepares the Python of the reader"
    );
    Command::new(python)
        .args(words)
        .current_dir(tests)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .output()
        .unwrap()
}
