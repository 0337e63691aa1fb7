//! A mandate: given in the open, used within its limits, seen by the person, and stopped at once.

use anyhow::{Context, Result};
use key_core::{
    Space, Stick, Trouble, WallWatch,
    help::{Beside, Deed, Entrusted, Helper, Length, MandateId, Posture, Rights, Role, Terms},
    stick::Folder as Medium,
};
use tests::{
    lying::{
        cut::{Lost, cut},
        liar::Liar,
    },
    world::{CODE, TODAY, World, code, open},
};
use wire::{Code, folder::Folder, random::System};

const DAY: u64 = 86_400;
const TEXT: &str = "Mandat d'Aïcha à Amel, pour un jour.";

/// A person and a helper who is certified.
struct Two {
    world: World,
    stick: Medium,
    person: Space,
    helper: Space,
    amel: Helper,
}

impl Two {
    async fn meet() -> Result<Self> {
        let world = World::start().await?;
        let (stick, person) = world.new_space("aicha").await?;
        let (_, helper) = world.new_space("amel").await?;
        let (mut person, helper) = (person.opened.space, helper.opened.space);
        let mut random = System::new();
        for (folder, title) in [
            (Folder::Argent, "Attestation CAF"),
            (Folder::Logement, "Bail"),
            (Folder::Private, "Journal intime"),
        ] {
            let text = format!("Le texte de : {title}");
            person.put_note(folder, title, &text, &mut random).await?;
        }
        let amel = world
            .certify(&helper, "Amel B.", Role::SocialWorker)
            .await?;
        Ok(Self {
            world,
            stick,
            person,
            helper,
            amel,
        })
    }

    async fn give(&mut self, folders: &[Folder], rights: Rights) -> Result<MandateId, Trouble> {
        let amel = self.amel.clone();
        let given = self.give_to(&[amel], folders, rights).await?;
        given.first().copied().ok_or(Trouble::Gone)
    }

    async fn give_to(
        &mut self,
        helpers: &[Helper],
        folders: &[Folder],
        rights: Rights,
    ) -> Result<Vec<MandateId>, Trouble> {
        let helpers: Vec<_> = helpers.iter().map(|h| (h.clone(), TEXT.into())).collect();
        let (mut random, watch) = (System::new(), WallWatch::start());
        let stick = Stick::new(self.stick.clone());
        let admin = self
            .person
            .administer(&stick, &code(CODE), &mut random, &watch)
            .await?;
        admin
            .entrust(&helpers, &terms(folders, rights), &mut random)
            .await
    }

    async fn instead(
        &mut self,
        before: MandateId,
        helpers: &[(Helper, String)],
        terms: Terms,
    ) -> Result<Vec<MandateId>, Trouble> {
        let (mut random, watch) = (System::new(), WallWatch::start());
        let stick = Stick::new(self.stick.clone());
        let admin = self
            .person
            .administer(&stick, &code(CODE), &mut random, &watch)
            .await?;
        admin
            .entrust_instead(before, helpers, &terms, &mut random)
            .await
    }

    async fn entrusted(&self) -> Result<Entrusted> {
        let mut all = self.helper.entrusted().await?;
        all.pop().context("nothing is entrusted")
    }

    async fn reopen(&mut self) -> Result<()> {
        self.person = open(&self.stick, CODE).await?.space;
        let amel = Medium::new(self.world.folder().join("amel"));
        self.helper = open(&amel, CODE).await?.space;
        Ok(())
    }
}

fn terms(folders: &[Folder], rights: Rights) -> Terms {
    Terms {
        folders: folders.to_vec(),
        rights,
        length: Length::Day,
        person: "Aïcha N.".into(),
        structure: "Maison des droits".into(),
        place: "Lille".into(),
    }
}

fn refused<T>(result: Result<T, Trouble>) -> Option<Code> {
    result.err().and_then(|trouble| trouble.code())
}

