//! A person's story from start to end, through real parts.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{Space, Stick, Trouble, WallWatch, Watch};
use tests::world::{CODE, OTHER_CODE, World, code, open};
use wire::{folder::Folder, random::System, structure::VoucherKind};

#[tokio::test]
async fn papers_put_in_are_found_again() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    assert!(made.card.is_some());
    let mut random = System::new();
    let pdf = tests::papers::pdf("Attestation", 1 << 20, &mut random).unwrap();
    let mut space = made.opened.space;
    let paper = space
        .put_paper(
            Folder::Papiers,
            "Attestation",
            "application/pdf",
            std::io::Cursor::new(pdf.clone()),
            pdf.len() as u64,
            &mut random,
        )
        .await
        .unwrap();
    let note = space
        .put_note(Folder::Private, "Codes", "à ne pas oublier", &mut random)
        .await
        .unwrap();
    space
        .lock(&Stick::new(stick.clone()), &mut random)
        .await
        .unwrap();

    let opened = open(&stick, CODE).await.unwrap();
    assert_eq!(opened.notices, []);
    let space = opened.space;
    assert_eq!(*space.read(Folder::Papiers, paper).await.unwrap(), pdf);
    assert_eq!(
        &*space.read(Folder::Private, note).await.unwrap(),
        "à ne pas oublier".as_bytes()
    );
    let listed = space.list(Folder::Papiers);
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].title, "Attestation");
}

#[tokio::test]
async fn a_paper_is_renamed_moved_binned_and_taken_back() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    let id = space
        .put_note(Folder::Argent, "RIB", "FR76", &mut random)
        .await
        .unwrap();
    space
        .rename(Folder::Argent, id, "RIB de la banque", &mut random)
        .await
        .unwrap();
    space
        .move_to(Folder::Argent, id, Folder::Logement, &mut random)
        .await
        .unwrap();
    assert!(space.list(Folder::Argent).is_empty());
    assert!(matches!(
        space.read(Folder::Argent, id).await,
        Err(Trouble::Gone)
    ));
    space
        .delete(Folder::Logement, id, &mut random)
        .await
        .unwrap();
    assert!(space.list(Folder::Logement).is_empty());
    assert_eq!(space.bin(Folder::Logement).len(), 1);
    space
        .restore(Folder::Logement, id, &mut random)
        .await
        .unwrap();
    space
        .lock(&Stick::new(stick.clone()), &mut random)
        .await
        .unwrap();

    let space = open(&stick, CODE).await.unwrap().space;
    let listed = space.list(Folder::Logement);
    assert_eq!(listed[0].title, "RIB de la banque");
    assert_eq!(&*space.read(Folder::Logement, id).await.unwrap(), b"FR76");
}

#[tokio::test]
async fn a_second_stick_opens_and_the_first_is_revoked() {
    let world = World::start().await.unwrap();
    let (first, made) = world.new_space("first").await.unwrap();
    let mut random = System::new();
    let watch = WallWatch::start();
    let mut space = made.opened.space;
    let note = space
        .put_note(Folder::Famille, "École", "rentrée", &mut random)
        .await
        .unwrap();
    let lost = space.slot();

    let second = world.stick("second", VoucherKind::Slot).unwrap();
    let stick = Stick::new(first.clone());
    let mut administration = space
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await
        .unwrap();
    let spare = Stick::new(second.clone());
    administration
        .add_stick(&spare, &code(OTHER_CODE), &mut random)
        .await
        .unwrap();
    assert_eq!(space.slots().len(), 2);

    let mut there = open(&second, OTHER_CODE).await.unwrap().space;
    let administration = there
        .administer(&spare, &code(OTHER_CODE), &mut random, &watch)
        .await
        .unwrap();
    administration.revoke(lost, &mut random).await.unwrap();
    assert_eq!((there.slots().len(), there.generation()), (1, 2));
    assert_eq!(
        &*there.read(Folder::Famille, note).await.unwrap(),
        "rentrée".as_bytes()
    );
    there
        .put_note(Folder::Famille, "Cantine", "mardi", &mut random)
        .await
        .unwrap();
    there.lock(&spare, &mut random).await.unwrap();

    // The first stick's open session ends, and the stick opens nothing any more.
    let refused = space.put_note(Folder::Famille, "x", "y", &mut random).await;
    assert!(matches!(refused, Err(Trouble::Refused(_))), "{refused:?}");
    assert!(matches!(open(&first, CODE).await, Err(Trouble::Revoked)));
    let again = open(&second, OTHER_CODE).await.unwrap();
    assert_eq!(again.space.list(Folder::Famille).len(), 2);
    assert!(watch.elapsed().as_nanos() > 0);
}

#[tokio::test]
async fn two_computers_at_once_keep_both_edits() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut here = made.opened.space;
    let id = here
        .put_note(Folder::Travail, "CV", "un", &mut random)
        .await
        .unwrap();
    let mut there = open(&stick, CODE).await.unwrap().space;

    here.put_note(Folder::Travail, "Lettre", "deux", &mut random)
        .await
        .unwrap();
    there
        .put_note(Folder::Travail, "Contrat", "trois", &mut random)
        .await
        .unwrap();
    here.rename(Folder::Travail, id, "Mon CV", &mut random)
        .await
        .unwrap();
    // An edit beats a deletion made from an older state.
    there
        .delete(Folder::Travail, id, &mut random)
        .await
        .unwrap();
    here.refresh().await.unwrap();
    there.refresh().await.unwrap();
    for space in [&here, &there] {
        assert_eq!(
            titles(space, Folder::Travail),
            ["Contrat", "Lettre", "Mon CV"]
        );
    }
}

