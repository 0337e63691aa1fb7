//! The portal that lies: stands before a real one with its certificate, hears every request, asks the
//! real one, and tells what it likes.

use super::http::{Answer, Asked};
use crate::{recorder::both_ends, site::Site, world::World};
use anyhow::{Result, anyhow};
use reqwest::{Client, Method};
use std::{
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::{
    io::{AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::AbortHandle,
};
use tokio_rustls::TlsAcceptor;

/// One way of lying.
pub trait Lie: Send {
    /// Says nothing, and hands nothing on, before this comes.
    fn held(&mut self, _: &Asked) -> Option<oneshot::Receiver<()>> {
        None
    }

    /// Answers by itself: the portal never hears of the request.
    fn instead(&mut self, _: &Asked) -> Option<Answer> {
        None
    }

    /// Makes something else of the portal's answer.
    fn after(&mut self, _: &Asked, truth: Answer) -> Answer {
        truth
    }
}

/// A request and what the portal really answered.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The request.
    pub asked: Asked,
    /// The true answer; `None` where the portal was never asked.
    pub truth: Option<Answer>,
}

/// What became of a lie.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// How often something else than the truth was told.
    pub lies: usize,
    /// What the app asked after it had first been lied to.
    pub trail: Vec<String>,
}

/// A portal that lies when it is told to. It stops when dropped.
pub struct Liar {
    address: SocketAddr,
    client: Client,
    memory: Arc<Mutex<Memory>>,
    running: AbortHandle,
}

struct Memory {
    upstream: SocketAddr,
    lie: Option<Box<dyn Lie>>,
    told: Told,
    heard: Vec<Exchange>,
}

impl Liar {
    /// Stands before the world's portal: from the next connection on the app speaks to it. Honest at
    /// first.
    ///
    /// # Errors
    /// Where the portal is stopped or its certificate cannot be read.
    pub async fn before(world: &World) -> Result<Self> {
        Self::before_site(&world.sites[0]).await
    }

