//! Finds, presses, types and reads, by the names of key-app/ui/TESTING.md.

use super::driver::PATIENCE;
use anyhow::{Context, Result, ensure};
use fantoccini::{
    Client, Locator,
    actions::{InputSource, KeyAction, KeyActions},
    elements::Element,
    error::CmdError,
    key::Key,
};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The page in front of the person. Counts what they press.
pub struct Page {
    client: Client,
    pressed: usize,
}

impl Page {
    pub(super) fn new(client: Client) -> Self {
        Self { client, pressed: 0 }
    }

    /// The session itself.
    #[must_use]
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Presses so far.
    #[must_use]
    pub fn pressed(&self) -> usize {
        self.pressed
    }

    /// Waits until something is there.
    ///
    /// # Errors
    /// Where it does not appear.
    pub async fn find(&self, name: &str) -> Result<Element> {
        let selector = format!("[data-test={name}]");
        self.client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(&selector))
            .await
            .with_context(|| format!("{name} does not appear"))
    }

    /// Marks this page, so that it is known from the one that is loaded anew.
    ///
    /// # Errors
    /// Where the page does not answer.
    pub async fn mark(&self) -> Result<()> {
        self.ask("window.marked = true").await.map(drop)
    }

    /// Waits for the screen of a space that was shut, on the page as it was loaded anew after it was marked: a press on
    /// the one before is lost.
    ///
    /// # Errors
    /// Where it does not appear.
    pub async fn shut(&self) -> Result<()> {
        let anew = async {
            // While it is loaded nobody answers.
            let asked = "return window.marked !== true && document.querySelector('h1') !== null";
            while !matches!(self.ask(asked).await, Ok(Value::Bool(true))) {
                tokio::task::yield_now().await;
            }
        };
        let within = tokio::time::timeout(PATIENCE, anew).await;
        ensure!(within.is_ok(), "the page is not loaded anew");
        self.on("locked").await
    }

    /// Waits for a screen.
    ///
    /// # Errors
    /// Where it does not appear.
    pub async fn on(&self, screen: &str) -> Result<()> {
        let selector = format!("[data-screen={screen}] h1");
        self.client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(&selector))
            .await
            .with_context(|| format!("the screen {screen} does not appear"))?;
        Ok(())
    }

    /// Whether something is there now.
    ///
    /// # Errors
    /// Where the session has ended.
    pub async fn has(&self, name: &str) -> Result<bool> {
        let selector = format!("[data-test={name}]");
        Ok(!self
            .client
            .find_all(Locator::Css(&selector))
            .await?
            .is_empty())
    }

    /// Waits until something is not there, or no longer.
    ///
    /// # Errors
    /// Where it stays.
    pub async fn gone(&self, name: &str) -> Result<()> {
        let going = async {
            while self.has(name).await? {
                tokio::task::yield_now().await;
            }
            Ok(())
        };
        let within = tokio::time::timeout(PATIENCE, going).await;
        within.with_context(|| format!("{name} stays"))?
    }

    /// Presses it.
    ///
    /// # Errors
    /// Where it is not there or something lies over it.
    pub async fn click(&mut self, name: &str) -> Result<()> {
        let mut pressed = self.with(name, async |element| element.click().await).await;
        if pressed.is_err() {
            // WebKit's driver does not bring every element into view before it presses; a person would.
            let seen = format!(
                "document.querySelector('[data-test={name}]')?.scrollIntoView({{ block: 'center' }})"
            );
            self.ask(&seen).await?;
            pressed = self.with(name, async |element| element.click().await).await;
        }
        pressed.with_context(|| format!("{name} cannot be pressed"))?;
        self.pressed += 1;
        Ok(())
    }

    /// What it says.
    ///
    /// # Errors
    /// Where it is not there.
    pub async fn text(&self, name: &str) -> Result<String> {
        self.with(name, async |element| element.text().await).await
    }

    /// Waits until it says what is expected.
    ///
    /// # Errors
    /// Where it never does; names what it says instead.
    pub async fn until(&self, name: &str, expected: impl Fn(&str) -> bool) -> Result<String> {
        let mut last = String::new();
        let said = async {
            loop {
                // Between two looks the element may have been drawn anew.
                if let Ok(text) = self.text(name).await {
                    last = text;
                    if expected(&last) {
                        break;
                    }
                }
                tokio::task::yield_now().await;
            }
        };
        let within = tokio::time::timeout(PATIENCE, said).await;
        ensure!(within.is_ok(), "{name} says {last:?}");
        Ok(last)
    }

    /// Waits until it says something.
    ///
    /// # Errors
    /// Where it stays silent.
    pub async fn told(&self, name: &str) -> Result<String> {
        self.until(name, |said| !said.is_empty()).await
    }

    /// Waits until an attribute has a value.
    ///
    /// # Errors
    /// Where it never has.
    pub async fn until_attribute(&self, name: &str, attribute: &str, value: &str) -> Result<()> {
        let selector = format!("[data-test={name}][{attribute}={value}]");
        self.client
            .wait()
            .at_most(PATIENCE)
            .for_element(Locator::Css(&selector))
            .await
            .with_context(|| format!("{name} never has {attribute}={value}"))?;
        Ok(())
    }

    /// Types into a field.
    ///
    /// # Errors
    /// Where it is not there.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        self.with(name, async |element| element.send_keys(text).await)
            .await
    }

    /// Empties a field and types.
    ///
    /// # Errors
    /// Where it is not there.
    pub async fn refill(&self, name: &str, text: &str) -> Result<()> {
        self.with(name, async |field| field.clear().await).await?;
        self.fill(name, text).await
    }

    /// Chooses one of a list by its value.
    ///
    /// # Errors
    /// Where it is not there.
    pub async fn pick(&self, name: &str, value: &str) -> Result<()> {
        self.with(name, async |list| list.select_by_value(value).await)
            .await
    }

    /// Gives files to a field, as the file chooser would.
    ///
    /// # Errors
    /// Where it is not there.
    pub async fn choose(&self, name: &str, files: &[&Path]) -> Result<()> {
        let names: Vec<_> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        self.fill(name, &names.join("\n")).await
    }

    /// Presses a code and "open".
    ///
    /// # Errors
    /// Where the keys are not there.
    pub async fn press_code(&mut self, digits: &str) -> Result<()> {
        for digit in digits.chars() {
            self.click(&format!("code-digit-{digit}")).await?;
        }
        self.click("code-ok").await
    }

    /// Types a code and "open": one gesture of the person.
    ///
    /// # Errors
    /// Where the field is not there.
    pub async fn type_code(&mut self, digits: &str) -> Result<()> {
        self.fill("code-field", digits).await?;
        self.pressed += 1;
        self.click("code-ok").await
    }

    /// Presses a key of the keyboard, wherever the focus is.
    ///
    /// # Errors
    /// Where the session has ended.
    pub async fn key(&self, key: Key) -> Result<()> {
        self.key_of(char::from(key)).await
    }

    /// The same for the key of a letter or digit.
    ///
    /// # Errors
    /// Where the session has ended.
    pub async fn key_of(&self, value: char) -> Result<()> {
        // As a key goes: to whatever has the focus when it lands. Asking first for the focused element
        // and then sending it the key breaks where the page is drawn anew in between.
        let stroke = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        Ok(self.client.perform_actions(stroke).await?)
    }

    /// Runs a question in the page.
    ///
    /// # Errors
    /// Where the page refuses it.
    pub async fn ask(&self, script: &str) -> Result<Value> {
        Ok(self.client.execute(script, Vec::new()).await?)
    }

    /// Does something with an element. Where the page drew it anew between finding it and touching it,
    /// nothing was done, and it is found again.
    async fn with<T>(
        &self,
        name: &str,
        act: impl AsyncFn(Element) -> Result<T, CmdError>,
    ) -> Result<T> {
        loop {
            match act(self.find(name).await?).await {
                Err(gone) if gone.is_stale_element_reference() => tokio::task::yield_now().await,
                done => return Ok(done?),
            }
        }
    }

    /// A picture in `target/reports/screens`.
    ///
    /// # Errors
    /// Where it cannot be taken.
    pub async fn shoot(&self, name: &str) -> Result<()> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/reports/screens");
        std::fs::create_dir_all(&folder)?;
        let picture = self.client.screenshot().await?;
        std::fs::write(folder.join(format!("{name}.png")), picture)?;
        Ok(())
    }
}
