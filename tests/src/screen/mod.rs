//! What a person sees and presses, through WebDriver: the real window, and its pages in a browser.
//!
//! - `display` a screen without a monitor · `driver` who speaks for the person · `page` finds, presses,
//!   types, reads · `keyboard` hands that have nothing else · `window` the real program · `browser` the same pages in Chromium · `desk` pages of a portal, with a passkey · `axe` what an
//!   accessibility checker finds · `sights` in which sizes and languages · `figures` what was measured

mod axe;
mod browser;
mod desk;
mod display;
mod driver;
mod figures;
mod forced;
mod keyboard;
mod page;
mod sights;
mod window;

pub use browser::{Browser, Chromium};
pub use desk::Desk;
pub use display::Display;
pub use figures::{Stopwatch, figure, task};
pub use page::Page;
pub use sights::{LANGUAGES, VIEWS, everywhere};
pub use window::{Window, bare, beside_the_tests, program, shipped};
