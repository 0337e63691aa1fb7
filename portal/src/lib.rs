//! The portal: what a structure hosts. It keeps sealed bytes and hands them on, blind.
//!
//! - `http` where a request enters: `routes` is every route and layer on one page
//! - `domain` where rules live; `domain::policy` says who may do what
//! - `store`, `records` where data is kept and in what frozen shapes; `blobs` the papers' files
//! - `gate_files` secrets of the gate; `jobs` what happens every hour
//! - `erase` a deleted space goes, step by step; `tombstones` keep it from coming back
//! - `onward` the only requests that leave: signed orders to the structure's other gates
//! - `board` what the structure says to everybody, handed on as it was signed
//! - `version` the programs that sticks can take, handed on as their maker signed them
//! - `attestation` what people learnt, signed by the structure, and verified offline
//! - `helpers` who may help, as officers certified it, and who asks
//! - `watched` a file that commands replace beside a running portal
//! - `accounts` spaces that go because nobody opens them, or can, for the admin
//! - `desk` pages for those who work at the structure; `staff` lets them in, beside the portal
//! - `control` the socket by which the admin asks a portal that runs
//! - `structure`, `init`, `serve`, `doctor`, `backup`: one module for each verb of the command line
//!
//! Not here: anything that decrypts. The portal links `wire`, `gate`, `printed` and `release` of ours, and nothing else.

pub mod accounts;
mod app;
pub mod attestation;
pub mod backup;
mod blobs;
pub mod board;
pub mod cli;
pub mod clock;
mod control;
mod desk;
pub mod doctor;
mod domain;
mod erase;
#[cfg(test)]
mod fixtures;
mod folders;
mod gate_files;
pub mod helpers;
mod http;
pub mod init;
mod jobs;
mod onward;
mod records;
mod serve;
pub mod settings;
pub mod staff;
pub mod store;
pub mod structure;
mod throttle;
mod tls;
mod tombstones;
pub mod version;
mod watched;

pub use app::{Deps, RandomSource, StartError, system_random};
pub use control::AskError;
pub use folders::FileError;
pub use serve::{Running, start};
pub use settings::Settings;
