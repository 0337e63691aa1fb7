//! A version that the portal has: whoever opened their space puts it on their stick, and a portal can give no other.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

use key_core::{
    Space, Trouble,
    stick::Folder,
    update::{Newer, Progress, Refused, Updated},
};
use portal::{
    Settings,
    version::{VersionError, current, install, withdraw},
};
use release::{Fault, SIGNATURE};
use semver::Version;
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};
use tests::{
    cast::Cast,
    lying::{http::Answer, liar::Liar, lies},
    pulled::{End, Failing},
    report,
    version::{Signer, copy},
    world::{CODE, World, first_opening, open},
};
use wire::{Code, Hash, structure::VoucherKind, version::OfferedVersion};

/// A person whose stick has a version, and whoever signs them.
struct Scene {
    world: World,
    signer: Signer,
    stick: Folder,
    space: Space,
}

impl Scene {
    async fn begin() -> Self {
        Self::of(World::start().await.unwrap()).await
    }

    async fn of(world: World) -> Self {
        let signer = Signer::new().unwrap();
        let (stick, made) = world.new_space("cle").await.unwrap();
        let old = signer.stick("1.0.0", b"one", b"starts one").unwrap();
        copy(&old, stick.path()).unwrap();
        Self {
            world,
            signer,
            stick,
            space: made.opened.space,
        }
    }

    fn settings(&self) -> Settings {
        Settings::read(&self.world.data()).unwrap()
    }

    /// Makes a version and puts it up at the portal.
    fn offer(&self, version: &str, program: &[u8]) -> PathBuf {
        let from = self.signer.stick(version, program, b"starts all").unwrap();
        self.put_up(&from);
        from
    }

    fn put_up(&self, from: &Path) {
        let key = self.signer.key().unwrap();
        install(&self.settings(), from, &key, None).unwrap();
    }

    async fn newer(&self) -> Result<Option<Newer>, Trouble> {
        let key = self.signer.key().unwrap();
        self.space.shelf().newer(self.stick.path(), &key).await
    }

    async fn fetch(&self) -> Result<Updated, Refused> {
        self.fetch_onto(Arc::new(self.stick.clone())).await.0
    }

    /// Fetches onto that medium. Gives also how far it said that it was.
    async fn fetch_onto(
        &self,
        medium: Arc<dyn key_core::stick::Medium>,
    ) -> (Result<Updated, Refused>, Vec<Progress>) {
        let key = self.signer.key().unwrap();
        let said = Mutex::new(Vec::new());
        let note = |progress| said.lock().unwrap().push(progress);
        let shelf = self.space.shelf();
        let fetched = shelf
            .fetch(self.stick.path(), medium, &key, None, note)
            .await;
        (fetched, said.into_inner().unwrap())
    }

    /// The version that the stick starts, after every file of it was checked.
    fn started(&self) -> Version {
        self.signer.started(self.stick.path()).unwrap()
    }

    /// Where the portal keeps a file of what it has up.
    fn kept(&self, content: &[u8]) -> PathBuf {
        let folder = self.world.data().join("version");
        folder.join(Hash::of(content).to_hex())
    }

    /// Changes what the portal answers, behind its back.
    fn lie(&self, change: impl FnOnce(&mut OfferedVersion)) {
        let path = self.world.data().join("version/offered");
        let bytes = fs::read(&path).unwrap();
        let mut offered = wire::decode_canonical(&bytes, OfferedVersion::MAX).unwrap();
        change(&mut offered);
        // Another file, or the portal goes on handing out the one before.
        let aside = path.with_extension("lie");
        fs::write(&aside, wire::encode(&offered)).unwrap();
        fs::rename(&aside, &path).unwrap();
    }
}