/// One mandate takes the place of another at once: there is no moment with both, and none with neither.
#[tokio::test]
async fn a_mandate_takes_the_place_of_another() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    let before = two
        .give(&[Folder::Argent, Folder::Logement], Rights::See)
        .await?;
    let mut seen = two.entrusted().await?;
    let (_, sami) = two.world.new_space("sami").await?;
    let sami = sami.opened.space;
    let certified = two
        .world
        .certify(&sami, "Sami K.", Role::SocialWorker)
        .await?;

    // What may not be agreed leaves the one of before as it was.
    let helpers = [(certified, TEXT.to_owned())];
    let bad = two.instead(before, &helpers, terms(&[], Rights::See)).await;
    assert!(matches!(bad, Err(Trouble::Terms(_))), "{bad:?}");
    two.helper
        .open_entrusted(&mut seen, Folder::Argent, None, &mut random)
        .await?;

    // One commit: what takes its place and does not arrive leaves it as well.
    let liar = Liar::before(&two.world).await?;
    two.reopen().await?;
    let agreed = terms(&[Folder::Argent], Rights::See);
    liar.tell(cut("POST /v1/commit", 0, Lost::Request));
    let lost = two.instead(before, &helpers, agreed.clone()).await;
    assert!(matches!(lost, Err(Trouble::Unreachable)), "{lost:?}");
    liar.tell(cut("POST /v1/commit", 1, Lost::Request));
    two.helper
        .open_entrusted(&mut seen, Folder::Argent, None, &mut random)
        .await?;
    assert!(sami.entrusted().await?.is_empty());
    let given = two.instead(before, &helpers, agreed.clone()).await?;
    liar.honest();
    let late = two
        .helper
        .open_entrusted(&mut seen, Folder::Argent, None, &mut random)
        .await;
    assert_eq!(refused(late), Some(Code::Forbidden));
    let mut theirs = sami.entrusted().await?.pop().context("theirs")?;
    assert_eq!(vec![theirs.id], given);
    let shown = sami
        .open_entrusted(&mut theirs, Folder::Argent, None, &mut random)
        .await?;
    assert_eq!(shown.list().len(), 1);
    // Where it is over already, what comes instead begins all the same.
    let again = two.instead(before, &helpers, agreed).await?;
    assert_eq!(two.person.mandates().await?.len(), 3);
    assert_ne!(again, given);
    Ok(())
}

#[tokio::test]
async fn a_helper_reads_what_the_mandate_shows_and_the_person_sees_it() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    assert!(two.helper.entrusted().await?.is_empty());
    let id = two.give(&[Folder::Argent], Rights::See).await?;

    let mut mandate = two.entrusted().await?;
    assert_eq!((mandate.id, mandate.person.as_str()), (id, "Aïcha N."));
    assert_eq!((mandate.from, mandate.until), (TODAY, TODAY + DAY));
    assert_eq!(mandate.text, TEXT);
    let posture = Some(Posture::Accompany);
    let shown = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, posture, &mut random)
        .await?;
    let list = shown.list();
    assert_eq!(list.len(), 1);
    assert_eq!(list[0].title, "Attestation CAF");
    let content = two
        .helper
        .read_entrusted(&mut mandate, &shown, list[0].id, &mut random)
        .await?;
    assert_eq!(&**content, "Le texte de : Attestation CAF".as_bytes());

    let journal = two.person.journal().await?;
    let [read, listed] = journal.as_slice() else {
        anyhow::bail!("two entries: {journal:?}");
    };
    assert_eq!((listed.deed, listed.posture), (Deed::List, posture));
    assert_eq!(read.deed, Deed::Read);
    assert_eq!(read.folder, Some(Folder::Argent));
    assert_eq!(read.words.as_deref(), Some("Attestation CAF"));
    assert_eq!(read.helper.as_deref(), Some("Amel B."));
    assert_eq!(
        (read.objects.as_slice(), read.at),
        (&[list[0].id][..], TODAY)
    );

    // Other folders are refused, and nothing is written down for them.
    let other = two
        .helper
        .open_entrusted(&mut mandate, Folder::Logement, None, &mut random)
        .await;
    assert_eq!(refused(other), Some(Code::Forbidden));
    assert_eq!(two.person.journal().await?.len(), 2);
    let mandates = two.person.mandates().await?;
    assert_eq!(mandates.len(), 1);
    assert!(mandates[0].live && mandates[0].helper == "Amel B.");
    Ok(())
}

