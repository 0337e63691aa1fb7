//! One connection: bounded in headers and requests, and ended where nothing happens on it.

use std::{convert::Infallible, pin::pin, sync::Arc};

use axum::{Router, body::Body, http::Request};
use hyper::{
    body::Incoming,
    server::conn::{http1, http2},
    service::service_fn,
};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::graceful::GracefulConnection,
};
use tokio::{net::TcpStream, sync::watch, time::timeout};
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt;

use super::{
    Patience,
    under_way::{Answer, UnderWay},
};
use crate::http::Peer;

/// Bytes of headers.
const HEADER_BYTES: u32 = 16 << 10;
/// Header lines.
const HEADER_LINES: usize = 64;
/// Requests at once on one connection.
const STREAMS: u32 = 64;

/// One connection. What a stranger's connection suffers is no news.
pub(super) struct Connection {
    pub(super) peer: Peer,
    pub(super) tls: TlsAcceptor,
    pub(super) router: Router,
    pub(super) stopped: watch::Receiver<bool>,
    pub(super) patience: Patience,
}

impl Connection {
    /// Serves it to its end, in the version of HTTP that the handshake settled.
    pub(super) async fn serve(self, stream: TcpStream) {
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