/// Each part of what the stick is told, by a portal that lies over the line: what its own disk would find out comes through.
#[tokio::test]
async fn a_stick_takes_no_other_bytes_than_were_signed() {
    let world = World::start().await.unwrap();
    let liar = Liar::before(&world).await.unwrap();
    let scene = Scene::of(world).await;
    scene.offer("1.1.0", b"newer");
    let key = scene.signer.key().unwrap();
    let unsigned = || !scene.stick.path().join("b").join(SIGNATURE).exists();
    let mut lies = 0;
    // Of the right length, and of none.
    let lie: [fn(Vec<u8>) -> Vec<u8>; 3] = [
        |mut bytes| {
            bytes[0] ^= 1;
            bytes
        },
        |mut bytes| {
            bytes.pop();
            bytes
        },
        |_| Vec::new(),
    ];
    for change in lie {
        liar.tell(lies::body("GET /v1/version/*", change));
        let fetched = scene.fetch().await;
        let refused = matches!(&fetched, Err(Refused::Source(Fault::Changed(_))));
        assert!(refused && unsigned(), "{fetched:?}");
        assert_eq!(scene.started(), Version::new(1, 0, 0));
        lies += 1;
    }
    // More than was announced: it is not even held.
    liar.tell(lies::body("GET /v1/version/*", |bytes| bytes.repeat(2)));
    let fetched = scene.fetch().await;
    let refused = matches!(&fetched, Err(Refused::Stick(Trouble::Unverified)));
    assert!(refused && unsigned(), "{fetched:?}");
    // A line that is cut.
    liar.tell(lies::after("GET /v1/version/*", |_, truth| Answer {
        cut: Some(2),
        ..truth
    }));
    let fetched = scene.fetch().await;
    assert!(matches!(fetched, Err(Refused::Stick(_))) && unsigned());
    assert_eq!(scene.started(), Version::new(1, 0, 0));
    liar.honest();
    scene.fetch().await.unwrap();
    assert_eq!(scene.started(), Version::new(1, 1, 0));
    let newer = scene.space.shelf().newer(scene.stick.path(), &key).await;
    assert_eq!(newer.unwrap(), None);
    report::promise("versions.lied", lies + 2, 0).unwrap();
}

#[tokio::test]
async fn what_somebody_put_beside_a_version_is_not_lost() {
    let scene = Scene::begin().await;
    let at = |name: &str| scene.stick.path().join(name);
    fs::create_dir(at("b")).unwrap();
    for (name, content) in [
        ("b/vacances.JPG", "a photo"),
        ("b/lettre.pdf", "a letter"),
        ("lettre.pdf", "another letter"),
        ("b/version.dll", "loaded beside a program"),
        ("b/voix", "a voice"),
        ("b/old.html", "of a version of before"),
        ("b/Été.jpg", "a summer"),
    ] {
        fs::write(at(name), content).unwrap();
    }
    fs::create_dir(at("Été.jpg")).unwrap();
    let sum = Hash::of(b"of a version of before").to_hex();
    fs::write(at("b/liste.sha256"), format!("{sum}  old.html\n")).unwrap();
    scene.offer("1.1.0", b"newer");
    scene.fetch().await.unwrap();
    let read = |name: &str| fs::read_to_string(at(name)).unwrap();
    assert_eq!(read("vacances.JPG"), "a photo");
    assert_eq!(read("lettre.pdf"), "another letter");
    assert_eq!(read("1-lettre.pdf"), "a letter");
    for gone in [
        "version.dll",
        "old",
        "b/version.dll",
        "b/old",
        "b/lettre.pdf",
    ] {
        assert!(!at(gone).exists(), "{gone}");
    }
    assert_eq!(scene.started(), Version::new(1, 1, 0));
}

#[tokio::test]
async fn a_newer_side_that_starts_nothing_is_mended() {
    let scene = Scene::begin().await;
    scene.offer("1.1.0", b"newer");
    scene.fetch().await.unwrap();
    assert_eq!(scene.newer().await.unwrap(), None);
    // A program that looks for viruses took it away.
    fs::remove_file(scene.stick.path().join("b/cle")).unwrap();
    assert_eq!(scene.started(), Version::new(1, 0, 0));
    let newer = scene.newer().await.unwrap().unwrap();
    assert_eq!(newer.version, Version::new(1, 1, 0));
    scene.fetch().await.unwrap();
    assert_eq!(scene.started(), Version::new(1, 1, 0));
    // The newer side is damaged, and its program runs: on some systems nobody may write there.
    fs::remove_file(scene.stick.path().join("b/manque-linux.html")).unwrap();
    scene.offer("1.2.0", b"newest");
    let key = scene.signer.key().unwrap();
    let (at, running) = (scene.stick.path(), scene.stick.path().join("b"));
    let (medium, shelf) = (Arc::new(scene.stick.clone()), scene.space.shelf());
    let fetched = shelf.fetch(at, medium, &key, Some(&running), |_| {}).await;
    assert_eq!(fetched.unwrap(), Updated::To(Version::new(1, 2, 0)));
    assert_eq!(fs::read(running.join("cle")).unwrap(), b"newer");
    assert_eq!(scene.started(), Version::new(1, 2, 0));
    // A side of another key's: nothing could be put there, and nothing is offered.
    scene.offer("1.3.0", b"newest of all");
    assert!(scene.newer().await.unwrap().is_some());
    let stranger = Signer::new().unwrap();
    stranger
        .sign(&scene.stick.path().join("a"), "9.0.0")
        .unwrap();
    assert_eq!(scene.newer().await.unwrap(), None);
}

