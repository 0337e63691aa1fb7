//! One session of a person on the real core, in a process of its own whose memory a test looks
//! through: it says "open" and waits for a line, locks, says "locked" and waits to be ended.

use anyhow::{Context, Result};
use crypto::code::Code;
use key_core::{Notice, Stick, WallWatch, stick::Folder};
use std::io::{BufRead, Write};
use wire::{folder::Folder as Theme, random::System};

/// As in the program on the stick.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// Its first words are the stick's folder; the code comes as a line.
#[tokio::main]
async fn main() -> Result<()> {
    let stick = std::env::args_os().nth(1).context("no stick is named")?;
    let stick = Stick::new(Folder::new(stick));
    let mut random = System::new();
    let opened = {
        let code = Code::digits(&line()?)?;
        key_core::open(&stick, &code, &mut random, &WallWatch::start()).await?
    };
    let mut space = opened.space;
    let mut read = Vec::new();
    for theme in [Theme::Papiers, Theme::Private] {
        for view in space.list(theme) {
            read.push(space.read(theme, view.id).await?);
        }
    }
    space
        .put_note(Theme::Private, "Une note", "de cette session", &mut random)
        .await?;
    say(if opened.notices.contains(&Notice::MemoryNotLocked) {
        "open, in memory that is not locked"
    } else {
        "open"
    })?;
    line()?;
    drop(read);
    space.lock(&stick, &mut random).await?;
    say("locked")?;
    line()?;
    Ok(())
}

fn line() -> Result<zeroize::Zeroizing<String>> {
    let mut line = zeroize::Zeroizing::new(String::new());
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line)
}

fn say(word: &str) -> Result<()> {
    println!("{word}");
    Ok(std::io::stdout().flush()?)
}
