//! Locks when the stick is pulled out, and after five minutes without anybody there.

use crate::desk::Desk;
use core::time::Duration;
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager};

/// How often the stick is looked for.
const LOOK: Duration = Duration::from_millis(100);
/// Looks without anybody doing anything before the space is locked: five minutes.
const IDLE_LOOKS: u64 = 5 * 60 * 10;

/// Why the space was locked.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Why {
    Removed,
    Idle,
    Left,
}

#[derive(Clone, Serialize)]
struct Locked {
    why: Why,
}

/// Watches until the program ends.
pub(crate) fn start(app: AppHandle) {
    tauri::async_runtime::spawn(async move {
        let mut ticks = tokio::time::interval(LOOK);
        let (mut last, mut quiet) = (0, 0);
        loop {
            ticks.tick().await;
            let desk = app.state::<Desk>();
            let touched = desk.touched();
            quiet = if touched == last { quiet + 1 } else { 0 };
            last = touched;
            if !desk.present() {
                lock(&app, Why::Removed).await;
            } else if quiet >= IDLE_LOOKS {
                lock(&app, Why::Idle).await;
            }
        }
    });
}

/// Locks and tells the page. Trouble while locking is not the page's: the keys are gone.
pub(crate) async fn lock(app: &AppHandle, why: Why) {
    let desk = app.state::<Desk>();
    if desk.space().await.is_none() {
        return;
    }
    if let Why::Removed = why {
        desk.forget();
    } else {
        let _ = desk.lock().await;
    }
    let _ = app.emit_to("cle", "locked", Locked { why });
}
