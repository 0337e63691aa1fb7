//! What a click does, without the window around it: `commands/` takes it, `key_core` does it, `dto`
//! says what the page may know.
//!
//! - `desk` the one space that is open, or none · `held` what others entrusted to its owner · `guard` what shuts it · `afresh` another process for
//!   the page of a locked window · `browser` the computer's own, for a site of the catalogue
//! - `asking` the recovery that a screen asks for while nothing is open
//! - `fleet` sticks that are being prepared · `renewing` a newer version that comes onto the stick in use
//! - `device` the security key of this computer
//! - `camera` what the page may ask of this computer: to see, and nothing else
//!
//! Not here: a rule, a format, a key shown to a page; the program and its traces are in `main.rs`.

mod afresh;
mod asking;
mod browser;
pub mod camera;
mod chooser;
mod clipboard;
mod commands;
mod desk;
mod device;
mod dto;
mod fleet;
pub mod guard;
mod held;
mod renewing;
mod speech;

pub use commands::handler;
pub use desk::Desk;

/// The pages, the policy of the window, its capabilities.
#[must_use]
pub fn context<R: tauri::Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}
