//! The real window, driven through WebKitWebDriver under Xvfb, on a real portal and a real stick
//! folder: a first opening with the card read back, leaving, and opening again.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use fantoccini::{Client, ClientBuilder, Locator};
use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::Duration,
};
use tests::world::{OTHER_CODE, World};
use wire::structure::VoucherKind;

#[tokio::test(flavor = "multi_thread")]
async fn a_person_opens_puts_in_a_note_leaves_and_finds_it_again() {
    let world = World::start().await.unwrap();
    let stick = world.stick("cle", VoucherKind::Account).unwrap();
    let screen = Screen::start();

    let mut window = Window::open(&screen, stick.path()).await;
    window.click("lang-fr").await;
    window.click("lang-ok").await;
    let code = window.text("first-code").await;
    let code: String = code.chars().filter(char::is_ascii_digit).collect();
    assert_eq!(code.len(), 6, "six digits are proposed");
    window.shoot("first-code").await;
    for _ in 0..2 {
        window.type_code(&code).await;
    }
    let card = window.text("card-code").await;
    window.shoot("card").await;
    window.click("card-have").await;
    window.fill("card-field", &card).await;
    window.click("card-ok").await;
    window.shoot("home").await;
    window.click("door-papers").await;
    window.shoot("papers").await;
    window.click("folder-0").await;
    window.click("add-note").await;
    window.fill("note-name", "Ma note").await;
    window.fill("note-text", "mardi 5 mai 2026").await;
    window.click("note-keep").await;
    assert!(window.text("paper-0").await.contains("Ma note"));
    window.shoot("folder").await;
    window.click("leave").await;
    window.ended().await;

    let mut window = Window::open(&screen, stick.path()).await;
    window.click("lang-fr").await;
    window.click("lang-ok").await;
    window.type_code(OTHER_CODE).await;
    window
        .until("code-trouble", |said| said.contains('9'))
        .await;
    window.shoot("wrong-code").await;
    window.type_code(&code).await;
    window.click("door-papers").await;
    window.click("folder-0").await;
    window.click("paper-0").await;
    window
        .until("paper-text", |said| said.contains("mardi 5 mai 2026"))
        .await;
    window.click("leave").await;
    window.ended().await;
}

/// A virtual screen; it ends with the test.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    fn start() -> Self {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1024x600x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap())
            .read_line(&mut line)
            .unwrap();
        Self {
            server,
            display: format!(":{}", line.trim()),
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// One window, with the driver that speaks for the person.
struct Window {
    driver: Child,
    client: Client,
}

impl Window {
    async fn open(screen: &Screen, stick: &std::path::Path) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let driver = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("DISPLAY", &screen.display)
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let options = serde_json::json!({
            "webkitgtk:browserOptions": {
                "binary": program().to_str().unwrap(),
                "args": ["--stick", stick.to_str().unwrap()],
            }
        });
        let serde_json::Value::Object(capabilities) = options else {
            unreachable!()
        };
        let url = format!("http://127.0.0.1:{port}");
        // Listening is the event: asked until somebody does.
        let listening = async {
            while tokio::net::TcpStream::connect(("127.0.0.1", port))
                .await
                .is_err()
            {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(30), listening)
            .await
            .unwrap();
        let connector = hyper_util::client::legacy::connect::HttpConnector::new();
        let mut builder = ClientBuilder::new(connector);
        let client = builder
            .capabilities(capabilities)
            .connect(&url)
            .await
            .unwrap();
        Self { driver, client }
    }

    async fn find(&self, name: &str) -> fantoccini::elements::Element {
        let selector = format!("[data-test={name}]");
        self.client
            .wait()
            .at_most(Duration::from_secs(30))
            .for_element(Locator::Css(&selector))
            .await
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    async fn click(&mut self, name: &str) {
        self.find(name).await.click().await.unwrap();
    }

    async fn text(&self, name: &str) -> String {
        self.find(name).await.text().await.unwrap()
    }

    /// Waits until an element says what is expected.
    async fn until(&self, name: &str, expected: impl Fn(&str) -> bool) {
        let said = async {
            while !expected(&self.text(name).await) {
                tokio::task::yield_now().await;
            }
        };
        let within = tokio::time::timeout(Duration::from_secs(30), said).await;
        assert!(within.is_ok(), "{name} says {:?}", self.text(name).await);
    }

    async fn fill(&self, name: &str, text: &str) {
        self.find(name).await.send_keys(text).await.unwrap();
    }

    async fn type_code(&mut self, digits: &str) {
        for digit in digits.chars() {
            self.click(&format!("code-digit-{digit}")).await;
        }
        self.click("code-ok").await;
    }

    async fn shoot(&self, name: &str) {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/reports/screens");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            folder.join(format!("{name}.png")),
            self.client.screenshot().await.unwrap(),
        )
        .unwrap();
    }

    /// Waits until the program has gone: it leaves by itself.
    async fn ended(mut self) {
        while self.client.title().await.is_ok() {
            tokio::task::yield_now().await;
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The window's program, beside the tests.
fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    tests.ancestors().nth(2).unwrap().join("cle")
}
