//! Programs for Windows under Wine, against a real portal. `./cle test` builds them.

use tests::{
    version::Signer,
    wine::{
        Build, Computer, measure, opens, prepares_by_the_dozen, says_what_is_missing,
        starts_only_what_was_signed,
    },
};

#[tokio::test]
async fn a_stick_is_prepared_and_opened_by_programs_for_windows() {
    let computer = Computer::new().await.unwrap();
    opens(&computer, Build::Test).await.unwrap();
}

#[tokio::test]
async fn sticks_are_prepared_by_the_dozen_by_a_program_for_windows() {
    let computer = Computer::new().await.unwrap();
    let signer = Signer::new().unwrap();
    prepares_by_the_dozen(&computer, Build::Test, &signer)
        .await
        .unwrap();
}

/// It asks for WebView2, which Wine has not: that it comes so far shows that nothing else is missing.
#[tokio::test]
async fn the_window_for_windows_starts_and_says_what_is_missing() {
    let computer = Computer::new().await.unwrap();
    let signer = Signer::new().unwrap();
    says_what_is_missing(&computer, Build::Test, &signer)
        .await
        .unwrap();
}

#[tokio::test]
async fn the_launcher_for_windows_starts_only_what_was_signed() {
    let computer = Computer::new().await.unwrap();
    let signer = Signer::new().unwrap();
    starts_only_what_was_signed(&computer, Build::Test, &signer)
        .await
        .unwrap();
}

/// How long it takes is a figure: what is tested is that the launcher leads to a space that is open.
#[tokio::test]
async fn a_start_by_the_launcher_for_windows_leads_to_an_open_space() {
    let computer = Computer::new().await.unwrap();
    let signer = Signer::new().unwrap();
    measure(&computer, Build::Test, &signer).await.unwrap();
}
