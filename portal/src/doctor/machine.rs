//! The machine: its folder, its clock, its disk.

use std::os::unix::fs::PermissionsExt;

use super::{Check, Verdict, check};
use crate::settings::Settings;

/// Bytes that should be free.
const FREE: u64 = 2 << 30;
/// 2026-01-01: a clock before it is wrong.
const BUILT: u64 = 1_767_225_600;

pub(super) fn folder(settings: &Settings) -> Check {
    match std::fs::metadata(&settings.data) {
        Ok(meta) if meta.permissions().mode() & 0o077 == 0 => {
            check("data folder", Verdict::Good, "only its owner may enter")
        }
        Ok(_) => check("data folder", Verdict::Bad, "others may enter: chmod 700"),
        Err(error) => check("data folder", Verdict::Bad, error.to_string()),
    }
}

pub(super) fn time(settings: &Settings, now: u64) -> Check {
    if now >= BUILT {
        let zone = &settings.file.timezone;
        let words = format!("plausible; keep it set by NTP; the desk says the hours of {zone}");
        check("clock", Verdict::Good, words)
    } else {
        check(
            "clock",
            Verdict::Bad,
            "in the past: set the clock, switch NTP on",
        )
    }
}

pub(super) fn disk(settings: &Settings) -> Check {
    match rustix::fs::statvfs(&settings.data) {
        Ok(found) => {
            let free = found.f_bavail.saturating_mul(found.f_frsize);
            let verdict = if free >= FREE {
                Verdict::Good
            } else {
                Verdict::Soon
            };
            check("disk", verdict, format!("{} MiB free", free >> 20))
        }
        Err(error) => check("disk", Verdict::Bad, error.to_string()),
    }
}
