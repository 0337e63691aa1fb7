//! What axe-core finds on a screen, and what it cannot know: targets too small, a page wider than the
//! view, more than one title, a choice too many.

use super::{Page, figures};
use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The rules that count: WCAG 2.0 to 2.2, A and AA, and the French RGAA.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "RGAAv4"];
axe.run(document, { runOnly: { type: "tag", values: tags } }).then(
  ({ violations, passes }) => done({
    passed: passes.length,
    violations: violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`),
  }),
  (thrown) => done({ passed: 0, violations: [String(thrown)] }),
);
"#;

/// What our own eyes would measure: CSS pixels.
const LOOK: &str = r#"
const small = [...document.querySelectorAll("button, a[href], input, textarea, select, label.pick")].filter((each) => {
  if (each.closest(".pick") && each.matches("input")) return false;
  const box = each.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && (box.width < 44 || box.height < 44);
});
return {
  small: small.map((each) => each.outerHTML.slice(0, 120)),
  titles: document.querySelectorAll("h1").length,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  sticking: [...document.querySelectorAll("body *")]
    .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((each) => each.outerHTML.slice(0, 120)).at(-1),
  language: document.documentElement.lang,
};
"#;

impl Page {
    /// Checks the screen in front and adds it to `target/reports/axe.json`.
    ///
    /// # Errors
    /// Names every finding.
    pub async fn accessible(&self, screen: &str) -> Result<()> {
        if self.ask("return typeof axe").await? != "object" {
            let source = concat!(
                env!("CARGO_MANIFEST_DIR"),
                "/../key-app/ui/node_modules/axe-core/axe.min.js"
            );
            let source =
                std::fs::read_to_string(source).context("axe-core: ./cle test installs it")?;
            self.ask(&source).await?;
        }
        let found = self.client().execute_async(RUN, Vec::new()).await?;
        let mut findings = texts(&found["violations"]);
        ensure!(
            found["passed"].as_u64() > Some(5),
            "{screen}: axe looked at nothing"
        );
        let seen = self.ask(LOOK).await?;
        findings.extend(
            texts(&seen["small"])
                .iter()
                .map(|each| format!("smaller than 44 px: {each}")),
        );
        if seen["titles"] != 1 {
            findings.push(format!("{} titles", seen["titles"]));
        }
        if seen["wide"].as_i64() > Some(0) {
            findings.push(format!(
                "{} px wider than the view: {}",
                seen["wide"], seen["sticking"]
            ));
        }
        figures::axe(screen, findings.len())?;
        ensure!(findings.is_empty(), "{screen}: {findings:#?}");
        Ok(())
    }
}

fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().cloned().unwrap_or_default();
    list.iter()
        .filter_map(|each| each.as_str().map(str::to_owned))
        .collect()
}
