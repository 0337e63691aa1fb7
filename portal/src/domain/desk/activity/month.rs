//! A month: what it is called, and where its rows lie.

use core::str::FromStr;

use jiff::civil::Date;

/// A month of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Month {
    /// The year.
    pub(crate) year: i16,
    /// From 1 to 12.
    pub(crate) month: i8,
}

impl Month {
    /// The month of a day.
    pub(crate) fn of(day: Date) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
        }
    }

    /// The one before.
    pub(crate) fn before(self) -> Self {
        match self.month {
            ..=1 => Self {
                year: self.year - 1,
                month: 12,
            },
            month => Self {
                month: month - 1,
                ..self
            },
        }
    }

    /// What the keys of its rows begin with.
    pub(crate) fn prefix(self) -> [u8; 3] {
        let [high, low] = self.year.to_be_bytes();
        [high, low, self.month.unsigned_abs()]
    }
}

impl core::fmt::Display for Month {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl FromStr for Month {
    type Err = ();

    /// As `2026-11`.
    fn from_str(text: &str) -> Result<Self, ()> {
        let day = format!("{text}-01").parse::<Date>().map_err(|_| ())?;
        let month = Self::of(day);
        if (2_000..=2_999).contains(&month.year) && month.to_string() == text {
            Ok(month)
        } else {
            Err(())
        }
    }
}
