//! The structure's desk at `/pro`: pages for those who work there, made here, with one small script for
//! passkeys. No page ever receives what opens a space, and no session of the desk is one of a space.
//!
//! - `routes` every page on one page · `guard` who asks, from where, and whether they may · `acting` the same once
//!   more, where something is written
//! - `sessions` who is in · `ceremonies` who is on the way in: both in memory, gone when the portal stops
//! - `door` signing in and out · `invitation` coming in for the first time
//! - `home` what waits · `helpers` · `stock`, `charter` what is lent ·
//! - `activity` sessions, `export` their files, `figures` ·  `team` · `acts` what was done
//! - `needs` what a person would like to learn · `attestations` what one learnt
//! - `frame` what surrounds each of them · `look` how they look · `form` what is typed · `reply` what is answered
//! - `day` how a day is said · `house` whose structure it is, on what is taken along
//!
//! Not here: rules (`domain::desk`).

mod acting;
mod activity;
mod acts;
mod attestations;
mod ceremonies;
mod charter;
mod day;
mod door;
mod export;
mod figures;
mod form;
mod frame;
mod guard;
mod helpers;
mod home;
mod house;
mod invitation;
mod issued;
mod lending;
mod look;
mod needs;
mod reply;
mod routes;
mod sessions;
mod stock;
mod team;

pub(crate) use routes::router;
#[cfg(test)]
pub(crate) use routes::{Body, PAGES, Page};
#[cfg(test)]
pub(crate) use sessions::{IDLE_S, WHOLE_S};
pub(crate) use team::link;

/// What the desk keeps in memory.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    sessions: sessions::Sessions,
    ceremonies: ceremonies::Ceremonies,
    issuing: issued::Issuing,
}

impl Desk {
    /// Begins a session of somebody's: its cookie.
    #[cfg(test)]
    pub(crate) fn let_in(&self, staff: crate::records::StaffId, now: u64) -> String {
        let token = self
            .sessions
            .begin(staff, now, &mut wire::random::System::new());
        format!("__Host-desk={}", wire::Hash(token).to_hex())
    }

    /// Ends every session of somebody's.
    pub(crate) fn end_all(&self, staff: &crate::records::StaffId) {
        self.sessions.end_all(staff);
    }
}
