//! Two histories of one space, kept by two real portals, and shown to one stick.

use key_core::{Space, Stick, Trouble, WallWatch, stick::Folder as StickFolder};
use portal::{Deps, Running, Settings};
use std::path::Path;
use tests::{
    lying::{
        ledger::{Ledger, Outcome},
        lies::sync_is,
        scene::{Memory, Scene},
        story::whole_answer,
        view::View,
    },
    world::{code, open},
};
use wire::{api::SyncAnswer, folder::Folder, random::System};

/// A scene, and the same portal once more from the moment at which they part.
struct Fork {
    scene: Scene,
    other: Running,
}

impl Fork {
    async fn begin() -> Self {
        let mut scene = Scene::short().await.unwrap();
        let data = scene.world.folder().join("other-portal");
        scene.world.stop().await;
        copy(&scene.world.data(), &data);
        scene.world.restart().await.unwrap();
        scene.liar.stand_again(&scene.world).unwrap();
        let mut settings = Settings::read(&data).unwrap();
        let limits = &mut settings.file.limits;
        (limits.key_per_minute, limits.account_per_minute) = (1_000_000, 1_000_000);
        let deps = Deps {
            clock: scene.world.clock.clone(),
            ..Deps::system()
        };
        let other = portal::start(settings, deps).await.unwrap();
        Self { scene, other }
    }

    fn here(&self) {
        self.scene
            .liar
            .ask(self.scene.world.portal().unwrap().addr());
    }

    fn there(&self) {
        self.scene.liar.ask(self.other.addr());
    }

    /// Opens a copy of the stick.
    async fn session(&self) -> (StickFolder, Space) {
        let copy = self.scene.copy(Memory::Pinned).unwrap();
        let space = open(&copy, self.scene.code).await.unwrap().space;
        (copy, space)
    }

    /// So many notes, put in at the other portal by another copy of the stick; what is whole there then.
    async fn notes_there(&self, count: usize) -> SyncAnswer {
        self.there();
        let (_, mut space) = self.session().await;
        let mut random = System::new();
        for number in 0..count {
            let title = format!("là-bas {number}");
            space
                .put_note(Folder::Travail, &title, "x", &mut random)
                .await
                .unwrap();
        }
        self.session().await;
        self.here();
        whole_answer(&self.scene.liar).unwrap()
    }
}

