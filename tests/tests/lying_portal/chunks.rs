//! The pieces of a paper: removed, moved, repeated, cut off, or never sealed.

use crypto::{
    keys::ObjectKey,
    space::{BlobPlace, Sealer},
};
use key_core::{Blame, Space};
use tests::{
    lying::{
        http::Answer,
        item::Item,
        ledger::{Ledger, Outcome},
        liar::Lie,
        lies::{self, sync},
        scene::{Memory, Scene},
    },
    world::open,
};
use wire::{
    Hash,
    blob::{BlobHeader, CHUNK, TAG},
    random::System,
};

const BLOB: &str = "GET /v1/blobs/*";

struct Reading {
    scene: Scene,
    ledger: Ledger,
    space: Space,
    /// The longest paper, as it truly is.
    blob: Vec<u8>,
    object: usize,
}

impl Reading {
    async fn begin(family: &'static str) -> Self {
        let scene = Scene::short().await.unwrap();
        let space = open(&scene.stick, scene.code).await.unwrap().space;
        let objects = scene.truth.objects().iter();
        let (object, longest) = objects.enumerate().max_by_key(|(_, o)| o.length).unwrap();
        space.read(longest.folder, longest.id).await.unwrap();
        let blob = scene.liar.heard(BLOB).pop().unwrap().truth.unwrap().body;
        Self {
            scene,
            ledger: Ledger::of(family),
            space,
            blob,
            object,
        }
    }

    async fn attempt(&mut self, attack: &str, what: String, told: Vec<u8>) {
        let lie = lies::body(BLOB, move |_| told.clone());
        self.attempt_with(attack, what, lie, &[Blame::Portal]).await;
    }

