//! What a person would like to learn, and what the structure attests: at the desk by mouse and keyboard, verified by
//! the program and by somebody else's, and kept in the person's own space as any paper.

use super::enter;
use super::work::checked;
use portal::staff::Role;
use serde_json::json;
use tests::{
    attester::{HOUSE, elsewhere, install, verify},
    cast::Cast,
    screen::{Chromium, Desk, figure},
    world::{CODE, World, open},
};
use wire::{Realm, folder::Folder};

/// What a form of the page answers, as the browser gets it.
async fn file_of(desk: &Desk, form: &str, name: &str) -> Vec<u8> {
    let script = format!(
        "const form = document.querySelector('form[action=\"/pro/attestations/faire\"]');
         const fields = new FormData(form);
         fields.set('nom', {name});
         fields.set('forme', {form});
         return fetch(form.action, {{ method: 'POST', body: new URLSearchParams(fields) }})
           .then((answer) => answer.arrayBuffer())
           .then((bytes) => Array.from(new Uint8Array(bytes)));",
        name = json!(name),
        form = json!(form),
    );
    let bytes = desk.ask(&script).await.unwrap();
    let bytes = bytes.as_array().unwrap().iter();
    bytes.map(|byte| byte.as_u64().unwrap() as u8).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_learnt_is_attested_and_verified() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let mut desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    desk.click("to-attestations").await.unwrap();
    desk.on("attestations").await.unwrap();
    let why = desk.told("trouble").await.unwrap();
    assert!(why.contains("pas de clé"), "{why}");
    checked(&desk, "attestations without a key").await.unwrap();
    let statement = install(&world, Realm::Prod).unwrap();
    let list = world.folder().join("attestations.structure");
    std::fs::write(&list, wire::encode(&statement)).unwrap();

    let before = desk.pressed();
    desk.click("to-attestations").await.unwrap();
    desk.on("attestations").await.unwrap();
    // Nothing chosen: said, and the name is not lost.
    desk.fill("nom", "Awa Diallo").await.unwrap();
    desk.click("make").await.unwrap();
    let why = desk.told("trouble").await.unwrap();
    assert!(why.contains("au moins un geste"), "{why}");
    checked(&desk, "attestations refused").await.unwrap();
    let kept = desk
        .ask("return document.getElementById('nom').value")
        .await;
    assert_eq!(kept.unwrap(), json!("Awa Diallo"));
    // By keyboard alone.
    desk.reach("geste-envoyer_papier").await.unwrap();
    desk.key_of(' ').await.unwrap();
    desk.press("make").await.unwrap();
    desk.on("attestations").await.unwrap();
    let presses = desk.pressed() - before;
    figure("desk_attestation_presses", presses as f64).unwrap();

    let pdf = file_of(&desk, "pdf", "Awa Diallo").await;
    let badge = file_of(&desk, "badge", "أولينا خالد").await;
    let at = |name: &str, bytes: &[u8]| {
        let path = world.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let (paper, alone) = (at("Attestation.pdf", &pdf), at("badge.jwt", &badge));
    let pinned = statement.structure().to_hex();
    for (file, name) in [(&paper, "Awa Diallo"), (&alone, "أولينا خالد")] {
        let words = ["--fingerprint", &*pinned, "--name", name];
        let said = verify(file, &list, &words).unwrap();
        let told = String::from_utf8(said.stdout).unwrap();
        assert!(said.status.success(), "{told}");
        assert!(told.contains("Envoyer un papier"), "{told}");
        assert!(told.contains(HOUSE) && told.contains(name), "{told}");
    }
    for words in [["--name", "Omar"], ["--fingerprint", &*"00".repeat(32)]] {
        let said = verify(&paper, &list, &words).unwrap();
        assert_eq!(said.status.code(), Some(1), "{words:?}");
        assert!(said.stdout.is_empty());
    }
    // Somebody else's program, on the badge alone.
    let found = elsewhere(&alone, "أولينا خالد").unwrap();
    let expected = json!({ "issuer": HOUSE, "tag": ["envoyer_papier"], "named": true });
    assert_eq!(found, expected);
    let mut bent = badge.clone();
    let middle = bent.len() / 2;
    bent[middle] ^= 1;
    assert!(elsewhere(&at("bent.jwt", &bent), "").is_err());

    desk.click("to-figures").await.unwrap();
    let counted = desk.text("figure-learning").await.unwrap();
    assert!(counted.contains("masqué"), "{counted}");
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_attestation_is_kept_shown_and_verified_as_any_paper() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let statement = install(&world, Realm::Prod).unwrap();
    let list = world.folder().join("attestations.structure");
    std::fs::write(&list, wire::encode(&statement)).unwrap();
    let mut desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    desk.visit("/pro/attestations").await.unwrap();
    desk.click("geste-envoyer_papier").await.unwrap();
    let pdf = file_of(&desk, "pdf", "Awa Diallo").await;
    desk.close().await.unwrap();
    let at = |name: &str, bytes: &[u8]| {
        let path = world.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let paper = at("Attestation.pdf", &pdf);
    // Into the space: shown in the window, and the same bytes after another opening.
    let (stick, _) = world.new_space("cle").await.unwrap();
    let mut page = chromium.open(stick.path(), (1024, 768, 1)).await.unwrap();
    page.enter("fr", CODE).await.unwrap();
    page.on("home").await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-1").await.unwrap();
    page.choose("add-file-input", &[&paper]).await.unwrap();
    page.find("added").await.unwrap();
    page.click("paper-0").await.unwrap();
    page.on("paper").await.unwrap();
    page.until_attribute("viewer", "data-state", "shown")
        .await
        .unwrap();
    let shown = page
        .ask("return document.querySelector('[data-test=viewer]').textContent")
        .await;
    let shown = shown.unwrap().as_str().unwrap().to_owned();
    assert!(
        shown.contains("Awa Diallo") && shown.contains("Envoyer un papier"),
        "{shown}"
    );
    page.shoot("attestation kept").await.unwrap();
    page.close().await.unwrap();
    let opened = open(&stick, CODE).await.unwrap();
    let found = Folder::ALL
        .into_iter()
        .flat_map(|folder| opened.space.list(folder))
        .find(|paper| paper.media == "application/pdf")
        .unwrap();
    let read = opened.space.read(found.folder, found.id).await.unwrap();
    let again = at("again.pdf", &read);
    let said = verify(&again, &list, &["--name", "Awa Diallo"]).unwrap();
    assert!(said.status.success());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_grid_is_filled_in_together_and_leaves_a_page() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let mut desk = enter(&chromium, &world, "Omar", Role::Mediator).await;
    desk.click("to-needs").await.unwrap();
    desk.on("needs").await.unwrap();
    checked(&desk, "needs").await.unwrap();
    desk.click("ouvrir_message-autonome").await.unwrap();
    desk.click("envoyer_papier-avec_guidage").await.unwrap();
    desk.click("envie-reconnaitre_piege").await.unwrap();
    // By keyboard alone.
    desk.press("tell").await.unwrap();
    desk.on("needs-told").await.unwrap();
    checked(&desk, "needs told").await.unwrap();
    let wished = desk.text("wished").await.unwrap();
    assert_eq!(wished, "Reconnaître un message piégé");
    assert_eq!(desk.text("known").await.unwrap(), "Ouvrir un message");
    assert_eq!(desk.text("open").await.unwrap(), "Envoyer un papier");
    assert_eq!(desk.text("themes").await.unwrap(), "Sécurité en ligne");
    desk.press("again").await.unwrap();
    desk.on("needs").await.unwrap();
    desk.click("tell").await.unwrap();
    desk.on("needs-told").await.unwrap();
    let nothing = desk.text("nothing").await.unwrap();
    assert!(nothing.contains("Rien n’est demandé"), "{nothing}");
    for size in [(360, 640, 2), (320, 256, 4)] {
        desk.resize(size).await.unwrap();
        for (path, screen) in [
            ("/pro/besoins", "needs"),
            ("/pro/attestations", "attestations"),
        ] {
            desk.visit(path).await.unwrap();
            desk.on(screen).await.unwrap();
            let at = format!("desk {screen} {}", size.0);
            desk.accessible(&at).await.unwrap();
        }
    }
    desk.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_is_named_by_the_root_and_put_in_by_commands() {
    let cast = Cast::gather().await.unwrap();
    cast.init_portal(portal::store::OnDisk::default())
        .await
        .unwrap();
    let early = cast.install_attester().await;
    assert!(early.is_err(), "there is no key yet");
    cast.name_attester().await.unwrap();
    cast.install_attester().await.unwrap();
    let key = cast.portal_data().join("attester/key.pem");
    let text = std::fs::read_to_string(&key).unwrap();
    assert!(text.starts_with("-----BEGIN PRIVATE KEY-----"));
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&key).unwrap().permissions());
    assert_eq!(mode & 0o077, 0);
}