#[tokio::test]
async fn a_stopped_mandate_is_refused_at_once_and_its_folders_get_fresh_keys() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    let id = two
        .give(&[Folder::Argent, Folder::Logement], Rights::See)
        .await?;
    let mut mandate = two.entrusted().await?;
    let shown = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, None, &mut random)
        .await?;
    // Everyday keys stop it: no code is asked for.
    two.person.stop_mandate(id, &mut random).await?;
    let again = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, None, &mut random)
        .await;
    assert_eq!(refused(again), Some(Code::Forbidden));
    let paper = shown.list()[0].id;
    let read = two
        .helper
        .read_entrusted(&mut mandate, &shown, paper, &mut random)
        .await;
    assert_eq!(refused(read), Some(Code::Forbidden));
    assert!(two.helper.entrusted().await?.is_empty());
    assert!(matches!(
        two.person.stop_mandate(id, &mut random).await,
        Err(Trouble::Gone)
    ));
    // The person keeps what was agreed, and what was done; the space goes on.
    let mandates = two.person.mandates().await?;
    assert!(!mandates[0].live && mandates[0].text == TEXT);
    assert_eq!(two.person.journal().await?.len(), 1);
    two.person
        .put_note(Folder::Argent, "Après", "…", &mut random)
        .await?;
    two.reopen().await?;
    assert_eq!(two.person.list(Folder::Argent).len(), 2);
    assert_eq!(two.person.journal().await?.len(), 1);
    Ok(())
}

#[tokio::test]
async fn a_mandate_goes_on_through_new_lists_and_ends_with_its_days() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    two.give(&[Folder::Argent], Rights::See).await?;
    let other = two.give(&[Folder::Argent], Rights::Act).await?;
    // A new epoch, for the other mandate ends: the first one is sealed to again.
    two.person.stop_mandate(other, &mut random).await?;
    two.person
        .put_note(Folder::Argent, "Nouveau", "…", &mut random)
        .await?;
    let mut mandate = two.entrusted().await?;
    let shown = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, None, &mut random)
        .await?;
    assert_eq!(shown.list().len(), 2);

    two.world.clock.advance(DAY);
    // The helper looks first: the portal refuses, whoever has opened since or not.
    let amel = Medium::new(two.world.folder().join("amel"));
    two.helper = open(&amel, CODE).await?.space;
    let late = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, None, &mut random)
        .await;
    assert_eq!(refused(late), Some(Code::MandateOver));
    // The person's next opening takes its keys away.
    assert_eq!(two.helper.entrusted().await?.len(), 1);
    two.reopen().await?;
    assert!(two.helper.entrusted().await?.is_empty());
    assert!(two.person.mandates().await?.iter().all(|m| !m.live));
    Ok(())
}

#[tokio::test]
async fn a_helper_who_is_stopped_or_renewed_their_keys_reads_nothing() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    two.give(&[Folder::Argent], Rights::See).await?;
    let mut mandate = two.entrusted().await?;
    two.world.stop_helper(&two.amel)?;
    let stopped = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, None, &mut random)
        .await;
    assert_eq!(refused(stopped), Some(Code::HelperStopped));
    assert!(two.person.journal().await?.is_empty());
    // No new mandate begins either, even by an app that skipped the list.
    let given = two.give(&[Folder::Argent], Rights::See).await;
    assert_eq!(refused(given), Some(Code::HelperStopped));
    Ok(())
}

#[tokio::test]
async fn what_cannot_be_agreed_is_refused_and_nothing_is_given() -> Result<()> {
    let mut two = Two::meet().await?;
    for folders in [
        &[][..],
        &[Folder::Private],
        &[Folder::Argent, Folder::Private],
    ] {
        let given = two.give(folders, Rights::See).await;
        assert!(matches!(given, Err(Trouble::Terms(_))), "{folders:?}");
    }
    let many = vec![two.amel.clone(); 6];
    let given = two.give_to(&many, &[Folder::Argent], Rights::See).await;
    assert!(matches!(given, Err(Trouble::Terms(_))));
    let none = two.give_to(&[], &[Folder::Argent], Rights::See).await;
    assert!(matches!(none, Err(Trouble::Terms(_))));
    // To oneself.
    let own = Helper {
        account: two.person.account(),
        ..two.amel.clone()
    };
    let own = two.give_to(&[own], &[Folder::Argent], Rights::See).await;
    assert!(matches!(own, Err(Trouble::OwnMandate)));
    assert!(two.person.mandates().await?.is_empty());
    assert!(two.helper.entrusted().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_mandate_outlives_new_account_keys_of_the_person() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    two.give(&[Folder::Argent], Rights::See).await?;
    // A second stick, and its revocation: every key of the account is renewed.
    let second = two
        .world
        .stick("second", wire::structure::VoucherKind::Slot)?;
    let stick = Stick::new(two.stick.clone());
    let watch = WallWatch::start();
    let mut admin = two
        .person
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await?;
    admin
        .add_stick(&Stick::new(second), &code(CODE), &mut random)
        .await?;
    let slots = two.person.slots();
    let other = slots.into_iter().find(|slot| *slot != two.person.slot());
    let admin = two
        .person
        .administer(&stick, &code(CODE), &mut random, &watch)
        .await?;
    admin
        .revoke(other.context("two slots")?, &mut random)
        .await?;
    assert_eq!(two.person.generation(), 2);

    let mut mandate = two.entrusted().await?;
    let shown = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, None, &mut random)
        .await?;
    assert_eq!(shown.list().len(), 1);
    assert_eq!(two.person.journal().await?.len(), 1);
    two.reopen().await?;
    assert_eq!(
        two.person.journal().await?[0].helper.as_deref(),
        Some("Amel B.")
    );
    assert_eq!(two.person.mandates().await?[0].text, TEXT);
    Ok(())
}

