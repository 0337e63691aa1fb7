//! The real program under WebKitWebDriver.

use super::{
    Display, Page,
    driver::{Driver, PATIENCE},
};
use crate::{soft_key::Port, version::Signer};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// One window, with the driver that speaks for the person.
pub struct Window {
    page: Page,
    _driver: Driver,
    home: tempfile::TempDir,
    session: tempfile::TempDir,
}

impl Window {
    /// Opens the program on a stick, with an empty home.
    ///
    /// # Errors
    /// Where it does not open.
    pub async fn open(display: &Display, stick: &Path) -> Result<Self> {
        Self::speaking(display, stick, "fr_FR.UTF-8").await
    }

    /// The same on a computer with a camera, which sees what the web view draws for tests.
    ///
    /// # Errors
    /// Where it does not open.
    pub async fn with_camera(display: &Display, stick: &Path) -> Result<Self> {
        let camera = [("CLE_CAMERA", "drawn")];
        Self::started(display, stick, "fr_FR.UTF-8", &camera).await
    }

    /// The same on a computer into which a security key is plugged.
    ///
    /// # Errors
    /// Where it does not open.
    pub async fn with_key(display: &Display, port: &Port, stick: &Path) -> Result<Self> {
        let (name, socket) = port.environment();
        let key = [(name, &*socket.display().to_string())];
        Self::started(display, stick, "fr_FR.UTF-8", &key).await
    }

    /// The same on a computer that speaks `language`.
    ///
    /// # Errors
    /// Where it does not open.
    pub async fn speaking(display: &Display, stick: &Path, language: &str) -> Result<Self> {
        Self::started(display, stick, language, &[]).await
    }

    /// The same, with the space opened by a code.
    ///
    /// # Errors
    /// Where window or space do not open.
    pub async fn home(display: &Display, stick: &Path, code: &str) -> Result<Self> {
        let mut window = Self::open(display, stick).await?;
        window.click("lang-ok").await?;
        window.type_code(code).await?;
        window.on("home").await?;
        Ok(window)
    }

    /// The same at a computer whose kernel says of what is plugged in what a folder says.
    ///
    /// # Errors
    /// Where window or space do not open.
    pub async fn home_at(display: &Display, sys: &Path, stick: &Path, code: &str) -> Result<Self> {
        let plugged = [("CLE_SYS", &*sys.display().to_string())];
        let mut window = Self::started(display, stick, "fr_FR.UTF-8", &plugged).await?;
        window.click("lang-ok").await?;
        window.type_code(code).await?;
        window.on("home").await?;
        Ok(window)
    }

    /// The same by a program that was built with the key of `signer`.
    ///
    /// # Errors
    /// Where window or space do not open.
    pub async fn home_signed(
        display: &Display,
        signer: &Signer,
        stick: &Path,
        code: &str,
    ) -> Result<Self> {
        let built = [("CLE_RELEASE_KEY", signer.public())];
        let mut window = Self::started(display, stick, "fr_FR.UTF-8", &built).await?;
        window.click("lang-ok").await?;
        window.type_code(code).await?;
        window.on("home").await?;
        Ok(window)
    }

    async fn started(
        display: &Display,
        stick: &Path,
        language: &str,
        more: &[(&str, &str)],
    ) -> Result<Self> {
        let (home, session) = (tempfile::tempdir()?, tempfile::tempdir()?);
        let mut command = Command::new("WebKitWebDriver");
        command
            .env("DISPLAY", display.name())
            .env("HOME", home.path())
            .env("XDG_RUNTIME_DIR", session.path())
            .env("LANG", language)
            .env_remove("LC_ALL")
            .env_remove("LANGUAGE")
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(more.iter().copied());
        let driver = Driver::start(command).await?;
        let options = json!({
            "webkitgtk:browserOptions": {
                "binary": program()?,
                "args": ["--stick", stick],
            }
        });
        let Value::Object(capabilities) = options else {
            anyhow::bail!("capabilities are an object");
        };
        let page = Page::new(driver.connect(capabilities).await?);
        Ok(Self {
            page,
            _driver: driver,
            home,
            session,
        })
    }

    /// Presses "Fermer et partir"; then as [`Window::left`].
    ///
    /// # Errors
    /// Where it is not there, the program does not go, or files stay.
    pub async fn leave(self) -> Result<()> {
        let leave = self.page.find("leave").await?;
        // The program may be gone before the driver has answered: whether it goes is looked at next.
        let _ = leave.click().await;
        self.left().await
    }

    /// Waits until the program has gone by itself, with its private folder, and looks that no file stays in
    /// the home and in the folder of the session.
    ///
    /// # Errors
    /// Where it does not go, or files stay.
    pub async fn left(self) -> Result<()> {
        let going = async {
            while self.page.client().title().await.is_ok() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, going)
            .await
            .context("the program does not go")?;
        let session = self.session.path().to_owned();
        let private = move || {
            let entries = std::fs::read_dir(&session).into_iter().flatten();
            entries
                .filter_map(Result::ok)
                .any(|entry| entry.file_name().to_string_lossy().starts_with("cle-"))
        };
        let gone = async {
            while private() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, gone)
            .await
            .context("the private folder stays")?;
        let stays: Vec<PathBuf> = [self.home.path(), self.session.path()]
            .into_iter()
            .flat_map(|folder| walkdir::WalkDir::new(folder).min_depth(1))
            .filter_map(Result::ok)
            .filter(|entry| !entry.file_type().is_dir())
            .map(walkdir::DirEntry::into_path)
            // The settings' own lock, two bytes of the desktop, as of any program with a window.
            .filter(|path| !path.ends_with("dconf/user"))
            .collect();
        anyhow::ensure!(stays.is_empty(), "files that stay: {stays:?}");
        Ok(())
    }
}

impl Deref for Window {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl DerefMut for Window {
    fn deref_mut(&mut self) -> &mut Page {
        &mut self.page
    }
}

/// Starts a program on a stick, undriven, at a computer that has nothing else to say than where it shows windows.
#[must_use]
pub fn bare(program: &Path, display: &Display, stick: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .arg("--stick")
        .arg(stick)
        .env_clear()
        .env("DISPLAY", display.name())
        .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
        .env("LANG", "fr_FR.UTF-8")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// The program that may be driven, beside the tests.
///
/// # Errors
/// Where the tests do not lie in a target folder.
pub fn program() -> Result<PathBuf> {
    beside_the_tests("cle")
}

/// The program as it is handed out: built without what lets it be driven.
///
/// # Errors
/// Where the tests do not lie in a target folder.
pub fn shipped() -> Result<PathBuf> {
    beside_the_tests("shipped/cle")
}

/// A program that was built beside the tests.
///
/// # Errors
/// Where it was not.
pub fn beside_the_tests(name: &str) -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    let folder = test
        .ancestors()
        .nth(2)
        .context("tests lie in target/…/deps")?;
    let program = folder.join(name);
    anyhow::ensure!(
        program.exists(),
        "{} was not built: ./cle test builds it",
        program.display()
    );
    Ok(program)
}
