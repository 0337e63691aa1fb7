//! Helpers and mandates in Chromium, on the real commands, a real portal and two real sticks: looked at by an
//! accessibility checker in every size and language, given, used, read about and stopped.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod beside;
mod curator;
mod dropped;
mod notebook;
mod people;

use fantoccini::{key::Key, wd::PrintConfiguration};
use key_core::{
    Space, Stick, WallWatch,
    help::{Deed, Helper, Length, Posture, Proof, Rights, Role, Terms},
    stick::Folder as Medium,
};
use tests::{
    lying::{
        http::{Answer, Asked},
        liar::{Liar, Lie},
    },
    screen::{Chromium, Page, VIEWS, everywhere},
    world::{CODE, World, code, open},
};
use wire::{decode_canonical, folder::Folder, mandate::JournalAnswer, random::System};

const DAY: u64 = 86_400;

/// A person with two papers, and a helper whom the structure lists.
struct Two {
    world: World,
    person: Medium,
    helper: Medium,
    amel: Helper,
}

impl Two {
    async fn meet() -> Self {
        let world = World::start().await.unwrap();
        let (person, made) = world.new_space("aicha").await.unwrap();
        let mut space = made.opened.space;
        for (folder, title) in [
            (Folder::Argent, "Attestation CAF"),
            (Folder::Logement, "Bail"),
        ] {
            let text = format!("Le texte de : {title}");
            space
                .put_note(folder, title, &text, &mut System::new())
                .await
                .unwrap();
        }
        let (helper, amel) = certified(&world, "amel", "Amel B.", Role::SocialWorker).await;
        Self {
            world,
            person,
            helper,
            amel,
        }
    }

    /// A mandate to see, for a day, given without a window.
    async fn give(&self, folders: &[Folder]) {
        self.give_as(folders, Rights::See).await;
    }

    async fn give_as(&self, folders: &[Folder], rights: Rights) {
        let (stick, watch, mut random) = (
            Stick::new(self.person.clone()),
            WallWatch::start(),
            System::new(),
        );
        let terms = Terms {
            folders: folders.to_vec(),
            rights,
            length: Length::Day,
            person: "Aïcha N.".into(),
            structure: "Maison des droits".into(),
            place: "Lille".into(),
        };
        let helpers = [(self.amel.clone(), "Mandat d’Aïcha à Amel.".to_owned())];
        let mut space = self.space().await;
        let pressed = code(CODE);
        let administering = space.administer(&stick, &pressed, &mut random, &watch);
        let administration = administering.await.unwrap();
        administration
            .entrust(&helpers, &terms, &mut random)
            .await
            .unwrap();
    }

    /// The helper opens the folder and reads its first paper, without a window.
    async fn read(&self, folder: Folder) {
        let (space, mut random) = (open(&self.helper, CODE).await.unwrap().space, System::new());
        let mut mandate = space.entrusted().await.unwrap().pop().unwrap();
        let opening = space.open_entrusted(&mut mandate, folder, None, &mut random);
        let shown = opening.await.unwrap();
        let paper = shown.list()[0].id;
        space
            .read_entrusted(&mut mandate, &shown, paper, &mut random)
            .await
            .unwrap();
    }

    /// The person's space, opened beside the window.
    async fn space(&self) -> Space {
        open(&self.person, CODE).await.unwrap().space
    }
}

async fn certified(world: &World, stick: &str, name: &str, role: Role) -> (Medium, Helper) {
    let (stick, made) = world.new_space(stick).await.unwrap();
    let helper = world.certify(&made.opened.space, name, role).await.unwrap();
    (stick, helper)
}

/// From the choice of themes to a mandate that is given.
async fn give(page: &mut Page, themes: &[u8], place: &str) {
    page.on("give-themes").await.unwrap();
    for theme in themes {
        page.click(&format!("theme-{theme}")).await.unwrap();
    }
    page.click("give-go-on").await.unwrap();
    page.on("give-consent").await.unwrap();
    sign(page, "Aïcha N.", place).await;
}

