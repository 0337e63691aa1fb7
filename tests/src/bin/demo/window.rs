//! The window itself, on a stick of an invented person, beside a line in the console.

use super::cast::Cast;
use anyhow::{Context, Result, ensure};
use wire::structure::VoucherKind;

/// Whether there is a screen to open a window on.
pub(crate) fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some())
}

/// Sets everything up, opens the window, and leaves nothing running when it is closed or Ctrl-C is
/// pressed.
pub(crate) async fn show() -> Result<()> {
    println!("An association sets up its portal and prepares a stick for Samia…");
    let mut cast = Cast::gather().await?;
    cast.start_portal().await?;
    let stick = cast.stick("samia");
    cast.provision(&stick, VoucherKind::Account).await?;
    println!("The window asks for a new code: take the one it proposes, and type it again.");
    println!("Ctrl-C here ends everything.");
    let mut window = cast
        .program("cle")
        .arg("--stick")
        .arg(&stick)
        .kill_on_drop(true)
        .spawn()
        .context("the window does not open: was it built?")?;
    let ended = tokio::select! {
        ended = window.wait() => Some(ended?),
        _ = tokio::signal::ctrl_c() => None,
    };
    if let Some(status) = ended {
        ensure!(status.success(), "the window ended badly");
    } else {
        window.kill().await?;
    }
    cast.stop().await
}