impl Two {
    async fn put(
        &self,
        mandate: &mut Entrusted,
        folder: Folder,
        text: &str,
        replaces: Option<wire::ObjectId>,
    ) -> Result<(), Trouble> {
        let content = std::io::Cursor::new(text.as_bytes().to_vec());
        let (length, random) = (text.len() as u64, &mut System::new());
        let (id, media) = (wire::DropId::random(random), "text/plain");
        self.helper
            .put_entrusted(
                mandate, id, folder, text, media, content, length, replaces, random,
            )
            .await
    }
}

#[tokio::test]
async fn a_helper_puts_a_paper_in_and_the_person_takes_it_or_not() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    two.give(&[Folder::Argent], Rights::Drop).await?;
    let mut mandate = two.entrusted().await?;
    two.put(
        &mut mandate,
        Folder::Argent,
        "Attestation de paiement",
        None,
    )
    .await?;
    two.put(&mut mandate, Folder::Argent, "Pas à moi", None)
        .await?;
    // Whoever may only put in reads nothing, and puts in nowhere else.
    let looked = two
        .helper
        .open_entrusted(&mut mandate, Folder::Argent, None, &mut random)
        .await;
    assert_eq!(refused(looked), Some(Code::Forbidden));
    let elsewhere = two.put(&mut mandate, Folder::Logement, "Bail", None).await;
    assert!(matches!(elsewhere, Err(Trouble::Gone)));

    let waiting = two.person.dropped().await?;
    let before = two.person.usage().0;
    assert_eq!(waiting.len(), 2);
    let named = |title: &str| waiting.iter().find(|dropped| dropped.title == title);
    // Of two that came in one second either is first.
    let first = named("Attestation de paiement").context("the first waits")?;
    let second = named("Pas à moi").context("the second waits")?;
    assert_eq!((first.helper.as_str(), first.at), ("Amel B.", TODAY));
    let content = two.person.read_dropped(first).await?;
    assert_eq!(&**content, b"Attestation de paiement");
    assert_eq!(two.person.list(Folder::Argent).len(), 1);
    let id = two.person.take_dropped(first, &mut random).await?;
    two.person.refuse_dropped(second, &mut random).await?;
    assert!(two.person.dropped().await?.is_empty());
    let list = two.person.list(Folder::Argent);
    assert_eq!(list.len(), 2);
    let taken = two.person.read(Folder::Argent, id).await?;
    assert_eq!(&**taken, b"Attestation de paiement");
    // The helper's two blobs have gone, and room with them: the person's own copy stays.
    two.person.refresh().await?;
    assert!(two.person.usage().0 < before);
    let deeds: Vec<_> = two.person.journal().await?.iter().map(|d| d.deed).collect();
    assert_eq!(deeds, [Deed::Drop, Deed::Drop]);
    Ok(())
}

#[tokio::test]
async fn a_proposal_takes_the_place_of_a_paper_whose_former_version_is_kept() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    let paper = "Contrat".as_bytes();
    let length = paper.len() as u64;
    let id = two
        .person
        .put_paper(
            Folder::Argent,
            "Contrat",
            "text/plain",
            paper,
            length,
            &mut random,
        )
        .await?;
    two.give(&[Folder::Argent], Rights::Act).await?;
    let mut mandate = two.entrusted().await?;
    two.put(&mut mandate, Folder::Argent, "Contrat signé", Some(id))
        .await?;
    let waiting = two.person.dropped().await?;
    assert_eq!(waiting[0].replaces, Some(id));
    assert_eq!(two.person.take_dropped(&waiting[0], &mut random).await?, id);
    let read = two.person.read(Folder::Argent, id).await?;
    assert_eq!(&**read, "Contrat signé".as_bytes());
    let bin = two.person.bin(Folder::Argent);
    assert_eq!(bin.len(), 1);
    assert_eq!(bin[0].title, "Contrat");
    Ok(())
}

