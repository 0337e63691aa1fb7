//! The program on the stick: a window on the one space, and nothing that stays.
//!
//! - `memory` runs the program from memory, so that the stick can be pulled · `traces` deletes what a
//!   web view must write · `version` refuses to start where the program is not the one that was signed ·
//!   `single` finds the window that this stick has already · everything a click does is in the library beside this program

// No black window behind this one.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod memory;
mod single;
mod traces;
mod version;

use clap::Parser;
use key_app::{Desk, camera, guard};
use key_core::stick::Folder;
use release::private;
use single::{Holder, Taken};
use std::path::PathBuf;
use tauri::{
    Manager, RunEvent, WebviewUrl, WebviewWindowBuilder, WindowEvent,
    async_runtime::{block_on, spawn},
};
use tokio::sync::watch;

/// Whatever lay in memory is wiped as it is given back, in every crate that this program links.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> =
    zeroizing_alloc::ZeroAlloc(std::alloc::System);

/// Opens the stick that this program lies on.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Folder of the key files, where they do not lie beside the program.
    #[arg(long)]
    stick: Option<PathBuf>,
    /// The private folder that was made for this start. Used by itself.
    #[arg(long, hide = true)]
    private: Option<PathBuf>,
    /// The private folder in which the launcher unpacked what this computer lacks. Used by itself.
    #[arg(long, hide = true, value_parser = private_folder)]
    carried: Option<PathBuf>,
    /// The window that this stick has already does not answer. Used by itself.
    #[arg(long, hide = true)]
    alone: bool,
    /// Waits for the end of another one of these and deletes its private folder. Used by itself.
    #[arg(long, hide = true)]
    watch: Option<PathBuf>,
}

/// Said by a window that a driver may drive, and only by it: tests look that no other one holds it.
#[cfg(feature = "webdriver")]
const DRIVEN: &str = "this window can be driven: it is for tests, never for people";

#[cfg(all(any(feature = "webdriver", feature = "bridge"), not(debug_assertions)))]
compile_error!("a window that can be driven, or a browser in its place, is never released");

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    if let Some(private) = &arguments.watch {
        return traces::watch(private);
    }
    let stick = match arguments.stick {
        Some(stick) => stick,
        None => version::stick()?,
    };
    let name = single::Name::of(&stick);
    let mut alone = arguments.alone;
    let private = match arguments.private {
        Some(private) => private,
        None => {
            match block_on(single::ask(&name)) {
                Holder::InFront => {
                    if let Some(carried) = &arguments.carried {
                        private::remove(carried);
                    }
                    return Ok(());
                }
                Holder::Nobody => {}
                Holder::Silent => alone = true,
            }
            if let Err(fault) = version::check() {
                if let Some(carried) = &arguments.carried {
                    private::remove(carried);
                }
                version::refuse(&fault);
            }
            let private = match arguments.carried {
                Some(carried) => {
                    private::remove_leftovers();
                    carried
                }
                None => traces::make_folder()?,
            };
            // Does not return where the system can run a program from memory.
            memory::start_again(&stick, &private, alone);
            private
        }
    };
    traces::harden();
    let bell = match alone {
        true => None,
        false => match block_on(single::take(&name)) {
            Taken::Ours(bell) => Some(bell),
            Taken::InFront => {
                private::remove(&private);
                return Ok(());
            }
            Taken::Without => None,
        },
    };
    traces::start_watcher(&private)?;
    #[cfg(feature = "webdriver")]
    eprintln!("{DRIVEN}");
    show(Desk::new(Folder::new(stick)), private, bell)
}

/// It is deleted in the end: nothing but a private folder is taken for one.
fn private_folder(word: &str) -> Result<PathBuf, String> {
    let folder = PathBuf::from(word);
    match private::is_private(&folder) {
        true => Ok(folder),
        false => Err("not a private folder".to_owned()),
    }
}

fn show(desk: Desk, private: PathBuf, bell: Option<single::Bell>) -> anyhow::Result<()> {
    let folder = private.clone();
    let (drawn, front) = watch::channel(None);
    if let Some(bell) = bell {
        spawn(bell.answer(front));
    }
    tauri::Builder::default()
        .manage(desk)
        .invoke_handler(key_app::handler())
        .setup(move |app| {
            let window =
                WebviewWindowBuilder::new(app, guard::WINDOW, WebviewUrl::App("index.html".into()))
                    .title("Clé")
                    .inner_size(1024.0, 600.0)
                    .min_inner_size(320.0, 400.0)
                    // A paper dropped on the page is the page's: the system's own handler would keep it.
                    .disable_drag_drop_handler()
                    .on_permission_request(camera::answer)
                    .data_directory(folder);
            // A driven window cannot be incognito; its private folder is deleted all the same.
            #[cfg(not(feature = "webdriver"))]
            let window = window.incognito(true);
            camera::connect(&window.build()?)?;
            guard::start(app.handle().clone());
            // Whoever rang meanwhile is answered once the window runs.
            drawn.send_replace(Some(single::front_of(app.handle().clone())));
            Ok(())
        })
        .build(key_app::context())?
        .run(move |app, event| match event {
            RunEvent::WindowEvent {
                event: WindowEvent::Destroyed,
                ..
            } => app.state::<Desk>().forget(),
            RunEvent::Exit => {
                app.state::<Desk>().forget();
                private::remove(&private);
            }
            _ => {}
        });
    Ok(())
}