#[tokio::test]
async fn an_edit_beats_a_deletion_whichever_came_first() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut here = made.opened.space;
    let id = here
        .put_note(Folder::Travail, "CV", "un", &mut random)
        .await
        .unwrap();
    let mut there = open(&stick, CODE).await.unwrap().space;
    there
        .delete(Folder::Travail, id, &mut random)
        .await
        .unwrap();
    here.rename(Folder::Travail, id, "Mon CV", &mut random)
        .await
        .unwrap();
    there.refresh().await.unwrap();
    assert_eq!(titles(&there, Folder::Travail), ["Mon CV"]);
    assert!(there.bin(Folder::Travail).is_empty());

    there
        .delete(Folder::Travail, id, &mut random)
        .await
        .unwrap();
    here.refresh().await.unwrap();
    there
        .put_note(Folder::Travail, "Lettre", "deux", &mut random)
        .await
        .unwrap();
    here.restore(Folder::Travail, id, &mut random)
        .await
        .unwrap();
    there.refresh().await.unwrap();
    assert_eq!(titles(&there, Folder::Travail), ["Lettre", "Mon CV"]);
}

#[tokio::test]
async fn two_names_and_two_texts_of_one_note_both_stay() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut here = made.opened.space;
    let id = here
        .put_note(Folder::Private, "Note", "un", &mut random)
        .await
        .unwrap();
    let mut there = open(&stick, CODE).await.unwrap().space;
    here.rename(Folder::Private, id, "Banque", &mut random)
        .await
        .unwrap();
    there
        .rename(Folder::Private, id, "Argent", &mut random)
        .await
        .unwrap();
    here.refresh().await.unwrap();
    assert_eq!(titles(&here, Folder::Private), ["Argent – Banque"]);

    here.rewrite_note(Folder::Private, id, "deux", &mut random)
        .await
        .unwrap();
    there
        .rewrite_note(Folder::Private, id, "trois", &mut random)
        .await
        .unwrap();
    here.refresh().await.unwrap();
    let mut texts = Vec::new();
    for view in here.list(Folder::Private) {
        texts.push(here.read(Folder::Private, view.id).await.unwrap().to_vec());
    }
    texts.sort();
    assert_eq!(texts, [b"deux".to_vec(), b"trois".to_vec()]);
}

#[tokio::test]
async fn what_a_note_said_before_lies_in_the_bin_and_comes_back() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let mut space = made.opened.space;
    let id = space
        .put_note(Folder::Argent, "RIB", "FR76", &mut random)
        .await
        .unwrap();
    for text in ["FR77", "FR78"] {
        space
            .rewrite_note(Folder::Argent, id, text, &mut random)
            .await
            .unwrap();
    }
    let mut space = open(&stick, CODE).await.unwrap().space;
    assert_eq!(*space.read(Folder::Argent, id).await.unwrap(), *b"FR78");
    let mut before = Vec::new();
    for earlier in space.bin(Folder::Argent) {
        let text = space.read(Folder::Argent, earlier.id).await.unwrap();
        before.push((text.to_vec(), earlier.id));
    }
    before.sort();
    let texts: Vec<_> = before.iter().map(|(text, _)| text.as_slice()).collect();
    assert_eq!(texts, [b"FR76", b"FR77"]);
    space
        .restore(Folder::Argent, before[0].1, &mut random)
        .await
        .unwrap();
    assert_eq!(titles(&space, Folder::Argent), ["RIB", "RIB"]);
    // After 30 days the other one goes, and its blob with it.
    world.clock.advance(31 * 86_400);
    let mut space = open(&stick, CODE).await.unwrap().space;
    assert_eq!(space.empty_old_bins(&mut random).await.unwrap(), 1);
}

fn titles(space: &Space, folder: Folder) -> Vec<String> {
    let mut titles: Vec<_> = space.list(folder).into_iter().map(|v| v.title).collect();
    titles.sort();
    titles
}

#[tokio::test]
async fn a_renewed_stick_opens_and_its_old_copy_does_not() {
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("cle").await.unwrap();
    let mut random = System::new();
    let stolen = copy_of(&world, &stick);
    made.opened
        .space
        .lock(&Stick::new(stick.clone()), &mut random)
        .await
        .unwrap();
    key_core::renew(
        &Stick::new(stick.clone()),
        &code(CODE),
        &mut random,
        &WallWatch::start(),
    )
    .await
    .unwrap();
    open(&stick, CODE).await.unwrap();
    assert!(matches!(open(&stolen, CODE).await, Err(Trouble::Revoked)));
}

fn copy_of(world: &World, stick: &key_core::stick::Folder) -> key_core::stick::Folder {
    let copy = world.folder().join("copy");
    std::fs::create_dir_all(&copy).unwrap();
    for entry in std::fs::read_dir(stick.path()).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), copy.join(entry.file_name())).unwrap();
    }
    key_core::stick::Folder::new(copy)
}
