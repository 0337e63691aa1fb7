//! `./cle demo`: the whole story once, on the real programs: a portal that a structure hosts, a
//! stick, a code, papers, another computer, a second stick, a lost one.

mod second_computer;
mod story;
mod window;

use anyhow::Result;
use clap::Parser;
use std::process::ExitCode;

/// Plays the story.
#[derive(Parser)]
struct Arguments {
    /// Without a window.
    #[arg(long)]
    headless: bool,
    /// With the window: a stick that has never been opened.
    #[arg(long)]
    new: bool,
    /// Says it in one JSON object on the last line.
    #[arg(long)]
    json: bool,
    /// Plays the second computer. Used by the story itself.
    #[arg(long, hide = true)]
    second_computer: Option<std::path::PathBuf>,
}

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    if let Some(stick) = arguments.second_computer {
        second_computer::play(&stick).await?;
        return Ok(ExitCode::SUCCESS);
    }
    if !arguments.headless && !arguments.json {
        if window::has_screen() {
            window::show(arguments.new).await?;
            return Ok(ExitCode::SUCCESS);
        }
        println!("(There is no screen to open a window on: the story is told in sentences.)");
    }
    let told = story::tell(arguments.json).await;
    if arguments.json {
        println!("{}", serde_json::to_string(&told)?);
    } else if told.ok {
        println!("Everything worked.");
    } else {
        println!("Something did not work: see the last step.");
    }
    Ok(if told.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
