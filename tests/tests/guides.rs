//! The guides in French say what is there: their pictures, their commands and options, and the words that they
//! quote from screens.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Every guide: its path and its text.
fn guides() -> Vec<(PathBuf, String)> {
    let files = fs::read_dir(root().join("docs/guides")).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    files
        .map(|path| (path.clone(), fs::read_to_string(path).unwrap()))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The programs lie one folder above the tests.
fn program(name: &str) -> Command {
    let mut folder = std::env::current_exe().unwrap();
    folder.pop();
    if folder.ends_with("deps") {
        folder.pop();
    }
    Command::new(folder.join(name))
}

#[test]
fn every_picture_of_a_guide_is_there() {
    let mut looked_at = 0;
    for (path, text) in guides() {
        for picture in text.split("![").skip(1) {
            let (said, rest) = picture.split_once("](").unwrap();
            let (name, _) = rest.split_once(')').unwrap();
            assert!(said.len() > 20, "{}: {said}", path.display());
            let file = path.parent().unwrap().join(name);
            assert!(file.is_file(), "{}: {name}", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 5, "{looked_at}");
}

#[test]
fn every_command_of_a_guide_is_one_and_knows_its_options() {
    let mut looked_at = 0;
    for (path, text) in guides() {
        let lines = text.split("```").skip(1).step_by(2).flat_map(str::lines);
        for line in lines.map(str::trim) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let Some((&name, rest)) = words.split_first() else {
                continue;
            };
            if name != "portal" && name != "stick" {
                continue;
            }
            let verb = rest.iter().take_while(|word| !word.starts_with('-'));
            let helped = program(name).args(verb).arg("--help").output().unwrap();
            let said = String::from_utf8_lossy(&helped.stderr);
            assert!(
                helped.status.success(),
                "{}: {line}: {said}",
                path.display()
            );
            let help = String::from_utf8(helped.stdout).unwrap();
            for option in rest.iter().filter(|word| word.starts_with("--")) {
                let known = help.split_whitespace().any(|word| word == *option);
                assert!(known, "{}: {line}: {option}", path.display());
            }
            looked_at += 1;
        }
    }
    assert!(looked_at > 30, "{looked_at}");
}

/// What stands in italics is a word of a screen or of a program.
#[test]
fn every_word_that_a_guide_quotes_is_on_a_screen() {
    let shown = shown();
    let mut looked_at = 0;
    for (path, text) in guides() {
        let prose: String = text.split("```").step_by(2).collect();
        let prose: String = prose.split('`').step_by(2).collect();
        let prose = prose.replace("**", "");
        for quoted in prose.split('*').skip(1).step_by(2) {
            let quoted = quoted.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(shown.contains(&quoted), "{}: {quoted}", path.display());
            looked_at += 1;
        }
    }
    assert!(looked_at > 100, "{looked_at}");
}

/// What window, desk and commands say, with the code around it.
fn shown() -> String {
    let mut files = vec![
        root().join("key-app/ui/src/texts/fr.ftl"),
        root().join("portal/src/cli.rs"),
    ];
    for folder in ["portal/src/desk", "portal/src/cli"] {
        files.extend(files_below(&root().join(folder)));
    }
    files
        .iter()
        .map(|file| fs::read_to_string(file).unwrap())
        .collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths
        .flat_map(|path| match path.is_dir() {
            true => files_below(&path),
            false => vec![path],
        })
        .collect()
}
