//! The window of the key. Thin: a click enters in `commands/`, `key_core` does it, `dto` says what
//! the page may know.
//!
//! - `desk` the one space that is open, or none · `guard` what locks it · `traces` nothing stays
//!
//! Not here: a rule, a format, a key shown to a page.

mod commands;
mod desk;
mod dto;
mod guard;
mod traces;

use clap::Parser;
use desk::Desk;
use key_core::stick::Folder;
use std::path::PathBuf;
use tauri::{Manager, WebviewUrl, WebviewWindowBuilder};

/// Opens the stick that this program lies on.
#[derive(Parser)]
struct Arguments {
    /// Folder of the key files, where they do not lie beside the program.
    #[arg(long)]
    stick: Option<PathBuf>,
    /// Watches another one of these and deletes its private folder when it ends. Used by itself.
    #[arg(long, hide = true, num_args = 2)]
    watch: Option<Vec<String>>,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if let Some(watched) = &arguments.watch {
        return traces::watch(watched);
    }
    let private = traces::prepare()?;
    let stick = match arguments.stick {
        Some(stick) => stick,
        None => beside_the_program()?,
    };
    let desk = Desk::new(Folder::new(stick));
    let folder = private.path().to_owned();
    tauri::Builder::default()
        .manage(desk)
        .invoke_handler(commands::handler())
        .setup(move |app| {
            let window =
                WebviewWindowBuilder::new(app, "cle", WebviewUrl::App("index.html".into()))
                    .title("Clé")
                    .inner_size(1024.0, 600.0)
                    .min_inner_size(320.0, 400.0)
                    .data_directory(folder);
            // A driven window cannot be incognito; its private folder is deleted all the same.
            #[cfg(not(feature = "webdriver"))]
            let window = window.incognito(true);
            window.build()?;
            guard::start(app.handle().clone());
            Ok(())
        })
        .on_window_event(|window, event| {
            if let tauri::WindowEvent::Destroyed = event {
                window.state::<Desk>().forget();
            }
        })
        .run(tauri::generate_context!())?;
    Ok(())
}

/// On a stick the key files lie in `cle` beside the program.
fn beside_the_program() -> anyhow::Result<PathBuf> {
    let program = std::env::current_exe()?;
    Ok(program.with_file_name("cle"))
}
