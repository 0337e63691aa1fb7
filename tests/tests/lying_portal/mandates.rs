//! The portal lies about helpers, mandates, the journal and what helpers put in.

use key_core::{
    Space, Stick, Trouble, WallWatch,
    help::{Helper, Length, MandateId, Rights, Role, Terms},
    stick::Folder as Medium,
};
use portal::structure::Structure;
use tests::{
    helpers::another_structure,
    lying::{
        http::Answer,
        ledger::{Ledger, Outcome},
        liar::{Liar, Lie},
        lies,
    },
    world::{CODE, TODAY, World, code, open, unhurried},
};
use wire::{
    Realm, Signed,
    api::HelpersAnswer,
    elsewhere::{StructureNumber, Vouched, VouchedAnswer},
    folder::Folder,
    helper::SignedHelper,
    mandate::{
        DropsAnswer, EntrustedAnswer, FolderAnswer, JournalAnswer, JournalEntry, LettersAnswer,
    },
    random::System,
};

const HELPERS: &str = "POST /v1/helpers";
const ELSEWHERE: &str = "POST /v1/helpers/elsewhere";
const ENTRUSTED: &str = "POST /v1/mandates";
const OPEN: &str = "POST /v1/mandates/open";
const JOURNAL: &str = "POST /v1/journal";
const LETTERS: &str = "POST /v1/letters";
const DROPS: &str = "POST /v1/drops";
/// Every so many bytes one bit is changed.
const STEP: usize = 37;

/// A person, a helper who sees money and housing, and a liar before their portal.
struct Stage {
    world: World,
    liar: Liar,
    stick: Medium,
    person: Space,
    helper: Space,
    amel: Helper,
}

impl Stage {
    async fn set() -> Self {
        let world = World::with(Realm::Prod, unhurried).await.unwrap();
        let (stick, person) = world.new_space("aicha").await.unwrap();
        let (_, helper) = world.new_space("amel").await.unwrap();
        let (mut person, helper) = (person.opened.space, helper.opened.space);
        for (folder, title) in [(Folder::Argent, "Attestation"), (Folder::Logement, "Bail")] {
            let mut random = System::new();
            person
                .put_note(folder, title, title, &mut random)
                .await
                .unwrap();
        }
        let amel = world.certify(&helper, "Amel B.", Role::SocialWorker).await;
        let mut stage = Self {
            liar: Liar::before(&world).await.unwrap(),
            world,
            stick,
            person,
            helper,
            amel: amel.unwrap(),
        };
        // Both speak to the liar from now on.
        stage.person = open(&stage.stick, CODE).await.unwrap().space;
        let amel = Medium::new(stage.world.folder().join("amel"));
        stage.helper = open(&amel, CODE).await.unwrap().space;
        stage
    }

    async fn give(&mut self, folders: &[Folder], rights: Rights) -> MandateId {
        let (mut random, watch) = (System::new(), WallWatch::start());
        let stick = Stick::new(self.stick.clone());
        let admin = self
            .person
            .administer(&stick, &code(CODE), &mut random, &watch)
            .await
            .unwrap();
        let terms = Terms {
            folders: folders.to_vec(),
            rights,
            length: Length::Month,
            person: "Aïcha N.".into(),
            structure: "Maison des droits".into(),
            place: "Lille".into(),
        };
        let helpers = [(self.amel.clone(), format!("Mandat {folders:?}"))];
        admin.entrust(&helpers, &terms, &mut random).await.unwrap()[0]
    }

    /// Tells a lie while `seen` looks: it must see the truth, or refuse.
    async fn lie<F>(
        &mut self,
        ledger: &mut Ledger,
        attack: (&str, String),
        truth: &str,
        lie: Box<dyn Lie>,
        seen: F,
    ) where
        F: AsyncFnOnce(&mut Self) -> Result<String, Trouble>,
    {
        self.liar.tell(lie);
        let got = seen(self).await;
        let told = self.liar.honest();
        let outcome = match got {
            Err(trouble) => Outcome::Refused(trouble),
            Ok(got) if got == truth => Outcome::Truth,
            Ok(got) => Outcome::Fell(got),
        };
        ledger.note(attack.0, attack.1, &told, outcome);
    }

