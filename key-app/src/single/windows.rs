//! Windows: a pipe of the name, and one back whose name whoever asks has made up. A pipe that is made without saying who may
//! write to it is written to by its owner and by whoever keeps the computer: so each knows that the other is of one user.

use super::{ANSWER, LOOK};
use std::io::{self, ErrorKind};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::windows::named_pipe::{ClientOptions, NamedPipeClient, NamedPipeServer, ServerOptions},
    time::{sleep, timeout},
};
use wire::{
    Hash,
    random::{self, System},
};

/// ERROR_PIPE_BUSY: somebody else is being heard.
const BUSY: i32 = 231;

/// Who the window is for. Another user's windows have other names.
pub(super) fn user() -> Vec<u8> {
    let said = ["USERDOMAIN", "USERNAME"].map(|name| std::env::var_os(name).unwrap_or_default());
    said.join("\\".as_ref()).into_encoded_bytes()
}

/// Whoever has a name and hears who asks for it, one after the other.
pub(super) struct Listener(NamedPipeServer);

/// Somebody who asks, by the name of the pipe that they read.
pub(super) struct Caller([u8; 32]);

impl Listener {
    /// `None` where somebody has the name.
    pub(super) fn take(name: &str) -> io::Result<Option<Self>> {
        match pipe(name) {
            // So it is said here that it is taken.
            Err(error) if error.kind() == ErrorKind::PermissionDenied || is_busy(&error) => {
                Ok(None)
            }
            pipe => Ok(Some(Self(pipe?))),
        }
    }

    pub(super) async fn next(&mut self) -> io::Result<Caller> {
        loop {
            self.0.connect().await?;
            let mut said = Vec::new();
            // To the end: what is still to be read would be taken for the next one's.
            let mut all = (&mut self.0).take(33);
            let heard = timeout(ANSWER, all.read_to_end(&mut said)).await;
            self.0.disconnect()?;
            // Who hangs up is at an end, too.
            if let (Ok(_), Ok(back)) = (heard, said.try_into()) {
                return Ok(Caller(back));
            }
        }
    }
}

impl Caller {
    /// To be written to.
    #[expect(clippy::unused_async, reason = "as on Linux")]
    pub(super) async fn line(self) -> io::Result<NamedPipeClient> {
        write_to(&back_name(self.0))
    }
}

/// Asks whoever has the name; answers are read from what this gives.
pub(super) async fn call(name: &str) -> io::Result<NamedPipeServer> {
    let mut there = loop {
        match write_to(name) {
            Err(error) if is_busy(&error) => sleep(LOOK).await,
            there => break there?,
        }
    };
    let made_up = random::bytes(&mut System::new());
    let back = pipe(&back_name(made_up))?;
    there.write_all(&made_up).await?;
    drop(there);
    back.connect().await?;
    Ok(back)
}

/// Read by whoever makes it, written to by one other. There is one of a name: Wine does not look whether it is the first.
fn pipe(name: &str) -> io::Result<NamedPipeServer> {
    ServerOptions::new()
        .access_outbound(false)
        .first_pipe_instance(true)
        .max_instances(1)
        .reject_remote_clients(true)
        .create(path(name))
}

fn is_busy(error: &io::Error) -> bool {
    error.raw_os_error() == Some(BUSY)
}

fn write_to(name: &str) -> io::Result<NamedPipeClient> {
    ClientOptions::new().read(false).open(path(name))
}

fn back_name(made_up: [u8; 32]) -> String {
    format!("cle-{}", Hash(made_up).to_hex())
}

fn path(name: &str) -> String {
    format!(r"\\.\pipe\{name}")
}
