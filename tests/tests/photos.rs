//! Pictures that may still tell where they were taken are named when they go in, through the pages.

use tests::{
    papers::large_picture,
    screen::{Chromium, VIEWS},
    world::World,
};

/// What stands at the front of a telephone's picture, of a scanner's, and of a cut photo.
const HEIC: &[u8] = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0";
const TIFF: &[u8] = b"II*\0\x08\0\0\0\0\0\0\0\0\0";
const CUT: &[u8] = b"\xff\xd8\xff\xe1\xff\xffExif\0\0";

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_whose_place_stays_in_it_is_named() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, _) = world.new_space("cle").await.unwrap();
    let files = [
        ("Telephone.heic", HEIC.to_vec()),
        ("Scanner.tiff", TIFF.to_vec()),
        ("Coupee.jpg", CUT.to_vec()),
        ("Propre.png", large_picture(64)),
        ("Texte.txt", b"Bonjour".to_vec()),
    ];
    let paths = files.map(|(name, bytes)| {
        let path = world.folder().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    });
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("door-papers").await.unwrap();
    page.click("folder-3").await.unwrap();
    page.choose("add-file-input", &paths.each_ref().map(|path| &**path))
        .await
        .unwrap();
    page.until("added", |said| said.contains('5'))
        .await
        .unwrap();
    for (index, name) in ["Telephone", "Scanner", "Coupee"].iter().enumerate() {
        let said = page.text(&format!("placed-{index}")).await.unwrap();
        assert!(said.contains(name), "{said}");
        assert!(said.contains("où elle a été prise"), "{said}");
    }
    assert!(!page.has("placed-3").await.unwrap());
    page.accessible("folder added photo fr 1024").await.unwrap();
    page.close().await.unwrap();
}
