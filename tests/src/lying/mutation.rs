//! Checks taken out one by one, in a copy of the workspace: an attack that succeeds there shows that the
//! tests would see it.

use anyhow::{Result, bail, ensure};
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use walkdir::WalkDir;

/// The list, beside this workspace's tests.
pub const LIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/lying/mutations.json");

/// Folders that are made, or not needed to build the tests.
const LEFT_OUT: [&str; 4] = ["target", ".git", "node_modules", "dist"];

/// One check taken out.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mutation {
    /// Its name.
    pub name: String,
    /// What the app no longer does, and which other check had to go too.
    pub what: String,
    /// Which tests are run: all whose names hold one of these.
    pub tests: Vec<String>,
    /// Attacks that must then succeed.
    pub attacks: Vec<String>,
    /// What is changed.
    pub edits: Vec<Edit>,
}

/// Lines of one file and what stands there instead.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The file, from the workspace.
    pub file: PathBuf,
    /// Whole lines that stand there once, without the white space before the first.
    pub from: Vec<String>,
    /// What stands there instead.
    pub to: Vec<String>,
}

/// What became of a mutation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// Every attack named succeeded.
    Caught,
    /// These did not.
    Missed(Vec<String>),
}

/// Reads the list.
///
/// # Errors
/// Where it is no list of mutations.
pub fn list() -> Result<Vec<Mutation>> {
    Ok(serde_json::from_str(&fs::read_to_string(LIST)?)?)
}

/// A copy of the workspace.
#[derive(Debug)]
pub struct Copy {
    root: PathBuf,
    target: PathBuf,
}

impl Copy {
    /// Copies the workspace to `root`, which must be empty; builds go to `target`.
    ///
    /// # Errors
    /// Where it cannot be copied.
    pub fn make(root: &Path, target: &Path) -> Result<Self> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let wanted = |entry: &walkdir::DirEntry| {
            let name = entry.file_name().to_string_lossy();
            entry.depth() == 0 || !LEFT_OUT.contains(&name.as_ref())
        };
        for entry in WalkDir::new(&workspace).into_iter().filter_entry(wanted) {
            let entry = entry?;
            let to = root.join(entry.path().strip_prefix(&workspace)?);
            if entry.file_type().is_dir() {
                fs::create_dir_all(&to)?;
            } else if entry.file_type().is_file() {
                fs::copy(entry.path(), &to)?;
            }
        }
        Ok(Self {
            root: root.to_owned(),
            target: target.to_owned(),
        })
    }

    /// Takes a check out, runs the tests, puts it back, and says what was seen.
    ///
    /// # Errors
    /// Where lines are not there once, or nothing was tried because it did not build.
    pub fn try_out(&self, mutation: &Mutation) -> Result<Seen> {
        let mut texts: BTreeMap<PathBuf, (String, String)> = BTreeMap::new();
        for edit in &mutation.edits {
            let path = self.root.join(&edit.file);
            let text = match texts.remove(&path) {
                Some(known) => known,
                None => {
                    let text = fs::read_to_string(&path)?;
                    (text.clone(), text)
                }
            };
            let changed = edit.apply(&text.1)?;
            texts.insert(path, (text.0, changed));
        }
        let report = self.root.join("target/reports/lying_portal.json");
        if report.exists() {
            fs::remove_file(&report)?;
        }
        for (path, (_, changed)) in &texts {
            fs::write(path, changed)?;
        }
        let ran = self.run(&mutation.tests);
        for (path, (text, _)) in &texts {
            fs::write(path, text)?;
        }
        let said = ran?;
        let Ok(report) = fs::read_to_string(report) else {
            bail!("nothing was tried: {said}");
        };
        let lines: Vec<serde_json::Value> = serde_json::from_str(&report)?;
        let fell = |attack: &String| {
            lines
                .iter()
                .any(|line| line["attack"] == attack.as_str() && line["succeeded"] == true)
        };
        let missed: Vec<_> = mutation
            .attacks
            .iter()
            .filter(|a| !fell(a))
            .cloned()
            .collect();
        Ok(match missed.is_empty() {
            true => Seen::Caught,
            false => Seen::Missed(missed),
        })
    }

    /// The end of what cargo said: the tests are meant to fail.
    fn run(&self, tests: &[String]) -> Result<String> {
        let output = Command::new("cargo")
            .args(["test", "--locked", "--jobs", "2", "-p", "tests"])
            .args(["--test", "lying_portal", "--"])
            .args(tests)
            .current_dir(&self.root)
            .env("CARGO_TARGET_DIR", &self.target)
            .env("RUST_BACKTRACE", "0")
            .output()?;
        let said = String::from_utf8_lossy(&output.stderr);
        let lines: Vec<_> = said.lines().rev().take(20).collect();
        Ok(lines.into_iter().rev().collect::<Vec<_>>().join("\n"))
    }
}

impl Edit {
    /// The text with these lines changed.
    ///
    /// # Errors
    /// Where they do not stand there exactly once.
    pub fn apply(&self, text: &str) -> Result<String> {
        let from = self.from.join("\n");
        let count = text.matches(&from).count();
        ensure!(
            count == 1,
            "{}: these lines stand there {count} times: {from}",
            self.file.display()
        );
        Ok(text.replacen(&from, &self.to.join("\n"), 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lying::catalogue::CATALOGUE;

    #[test]
    fn every_mutation_can_be_applied_and_names_known_attacks() {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mutations = list().unwrap();
        assert!(mutations.len() >= 12);
        for mutation in &mutations {
            assert!(!mutation.attacks.is_empty() && !mutation.edits.is_empty());
            for attack in &mutation.attacks {
                let known = CATALOGUE.iter().any(|a| a.id == attack);
                assert!(known, "{}: {attack}", mutation.name);
            }
            for edit in &mutation.edits {
                let text = fs::read_to_string(workspace.join(&edit.file)).unwrap();
                assert_ne!(edit.apply(&text).unwrap(), text, "{}", mutation.name);
            }
        }
    }
}