    /// Changes one bit at many places of a route's answers.
    async fn bits<F>(
        &mut self,
        ledger: &mut Ledger,
        attack: &str,
        (route, size): (&'static str, usize),
        seen: F,
    ) where
        F: AsyncFn(&mut Self) -> Result<String, Trouble>,
    {
        let truth = seen(self).await.unwrap();
        // Each asks for the letters at an opening of its own.
        for place in (0..size).step_by(5 * STEP) {
            let lie = lies::body(route, move |mut bytes| {
                if let Some(byte) = bytes.get_mut(place) {
                    *byte ^= 0x10;
                }
                bytes
            });
            let what = format!("Byte {place} of {route} is another.");
            self.lie(ledger, (attack, what), &truth, lie, &seen).await;
        }
        assert_eq!(seen(self).await.unwrap(), truth, "an honest portal again");
    }

    /// What the portal hands out for a helper for whom this structure vouches.
    async fn vouched(&mut self, by: &Structure, helper: &Helper) -> Vouched {
        self.world.vouched(by, helper).unwrap();
        let number = StructureNumber::of(&by.public().root.fingerprint());
        keeper(self, helper, &number).await.unwrap();
        let told: VouchedAnswer = read(&self.heard(ELSEWHERE));
        told.vouched.unwrap()
    }

    /// The true answer of a route, as the liar heard it last.
    fn heard(&self, route: &str) -> Vec<u8> {
        let heard = self.liar.heard(route);
        let last = heard.into_iter().rev().find_map(|exchange| exchange.truth);
        last.unwrap().body
    }
}

fn instead(route: &'static str, body: &impl minicbor::Encode<()>) -> Box<dyn Lie> {
    let body = wire::encode(body);
    lies::instead(route, move |_| Some(Answer::cbor(body.clone())))
}

fn read<T>(bytes: &[u8]) -> T
where
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
{
    wire::decode_canonical(bytes, wire::api::MAX_ANSWER).unwrap()
}

async fn keeper(
    stage: &mut Stage,
    helper: &Helper,
    structure: &StructureNumber,
) -> Result<String, Trouble> {
    let (number, structure) = (helper.number().to_string(), structure.to_string());
    let holder = stage.person.holder_of_another(&number, &structure).await?;
    Ok(format!("{holder:?}"))
}

async fn helpers(stage: &mut Stage) -> Result<String, Trouble> {
    let all = stage.person.helpers().await?;
    let said = all
        .iter()
        .map(|h| format!("{} {} {:?}", h.number(), h.name, h.role));
    Ok(said.collect())
}

async fn entrusted(stage: &mut Stage) -> Result<String, Trouble> {
    let all = stage.helper.entrusted().await?;
    // One that does not verify is left out, as if it had been refused.
    let sent: EntrustedAnswer = read(&stage.heard(ENTRUSTED));
    if all.len() < sent.mandates.len() {
        return Err(Trouble::Unverified);
    }
    let said = all.iter().map(|m| {
        let (id, who, what) = (m.id, &m.person, &m.folders);
        format!(
            "{id:?} {who} {what:?} {:?} {} {} {}",
            m.rights, m.from, m.until, m.text
        )
    });
    Ok(said.collect())
}

async fn opened(stage: &mut Stage) -> Result<String, Trouble> {
    let mut all = stage.helper.entrusted().await?;
    // Two mandates of one second have no order.
    let mandate = all.iter_mut().find(|m| m.folders.contains(&Folder::Argent));
    let mandate = mandate.ok_or(Trouble::Gone)?;
    let mut random = System::new();
    let shown = stage
        .helper
        .open_entrusted(mandate, Folder::Argent, None, &mut random)
        .await?;
    Ok(shown.list().iter().map(|view| view.title.clone()).collect())
}

async fn journal(stage: &mut Stage) -> Result<String, Trouble> {
    let all = stage.person.journal().await?;
    let said = all.iter().map(|done| {
        format!(
            "{:?} {:?} {:?} {:?};",
            done.deed, done.folder, done.helper, done.words
        )
    });
    Ok(said.collect())
}

async fn dropped(stage: &mut Stage) -> Result<String, Trouble> {
    let all = stage.person.dropped().await?;
    let said = all
        .iter()
        .map(|d| format!("{:?} {} {:?} {};", d.id, d.title, d.folder, d.length));
    Ok(said.collect())
}

#[tokio::test]
async fn who_may_help() {
    let mut stage = Stage::set().await;
    let mut ledger = Ledger::of("helpers");
    let truth = helpers(&mut stage).await.unwrap();
    assert!(truth.contains("Amel B."));
    let bytes = stage.heard(HELPERS);
    stage
        .bits(&mut ledger, "A1.1", (HELPERS, bytes.len()), helpers)
        .await;

    // Somebody of another structure, and somebody certified by keys that are no officer's.
    let other = World::start().await.unwrap();
    let (_, stranger) = other.new_space("stranger").await.unwrap();
    let stranger = stranger.opened.space;
    let theirs = other
        .certify(&stranger, "Amel B.", Role::SocialWorker)
        .await
        .unwrap();
    let honest: HelpersAnswer = read(&bytes);
    let signed: SignedHelper = read(&honest.helpers[0]);
    let forged = other.structure.officiate().certify(&Helper {
        account: theirs.account,
        root: theirs.root,
        author: theirs.author,
        reader: theirs.reader,
        ..stage.amel.clone()
    });
    let mixed = SignedHelper {
        officer: signed.officer.clone(),
        roots: signed.roots.clone(),
        ..forged.clone()
    };
    for (what, certificate) in [("another structure", forged), ("nobody", mixed)] {
        let told = HelpersAnswer {
            helpers: vec![wire::encode(&certificate).into()],
            ..honest.clone()
        };
        let what = format!("A helper certified by {what}.");
        let lie = instead(HELPERS, &told);
        stage
            .lie(&mut ledger, ("A1.2", what), &truth, lie, helpers)
            .await;
    }
    // The list of those who were stopped is hidden, or old while the clock is right.
    let hidden = HelpersAnswer {
        revocations: None,
        ..honest.clone()
    };
    let lie = instead(HELPERS, &hidden);
    let what = "The list of those who were stopped is hidden.".to_owned();
    stage
        .lie(&mut ledger, ("A1.3", what), "none", lie, helpers)
        .await;
    let late = HelpersAnswer {
        time: TODAY + 8 * 86_400,
        ..honest
    };
    let what = "It is older than a week.".to_owned();
    let lie = instead(HELPERS, &late);
    stage
        .lie(&mut ledger, ("A1.3", what), "none", lie, helpers)
        .await;
    ledger.close().unwrap();
}

/// Somebody of another structure, named by two numbers: the portal hands out other papers.
#[tokio::test]
async fn who_may_help_elsewhere() {
    let mut stage = Stage::set().await;
    let mut ledger = Ledger::of("vouched");
    let (ours, theirs) = (another_structure(), another_structure());
    stage.world.vouched(&ours, &stage.amel).unwrap();
    let structure = StructureNumber::of(&ours.public().root.fingerprint());
    let amel = stage.amel.clone();
    let truth = keeper(&mut stage, &amel, &structure).await.unwrap();
    assert!(truth.contains("Amel B."), "{truth}");
    let bytes = stage.heard(ELSEWHERE);
    let honest: VouchedAnswer = read(&bytes);

    // Somebody else of that structure, and the same keys where another structure vouches for them.
    let (_, sami) = stage.world.new_space("sami").await.unwrap();
    let sami = sami.opened.space;
    let sami = stage.world.certify(&sami, "Amel B.", Role::SocialWorker);
    let sami = sami.await.unwrap();
    let swapped = stage.vouched(&ours, &sami).await;
    let stranger = stage.vouched(&theirs, &amel).await;
    // A certificate of that structure for its own people, who may have been stopped since.
    let now = portal::clock::Clock::now(&*stage.world.clock);
    let long = ours.officiate().certify(&Helper {
        not_before: now,
        not_after: now + 90 * 86_400,
        ..amel.clone()
    });
    let long = Vouched {
        certificate: wire::encode(&long).into(),
    };
    for (what, told) in [
        ("The keys of somebody else of that structure.", swapped),
        ("A certificate of ninety days.", long),
    ] {
        let told = VouchedAnswer {
            vouched: Some(told),
            ..honest.clone()
        };
        let lie = instead(ELSEWHERE, &told);
        let what = ("A1.7", what.to_owned());
        let asked = async |stage: &mut Stage| keeper(stage, &amel, &structure).await;
        stage.lie(&mut ledger, what, &truth, lie, asked).await;
    }
    ledger.close().unwrap();
    // The right keys, of a structure that nobody named: nobody can tell that from a number typed wrong.
    let told = VouchedAnswer {
        vouched: Some(stranger),
        ..honest
    };
    stage.liar.tell(instead(ELSEWHERE, &told));
    let refused = keeper(&mut stage, &amel, &structure).await;
    assert!(matches!(refused, Err(Trouble::NoSuchHelper)), "{refused:?}");
}

#[tokio::test]
async fn what_is_entrusted() {
    let mut stage = Stage::set().await;
    let mut ledger = Ledger::of("entrusted");
    stage.give(&[Folder::Argent], Rights::See).await;
    entrusted(&mut stage).await.unwrap();
    let bytes = stage.heard(ENTRUSTED);
    stage
        .bits(&mut ledger, "A1.4", (ENTRUSTED, bytes.len()), entrusted)
        .await;
    let truth = opened(&mut stage).await.unwrap();
    let early: FolderAnswer = read(&stage.heard(OPEN));
    stage
        .bits(
            &mut ledger,
            "A1.6",
            (OPEN, wire::encode(&early).len()),
            opened,
        )
        .await;

    // A second mandate, over another folder: their parts are exchanged.
    stage.give(&[Folder::Logement], Rights::See).await;
    let both = entrusted(&mut stage).await.unwrap();
    let honest: EntrustedAnswer = read(&stage.heard(ENTRUSTED));
    let [one, two] = honest.mandates.as_slice() else {
        panic!("two mandates");
    };
    let mut letters = honest.clone();
    letters.mandates[0].letter = two.letter.clone();
    letters.mandates[1].letter = one.letter.clone();
    let mut nobody = honest.clone();
    nobody.mandates[0].keys.clear();
    let mut repeated = honest.clone();
    repeated.mandates[0].keys.push(one.keys[0].clone());
    let mut not_a_grant = honest.clone();
    not_a_grant.mandates[0].grant = one.keys[0].clone();
    for (what, told) in [
        ("The letters of two mandates are exchanged.", letters),
        ("The keys of the person are left out.", nobody),
        ("They begin twice.", repeated),
        ("The grant is another entry.", not_a_grant),
    ] {
        let lie = instead(ENTRUSTED, &told);
        stage
            .lie(
                &mut ledger,
                ("A1.5", what.to_owned()),
                &both,
                lie,
                entrusted,
            )
            .await;
    }
    // One that was bent shuts the helper out of no other one.
    let mut bent = honest.clone();
    bent.mandates[0].keys.clear();
    stage.liar.tell(instead(ENTRUSTED, &bent));
    let left = stage.helper.entrusted().await.unwrap();
    assert_eq!(left.len(), 1);
    stage.liar.honest();
    // A mandate that somebody gave to another helper, in the place of one's own.
    let (_, sami) = stage.world.new_space("sami").await.unwrap();
    let sami = sami.opened.space;
    let theirs = stage.helper;
    stage.helper = sami;
    let told = instead(ENTRUSTED, &honest);
    let what = "Another helper's mandates.".to_owned();
    stage
        .lie(&mut ledger, ("A1.5", what), "", told, entrusted)
        .await;
    stage.helper = theirs;

    // The list of another folder, and the list of before: its key is of an epoch that is over.
    let mut random = System::new();
    let third = stage.give(&[Folder::Argent], Rights::See).await;
    stage.person.stop_mandate(third, &mut random).await.unwrap();
    let mut all = stage.helper.entrusted().await.unwrap();
    let housing = all
        .iter_mut()
        .find(|m| m.folders == [Folder::Logement])
        .unwrap();
    stage
        .helper
        .open_entrusted(housing, Folder::Logement, None, &mut random)
        .await
        .unwrap();
    let housing: FolderAnswer = read(&stage.heard(OPEN));
    let now = {
        opened(&mut stage).await.unwrap();
        read::<FolderAnswer>(&stage.heard(OPEN))
    };
    let mixed = FolderAnswer {
        key_box: early.key_box.clone(),
        ..now.clone()
    };
    for (what, told) in [
        ("The list of another folder.", housing),
        ("The key of before with the list of now.", mixed),
    ] {
        let lie = instead(OPEN, &told);
        stage
            .lie(&mut ledger, ("A1.6", what.to_owned()), &truth, lie, opened)
            .await;
    }
    ledger.close().unwrap();
}

#[tokio::test]
async fn what_was_done() {
    let mut stage = Stage::set().await;
    let mut ledger = Ledger::of("journal");
    stage
        .give(&[Folder::Argent, Folder::Logement], Rights::See)
        .await;
    for _ in 0..3 {
        opened(&mut stage).await.unwrap();
    }
    let truth = journal(&mut stage).await.unwrap();
    let bytes = stage.heard(JOURNAL);
    // Details open or say nothing: what was done stands in the signed part.
    stage
        .bits(&mut ledger, "A25.2", (JOURNAL, bytes.len()), journal)
        .await;
    let honest: JournalAnswer = read(&bytes);
    assert_eq!(honest.lines.len(), 3);
    let without = |left: usize| {
        let mut told = honest.clone();
        told.lines.remove(left);
        told
    };
    let exchanged = {
        let mut told = honest.clone();
        told.lines.swap(0, 1);
        told
    };
    let twice = {
        let mut told = honest.clone();
        told.lines.push(told.lines[2].clone());
        told
    };
    let nothing = JournalAnswer {
        lines: Vec::new(),
        more: false,
    };
    let endless = JournalAnswer {
        more: true,
        ..honest.clone()
    };
    for (what, told) in [
        ("The first entry is left out.", without(0)),
        ("One in the middle is left out.", without(1)),
        (
            "The last one, which this session has seen, is left out.",
            without(2),
        ),
        ("Nothing was done at all.", nothing),
        ("Two are exchanged.", exchanged),
        ("One comes twice.", twice),
        ("It never ends.", endless),
    ] {
        let lie = instead(JOURNAL, &told);
        stage
            .lie(
                &mut ledger,
                ("A25.1", what.to_owned()),
                &truth,
                lie,
                journal,
            )
            .await;
    }
    // An entry by keys that the grant does not name, though they are the person's own.
    let entry = honest.lines[2].line.entry.claimed().unwrap();
    let forged: Signed<JournalEntry> =
        Signed::sign_with(Realm::Prod, &entry, |_| wire::Signature([7; 64]));
    let mut told = honest.clone();
    told.lines[2].line.entry = forged;
    let lie = instead(JOURNAL, &told);
    let what = "An entry that nobody signed.".to_owned();
    stage
        .lie(&mut ledger, ("A25.3", what), &truth, lie, journal)
        .await;

    // What the stick has pinned must be there at the next opening too.
    stage
        .person
        .pin(&Stick::new(stage.stick.clone()), &mut System::new())
        .unwrap();
    stage.person = open(&stage.stick, CODE).await.unwrap().space;
    let lie = instead(JOURNAL, &without(2));
    let what = "What the stick remembers is left out at another opening.".to_owned();
    stage
        .lie(&mut ledger, ("A25.1", what), &truth, lie, journal)
        .await;
    ledger.close().unwrap();
}

#[tokio::test]
async fn whom_later_keys_are_sealed_to() {
    let mut stage = Stage::set().await;
    let mut ledger = Ledger::of("letters");
    let first = stage.give(&[Folder::Argent], Rights::See).await;
    stage.give(&[Folder::Argent], Rights::See).await;
    stage.person = open(&stage.stick, CODE).await.unwrap().space;
    let honest: LettersAnswer = read(&stage.heard_or_ask(LETTERS).await);
    let exchanged = LettersAnswer {
        letters: honest.letters.iter().rev().cloned().collect(),
    };
    let size = wire::encode(&honest).len();
    for place in (0..size).step_by(STEP) {
        let lie = lies::body(LETTERS, move |mut bytes| {
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 0x10;
            }
            bytes
        });
        let what = format!("Byte {place} of a letter is another.");
        stage
            .lie(&mut ledger, ("A3.4", what), "", lie, mandates_anew)
            .await;
    }
    let truth = mandates_anew(&mut stage).await.unwrap();
    let lie = instead(LETTERS, &exchanged);
    let what = "Two letters come in another order.".to_owned();
    stage
        .lie(&mut ledger, ("A3.4", what), &truth, lie, mandates_anew)
        .await;
    // Without the letters no later key is sealed to anybody: the change waits.
    stage.person = open(&stage.stick, CODE).await.unwrap().space;
    let none = LettersAnswer {
        letters: Vec::new(),
    };
    let lie = instead(LETTERS, &none);
    let what = "The letters are withheld.".to_owned();
    let stopped = async |stage: &mut Stage| {
        let mut random = System::new();
        stage.person.stop_mandate(first, &mut random).await?;
        Ok("stopped".to_owned())
    };
    stage
        .lie(&mut ledger, ("A3.4", what), "refused", lie, stopped)
        .await;
    ledger.close().unwrap();
}

