//! Practice sticks that are plugged in, and each made as on the first day by one press.

use super::{Exercise, people::Person};
use crate::{
    contents::LIST,
    fleet::{
        Fault, Ground, Numbers, Offer, Place, Plan, Refusal,
        held::Held,
        spared,
        volumes::{Computer, Volume, Volumes},
    },
    stick::Stick,
    trouble::Trouble,
    watch::Watch,
};
use crypto::code::Code;
use jiff::tz::TimeZone;
use std::{io, path::PathBuf};
use wire::{Random, Realm};

/// What a mediator has laid out to practise.
pub struct Table {
    volumes: Box<dyn Volumes + Send>,
    vouchers: PathBuf,
    spared: Vec<PathBuf>,
    /// The practice structure that the vouchers are of, as their folder or a practice stick says it.
    plan: Option<Plan>,
    /// Whether the folder says it: then no stick does.
    named: bool,
    left: Option<usize>,
    lines: Vec<Line>,
    next: u64,
}

/// What is plugged in at one place.
#[derive(Debug)]
pub struct Line {
    /// Counted from 1.
    pub id: u64,
    /// Where.
    pub place: Place,
    /// How it is.
    pub is: Is,
}

/// How a stick is, to whoever wants to practise.
#[derive(Debug)]
pub enum Is {
    /// A practice stick, somehow used.
    Practice,
    /// A person's own, or to become that: it is left alone.
    Real,
    /// The programs are on it, and nothing of anybody.
    Empty,
    /// Nothing of ours.
    Other,
    /// Its key files are damaged, of whatever realm they were.
    Damaged,
    /// It is not written on, by what it is alone.
    Refused(Refusal),
    /// It is being made anew.
    Working,
    /// As on the first day, and who it is.
    Ready(&'static Person),
    /// It was not made anew.
    Failed(Fault),
}

/// One stick that is to be made anew.
pub struct Job {
    id: u64,
    stick: Stick,
    plan: Plan,
    vouchers: PathBuf,
}

impl Table {
    /// Lays out a folder of vouchers. No volume on whose disk that folder or one of `spared` lies is touched.
    ///
    /// # Errors
    /// [`Fault::Folder`] where the folder names a structure and is not to be believed; [`Fault::Journal`] where it cannot
    /// be read; [`Fault::Stick`] where the system does not say what is plugged in.
    pub fn lay(
        computer: &Computer,
        vouchers: PathBuf,
        mut spared: Vec<PathBuf>,
        now: u64,
    ) -> Result<Self, Fault> {
        let plan = Plan::named(&vouchers, Numbers::new(1, 1)?)?;
        spared.push(vouchers.clone());
        let mut table = Self {
            volumes: Box::new(computer.open().map_err(Trouble::reading)?),
            vouchers,
            spared,
            named: plan.is_some(),
            plan,
            left: None,
            lines: Vec::new(),
            next: 0,
        };
        table.count(now);
        Ok(table)
    }

    /// Looks at what was plugged in or taken out since.
    ///
    /// # Errors
    /// Where the system does not say.
    pub fn look(&mut self, now: u64) -> io::Result<()> {
        let plugged = self.volumes.list()?;
        let spared = spared::disks(&self.spared, &plugged);
        // Whoever works where a stick was has not seen yet that it is gone.
        self.lines.retain(|line| {
            matches!(line.is, Is::Working)
                || plugged.iter().any(|volume| line.place == volume.into())
        });
        for volume in &plugged {
            let place = Place::from(volume);
            let is_known = |line: &Line| line.place.path == place.path;
            if spared.contains(&volume.disk) || self.lines.iter().any(is_known) {
                continue;
            }
            if let Some(is) = self.sort(volume, now) {
                self.next += 1;
                let id = self.next;
                self.lines.push(Line { id, place, is });
            }
        }
        Ok(())
    }

    /// What is plugged in, but for what belongs to the computer.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// How many vouchers are left; nothing before their folder or a practice stick said whose they are.
    #[must_use]
    pub fn left(&self) -> Option<usize> {
        self.left
    }

    /// Whether a stick can be made anew.
    #[must_use]
    pub fn may_begin(&self, line: &Line) -> bool {
        match line.is {
            Is::Practice | Is::Ready(_) | Is::Failed(_) => true,
            Is::Empty => self.plan.is_some(),
            Is::Real | Is::Other | Is::Damaged | Is::Refused(_) | Is::Working => false,
        }
    }

