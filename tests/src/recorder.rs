//! What travels, seen from inside TLS: stands before the portal with the portal's own certificate
//! and writes down the plaintext of every request and answer.

use anyhow::{Context, Result};
use rustls::{
    ClientConfig, RootCertStore, ServerConfig, SupportedProtocolVersion,
    crypto::ring,
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem::PemObject},
};
use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    task::AbortHandle,
};
use tokio_rustls::{TlsAcceptor, TlsConnector};

/// A place to record at, not yet connected to a portal.
#[derive(Debug)]
pub struct Waiting(TcpListener);

/// A running recorder; it stops when dropped.
#[derive(Debug)]
pub struct Recorder {
    transcript: Arc<Mutex<Vec<u8>>>,
    upstream: Arc<Mutex<SocketAddr>>,
    paused: Arc<AtomicBool>,
    speaks_older: Arc<AtomicBool>,
    from: Arc<Mutex<Ipv4Addr>>,
    running: AbortHandle,
}

impl Waiting {
    /// Listens at an address of the loopback; port 0 takes any free one.
    ///
    /// # Errors
    /// Where there is none.
    pub async fn bind(address: SocketAddr) -> Result<Self> {
        Ok(Self(TcpListener::bind(address).await?))
    }

    /// Where it will answer.
    ///
    /// # Errors
    /// Where the system does not say.
    pub fn addr(&self) -> Result<SocketAddr> {
        Ok(self.0.local_addr()?)
    }

    /// Begins to record before the portal at `upstream`, whose certificate files these are.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn record(self, chain: &Path, key: &Path, upstream: SocketAddr) -> Result<Recorder> {
        let (server, client) = both_ends(chain, key)?;
        let older = server_of(chain, key, &rustls::version::TLS12)?;
        let transcript = Arc::new(Mutex::new(Vec::new()));
        let acceptors = [server, older].map(|config| TlsAcceptor::from(Arc::new(config)));
        let connector = TlsConnector::from(Arc::new(client));
        let speaks_older = Arc::new(AtomicBool::new(false));
        let older = Arc::clone(&speaks_older);
        let upstream = Arc::new(Mutex::new(upstream));
        let paused = Arc::new(AtomicBool::new(false));
        let to = Arc::clone(&upstream);
        let from = Arc::new(Mutex::new(Ipv4Addr::LOCALHOST));
        let own = Arc::clone(&from);
        let notes = Notes {
            transcript: Arc::clone(&transcript),
            paused: Arc::clone(&paused),
        };
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = self.0.accept().await {
                let (Ok(upstream), Ok(from)) =
                    (to.lock().map(|to| *to), own.lock().map(|own| *own))
                else {
                    return;
                };
                let acceptor = &acceptors[usize::from(older.load(Ordering::SeqCst))];
                let relay = relay(
                    stream,
                    acceptor.clone(),
                    connector.clone(),
                    (from, upstream),
                    notes.clone(),
                );
                tokio::spawn(relay);
            }
        });
        Ok(Recorder {
            transcript,
            upstream,
            paused,
            speaks_older,
            from,
            running: task.abort_handle(),
        })
    }
}

/// TLS 1.3 as the portal speaks it, and as somebody who trusts its authority does.
pub(crate) fn both_ends(chain: &Path, key: &Path) -> Result<(ServerConfig, ClientConfig)> {
    let authority = certificates(chain)?.pop().context("an empty chain")?;
    let mut roots = RootCertStore::empty();
    roots.add(authority)?;
    let client = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&rustls::version::TLS13])?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok((server_of(chain, key, &rustls::version::TLS13)?, client))
}

/// No ALPN: HTTP/1.1, whose headers are readable.
fn server_of(
    chain: &Path,
    key: &Path,
    version: &'static SupportedProtocolVersion,
) -> Result<ServerConfig> {
    let key = PrivateKeyDer::from_pem_file(key)?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[version])?
        .with_no_client_auth()
        .with_single_cert(certificates(chain)?, key)?;
    Ok(config)
}

fn certificates(chain: &Path) -> Result<Vec<CertificateDer<'static>>> {
    Ok(CertificateDer::pem_file_iter(chain)?.collect::<Result<_, _>>()?)
}

/// What was said so far, unless nobody writes it down.
#[derive(Clone)]
struct Notes {
    transcript: Arc<Mutex<Vec<u8>>>,
    paused: Arc<AtomicBool>,
}

impl Notes {
    fn take(&self, said: &[u8]) {
        if !self.paused.load(Ordering::SeqCst)
            && let Ok(mut transcript) = self.transcript.lock()
        {
            transcript.extend_from_slice(said);
        }
    }
}

impl Recorder {
    /// Hands on without writing down: for papers larger than a test wants to hold.
    pub fn pause(&self) {
        self.paused.store(true, Ordering::SeqCst);
    }

    /// Writes down again.
    pub fn resume(&self) {
        self.paused.store(false, Ordering::SeqCst);
    }

    /// Speaks TLS 1.2 from the next connection on, and nothing newer.
    pub fn speak_older_tls(&self, older: bool) {
        self.speaks_older.store(older, Ordering::SeqCst);
    }

    /// Leads to another portal from the next connection on.
    pub fn lead_to(&self, portal: SocketAddr) {
        if let Ok(mut upstream) = self.upstream.lock() {
            *upstream = portal;
        }
    }

    /// Comes to the portal from another address of the loopback, from the next connection on.
    pub fn comes_from(&self, address: Ipv4Addr) {
        if let Ok(mut from) = self.from.lock() {
            *from = address;
        }
    }

    /// Everything said so far, both ways.
    #[must_use]
    pub fn transcript(&self) -> Vec<u8> {
        self.transcript
            .lock()
            .map(|t| t.clone())
            .unwrap_or_default()
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn relay(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    connector: TlsConnector,
    (from, upstream): (Ipv4Addr, SocketAddr),
    notes: Notes,
) -> Result<()> {
    stream.set_nodelay(true)?;
    let inside = acceptor.accept(stream).await?;
    let name = ServerName::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST).into());
    let own = TcpSocket::new_v4()?;
    own.bind(SocketAddr::from((from, 0)))?;
    let upstream = own.connect(upstream).await?;
    upstream.set_nodelay(true)?;
    let outside = connector.connect(name, upstream).await?;
    let (app_reads, app_writes) = tokio::io::split(inside);
    let (portal_reads, portal_writes) = tokio::io::split(outside);
    let asked = copy(app_reads, portal_writes, notes.clone());
    let answered = copy(portal_reads, app_writes, notes);
    tokio::select! {
        done = asked => done,
        done = answered => done,
    }
}

async fn copy(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    notes: Notes,
) -> Result<()> {
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = from.read(&mut buffer).await?;
        if read == 0 {
            return Ok(to.shutdown().await?);
        }
        notes.take(&buffer[..read]);
        to.write_all(&buffer[..read]).await?;
        to.flush().await?;
    }
}
