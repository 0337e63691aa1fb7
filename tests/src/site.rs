//! One portal of a world, at an address of its own, and who stands before it and writes down what
//! travels. Sticks know the address; the portal behind it stops and starts again.

use crate::recorder::{Recorder, Waiting};
use anyhow::{Context, Result};
use portal::{Deps, Running, Settings, clock::Fixed};
use std::{path::PathBuf, sync::Arc};

/// A portal with its gate.
pub struct Site {
    /// What travels.
    pub recorder: Recorder,
    clock: Arc<Fixed>,
    settings: Settings,
    portal: Option<Running>,
}

impl Site {
    /// The portal of these settings answers from now on where `waiting` listens.
    pub(crate) async fn open(
        settings: Settings,
        waiting: Waiting,
        clock: &Arc<Fixed>,
    ) -> Result<Self> {
        let portal = serve(&settings, clock).await?;
        let pem = |name: &str| settings.data.join("tls").join(name);
        let recorder = waiting.record(&pem("chain.pem"), &pem("server.key"), portal.addr())?;
        Ok(Self {
            recorder,
            clock: Arc::clone(clock),
            settings,
            portal: Some(portal),
        })
    }

    /// Stops the portal, as an admin would.
    pub async fn stop(&mut self) {
        if let Some(portal) = self.portal.take() {
            portal.stop().await;
        }
    }

    /// Starts the portal again, on its data.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn restart(&mut self) -> Result<()> {
        self.stop().await;
        let portal = serve(&self.settings, &self.clock).await?;
        self.recorder.lead_to(portal.addr());
        self.portal = Some(portal);
        Ok(())
    }

    /// Puts another portal in the place of this one, as after a restore.
    ///
    /// # Errors
    /// Where it does not start.
    pub async fn move_to(&mut self, data: PathBuf) -> Result<()> {
        self.settings = Settings::read(&data)?;
        self.restart().await
    }

    /// The running portal.
    ///
    /// # Errors
    /// Where it is stopped.
    pub fn portal(&self) -> Result<&Running> {
        self.portal.as_ref().context("the portal is stopped")
    }

    /// The portal's data folder.
    #[must_use]
    pub fn data(&self) -> PathBuf {
        self.settings.data.clone()
    }

    /// How many sticks have a secret at its gate.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn secrets(&self) -> Result<usize> {
        Ok(std::fs::read_dir(self.settings.gate_secrets())?.count())
    }
}

async fn serve(settings: &Settings, clock: &Arc<Fixed>) -> Result<Running> {
    let deps = Deps {
        clock: clock.clone(),
        ..Deps::system()
    };
    Ok(portal::start(settings.clone(), deps).await?)
}
