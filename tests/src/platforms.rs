//! What `docs/platforms.md` claims, held against what a test run has shown.

use anyhow::{Context, Result, bail, ensure};
use quick_xml::{Reader, events::Event};
use std::collections::BTreeSet;

/// Columns of the page: the part, six systems, and which tests show it.
const COLUMNS: usize = 8;
const DEBIAN: usize = 1;
const WINDOWS: usize = 5;

/// One row.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    part: String,
    tested: bool,
    under_wine: bool,
    /// Names of tests, or of whole binaries, as the runner says them.
    shown_by: Vec<String>,
}

/// The rows of the page.
///
/// # Errors
/// Where a row has too few cells, claims something and names no test, or names one and claims nothing.
pub fn rows(page: &str) -> Result<Vec<Row>> {
    let lines = page.lines().filter(|line| line.starts_with("| "));
    lines.skip(1).map(row).collect()
}

fn row(line: &str) -> Result<Row> {
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    ensure!(cells.len() == COLUMNS, "{line}: {} cells", cells.len());
    let names = cells[COLUMNS - 1].split('`').skip(1).step_by(2);
    let row = Row {
        part: cells[0].to_owned(),
        tested: cells[DEBIAN].starts_with("tested"),
        under_wine: cells[WINDOWS].starts_with("under Wine"),
        shown_by: names.map(str::to_owned).collect(),
    };
    let by_wine = |name: &String| name.starts_with("tests::wine");
    let part = &row.part;
    let claims = row.tested || row.under_wine;
    ensure!(
        claims != row.shown_by.is_empty(),
        "{part}: a claim and its tests go together"
    );
    ensure!(
        row.under_wine == row.shown_by.iter().any(by_wine),
        "{part}: what plays under Wine names a test of `tests::wine`"
    );
    ensure!(
        row.tested == row.shown_by.iter().any(|name| !by_wine(name)),
        "{part}: what is tested on Debian names a test"
    );
    Ok(row)
}

/// Tests that passed in a run, each as its binary and its name, by the runner's report in JUnit's format.
///
/// # Errors
/// Where that is no such report.
pub fn passed(junit: &str) -> Result<BTreeSet<String>> {
    let mut reader = Reader::from_str(junit);
    let mut passed = BTreeSet::new();
    let mut current = None;
    loop {
        match reader.read_event()? {
            Event::Eof => return Ok(passed),
            Event::Empty(tag) if tag.name().as_ref() == "testcase" => {
                passed.insert(name(&tag)?);
            }
            Event::Start(tag) if tag.name().as_ref() == "testcase" => current = Some(name(&tag)?),
            Event::Start(tag) | Event::Empty(tag)
                if matches!(tag.name().as_ref(), "failure" | "error" | "skipped") =>
            {
                current = None;
            }
            Event::End(tag) if tag.name().as_ref() == "testcase" => passed.extend(current.take()),
            _ => {}
        }
    }
}

fn name(tag: &quick_xml::events::BytesStart<'_>) -> Result<String> {
    let word = |word: &str| {
        let found = tag.try_get_attribute(word)?;
        let found = found.with_context(|| format!("a test without {word}"))?;
        anyhow::Ok(found.value.into_owned())
    };
    Ok(format!("{}::{}", word("classname")?, word("name")?))
}

/// Whether every test that the page names passed; of a binary, some test.
///
/// # Errors
/// Names the rows that claim more.
pub fn holds(rows: &[Row], passed: &BTreeSet<String>) -> Result<()> {
    let is_shown = |name: &String| {
        let within = format!("{name}::");
        passed.contains(name) || passed.iter().any(|test| test.starts_with(&within))
    };
    let mut wrong = Vec::new();
    for row in rows {
        for name in row.shown_by.iter().filter(|name| !is_shown(name)) {
            wrong.push(format!("{}: {name} did not pass in this run", row.part));
        }
    }
    if !wrong.is_empty() {
        bail!(
            "docs/platforms.md claims more than was shown\n{}",
            wrong.join("\n")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="nextest-run"><testsuite name="tests::wine">
<testcase name="opens" classname="tests::wine" time="1"><system-out>x</system-out></testcase>
<testcase name="falls" classname="tests::wine" time="1"><failure type="test failure"/></testcase>
</testsuite><testsuite name="portal"><testcase name="a::b" classname="portal"/></testsuite></testsuites>"#;

    fn line(debian: &str, windows: &str, by: &str) -> String {
        format!("| Part | {debian} | unknown | unknown | unknown | {windows} | unknown | {by} |")
    }

    #[test]
    fn the_page_is_as_it_should_be() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/platforms.md");
        let rows = rows(&std::fs::read_to_string(path).unwrap()).unwrap();
        assert!(rows.len() > 20 && rows.iter().any(|row| row.under_wine));
    }

    #[test]
    fn a_claim_without_a_test_and_a_test_without_a_claim_are_refused() {
        assert!(row(&line("tested", "linked", "`portal`")).is_ok());
        assert!(
            row(&line(
                "tested",
                "under Wine",
                "`portal`, `tests::wine::opens`"
            ))
            .is_ok()
        );
        for (debian, windows, by) in [
            ("tested", "linked", "–"),
            ("unknown", "linked", "`portal`"),
            ("tested", "under Wine", "`portal`"),
            ("tested", "linked", "`tests::wine::opens`"),
            ("unknown", "under Wine", "–"),
        ] {
            assert!(
                row(&line(debian, windows, by)).is_err(),
                "{debian} {windows} {by}"
            );
        }
    }

    #[test]
    fn what_failed_or_did_not_run_shows_nothing() {
        let passed = passed(REPORT).unwrap();
        let names: Vec<&str> = passed.iter().map(String::as_str).collect();
        assert_eq!(names, ["portal::a::b", "tests::wine::opens"]);
        let of = |windows, by| [row(&line("tested", windows, by)).unwrap()];
        holds(&of("linked", "`portal`, `portal::a::b`"), &passed).unwrap();
        holds(&of("under Wine", "`portal`, `tests::wine`"), &passed).unwrap();
        for by in [
            "`portal`, `tests::wine::falls`",
            "`portal`, `tests::wine::open`",
        ] {
            assert!(holds(&of("under Wine", by), &passed).is_err(), "{by}");
        }
        assert!(holds(&of("linked", "`portal::a::c`"), &passed).is_err());
    }
}
