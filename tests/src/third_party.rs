//! The notices: every crate that a program of ours links, its version and its licence.

use anyhow::{Context, Result};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, PackageId};
use std::{collections::BTreeSet, fmt::Write};

/// Crates whose programs are handed out.
const PROGRAMS: [&str; 3] = ["portal", "key-core", "key-app"];

/// Reads the workspace's metadata, from the lock file as it is.
///
/// # Errors
/// Where cargo does not answer.
pub fn metadata() -> Result<Metadata> {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml");
    Ok(MetadataCommand::new()
        .manifest_path(manifest)
        .other_options(["--locked".to_owned()])
        .exec()?)
}

/// Packages that `name` links through normal and build dependencies, itself included.
///
/// # Errors
/// Where there is no such package.
pub fn closure<'m>(metadata: &'m Metadata, name: &str) -> Result<BTreeSet<&'m PackageId>> {
    let resolve = metadata.resolve.as_ref().context("no resolution")?;
    let start = metadata
        .packages
        .iter()
        .find(|p| *p.name == name)
        .context("no such package")?;
    let mut waiting: Vec<&PackageId> = vec![&start.id];
    let mut seen = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id) {
            continue;
        }
        let node = resolve
            .nodes
            .iter()
            .find(|n| n.id == *id)
            .context("no such node")?;
        waiting.extend(node.deps.iter().filter_map(|dep| {
            let linked = dep
                .dep_kinds
                .iter()
                .any(|k| k.kind != DependencyKind::Development);
            linked.then_some(&dep.pkg)
        }));
    }
    Ok(seen)
}

/// The text of `THIRD-PARTY.md`.
///
/// # Errors
/// Where cargo does not answer.
pub fn notices() -> Result<String> {
    let metadata = metadata()?;
    let mut lines = BTreeSet::new();
    for program in PROGRAMS {
        for id in closure(&metadata, program)? {
            let package = &metadata[id];
            if package.source.is_some() {
                let licence = package.license.as_deref().unwrap_or("see its licence file");
                lines.insert(format!(
                    "| {} | {} | {licence} |",
                    package.name, package.version
                ));
            }
        }
    }
    let mut text = String::from(
        "# Third-party crates\n\n\
         Every crate that `portal`, `stick` or `cle` links on any system, build tools included. Texts of\n\
         the licences come with each crate's source. Made by `cargo run -p tests --bin third-party`;\n\
         a test compares it with the lock file. Pages and pictures: key-app/ui/NOTICE.md.\n\n\
         | crate | version | licence |\n|---|---|---|\n",
    );
    for line in lines {
        writeln!(text, "{line}")?;
    }
    Ok(text)
}
