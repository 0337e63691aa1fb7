//! A session with people, with the languages and aids that were used.

use minicbor::{Decode, Encode};

use crate::records::v1::{activity as v1, staff::StaffId};

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
    /// In what languages.
    #[n(19)]
    pub(crate) languages: Vec<u8>,
    /// With what aids.
    #[n(20)]
    pub(crate) aids: Vec<u8>,
}

impl crate::store::Migrate for Activity {
    type Previous = v1::Activity;

    fn migrate(previous: v1::Activity) -> Self {
        Self {
            kind: previous.kind,
            participants: previous.participants,
            place: previous.place,
            minutes: previous.minutes,
            posture: previous.posture,
            themes: previous.themes,
            equipment: previous.equipment,
            autonomy: previous.autonomy,
            level: previous.level,
            gender: previous.gender,
            age: previous.age,
            status: previous.status,
            led_on: previous.led_on,
            led_to: previous.led_to,
            place_name: previous.place_name,
            workshop: previous.workshop,
            step: previous.step,
            by: previous.by,
            time: previous.time,
            languages: Vec::new(),
            aids: Vec::new(),
        }
    }
}

impl crate::store::Record for Activity {
    const TABLE: crate::store::Table = crate::store::Table::Activities;
}
