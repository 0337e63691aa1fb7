//! A portal on port zero, and a client of plain words over TLS 1.3.

use std::{collections::BTreeMap, net::SocketAddr, path::Path, sync::Arc};

use rustls::{ClientConfig, RootCertStore, crypto::ring, version::TLS13};
use rustls_pki_types::{CertificateDer, ServerName, pem::PemObject};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};
use tokio_rustls::{TlsConnector, client::TlsStream};
use wire::{
    Code, Signed,
    api::{self, GateChallenge, RegisterStart, Session, Stage, WebauthnOptions},
    log::Head,
    structure::VoucherKind,
};

use crate::{
    Deps, Running, Settings,
    app::App,
    clock::Fixed,
    fixtures::{Authenticator, Draft, NOW, Person, settled, settled_on, voucher},
    serve::{self, Patience},
    settings::LimitSettings,
    store::{OnDisk, Store},
    system_random,
};

/// A portal that runs.
pub(super) struct Portal {
    pub(super) running: Running,
    pub(super) clock: Arc<Fixed>,
    pub(super) folder: TempDir,
    pub(super) tls: Arc<ClientConfig>,
}

/// An answer.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: BTreeMap<String, String>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The code of a refusal.
    pub(super) fn code(&self) -> Code {
        assert_eq!(self.headers["content-type"], api::PROBLEM);
        let problem: serde_json::Value = serde_json::from_slice(&self.body).unwrap();
        let code = Code::parse(problem["code"].as_str().unwrap()).unwrap();
        assert_eq!(self.status, code.status());
        assert_eq!(problem["fault"], code.fault().as_str());
        code
    }

    /// What a good answer says.
    pub(super) fn read<T>(&self) -> T
    where
        T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
    {
        assert_eq!(self.status, 200, "{}", String::from_utf8_lossy(&self.body));
        assert_eq!(self.headers["content-type"], api::CBOR);
        wire::decode_canonical(&self.body, api::MAX_ANSWER).unwrap()
    }
}

impl Portal {
    pub(super) async fn start() -> Self {
        Self::start_as(Patience::default(), |_| {}).await
    }