/// What is up changes while a stick fetches it: the portal's disk keeps nothing of what was half put there.
#[tokio::test]
async fn a_version_that_is_replaced_meanwhile_is_begun_anew() {
    let world = World::start().await.unwrap();
    let liar = Liar::before(&world).await.unwrap();
    let scene = Scene::of(world).await;
    scene.offer("1.1.0", b"newer");
    let next = scene.signer.stick("1.2.0", b"newest", b"starts").unwrap();
    let (settings, key) = (scene.settings(), scene.signer.key().unwrap());
    let mut put = Some(next.clone());
    // Its list was read; then another version is put up.
    liar.tell(lies::after("GET /v1/version", move |_, truth| {
        if let Some(next) = put.take() {
            install(&settings, &next, &key, None).unwrap();
        }
        truth
    }));
    let fetched = scene.fetch().await;
    let gone =
        matches!(&fetched, Err(Refused::Stick(trouble)) if trouble.code() == Some(Code::NotFound));
    assert!(gone, "{fetched:?}");
    assert_eq!(scene.started(), Version::new(1, 0, 0));
    liar.honest();
    scene.fetch().await.unwrap();
    assert_eq!(scene.started(), Version::new(1, 2, 0));
    // An install that fails leaves nothing of its own, and what was up.
    let broken = scene
        .signer
        .stick("1.3.0", b"broken", b"never starts")
        .unwrap();
    fs::remove_file(broken.join("a/ouvrir-linux")).unwrap();
    let key = scene.signer.key().unwrap();
    let refused = install(&scene.settings(), &broken.join("a"), &key, None);
    assert!(
        matches!(refused, Err(VersionError::Source(_))),
        "{refused:?}"
    );
    assert!(!scene.kept(b"broken").exists());
    assert_eq!(up(&scene), Some(Version::new(1, 2, 0)));
}

/// The version that the portal has up.
fn up(scene: &Scene) -> Option<Version> {
    let signed = current(&scene.settings()).unwrap();
    signed.map(|signed| signed.version)
}

#[tokio::test]
async fn whoever_opened_their_space_puts_the_newer_version_on_their_stick() {
    let scene = Scene::begin().await;
    assert_eq!(scene.newer().await.unwrap(), None, "nothing is up");
    assert!(matches!(scene.fetch().await, Err(Refused::NoVersion)));
    let program = vec![7; 300_000];
    scene.offer("1.1.0", &program);
    let newer = scene.newer().await.unwrap().unwrap();
    assert_eq!(newer.version, Version::new(1, 1, 0));
    // One page says the same in both versions: it is not fetched.
    let page = fs::metadata(scene.stick.path().join("a/manque-linux.html"));
    let (fetched, said) = scene.fetch_onto(Arc::new(scene.stick.clone())).await;
    assert_eq!(fetched.unwrap(), Updated::To(Version::new(1, 1, 0)));
    let last = said.last().unwrap();
    assert_eq!(last.done, last.of);
    assert!(said.is_sorted_by_key(|progress| progress.done), "{said:?}");
    assert_eq!(newer.bytes, last.of / 2 - page.unwrap().len());
    assert_eq!(scene.started(), Version::new(1, 1, 0));
    assert_eq!(fs::read(scene.stick.path().join("b/cle")).unwrap(), program);
    let top = fs::read(scene.stick.path().join("ouvrir-linux")).unwrap();
    assert_eq!(top, b"starts all");
    // It opens as before, and is offered nothing more.
    let space = open(&scene.stick, CODE).await.unwrap().space;
    let key = scene.signer.key().unwrap();
    let newer = space.shelf().newer(scene.stick.path(), &key).await.unwrap();
    assert_eq!(newer, None);
    let again = scene.fetch().await.unwrap();
    assert_eq!(again, Updated::Already(Version::new(1, 1, 0)));
    // What is taken away is offered to nobody.
    assert!(withdraw(&scene.settings()).unwrap());
    assert_eq!(scene.newer().await.unwrap(), None);
    assert!(!withdraw(&scene.settings()).unwrap());
    let left = fs::read_dir(scene.world.data().join("version")).unwrap();
    let left: Vec<_> = left.map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["offered.lock"]);
}

