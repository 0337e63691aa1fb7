//! A slow network, 256 kbit/s each way in networks of their own: what travels before home stands there, how long that
//! takes, and that no paper is in its way. Times are only reported; what must hold are bytes.

use super::run;
use crate::{
    report,
    screen::Stopwatch,
    world::{CODE, World, first_opening, open, unhurried},
};
use anyhow::{Context, Result, ensure};
use jiff::civil::date;
use key_core::{Space, Stick, stick::Folder as StickFolder};
use serde_json::{Value, json};
use std::{
    io::{BufRead, BufReader, Cursor, Write},
    net::SocketAddr,
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};
use wire::{Realm, folder::Folder, random::System, structure::VoucherKind};

/// What the line carries, each way.
const BITS_PER_SECOND: f64 = 256_000.0;
const LINE: [&str; 7] = [
    "tbf", "rate", "256kbit", "burst", "16kbit", "latency", "400ms",
];
/// Papers of a space that somebody lives in, and bytes of each.
const PAPERS: usize = 200;
const PAPER: usize = 100_000;
/// A paper on its way in: longer on this line than any pause that a request may make.
const SENT: usize = 1_500_000;
/// Most bytes before home, both ways, inside TLS: of an empty space, and more for each paper.
const MOST_EMPTY: u64 = 56 << 10;
const MOST_A_PAPER: u64 = 192;
/// Private addresses of a cable with two ends.
const PORTAL: [u8; 4] = [10, 255, 0, 1];
const PERSON: &str = "10.255.0.2/30";

/// Measures in a network of its own.
///
/// # Errors
/// Without the right to make one, or where more travels than has to.
pub async fn network() -> Result<()> {
    let mut may = Command::new("unshare");
    may.args(["--net", "true"]);
    let (code, said) = run(may).await?;
    ensure!(
        code == Some(0),
        "this part makes networks of its own, and may not here: run it as root (CAP_NET_ADMIN, CAP_SYS_ADMIN)\n{said}"
    );
    let mut apart = Command::new("unshare");
    apart.arg("--net").arg(std::env::current_exe()?);
    let status = apart
        .arg("network-portal")
        .env("RUST_BACKTRACE", "0")
        .status()?;
    ensure!(status.success(), "the slow network: {status}");
    Ok(())
}

/// The portal's end, within a network of its own.
///
/// # Errors
/// As [`network`].
pub async fn network_portal() -> Result<()> {
    let mut person = Person::start()?;
    let pid = person.process.id().to_string();
    ip(&["link", "set", "lo", "up"])?;
    ip(&[
        "link", "add", "portal", "type", "veth", "peer", "name", "person", "netns", &pid,
    ])?;
    ip(&["addr", "add", "10.255.0.1/30", "dev", "portal"])?;
    ip(&["link", "set", "portal", "up"])?;
    slow_down("portal")?;
    let world = World::at(SocketAddr::from((PORTAL, 0)), Realm::Prod, unhurried).await?;
    world.recorder().pause();
    let empty = world.stick("empty", VoucherKind::Account)?;
    drop(first_opening(&empty, CODE).await?);
    let lived_in = world.stick("lived-in", VoucherKind::Account)?;
    let mut space = first_opening(&lived_in, CODE).await?.opened.space;
    fill(&mut space).await?;
    // As somebody leaves: the stick remembers what it has seen.
    let random = &mut System::new();
    space.lock(&Stick::new(lived_in.clone()), random).await?;
    person.tell("go")?;
    world.recorder().resume();
    let mut figures = json!({});
    for (name, stick) in [("empty", &empty), ("papers_200", &lived_in)] {
        let said = world.recorder().transcript().len();
        let before = carried()?;
        let opened = person.ask(&format!("open {}", stick.path().display()))?;
        let bytes = carried()? - before;
        let said = world.recorder().transcript().split_off(said);
        ensure!(
            memchr::memmem::find(&said, b"GET /v1/blobs").is_none(),
            "a paper was read before home stood there"
        );
        figures[name] = json!({
            "before_home_bytes": bytes,
            "before_home_said": said.len(),
            "before_home_ms": opened["ms"],
            "argon2_ms": opened["argon2_ms"],
            "over_the_line_alone": ratio(&opened["ms"], bytes),
        });
        let before = carried()?;
        let listed = person.ask("list")?;
        ensure!(carried()? == before, "a list asks the network");
        figures[name]["lists_ms"] = listed["ms"].clone();
        let due = person.ask("due")?;
        figures[name]["due_ms"] = due["ms"].clone();
    }
    world.recorder().pause();
    let sent = person.ask("send")?;
    figures["sent"] = json!({ "bytes": SENT, "ms": sent["ms"], "over_the_line_alone": ratio(&sent["ms"], SENT as u64) });
    let read = person.ask("read")?;
    figures["read"] = json!({ "bytes": PAPER, "ms": read["ms"], "over_the_line_alone": ratio(&read["ms"], PAPER as u64) });
    println!("{figures:#}");
    report::entry("network", "256kbit", figures.clone())?;
    let bytes = |name: &str| figures[name]["before_home_said"].as_u64().context("bytes");
    let (empty, lived_in) = (bytes("empty")?, bytes("papers_200")?);
    ensure!(
        empty <= MOST_EMPTY,
        "{empty} bytes before home in an empty space, more than {MOST_EMPTY}"
    );
    let more = lived_in.saturating_sub(empty);
    let most = MOST_A_PAPER * PAPERS as u64;
    ensure!(
        more <= most,
        "{more} bytes more before home with {PAPERS} papers, more than {most}"
    );
    Ok(())
}