    /// The same before any gate of the world.
    ///
    /// # Errors
    /// Where it is stopped or its certificate cannot be read.
    pub async fn before_site(site: &Site) -> Result<Self> {
        let tls = site.data().join("tls");
        let (server, client) = both_ends(&tls.join("chain.pem"), &tls.join("server.key"))?;
        let acceptor = TlsAcceptor::from(Arc::new(server));
        let client = Client::builder().use_preconfigured_tls(client).build()?;
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let memory = Arc::new(Mutex::new(Memory {
            upstream: site.portal()?.addr(),
            lie: None,
            told: Told::default(),
            heard: Vec::new(),
        }));
        let (heard, asking) = (Arc::clone(&memory), client.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let serving = serve(stream, acceptor.clone(), asking.clone(), Arc::clone(&heard));
                tokio::spawn(serving);
            }
        });
        site.recorder.lead_to(address);
        site.recorder.pause();
        Ok(Self {
            address,
            client,
            memory,
            running: task.abort_handle(),
        })
    }

    /// Stands there again, after the world's portal was started anew.
    ///
    /// # Errors
    /// Where it is stopped.
    pub fn stand_again(&self, world: &World) -> Result<()> {
        self.stand_again_before(&world.sites[0])
    }

    /// The same before any gate of the world.
    ///
    /// # Errors
    /// Where it is stopped.
    pub fn stand_again_before(&self, site: &Site) -> Result<()> {
        self.ask(site.portal()?.addr());
        site.recorder.lead_to(self.address);
        Ok(())
    }

    /// Asks another real portal from now on.
    pub fn ask(&self, portal: SocketAddr) {
        self.memory().upstream = portal;
    }

    /// Hands a request on to the portal after all, and returns what it answers.
    ///
    /// # Errors
    /// Where the portal is away.
    pub async fn hand_on(&self, asked: &Asked) -> Result<Answer> {
        let portal = self.memory().upstream;
        deliver(asked, &self.client, portal).await
    }

    /// Lies from now on.
    pub fn tell(&self, lie: Box<dyn Lie>) {
        let mut memory = self.memory();
        memory.told = Told::default();
        memory.lie = Some(lie);
    }

    /// Tells the truth from now on, and says what became of the lie.
    pub fn honest(&self) -> Told {
        let mut memory = self.memory();
        memory.lie = None;
        core::mem::take(&mut memory.told)
    }

    /// Everything heard on a route so far, oldest first.
    #[must_use]
    pub fn heard(&self, route: &str) -> Vec<Exchange> {
        let memory = self.memory();
        let on_route = memory.heard.iter().filter(|e| e.asked.is(route));
        on_route.cloned().collect()
    }

    /// Every request so far, as one run of bytes: what the app has sent out.
    #[must_use]
    pub fn sent(&self) -> Vec<u8> {
        let memory = self.memory();
        let parts = memory.heard.iter().flat_map(|e| {
            let asked = &e.asked;
            [
                asked.what.as_bytes(),
                asked.head.as_bytes(),
                &asked.body[..],
            ]
        });
        parts.collect::<Vec<_>>().concat()
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Liar {
    fn drop(&mut self) {
        self.running.abort();
    }
}

async fn serve(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    client: Client,
    memory: Arc<Mutex<Memory>>,
) -> Result<()> {
    stream.set_nodelay(true)?;
    let mut stream = BufReader::new(acceptor.accept(stream).await?);
    while let Some(asked) = Asked::read(&mut stream).await? {
        let answer = answer(asked, &client, &memory).await?;
        if !answer.write(&mut stream).await? {
            break;
        }
    }
    Ok(stream.shutdown().await?)
}

/// The truth, unless there is a lie to tell.
async fn answer(asked: Asked, client: &Client, memory: &Mutex<Memory>) -> Result<Answer> {
    let held = {
        let mut memory = locked(memory);
        memory.lie.as_mut().and_then(|lie| lie.held(&asked))
    };
    if let Some(held) = held {
        // It comes too when whoever was to send it is gone.
        drop(held.await);
    }
    let (upstream, invented) = {
        let mut memory = locked(memory);
        if memory.told.lies > 0 {
            memory.told.trail.push(asked.what.clone());
        }
        let invented = memory.lie.as_mut().and_then(|lie| lie.instead(&asked));
        (memory.upstream, invented)
    };
    if let Some(invented) = invented {
        let mut memory = locked(memory);
        memory.told.lies += 1;
        memory.heard.push(Exchange { asked, truth: None });
        return Ok(invented);
    }
    let truth = deliver(&asked, client, upstream).await?;
    let mut memory = locked(memory);
    let told = match memory.lie.as_mut() {
        Some(lie) => lie.after(&asked, truth.clone()),
        None => truth.clone(),
    };
    memory.told.lies += usize::from(told != truth);
    let truth = Some(truth);
    memory.heard.push(Exchange { asked, truth });
    Ok(told)
}

/// Asks the real portal.
async fn deliver(asked: &Asked, client: &Client, portal: SocketAddr) -> Result<Answer> {
    let (method, path) = asked
        .what
        .split_once(' ')
        .ok_or_else(|| anyhow!("no path"))?;
    let method = Method::from_bytes(method.as_bytes())?;
    let mut request = client.request(method, format!("https://{portal}{path}"));
    for (name, value) in &asked.headers {
        request = request.header(*name, value);
    }
    let response = request.body(asked.body.clone()).send().await?;
    let status = response.status().as_u16();
    let headers = ["content-type", "retry-after"];
    let headers = headers.into_iter().filter_map(|name| {
        let value = response.headers().get(name)?.to_str().ok()?;
        Some((name.to_owned(), value.to_owned()))
    });
    let headers = headers.collect();
    let body = response.bytes().await?.to_vec();
    Ok(Answer {
        status,
        headers,
        body,
        cut: None,
    })
}

fn locked(memory: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    memory.lock().unwrap_or_else(PoisonError::into_inner)
}