#[tokio::test]
async fn a_portal_can_give_no_other_version() {
    let scene = Scene::begin().await;
    let from = scene.offer("1.1.0", b"newer");
    let good = fs::read(from.join("a/liste.sha256")).unwrap();
    let mut lies = 0;
    let mut refused = async |what: &str, at_once: bool| {
        if at_once {
            let newer = scene.newer().await;
            assert!(
                matches!(newer, Err(Trouble::Unverified)),
                "{what}: {newer:?}"
            );
        }
        let fetched = scene.fetch().await;
        assert!(fetched.is_err(), "{what}: {fetched:?}");
        assert_eq!(scene.started(), Version::new(1, 0, 0), "{what}");
        lies += 1;
    };
    // One bit of the list; another's signature; fewer sizes; one that nobody can keep.
    scene.lie(|offered| offered.list[3] ^= 1);
    refused("a changed list", true).await;
    let stranger = Signer::new().unwrap();
    let theirs = stranger.stick("1.1.0", b"newer", b"starts all").unwrap();
    let theirs = fs::read_to_string(theirs.join("a/liste.sha256.minisig")).unwrap();
    let signature = std::cell::RefCell::new(String::new());
    scene.lie(|offered| {
        offered.list = good.clone().into();
        signature.replace(core::mem::replace(&mut offered.signature, theirs));
    });
    refused("signed by somebody else", true).await;
    let sizes = std::cell::RefCell::new(Vec::new());
    scene.lie(|offered| {
        offered.signature = signature.take();
        sizes.replace(offered.sizes.clone());
        offered.sizes.pop();
    });
    refused("a file without a length", true).await;
    scene.lie(|offered| offered.sizes = sizes.borrow().iter().map(|_| u64::MAX).collect());
    refused("a length without end", true).await;
    // Shorter than what comes: no more is taken than was announced.
    scene.lie(|offered| offered.sizes = sizes.borrow().iter().map(|_| 1).collect());
    refused("more than was announced", false).await;
    scene.lie(|offered| offered.sizes = sizes.take());
    // The file itself: the portal's own disk finds it out, and so would the stick.
    fs::write(scene.kept(b"newer"), b"never").unwrap();
    refused("another program", false).await;
    fs::remove_file(scene.kept(b"newer")).unwrap();
    refused("no program", false).await;
    assert!(matches!(
        current(&scene.settings()),
        Err(VersionError::Damaged)
    ));
    scene.put_up(&from);
    scene.fetch().await.unwrap();
    assert_eq!(scene.started(), Version::new(1, 1, 0));
    report::promise("versions.offered", lies, 0).unwrap();
}

#[tokio::test]
async fn an_older_version_is_neither_put_up_nor_taken() {
    let scene = Scene::begin().await;
    let key = scene.signer.key().unwrap();
    scene.offer("0.9.0", b"old");
    assert_eq!(scene.newer().await.unwrap(), None);
    let fetched = scene.fetch().await;
    assert!(matches!(fetched, Err(Refused::Older { .. })), "{fetched:?}");
    assert!(
        !scene.stick.path().join("b").exists(),
        "nothing was written"
    );
    scene.offer("1.2.0", b"newest");
    let from = scene
        .signer
        .stick("1.1.0", b"newer", b"starts all")
        .unwrap();
    let put = |although: Option<&Version>| install(&scene.settings(), &from, &key, although);
    assert!(matches!(put(None), Err(VersionError::Older { .. })));
    assert_eq!(up(&scene), Some(Version::new(1, 2, 0)));
    put(Some(&Version::new(1, 1, 0))).unwrap();
    assert_eq!(
        scene.newer().await.unwrap().unwrap().version,
        Version::new(1, 1, 0)
    );
    assert!(
        !scene.kept(b"newest").exists(),
        "what is not up is not kept"
    );
    // What another key signed, what was changed, and what is none.
    let other = Signer::new().unwrap().key().unwrap();
    let refused = install(&scene.settings(), &from, &other, None);
    assert!(
        matches!(refused, Err(VersionError::Source(_))),
        "{refused:?}"
    );
    fs::write(from.join("a/cle"), b"never").unwrap();
    let refused = install(&scene.settings(), &from.join("a"), &key, None);
    assert!(
        matches!(refused, Err(VersionError::Source(_))),
        "{refused:?}"
    );
    let empty = tempfile::tempdir().unwrap();
    let refused = install(&scene.settings(), empty.path(), &key, None);
    assert!(
        matches!(refused, Err(VersionError::NoVersion)),
        "{refused:?}"
    );
    assert_eq!(up(&scene), Some(Version::new(1, 1, 0)));
}

#[tokio::test]
async fn a_stick_whose_program_is_of_no_version_is_offered_none() {
    let scene = Scene::begin().await;
    scene.offer("1.1.0", b"newer");
    for side in ["a", "b"] {
        let _ = fs::remove_dir_all(scene.stick.path().join(side));
    }
    assert_eq!(scene.newer().await.unwrap(), None);
}

