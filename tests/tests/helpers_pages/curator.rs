//! Whoever is in charge of a measure of protection: an access of their own, and never a mandate.

use super::{
    CODE, Chromium, DAY, Page, Proof, Rights, Role, Two, VIEWS, certified, everywhere, sign,
};
use fantoccini::wd::PrintConfiguration;
use key_core::help::Helper;
use tests::screen::Browser;
use wire::folder::Folder;

/// From the explanation to the themes.
async fn measure(page: &mut Page, kind: &str) {
    page.on("guardian-measure").await.unwrap();
    page.click(&format!("measure-{kind}")).await.unwrap();
    page.refill("measure-court", "Tribunal judiciaire de Lille")
        .await
        .unwrap();
    page.refill("measure-day", "3").await.unwrap();
    page.refill("measure-year", "2025").await.unwrap();
    page.click("measure-go-on").await.unwrap();
    page.on("give-themes").await.unwrap();
}

/// Somebody in charge of measures, as an officer certified them.
async fn in_charge(two: &Two) -> (key_core::stick::Folder, Helper) {
    certified(&two.world, "carole", "Carole M.", Role::Curator).await
}

/// From home to the explanation, by way of a mandate that is not given.
async fn guarded(page: &mut Page) {
    page.click("door-helpers").await.unwrap();
    page.click("helper-0").await.unwrap();
    page.on("give-themes").await.unwrap();
    page.click("theme-7").await.unwrap();
    page.click("give-go-on").await.unwrap();
    page.click("consent-guarded").await.unwrap();
    page.on("guardian").await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_guardian_gives_an_access_on_screens_for_everybody() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    let (_, carole) = in_charge(&two).await;
    for (language, view, size) in everywhere() {
        let at = |screen: &str| format!("{screen} {language} {view}");
        let mut page = chromium
            .home(two.person.path(), language, size)
            .await
            .unwrap();
        guarded(&mut page).await;
        page.seen(&at("guardian")).await.unwrap();
        page.click("guardian-go-on").await.unwrap();
        page.on("guardian-who").await.unwrap();
        // Nobody else is in charge of a measure.
        let amel = two.amel.number().to_string();
        page.fill("give-number-field", &amel).await.unwrap();
        page.click("give-number-find").await.unwrap();
        page.told("give-trouble").await.unwrap();
        page.seen(&at("guardian-who")).await.unwrap();
        page.refill("give-number-field", &carole.number().to_string())
            .await
            .unwrap();
        page.click("give-number-find").await.unwrap();
        page.on("guardian-measure").await.unwrap();
        page.click("measure-go-on").await.unwrap();
        page.told("measure-trouble").await.unwrap();
        page.seen(&at("guardian-measure")).await.unwrap();
        measure(&mut page, "curatelle").await;
        page.click("theme-7").await.unwrap();
        page.seen(&at("give-themes access")).await.unwrap();
        page.click("give-go-on").await.unwrap();
        page.on("give-consent").await.unwrap();
        page.told("consent-measure").await.unwrap();
        assert!(!page.has("consent-guarded").await.unwrap());
        page.click("consent-full").await.unwrap();
        page.until("full-text", |said| said.contains("curatelle"))
            .await
            .unwrap();
        page.seen(&at("give-consent access")).await.unwrap();
        page.click("consent-change").await.unwrap();
        page.on("give-terms").await.unwrap();
        page.click("days-365").await.unwrap();
        page.seen(&at("give-terms access")).await.unwrap();
        page.click("give-go-on").await.unwrap();
        sign(&mut page, "Aïcha N.", "Lille").await;
        page.seen(&at("given access")).await.unwrap();
        page.click("given-helpers").await.unwrap();
        page.find("mandate-0").await.unwrap();
        page.seen(&at("helpers access")).await.unwrap();
        page.click("mandate-0").await.unwrap();
        page.find("mandate-access").await.unwrap();
        page.seen(&at("mandate access")).await.unwrap();
        page.click("mandate-stop").await.unwrap();
        page.find("stop-dialog").await.unwrap();
        page.seen(&at("stop-dialog access")).await.unwrap();
        page.click("stop-yes").await.unwrap();
        page.told("helpers-news").await.unwrap();
        page.close().await.unwrap();
    }
    let given = two.space().await.mandates().await.unwrap();
    assert_eq!(given.len(), everywhere().count());
    assert!(given.iter().all(|each| each.grantee == carole.account));
    assert!(given.iter().all(|each| each.until - each.from == 365 * DAY));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_signed_for_a_curator_is_an_access_and_no_mandate() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    let (stick, carole) = in_charge(&two).await;
    let size = VIEWS[0].1;
    let mut page: Browser = chromium.home(two.person.path(), "fr", size).await.unwrap();
    // Chosen where mandates are given, a curator leads to the access.
    page.click("door-helpers").await.unwrap();
    page.click("give-number").await.unwrap();
    page.fill("give-number-field", &carole.number().to_string())
        .await
        .unwrap();
    page.click("give-number-find").await.unwrap();
    page.on("guardian").await.unwrap();
    page.until("guardian-is", |said| said.contains("Carole M."))
        .await
        .unwrap();
    page.click("guardian-go-on").await.unwrap();
    // A judgment that is still to come is none.
    page.on("guardian-measure").await.unwrap();
    page.click("measure-tutelle").await.unwrap();
    page.fill("measure-court", "Tribunal").await.unwrap();
    page.fill("measure-day", "3").await.unwrap();
    page.fill("measure-year", "2031").await.unwrap();
    page.click("measure-go-on").await.unwrap();
    page.until("measure-trouble", |said| said.contains("pas encore"))
        .await
        .unwrap();
    measure(&mut page, "tutelle").await;
    for theme in ["theme-5", "theme-7", "give-go-on"] {
        page.click(theme).await.unwrap();
    }
    page.on("give-consent").await.unwrap();
    let words = "return document.querySelector('main').textContent.toLowerCase()";
    let consent = page.ask(words).await.unwrap();
    assert!(!consent.as_str().unwrap().contains("mandat"), "{consent}");
    sign(&mut page, "Aïcha N.", "Lille").await;
    let given = page.ask(words).await.unwrap();
    assert!(!given.as_str().unwrap().contains("le mandat"), "{given}");
    page.click("proof-0").await.unwrap();
    page.until("proof-0-news", |said| said.contains("enregistré"))
        .await
        .unwrap();
    let proof = Proof::read(&std::fs::read(chromium.saved("acces.preuve")).unwrap()).unwrap();
    let (account, grant) = proof.believe().unwrap();
    assert_eq!(account, two.space().await.account());
    assert_eq!((grant.grantee, grant.rights), (carole.account, Rights::See));
    for item in [
        "ACCÈS DE LA PERSONNE CHARGÉE DE LA MESURE",
        "la personne protégée : Aïcha N.",
        "la personne chargée de la mesure : Carole M.",
        "Une tutelle a été décidée le vendredi 3 janvier 2025",
        "Tribunal judiciaire de Lille",
        "Seule la décision du juge fait foi",
        "n’en ajoute aucun",
        "Logement : ",
        "Argent et aides : ",
        "articles 458 et 459",
        "article 457-1",
        "dure 1 jour",
        "dimanche 22 novembre 2026",
        "lundi 23 novembre 2026",
        "à tout moment",
        "qui ne concernent que moi et pour lesquels la loi me laisse décider",
        "garde ses droits",
        "rectifier",
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
        "mandat",
        "Mandat",
        "MANDAT",
        "procuration",
        "Aidants Connect",
        "Santé",
        "{",
    ] {
        assert!(!proof.text.contains(never), "{never} is in it");
    }
    // Two copies, a sheet each.
    let printed = "return [...document.querySelectorAll('.printed')].map((p) => p.textContent)";
    let copies = page.ask(printed).await.unwrap();
    let code = proof.code().to_string();
    assert_eq!(copies.as_array().unwrap().len(), 2);
    for copy in copies.as_array().unwrap() {
        let copy = copy.as_str().unwrap();
        assert!(copy.contains(&proof.text) && copy.contains(&code), "{copy}");
    }
    let a4 = PrintConfiguration::default();
    let pdf = page.client().print(a4).await.unwrap();
    let pages = lopdf::Document::load_mem(&pdf).unwrap().get_pages();
    assert_eq!(pages.len(), 2);

    page.click("given-helpers").await.unwrap();
    page.until("mandate-0", |said| said.contains("Un accès"))
        .await
        .unwrap();

    // The other side calls it the same.
    let mut other = chromium.home(stick.path(), "fr", size).await.unwrap();
    other.click("door-people").await.unwrap();
    other
        .until("person-0", |said| said.contains("Un accès"))
        .await
        .unwrap();
    other.click("person-0").await.unwrap();
    other.click("theme-7").await.unwrap();
    other.find("paper-0").await.unwrap();
    page.click("stop-0").await.unwrap();
    page.click("stop-yes").await.unwrap();
    page.until("helpers-news", |said| said.contains("L’accès est arrêté"))
        .await
        .unwrap();
    page.close().await.unwrap();
    other.click("back").await.unwrap();
    other.click("theme-5").await.unwrap();
    other
        .until("person-trouble", |said| said.contains("accès"))
        .await
        .unwrap();
    other.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_shell_takes_no_mandate_for_a_curator_and_no_access_for_anybody_else() {
    let chromium = Chromium::start().await.unwrap();
    let two = Two::meet().await;
    let (_, carole) = in_charge(&two).await;
    let page = chromium
        .home(two.person.path(), "fr", VIEWS[0].1)
        .await
        .unwrap();
    let ask = "const [digits, number, text, done] = arguments; \
        const ask = window.__TAURI_INTERNALS__.invoke; \
        ask('helpers').then(({ now }) => ask('entrust', { code: { kind: 'digits', digits }, agreed: { \
        helpers: [[number, text]], folders: [7], rights: 'see', days: 1, person: 'A', structure: 'S', \
        place: 'L', from: now, instead: null } })) \
        .then(() => done('given'), (refusal) => done(refusal.kind))";
    let access = "ACCÈS DE LA PERSONNE CHARGÉE DE LA MESURE\n";
    for (helper, text, answer) in [
        (&carole, "MANDAT\n", "gone"),
        (&two.amel, access, "gone"),
        (&carole, access, "given"),
    ] {
        let number = helper.number().to_string();
        let said = page
            .client()
            .execute_async(ask, vec![CODE.into(), number.into(), text.into()])
            .await
            .unwrap();
        assert_eq!(said, answer);
    }
    page.close().await.unwrap();
    let given = two.space().await.mandates().await.unwrap();
    assert_eq!(given.len(), 1);
    assert_eq!(given[0].folders, [Folder::Argent]);
}
