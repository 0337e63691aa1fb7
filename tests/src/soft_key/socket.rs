//! The same security key for a program that runs apart: a driven window, or the bridge. A line of JSON for a line
//! of JSON, on a socket that the program finds named in its surroundings (key-app/src/device.rs).

use super::SoftKey;
use anyhow::Result;
use key_core::security_key::{Assert, Fault, Make, Pin, SecurityKey, Verifies};
use serde::Deserialize;
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Write},
    os::unix::net::{UnixListener, UnixStream},
    path::{Path, PathBuf},
    sync::{Arc, Condvar, Mutex, PoisonError},
};

/// Plugged into a computer, as far as programs can tell.
pub struct Port {
    folder: tempfile::TempDir,
    finger: Arc<Finger>,
}

/// Whether somebody touches it as soon as it asks.
struct Finger {
    touches: Mutex<bool>,
    moved: Condvar,
}

impl Port {
    /// Plugs a security key in. It is touched as soon as it asks.
    ///
    /// # Errors
    /// Where there is no place for a socket.
    pub fn of(key: &Arc<SoftKey>) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let listener = UnixListener::bind(folder.path().join("key"))?;
        let finger = Arc::new(Finger {
            touches: Mutex::new(true),
            moved: Condvar::new(),
        });
        let (key, waits) = (key.clone(), finger.clone());
        // It ends with the test, as the process does.
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (key, waits) = (key.clone(), waits.clone());
                std::thread::spawn(move || answer(&key, &waits, stream));
            }
        });
        Ok(Self { folder, finger })
    }

    /// What a program is told of it.
    #[must_use]
    pub fn environment(&self) -> (&'static str, PathBuf) {
        ("CLE_SECURITY_KEY", self.socket())
    }

    /// Nobody touches it, until somebody does.
    pub fn let_go(&self) {
        self.finger.set(false);
    }

    /// Somebody touches it.
    pub fn touch(&self) {
        self.finger.set(true);
    }

    fn socket(&self) -> PathBuf {
        Path::new(self.folder.path()).join("key")
    }
}

impl Finger {
    fn set(&self, touches: bool) {
        *self.touches.lock().unwrap_or_else(PoisonError::into_inner) = touches;
        self.moved.notify_all();
    }

    fn wait(&self) {
        let touches = self.touches.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.moved.wait_while(touches, |touches| !*touches));
    }
}

#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "lowercase")]
enum Asked {
    Info,
    Make {
        rp: String,
        client: Vec<u8>,
        handle: Vec<u8>,
        exclude: Vec<Vec<u8>>,
        pin: Option<String>,
    },
    Assert {
        rp: String,
        client: Vec<u8>,
        allow: Option<Vec<u8>>,
        first: [u8; 32],
        second: Option<[u8; 32]>,
        pin: Option<String>,
    },
}

fn answer(key: &SoftKey, finger: &Finger, mut stream: UnixStream) {
    let mut asked = String::new();
    if BufReader::new(&stream).read_line(&mut asked).is_err() {
        return;
    }
    let said = match serde_json::from_str(&asked) {
        Ok(asked) => tell(key, finger, asked),
        Err(_) => Err(Fault::Nonsense),
    };
    // As serde writes a `Result`; whoever hung up meanwhile hears nothing.
    let line = match said {
        Ok(value) => json!({ "Ok": value }),
        Err(fault) => json!({ "Err": format!("{fault:?}") }),
    };
    let _ = writeln!(stream, "{line}");
}

fn tell(key: &SoftKey, finger: &Finger, asked: Asked) -> Result<Value, Fault> {
    let pin = |typed: Option<String>| {
        let read = typed.map(|typed| Pin::parse(&typed)).transpose();
        read.map_err(|_| Fault::PinShape)
    };
    match asked {
        Asked::Info => {
            let info = key.info()?;
            let has_pin = info.verifies == Verifies::Pin;
            Ok(json!({ "prf": info.prf, "resident": info.resident, "pin": has_pin }))
        }
        Asked::Make {
            rp,
            client,
            handle,
            exclude,
            pin: typed,
        } => {
            finger.wait();
            let made = key.make(&Make {
                rp_id: &rp,
                client_data: &client,
                user_handle: &handle,
                exclude: &exclude,
                pin: pin(typed)?.as_ref(),
            })?;
            Ok(json!(made))
        }
        Asked::Assert {
            rp,
            client,
            allow,
            first,
            second,
            pin: typed,
        } => {
            finger.wait();
            let signed = key.assert(&Assert {
                rp_id: &rp,
                client_data: &client,
                allow: allow.as_deref(),
                first,
                second,
                pin: pin(typed)?.as_ref(),
            })?;
            Ok(json!({
                "credential": signed.credential, "data": signed.authenticator_data,
                "signature": signed.signature, "handle": signed.user_handle, "outputs": *signed.outputs,
            }))
        }
    }
}
