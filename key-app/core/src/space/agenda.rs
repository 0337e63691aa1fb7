//! What a person follows, and what is due of it.

use super::Space;
use crate::{
    catalogue::kinds,
    dates::{Due, Ending, agenda, done},
    sheets::{Day, Noted, Sheet, own_key, service_key},
    trouble::{Result, Trouble},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use wire::{ObjectId, Random};

/// Longest title of a day of one's own, in characters.
const TITLE: usize = 120;
const MINUTES_OF_A_DAY: u16 = 24 * 60;

/// What is followed, and what is due of it.
#[derive(Debug, Clone)]
pub struct Agenda {
    /// What is followed.
    pub sheet: Sheet<Noted>,
    /// What is due, the most urgent first.
    pub due: Vec<Due>,
}

impl Space {
    /// The day of today where this computer is. The portal's clock counts: that of a public computer is
    /// often wrong.
    #[must_use]
    pub fn today(&self, zone: &TimeZone) -> Date {
        let seconds = i64::try_from(self.known.time).unwrap_or_default();
        let now = Timestamp::from_second(seconds).unwrap_or_default();
        now.to_zoned(zone.clone()).date()
    }

    /// What is due.
    ///
    /// # Errors
    /// As [`Space::sheet`].
    pub async fn agenda(&self, today: Date) -> Result<Agenda> {
        let sheet = self.sheet().await?;
        Ok(self.agenda_of(sheet, today))
    }

    /// Follows a service from the one date that its rule needs, or from another date than before.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where the catalogue has no such service, [`Trouble::NoDate`] where no date comes
    /// from this one any more.
    pub async fn follow(
        &mut self,
        service: &str,
        from: Option<Date>,
        today: Date,
        random: &mut dyn Random,
    ) -> Result<Agenda> {
        let found = self.catalogue.service(service).ok_or(Trouble::Gone)?;
        let rule = crate::dates::Rule::of(found, from).ok_or(Trouble::NoDate)?;
        rule.next(today).ok_or(Trouble::NoDate)?;
        let from = from.map(|date| Day::of(date).ok_or(Trouble::NoDate));
        let noted = Noted::Service {
            from: from.transpose()?,
            done: None,
        };
        let name = service_key(service);
        self.noted(&name, Some(noted), today, random).await
    }

    /// Keeps a day of the person's own.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where it has no title, or no day or hour of a calendar.
    pub async fn add_date(
        &mut self,
        title: &str,
        day: Date,
        minute: Option<u16>,
        today: Date,
        random: &mut dyn Random,
    ) -> Result<Agenda> {
        let id = ObjectId::random(random);
        self.add_date_as(id, title, day, minute, today, random)
            .await
    }

    /// The same under an id of the caller's, as [`Space::put_paper_as`].
    ///
    /// # Errors
    /// As [`Space::add_date`].
    pub async fn add_date_as(
        &mut self,
        id: ObjectId,
        title: &str,
        day: Date,
        minute: Option<u16>,
        today: Date,
        random: &mut dyn Random,
    ) -> Result<Agenda> {
        let title: String = title
            .trim()
            .chars()
            .filter(|c| !c.is_control())
            .take(TITLE)
            .collect();
        let hour = minute.is_none_or(|minute| minute < MINUTES_OF_A_DAY);
        if title.is_empty() || !hour {
            return Err(Trouble::Gone);
        }
        let noted = Noted::Own {
            title,
            day: Day::of(day).ok_or(Trouble::NoDate)?,
            minute,
            done: false,
        };
        let name = own_key(id);
        self.noted(&name, Some(noted), today, random).await
    }

    /// Follows something no longer: a service, or a day of the person's own.
    ///
    /// # Errors
    /// As [`Space::note_down`].
    pub async fn unfollow(
        &mut self,
        name: &str,
        today: Date,
        random: &mut dyn Random,
    ) -> Result<Agenda> {
        self.noted(name, None, today, random).await
    }

    /// Says that one date is done, or no longer.
    ///
    /// # Errors
    /// [`Trouble::Gone`] where there is no such date.
    pub async fn date_done(
        &mut self,
        name: &str,
        closes: Date,
        is_done: bool,
        today: Date,
        random: &mut dyn Random,
    ) -> Result<Agenda> {
        self.refresh().await?;
        let Agenda { sheet, due } = self.agenda(today).await?;
        let due = due
            .iter()
            .find(|due| due.name == name && due.window.closes == closes)
            .ok_or(Trouble::Gone)?;
        let noted = done(due, sheet.get(name), is_done, today).ok_or(Trouble::Gone)?;
        self.noted(name, Some(noted), today, random).await
    }

    async fn noted(
        &mut self,
        name: &str,
        noted: Option<Noted>,
        today: Date,
        random: &mut dyn Random,
    ) -> Result<Agenda> {
        let sheet = self.note_down(name, noted, random).await?;
        Ok(self.agenda_of(sheet, today))
    }

    fn agenda_of(&self, sheet: Sheet<Noted>, today: Date) -> Agenda {
        let due = agenda(&sheet, &self.endings(), &self.catalogue, today);
        Agenda { sheet, due }
    }

    /// Every paper that ends, and where its kind is renewed.
    fn endings(&self) -> Vec<Ending> {
        self.everything()
            .filter_map(|view| {
                Some(Ending {
                    paper: view.id,
                    end: Day(view.expires?).date()?,
                    service: renewed_at(view.kind.0),
                })
            })
            .collect()
    }
}

fn renewed_at(kind: u16) -> Option<String> {
    let kinds = kinds::bundled().ok()?;
    kinds.of_code(kind)?.renew_service.clone()
}