    /// The stick of this line, to be made anew; nothing where it cannot be, or is out.
    pub fn begin(&mut self, id: u64) -> Option<Job> {
        let at = self.lines.iter().position(|line| line.id == id)?;
        let line = &self.lines[at];
        if !self.may_begin(line) {
            return None;
        }
        let stick = Stick::new(Held::open(&line.place.path).ok()?);
        // What was cut in the middle of wiping says nothing of itself any more.
        let plan = match beside(&stick) {
            Ok(plan) => self.newer(plan),
            Err(_) => self.plan.clone()?,
        };
        self.lines[at].is = Is::Working;
        Some(Job {
            id,
            stick,
            plan,
            vouchers: self.vouchers.clone(),
        })
    }

    /// What became of a job.
    pub fn end(&mut self, job: Job, outcome: Result<&'static Person, Fault>, now: u64) {
        if let Some(line) = self.lines.iter_mut().find(|line| line.id == job.id) {
            line.is = match outcome {
                Ok(person) => Is::Ready(person),
                Err(fault) => Is::Failed(fault),
            };
        }
        self.learn(job.plan, now);
    }

    fn sort(&mut self, volume: &Volume, now: u64) -> Option<Is> {
        match volume.refused() {
            Some(Refusal::System) => return None,
            Some(_) if !volume.usb => return None,
            Some(refusal) => return Some(Is::Refused(refusal)),
            None => {}
        }
        let held = Held::open(&volume.path).ok()?;
        let lists = ["", "a/", "b/"].map(|side| format!("{side}{LIST}"));
        let made = lists
            .iter()
            .any(|list| matches!(held.look(list), Ok(Some(_))));
        match beside(&Stick::new(held)) {
            Ok(plan) if plan.realm == Realm::Practice => {
                self.learn(plan, now);
                Some(Is::Practice)
            }
            Ok(_) => Some(Is::Real),
            Err(Trouble::StickState(_)) => Some(if made { Is::Empty } else { Is::Other }),
            Err(Trouble::StickDamaged) => Some(Is::Damaged),
            // It is on its way in or out.
            Err(_) => None,
        }
    }

    /// What is known of the same structure: a stick that lay in a drawer knows it as it was.
    fn newer(&self, plan: Plan) -> Plan {
        let named = self.plan.as_ref().filter(|_| self.named);
        let same = named.filter(|named| named.structure == plan.structure);
        same.cloned().unwrap_or(plan)
    }

    fn count(&mut self, now: u64) {
        let Some(plan) = &self.plan else { return };
        if let Ok(offer) = Offer::read(plan, &self.vouchers, 0, now) {
            self.left = Some(offer.left);
        }
    }

    /// Takes a structure for that of the vouchers if some of them are.
    fn learn(&mut self, plan: Plan, now: u64) {
        if self.named {
            return self.count(now);
        }
        let Ok(offer) = Offer::read(&plan, &self.vouchers, 0, now) else {
            return;
        };
        let is_known = (self.plan.as_ref()).is_some_and(|known| known.structure == plan.structure);
        if offer.left > 0 || is_known || self.plan.is_none() {
            self.left = Some(offer.left);
            self.plan = Some(plan);
        }
    }
}

impl Job {
    /// Makes the stick anew. Takes as long as an opening for the first time, and a few requests more.
    ///
    /// # Errors
    /// As [`Exercise::begin_on`].
    pub async fn run(
        &self,
        person: &'static Person,
        code: &Code,
        now: u64,
        zone: &TimeZone,
        random: &mut dyn Random,
        watch: &dyn Watch,
    ) -> Result<&'static Person, Fault> {
        let exercise = Exercise {
            plan: &self.plan,
            vouchers: &self.vouchers,
            person,
            code,
            now,
            zone,
        };
        exercise.begin_on(&self.stick, random, watch).await?;
        Ok(person)
    }
}

/// What a stick says of its structure.
fn beside(stick: &Stick) -> Result<Plan, Trouble> {
    let one = Numbers::new(1, 1).map_err(|_| Trouble::StickState("there is no number"))?;
    Plan::beside(stick, one)
}
