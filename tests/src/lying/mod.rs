//! The lying portal: a real portal, a proxy before it that speaks with its certificate, and the real app,
//! which is lied to.
//!
//! - `liar` hears every request, asks the real portal, tells what it likes · `http` what it hears and says
//! - `lies` ways of lying on one route · `forge`, `takeover` what a portal makes with keys of its own
//! - `item` any one part of a message, changed · `shapes` the names of all fields of all messages
//! - `story` a space with a past · `scene` attempts on copies of its stick · `view` what the person is shown
//! - `catalogue` every attack, and those that succeed today · `ledger` one line of
//!   `target/reports/lying_portal.json` for each attempt · `mutation` checks taken out, to see the tests fail
//!
//! **What counts as success** is decided by what the person gets: a false name, date or content; an older
//! state taken for the newest where something newer is remembered; a key of the portal's taken for one of
//! the person's; a secret sent; a right code that counts as a wrong one; something lost. A refusal must
//! blame the portal, and afterwards an honest portal opens again with nothing lost.
//!
//! **Believed by design**, because only the portal can know it: its clock, from which papers have their
//! dates; the room used; the counters of tries; and that it refuses. A portal may say that a stick is
//! revoked, frozen or full, and a gate may count as it likes: docs/threat-model.md says so.
//!
//! **Not yet**, because there is nothing yet to attack. Each comes with what it attacks (issue E):
//!
//! - A1, A3 keys of helpers: certificates and mandates
//! - A12 a secret in a link: there is no sharing by link
//! - A20 is a rule about labels, tested in `crypto`: no answer of a portal can change which are used
//! - A25 journal entries dropped; drops of helpers
//! - the operations `grant` and `revoke`
//! - gates that lie together: one of several that lies is one that is away

pub mod catalogue;
pub mod cut;
pub mod forge;
pub mod http;
pub mod item;
pub mod ledger;
pub mod liar;
pub mod lies;
pub mod mutation;
pub mod scene;
pub mod shapes;
pub mod story;
pub mod takeover;
pub mod view;
