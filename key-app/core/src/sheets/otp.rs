//! Codes that change every 30 seconds (RFC 6238), as most sites ask for: SHA-1, six digits.

use totp_rs::{Algorithm, Builder, Secret, Totp};
use url::Url;
use zeroize::Zeroizing;

const STEP: u64 = 30;
const DIGITS: u8 = 6;
/// Longest text that is looked at, in bytes.
const LONGEST: usize = 512;

/// The secret in what a site shows: letters and digits in groups, or an `otpauth` address. In Base32 without
/// padding; `None` where it is neither, or asks for other codes than these.
#[must_use]
pub fn read_totp(typed: &str) -> Option<Zeroizing<String>> {
    if typed.len() > LONGEST {
        return None;
    }
    let typed = typed.trim();
    let shown = if typed.starts_with("otpauth:") {
        let made = Totp::from_url_unchecked(typed).ok()?;
        let usual =
            made.algorithm() == Algorithm::SHA1 && made.digits() == DIGITS && made.step() == STEP;
        let address = Url::parse(typed).ok()?;
        let mut asked = address.query_pairs();
        let secret = asked.find(|(name, _)| name == "secret")?.1.into_owned();
        usual.then_some(Zeroizing::new(secret))?
    } else {
        Zeroizing::new(typed.to_owned())
    };
    let plain: Zeroizing<String> = Zeroizing::new(
        shown
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-' && *c != '=')
            .flat_map(char::to_uppercase)
            .collect(),
    );
    totp(&plain).map(|_| plain)
}

/// The code at a time in Unix seconds, and the seconds for which it still counts. `None` where the secret
/// is none.
#[must_use]
pub fn totp_code(secret: &str, now: u64) -> Option<(Zeroizing<String>, u64)> {
    let code = totp(secret)?.generate(now).to_string();
    Some((Zeroizing::new(code), STEP - now % STEP))
}

fn totp(secret: &str) -> Option<Totp> {
    if secret.is_empty() {
        return None;
    }
    let secret = Secret::try_from_base32(secret).ok()?;
    // Sites hand out secrets that are shorter than the RFC asks for; they are theirs.
    Some(Builder::new().with_secret(secret).build_noncompliant())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// "12345678901234567890", as in RFC 6238.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn code(now: u64) -> Option<String> {
        totp_code(RFC, now).map(|(code, _)| code.to_string())
    }

    #[test]
    fn codes_are_those_of_rfc_6238_appendix_b() {
        // The RFC prints eight digits; the last six are these.
        for (now, wanted) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code(now).as_deref(), Some(wanted), "{now}");
        }
    }

    #[test]
    fn it_says_how_long_a_code_counts() {
        for (now, left) in [(0, 30), (29, 1), (30, 30), (59, 1)] {
            assert_eq!(totp_code(RFC, now).map(|(_, left)| left), Some(left));
        }
    }

    #[test]
    fn what_a_site_shows_is_read_in_every_form() {
        for typed in [
            RFC,
            "gezd gnbv gy3t qojq gezd gnbv gy3t qojq",
            " GEZDGNBV-GY3TQOJQ-GEZDGNBV-GY3TQOJQ== ",
            "otpauth://totp/CAF:samia?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=CAF",
            "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30",
        ] {
            let read = read_totp(typed);
            assert_eq!(read.as_deref().map(String::as_str), Some(RFC), "{typed}");
        }
    }

    #[test]
    fn other_codes_than_these_are_refused_and_not_guessed_at() {
        for typed in [
            "",
            " - ",
            "pas un secret 189",
            "otpauth://totp/x",
            "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&algorithm=SHA256",
            "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&digits=8",
            "otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ&period=60",
            "otpauth://hotp/x?secret=GEZDGNBVGY3TQOJQ&counter=1",
        ] {
            assert_eq!(read_totp(typed), None, "{typed}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_hurts_nobody(typed in ".{0,64}", now in any::<u64>()) {
            for text in [typed.clone(), format!("otpauth://totp/{typed}")] {
                if let Some(secret) = read_totp(&text) {
                    let code = totp_code(&secret, now).map(|(code, _)| code.len());
                    prop_assert_eq!(code, Some(6));
                }
            }
        }
    }
}
