//! The loop that takes connections: bounded in number, in time and in size, and that stops without
//! cutting anybody off.
//!
//! - `accept` takes them · `seats` room for them · `connection` one of them · `under_way` a request on it

mod accept;
mod connection;
mod seats;
mod under_way;

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use tokio::{
    net::TcpListener,
    sync::{Semaphore, watch},
    task::{AbortHandle, JoinHandle},
};
use tokio_rustls::TlsAcceptor;

use self::{accept::Accepting, seats::Seats};
use crate::{
    app::{App, Deps, Shared, StartError, failed},
    control, http, jobs, onward,
    settings::Settings,
    tls,
};

/// How long a connection may keep the portal waiting.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Patience {
    /// For the TLS handshake.
    pub(crate) handshake: Duration,
    /// Without a request: before the first one, between two, and for the headers of one.
    pub(crate) idle: Duration,
    /// With requests under way of which none makes a step: longer than the longest route.
    pub(crate) stall: Duration,
    /// For what is under way when the portal stops.
    pub(crate) farewell: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            handshake: Duration::from_secs(10),
            idle: Duration::from_secs(30),
            stall: Duration::from_secs(960),
            farewell: Duration::from_secs(20),
        }
    }
}

/// A portal that answers. Dropping it stops it too, less politely than [`Running::stop`].
pub struct Running {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
    others: Others,
    app: Shared,
}

/// What runs beside the answering, until dropped.
struct Others(Vec<AbortHandle>);

impl Drop for Others {
    fn drop(&mut self) {
        for other in &self.0 {
            other.abort();
        }
    }
}

impl Running {
    /// Where it listens.
    #[must_use]
    pub fn addr(&self) -> SocketAddr {
        self.address
    }

    /// What it holds in its hands.
    #[cfg(test)]
    pub(crate) fn app(&self) -> &Shared {
        &self.app
    }

    /// Does at once what is otherwise done every hour: ends what has ended, hands on, cleans up.
    ///
    /// # Errors
    /// The refusal of the first step that could not be done.
    pub async fn hourly(&self) -> Result<(), wire::Refusal> {
        onward::hand_on(&self.app).await;
        jobs::hourly(&self.app).await
    }

    /// Backs up into the new folder `to` while it runs.
    ///
    /// # Errors
    /// [`crate::backup::BackupError`].
    pub async fn backup(&self, to: std::path::PathBuf) -> Result<(), crate::backup::BackupError> {
        crate::backup::by_portal(&self.app, to).await
    }

    /// Returns once a store has stopped writing: nothing helps then but to stop and start again.
    pub async fn failed(&self) {
        tokio::select! {
            () = self.app.space.failed() => {}
            () = self.app.gate.failed() => {}
        }
    }

    /// Takes no further connection, lets requests under way end, and closes the stores.
    pub async fn stop(self) {
        // Whoever listens stops; nobody listening has stopped already.
        let _ = self.stop.send(true);
        drop(self.serving.await);
        drop(self.others);
        let app = self.app;
        let closing = tokio::task::spawn_blocking(move || {
            app.space.close();
            app.gate.close();
        });
        drop(closing.await);
        tracing::info!("stopped");
    }
}

/// Opens the stores, binds, and answers from now on.
///
/// # Errors
/// [`StartError`], which says what to mend.
pub async fn start(settings: Settings, deps: Deps) -> Result<Running, StartError> {
    let opening = tokio::task::spawn_blocking(move || App::open(settings, deps));
    let opened = opening.await.map_err(|error| StartError::Io {
        doing: "could not open the stores",
        source: io::Error::other(error),
    })?;
    begin(opened?, Patience::default()).await
}

/// Binds, and answers from now on.
pub(crate) async fn begin(app: App, patience: Patience) -> Result<Running, StartError> {
    let files = &app.settings.file.tls;
    let (chain, key) = (
        app.settings.path(&files.chain),
        app.settings.path(&files.key),
    );
    let config = tls::server(&chain, &key).map_err(|error| StartError::Tls(error.to_string()))?;
    let limits = &app.settings.file.limits;
    let seats = Seats {
        all: Arc::new(Semaphore::new(limits.connections)),
        each: limits.connections_per_address,
        taken: Arc::default(),
    };
    let app: Shared = Arc::new(app);
    jobs::recover(&app)
        .await
        .map_err(|refusal| StartError::Io {
            doing: "could not clean up after the last stop",
            source: io::Error::other(refusal),
        })?;
    let listener = TcpListener::bind(app.settings.file.listen)
        .await
        .map_err(failed("could not listen"))?;
    let address = listener.local_addr().map_err(failed("could not listen"))?;
    let control = control::listen(&app.settings.control(), app.clone())
        .map_err(failed("could not open the control socket"))?;
    let cleaning = tokio::spawn(jobs::run(app.clone())).abort_handle();
    let handing = tokio::spawn(jobs::hand_on_when_told(app.clone())).abort_handle();
    let mut others = vec![cleaning, handing, control];
    others.extend(onward::start(&app));
    let (stop, stopped) = watch::channel(false);
    let accepting = Accepting {
        listener,
        tls: TlsAcceptor::from(Arc::new(config)),
        router: http::router(&app),
        seats,
        patience,
    };
    let serving = tokio::spawn(accepting.run(stopped));
    tracing::info!(port = address.port(), "the portal answers");
    Ok(Running {
        address,
        stop,
        serving,
        others: Others(others),
        app,
    })
}
