//! What stands in the catalogue. A field that is not named here is refused.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use url::Url;

/// Services, in the order in which a theme shows them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// Of this shape: 1.
    pub version: u32,
    /// Every service once.
    pub services: Vec<Service>,
}

/// Something that a person can do or ask for somewhere.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Its name in code. It never changes: what a person follows is kept under it.
    pub id: String,
    /// The part of life it is about.
    pub theme: Theme,
    /// Its picture.
    pub picture: Picture,
    /// As people call it.
    pub name: String,
    /// What it is for, in easy French.
    pub what: String,
    /// Whom it is for.
    pub who: String,
    /// What people type who look for it.
    pub words: Vec<String>,
    /// Its site, where it has one.
    pub site: Option<Url>,
    /// Its telephone number as people read it.
    pub phone: Option<String>,
    /// The place where alone it is offered.
    pub local: Option<String>,
    /// When it has to be done.
    pub when: When,
    /// Whether somebody has looked it up.
    pub confidence: Confidence,
    /// The day on which that was.
    pub checked: Option<Date>,
    /// Where it was looked up.
    pub sources: Vec<Url>,
}

/// The parts of life, in the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the screen says the names")]
pub enum Theme {
    ArgentAides,
    Sante,
    Logement,
    TravailFormation,
    Etranger,
    Urgence,
    FamilleEcole,
    Identite,
    Transport,
    HandicapAge,
    JusticeDroits,
    NumeriqueAide,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::ArgentAides,
        Self::Sante,
        Self::Logement,
        Self::TravailFormation,
        Self::Etranger,
        Self::Urgence,
        Self::FamilleEcole,
        Self::Identite,
        Self::Transport,
        Self::HandicapAge,
        Self::JusticeDroits,
        Self::NumeriqueAide,
    ];
}

/// Pictures that the pages can draw, under the names of their drawings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is what it shows")]
pub enum Picture {
    AppWindow,
    Briefcase,
    Bus,
    CalendarDots,
    CheckCircle,
    FileText,
    FolderOpen,
    GlobeHemisphereWest,
    HandHeart,
    Heartbeat,
    HourglassMedium,
    HouseLine,
    IdentificationCard,
    Key,
    Note,
    Phone,
    Scales,
    Signpost,
    Users,
    Wallet,
}

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// Looked up: it names its sources and the day.
    Search,
    /// Common knowledge that nobody has looked up. It is marked, and no day is computed from it.
    Known,
}

/// When something has to be done. Each way of counting carries its sentence in easy French.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum When {
    /// At any time.
    None {
        /// The sentence.
        text: String,
    },
    /// As soon as life changes.
    OnChange {
        /// The sentence.
        text: String,
    },
    /// Every month, from one day to another.
    MonthlyWindow {
        /// The day of the month on which it opens.
        opens_day: i8,
        /// The same in February.
        opens_day_february: i8,
        /// The day on which it closes.
        closes_day: i8,
        /// Months from the opening to the closing: 0 or 1.
        closes_month_offset: i8,
        /// The sentence.
        text: String,
    },
    /// Every so many months, during one month.
    EveryNMonths {
        /// How many.
        months: i8,
        /// The sentence.
        text: String,
    },
    /// Once a year, between days that are told anew each year.
    AnnualWindow {
        /// The first day of this year, where it is known.
        opens: Option<Date>,
        /// The last one.
        closes: Option<Date>,
        /// The sentence.
        text: String,
    },
    /// Before something ends.
    BeforeExpiry {
        /// It can be done from so many days before.
        earliest_days: Option<i32>,
        /// It should be done until so many days before.
        latest_days: i32,
        /// The sentence.
        text: String,
    },
    /// Every year, in its last months.
    Anniversary {
        /// Months until it comes round again.
        months: i8,
        /// The month from its beginning in which it can be done first, counted from 1.
        earliest_month: Option<i8>,
        /// The sentence.
        text: String,
    },
    /// After something has happened.
    AfterEvent {
        /// Within so many days.
        within_days: i32,
        /// The sentence.
        text: String,
    },
    /// Before something happens.
    BeforeEvent {
        /// So many days before at the latest.
        latest_days: Option<i32>,
        /// The sentence.
        text: String,
    },
}

impl When {
    /// The sentence that a screen says.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::None { text }
            | Self::OnChange { text }
            | Self::MonthlyWindow { text, .. }
            | Self::EveryNMonths { text, .. }
            | Self::AnnualWindow { text, .. }
            | Self::BeforeExpiry { text, .. }
            | Self::Anniversary { text, .. }
            | Self::AfterEvent { text, .. }
            | Self::BeforeEvent { text, .. } => text,
        }
    }
}
