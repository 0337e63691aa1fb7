//! The speaker on a computer whose pages have no voice of their own, but which has a program that speaks.

use tests::{
    screen::{Chromium, VIEWS},
    world::{CODE, World},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_screen_reads_itself_and_is_silent_when_asked() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let size = VIEWS[0].1;
    let mut page = chromium.open_with_voice(stick.path(), size).await.unwrap();
    page.click("lang-ok").await.unwrap();
    page.type_code(CODE).await.unwrap();
    page.on("home").await.unwrap();
    // How many seconds of sound are being played, as the page counts them.
    page.ask(COUNT).await.unwrap();
    page.click("listen").await.unwrap();
    page.until("listen", |said| said == "Silence")
        .await
        .unwrap();
    let heard = "return String(window.heard)";
    let seconds = async || {
        let told = page.ask(heard).await.unwrap();
        told.as_str().unwrap().parse::<f64>().unwrap()
    };
    let within = async {
        while seconds().await < 0.3 {
            tokio::task::yield_now().await;
        }
    };
    let patience = std::time::Duration::from_secs(30);
    assert!(tokio::time::timeout(patience, within).await.is_ok());
    assert!(!page.has("no-voice-dialog").await.unwrap());
    page.click("listen").await.unwrap();
    page.until("listen", |said| said == "Écouter")
        .await
        .unwrap();
    page.close().await.unwrap();
}

/// Notes how long each sound is that begins to play.
const COUNT: &str = "
window.heard = 0;
const start = AudioBufferSourceNode.prototype.start;
AudioBufferSourceNode.prototype.start = function (...at) {
  window.heard += this.buffer.duration;
  return start.apply(this, at);
};";
