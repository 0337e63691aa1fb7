//! `stick fleet`: whatever is plugged in is written, numbered and verified, several at once.

use super::{RealmName, now, public_key, read, said};
use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use key_core::{
    fleet::{
        self, Clock, Consent, Fault, Fleet, Made, Numbers, Plan, Probe, Programs, Refusal, State,
        Step,
        volumes::{Volume, Volumes},
    },
    stick::Folder,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    sync::mpsc::{Sender, channel},
    time::Duration,
};
use wire::{Hash, structure::SignedLocator};

/// What `fleet` is told.
#[derive(Args)]
pub(super) struct Words {
    /// Folder with the files that are the same on every stick, and their list.
    #[arg(long)]
    programs: PathBuf,
    /// Public key file of minisign: whoever has that key signed the list of the programs.
    #[arg(long)]
    key: Option<PathBuf>,
    /// Fingerprint of the structure root, 64 hexadecimal digits.
    #[arg(long)]
    structure: String,
    /// Locator file made by `portal structure init`.
    #[arg(long)]
    locator: PathBuf,
    /// Folder of voucher files, one for each stick. The journal is kept there too.
    #[arg(long)]
    vouchers: PathBuf,
    /// First number.
    #[arg(long)]
    from: u32,
    /// How many sticks.
    #[arg(long)]
    count: u32,
    /// Realm of the sticks.
    #[arg(long, value_enum, default_value = "prod")]
    realm: RealmName,
    /// Writes these volumes and ends, instead of whatever is plugged in.
    #[arg(long)]
    volumes: Vec<PathBuf>,
    /// Erases what the volumes named by --volumes hold, where the system says that they are removable. One of
    /// which it does not say so is taken too, but only where it is blank.
    #[arg(long, requires = "volumes")]
    over: bool,
    /// Fills each stick once to be certain of its size. Slow.
    #[arg(long)]
    whole: bool,
    /// Where the kernel says what is removable; for tests, and only in a program that is not optimised.
    #[cfg(debug_assertions)]
    #[arg(long, hide = true, default_value = "/sys")]
    sys: PathBuf,
    /// A number whose stick was lost before it was ready: it goes on another one, with another voucher.
    #[arg(long)]
    give_up: Vec<u32>,
}

/// What happened, for the one who writes on the screen.
enum News {
    Step(PathBuf, u32, Step),
    Ended(PathBuf, Result<Made, Fault>),
    /// Something was plugged in or taken out.
    Plugged,
}

impl Words {
    #[cfg(debug_assertions)]
    fn sys(&self) -> PathBuf {
        self.sys.clone()
    }

    #[cfg(not(debug_assertions))]
    fn sys(&self) -> PathBuf {
        PathBuf::from("/sys")
    }
}

pub(super) fn run(words: Words) -> Result<()> {
    let plan = Plan {
        numbers: Numbers::new(words.from, words.count)?,
        structure: Hash::from_hex(words.structure.trim())
            .context("the structure's fingerprint has 64 hexadecimal digits")?,
        realm: words.realm.into(),
        locator: wire::decode_canonical(&read(&words.locator)?, SignedLocator::MAX)
            .context("the locator file is damaged")?,
    };
    let programs = Programs::read(&words.programs, public_key(words.key.as_deref())?.as_ref())?;
    println!("Programmes : liste {}", programs.list().to_hex());
    println!("{}", said::signature(programs.signature()));
    let fleet = Fleet::open(plan, programs, &words.vouchers, now()?)?;
    for number in &words.give_up {
        fleet.give_up(*number, now()?)?;
        println!("Le numéro {number} ira sur une autre clé.");
    }
    ask_portal(&fleet)?;
    tell_vouchers(&fleet)?;
    let work = Work {
        fleet: &fleet,
        sys: words.sys(),
        needed: [&words.programs, &words.vouchers, &words.locator]
            .into_iter()
            .map(|path| path.canonicalize())
            .collect::<std::io::Result<_>>()?,
        probe: if words.whole {
            Probe::Whole
        } else {
            Probe::Marks
        },
        consent: if words.over {
            Consent::EraseForeign
        } else {
            Consent::BlankOnly
        },
    };
    let bad = match words.volumes.is_empty() {
        true => work.watch()?,
        false => work.these(&words.volumes, words.over)?,
    };
    table(&fleet);
    ensure!(bad == 0, "{bad} volumes were not written");
    Ok(())
}

struct Work<'a> {
    fleet: &'a Fleet,
    sys: PathBuf,
    /// What the fleet is written from: the volume that it lies on is none of it.
    needed: Vec<PathBuf>,
    probe: Probe,
    consent: Consent,
}

