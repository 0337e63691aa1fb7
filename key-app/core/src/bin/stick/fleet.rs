//! `stick fleet`: whatever is plugged in is written, numbered and verified, several at once. Words and the screen; what
//! is done is in `key_core::fleet`.

use super::{RealmName, now, public_key, read, said};
use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use key_core::{
    Trouble,
    fleet::{
        self, Clock, Fault, Fleet, Made, News, Numbers, Place, Plan, Probe, Programs, Step, Table,
        volumes::Computer,
    },
};
use std::{
    collections::BTreeMap,
    io::{IsTerminal, Write},
    path::{Path, PathBuf},
    sync::Arc,
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
    /// which it does not say so is taken too, but only where it holds no file.
    #[arg(long, requires = "volumes")]
    over: bool,
    /// Fills each stick once to be certain of its size. Slow.
    #[arg(long)]
    whole: bool,
    /// Where the kernel says what is removable; for tests, and only in a program that is not optimised.
    #[cfg(all(debug_assertions, target_os = "linux"))]
    #[arg(long, hide = true, default_value = "/sys")]
    sys: PathBuf,
    /// A number whose stick was lost before it was ready: it goes on another one, with another voucher.
    #[arg(long)]
    give_up: Vec<u32>,
}

impl Words {
    #[cfg(all(debug_assertions, target_os = "linux"))]
    fn computer(&self) -> Computer {
        Computer::with_sys(self.sys.clone())
    }

    #[cfg(not(all(debug_assertions, target_os = "linux")))]
    fn computer(&self) -> Computer {
        Computer::here()
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
    let spared = [&words.programs, &words.vouchers, &words.locator]
        .into_iter()
        .map(|path| path.canonicalize())
        .collect::<std::io::Result<_>>()?;
    let table = Table {
        fleet: Arc::new(fleet),
        spared,
        probe: if words.whole {
            Probe::Whole
        } else {
            Probe::Marks
        },
    };
    let (computer, mut screen) = (words.computer(), Screen::new());
    let tell = &mut |place: &Place, news: News| screen.hear(&place.path, &news);
    let now = || now().ok();
    let bad = if words.volumes.is_empty() {
        println!("Branchez les clés, plusieurs à la fois si vous voulez. Pour arrêter : Ctrl+C.");
        let (_, inbox) = fleet::reach();
        let watched = table.watch(&computer, inbox, &now, tell);
        watched.context("name the volumes: --volumes, with --over")?;
        0
    } else {
        table.these(&computer, &words.volumes, words.over, &now, tell)?
    };
    rows(&table.fleet);
    ensure!(bad == 0, "{bad} volumes were not written");
    Ok(())
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

    fn hear(&mut self, path: &Path, news: &News) {
        match news {
            News::Refused(refusal) => self.say(path, &said::refused(refusal)),
            // Into a file each stick says a few things, not a hundred.
            News::Step(_, Step::Writing { .. } | Step::Trying { .. } | Step::Reading { .. })
                if !self.watched => {}
            News::Step(number, step) => {
                self.say(path, &format!("clé {number} : {}", said::step(*step)));
            }
            News::Ended(outcome) => self.ended(path, outcome),
            News::Gone => self.gone(path),
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
        Err(Trouble::StickState(_)) => bail!(
            "Le fichier locator et l’empreinte ne sont pas de la même structure. Rien n’est écrit."
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

fn rows(fleet: &Fleet) {
    println!();
    for row in fleet.rows() {
        println!("{:>7}  {}", row.number, said::state(row.state));
    }
    println!("Pour continuer plus tard, lancez la même commande.");
}
