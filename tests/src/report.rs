//! Reports in `target/reports`: figures of each promise, and lists of what was tried. Tests run in
//! processes of their own: a report is locked while one of them writes.

use anyhow::Result;
use serde_json::{Map, Value, json};
use std::{
    collections::BTreeSet,
    fs::{File, OpenOptions},
    io::{Read, Seek, Write},
    path::PathBuf,
};

/// Adds one promise's figures to `promises.json`: what was checked and what was found.
///
/// # Errors
/// Where the report cannot be written.
pub fn promise(name: &str, checked: usize, found: usize) -> Result<()> {
    let (mut file, text) = take("promises")?;
    let mut report: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
    report.insert(
        name.to_owned(),
        json!({ "checked": checked, "found": found }),
    );
    give(&mut file, &report.into())
}

/// Adds what one kind of crash came to on one engine to `crash.json`; the engine's own figures are the
/// sums over its kinds.
///
/// # Errors
/// Where the report cannot be written.
pub fn crash(engine: &str, kind: &str, counted: &Value) -> Result<()> {
    let (mut file, text) = take("crash")?;
    let mut report: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
    let of_engine = report.entry(engine).or_insert_with(|| json!({}));
    let mut kinds = of_engine["kinds"].as_object().cloned().unwrap_or_default();
    kinds.insert(kind.to_owned(), counted.clone());
    // Figures that are no sums stay.
    let mut sums = of_engine.as_object().cloned().unwrap_or_default();
    for name in counted.as_object().into_iter().flat_map(Map::keys) {
        let sum: u64 = kinds.values().filter_map(|kind| kind[name].as_u64()).sum();
        sums.insert(name.clone(), json!(sum));
    }
    sums.insert("kinds".to_owned(), kinds.into());
    report.insert(engine.to_owned(), sums.into());
    give(&mut file, &report.into())
}

/// Adds a figure of an engine to `crash.json` that is no sum.
///
/// # Errors
/// Where the report cannot be written.
pub fn crash_figure(engine: &str, name: &str, figure: &Value) -> Result<()> {
    let (mut file, text) = take("crash")?;
    let mut report: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
    let of_engine = report.entry(engine).or_insert_with(|| json!({}));
    of_engine[name] = figure.clone();
    give(&mut file, &report.into())
}

/// Sets one entry of the report `name`.json.
///
/// # Errors
/// Where the report cannot be written.
pub fn entry(name: &str, key: &str, value: Value) -> Result<()> {
    let (mut file, text) = take(name)?;
    let mut report: Map<String, Value> = serde_json::from_str(&text).unwrap_or_default();
    report.insert(key.to_owned(), value);
    give(&mut file, &report.into())
}

/// Adds lines to the list `name`.json, in the order of the numbers in their `key`. Lines of an earlier
/// run that bear one of these keys give way.
///
/// # Errors
/// Where the report cannot be written.
pub fn list(name: &str, key: &str, lines: Vec<Value>) -> Result<()> {
    let (mut file, text) = take(name)?;
    let mut report: Vec<Value> = serde_json::from_str(&text).unwrap_or_default();
    let fresh: BTreeSet<String> = lines.iter().map(|line| text_of(line, key)).collect();
    report.retain(|line| !fresh.contains(&text_of(line, key)));
    report.extend(lines);
    report.sort_by_key(|line| numbers(&text_of(line, key)));
    give(&mut file, &report.into())
}

fn take(name: &str) -> Result<(File, String)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/reports");
    std::fs::create_dir_all(&folder)?;
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(folder.join(format!("{name}.json")))?;
    file.lock()?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    Ok((file, text))
}

fn give(file: &mut File, report: &Value) -> Result<()> {
    file.rewind()?;
    file.set_len(0)?;
    file.write_all(serde_json::to_string_pretty(report)?.as_bytes())?;
    Ok(())
}

fn text_of(line: &Value, key: &str) -> String {
    line[key].as_str().unwrap_or_default().to_owned()
}

/// `A5.10` comes after `A5.9`.
fn numbers(text: &str) -> Vec<u64> {
    text.split(|c: char| !c.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_in_order_and_a_later_run_replaces_its_own() {
        let lines = |what: &str| {
            ["A10.1", "A5.10", "A5.9"]
                .iter()
                .map(|id| json!({ "attack": id, "what": what }))
                .collect()
        };
        list("report-test", "attack", lines("first")).unwrap();
        list("report-test", "attack", lines("second")).unwrap();
        let (_, text) = take("report-test").unwrap();
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        std::fs::remove_file(path.join("../target/reports/report-test.json")).unwrap();
        let report: Vec<Value> = serde_json::from_str(&text).unwrap();
        let found: Vec<_> = report.iter().map(|l| (&l["attack"], &l["what"])).collect();
        assert_eq!(found.len(), 3);
        assert_eq!(*found[0].0, "A5.9");
        assert_eq!(*found[2].0, "A10.1");
        assert!(found.iter().all(|(_, what)| **what == "second"));
    }
}
