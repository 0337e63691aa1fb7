//! The computer's clipboard: what is put there goes after half a minute, and when the space shuts.

use core::time::Duration;
use std::sync::{Arc, Mutex};
use zeroize::Zeroizing;

/// How long it stays.
const STAYS: Duration = Duration::from_secs(30);

/// What this program put there. The computer asks for it as long as this lives.
#[derive(Clone, Default)]
pub(crate) struct Clipboard(Arc<Mutex<Option<Put>>>);

struct Put {
    clipboard: arboard::Clipboard,
    text: Zeroizing<String>,
    /// Tells one from the next: an older end does not take the newer away.
    number: u64,
}

/// The computer has none, or does not lend it.
pub(crate) struct NoClipboard;

impl Clipboard {
    /// Puts a text there, kept from histories where the system knows how, and takes it away again.
    pub(crate) fn put(&self, text: Zeroizing<String>) -> Result<(), NoClipboard> {
        let mut clipboard = arboard::Clipboard::new().map_err(|_| NoClipboard)?;
        secretly(&mut clipboard, &text).map_err(|_| NoClipboard)?;
        let mut held = self.0.lock().map_err(|_| NoClipboard)?;
        let number = held.as_ref().map_or(0, |put| put.number + 1);
        *held = Some(Put {
            clipboard,
            text,
            number,
        });
        drop(held);
        let later = self.clone();
        tauri::async_runtime::spawn(async move {
            tokio::time::sleep(STAYS).await;
            later.take_away(|put| put.number == number);
        });
        Ok(())
    }

    /// Takes away at once whatever is there of ours.
    pub(crate) fn clear(&self) {
        self.take_away(|_| true);
    }

    fn take_away(&self, which: impl FnOnce(&Put) -> bool) {
        let Ok(mut held) = self.0.lock() else { return };
        if held.as_ref().is_some_and(which)
            && let Some(mut put) = held.take()
        {
            // What somebody else has put there since is theirs.
            if put.clipboard.get_text().is_ok_and(|now| now == *put.text) {
                let _ = put.clipboard.clear();
            }
        }
    }
}

#[cfg(target_os = "linux")]
fn secretly(clipboard: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtLinux;
    clipboard.set().exclude_from_history().text(text)
}

#[cfg(windows)]
fn secretly(clipboard: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows;
    clipboard
        .set()
        .exclude_from_cloud()
        .exclude_from_history()
        .exclude_from_monitoring()
        .text(text)
}

#[cfg(not(any(target_os = "linux", windows)))]
fn secretly(clipboard: &mut arboard::Clipboard, text: &str) -> Result<(), arboard::Error> {
    clipboard.set_text(text)
}
