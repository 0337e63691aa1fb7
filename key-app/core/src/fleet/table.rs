//! A fleet at work: volumes are written as they are plugged in, or those that were named, several at once. The command
//! and the window hear the same.

use super::{
    Consent, Fault, Fleet, Made, Probe, Refusal, State, Step,
    held::Held,
    spared,
    volumes::{Computer, Volume, Volumes},
};
use crate::trouble::Trouble;
use std::{
    collections::{BTreeMap, BTreeSet},
    io,
    path::PathBuf,
    sync::{
        Arc,
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};

/// How long the system is left to say by itself that something was plugged in.
const LOOK_AGAIN: Duration = Duration::from_secs(60);

/// What a mediator has laid out: a fleet, and what it is made from.
pub struct Table {
    /// The fleet.
    pub fleet: Arc<Fleet>,
    /// What the fleet is made from, and the stick in use: no volume on whose disk one of these lies is touched.
    pub spared: Vec<PathBuf>,
    /// How each stick is tried.
    pub probe: Probe,
}

/// A volume, and which of the times that something was plugged in there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Where it is mounted.
    pub path: PathBuf,
    /// As [`Volume::mount`].
    pub mount: u64,
}

/// What happened to one volume.
#[derive(Debug)]
pub enum News {
    /// It is not written on, by what it is alone.
    Refused(Refusal),
    /// The stick with this number is so far.
    Step(u32, Step),
    /// It is ready, or will not be.
    Ended(Result<Made, Fault>),
    /// It is out.
    Gone,
}

/// Speaks to whoever watches, from elsewhere.
#[derive(Clone)]
pub struct Hand(Sender<Heard>);

/// What whoever watches hears.
pub struct Inbox(Sender<Heard>, Receiver<Heard>);

enum Heard {
    /// Something was plugged in or taken out.
    Plugged,
    /// The same volume, with the word that what it holds may go.
    Erase(Place),
    News(Place, News),
    Stop,
}

/// A way to a watch that is about to begin.
#[must_use]
pub fn reach() -> (Hand, Inbox) {
    let (send, heard) = channel();
    (Hand(send.clone()), Inbox(send, heard))
}

impl Hand {
    /// Somebody said of this very stick that what it holds may go. Nothing where it is out meanwhile.
    pub fn erase(&self, place: Place) {
        drop(self.0.send(Heard::Erase(place)));
    }

    /// Nothing more is begun. What is being written ends as [`Fleet::stop`] says.
    pub fn stop(&self) {
        drop(self.0.send(Heard::Stop));
    }
}

impl Table {
    /// Writes the volumes that were named, all at once; what was plugged in says what they are. `told`: what they hold
    /// may go, and a folder without a file may be taken for a stick. Returns how many were not written.
    ///
    /// # Errors
    /// Where the system does not say what is plugged in.
    pub fn these(
        &self,
        computer: &Computer,
        paths: &[PathBuf],
        told: bool,
        now: &(dyn Fn() -> Option<u64> + Sync),
        tell: &mut dyn FnMut(&Place, News),
    ) -> io::Result<usize> {
        let plugged = match computer.plugged() {
            Err(error) if error.kind() == io::ErrorKind::Unsupported => Vec::new(),
            plugged => plugged?,
        };
        let spared = spared::disks(&self.spared, &plugged);
        let (Hand(send), Inbox(_, heard)) = reach();
        Ok(std::thread::scope(|scope| {
            let (mut bad, mut left) = (0, 0);
            let mut named = BTreeSet::new();
            for path in paths {
                let real = path.canonicalize().ok();
                // Two numbers for one stick: whoever named it twice meant one.
                if !named.insert(real.clone().unwrap_or_else(|| path.clone())) {
                    continue;
                }
                let known = (plugged.iter()).find(|volume| real.as_ref() == Some(&volume.path));
                let refused = match known {
                    _ if spared::lies_on(&self.spared, path) => Some(Refusal::System),
                    Some(volume) if spared.contains(&volume.disk) => Some(Refusal::System),
                    Some(volume) => volume.refused(),
                    None => Some(Refusal::NotRemovable),
                };
                let place = Place {
                    path: path.clone(),
                    mount: known.map_or(0, |volume| volume.mount),
                };
                // Below a folder that is no stick lies a disk, perhaps somebody's home: its free room is not for us
                // to fill, and nothing of it is ours to erase.
                let (consent, probe) = match refused {
                    Some(Refusal::NotRemovable) if told => (Consent::EmptyOnly, Probe::Written),
                    None if told => (Consent::EraseForeign, self.probe),
                    None => (Consent::BlankOnly, self.probe),
                    Some(refusal) => {
                        tell(&place, News::Refused(refusal));
                        bad += 1;
                        continue;
                    }
                };
                left += 1;
                let send = send.clone();
                scope.spawn(move || self.write(&place, consent, probe, now, &send));
            }
            drop(send);
            while left > 0 {
                let Ok(Heard::News(place, news)) = heard.recv() else {
                    break;
                };
                if let News::Ended(outcome) = &news {
                    left -= 1;
                    bad += usize::from(outcome.is_err());
                }
                tell(&place, news);
            }
            bad
        }))
    }

