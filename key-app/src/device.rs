//! The security key of this computer: the real one. A driven window and the bridge ask the tests instead, where
//! they find a socket named in their surroundings: no program that is handed out has that.

#[cfg(not(all(unix, any(feature = "webdriver", feature = "bridge"))))]
pub(crate) use security_key::plugged;
#[cfg(all(unix, any(feature = "webdriver", feature = "bridge")))]
pub(crate) use tests::plugged;

#[cfg(all(unix, any(feature = "webdriver", feature = "bridge")))]
mod tests {
    use key_core::security_key::{
        Assert, Asserted, Device, Fault, Info, Make, Pin, SecurityKey, Verifies,
    };
    use serde::Deserialize;
    use serde_json::{Value, json};
    use std::{
        io::{BufRead, BufReader, Write},
        os::unix::net::UnixStream,
        path::PathBuf,
        sync::Arc,
    };

    /// Where a security key made of software answers: a line of JSON for a line of JSON.
    const SOCKET: &str = "CLE_SECURITY_KEY";

    pub(crate) fn plugged() -> Device {
        match std::env::var_os(SOCKET) {
            Some(socket) => Arc::new(Remote(socket.into())),
            None => security_key::plugged(),
        }
    }

    /// A security key that the tests hold.
    struct Remote(PathBuf);

    #[derive(Deserialize)]
    struct Said {
        prf: bool,
        resident: bool,
        pin: bool,
    }

    #[derive(Deserialize)]
    struct Signed {
        credential: Vec<u8>,
        data: Vec<u8>,
        signature: Vec<u8>,
        handle: Vec<u8>,
        outputs: Vec<u8>,
    }

    impl Remote {
        fn ask<T: for<'d> Deserialize<'d>>(&self, asked: &Value) -> Result<T, Fault> {
            let told = self.talk(asked).map_err(|_| Fault::Missing)?;
            let answer: Result<T, String> =
                serde_json::from_str(&told).map_err(|_| Fault::Nonsense)?;
            answer.map_err(|name| fault(&name))
        }

        fn talk(&self, asked: &Value) -> std::io::Result<String> {
            let mut stream = UnixStream::connect(&self.0)?;
            writeln!(stream, "{asked}")?;
            let mut told = String::new();
            BufReader::new(stream).read_line(&mut told)?;
            Ok(told)
        }
    }

    impl SecurityKey for Remote {
        fn info(&self) -> Result<Info, Fault> {
            let Said { prf, resident, pin } = self.ask(&json!({ "ask": "info" }))?;
            let verifies = match pin {
                true => Verifies::Pin,
                false => Verifies::NoPinYet,
            };
            Ok(Info {
                prf,
                resident,
                verifies,
            })
        }

        fn make(&self, asked: &Make<'_>) -> Result<Vec<u8>, Fault> {
            self.ask(&json!({
                "ask": "make", "rp": asked.rp_id, "client": asked.client_data, "handle": asked.user_handle,
                "exclude": asked.exclude, "pin": asked.pin.map(Pin::expose),
            }))
        }

        fn assert(&self, asked: &Assert<'_>) -> Result<Asserted, Fault> {
            let signed: Signed = self.ask(&json!({
                "ask": "assert", "rp": asked.rp_id, "client": asked.client_data, "allow": asked.allow,
                "first": asked.first, "second": asked.second, "pin": asked.pin.map(Pin::expose),
            }))?;
            Ok(Asserted {
                credential: signed.credential,
                authenticator_data: signed.data,
                signature: signed.signature,
                user_handle: signed.handle,
                outputs: signed.outputs.into(),
            })
        }
    }

    /// A fault by its name in the code, with the tries that are left where there are some.
    fn fault(name: &str) -> Fault {
        let left = |name: &str| {
            name.strip_prefix("WrongPin(Some(")?
                .strip_suffix("))")?
                .parse()
                .ok()
        };
        match name {
            "Missing" => Fault::Missing,
            "Several" => Fault::Several,
            "Barred" => Fault::Barred,
            "NoPrf" => Fault::NoPrf,
            "NoPin" => Fault::NoPin,
            "PinPause" => Fault::PinPause,
            "PinBlocked" => Fault::PinBlocked,
            "NotTouched" => Fault::NotTouched,
            "TakenOut" => Fault::TakenOut,
            "Known" => Fault::Known,
            "Stranger" => Fault::Stranger,
            "Full" => Fault::Full,
            "Refused" => Fault::Refused,
            _ if name.starts_with("WrongPin") => Fault::WrongPin(left(name)),
            _ => Fault::Nonsense,
        }
    }
}