/// The person's end: does what it is told line by line, and says how long it took.
///
/// # Errors
/// Where something of it does not succeed.
pub async fn network_person() -> Result<()> {
    println!("ready");
    let mut space: Option<(Space, StickFolder)> = None;
    let mut lines = std::io::stdin().lines();
    while let Some(line) = lines.next().transpose()? {
        let watch = Stopwatch::start();
        let mut argon = None;
        match line.split_once(' ').unwrap_or((&line, "")) {
            ("go", _) => {
                ip(&["link", "set", "lo", "up"])?;
                ip(&["addr", "add", PERSON, "dev", "person"])?;
                ip(&["link", "set", "person", "up"])?;
                slow_down("person")?;
            }
            ("open", folder) => {
                let stick = StickFolder::new(Path::new(folder));
                let opened = open(&stick, CODE).await?;
                argon = Some(opened.timings.argon2.as_millis());
                space = Some((opened.space, stick));
            }
            (what, _) => {
                let (space, _) = space.as_mut().context("no space is open")?;
                once_open(what, space).await?;
            }
        }
        let ms = (watch.seconds() * 1_000.0).round();
        println!("{}", json!({ "ms": ms, "argon2_ms": argon }));
    }
    if let Some((space, stick)) = space {
        space.lock(&Stick::new(stick), &mut System::new()).await?;
    }
    Ok(())
}

async fn once_open(what: &str, space: &mut Space) -> Result<()> {
    match what {
        "list" => drop(space.everything().collect::<Vec<_>>()),
        "due" => drop(space.agenda(date(2026, 11, 22)).await?),
        "send" => put(space, Folder::Argent, SENT).await?,
        "read" => {
            let first = space.list(Folder::Papiers);
            let first = first.first().context("a paper is there")?;
            drop(space.read(Folder::Papiers, first.id).await?);
        }
        other => anyhow::bail!("nobody knows how to {other}"),
    }
    Ok(())
}

/// Papers in every folder but the private one, and days of one's own.
async fn fill(space: &mut Space) -> Result<()> {
    let folders: Vec<_> = Folder::ALL
        .into_iter()
        .filter(|f| *f != Folder::Private)
        .collect();
    for number in 0..PAPERS {
        let folder = folders.get(number % folders.len()).context("a folder")?;
        put(space, *folder, PAPER).await?;
    }
    let day = date(2026, 12, 1);
    let random = &mut System::new();
    space.add_date("Docteur", day, None, day, random).await?;
    Ok(())
}

async fn put(space: &mut Space, folder: Folder, bytes: usize) -> Result<()> {
    let content = Cursor::new(vec![7; bytes]);
    let title = "Attestation de droits";
    let media = "application/pdf";
    let random = &mut System::new();
    space
        .put_paper(folder, title, media, content, bytes as u64, random)
        .await?;
    Ok(())
}

/// The other end, in a network of its own.
struct Person {
    process: Child,
    hears: ChildStdin,
    says: BufReader<ChildStdout>,
}

impl Person {
    fn start() -> Result<Self> {
        let mut process = Command::new("unshare")
            .arg("--net")
            .arg(std::env::current_exe()?)
            .arg("network-person")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let hears = process.stdin.take().context("it hears")?;
        let mut says = BufReader::new(process.stdout.take().context("it speaks")?);
        let mut line = String::new();
        says.read_line(&mut line)?;
        ensure!(line.trim() == "ready", "it says {line:?}");
        Ok(Self {
            process,
            hears,
            says,
        })
    }

    fn tell(&mut self, what: &str) -> Result<()> {
        self.ask(what).map(drop)
    }

    fn ask(&mut self, what: &str) -> Result<Value> {
        writeln!(self.hears, "{what}")?;
        let mut line = String::new();
        tokio::task::block_in_place(|| self.says.read_line(&mut line))?;
        serde_json::from_str(&line).with_context(|| format!("{what}: it ended"))
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Bytes on the cable so far, both ways.
fn carried() -> Result<u64> {
    let said = command("ip", &["-json", "-statistics", "link", "show", "portal"])?;
    let links: Value = serde_json::from_slice(&said)?;
    let way = |way: &str| links[0]["stats64"][way]["bytes"].as_u64();
    let (sent, heard) = (way("tx").context("tx")?, way("rx").context("rx")?);
    Ok(sent + heard)
}

fn slow_down(end: &str) -> Result<()> {
    let mut words = vec!["qdisc", "add", "dev", end, "root"];
    words.extend(LINE);
    command("tc", &words).map(drop)
}

fn ip(words: &[&str]) -> Result<()> {
    command("ip", words).map(drop)
}

fn command(program: &str, words: &[&str]) -> Result<Vec<u8>> {
    let output = Command::new(program).args(words).output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{program} {words:?}: {said}");
    Ok(output.stdout)
}

/// How much longer it took than these bytes alone on this line.
fn ratio(ms: &Value, bytes: u64) -> Value {
    let alone = bytes as f64 * 8.0 / BITS_PER_SECOND * 1_000.0;
    let ratio = ms.as_f64().unwrap_or(f64::NAN) / alone;
    json!((ratio * 100.0).round() / 100.0)
}
