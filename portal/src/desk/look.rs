//! How the pages look: the colours, letters and sizes of the app's own window, one sheet for the desk, one
//! script. Each address ends with the hash of what it leads to, so that a browser may keep it.

use std::sync::LazyLock;

use axum::{
    extract::Path,
    http::{
        HeaderValue,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::IntoResponse,
};
use wire::{Code, Hash};

use super::reply::{Refused, Reply};

/// One file.
struct File {
    name: &'static str,
    media: &'static str,
    bytes: &'static [u8],
}

macro_rules! files {
    ($($name:literal $media:literal $path:literal;)*) => {
        const FILES: &[File] = &[$(File {
            name: $name,
            media: $media,
            bytes: include_bytes!($path),
        },)*];
    };
}

files! {
    "tokens.css" "text/css; charset=utf-8" "../../../key-app/ui/src/style/tokens.css";
    "desk.css" "text/css; charset=utf-8" "look/desk.css";
    "desk.js" "text/javascript; charset=utf-8" "look/desk.js";
    "atkinson-hyperlegible-next-latin-400-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/atkinson-hyperlegible-next-latin-400-normal.woff2";
    "atkinson-hyperlegible-next-latin-700-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/atkinson-hyperlegible-next-latin-700-normal.woff2";
    "atkinson-hyperlegible-next-latin-ext-400-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/atkinson-hyperlegible-next-latin-ext-400-normal.woff2";
    "atkinson-hyperlegible-next-latin-ext-700-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/atkinson-hyperlegible-next-latin-ext-700-normal.woff2";
    "noto-sans-arabic-arabic-400-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/noto-sans-arabic-arabic-400-normal.woff2";
    "noto-sans-arabic-arabic-700-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/noto-sans-arabic-arabic-700-normal.woff2";
    "noto-sans-cyrillic-400-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/noto-sans-cyrillic-400-normal.woff2";
    "noto-sans-cyrillic-700-normal.woff2" "font/woff2"
        "../../../key-app/ui/src/fonts/noto-sans-cyrillic-700-normal.woff2";
}

/// The sheets of every page, the window's own first.
pub(super) static SHEETS: LazyLock<[String; 2]> =
    LazyLock::new(|| ["style/tokens.css", "style/desk.css"].map(address));
/// The script of the pages that need one.
pub(super) static SCRIPT: LazyLock<String> = LazyLock::new(|| address("script/desk.js"));

fn address(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let found = FILES.iter().find(|file| file.name == name);
    let hash = found.map(|file| Hash::of(file.bytes).to_hex());
    format!(
        "/pro/{path}?{}",
        hash.as_deref()
            .unwrap_or("none")
            .get(..12)
            .unwrap_or("none")
    )
}

/// One of the files.
pub(super) async fn fetch(Path(name): Path<String>) -> Reply {
    let file = FILES.iter().find(|file| file.name == name);
    let file = file.ok_or(Refused::from(Code::NotFound))?;
    let mut response = file.bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.media));
    headers.insert(
        CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=604800"),
    );
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_that_the_sheets_name_is_there() {
        let sheet = FILES.iter().find(|file| file.name == "tokens.css").unwrap();
        let sheet = core::str::from_utf8(sheet.bytes).unwrap();
        let named: Vec<_> = sheet
            .split("url(\"../fonts/")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            // No page of the desk asks for those.
            .filter(|name| !name.starts_with("opendyslexic"))
            .collect();
        assert!(named.iter().any(|name| name.contains("arabic")));
        for name in named {
            assert!(FILES.iter().any(|file| file.name == name), "{name}");
        }
    }
}