#[tokio::test]
async fn pulled_out_while_a_version_comes_it_starts_a_whole_one() {
    let scene = Scene::begin().await;
    scene.offer("1.1.0", b"the newer program");
    let room = tempfile::tempdir().unwrap();
    let before = room.path().join("before");
    copy(scene.stick.path(), &before).unwrap();
    let counting = Failing::after(u64::MAX, &scene.stick, End::Pulled);
    let (fetched, _) = scene.fetch_onto(Arc::new(counting.clone())).await;
    fetched.unwrap();
    let ends = counting.lefts().into_iter().map(|left| u64::MAX - left);
    let mut cuts = BTreeSet::new();
    let mut begin = 0_u64;
    for end in ends {
        cuts.extend([begin + 1, begin.midpoint(end), end]);
        begin = end;
    }
    assert!(cuts.len() > 25, "{} cuts", cuts.len());
    let mut rounds = 0;
    for end in [End::Pulled, End::Full, End::ReadOnly] {
        let before_this_end = rounds;
        for cut in &cuts {
            fs::remove_dir_all(scene.stick.path()).unwrap();
            copy(&before, scene.stick.path()).unwrap();
            let pulled = Failing::after(*cut, &scene.stick, end);
            let (fetched, _) = scene.fetch_onto(Arc::new(pulled.clone())).await;
            if !pulled.ended() {
                continue;
            }
            let version = scene.started();
            let whole = [Version::new(1, 0, 0), Version::new(1, 1, 0)];
            assert!(whole.contains(&version), "cut at {cut}: {fetched:?}");
            // The same press goes on, and is there to be pressed unless all is done.
            let is_done = fs::read(scene.stick.path().join("ouvrir-linux"))
                .is_ok_and(|top| top == b"starts all" && version == whole[1]);
            let newer = scene.newer().await.unwrap();
            assert!(newer.is_some() || is_done, "cut at {cut}");
            scene.fetch().await.unwrap();
            assert_eq!(scene.newer().await.unwrap(), None);
            assert_eq!(scene.started(), Version::new(1, 1, 0), "cut at {cut}");
            rounds += 1;
        }
        assert!(rounds - before_this_end >= cuts.len() - 1, "{end:?}");
    }
    report::promise("pulled_out.fetched_version", rounds, 0).unwrap();
}

#[tokio::test]
async fn an_admin_puts_a_version_up_with_the_programs_while_the_portal_runs() {
    let mut cast = Cast::gather().await.unwrap();
    cast.start_portal().await.unwrap();
    let stick = Folder::new(cast.stick("one"));
    cast.provision(stick.path(), VoucherKind::Account)
        .await
        .unwrap();
    let space = first_opening(&stick, CODE).await.unwrap().opened.space;
    let signer = Signer::new().unwrap();
    let key = signer.key().unwrap();
    copy(
        &signer.stick("1.0.0", b"one", b"starts").unwrap(),
        stick.path(),
    )
    .unwrap();
    let newer = signer.stick("1.1.0", b"two", b"starts").unwrap();
    let data = cast.portal_data();
    let portal = async |words: &[&str]| {
        let mut command = cast.program("portal");
        let output = command.args(words).arg("--data").arg(&data).output();
        let output = output.await.unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    };
    let (from, public) = (newer.display().to_string(), signer.public_file());
    let public = public.display().to_string();
    let install = ["version", "install", "--from", &from, "--key"];
    // A key that is none; then the right one.
    let (put_up, said) = portal(&[&install[..], &[&*from]].concat()).await;
    assert!(!put_up, "{said}");
    let (put_up, said) = portal(&[&install[..], &[&*public]].concat()).await;
    assert!(put_up && said.contains("Sticks can take version 1.1.0"));
    assert!(said.contains("for trying, never for people"), "{said}");
    assert!(said.contains("It has no cle.exe"), "{said}");
    let found = space.shelf().newer(stick.path(), &key).await.unwrap();
    assert_eq!(found.unwrap().version, Version::new(1, 1, 0));
    let (_, said) = portal(&["doctor"]).await;
    assert!(said.contains("sticks can take version 1.1.0"), "{said}");
    let (taken_away, said) = portal(&["version", "withdraw"]).await;
    assert!(taken_away && said.contains("no newer version here any more"));
    let found = space.shelf().newer(stick.path(), &key).await.unwrap();
    assert_eq!(found, None);
    cast.stop().await.unwrap();
}
