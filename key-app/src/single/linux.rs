//! Linux: a socket in the abstract namespace. It lies in no folder, and goes with the program that made it.

use std::{
    io::{self, ErrorKind},
    os::{
        linux::net::SocketAddrExt,
        unix::net::{SocketAddr, UnixListener},
    },
};
use tokio::net::UnixStream;

/// Who the window is for. Another user's windows have other names.
pub(super) fn user() -> Vec<u8> {
    rustix::process::getuid().as_raw().to_be_bytes().to_vec()
}

/// Whoever has a name and hears who asks for it.
pub(super) struct Listener(tokio::net::UnixListener);

/// Somebody who asks.
pub(super) struct Caller(UnixStream);

impl Listener {
    /// `None` where somebody has the name.
    pub(super) fn take(name: &str) -> io::Result<Option<Self>> {
        let listener = match UnixListener::bind_addr(&SocketAddr::from_abstract_name(name)?) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => return Ok(None),
            listener => listener?,
        };
        listener.set_nonblocking(true)?;
        Ok(Some(Self(tokio::net::UnixListener::from_std(listener)?)))
    }

    pub(super) async fn next(&mut self) -> io::Result<Caller> {
        Ok(Caller(self.0.accept().await?.0))
    }
}

impl Caller {
    /// To be written to. Nobody else's program brings this user's window to the front.
    pub(super) async fn line(self) -> io::Result<UnixStream> {
        of_this_user(self.0)
    }
}

/// Asks whoever has the name; answers are read from what this gives. Nobody else's program is taken for this user's window.
pub(super) async fn call(name: &str) -> io::Result<UnixStream> {
    // Does not wait for a listener that takes nobody in.
    of_this_user(UnixStream::connect(format!("\0{name}")).await?)
}

/// A name in the abstract namespace is anybody's who takes it first.
fn of_this_user(stream: UnixStream) -> io::Result<UnixStream> {
    match stream.peer_cred()?.uid() == rustix::process::getuid().as_raw() {
        true => Ok(stream),
        false => Err(ErrorKind::PermissionDenied.into()),
    }
}