#[tokio::test]
async fn no_more_than_twenty_wait_and_all_go_with_the_mandate() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    let id = two.give(&[Folder::Argent], Rights::Drop).await?;
    let mut mandate = two.entrusted().await?;
    for number in 0..wire::limits::DROPS {
        let text = format!("Papier {number}");
        two.put(&mut mandate, Folder::Argent, &text, None).await?;
    }
    let more = two
        .put(&mut mandate, Folder::Argent, "Un de trop", None)
        .await;
    assert_eq!(refused(more), Some(Code::DropsWaiting));
    let full = {
        two.person.refresh().await?;
        two.person.usage().0
    };
    let waiting = two.person.dropped().await?;
    two.person.refuse_dropped(&waiting[0], &mut random).await?;
    two.put(&mut mandate, Folder::Argent, "Encore un", None)
        .await?;
    two.person.stop_mandate(id, &mut random).await?;
    assert!(two.person.dropped().await?.is_empty());
    two.person.refresh().await?;
    assert!(two.person.usage().0 < full / 2);
    Ok(())
}

#[tokio::test]
async fn somebody_beside_the_person_is_written_down_by_each_stick() -> Result<()> {
    let mut two = Two::meet().await?;
    let mut random = System::new();
    let beside = |who: &str, posture| Beside {
        who: who.into(),
        posture,
        seconds: 600,
        objects: Vec::new(),
    };
    let amel = beside("Amel B., avec une interprète", Posture::Accompany);
    two.person.write_session(&amel, &mut random).await?;
    // Another opening of the same space wrote meanwhile: both lines stay.
    let mut other = open(&two.stick, CODE).await?.space;
    let sami = beside("Sami", Posture::Teach);
    other.write_session(&sami, &mut random).await?;
    two.person.write_session(&amel, &mut random).await?;
    let journal = two.person.journal().await?;
    let said: Vec<_> = journal
        .iter()
        .map(|done| (done.words.as_deref(), done.posture, done.seconds))
        .collect();
    let amel_said = (
        Some("Amel B., avec une interprète"),
        Some(Posture::Accompany),
        Some(600),
    );
    assert_eq!(
        said,
        [
            amel_said,
            (Some("Sami"), Some(Posture::Teach), Some(600)),
            amel_said
        ]
    );
    assert!(
        journal
            .iter()
            .all(|done| done.mandate.is_none() && done.deed == Deed::Session)
    );
    let nobody = two
        .person
        .write_session(&beside(" ", Posture::Do), &mut random)
        .await;
    assert!(matches!(nobody, Err(Trouble::Words(_))));
    Ok(())
}

/// Numbers that are the same in each run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 += 1;
        let hash = wire::Hash::of(&self.0.to_be_bytes());
        usize::from(hash.0[0]) % sides
    }
}