#[tokio::test]
async fn lists_of_two_histories() {
    let fork = Fork::begin().await;
    let scene = &fork.scene;
    let mut ledger = Ledger::of("fork-lists");
    let mut random = System::new();
    let (stick, mut here) = fork.session().await;
    here.put_note(Folder::Travail, "ici", "x", &mut random)
        .await
        .unwrap();
    here.pin(&Stick::new(stick.clone()), &mut random).unwrap();
    let truth = View::of(&here);
    // One note here; one, two and three there. The first of each has the same number.
    for count in [1, 1, 1] {
        let there = fork.notes_there(count).await;
        let ahead = there.manifests[4].len();
        assert!(ahead > 0);
        let number = number_of(&there);
        let only = SyncAnswer {
            entries: Vec::new(),
            manifests: vec![there.manifests[4].clone()],
            boxes: Vec::new(),
            ..there.clone()
        };
        scene.liar.tell(sync_is(&only));
        let refreshed = here.refresh().await;
        let told = scene.liar.honest();
        let outcome = match (refreshed, View::of(&here).unlike(&truth)) {
            (_, Some(unlike)) => Outcome::Fell(unlike),
            (Err(trouble), None) => Outcome::Refused(trouble),
            (Ok(_), None) => Outcome::Truth,
        };
        let ahead = number - 1;
        let (attack, session) = match ahead {
            0 => (
                "A9.17",
                "In a session: the other history's list of the same number.",
            ),
            1 => ("A9.17", "In a session: the other history's next list."),
            _ => (
                "A9.18",
                "In a session: the other history's list, two ahead.",
            ),
        };
        ledger.note(attack, session, &told, outcome);

        let copy = scene.world.folder().join(format!("fork-{number}"));
        copy_stick(&stick, &copy);
        scene.liar.tell(sync_is(&there));
        let opened = open(&StickFolder::new(copy), scene.code).await;
        let told = scene.liar.honest();
        let outcome = match opened {
            Ok(opened) => Outcome::of(View::of(&opened.space).unlike(&truth)),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let (attack, opening) = match ahead {
            0 => (
                "A9.19",
                "At an opening: the other history's list of the same number.",
            ),
            1 => ("A9.19", "At an opening: the other history's next list."),
            _ => (
                "A9.20",
                "At an opening: the other history's list, two ahead.",
            ),
        };
        ledger.note(attack, opening, &told, outcome);
    }
    let opened = open(&stick, scene.code).await.unwrap();
    assert_eq!(View::of(&opened.space).unlike(&truth), None);
    ledger.close().unwrap();
    fork.other.stop().await;
}

#[tokio::test]
async fn logs_of_two_histories() {
    let fork = Fork::begin().await;
    let scene = &fork.scene;
    let mut ledger = Ledger::of("fork-log");
    let mut random = System::new();
    let (stick, mut here) = fork.session().await;
    card(&mut here, &stick, scene.code).await.unwrap();
    here.pin(&Stick::new(stick.clone()), &mut random).unwrap();

    fork.there();
    let (their_stick, mut there) = fork.session().await;
    let mut answers = Vec::new();
    for _ in 0..3 {
        card(&mut there, &their_stick, scene.code).await.unwrap();
        fork.session().await;
        answers.push(whole_answer(&scene.liar).unwrap());
    }
    fork.here();
    let common = answers[0].entries.len() - 1;
    for (ahead, answer) in answers.iter().enumerate() {
        let mut news = answer.clone();
        // What an app that stands where this one does would be sent.
        news.entries = news.entries.split_off(common + 1);
        if !news.entries.is_empty() {
            scene.liar.tell(sync_is(&news));
            let outcome = match here.refresh().await {
                Ok(_) => Outcome::Fell("the other history is believed".into()),
                Err(trouble) => Outcome::Refused(trouble),
            };
            let what = format!("In a session: the other history's log, {ahead} ahead.");
            ledger.note("A9.21", what, &scene.liar.honest(), outcome);
        }
        let copy = scene.world.folder().join(format!("fork-{ahead}"));
        copy_stick(&stick, &copy);
        scene.liar.tell(sync_is(answer));
        let opened = open(&StickFolder::new(copy), scene.code).await;
        let told = scene.liar.honest();
        let outcome = match opened {
            Ok(_) => Outcome::Fell("the other history is believed".into()),
            Err(trouble) => Outcome::Refused(trouble),
        };
        let what = format!("At an opening: the other history's log, {ahead} ahead.");
        ledger.note("A9.22", what, &told, outcome);
    }
    let opened = open(&stick, scene.code).await.unwrap();
    assert_eq!(View::of(&opened.space).unlike(&scene.truth), None);
    ledger.close().unwrap();
    fork.other.stop().await;
}

async fn card(space: &mut Space, stick: &StickFolder, digits: &str) -> Result<(), Trouble> {
    let (mut random, watch) = (System::new(), WallWatch::start());
    let stick = Stick::new(stick.clone());
    let mut administration = space
        .administer(&stick, &code(digits), &mut random, &watch)
        .await?;
    administration.new_card(&mut random).await.map(drop)
}

/// How many lists the folder Travail has had, its first one not counted.
fn number_of(answer: &SyncAnswer) -> u64 {
    let list = wire::manifest::Manifest::from_bytes(&answer.manifests[4]).unwrap();
    list.header.claimed().unwrap().seq - 1
}

fn copy_stick(from: &StickFolder, to: &Path) {
    copy(from.path(), to);
}

fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            // Secrets lie in folders that are nobody else's.
            let rights = entry.metadata().unwrap().permissions();
            std::fs::set_permissions(target, rights).unwrap();
        } else if entry.file_type().is_file() {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
