//! Windows: a pipe of the name, and one back whose name whoever asks has made up. A pipe that is made without saying who may
//! write to it is written to by its owner and by whoever keeps the computer: so each knows that the other is of one user.

use super::LOOK;
use std::io::{self, ErrorKind};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::windows::named_pipe::{ClientOptions, NamedPipeClient, NamedPipeServer, ServerOptions},
    time::sleep,
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

/// Whoever has a name and hears who asks for it.
pub(super) struct Listener {
    name: String,
    next: NamedPipeServer,
}

/// Somebody who asks.
pub(super) struct Caller(NamedPipeServer);

impl Listener {
    /// `None` where somebody has the name.
    pub(super) fn take(name: &str) -> io::Result<Option<Self>> {
        match pipe(name, true) {
            // So it is said here that it is taken.
            Err(error) if error.kind() == ErrorKind::PermissionDenied => Ok(None),
            next => Ok(Some(Self {
                name: name.to_owned(),
                next: next?,
            })),
        }
    }

    pub(super) async fn next(&mut self) -> io::Result<Caller> {
        self.next.connect().await?;
        match pipe(&self.name, false) {
            Ok(next) => Ok(Caller(std::mem::replace(&mut self.next, next))),
            Err(error) => {
                self.next.disconnect()?;
                Err(error)
            }
        }
    }
}

impl Caller {
    /// To be written to.
    pub(super) async fn line(mut self) -> io::Result<NamedPipeClient> {
        let mut back = [0; 32];
        self.0.read_exact(&mut back).await?;
        write_to(&back_name(back))
    }
}

/// Asks whoever has the name; answers are read from what this gives.
pub(super) async fn call(name: &str) -> io::Result<NamedPipeServer> {
    let mut there = loop {
        match write_to(name) {
            Err(error) if error.raw_os_error() == Some(BUSY) => sleep(LOOK).await,
            there => break there?,
        }
    };
    let made_up = random::bytes(&mut System::new());
    let back = pipe(&back_name(made_up), true)?;
    there.write_all(&made_up).await?;
    back.connect().await?;
    Ok(back)
}

/// Read by whoever makes it, written to by one other.
fn pipe(name: &str, first: bool) -> io::Result<NamedPipeServer> {
    ServerOptions::new()
        .access_outbound(false)
        .first_pipe_instance(first)
        .reject_remote_clients(true)
        .create(path(name))
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
