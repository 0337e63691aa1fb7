//! Papers that want to harm, through the real window: it stays usable, says what it can, and loses
//! nothing.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use std::path::{Path, PathBuf};
use tests::{
    papers::{self, pdf},
    screen::{Display, Window},
    world::{CODE, World},
};
use wire::random::System;

#[tokio::test(flavor = "multi_thread")]
async fn hard_papers_are_kept_and_the_window_goes_on() {
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let display = Display::start().unwrap();
    let mut window = Window::open(&display, stick.path()).await.unwrap();
    window.click("lang-ok").await.unwrap();
    window.type_code(CODE).await.unwrap();
    window.click("door-papers").await.unwrap();

    // Without end, with a script, larger than a screen can show: each in a folder of its own.
    let cases: [(&str, &str, Vec<u8>, &str); 4] = [
        ("folder-1", "sans fin.pdf", papers::endless(), "failed"),
        ("folder-2", "script.pdf", papers::with_script(), "shown"),
        (
            "folder-3",
            "grand.png",
            papers::large_picture(10_000),
            "shown",
        ),
        (
            "folder-4",
            "dessin.svg",
            papers::svg_with_script(),
            "failed",
        ),
    ];
    for (folder, name, bytes, state) in cases {
        window.click(folder).await.unwrap();
        add(&window, &[&write(&world, name, &bytes)]).await;
        window.click("paper-0").await.unwrap();
        window
            .until_attribute("viewer", "data-state", state)
            .await
            .unwrap();
        let alive = window
            .ask("return document.title + (window.ran ?? '')")
            .await
            .unwrap();
        assert!(
            !alive.as_str().unwrap().contains("ran"),
            "a script of {name} ran"
        );
        window.click("back").await.unwrap();
        window.click("back").await.unwrap();
    }

    // Names: 300 characters, and Arabic. The same paper twice. An empty one, and one too large.
    window.click("folder-5").await.unwrap();
    let long = write(&world, &format!("{}.pdf", "é".repeat(120)), &small());
    let arabic = write(&world, "شهادة الميلاد.pdf", &small());
    add(&window, &[&long, &arabic]).await;
    add(&window, &[&arabic]).await;
    window
        .until("drop", |said| said.contains("شهادة الميلاد (2)"))
        .await
        .unwrap();
    let empty = write(&world, "vide.pdf", b"");
    let large = write(&world, "gros.pdf", &vec![0; 26 << 20]);
    window
        .choose("add-file-input", &[&empty, &large])
        .await
        .unwrap();
    let said = window
        .until("added", |said| {
            said.contains("vide") && said.contains("gros")
        })
        .await
        .unwrap();
    assert!(!said.contains("undefined"), "{said}");
    window.shoot("refused-papers").await.unwrap();
    window.click("back").await.unwrap();

    // A drop of 200 papers, one with a name of 300 characters.
    window.click("folder-6").await.unwrap();
    window.find("drop").await.unwrap();
    window.ask(DROP_200).await.unwrap();
    window
        .until("added", |said| said.contains("200"))
        .await
        .unwrap();
    window.click("folder-all").await.unwrap();
    window.find("paper-199").await.unwrap();
    window.leave().await.unwrap();

    let space = tests::world::open(&stick, CODE).await.unwrap().space;
    let kept: usize = wire::folder::Folder::ALL
        .iter()
        .map(|folder| space.list(*folder).len())
        .sum();
    assert_eq!(kept, 4 + 3 + 200, "every paper that was taken is there");
}

/// What a person does who drops a whole folder.
const DROP_200: &str = r#"
const dropped = new DataTransfer();
for (let index = 0; index < 200; index += 1) {
  const name = index === 0 ? "n".repeat(300) : `papier ${index}.txt`;
  dropped.items.add(new File([`papier ${index}`], name, { type: "text/plain" }));
}
const place = document.querySelector("[data-test=drop]");
place.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: dropped }));
"#;

async fn add(window: &Window, papers: &[&Path]) {
    window.choose("add-file-input", papers).await.unwrap();
    let count = papers.len().to_string();
    window
        .until("added", |said| said.contains(&count))
        .await
        .unwrap();
}

fn write(world: &World, name: &str, bytes: &[u8]) -> PathBuf {
    let path = world.folder().join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn small() -> Vec<u8> {
    pdf("Bonjour", 2_000, &mut System::new()).unwrap()
}
