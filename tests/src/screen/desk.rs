//! Somebody of a structure's staff at their own computer: a browser at the portal's address, with a device that
//! keeps passkeys. The device is Chromium's own, made of software.

use super::{
    Chromium, Page,
    browser::{Extension, USUAL, view},
};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{
    net::SocketAddr,
    ops::{Deref, DerefMut},
};

/// A browser at the desk.
pub struct Desk {
    page: Page,
    origin: String,
}

impl Chromium {
    /// A browser for which the portal's name leads to this address. Each has a profile of its own, and no device
    /// that keeps passkeys yet.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn desk(
        &self,
        (origin, portal): (&str, SocketAddr),
        size: (u32, u32, u32),
    ) -> Result<Desk> {
        let host = origin.strip_prefix("https://").context("over TLS alone")?;
        let leads = format!("--host-resolver-rules=MAP {host} {portal}");
        let profile = tempfile::tempdir_in(self.profile.path())?.keep();
        let profile = format!("--user-data-dir={}", profile.display());
        let arguments = [USUAL, &[&*leads, &*profile]].concat();
        let options = json!({
            "acceptInsecureCerts": true,
            "goog:chromeOptions": { "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(capabilities) = options else {
            bail!("capabilities are an object");
        };
        let client = self.driver.connect(capabilities).await?;
        client.issue_cmd(view(size)).await?;
        Ok(Desk {
            page: Page::new(client),
            origin: origin.to_owned(),
        })
    }
}

impl Desk {
    /// Goes to a page.
    ///
    /// # Errors
    /// Where the browser does not go.
    pub async fn visit(&self, path: &str) -> Result<()> {
        Ok(self
            .page
            .client()
            .goto(&format!("{}{path}", self.origin))
            .await?)
    }

    /// Shows the page in another view.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn resize(&self, size: (u32, u32, u32)) -> Result<()> {
        self.page.client().issue_cmd(view(size)).await?;
        Ok(())
    }

    /// The computer gets a device that keeps passkeys and knows whose finger it is.
    ///
    /// # Errors
    /// Where the browser refuses.
    pub async fn plug_in_authenticator(&self) -> Result<()> {
        let authenticator = json!({
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": true,
            "hasUserVerification": true,
            "isUserConsenting": true,
            "isUserVerified": true,
        });
        // WebAuthn, section 11.
        let command = Extension {
            at: "webauthn/authenticator",
            body: authenticator,
        };
        self.page.client().issue_cmd(command).await?;
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

impl Deref for Desk {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl DerefMut for Desk {
    fn deref_mut(&mut self) -> &mut Page {
        &mut self.page
    }
}
