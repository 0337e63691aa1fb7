//! The only network code: the portal and the gates, by the addresses that the structure signed.

mod gates;
mod http;
mod tls;

pub(crate) use gates::{Attempt, Gates, Untold};
pub(crate) use http::{Offer, Portal};