async fn sign(page: &mut Page, name: &str, place: &str) {
    page.refill("consent-name", name).await.unwrap();
    page.refill("consent-place", place).await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.click("consent-ok").await.unwrap();
    page.on("given").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mandate_is_given_on_screens_for_everybody() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut page = chromium
            .home(two.person.path(), language, size)
            .await
            .unwrap();
        page.click("door-helpers").await.unwrap();
        page.find("helper-0").await.unwrap();
        page.seen(&at("helpers none")).await.unwrap();
        page.click("helper-0").await.unwrap();
        page.on("give-themes").await.unwrap();
        page.click("give-go-on").await.unwrap();
        page.told("give-trouble").await.unwrap();
        page.click("theme-7").await.unwrap();
        page.seen(&at("give-themes")).await.unwrap();
        page.click("give-go-on").await.unwrap();
        page.on("give-consent").await.unwrap();
        page.seen(&at("give-consent")).await.unwrap();
        page.click("consent-change").await.unwrap();
        page.on("give-terms").await.unwrap();
        page.seen(&at("give-terms")).await.unwrap();
        page.click("days-31").await.unwrap();
        page.click("give-go-on").await.unwrap();
        page.click("consent-guarded").await.unwrap();
        page.on("guardian").await.unwrap();
        page.seen(&at("guardian")).await.unwrap();
        page.click("back").await.unwrap();
        page.on("give-consent").await.unwrap();
        // Nothing is given without a name.
        page.fill("code-field", CODE).await.unwrap();
        page.click("consent-ok").await.unwrap();
        page.told("consent-trouble").await.unwrap();
        page.click("consent-full").await.unwrap();
        page.until("full-text", |said| said.contains("articles 1984"))
            .await
            .unwrap();
        page.accessible(&at("give-consent whole")).await.unwrap();
        page.refill("code-field", "").await.unwrap();
        sign(&mut page, "Aïcha N.", "Lille").await;
        page.seen(&at("given")).await.unwrap();
        page.click("given-helpers").await.unwrap();
        page.click("stop-0").await.unwrap();
        page.find("stop-dialog").await.unwrap();
        page.seen(&at("stop-dialog")).await.unwrap();
        page.click("stop-yes").await.unwrap();
        page.told("helpers-news").await.unwrap();
        page.find("helpers-none").await.unwrap();
        page.close().await.unwrap();
    }
    let mandates = two.space().await.mandates().await.unwrap();
    assert_eq!(mandates.len(), everywhere().count());
    assert!(mandates.iter().all(|mandate| !mandate.live));
    assert!(mandates.iter().all(|m| m.until - m.from == 31 * DAY));
    assert!(mandates.iter().all(|m| m.folders == [Folder::Argent]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mandate_is_used_and_read_about_on_screens_for_everybody() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    two.give(&[Folder::Argent]).await;
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut other = chromium
            .home(two.helper.path(), language, size)
            .await
            .unwrap();
        other.find("door-people").await.unwrap();
        other.seen(&at("home of a helper")).await.unwrap();
        other.click("door-people").await.unwrap();
        other.find("person-0").await.unwrap();
        other.seen(&at("people")).await.unwrap();
        other.click("person-0").await.unwrap();
        other.on("person").await.unwrap();
        assert!(!other.has("theme-5").await.unwrap(), "not in the mandate");
        other.click("posture-do").await.unwrap();
        other.seen(&at("person")).await.unwrap();
        other.click("theme-7").await.unwrap();
        other.find("paper-0").await.unwrap();
        other.seen(&at("person-folder")).await.unwrap();
        other.click("paper-0").await.unwrap();
        other
            .until("paper-text", |said| said.contains("Attestation CAF"))
            .await
            .unwrap();
        other.seen(&at("person-paper")).await.unwrap();
        other.close().await.unwrap();

        let mut page = chromium
            .home(two.person.path(), language, size)
            .await
            .unwrap();
        page.click("door-helpers").await.unwrap();
        page.until("done-0", |said| said.contains("Attestation CAF"))
            .await
            .unwrap();
        page.seen(&at("helpers")).await.unwrap();
        page.click("journal").await.unwrap();
        page.until("done-0", |said| said.contains("Amel"))
            .await
            .unwrap();
        page.seen(&at("journal")).await.unwrap();
        page.click("journal-hide").await.unwrap();
        page.until("done-0", |said| !said.contains("Amel"))
            .await
            .unwrap();
        page.click("journal-hide").await.unwrap();
        page.click("done-0").await.unwrap();
        page.on("mandate").await.unwrap();
        page.find("mandate-stop").await.unwrap();
        page.find("done-0").await.unwrap();
        page.seen(&at("mandate")).await.unwrap();
        page.close().await.unwrap();
    }
    let journal = two.space().await.journal().await.unwrap();
    assert_eq!(
        journal.len(),
        2 * everywhere().count(),
        "a list and a paper each"
    );
    let listed = journal.iter().filter(|done| done.deed == Deed::List);
    assert!({ listed }.all(|done| done.posture == Some(Posture::Do)));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_signed_holds_every_item_of_the_law_and_is_printed_twice() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    let mut page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    page.click("door-helpers").await.unwrap();
    page.click("helper-0").await.unwrap();
    give(&mut page, &[5, 7], "Lille").await;
    page.click("proof-0").await.unwrap();
    page.until("proof-0-news", |said| said.contains("enregistré"))
        .await
        .unwrap();
    let proof = Proof::read(&std::fs::read(chromium.saved("mandat.preuve")).unwrap()).unwrap();
    let (account, grant) = proof.believe().unwrap();
    assert_eq!(account, two.space().await.account());
    assert_eq!(grant.grantee, two.amel.account);
    assert_eq!(grant.rights, Rights::See);
    for item in [
        "Aïcha N.",
        "Amel B., travailleur social",
        "articles 1984 et suivants du Code civil",
        "Logement : ",
        "Argent et aides : ",
        "dure 1 jour",
        "dimanche 22 novembre 2026",
        "lundi 23 novembre 2026",
        "arrêter à tout moment",
        "ni sous curatelle, ni sous sauvegarde de justice",
        "seulement ce qui est utile",
        "rectifier",
        "limiter",
        "supprimer",
        "seulement les actes cités",
        "demande mon accord avant tout autre acte",
        "supprime ce qui n’est plus utile",
        "ne répète rien",
        "y renonce",
        "quelqu’un d’autre",
        "article 1985",
        "Fait à Lille",
        "deux exemplaires",
    ] {
        assert!(
            proof.text.contains(item),
            "{item} is not in:\n{}",
            proof.text
        );
    }
    for never in [
        "Aidants Connect",
        "coffre-fort",
        "certifié",
        "Santé",
        "undefined",
        "{",
    ] {
        assert!(!proof.text.contains(never), "{never} is in it");
    }

    let code = proof.code().to_string();
    let printed = "return [...document.querySelectorAll('.printed')].map((p) => p.textContent)";
    let copies = page.ask(printed).await.unwrap();
    let copies = copies.as_array().unwrap();
    assert_eq!(copies.len(), 2);
    for copy in copies {
        let copy = copy.as_str().unwrap();
        assert!(copy.contains(&proof.text) && copy.contains(&code), "{copy}");
    }
    // One sheet of A4 for each of the two.
    let a4 = PrintConfiguration::default();
    let pdf = page.client().print(a4).await.unwrap();
    let pages = lopdf::Document::load_mem(&pdf).unwrap().get_pages();
    assert_eq!(pages.len(), 2);
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn several_helpers_at_once_and_one_theme_less() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    certified(&two.world, "bruno", "Bruno", Role::Mediator).await;
    let mut page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    page.click("door-helpers").await.unwrap();
    page.click("give-several").await.unwrap();
    page.find("helper-1").await.unwrap();
    page.seen("give-helper several").await.unwrap();
    page.click("helper-0").await.unwrap();
    page.click("helper-1").await.unwrap();
    page.click("give-go-on").await.unwrap();
    give(&mut page, &[5, 7], "Lille").await;
    page.find("proof-1").await.unwrap();
    page.click("given-helpers").await.unwrap();
    page.find("mandate-1").await.unwrap();
    // Housing is taken from the first one; the other keeps both.
    page.click("mandate-0").await.unwrap();
    page.click("mandate-less").await.unwrap();
    page.find("less-what").await.unwrap();
    page.seen("give-themes less").await.unwrap();
    give(&mut page, &[5], "Lille").await;
    page.close().await.unwrap();
    let mandates = two.space().await.mandates().await.unwrap();
    let mut live: Vec<_> = mandates
        .iter()
        .filter(|m| m.live)
        .map(|m| m.folders.clone())
        .collect();
    live.sort_by_key(Vec::len);
    let both = vec![Folder::Logement, Folder::Argent];
    assert_eq!(live, [vec![Folder::Argent], both]);
    assert_eq!(mandates.len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_volunteer_is_found_by_their_number_and_offered_less() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    let (_, zoe) = certified(&two.world, "zoe", "Zoé", Role::Volunteer).await;
    let own = two.space().await.helper_number().to_string();
    let mut page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    page.click("door-helpers").await.unwrap();
    page.find("helper-0").await.unwrap();
    assert!(
        !page.has("helper-1").await.unwrap(),
        "volunteers are not listed"
    );
    page.click("give-number").await.unwrap();
    for (typed, said) in [
        ("0000-0000-0000", "Aucun aidant"),
        (own.as_str(), "le vôtre"),
    ] {
        page.refill("give-number-field", typed).await.unwrap();
        page.click("give-number-find").await.unwrap();
        page.until("give-trouble", |trouble| trouble.contains(said))
            .await
            .unwrap();
    }
    page.seen("give-helper number").await.unwrap();
    let typed = zoe.number().to_string().to_lowercase();
    page.refill("give-number-field", &typed).await.unwrap();
    page.click("give-number-find").await.unwrap();
    page.on("give-themes").await.unwrap();
    assert!(
        !page.has("theme-3").await.unwrap(),
        "health is not offered first"
    );
    page.click("give-others").await.unwrap();
    page.find("theme-3").await.unwrap();
    assert!(
        !page.has("theme-0").await.unwrap(),
        "Privé is never offered"
    );
    give(&mut page, &[6], "Lille").await;
    page.close().await.unwrap();
    let mandates = two.space().await.mandates().await.unwrap();
    assert!(mandates[0].text.contains("bénévole"));
    assert!(mandates[0].text.contains("pas payé"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_wants_to_help_asks_and_reads_a_number_aloud() {
    let chromium = Chromium::start().await.unwrap();
    let world = World::start().await.unwrap();
    let (stick, made) = world.new_space("amel").await.unwrap();
    let number = made.opened.space.helper_number().to_string();
    for (language, view, size) in everywhere() {
        let mut page = chromium.home(stick.path(), language, size).await.unwrap();
        page.click("settings").await.unwrap();
        page.click("settings-others").await.unwrap();
        page.click("helping").await.unwrap();
        page.until("helping-number", |said| said == number)
            .await
            .unwrap();
        page.seen(&format!("helping {language} {view}"))
            .await
            .unwrap();
        page.fill("helping-name", "Amel B.").await.unwrap();
        page.click("helping-ask").await.unwrap();
        page.told("helping-news").await.unwrap();
        page.close().await.unwrap();
    }
    let space = open(&stick, CODE).await.unwrap().space;
    world
        .certify(&space, "Amel B.", Role::Mediator)
        .await
        .unwrap();
    // A month before its end the certificate is spoken of.
    world.clock.advance(61 * DAY);
    world.refresh_helpers().unwrap();
    let mut page = chromium.home(stick.path(), "fr", VIEWS[0].1).await.unwrap();
    page.click("settings").await.unwrap();
    page.click("settings-others").await.unwrap();
    page.click("helping").await.unwrap();
    page.find("helping-is").await.unwrap();
    page.find("helping-ends").await.unwrap();
    page.seen("helping certified").await.unwrap();
    page.click("helping-people").await.unwrap();
    page.find("people-none").await.unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_no_longer_counts_is_said_in_clear_sentences() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    let mut page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    page.click("door-helpers").await.unwrap();
    page.click("helper-0").await.unwrap();
    give(&mut page, &[7], "Lille").await;

    let mut other = chromium
        .home(two.helper.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    other.click("door-people").await.unwrap();
    other.click("person-0").await.unwrap();
    // Whatever a page asks for: the portal answers for the mandate alone.
    let refused = "const done = arguments[0]; const ask = window.__TAURI_INTERNALS__.invoke; \
        ask('entrusted').then(([of]) => ask('open_entrusted', { id: of.id, folder: 5, posture: 'do' })) \
        .then(() => done('served'), (refusal) => done(refusal.kind))";
    let refused = other
        .client()
        .execute_async(refused, Vec::new())
        .await
        .unwrap();
    assert_eq!(refused, "mandateOver");

    page.click("given-helpers").await.unwrap();
    page.click("stop-0").await.unwrap();
    page.click("stop-yes").await.unwrap();
    page.told("helpers-news").await.unwrap();
    other.click("theme-7").await.unwrap();
    other
        .until("person-trouble", |said| said.contains("arrêté"))
        .await
        .unwrap();
    other.seen("person-folder stopped").await.unwrap();
    other.close().await.unwrap();

    // A helper who was stopped: known to an old page, refused by the portal.
    page.click("helper-0").await.unwrap();
    page.click("theme-7").await.unwrap();
    page.click("give-go-on").await.unwrap();
    two.world.stop_helper(&two.amel).unwrap();
    page.fill("consent-name", "Aïcha N.").await.unwrap();
    page.fill("consent-place", "Lille").await.unwrap();
    page.fill("code-field", CODE).await.unwrap();
    page.click("consent-ok").await.unwrap();
    page.until("consent-trouble", |said| said.contains("Aucun aidant"))
        .await
        .unwrap();
    page.close().await.unwrap();

    // A list that nobody has signed for a week begins no mandate.
    certified(&two.world, "bruno", "Bruno", Role::Mediator).await;
    two.world.clock.advance(8 * DAY);
    let mut page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    page.click("door-helpers").await.unwrap();
    page.until("give-trouble", |said| said.contains("trop ancienne"))
        .await
        .unwrap();
    page.close().await.unwrap();
}

/// Leaves a line of the journal out: the one at this place.
struct LeavesOut(usize);

impl Lie for LeavesOut {
    fn after(&mut self, asked: &Asked, truth: Answer) -> Answer {
        if !asked.is("POST /v1/journal") {
            return truth;
        }
        let mut journal: JournalAnswer = decode_canonical(&truth.body, 1 << 20).unwrap();
        journal.lines.remove(self.0);
        Answer::cbor(wire::encode(&journal))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_left_out_of_the_journal_is_said_plainly() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    two.give(&[Folder::Argent]).await;
    two.read(Folder::Argent).await;
    let liar = Liar::before(&two.world).await.unwrap();
    let mut page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    page.click("door-helpers").await.unwrap();
    page.find("done-1").await.unwrap();
    page.click("back").await.unwrap();
    // Between two lines, and the last one that was seen.
    for line in [0, 1] {
        liar.tell(Box::new(LeavesOut(line)));
        page.click("door-helpers").await.unwrap();
        page.until("journal-altered", |said| said.contains("structure"))
            .await
            .unwrap();
        assert!(!page.has("done-0").await.unwrap(), "no line of it is shown");
        page.seen(&format!("helpers altered {line}")).await.unwrap();
        // The mandate can be stopped all the same.
        page.find("stop-0").await.unwrap();
        page.click("back").await.unwrap();
    }
    liar.honest();
    page.click("door-helpers").await.unwrap();
    page.find("done-1").await.unwrap();
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_helper_holds_is_gone_when_they_leave() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    two.give(&[Folder::Argent]).await;
    let mut page = chromium
        .home(two.helper.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    page.click("door-people").await.unwrap();
    page.click("person-0").await.unwrap();
    page.click("theme-7").await.unwrap();
    page.find("paper-0").await.unwrap();
    let held = "const done = arguments[0]; const ask = window.__TAURI_INTERNALS__.invoke; \
        ask('entrusted').then(([of]) => ask('open_entrusted', { id: of.id, folder: 7, posture: 'do' }) \
        .then(([paper]) => done([of.id, paper.id])))";
    let held = page.client().execute_async(held, Vec::new()).await.unwrap();
    page.click("leave").await.unwrap();
    page.find("locked-left").await.unwrap();
    let again = "const [[id, paper], done] = arguments; \
        const ask = window.__TAURI_INTERNALS__.invoke; \
        const said = (asked) => asked.then(() => 'served', (refusal) => refusal.kind); \
        Promise.all([said(ask('read_entrusted', { id, paper })), said(ask('entrusted')), \
        said(ask('open_entrusted', { id, folder: 7, posture: 'do' }))]).then(done)";
    let again = page
        .client()
        .execute_async(again, vec![held])
        .await
        .unwrap();
    assert_eq!(again, serde_json::json!(["locked", "locked", "locked"]));
    page.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mandate_is_given_and_stopped_by_keyboard_alone() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    let page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    press(&page, "door-helpers", Key::Enter).await;
    page.find("helper-0").await.unwrap();
    press(&page, "helper-0", Key::Enter).await;
    page.on("give-themes").await.unwrap();
    press(&page, "theme-7", Key::Space).await;
    // The button stands before the themes: past the end the tab key begins anew.
    reach(&page, "give-go-on").await;
    page.key(Key::Enter).await.unwrap();
    page.on("give-consent").await.unwrap();
    reach(&page, "consent-name").await;
    page.fill("consent-name", "Aïcha").await.unwrap();
    reach(&page, "consent-place").await;
    page.fill("consent-place", "Lille").await.unwrap();
    reach(&page, "code-field").await;
    page.fill("code-field", CODE).await.unwrap();
    press(&page, "consent-ok", Key::Enter).await;
    page.on("given").await.unwrap();
    press(&page, "given-helpers", Key::Enter).await;
    page.find("stop-0").await.unwrap();
    press(&page, "stop-0", Key::Enter).await;
    page.find("stop-dialog").await.unwrap();
    press(&page, "stop-yes", Key::Enter).await;
    page.told("helpers-news").await.unwrap();
    page.close().await.unwrap();
}

async fn press(page: &Page, name: &str, key: Key) {
    reach(page, name).await;
    page.key(key).await.unwrap();
}

/// Goes there with the tab key.
async fn reach(page: &Page, name: &str) {
    page.find(name).await.unwrap();
    for _ in 0..80 {
        if focused(page).await == name {
            return;
        }
        page.key(Key::Tab).await.unwrap();
    }
    panic!("{name} cannot be reached with the tab key");
}

async fn focused(page: &Page) -> String {
    let name = "return document.activeElement?.dataset?.test ?? ''";
    let found = page.ask(name).await.unwrap();
    found.as_str().unwrap_or_default().to_owned()
}
