//! The camera of this computer: our own page may see, for as long as a screen shows what it sees. Nothing
//! else that a page can ask of a computer is given to any.

use tauri::{
    Runtime, Url, Webview, WebviewWindow,
    webview::{PermissionKind, PermissionResponse},
};

/// Where a driven window finds this in its surroundings, the web view draws what a camera would see.
#[cfg(all(target_os = "linux", feature = "webdriver"))]
const DRAWN: &str = "CLE_CAMERA";

/// Answers what a page asks: never by a question to the person, who pressed "take a photo" just now.
pub fn answer<R: Runtime>(webview: Webview<R>, asked: PermissionKind) -> PermissionResponse {
    if webview.url().is_ok_and(|page| may(&page, asked)) {
        PermissionResponse::Allow
    } else {
        PermissionResponse::Deny
    }
}

fn may(page: &Url, asked: PermissionKind) -> bool {
    asked == PermissionKind::Camera && is_own(page)
}

/// The pages of the program itself, which no network can name.
fn is_own(page: &Url) -> bool {
    page.scheme() == "tauri" && page.host_str() == Some("localhost")
}

/// Lets the page ask for a camera at all: WebKitGTK knows none before.
///
/// # Errors
/// Where the window has gone.
#[cfg(target_os = "linux")]
pub fn connect<R: Runtime>(window: &WebviewWindow<R>) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt, WebViewExt};
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_enable_media_stream(true);
            #[cfg(feature = "webdriver")]
            settings.set_enable_mock_capture_devices(std::env::var_os(DRAWN).is_some());
        }
    })
}

/// Elsewhere the page may ask from the beginning.
///
/// # Errors
/// None.
#[cfg(not(target_os = "linux"))]
pub fn connect<R: Runtime>(_: &WebviewWindow<R>) -> tauri::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::may;
    use tauri::webview::PermissionKind;

    const OWN: &str = "tauri://localhost/index.html?locked=idle";

    /// A driven window allows everything by itself, so no driver can test it.
    #[test]
    fn our_own_page_may_see_and_no_other_page_may() {
        let may = |page: &str| may(&page.parse().unwrap(), PermissionKind::Camera);
        assert!(may(OWN) && may("tauri://localhost"));
        for other in [
            "https://localhost/index.html",
            "tauri://example.org/",
            "about:blank",
            "data:text/html,tauri://localhost",
        ] {
            assert!(!may(other), "{other}");
        }
    }

    #[test]
    fn no_page_may_hear_or_do_anything_else() {
        for asked in [
            PermissionKind::Microphone,
            PermissionKind::DisplayCapture,
            PermissionKind::Geolocation,
            PermissionKind::Notifications,
            PermissionKind::ClipboardRead,
            PermissionKind::Other,
        ] {
            assert!(!may(&OWN.parse().unwrap(), asked), "{asked:?}");
        }
    }
}
