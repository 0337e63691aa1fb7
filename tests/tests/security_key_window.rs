//! The window itself under WebKitWebDriver and Xvfb, with a security key made of software: added beside a stick,
//! then alone with a folder of the disk that was only prepared.

use tests::{
    screen::{Display, Window},
    soft_key::{PIN, Port, SoftKey},
    world::{CODE, World},
};
use wire::structure::VoucherKind;

#[tokio::test(flavor = "multi_thread")]
async fn the_window_adds_a_security_key_and_opens_with_it() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    drop(made);
    let (key, display) = (SoftKey::new(), Display::start().unwrap());
    let port = Port::of(&key).unwrap();
    let mut window = Window::with_key(&display, &port, stick.path())
        .await
        .unwrap();
    window.click("lang-ok").await.unwrap();
    window.type_code(CODE).await.unwrap();
    window.on("home").await.unwrap();
    for press in ["settings", "settings-others", "sticks", "skey-add"] {
        window.click(press).await.unwrap();
    }
    window.fill("skey-pin", PIN).await.unwrap();
    window.click("skey-add-ok").await.unwrap();
    window.fill("code-field", CODE).await.unwrap();
    window.click("skey-add-ok").await.unwrap();
    window.on("sticks").await.unwrap();
    window
        .until("stick-1", |said| said.contains("Clé de sécurité"))
        .await
        .unwrap();
    window
        .shoot("window sticks with a security key")
        .await
        .unwrap();
    window.leave().await.unwrap();

    let door = world.stick("door", VoucherKind::Account).unwrap();
    let mut window = Window::with_key(&display, &port, door.path())
        .await
        .unwrap();
    window.click("skey-have").await.unwrap();
    window.fill("skey-pin", PIN).await.unwrap();
    window.shoot("window open-security-key").await.unwrap();
    window.click("skey-open-ok").await.unwrap();
    window.on("home").await.unwrap();
    assert_eq!(key.inside().touched, 3, "two to add, one to open");
    window.leave().await.unwrap();
}
