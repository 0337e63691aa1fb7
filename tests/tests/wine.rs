//! Programs for Windows under Wine, against a real portal. `./cle test` builds them; the window is played by
//! `./cle check windows`, for it takes long to build.

use tests::{
    version::Signer,
    wine::{Build, Computer, opens, starts_only_what_was_signed},
};

#[tokio::test]
async fn a_stick_is_prepared_and_opened_by_programs_for_windows() {
    let computer = Computer::new().await.unwrap();
    opens(&computer, Build::Test).await.unwrap();
}

#[tokio::test]
async fn the_launcher_for_windows_starts_only_what_was_signed() {
    let computer = Computer::new().await.unwrap();
    let signer = Signer::new().unwrap();
    starts_only_what_was_signed(&computer, Build::Test, &signer)
        .await
        .unwrap();
}
