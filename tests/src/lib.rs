//! The promises, checked from outside: a real portal over TLS, a real stick folder, real papers.
//!
//! - `world` a structure with its portal on port zero, a clock that tests move, sticks in temporary
//!   folders; everything cleans itself
//! - `site` one portal of a world, with its gate
//! - `soft_key` a security key made of software
//! - `cast` the same with the real programs, in processes of their own
//! - `knock` whoever holds a stick's device secret, and asks gates without the app
//! - `recorder` what travels, seen from inside TLS · `canary` secrets looked for in every form
//! - `dump` the memory of another process
//! - `checks` what other people's tools find: a contract tester, a TLS tester, slow clients
//! - `helpers` the officer who certifies helpers
//! - `recovering` a person with two holders, and the way back in
//! - `proxy` what a network may put between · `publisher` whoever keeps the board of a structure
//! - `workshop` a mediator and a bag of sticks · `wrapping` a stick that is smaller than it says · `wrapping_disk` one
//!   that is mounted
//! - `pulled` a medium that is pulled out, full or read-only · `papers` real PDFs · `report` the figures
//! - `screen` the window and its pages, driven · `volume` a stick of its own file system
//! - `crash` people who write while the portal dies, and what is there afterwards
//! - `lying` a portal that lies, and what the app makes of each lie
//! - `wine` a computer with Windows, as far as Wine is one
//! - `platforms` what the page of platforms claims, held against a run
//! - `version` whoever signs versions of a stick · `third_party` the notices of the crates that are linked
//!
//! Not here: a mock of our own parts, a sleep, a real person.

pub mod attester;
pub mod canary;
pub mod cast;
pub mod checks;
pub mod crash;
pub mod dump;
pub mod helpers;
pub mod knock;
pub mod lying;
pub mod papers;
pub mod platforms;
pub mod proxy;
pub mod publisher;
pub mod pulled;
pub mod recorder;
pub mod recovering;
pub mod report;
pub mod screen;
pub mod site;
pub mod soft_key;
pub mod third_party;
pub mod version;
pub mod volume;
pub mod wine;
pub mod workshop;
pub mod world;
pub mod wrapping;
pub mod wrapping_disk;
