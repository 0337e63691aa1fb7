//! The loop that takes connections: bounded in number, in time and in size, and that stops without
//! cutting anybody off.

use std::{
    collections::HashMap,
    convert::Infallible,
    io,
    net::{IpAddr, SocketAddr},
    pin::{Pin, pin},
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, HttpBody},
    http::Request,
};
use hyper::{
    body::{Frame, Incoming, SizeHint},
    server::conn::{http1, http2},
    service::service_fn,
};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::graceful::GracefulConnection,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore, watch},
    task::{AbortHandle, JoinHandle, JoinSet},
    time::timeout,
};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use crate::{
    app::{App, Deps, Shared, StartError, failed},
    control,
    http::{self, Peer},
    jobs, onward,
    settings::Settings,
    throttle::network,
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

/// Room for connections: so many in all, and so many for each network that they come from.
struct Seats {
    all: Arc<Semaphore>,
    each: usize,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// Room for one connection, given back when dropped.
struct Seat {
    network: IpAddr,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
    _room: OwnedSemaphorePermit,
}

impl Seats {
    /// Room for one from this address, unless its network has its share already.
    fn take(&self, address: IpAddr, room: OwnedSemaphorePermit) -> Option<Seat> {
        let network = network(address);
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(network).or_default();
        if *count >= self.each {
            return None;
        }
        *count += 1;
        Some(Seat {
            network,
            taken: self.taken.clone(),
            _room: room,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.network);
            }
        }
    }
}

struct Accepting {
    listener: TcpListener,
    tls: TlsAcceptor,
    router: Router,
    seats: Seats,
    patience: Patience,
}

impl Accepting {
    async fn run(self, mut stopped: watch::Receiver<bool>) {
        let mut connections = JoinSet::new();
        loop {
            let accepted = tokio::select! {
                accepted = self.next() => accepted,
                _ = stopped.changed() => break,
            };
            while connections.try_join_next().is_some() {}
            let (room, stream, peer) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(%error, "a connection was not accepted");
                    // Out of file descriptors, most likely: let some be given back.
                    tokio::time::sleep(Duration::from_millis(50)).await;
                    continue;
                }
            };
            // Whoever has their share already is hung up on; the others do not wait behind them.
            let Some(seat) = self.seats.take(peer.ip(), room) else {
                continue;
            };
            let connection = Connection {
                peer: Peer(peer.ip()),
                tls: self.tls.clone(),
                router: self.router.clone(),
                stopped: stopped.clone(),
                patience: self.patience,
            };
            connections.spawn(async move {
                connection.serve(stream).await;
                drop(seat);
            });
        }
        drop(self.listener);
        let ended = async { while connections.join_next().await.is_some() {} };
        if timeout(self.patience.farewell, ended).await.is_err() {
            tracing::warn!("some requests were cut off");
        }
    }

    /// Room first: whom there is no room for waits in the system's queue.
    async fn next(&self) -> io::Result<(OwnedSemaphorePermit, TcpStream, SocketAddr)> {
        let room = self.seats.all.clone().acquire_owned().await;
        let room = room.map_err(io::Error::other)?;
        let (stream, peer) = self.listener.accept().await?;
        Ok((room, stream, peer))
    }
}

/// One connection. What a stranger's connection suffers is no news.
struct Connection {
    peer: Peer,
    tls: TlsAcceptor,
    router: Router,
    stopped: watch::Receiver<bool>,
    patience: Patience,
}

impl Connection {
    /// Serves it to its end, in the version of HTTP that the handshake settled.
    async fn serve(self, stream: TcpStream) {
        let Self {
            peer,
            tls,
            router,
            stopped,
            patience,
        } = self;
        drop(stream.set_nodelay(true));
        let Ok(Ok(stream)) = timeout(patience.handshake, tls.accept(stream)).await else {
            return;
        };
        let is_h2 = stream.get_ref().1.alpn_protocol() == Some(b"h2");
        let stream = TokioIo::new(stream);
        let (pulse, beat) = watch::channel(0);
        let pulse = Arc::new(pulse);
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(peer);
            let under_way = UnderWay::begin(&pulse);
            let answer = router.clone().oneshot(request.map(Body::new));
            async move {
                let response = answer.await?;
                Ok::<_, Infallible>(response.map(|body| Answer { body, under_way }))
            }
        });
        let ended = if is_h2 {
            let mut builder = http2::Builder::new(TokioExecutor::new());
            builder
                .timer(TokioTimer::new())
                .max_header_list_size(HEADER_BYTES)
                .max_concurrent_streams(STREAMS)
                .keep_alive_interval(patience.idle)
                .keep_alive_timeout(patience.idle);
            let connection = builder.serve_connection(stream, service);
            drive(connection, beat, stopped, patience).await
        } else {
            let mut builder = http1::Builder::new();
            builder
                .timer(TokioTimer::new())
                .header_read_timeout(patience.idle)
                .max_buf_size(HEADER_BYTES as usize * 4)
                .max_headers(HEADER_LINES);
            let connection = builder.serve_connection(stream, service);
            drive(connection, beat, stopped, patience).await
        };
        if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        }
    }
}

/// Runs a connection until it ends, the portal stops, or nothing happens on it any more. A client
/// that only keeps it open, even one that answers pings, does not keep its seat.
async fn drive<C: GracefulConnection>(
    connection: C,
    beat: watch::Receiver<usize>,
    mut stopped: watch::Receiver<bool>,
    patience: Patience,
) -> Result<(), C::Error> {
    let mut connection = pin!(connection);
    tokio::select! {
        ended = connection.as_mut() => return ended,
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            return connection.await;
        }
        () = still(beat, patience) => connection.as_mut().graceful_shutdown(),
    }
    // Time for the good-bye, then it is dropped.
    timeout(patience.idle, connection).await.unwrap_or(Ok(()))
}

/// Returns once nothing has happened for too long.
async fn still(mut beat: watch::Receiver<usize>, patience: Patience) {
    loop {
        let bound = match *beat.borrow_and_update() {
            0 => patience.idle,
            _ => patience.stall,
        };
        match timeout(bound, beat.changed()).await {
            Ok(Ok(())) => {}
            Ok(Err(_)) | Err(_) => return,
        }
    }
}

/// A request from its first line to the last byte of its answer.
struct UnderWay(Arc<watch::Sender<usize>>);

impl UnderWay {
    fn begin(pulse: &Arc<watch::Sender<usize>>) -> Self {
        pulse.send_modify(|requests| *requests += 1);
        Self(pulse.clone())
    }

    /// It makes a step.
    fn step(&self) {
        self.0.send_modify(|_| {});
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.send_modify(|requests| *requests -= 1);
    }
}

/// The body of an answer, which says when it moves.
struct Answer {
    body: Body,
    under_way: UnderWay,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(cx);
        if frame.is_ready() {
            self.under_way.step();
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
