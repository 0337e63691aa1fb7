//! The portal is looked over, a line for each check.

use std::{path::Path, process::ExitCode};

use crate::{
    Settings, clock,
    doctor::{self, Verdict},
};

pub(super) fn examine(data: &Path) -> ExitCode {
    let settings = match Settings::read(data) {
        Ok(settings) => settings,
        Err(error) => {
            println!("BAD   settings     {error}");
            return ExitCode::FAILURE;
        }
    };
    let checks = doctor::examine(&settings, &clock::System);
    for check in &checks {
        println!("{check}");
    }
    if checks.iter().any(|check| check.verdict == Verdict::Bad) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
