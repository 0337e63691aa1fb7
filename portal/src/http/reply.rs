//! Answers: canonical CBOR, or the one match from a refusal to status and problem (RFC 9457).

use axum::{
    Json,
    body::Body,
    http::{
        HeaderValue, StatusCode,
        header::{CONTENT_TYPE, RETRY_AFTER},
    },
    response::{IntoResponse, Response},
};
use minicbor::Encode;
use serde_json::json;
use wire::{Code, Refusal, api};

use crate::store::{StoreError, WriteError};

/// What a handler returns.
pub(super) type Reply<T> = Result<T, Refused>;

/// A refusal on its way out.
#[derive(Debug)]
pub(super) struct Refused(pub(super) Refusal);

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self(refusal)
    }
}

impl From<Code> for Refused {
    fn from(code: Code) -> Self {
        Self(code.into())
    }
}

impl From<WriteError<Refusal>> for Refused {
    fn from(error: WriteError<Refusal>) -> Self {
        Self(error.into())
    }
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let Refusal {
            code,
            retry_after_s,
        } = self.0;
        let status = StatusCode::from_u16(code.status());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut problem = json!({
            "type": format!("urn:mesdroits:problem:{}", code.as_str()),
            "title": code.as_str().replace('_', " "),
            "status": status.as_u16(),
            "code": code.as_str(),
            "fault": code.fault().as_str(),
            "next": code.next(),
        });
        if let Some(seconds) = retry_after_s {
            problem["retry_after"] = seconds.into();
        }
        let mut response = (status, Json(problem)).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(api::PROBLEM));
        if let Some(seconds) = retry_after_s {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        response
    }
}

/// An answer as canonical CBOR.
pub(super) struct Canonical<T>(pub(super) T);

impl<T: Encode<()>> IntoResponse for Canonical<T> {
    fn into_response(self) -> Response {
        bytes(api::CBOR, wire::encode(&self.0))
    }
}

/// Bytes of a media type.
pub(super) fn bytes(media: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(media));
    response
}

/// Done, and there is nothing to say.
pub(super) const DONE: StatusCode = StatusCode::NO_CONTENT;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_becomes_its_status() {
        for code in Code::ALL {
            let response = Refused::from(*code).into_response();
            assert_eq!(response.status().as_u16(), code.status());
            assert_eq!(response.headers()[CONTENT_TYPE], api::PROBLEM);
            assert!(!response.headers().contains_key(RETRY_AFTER));
        }
        let wait = Refusal {
            code: Code::GateWait,
            retry_after_s: Some(60),
        };
        let response = Refused(wait).into_response();
        assert_eq!(response.headers()[RETRY_AFTER], "60");
    }
}