    /// With its stores on this engine.
    pub(super) async fn start_on(engine: OnDisk) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (settings, authority) = settled_on(folder.path(), engine, |_| {});
        let patience = Patience::default();
        Self::serve(settings, folder, client(&authority), NOW, patience).await
    }

    /// With less patience, or other limits.
    pub(super) async fn start_as(
        patience: Patience,
        change: impl FnOnce(&mut LimitSettings),
    ) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (settings, authority) = settled(folder.path(), |file| {
            file.limits.space_bytes = 2 << 20;
            change(&mut file.limits);
        });
        Self::serve(settings, folder, client(&authority), NOW, patience).await
    }

    async fn serve(
        settings: Settings,
        folder: TempDir,
        tls: Arc<ClientConfig>,
        now: u64,
        patience: Patience,
    ) -> Self {
        let clock = Arc::new(Fixed::at(now));
        let deps = Deps {
            clock: clock.clone(),
            random: system_random(),
        };
        let app = App::open(settings, deps).unwrap();
        Self {
            running: serve::begin(app, patience).await.unwrap(),
            clock,
            folder,
            tls,
        }
    }

    /// Stops it and starts it again on the same folder, with its space on this store.
    pub(super) async fn restart_with(self, space: Store) -> Self {
        self.running.stop().await;
        let settings = Settings::read(&self.folder.path().join("data")).unwrap();
        let (folder, clock) = (self.folder, self.clock);
        let deps = Deps {
            clock: clock.clone(),
            random: system_random(),
        };
        let mut app = App::open(settings, deps).unwrap();
        app.space = space;
        Self {
            running: serve::begin(app, Patience::default()).await.unwrap(),
            clock,
            folder,
            tls: self.tls,
        }
    }

    /// Stops it and starts it again, on the same folder or another inside it.
    pub(super) async fn restart(self, data: &str) -> Self {
        let now = crate::clock::Clock::now(&*self.clock);
        self.running.stop().await;
        let settings = Settings::read(&self.folder.path().join(data)).unwrap();
        let patience = Patience::default();
        Self::serve(settings, self.folder, self.tls, now, patience).await
    }

    pub(super) fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Every file below a folder.
    pub(super) fn files(&self, folder: &Path) -> usize {
        let listed = std::fs::read_dir(self.folder.path().join(folder)).unwrap();
        listed
            .map(|entry| {
                let path = entry.unwrap().path();
                if path.is_dir() { self.files(&path) } else { 1 }
            })
            .sum()
    }

    pub(super) async fn connect(&self) -> TlsStream<TcpStream> {
        self.connect_as(None).await
    }

    /// A connection that asks for this protocol.
    pub(super) async fn connect_as(&self, alpn: Option<&[u8]>) -> TlsStream<TcpStream> {
        self.try_connect(alpn).await.unwrap()
    }

    pub(super) async fn try_connect(
        &self,
        alpn: Option<&[u8]>,
    ) -> std::io::Result<TlsStream<TcpStream>> {
        let address: SocketAddr = self.running.addr();
        let tcp = TcpStream::connect(address).await?;
        let name = ServerName::try_from("localhost").unwrap();
        let mut tls = (*self.tls).clone();
        tls.alpn_protocols.extend(alpn.map(<[u8]>::to_vec));
        TlsConnector::from(Arc::new(tls)).connect(name, tcp).await
    }

    /// One request on a connection of its own.
    pub(super) async fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Option<&[u8]>,
    ) -> Answer {
        let mut head =
            format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n");
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        if let Some(body) = body {
            head.push_str(&format!("content-length: {}\r\n", body.len()));
        }
        head.push_str("\r\n");
        let mut stream = self.connect().await;
        stream.write_all(head.as_bytes()).await.unwrap();
        // A portal that refuses a body early may hang up while it is being sent.
        drop(stream.write_all(body.unwrap_or_default()).await);
        drop(stream.flush().await);
        read(&mut stream).await
    }

    /// One request whose body comes later: it was let in, and the portal waits for the body. `meanwhile`
    /// happens before that is sent.
    pub(super) async fn ask_slowly(
        &self,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        meanwhile: impl Future<Output = ()>,
    ) -> Answer {
        let mut head = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nexpect: 100-continue\r\n\
             content-length: {}\r\n",
            body.len()
        );
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let mut stream = self.connect().await;
        stream.write_all(head.as_bytes()).await.unwrap();
        stream.flush().await.unwrap();
        let mut go_on = [0; b"HTTP/1.1 100 Continue\r\n\r\n".len()];
        stream.read_exact(&mut go_on).await.unwrap();
        assert_eq!(go_on.as_slice(), b"HTTP/1.1 100 Continue\r\n\r\n");
        meanwhile.await;
        stream.write_all(body).await.unwrap();
        stream.flush().await.unwrap();
        read(&mut stream).await
    }

    /// A body of CBOR, with a session or without.
    pub(super) async fn post<T: minicbor::Encode<()>>(
        &self,
        path: &str,
        body: &T,
        session: Option<&Session>,
    ) -> Answer {
        self.send("POST", path, &wire::encode(body), session).await
    }

    pub(super) async fn send(
        &self,
        method: &str,
        path: &str,
        body: &[u8],
        session: Option<&Session>,
    ) -> Answer {
        let bearer = session.map(bearer);
        let mut headers = vec![("content-type", api::CBOR)];
        headers.extend(bearer.as_deref().map(|bearer| ("authorization", bearer)));
        self.ask(method, path, &headers, Some(body)).await
    }

    pub(super) async fn put_blob(
        &self,
        session: &Session,
        blob: wire::BlobId,
        body: &[u8],
    ) -> Answer {
        let bearer = bearer(session);
        let headers = [("content-type", api::BLOB), ("authorization", &*bearer)];
        self.ask(
            "PUT",
            &format!("/v1/blobs/{}", blob.to_hex()),
            &headers,
            Some(body),
        )
        .await
    }

    pub(super) async fn get_blob(&self, session: &Session, blob: wire::BlobId) -> Answer {
        let bearer = bearer(session);
        let path = format!("/v1/blobs/{}", blob.to_hex());
        self.ask("GET", &path, &[("authorization", &bearer)], None)
            .await
    }

    pub(super) async fn challenge(&self) -> wire::Challenge {
        let answer = self.ask("POST", "/v1/gate/challenge", &[], None).await;
        answer.read::<GateChallenge>().challenge
    }

    /// A space is made over the wire.
    pub(super) async fn move_in(&self, name: &'static str) -> (Person, Authenticator, Draft) {
        let mut person = Person::new(name);
        let mut passkey = Authenticator::new(name);
        let begin: Signed<RegisterStart> = person.begin("first", voucher(VoucherKind::Account));
        let options: WebauthnOptions = self.post("/v1/register/start", &begin, None).await.read();
        let draft = person.genesis(&mut passkey, &options);
        let ceremony = options.ceremony.to_hex();
        let headers = [("content-type", api::CBOR), ("x-ceremony", &*ceremony)];
        let stage = wire::encode(&Stage {
            items: draft.staged(),
        });
        let staged = self.ask("POST", "/v1/stage", &headers, Some(&stage)).await;
        assert_eq!(staged.status, 204);
        let made = self
            .post("/v1/register/finish", &draft.commit(), None)
            .await;
        assert_eq!(made.read::<Head>(), person.head);
        (person, passkey, draft)
    }

    pub(super) async fn open(&self, passkey: &Authenticator) -> Session {
        let options = self.ask("POST", "/v1/login/start", &[], None).await.read();
        let answer = passkey.open(&options);
        self.post("/v1/login/finish", &answer, None).await.read()
    }

    pub(super) async fn stage(&self, session: &Session, draft: &Draft) {
        let stage = Stage {
            items: draft.staged(),
        };
        let staged = self.post("/v1/stage", &stage, Some(session)).await;
        assert_eq!(staged.status, 204);
    }

    pub(super) async fn commit(&self, session: &Session, draft: &Draft) -> Answer {
        self.stage(session, draft).await;
        self.post("/v1/commit", &draft.commit(), Some(session))
            .await
    }
}

pub(super) fn bearer(session: &Session) -> String {
    format!("Bearer {}", wire::Hash(session.token).to_hex())
}

fn client(authority: &str) -> Arc<ClientConfig> {
    client_of(authority, &TLS13)
}

/// Reads an answer to the end of its connection.
pub(super) async fn read(stream: &mut TlsStream<TcpStream>) -> Answer {
    let mut bytes = Vec::new();
    // Without a good-bye where the portal gave up on a body: what came still counts.
    drop(stream.read_to_end(&mut bytes).await);
    let end = bytes.windows(4).position(|w| w == b"\r\n\r\n").unwrap();
    let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().split(' ').nth(1).unwrap();
    let headers = lines
        .map(|line| line.split_once(": ").unwrap())
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    Answer {
        status: status.parse().unwrap(),
        headers: headers.collect(),
        body: bytes[end + 4..].to_vec(),
    }
}

/// A client that speaks one version of TLS.
pub(super) fn client_of(
    authority: &str,
    version: &'static rustls::SupportedProtocolVersion,
) -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_slice(authority.as_bytes()).unwrap())
        .unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[version])
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    Arc::new(config)
}
