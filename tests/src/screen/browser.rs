//! The same pages and the same commands in Chromium, where an accessibility checker and a zoom of
//! 400 % can be had: only the window is replaced (key-app/src/bin/bridge.rs).

use super::{Page, driver::Driver, window::beside_the_tests};
use crate::{proxy::Proxy, soft_key::Port, version::Signer, world::CODE};
use anyhow::{Context, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader},
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// A browser without a window of its own.
pub struct Chromium {
    pub(super) driver: Driver,
    pub(super) profile: tempfile::TempDir,
    /// What stands in for the computer's own browser writes every address here.
    visited: PathBuf,
}

/// The computer's own browser, as far as it matters: it is told an address.
const OWN_BROWSER: &str = "#!/bin/sh\nprintf '%s\\n' \"$1\" >> \"$VISITED\"\n";

/// The pages of one stick in it.
pub struct Browser {
    page: Page,
    bridge: Child,
}

impl Chromium {
    /// Starts its driver.
    ///
    /// # Errors
    /// Where Chromium's driver is missing.
    pub async fn start() -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let own = profile.path().join("bin");
        std::fs::create_dir(&own)?;
        std::fs::write(own.join("xdg-open"), OWN_BROWSER)?;
        std::fs::set_permissions(
            own.join("xdg-open"),
            std::os::unix::fs::PermissionsExt::from_mode(0o700),
        )?;
        Ok(Self {
            driver: Driver::start(Command::new("chromedriver")).await?,
            visited: profile.path().join("visited"),
            profile,
        })
    }

    /// Where everything is that the person saved.
    #[must_use]
    pub fn saved(&self, name: &str) -> PathBuf {
        self.profile.path().join(name)
    }

    /// Addresses that the computer's own browser was told, each on a line.
    ///
    /// # Errors
    /// Where it was told none.
    pub fn visited(&self) -> Result<String> {
        Ok(std::fs::read_to_string(&self.visited)?)
    }

    /// The same on a computer with a program that speaks; on every other one nothing does.
    ///
    /// # Errors
    /// As [`Chromium::open`].
    pub async fn open_with_voice(&self, stick: &Path, size: (u32, u32, u32)) -> Result<Browser> {
        let found = std::env::var_os("PATH").unwrap_or_default();
        let programs = std::env::split_paths(&found).map(|folder| folder.join("espeak-ng"));
        let program = programs
            .into_iter()
            .find(|program| program.is_file())
            .context("espeak-ng: ./cle test installs it")?;
        let own = self.profile.path().join("bin/espeak-ng");
        if !own.exists() {
            std::os::unix::fs::symlink(program, own)?;
        }
        self.open(stick, size).await
    }

    /// The same on a computer with a camera, which sees what the browser draws for tests.
    ///
    /// # Errors
    /// As [`Chromium::open`].
    pub async fn open_with_camera(&self, stick: &Path, size: (u32, u32, u32)) -> Result<Browser> {
        let camera = [
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
        ];
        self.open_with(&[], stick, size, &camera).await
    }

    /// The same at a computer whose network leads everything through a proxy.
    ///
    /// # Errors
    /// As [`Chromium::open`].
    pub async fn open_behind(
        &self,
        proxy: &Proxy,
        stick: &Path,
        size: (u32, u32, u32),
    ) -> Result<Browser> {
        let address = format!("http://{}", proxy.address());
        self.open_with(&[("HTTPS_PROXY", &address)], stick, size, &[])
            .await
    }

    /// The same, with the space opened by [`CODE`] in a language.
    ///
    /// # Errors
    /// As [`Chromium::open`], or where the space does not open.
    pub async fn home(
        &self,
        stick: &Path,
        language: &str,
        size: (u32, u32, u32),
    ) -> Result<Browser> {
        let mut page = self.open(stick, size).await?;
        page.enter(language, CODE).await?;
        page.on("home").await?;
        Ok(page)
    }

    /// Opens the pages of a stick in a view of `width` × `height` CSS pixels, each of `zoom` real ones.
    ///
    /// # Errors
    /// Where pages or browser do not open.
    pub async fn open(&self, stick: &Path, size: (u32, u32, u32)) -> Result<Browser> {
        self.open_with(&[], stick, size, &[]).await
    }

    /// The same at a computer into which a security key is plugged.
    ///
    /// # Errors
    /// As [`Chromium::open`].
    pub async fn open_with_key(
        &self,
        port: &Port,
        stick: &Path,
        size: (u32, u32, u32),
    ) -> Result<Browser> {
        let (name, socket) = port.environment();
        let socket = socket.display().to_string();
        self.open_with(&[(name, &socket)], stick, size, &[]).await
    }

    /// The same as [`Chromium::home`], at a computer whose kernel says of what is plugged in what
    /// a folder says.
    ///
    /// # Errors
    /// As [`Chromium::home`].
    pub async fn home_at(
        &self,
        sys: &Path,
        stick: &Path,
        language: &str,
        size: (u32, u32, u32),
    ) -> Result<Browser> {
        let sys = sys.display().to_string();
        let mut page = self
            .open_with(&[("CLE_SYS", &sys)], stick, size, &[])
            .await?;
        page.enter(language, CODE).await?;
        page.on("home").await?;
        Ok(page)
    }

    /// The same as [`Chromium::home`], by a program that was built with the key of `signer`.
    ///
    /// # Errors
    /// As [`Chromium::home`].
    pub async fn home_signed(
        &self,
        signer: &Signer,
        stick: &Path,
        language: &str,
        size: (u32, u32, u32),
    ) -> Result<Browser> {
        let built = [("CLE_RELEASE_KEY", signer.public())];
        let mut page = self.open_with(&built, stick, size, &[]).await?;
        page.enter(language, CODE).await?;
        page.on("home").await?;
        Ok(page)
    }

    async fn open_with(
        &self,
        environment: &[(&str, &str)],
        stick: &Path,
        (width, height, zoom): (u32, u32, u32),
        more: &[&str],
    ) -> Result<Browser> {
        // What else the computer of the tests has is not there for the pages.
        let path = self.profile.path().join("bin");
        let mut bridge = Command::new(beside_the_tests("bridge")?)
            .arg("--stick")
            .arg(stick)
            .arg("--saves")
            .arg(self.profile.path())
            .env("PATH", path)
            .env("VISITED", &self.visited)
            .env("LANG", "fr_FR.UTF-8")
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .context("the bridge does not start")?;
        let said = bridge.stdout.take().context("the bridge says nothing")?;
        let mut address = String::new();
        BufReader::new(said).read_line(&mut address)?;
        let profile = self.profile.path().join(bridge.id().to_string());
        let profile = format!("--user-data-dir={}", profile.display());
        let arguments = [USUAL, &[&*profile], more].concat();
        let options = json!({
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(capabilities) = options else {
            anyhow::bail!("capabilities are an object");
        };
        let client = self.driver.connect(capabilities).await?;
        client.issue_cmd(view((width, height, zoom))).await?;
        client.goto(address.trim()).await?;
        let page = Page::new(client);
        Ok(Browser { page, bridge })
    }
}

impl Browser {
    /// Shows the pages as where a computer forces its own few colours on everything.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn force_colours(&self) -> Result<()> {
        let features = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
        let media = json!({ "cmd": "Emulation.setEmulatedMedia", "params": features });
        self.page.client().issue_cmd(dev_tools(media)).await?;
        Ok(())
    }

    /// Ends the session with the browser.
    ///
    /// # Errors
    /// Where it has ended already.
    pub async fn close(self) -> Result<()> {
        Ok(self.page.client().clone().close().await?)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.bridge.kill();
        let _ = self.bridge.wait();
    }
}

impl Deref for Browser {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl DerefMut for Browser {
    fn deref_mut(&mut self) -> &mut Page {
        &mut self.page
    }
}

/// What every Chromium of the tests is told.
pub(super) const USUAL: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--lang=fr-FR",
    // Colours on their way from one to the other are nobody's to read.
    "--force-prefers-reduced-motion",
];

/// A view of so many CSS pixels, each of so many real ones.
pub(super) fn view((width, height, zoom): (u32, u32, u32)) -> Extension {
    dev_tools(
        json!({ "cmd": "Emulation.setDeviceMetricsOverride", "params": {
        "width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false,
    } }),
    )
}

/// A command of Chromium's own protocol.
pub(super) fn dev_tools(body: Value) -> Extension {
    Extension {
        at: "goog/cdp/execute",
        body,
    }
}

/// A command that an extension of WebDriver adds below a session.
#[derive(Debug)]
pub(super) struct Extension {
    /// Below the session.
    pub(super) at: &'static str,
    pub(super) body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        let session = session.unwrap_or_default();
        base.join(&format!("session/{session}/{}", self.at))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}
