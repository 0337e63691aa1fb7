//! Requests and answers as the liar sees them: HTTP/1.1, a head, then a body of an announced length.

use anyhow::{Context, Result, bail, ensure};
use std::fmt::Write;
use tokio::io::{AsyncBufRead, AsyncBufReadExt, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// Headers that matter to a portal, and are handed on.
const HANDED_ON: [&str; 4] = ["content-type", "authorization", "x-ceremony", "x-mandate"];
/// Longest request: a blob.
const LONGEST: usize = 40 << 20;

/// What the app asks.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Method and path, as in `POST /v1/sync`.
    pub what: String,
    /// Those that are handed on.
    pub headers: Vec<(&'static str, String)>,
    /// Everything else that stood in the head.
    pub head: String,
    /// The body.
    pub body: Vec<u8>,
}

/// What it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers, without the length.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
    /// After so many bytes of the body the line is cut.
    pub cut: Option<usize>,
}

impl Asked {
    /// Whether it is this route; a route that ends in `*` stands for all that begin so.
    #[must_use]
    pub fn is(&self, route: &str) -> bool {
        match route.strip_suffix('*') {
            Some(front) => self.what.starts_with(front),
            None => self.what == route,
        }
    }

    /// Reads the next request. `None` where the app has hung up.
    ///
    /// # Errors
    /// Where it is not HTTP as the app speaks it.
    pub async fn read(from: &mut (impl AsyncBufRead + Unpin)) -> Result<Option<Self>> {
        let mut line = String::new();
        if from.read_line(&mut line).await? == 0 {
            return Ok(None);
        }
        let mut words = line.split_whitespace();
        let (method, path) = (words.next(), words.next());
        let what = format!(
            "{} {}",
            method.context("no method")?,
            path.context("no path")?
        );
        let (mut headers, mut head, mut length) = (Vec::new(), String::new(), 0);
        loop {
            let mut line = String::new();
            ensure!(from.read_line(&mut line).await? > 0, "a cut head");
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            let (name, value) = line.split_once(':').context("no header")?;
            let (name, value) = (name.to_ascii_lowercase(), value.trim());
            if name == "content-length" {
                length = value.parse()?;
            } else if name == "transfer-encoding" {
                bail!("the app announces every length");
            } else if let Some(kept) = HANDED_ON.into_iter().find(|kept| *kept == name) {
                headers.push((kept, value.to_owned()));
            } else {
                writeln!(head, "{line}")?;
            }
        }
        ensure!(length <= LONGEST, "a body of {length} bytes");
        let mut body = vec![0; length];
        from.read_exact(&mut body).await?;
        Ok(Some(Self {
            what,
            headers,
            head,
            body,
        }))
    }
}

impl Answer {
    /// An answer with a body of canonical CBOR.
    #[must_use]
    pub fn cbor(body: Vec<u8>) -> Self {
        Self {
            status: 200,
            headers: vec![("content-type".into(), wire::api::CBOR.into())],
            body,
            cut: None,
        }
    }

    /// "Done", with nothing to say.
    #[must_use]
    pub fn done() -> Self {
        Self {
            status: 204,
            headers: Vec::new(),
            body: Vec::new(),
            cut: None,
        }
    }

    /// A refusal, in the words of a portal.
    #[must_use]
    pub fn refusal(code: wire::Code) -> Self {
        let problem = serde_json::json!({ "code": code.as_str(), "status": code.status() });
        Self {
            status: code.status(),
            headers: vec![("content-type".into(), wire::api::PROBLEM.into())],
            body: problem.to_string().into_bytes(),
            cut: None,
        }
    }

    /// Writes it. Says whether the line stays open.
    ///
    /// # Errors
    /// Where the app has hung up.
    pub async fn write(&self, to: &mut (impl AsyncWrite + Unpin)) -> Result<bool> {
        let mut head = format!("HTTP/1.1 {} told\r\n", self.status);
        for (name, value) in &self.headers {
            write!(head, "{name}: {value}\r\n")?;
        }
        if self.status != 204 {
            write!(head, "content-length: {}\r\n", self.body.len())?;
        }
        head.push_str("\r\n");
        let sent = self.cut.unwrap_or(self.body.len()).min(self.body.len());
        let told = [head.as_bytes(), &self.body[..sent]].concat();
        to.write_all(&told).await?;
        to.flush().await?;
        Ok(self.cut.is_none())
    }
}
