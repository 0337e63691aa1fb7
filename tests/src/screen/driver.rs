//! The driver process, which ends with the test whatever happens in between.

use anyhow::{Context, Result};
use fantoccini::{Client, ClientBuilder};
use serde_json::{Map, Value};
use std::{
    net::TcpListener,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// Longest wait for something that is expected to happen.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// A running driver.
pub(super) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts `command` on a free port and waits until it listens.
    pub(super) async fn start(mut command: Command) -> Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let process = command
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| format!("{:?} does not start", command.get_program()))?;
        let driver = Self { process, port };
        // Listening is the event: asked until somebody does.
        let listening = async {
            while tokio::net::TcpStream::connect(("127.0.0.1", port))
                .await
                .is_err()
            {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(PATIENCE, listening).await?;
        Ok(driver)
    }

    /// A session with what it drives.
    pub(super) async fn connect(&self, capabilities: Map<String, Value>) -> Result<Client> {
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let client = ClientBuilder::new(connector)
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{}", self.port))
            .await?;
        Ok(client)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