/// The mandates, with letters that are read again.
async fn mandates_anew(stage: &mut Stage) -> Result<String, Trouble> {
    stage.person = open(&stage.stick, CODE).await?.space;
    let all = stage.person.mandates().await?;
    Ok(all
        .iter()
        .map(|m| format!("{:?} {} {};", m.id, m.helper, m.text))
        .collect())
}

#[tokio::test]
async fn what_helpers_put_in() {
    let mut stage = Stage::set().await;
    let mut ledger = Ledger::of("drops");
    stage.give(&[Folder::Argent], Rights::Drop).await;
    let mut random = System::new();
    let mut mandate = stage.helper.entrusted().await.unwrap().remove(0);
    let text = "Attestation de droits";
    stage
        .helper
        .put_entrusted(
            &mut mandate,
            wire::DropId([1; 16]),
            Folder::Argent,
            text,
            "text/plain",
            std::io::Cursor::new(text.as_bytes().to_vec()),
            text.len() as u64,
            None,
            &mut random,
        )
        .await
        .unwrap();
    let truth = dropped(&mut stage).await.unwrap();
    let bytes = stage.heard(DROPS);
    for place in (0..bytes.len()).step_by(STEP) {
        let lie = lies::body(DROPS, move |mut bytes| {
            if let Some(byte) = bytes.get_mut(place) {
                *byte ^= 0x10;
            }
            bytes
        });
        let what = format!("Byte {place} of what was put in is another.");
        // One that does not verify is left out: nobody the person trusts has put it in.
        let seen = async |stage: &mut Stage| {
            let got = dropped(stage).await?;
            Ok(if got.is_empty() {
                "left out".into()
            } else {
                got
            })
        };
        stage.liar.tell(lie);
        let got = seen(&mut stage).await;
        let told = stage.liar.honest();
        let outcome = match got {
            Err(trouble) => Outcome::Refused(trouble),
            Ok(got) if got == truth || got == "left out" => Outcome::Truth,
            Ok(got) => Outcome::Fell(got),
        };
        ledger.note("A6.3", what, &told, outcome);
    }
    // For a mandate of another person: the same helper, the same folder.
    let honest: DropsAnswer = read(&bytes);
    let (_, sami) = stage.world.new_space("sami").await.unwrap();
    stage.person = sami.opened.space;
    let what = "What was put in for somebody else.".to_owned();
    let lie = instead(DROPS, &honest);
    stage
        .lie(&mut ledger, ("A6.3", what), "", lie, dropped)
        .await;
    ledger.close().unwrap();
}

impl Stage {
    /// The true answer of a route; asked for where it was not heard yet.
    async fn heard_or_ask(&mut self, route: &str) -> Vec<u8> {
        self.person.mandates().await.unwrap();
        self.heard(route)
    }
}