    async fn attempt_with(
        &mut self,
        attack: &str,
        what: String,
        lie: Box<dyn Lie>,
        right: &[Blame],
    ) {
        self.scene.liar.tell(lie);
        let object = &self.scene.truth.objects()[self.object];
        let truth = self.scene.contents[self.object];
        let read = self.space.read(object.folder, object.id).await;
        let outcome = match read {
            Ok(read) if Hash::of(&read) == truth => Outcome::Truth,
            Ok(read) => Outcome::Fell(format!("{} bytes that are not the paper", read.len())),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let told = self.scene.liar.honest();
        self.ledger
            .note_blaming(attack, what, &told, outcome, right);
    }

    /// The front, then each piece with its tag.
    fn pieces(&self) -> (Vec<u8>, Vec<Vec<u8>>) {
        let (_, length) = BlobHeader::read(&self.blob).unwrap();
        let (front, rest) = self.blob.split_at(length);
        let pieces = rest.chunks(CHUNK + TAG).map(<[u8]>::to_vec);
        (front.to_vec(), pieces.collect())
    }

    async fn end(self) {
        self.scene.is_whole().await.unwrap();
        self.ledger.close().unwrap();
    }
}

#[tokio::test]
async fn removed_moved_repeated_and_cut_off() {
    let mut reading = Reading::begin("chunks").await;
    let (front, pieces) = reading.pieces();
    assert!(pieces.len() >= 4, "{} pieces", pieces.len());
    let whole = |pieces: &[Vec<u8>]| [&front[..], &pieces.concat()].concat();
    for at in 0..pieces.len() {
        let mut fewer = pieces.clone();
        fewer.remove(at);
        let what = format!("Piece {} is missing.", at + 1);
        reading.attempt("A8.1", what, whole(&fewer)).await;
        let mut more = pieces.clone();
        more.insert(at, pieces[at].clone());
        let what = format!("Piece {} comes twice.", at + 1);
        reading.attempt("A8.4", what, whole(&more)).await;
        let what = format!("The paper ends before piece {}.", at + 1);
        reading.attempt("A8.3", what, whole(&pieces[..at])).await;
        for other in at + 1..pieces.len() {
            let mut moved = pieces.clone();
            moved.swap(at, other);
            let what = format!("Pieces {} and {} are exchanged.", at + 1, other + 1);
            reading.attempt("A8.2", what, whole(&moved)).await;
        }
    }
    let length = reading.blob.len();
    for end in [
        0,
        1,
        front.len() - 1,
        front.len() + 1,
        length / 2,
        length - TAG,
        length - 1,
    ] {
        let told = reading.blob[..end].to_vec();
        let what = format!("The paper ends after {end} bytes.");
        reading.attempt("A8.3", what, told).await;
    }
    for tail in [vec![0], vec![0; TAG], vec![0; CHUNK + TAG]] {
        let what = format!("{} bytes more at the end.", tail.len());
        let told = [&reading.blob[..], &tail].concat();
        reading.attempt("A8.4", what, told).await;
    }
    for end in [0, front.len(), length / 2, length - 1] {
        let lie = lies::after(BLOB, move |_, truth| Answer {
            cut: Some(end),
            ..truth
        });
        // A line that is cut is the network's, for all that anybody can know.
        let right = [Blame::Portal, Blame::Computer];
        let what = format!("The line is cut after {end} bytes.");
        reading.attempt_with("A8.5", what, lie, &right).await;
    }
    reading.end().await;
}

#[tokio::test]
async fn plain_or_sealed_by_the_portal_itself() {
    let mut reading = Reading::begin("plain").await;
    let (front, _) = reading.pieces();
    let text = b"Ceci n'est pas votre papier.";
    let mut plain = (text.len() as u64).to_be_bytes().to_vec();
    plain.extend_from_slice(text);
    plain.resize(1_024, 0);
    for (what, body) in [
        ("the bare text", text.to_vec()),
        ("the text, padded", plain.clone()),
        ("the front, then the text", [&front[..], &plain].concat()),
        (
            "the front, then the text and an empty tag",
            [&front[..], &plain, &[0; TAG]].concat(),
        ),
    ] {
        let what = format!("In the place of a paper: {what}.");
        reading.attempt("A17.1", what, body).await;
    }
    let (header, _) = BlobHeader::read(&reading.blob).unwrap();
    let place = BlobPlace {
        realm: header.realm,
        account: header.account,
        blob: header.blob,
    };
    let key = ObjectKey::make(&mut System::new());
    let mut sealer = Sealer::new(&place, &key, &text[..], text.len() as u64).unwrap();
    let mut forged = Vec::new();
    while let Some(piece) = sealer.next_piece().unwrap() {
        forged.extend_from_slice(&piece);
    }
    let (_, length) = BlobHeader::read(&forged).unwrap();
    let dressed = [&front[..], &forged[length..]].concat();
    let what = "A paper of the portal's own, sealed by itself, under the right name.";
    reading.attempt("A6.2", what.into(), forged).await;
    let what = "The same behind the true front, with the true promise of the key.";
    reading.attempt("A18.2", what.into(), dressed).await;

    let scene = &reading.scene;
    for (what, at) in [("list", &[1][..]), ("list's header", &[0, 0][..])] {
        let lie = sync(move |answer| {
            let mut item = Item::read(&answer.manifests[1]).unwrap();
            *item.at_mut(at).unwrap() = Item::Bytes(plain.clone());
            answer.manifests[1] = item.write().into();
        });
        let what = format!("Plain text in the place of a {what}.");
        let memory = Memory::Pinned;
        scene
            .attempt(&mut reading.ledger, "A17.2", what, memory, lie)
            .await
            .unwrap();
        plain = vec![0xa0; 300];
    }
    let lie = sync(|answer| answer.anchor = Some(vec![0; 4_096].into()));
    let what = "Zeros in the place of the anchor.";
    scene
        .attempt(&mut reading.ledger, "A17.3", what, Memory::Fresh, lie)
        .await
        .unwrap();
    let lie = sync(|answer| answer.anchor = None);
    let what = "No anchor at all.";
    scene
        .attempt(&mut reading.ledger, "A17.3", what, Memory::Fresh, lie)
        .await
        .unwrap();
    reading.end().await;
}
