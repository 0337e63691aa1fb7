//! Several people at one portal, and what a round is: they write, it fails, it starts again, they look.

use super::{Tally, Writer};
use crate::cast::Cast;
use anyhow::{Context, Result};
use portal::store::OnDisk;
use tokio::{sync::mpsc, task::JoinSet};

/// How many people write at once.
const PEOPLE: usize = 6;
/// The most edits of one person in one round: a portal that never fails must not go on for ever.
const EDITS: usize = 2_000;

/// A portal, and people who have a space there.
pub struct Crew {
    /// The programs.
    pub cast: Cast,
    engine: OnDisk,
    people: Vec<Writer>,
    tally: Tally,
}

impl Crew {
    /// A portal on this engine that answers, and people with a space each. `prepare` sees the cast
    /// before the portal is made.
    ///
    /// # Errors
    /// Where something of it does not start.
    pub async fn gather(engine: OnDisk, prepare: impl FnOnce(&mut Cast)) -> Result<Self> {
        let mut cast = Cast::gather().await?;
        prepare(&mut cast);
        cast.init_portal(engine).await?;
        cast.widen()?;
        cast.serve_portal().await?;
        let mut people = Vec::new();
        for person in 0..PEOPLE {
            people.push(Writer::new(&cast, &format!("person-{person}")).await?);
        }
        Ok(Self {
            cast,
            engine,
            people,
            tally: Tally::default(),
        })
    }

    /// Everybody changes names alone from now on.
    pub fn change_names_alone(&mut self) {
        self.people.iter_mut().for_each(Writer::change_names_alone);
    }

    /// Everybody writes until the portal answers no more. `fail` makes it fail, once `enough` edits
    /// were acknowledged, while the others' are under way. Says how many were refused an edit.
    ///
    /// # Errors
    /// Where somebody's program broke.
    pub async fn write_until(
        &mut self,
        enough: u64,
        fail: impl AsyncFnOnce(&mut Cast) -> Result<()>,
    ) -> Result<usize> {
        let (acked, mut acks) = mpsc::unbounded_channel();
        let mut writing = JoinSet::new();
        for mut person in self.people.drain(..) {
            let acked = acked.clone();
            writing.spawn(async move {
                for _ in 0..EDITS {
                    if person.edit().await.is_err() {
                        return (person, true);
                    }
                    // Nobody counts any more once it has failed; the edit is there all the same.
                    let _ = acked.send(());
                }
                (person, false)
            });
        }
        drop(acked);
        let mut count = 0;
        while count < enough && acks.recv().await.is_some() {
            count += 1;
        }
        fail(&mut self.cast).await?;
        let mut refused = 0;
        while let Some(done) = writing.join_next().await {
            let (person, was_refused) = done.context("somebody's program broke")?;
            self.people.push(person);
            refused += usize::from(was_refused);
        }
        while acks.try_recv().is_ok() {
            count += 1;
        }
        self.tally.rounds += 1;
        self.tally.acked += count;
        Ok(refused)
    }

    /// The portal starts again, and everybody looks. Where it does not start, that is counted and the
    /// run ends.
    ///
    /// # Errors
    /// Where it does not start, or does not answer.
    pub async fn look(&mut self) -> Result<()> {
        if let Err(error) = self.cast.serve_portal().await {
            println!("{}: {error:#}", self.engine.name());
            self.tally.unreadable += 1;
            self.tally.report(self.engine, "unreadable")?;
        }
        for person in &mut self.people {
            person.check(&mut self.tally).await?;
        }
        Ok(())
    }

    /// Last, everybody opens anew with stick and code; then the figures are written.
    ///
    /// # Errors
    /// Where anything was lost.
    pub async fn finish(mut self, kind: &str) -> Result<Tally> {
        for person in &mut self.people {
            person.open_and_check(&mut self.tally).await?;
        }
        let tally = self.tally;
        drop(self.people);
        self.cast.stop().await?;
        tally.report(self.engine, kind)?;
        Ok(tally)
    }
}
