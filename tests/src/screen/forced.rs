//! What can be told apart where the computer forces its own few colours: everything that is pressed has an edge or a
//! ground of its own, the ring of the focus shows, and what is chosen does not look like what is not.

use super::Page;
use anyhow::{Result, ensure};
use serde_json::Value;

/// Where it is only a border's or a ground's colour that the page had chosen, it is gone here.
const LOOK: &str = r#"
const canvas = getComputedStyle(document.documentElement).backgroundColor;
const bare = ["rgba(0, 0, 0, 0)", "transparent", getComputedStyle(document.body).backgroundColor, canvas];
const shown = (each) => { const box = each.getBoundingClientRect(); return box.width > 1 && box.height > 1; };
const edged = (style) => parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none" && !bare.includes(style.borderTopColor);
const name = (each) => each.outerHTML.slice(0, 120);
const top = document.querySelector("dialog[open]") ?? document;
const pressed = [...top.querySelectorAll("button, input:not([type=radio], [type=checkbox], [type=file]), textarea, select, label.pick")].filter(shown);
const found = pressed.filter((each) => {
  const style = getComputedStyle(each);
  return !edged(style) && bare.includes(style.backgroundColor);
}).map((each) => `without an edge: ${name(each)}`);
const before = document.activeElement;
for (const each of pressed) {
  const target = each.matches("label.pick") ? each.querySelector("input") : each;
  if (!target || target.disabled) continue;
  target.focus({ focusVisible: true });
  const style = getComputedStyle(each);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 || bare.includes(style.outlineColor))
    found.push(`focused without a ring: ${name(each)}`);
}
before?.focus?.();
const looks = (each) => { const style = getComputedStyle(each); return `${style.backgroundColor} ${style.borderTopColor} ${style.color}`; };
const pairs = [["label.pick:has(:checked)", "label.pick:not(:has(:checked))"], ["[aria-pressed=true]", "[aria-pressed=false]"]];
for (const [on, off] of pairs) {
  const [chosen, other] = [on, off].map((each) => [...top.querySelectorAll(each)].filter(shown)[0]);
  if (chosen && other && looks(chosen) === looks(other)) found.push(`chosen looks like the others: ${name(chosen)}`);
}
return { forced: matchMedia("(forced-colors: active)").matches, looked: pressed.length, found };
"#;

impl Page {
    /// Checks the screen in front under forced colours, and takes a picture of it.
    ///
    /// # Errors
    /// Names every finding.
    pub async fn plain_in_forced_colours(&self, screen: &str) -> Result<()> {
        let seen = self.ask(LOOK).await?;
        ensure!(seen["forced"] == true, "{screen}: no colours are forced");
        ensure!(
            seen["looked"].as_u64() > Some(0),
            "{screen}: nothing to look at"
        );
        self.shoot(&format!("forced-{screen}")).await?;
        let found = seen["found"].as_array().cloned().unwrap_or_default();
        let found: Vec<_> = found.iter().filter_map(Value::as_str).collect();
        ensure!(found.is_empty(), "{screen}: {found:#?}");
        Ok(())
    }
}
