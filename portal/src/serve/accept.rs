//! Connections are taken until the portal stops; then what is under way may end.

use std::{io, net::SocketAddr, time::Duration};

use axum::Router;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, watch},
    task::JoinSet,
    time::timeout,
};
use tokio_rustls::TlsAcceptor;

use super::{Patience, connection::Connection, seats::Seats};
use crate::http::Peer;

pub(super) struct Accepting {
    pub(super) listener: TcpListener,
    pub(super) tls: TlsAcceptor,
    pub(super) router: Router,
    pub(super) seats: Seats,
    pub(super) patience: Patience,
}

impl Accepting {
    pub(super) async fn run(self, mut stopped: watch::Receiver<bool>) {
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
