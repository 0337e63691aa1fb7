//! After a lock another process draws the page: what the one before still held in its memory, titles
//! and papers that the web view does not wipe, ends with it.

use crate::guard::Why;
use tauri::{Runtime, WebviewWindow};

/// Ends the process that drew the page, and has another one draw the locked screen. A driver would lose
/// sight of the window: a driven one only loads its page anew.
#[cfg(all(target_os = "linux", not(feature = "webdriver")))]
pub(crate) fn draw<R: Runtime>(window: &WebviewWindow<R>, why: Why, language: &str) {
    use webkit2gtk::WebViewExt;
    let why = match why {
        Why::Removed => "removed",
        Why::Idle => "idle",
        // The program ends, and its processes with it.
        Why::Left => return,
    };
    let Ok(mut address) = window.url() else {
        return;
    };
    // As the page itself does where its process stays (key-app/ui/src/reload.ts).
    address.set_path("/index.html");
    address.set_query(Some(&format!("locked={why}&language={language}")));
    let _ = window.with_webview(move |view| {
        let view = view.inner();
        view.terminate_web_process();
        view.load_uri(address.as_str());
    });
}

/// Elsewhere too the page only loads itself anew.
#[cfg(any(not(target_os = "linux"), feature = "webdriver"))]
pub(crate) fn draw<R: Runtime>(_: &WebviewWindow<R>, _: Why, _: &str) {}
