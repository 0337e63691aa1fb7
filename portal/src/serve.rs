//! The loop that takes connections: bounded in number, in time and in size, and that stops without
//! cutting anybody off.

use std::{io, net::SocketAddr, sync::Arc, time::Duration};

use axum::{Router, body::Body, http::Request};
use hyper::{body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    task::{AbortHandle, JoinHandle},
};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use crate::{
    app::{App, Deps, Shared, StartError, failed},
    backup::control,
    http::{self, Peer},
    jobs,
    settings::Settings,
    tls,
};

/// Seconds for the TLS handshake.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// Seconds between two requests of a connection, and for the headers of one.
const HEADERS: Duration = Duration::from_secs(30);
/// Seconds that requests under way have when the portal stops.
const FAREWELL: Duration = Duration::from_secs(20);
/// Bytes of headers.
const HEADER_BYTES: u32 = 16 << 10;
/// Header lines.
const HEADER_LINES: usize = 64;
/// Requests at once on one connection.
const STREAMS: u32 = 64;

/// A portal that answers. Dropping it stops it too, less politely than [`Running::stop`].
pub struct Running {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    serving: JoinHandle<()>,
    others: Others,
    app: Shared,
}

/// What runs beside the answering, until dropped.
struct Others([AbortHandle; 2]);

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
        jobs::hourly(&self.app).await
    }

    /// Backs up into the new folder `to` while it runs.
    ///
    /// # Errors
    /// [`crate::backup::BackupError`].
    pub async fn backup(&self, to: std::path::PathBuf) -> Result<(), crate::backup::BackupError> {
        control::backup(&self.app, to).await
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
    let tls = &settings.file.tls;
    let config = tls::server(&settings.path(&tls.chain), &settings.path(&tls.key))
        .map_err(|error| StartError::Tls(error.to_string()))?;
    let (listen, connections) = (settings.file.listen, settings.file.limits.connections);
    let socket = settings.control();
    let opening = tokio::task::spawn_blocking(move || App::open(settings, deps));
    let opened = opening.await.map_err(|error| StartError::Io {
        doing: "could not open the stores",
        source: io::Error::other(error),
    })?;
    let app: Shared = Arc::new(opened?);
    jobs::recover(&app)
        .await
        .map_err(|refusal| StartError::Io {
            doing: "could not clean up after the last stop",
            source: io::Error::other(refusal),
        })?;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(failed("could not listen"))?;
    let address = listener.local_addr().map_err(failed("could not listen"))?;
    let control = control::listen(&socket, app.clone())
        .map_err(failed("could not open the control socket"))?;
    let hours = tokio::spawn(jobs::run(app.clone())).abort_handle();
    let (stop, stopped) = watch::channel(false);
    let accepting = Accepting {
        listener,
        tls: TlsAcceptor::from(Arc::new(config)),
        router: http::router(&app),
        room: Arc::new(Semaphore::new(connections)),
    };
    let serving = tokio::spawn(accepting.run(stopped));
    tracing::info!(port = address.port(), "the portal answers");
    Ok(Running {
        address,
        stop,
        serving,
        others: Others([hours, control]),
        app,
    })
}

struct Accepting {
    listener: TcpListener,
    tls: TlsAcceptor,
    router: Router,
    room: Arc<Semaphore>,
}

impl Accepting {
    async fn run(self, mut stopped: watch::Receiver<bool>) {
        let graceful = GracefulShutdown::new();
        loop {
            let accepted = tokio::select! {
                accepted = self.next() => accepted,
                _ = stopped.changed() => break,
            };
            let (room, stream, peer) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection was not accepted");
                    // Out of file descriptors, most likely: let some be given back.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            };
            let (tls, router) = (self.tls.clone(), self.router.clone());
            let watcher = graceful.watcher();
            tokio::spawn(async move {
                serve(stream, Peer(peer.ip()), tls, router, watcher).await;
                drop(room);
            });
        }
        drop(self.listener);
        if tokio::time::timeout(FAREWELL, graceful.shutdown())
            .await
            .is_err()
        {
            tracing::warn!("some requests were cut off");
        }
    }

    /// Room first: whom there is no room for waits in the system's queue.
    async fn next(&self) -> io::Result<(OwnedSemaphorePermit, TcpStream, SocketAddr)> {
        let room = self.room.clone().acquire_owned().await;
        let room = room.map_err(io::Error::other)?;
        let (stream, peer) = self.listener.accept().await?;
        Ok((room, stream, peer))
    }
}

/// Serves one connection to its end. What a stranger's connection suffers is no news.
async fn serve(
    stream: TcpStream,
    peer: Peer,
    tls: TlsAcceptor,
    router: Router,
    watcher: hyper_util::server::graceful::Watcher,
) {
    drop(stream.set_nodelay(true));
    let Ok(Ok(stream)) = tokio::time::timeout(HANDSHAKE, tls.accept(stream)).await else {
        return;
    };
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request.map(Body::new))
    });
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS)
        .max_buf_size(HEADER_BYTES as usize * 4)
        .max_headers(HEADER_LINES);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_header_list_size(HEADER_BYTES)
        .max_concurrent_streams(STREAMS)
        .keep_alive_interval(HEADERS)
        .keep_alive_timeout(HEADERS);
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    if let Err(error) = watcher.watch(connection.into_owned()).await {
        tracing::debug!(%error, "a connection ended early");
    }
}
