//! An answer is bounded before it is read; refusals are problem details.

use crate::trouble::{Result, Trouble};
use futures_util::StreamExt;
use reqwest::Response;
use rustls::CertificateError;
use std::error::Error;
use wire::{Code, Refusal};

/// Reads an answer of at most `max` bytes.
pub(in crate::portal) async fn answer(response: Response, max: usize) -> Result<Vec<u8>> {
    let response = checked(response).await?;
    bounded(response, max).await
}

pub(super) async fn checked(response: Response) -> Result<Response> {
    if response.status().is_success() {
        return Ok(response);
    }
    let status = response.status();
    let body = bounded(response, 16 << 10).await?;
    let refusal = serde_json::from_slice::<Problem>(&body)
        .ok()
        .and_then(|problem| {
            let code = Code::parse(&problem.code)?;
            Some(Refusal {
                code,
                retry_after_s: problem.retry_after,
            })
        });
    match refusal {
        Some(refusal) => Err(refusal.into()),
        // Not our portal's words: something before it answered.
        None if status.is_server_error() => Err(Trouble::Unreachable),
        None => Err(Trouble::Unverified),
    }
}

#[derive(serde::Deserialize)]
struct Problem {
    code: String,
    retry_after: Option<u64>,
}

async fn bounded(response: Response, max: usize) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut pieces = response.bytes_stream();
    while let Some(piece) = pieces.next().await {
        let piece = piece.map_err(network)?;
        if out.len() + piece.len() > max {
            return Err(Trouble::Unverified);
        }
        out.extend_from_slice(&piece);
    }
    Ok(out)
}

/// A certificate that is not the portal's is told apart from a network that is away.
pub(in crate::portal) fn network(error: reqwest::Error) -> Trouble {
    let mut cause: Option<&(dyn Error + 'static)> = Some(&error);
    while let Some(error) = cause {
        match error.downcast_ref() {
            Some(rustls::Error::InvalidCertificate(
                CertificateError::NotValidYet
                | CertificateError::NotValidYetContext { .. }
                | CertificateError::Expired
                | CertificateError::ExpiredContext { .. },
            )) => return Trouble::Date,
            Some(rustls::Error::InvalidCertificate(_)) => return Trouble::OtherCertificate,
            _ => {}
        }
        // An I/O error made from another one gives it by `get_ref`, not as its source.
        let inner = error
            .downcast_ref::<std::io::Error>()
            .and_then(std::io::Error::get_ref);
        cause = inner
            .map(|e| e as &(dyn Error + 'static))
            .or_else(|| error.source());
    }
    Trouble::Unreachable
}
