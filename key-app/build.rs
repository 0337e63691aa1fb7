//! Embeds the pages and the window's capabilities.

fn main() {
    tauri_build::build();
}
