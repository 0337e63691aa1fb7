//! The launcher at the top of a stick: it starts the newest whole version, and says in easy words what is
//! missing where that cannot be. It links nothing that a computer may lack.
#![cfg_attr(windows, windows_subsystem = "windows")]

use release::{
    Fault, PROGRAM, PublicKey, Side, newest,
    side::page,
    words::{Said, language},
};
#[cfg(target_os = "linux")]
use std::process::Stdio;
use std::{
    env,
    ffi::OsString,
    path::Path,
    process::{Command, ExitCode},
};

/// The page that says what a computer lacks, in nine languages; it lies beside the program.
const MISSING: &str = if cfg!(windows) {
    "manque-windows.html"
} else {
    "manque-linux.html"
};

/// Said by the launcher to itself.
#[cfg(target_os = "linux")]
const INTO: &str = "--into";

fn main() -> ExitCode {
    let Ok(launcher) = env::current_exe() else {
        return say(Said::Nothing);
    };
    let Some(stick) = launcher.parent() else {
        return say(Said::Nothing);
    };
    match newest(stick, PublicKey::compiled().as_ref()) {
        Ok(Some(side)) => start(&side, stick, env::args_os().skip(1).collect()),
        Ok(None) | Err(Fault::Reading(_)) => say(Said::Nothing),
        Err(fault) => {
            eprintln!("{fault}");
            say(Said::Changed)
        }
    }
}

#[cfg(target_os = "linux")]
fn start(side: &Side, stick: &Path, mut words: Vec<OsString>) -> ExitCode {
    // This launcher again, with a folder of its own to unpack into.
    if words.first().is_some_and(|word| word == INTO) {
        words.remove(0);
        return match words.is_empty() {
            true => explain(side),
            false => carried::start(side, stick, Path::new(&words.remove(0)), &words),
        };
    }
    let mut program = program(side, stick, &words);
    if can_start(Command::new(side.folder().join(PROGRAM))) {
        become_it(&mut program);
    } else {
        carried::start_again(side, &words);
    }
    explain(side)
}

/// Elsewhere the program itself looks for what it needs.
#[cfg(not(target_os = "linux"))]
fn start(side: &Side, stick: &Path, words: Vec<OsString>) -> ExitCode {
    if program(side, stick, &words).spawn().is_ok() {
        return ExitCode::SUCCESS;
    }
    explain(side)
}

fn program(side: &Side, stick: &Path, words: &[OsString]) -> Command {
    let mut program = Command::new(side.folder().join(PROGRAM));
    program.arg("--stick").arg(stick).args(words);
    program
}

/// Whether the program is loaded with all that it needs.
#[cfg(target_os = "linux")]
fn can_start(mut program: Command) -> bool {
    program
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    program.status().is_ok_and(|status| status.success())
}

/// Comes back only where the program cannot be started.
#[cfg(target_os = "linux")]
fn become_it(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    eprintln!("{}", command.exec());
}

/// Starts the program with the libraries that its version carries.
#[cfg(target_os = "linux")]
mod carried {
    use super::{INTO, OsString, PROGRAM, Path, Side, become_it, can_start, explain, program};
    use release::{
        carried::{environment, folder_for, unpack},
        private::{is_private, remove},
    };
    use std::process::{Command, ExitCode};

    /// Becomes this launcher with a private folder among its words: whoever deletes private folders leaves those
    /// that a running program names. Comes back where nothing is carried, or nothing can be unpacked.
    pub(crate) fn start_again(side: &Side, words: &[OsString]) {
        match folder_for(side) {
            Ok(Some(folder)) => {
                let mut launcher = Command::new("/proc/self/exe");
                launcher.arg(INTO).arg(&folder).args(words);
                become_it(&mut launcher);
                remove(&folder);
            }
            Ok(None) => {}
            Err(error) => eprintln!("no room for what the version carries: {error}"),
        }
    }

    pub(crate) fn start(side: &Side, stick: &Path, folder: &Path, words: &[OsString]) -> ExitCode {
        if !is_private(folder) {
            return explain(side);
        }
        match unpack(side, folder) {
            Ok(()) => {
                for spare in [false, true] {
                    let environment = environment(folder, spare);
                    let mut tried = Command::new(side.folder().join(PROGRAM));
                    tried.envs(environment.clone());
                    if can_start(tried) {
                        let mut program = program(side, stick, words);
                        program.arg("--carried").arg(folder).envs(environment);
                        become_it(&mut program);
                    }
                }
            }
            Err(fault) => eprintln!("{fault}"),
        }
        remove(folder);
        explain(side)
    }
}

/// The page that says what is missing; a sentence where no browser shows it, or where it was changed.
fn explain(side: &Side) -> ExitCode {
    let page = page(side.folder(), MISSING, PublicKey::compiled().as_ref());
    if page.is_some_and(|page| open::that(page).is_ok()) {
        eprintln!("{}", Said::Missing.sentence(&language()));
        return ExitCode::FAILURE;
    }
    say(Said::Missing)
}

/// Says a sentence by whatever this computer shows messages with, and where it was started from.
fn say(said: Said) -> ExitCode {
    let sentence = said.sentence(&language());
    eprintln!("{sentence}");
    show(sentence);
    ExitCode::FAILURE
}

/// The first of these that is there. None of them is on every computer.
#[cfg(not(windows))]
fn show(sentence: &str) {
    let programs: [(&str, &[&str]); 3] = [
        ("zenity", &["--error", "--no-markup", "--text"]),
        ("kdialog", &["--error"]),
        ("xmessage", &["-center"]),
    ];
    if ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .all(|screen| env::var_os(screen).is_none())
    {
        return;
    }
    // Whatever its end says: it was there, and the message was seen.
    let _ = programs.iter().any(|(program, words)| {
        let status = Command::new(program).args(*words).arg(sentence).status();
        status.is_ok()
    });
}

#[cfg(windows)]
fn show(sentence: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Clé")
        .set_description(sentence)
        .show();
}
