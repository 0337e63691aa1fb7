//! Shuts the space when the stick is pulled out, and after five minutes without anybody there.

use crate::{afresh, desk::Desk};
use core::time::Duration;
use serde::Serialize;
use tauri::{AppHandle, Emitter, Manager, Runtime};
use wire::random::System;

/// The one window.
pub const WINDOW: &str = "cle";
/// How often the stick is looked for.
const LOOK: Duration = Duration::from_millis(100);
/// Looks without anybody doing anything before the space is shut: five minutes.
const IDLE_LOOKS: u64 = 5 * 60 * 10;
/// Looks after which the portal hears that somebody is there: it ends a session after ten minutes.
const STAY_LOOKS: u64 = 4 * 60 * 10;
/// How long the portal may take to hear that the person leaves. The keys are gone before it is asked.
const GOODBYE: Duration = Duration::from_millis(2_500);

/// Why the space was shut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Why {
    /// The stick is out.
    Removed,
    /// Nobody was there for five minutes.
    Idle,
    /// The person said so.
    Left,
}

#[derive(Clone, Serialize)]
struct Locked {
    why: Why,
}

/// Watches until the program ends.
pub fn start<R: Runtime>(app: AppHandle<R>) {
    tauri::async_runtime::spawn(async move {
        let mut ticks = tokio::time::interval(LOOK);
        let (mut touched, mut quiet, mut was_there, mut looks) = (0, 0, false, 0_u64);
        loop {
            ticks.tick().await;
            let desk = app.state::<Desk>();
            let now = desk.touched();
            quiet = if touched == now { quiet + 1 } else { 0 };
            touched = now;
            looks += 1;
            if looks % STAY_LOOKS == 0 {
                let app = app.clone();
                tauri::async_runtime::spawn(async move { app.state::<Desk>().stay().await });
            }
            let there = desk.present();
            if was_there && !there {
                shut(&app, Why::Removed).await;
            } else if quiet == IDLE_LOOKS {
                shut(&app, Why::Idle).await;
            }
            was_there = there;
        }
    });
}

/// Stops what is being done, tells the page, deletes what the web view kept, and says goodbye to the
/// portal. Trouble on the way is not the page's: the keys are gone.
pub async fn shut<R: Runtime>(app: &AppHandle<R>, why: Why) {
    let desk = app.state::<Desk>();
    if why == Why::Left {
        desk.leave();
    }
    let space = desk.shut().await;
    // Nothing was open and nobody has gone: the page waits for a code, and may.
    if space.is_none() && why == Why::Idle {
        return;
    }
    let _ = app.emit_to(WINDOW, "locked", Locked { why });
    if let Some(window) = app.get_webview_window(WINDOW) {
        let _ = window.clear_all_browsing_data();
        afresh::draw(&window, why, &desk.language());
    }
    let beside = desk.beside().await.take();
    if let (Some(mut space), true) = (space, why != Why::Removed) {
        let stick = desk.stick();
        let goodbye = async move {
            if let Some(beside) = beside {
                let _ = beside.write(&mut space).await;
            }
            space.lock(&stick, &mut System::new()).await
        };
        let _ = tokio::time::timeout(GOODBYE, goodbye).await;
    }
}
