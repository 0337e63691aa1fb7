//! Hands that have a keyboard and nothing else.

use super::{Page, driver::PATIENCE};
use anyhow::{Result, bail, ensure};
use fantoccini::key::Key;

/// More presses than any screen takes.
const MOST_TABS: usize = 80;

impl Page {
    /// Goes to something with the tab key, and presses it.
    ///
    /// # Errors
    /// As [`Page::reach`].
    pub async fn press(&self, name: &str) -> Result<()> {
        self.find(name).await?;
        self.reach(name).await?;
        self.key(Key::Enter).await
    }

    /// Goes to something with the tab key alone. Whatever has the focus on the way must be seen.
    ///
    /// # Errors
    /// Where it cannot be reached, or the focus is hidden on the way.
    pub async fn reach(&self, name: &str) -> Result<()> {
        self.find(name).await?;
        for _ in 0..MOST_TABS {
            if self.ask(FOCUSED).await?["name"] == name {
                return Ok(());
            }
            self.key(Key::Tab).await?;
            let seen = self.ask(FOCUSED).await?;
            ensure!(
                seen["seen"] != false,
                "the focus is hidden on {}: {}",
                seen["name"],
                seen["where"]
            );
        }
        bail!("{name} cannot be reached with the tab key")
    }

    /// Waits until something has the focus.
    ///
    /// # Errors
    /// Where it never has.
    pub async fn until_focus(&self, name: &str) -> Result<()> {
        let within = async {
            while self.ask(FOCUSED).await?["name"] != name {
                tokio::task::yield_now().await;
            }
            Ok(())
        };
        match tokio::time::timeout(PATIENCE, within).await {
            Ok(came) => came,
            Err(_) => bail!("the focus never comes to {name}"),
        }
    }
}

/// What has the focus, and whether the middle of it, or of what shows it, lies in view and under nothing.
const FOCUSED: &str = r#"
const focused = document.activeElement;
if (!focused || focused === document.body) return { name: null };
const shown = focused.closest(".pick") ?? focused;
const box = shown.getBoundingClientRect();
const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1);
const top = document.elementFromPoint(x, y);
const inView = box.bottom > 0 && box.top < innerHeight;
return {
  name: focused.dataset.test ?? focused.tagName,
  where: `${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}, under ${top?.outerHTML.slice(0, 80)}`,
  seen: inView && top !== null && (shown.contains(top) || top.contains(shown)),
};
"#;
