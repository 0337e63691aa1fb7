//! A network's proxy: everything goes through it by `CONNECT`. One hands on what it cannot read; another, as some
//! networks have them, puts itself between with a certificate of its own.

use crate::{recorder::both_ends, site::Site};
use anyhow::{Context, Result, ensure};
use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::AbortHandle,
};
use tokio_rustls::TlsAcceptor;

/// A running proxy; it stops when dropped.
pub struct Proxy {
    address: SocketAddr,
    handed_on: Arc<AtomicUsize>,
    running: AbortHandle,
}

impl Proxy {
    /// One that hands everything on.
    ///
    /// # Errors
    /// Where there is no free address.
    pub async fn honest() -> Result<Self> {
        Self::start(None).await
    }

    /// One that opens what passes: it speaks TLS itself, with a good certificate of an authority that no stick of
    /// this network's people knows. Its files are those of a portal elsewhere.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub async fn inspecting(elsewhere: &Site) -> Result<Self> {
        let tls = elsewhere.data().join("tls");
        let (server, _) = both_ends(&tls.join("chain.pem"), &tls.join("server.key"))?;
        Self::start(Some(TlsAcceptor::from(Arc::new(server)))).await
    }

    async fn start(inspects: Option<TlsAcceptor>) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let handed_on = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&handed_on);
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, inspects.clone(), Arc::clone(&counted)));
            }
        });
        Ok(Self {
            address,
            handed_on,
            running: task.abort_handle(),
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// How many connections went through it so far.
    #[must_use]
    pub fn handed_on(&self) -> usize {
        self.handed_on.load(Ordering::SeqCst)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn serve(
    stream: TcpStream,
    inspects: Option<TlsAcceptor>,
    handed_on: Arc<AtomicUsize>,
) -> Result<()> {
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line).await?;
    let asked = line.strip_prefix("CONNECT ");
    let to = asked.and_then(|rest| rest.split_whitespace().next());
    let to = to.context("no CONNECT")?.to_owned();
    while line != "\r\n" {
        line.clear();
        ensure!(stream.read_line(&mut line).await? > 0, "a cut head");
    }
    let answer = b"HTTP/1.1 200 Connection established\r\n\r\n";
    stream.write_all(answer).await?;
    handed_on.fetch_add(1, Ordering::SeqCst);
    let mut upstream = TcpStream::connect(to).await?;
    if let Some(inspects) = inspects {
        let mut inside = inspects.accept(stream).await?;
        copy_bidirectional(&mut inside, &mut upstream).await?;
    } else {
        copy_bidirectional(&mut stream, &mut upstream).await?;
    }
    Ok(())
}
