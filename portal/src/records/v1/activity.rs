//! What was done with people, as a structure reports it: choices by their codes, few words, nobody's name.

use minicbor::{Decode, Encode};

use super::staff::StaffId;

/// A session with somebody, or a workshop, under its day and a random name.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Activity {
    /// One person, or a workshop.
    #[n(0)]
    pub(crate) kind: u8,
    /// How many people came.
    #[n(1)]
    pub(crate) participants: u16,
    /// Where.
    #[n(2)]
    pub(crate) place: u8,
    /// How long, in minutes.
    #[n(3)]
    pub(crate) minutes: u16,
    /// Who made the gestures.
    #[n(4)]
    pub(crate) posture: u8,
    /// What it was about.
    #[n(5)]
    pub(crate) themes: Vec<u8>,
    /// On what.
    #[n(6)]
    pub(crate) equipment: Vec<u8>,
    /// How far people did it by themselves.
    #[n(7)]
    pub(crate) autonomy: Option<u8>,
    /// The level of a workshop.
    #[n(8)]
    pub(crate) level: Option<u8>,
    /// Gender, where one person came.
    #[n(9)]
    pub(crate) gender: Option<u8>,
    /// Age, in bands.
    #[n(10)]
    pub(crate) age: Option<u8>,
    /// What they live from.
    #[n(11)]
    pub(crate) status: Option<u8>,
    /// Whether they were led on to somebody else.
    #[n(12)]
    pub(crate) led_on: bool,
    /// To what structure.
    #[n(13)]
    pub(crate) led_to: String,
    /// What the place is called.
    #[n(14)]
    pub(crate) place_name: String,
    /// What the workshop is called.
    #[n(15)]
    pub(crate) workshop: String,
    /// What the step is called.
    #[n(16)]
    pub(crate) step: String,
    /// Who wrote it down.
    #[n(17)]
    pub(crate) by: StaffId,
    /// When.
    #[n(18)]
    pub(crate) time: u64,
}

/// How often something happened in a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Tally {
    /// So often.
    #[n(0)]
    pub(crate) count: u64,
}

super::first! {
    Tally in Tallies;
}
super::grown! { Activity; }