/// Whatever is given, stopped, renewed and left to end, in whatever order: a helper opens exactly what a mandate
/// that counts shows them, and the newest of it.
#[tokio::test]
async fn after_any_history_only_living_mandates_open_anything() -> Result<()> {
    const FOLDERS: [Folder; 3] = [Folder::Argent, Folder::Logement, Folder::Famille];
    let mut two = Two::meet().await?;
    let (_, other) = two.world.new_space("sami").await?;
    let sami = two
        .world
        .certify(&other.opened.space, "Sami", Role::Volunteer)
        .await?;
    let mut spaces = [("amel", None), ("sami", Some(other.opened.space))];
    let people = [two.amel.clone(), sami];
    let (mut dice, mut random) = (Dice(7_000), System::new());
    // Every mandate ever seen by its helper, with the helper it is of.
    let mut held: Vec<(usize, Entrusted)> = Vec::new();
    let mut notes = 0;
    for step in 0..24 {
        match dice.throw(6) {
            0 | 1 => {
                let who = dice.throw(2);
                let count = 1 + dice.throw(2);
                let folders: Vec<_> = (0..count).map(|_| FOLDERS[dice.throw(3)]).collect();
                let rights = [Rights::See, Rights::Act, Rights::Drop][dice.throw(3)];
                two.give_to(&people[who..=who], &folders, rights).await?;
            }
            2 => {
                let live: Vec<_> = two.person.mandates().await?;
                let live: Vec<_> = live.iter().filter(|m| m.live).map(|m| m.id).collect();
                if !live.is_empty() {
                    let id = live[dice.throw(live.len())];
                    two.person.stop_mandate(id, &mut random).await?;
                }
            }
            3 | 4 => {
                notes += 1;
                let title = format!("Note {notes}");
                let folder = FOLDERS[dice.throw(3)];
                two.person
                    .put_note(folder, &title, "…", &mut random)
                    .await?;
            }
            _ => {
                two.world.clock.advance(DAY / 2);
                two.reopen().await?;
                let sami = Medium::new(two.world.folder().join("sami"));
                spaces[1].1 = Some(open(&sami, CODE).await?.space);
                two.world.refresh_helpers()?;
            }
        }
        let mandates = two.person.mandates().await?;
        let lives = |id: MandateId| mandates.iter().any(|m| m.id == id && m.live);
        for (who, (_, own)) in spaces.iter().enumerate() {
            let space = own.as_ref().unwrap_or(&two.helper);
            for entrusted in space.entrusted().await? {
                assert!(
                    lives(entrusted.id),
                    "step {step}: one that is over is offered"
                );
                held.retain(|(_, known)| known.id != entrusted.id);
                held.push((who, entrusted));
            }
        }
        for (who, mandate) in &mut held {
            let space = spaces[*who].1.as_ref().unwrap_or(&two.helper);
            for folder in FOLDERS {
                let opened = space
                    .open_entrusted(mandate, folder, None, &mut random)
                    .await;
                let may =
                    lives(mandate.id) && mandate.rights.sees() && mandate.folders.contains(&folder);
                match opened {
                    Ok(shown) => {
                        assert!(may, "step {step}: opened without a right");
                        let own: Vec<_> = two.person.list(folder);
                        assert_eq!(shown.list(), own, "step {step}: not the newest");
                    }
                    Err(trouble) => {
                        assert!(!may, "step {step}: {trouble:?}");
                        assert!(matches!(
                            trouble.code(),
                            Some(Code::Forbidden | Code::MandateOver)
                        ));
                    }
                }
            }
        }
    }
    assert!(held.len() > 4, "the dice gave too little: {}", held.len());
    assert!(!two.person.journal().await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn a_saved_proof_is_checked_without_any_portal() -> Result<()> {
    let mut two = Two::meet().await?;
    let id = two.give(&[Folder::Argent], Rights::See).await?;
    let proof = two.person.mandate_proof(id).await?;
    let code = two.person.mandates().await?[0].code.to_string();
    assert_eq!(proof.code().to_string(), code);
    let bytes = wire::encode(&proof);
    let file = two.world.folder().join("mandat.preuve");

    let said = verify(&file, &bytes, &["--code", &code])?;
    assert!(said.status.success(), "{said:?}");
    let told = String::from_utf8(said.stdout)?;
    for what in [TEXT, "read", "argent", "2026-11-23", code.as_str()] {
        assert!(told.contains(what), "{what} is not in {told}");
    }
    let said = verify(&file, &bytes, &["--code", "0000-0000-0000-0000"])?;
    assert_eq!(said.status.code(), Some(1));
    assert!(String::from_utf8(said.stderr)?.contains("another mandate"));
    for at in [0, bytes.len() / 3, bytes.len() / 2, bytes.len() - 3] {
        let mut bent = bytes.clone();
        bent[at] ^= 1;
        let said = verify(&file, &bent, &[])?;
        assert_eq!(said.status.code(), Some(1), "byte {at}");
        assert!(
            said.stdout.is_empty(),
            "nothing is said of what proves nothing"
        );
    }
    // The mandate outlives new keys of its owner, and so does its proof: they lie before the grant.
    two.person.stop_mandate(id, &mut System::new()).await?;
    assert_eq!(wire::encode(&two.person.mandate_proof(id).await?), bytes);
    Ok(())
}

/// The real program, on a file.
fn verify(file: &std::path::Path, bytes: &[u8], more: &[&str]) -> Result<std::process::Output> {
    std::fs::write(file, bytes)?;
    let test = std::env::current_exe()?;
    let folder = test
        .ancestors()
        .nth(2)
        .context("tests lie in target/…/deps")?;
    let mut program = std::process::Command::new(folder.join("portal"));
    Ok(program
        .args(["mandate", "verify"])
        .arg(file)
        .args(more)
        .output()?)
}