    /// Writes whatever is plugged in, until every number is on a stick or somebody stops. Only what the system calls
    /// removable is touched; of other things on USB it is said why not.
    ///
    /// # Errors
    /// Where the system does not say what is plugged in.
    pub fn watch(
        &self,
        computer: &Computer,
        Inbox(send, heard): Inbox,
        now: &(dyn Fn() -> Option<u64> + Sync),
        tell: &mut dyn FnMut(&Place, News),
    ) -> io::Result<()> {
        let (volumes, plugs) = (computer.open()?, computer.open()?);
        let wake = send.clone();
        // It ends with the first change after the watch.
        std::thread::spawn(move || {
            while wake.send(Heard::Plugged).is_ok() && plugs.wait(LOOK_AGAIN).is_ok() {}
        });
        let mut here = BTreeSet::new();
        let mut busy = BTreeSet::new();
        let mut stopped = false;
        std::thread::scope(|scope| {
            while !(busy.is_empty() && (stopped || self.all_ready())) {
                match heard.recv() {
                    // A hand lies here too: the channel is never closed.
                    Err(_) | Ok(Heard::Stop) => stopped = true,
                    Ok(Heard::Plugged) => {
                        let plugged = match volumes.list() {
                            Ok(plugged) => plugged,
                            Err(error) => {
                                self.fleet.stop();
                                return Err(error);
                            }
                        };
                        let spared = spared::disks(&self.spared, &plugged);
                        let now_here: BTreeMap<Place, &Volume> = plugged
                            .iter()
                            .map(|volume| (volume.into(), volume))
                            .collect();
                        here.retain(|place: &Place| {
                            let stays = now_here.contains_key(place) || busy.contains(place);
                            if !stays {
                                tell(place, News::Gone);
                            }
                            stays
                        });
                        for (place, volume) in now_here {
                            // Whoever still writes where another stick was has not seen yet that it is gone.
                            let is_taken = |busy: &Place| busy.path == place.path;
                            if stopped || busy.iter().any(is_taken) || !here.insert(place.clone()) {
                                continue;
                            }
                            match volume.refused() {
                                None if spared.contains(&volume.disk) => {}
                                None => {
                                    busy.insert(place.clone());
                                    let send = send.clone();
                                    // Nothing was said of this very stick.
                                    let consent = Consent::BlankOnly;
                                    scope.spawn(move || {
                                        self.write(&place, consent, self.probe, now, &send);
                                    });
                                }
                                // Disks of the computer are no news to anybody.
                                Some(Refusal::System) => {}
                                Some(_) if !volume.usb => {}
                                Some(refusal) => tell(&place, News::Refused(refusal)),
                            }
                        }
                    }
                    Ok(Heard::Erase(place)) => {
                        // It may be out, and another one in its place, before that was heard here.
                        let plugged = volumes.list().unwrap_or_default();
                        let is_in = plugged.iter().any(|volume| Place::from(volume) == place);
                        if !stopped && is_in && here.contains(&place) && busy.insert(place.clone())
                        {
                            let send = send.clone();
                            let consent = Consent::EraseForeign;
                            scope.spawn(move || {
                                self.write(&place, consent, self.probe, now, &send);
                            });
                        }
                    }
                    Ok(Heard::News(place, news)) => {
                        if let News::Ended(_) = news {
                            busy.remove(&place);
                            // It may be out already, or in again.
                            drop(send.send(Heard::Plugged));
                        }
                        tell(&place, news);
                    }
                }
            }
            Ok(())
        })
    }

    fn all_ready(&self) -> bool {
        let rows = self.fleet.rows();
        rows.iter().all(|row| row.state == Some(State::Ready))
    }

    fn write(
        &self,
        place: &Place,
        consent: Consent,
        probe: Probe,
        now: &(dyn Fn() -> Option<u64> + Sync),
        send: &Sender<Heard>,
    ) {
        // Whoever listens is gone only where the program ends.
        let tell = |news| drop(send.send(Heard::News(place.clone(), news)));
        let outcome = match now() {
            Some(now) => {
                let step = &mut |number, step| tell(News::Step(number, step));
                let ground = Held::open(&place.path).map_err(Trouble::reading);
                // It is let go before it is said to be ready: then somebody takes it out.
                ground
                    .map_err(Fault::from)
                    .and_then(|ground| self.fleet.write(&ground, consent, probe, now, step))
            }
            None => Err(Fault::Journal("this computer has no clock".to_owned())),
        };
        tell(News::Ended(outcome));
    }
}

impl Place {
    /// How the system calls the volume.
    #[must_use]
    pub fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        name.to_string_lossy().into_owned()
    }
}

impl From<&Volume> for Place {
    fn from(volume: &Volume) -> Self {
        Self {
            path: volume.path.clone(),
            mount: volume.mount,
        }
    }
}
