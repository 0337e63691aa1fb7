//! The launcher at the top of a stick: it starts the newest whole version, and says in easy words what is
//! missing where that cannot be. It links nothing that a computer may lack.
#![cfg_attr(windows, windows_subsystem = "windows")]

use release::{
    Fault, PROGRAM, PublicKey, Side, newest,
    side::page,
    words::{Said, language},
};
use std::{
    env,
    path::Path,
    process::{Command, ExitCode, Stdio},
};

/// The page that says what a computer lacks, in nine languages; it lies beside the program.
const MISSING: &str = if cfg!(windows) {
    "manque-windows.html"
} else {
    "manque-linux.html"
};

fn main() -> ExitCode {
    let Ok(launcher) = env::current_exe() else {
        return say(Said::Nothing);
    };
    let Some(stick) = launcher.parent() else {
        return say(Said::Nothing);
    };
    match newest(stick, PublicKey::compiled().as_ref()) {
        Ok(Some(side)) => start(&side, stick),
        Ok(None) | Err(Fault::Reading(_)) => say(Said::Nothing),
        Err(fault) => {
            eprintln!("{fault}");
            say(Said::Changed)
        }
    }
}

fn start(side: &Side, stick: &Path) -> ExitCode {
    let program = side.folder().join(PROGRAM);
    if !can_start(&program) {
        return explain(side);
    }
    let mut command = Command::new(program);
    command
        .arg("--stick")
        .arg(stick)
        .args(env::args_os().skip(1));
    become_it(&mut command);
    explain(side)
}

/// Whether the program is loaded with all that it needs from the computer.
#[cfg(unix)]
fn can_start(program: &Path) -> bool {
    let mut command = Command::new(program);
    command
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// On Windows the program itself looks for what it needs.
#[cfg(not(unix))]
fn can_start(_: &Path) -> bool {
    let _ = Stdio::null;
    true
}

/// Comes back only where the program cannot be started.
#[cfg(unix)]
fn become_it(command: &mut Command) {
    use std::os::unix::process::CommandExt;
    eprintln!("{}", command.exec());
}

#[cfg(not(unix))]
fn become_it(command: &mut Command) {
    if command.spawn().is_ok() {
        std::process::exit(0);
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
