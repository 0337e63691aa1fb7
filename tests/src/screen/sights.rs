//! In which languages and sizes every screen is looked at.

use super::Page;
use anyhow::Result;
use fantoccini::Locator;

/// A small laptop, and a large screen at 400 %: CSS pixels, and real ones for each.
pub const VIEWS: [(&str, (u32, u32, u32)); 2] = [("1024", (1024, 600, 1)), ("400", (320, 256, 4))];

/// One from left to right, and one from right to left in letters of its own.
pub const LANGUAGES: [&str; 2] = ["fr", "ar"];

/// Every language that is looked at, in every view: language, name of the view, its size.
pub fn everywhere() -> impl Iterator<Item = (&'static str, &'static str, (u32, u32, u32))> {
    LANGUAGES
        .into_iter()
        .flat_map(|language| VIEWS.map(|(view, size)| (language, view, size)))
}

impl Page {
    /// Chooses a language on the first screen, and waits until the page speaks it.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn speak(&mut self, language: &str) -> Result<()> {
        self.on("language").await?;
        self.click(&format!("lang-{language}")).await?;
        self.spoken(language).await
    }

    /// From the first screen past the code.
    ///
    /// # Errors
    /// Where something on the way is not there.
    pub async fn enter(&mut self, language: &str, code: &str) -> Result<()> {
        self.speak(language).await?;
        self.click("lang-ok").await?;
        self.type_code(code).await
    }

    /// Looks at a screen as the checker of accessibility does, and keeps its picture for whoever opens the
    /// reports.
    ///
    /// # Errors
    /// What the checker finds.
    pub async fn seen(&self, screen: &str) -> Result<()> {
        self.accessible(screen).await?;
        self.shoot(screen).await
    }

    /// Waits until the page speaks a language.
    ///
    /// # Errors
    /// Where it does not.
    pub async fn spoken(&self, language: &str) -> Result<()> {
        let direction = if language == "ar" { "rtl" } else { "ltr" };
        let spoken = format!("html[lang={language}][dir={direction}]");
        self.client()
            .wait()
            .for_element(Locator::Css(&spoken))
            .await?;
        Ok(())
    }
}