impl Work<'_> {
    /// Writes the volumes that were named, all at once. Returns how many were not.
    fn these(&self, paths: &[PathBuf], over: bool) -> Result<usize> {
        let plugged = plugged(&self.sys)?;
        let (send, news) = channel();
        let mut screen = Screen::new();
        std::thread::scope(|scope| {
            let mut bad = 0;
            let mut left = 0;
            for path in paths {
                let known = path
                    .canonicalize()
                    .ok()
                    .and_then(|real| plugged.iter().find(|volume| volume.path == real));
                let refused = match known {
                    _ if self.needs(path) => Some(Refusal::System),
                    Some(volume) => volume.refused(),
                    None => Some(Refusal::NotRemovable),
                };
                // Below a folder that is no stick lies a disk, perhaps somebody's home: its free room is not for us
                // to fill, and nothing of it is ours to erase.
                let (probe, consent) = match refused {
                    Some(Refusal::NotRemovable) if over => (Probe::Written, Consent::BlankOnly),
                    None => (self.probe, self.consent),
                    Some(refusal) => {
                        screen.say(path, &said::refused(&refusal));
                        bad += 1;
                        continue;
                    }
                };
                let (send, path) = (send.clone(), path.clone());
                left += 1;
                scope.spawn(move || self.write(&path, consent, probe, &send));
            }
            while left > 0 {
                match news.recv()? {
                    News::Ended(path, outcome) => {
                        left -= 1;
                        bad += usize::from(outcome.is_err());
                        screen.ended(&path, &outcome);
                    }
                    other => screen.hear(&other),
                }
            }
            Ok(bad)
        })
    }

    /// Writes whatever is plugged in, until every number is on a stick.
    fn watch(&self) -> Result<usize> {
        println!("Branchez les clés, plusieurs à la fois si vous voulez. Pour arrêter : Ctrl+C.");
        let (send, news) = channel();
        watch_plugs(&self.sys, send.clone())?;
        let mut screen = Screen::new();
        // What is here now, and what became of it.
        let mut here: BTreeMap<PathBuf, u64> = BTreeMap::new();
        let mut busy: BTreeSet<PathBuf> = BTreeSet::new();
        std::thread::scope(|scope| {
            while !(busy.is_empty() && self.all_ready()) {
                match news.recv()? {
                    News::Plugged => {
                        let plugged = plugged(&self.sys)?;
                        let is_there = |path: &PathBuf, mount: u64| {
                            (plugged.iter()).any(|v| v.path == *path && v.mount == mount)
                        };
                        here.retain(|path, mount| {
                            let is_gone = !is_there(path, *mount) && !busy.contains(path);
                            if is_gone {
                                screen.gone(path);
                            }
                            !is_gone
                        });
                        for volume in plugged {
                            if here.contains_key(&volume.path) {
                                continue;
                            }
                            here.insert(volume.path.clone(), volume.mount);
                            match volume.refused() {
                                None if self.needs(&volume.path) => {}
                                None => {
                                    busy.insert(volume.path.clone());
                                    let send = send.clone();
                                    // Nothing was said of this very stick.
                                    let (consent, probe) = (Consent::BlankOnly, self.probe);
                                    scope.spawn(move || {
                                        self.write(&volume.path, consent, probe, &send);
                                    });
                                }
                                // Disks of the computer are no news to anybody.
                                Some(Refusal::System) => {}
                                Some(_) if !volume.usb => {}
                                Some(refusal) => screen.say(&volume.path, &said::refused(&refusal)),
                            }
                        }
                    }
                    News::Ended(path, outcome) => {
                        busy.remove(&path);
                        screen.ended(&path, &outcome);
                        // It may be out already, or in again.
                        drop(send.send(News::Plugged));
                    }
                    other => screen.hear(&other),
                }
            }
            Ok(0)
        })
    }

    fn needs(&self, volume: &Path) -> bool {
        let lies_on = |needed: &PathBuf, volume: &Path| needed.starts_with(volume);
        let volume = volume.canonicalize();
        volume.is_ok_and(|volume| self.needed.iter().any(|needed| lies_on(needed, &volume)))
    }

    fn all_ready(&self) -> bool {
        let rows = self.fleet.rows();
        rows.iter().all(|row| row.state == Some(State::Ready))
    }

    fn write(&self, path: &Path, consent: Consent, probe: Probe, send: &Sender<News>) {
        // The screen is gone only where the program ends.
        let tell = |news| drop(send.send(news));
        let outcome = match now() {
            Ok(now) => self.fleet.write(
                &Folder::new(path),
                consent,
                probe,
                now,
                &mut |number, step| tell(News::Step(path.to_owned(), number, step)),
            ),
            Err(error) => Err(Fault::Journal(error.to_string())),
        };
        tell(News::Ended(path.to_owned(), outcome));
    }
}

