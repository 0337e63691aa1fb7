//! Embeds the pages and the window's capabilities.

fn main() {
    // Pages are compiled in: newer ones want a newer program.
    println!("cargo:rerun-if-changed=ui/dist");
    tauri_build::build();
}