/// One line for each stick, written again as it goes on where somebody watches.
struct Screen {
    lines: BTreeMap<PathBuf, String>,
    drawn: usize,
    watched: bool,
}

impl Screen {
    fn new() -> Self {
        Self {
            lines: BTreeMap::new(),
            drawn: 0,
            watched: std::io::stdout().is_terminal(),
        }
    }

    fn hear(&mut self, news: &News) {
        if let News::Step(path, number, step) = news {
            // Into a file each stick says a few things, not a hundred.
            if self.watched || !matches!(step, Step::Writing { .. }) {
                self.say(path, &format!("clé {number} : {}", said::step(*step)));
            }
        }
    }

    fn ended(&mut self, path: &Path, outcome: &Result<Made, Fault>) {
        let line = match outcome {
            Ok(made) => format!(
                "clé {} : {}",
                made.number,
                said::ready(made.number, made.capacity)
            ),
            Err(fault) => said::fault(fault),
        };
        self.say(path, &line);
    }

    fn gone(&mut self, path: &Path) {
        if let Some(line) = self.lines.remove(path) {
            // The line stays on the screen for good.
            self.wipe();
            println!("{}  {line}  Retirée.", name(path));
            self.draw();
        }
    }

    fn say(&mut self, path: &Path, line: &str) {
        self.lines.insert(path.to_owned(), line.to_owned());
        if self.watched {
            self.wipe();
            self.draw();
        } else {
            println!("{}  {line}", name(path));
        }
    }

    fn wipe(&mut self) {
        if self.watched && self.drawn > 0 {
            print!("\x1b[{}A\x1b[J", self.drawn);
        }
        self.drawn = 0;
    }

    fn draw(&mut self) {
        if !self.watched {
            return;
        }
        for (path, line) in &self.lines {
            println!("{}  {line}", name(path));
        }
        self.drawn = self.lines.len();
        // Where nobody can read there is nobody to tell.
        let _ = std::io::stdout().flush();
    }
}

/// How a volume is called on the screen.
fn name(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn ask_portal(fleet: &Fleet) -> Result<()> {
    let asking = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    match asking.block_on(fleet::clock(fleet.plan(), now()?)) {
        Ok(Clock::Right) => println!("Le portail répond. La date de cet ordinateur est bonne."),
        Ok(Clock::Wrong) => bail!("La date de cet ordinateur est fausse. Corrigez-la d’abord."),
        Ok(Clock::Unknown) => println!(
            "Le portail ne répond pas. Les clés s’écrivent quand même.\n\
             La date et les bons n’ont pas été comparés avec lui."
        ),
        Err(trouble) => println!(
            "Le portail n’a pas pu être interrogé : {trouble}\nLes clés s’écrivent quand même."
        ),
    }
    Ok(())
}

fn tell_vouchers(fleet: &Fleet) -> Result<()> {
    let (left, unusable) = fleet.vouchers(now()?)?;
    println!("Bons qui restent : {left}.");
    let unusable = said::unusable(&unusable);
    if !unusable.is_empty() {
        println!("{unusable}");
    }
    Ok(())
}

fn table(fleet: &Fleet) {
    println!();
    for row in fleet.rows() {
        println!("{:>7}  {}", row.number, said::state(row.state));
    }
    println!("Pour continuer plus tard, lancez la même commande.");
}

#[cfg(target_os = "linux")]
fn plugged(sys: &Path) -> Result<Vec<Volume>> {
    Ok(fleet::volumes::Linux::at(sys, Path::new("/proc"))?.list()?)
}

/// Tells of every change from now on, and of what is there already.
#[cfg(target_os = "linux")]
fn watch_plugs(sys: &Path, send: Sender<News>) -> Result<()> {
    let volumes = fleet::volumes::Linux::at(sys, Path::new("/proc"))?;
    std::thread::spawn(move || {
        while send.send(News::Plugged).is_ok() && volumes.wait(Duration::from_secs(60)).is_ok() {}
    });
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn plugged(_: &Path) -> Result<Vec<Volume>> {
    Ok(Vec::new())
}

#[cfg(not(target_os = "linux"))]
fn watch_plugs(_: &Path, _: Sender<News>) -> Result<()> {
    bail!("on this system name the volumes: --volumes, with --over")
}
