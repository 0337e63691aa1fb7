//! Sessions with people, and the figures made of them.

use super::*;

#[tokio::test]
async fn a_session_is_written_down_listed_exported_and_taken_out() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let other = hired(&portal, "Lea", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let wrote = send(
        &portal,
        "/pro/seances/noter",
        &cookie,
        &four("logement", "domicile", "je_forme"),
    )
    .await;
    assert_eq!(wrote.headers["location"], "/pro/seances?fait=oui");
    let evil = "=HYPERLINK(\"https://evil.example\")<b>";
    let more = [
        four("justice", "autre", "je_fais").as_slice(),
        &[("nom_lieu", evil), ("age", "70_plus")],
    ]
    .concat();
    assert_eq!(
        send(&portal, "/pro/seances/noter", &cookie, &more)
            .await
            .status,
        303
    );
    let long = "x".repeat(81);
    for (field, value) in [
        ("theme", "cuisine"),
        ("duree", "0"),
        ("duree", "1e9"),
        ("lieu", ""),
        ("posture", "je_dors"),
        ("nom_lieu", &*long),
        ("jour", "2999-01-01"),
        ("jour", "hier"),
        ("participants", "100000"),
        ("age", "vieux"),
    ] {
        let mut form = four("logement", "domicile", "je_forme").to_vec();
        form.retain(|(name, _)| *name != field);
        form.push((field, value));
        let answer = send(&portal, "/pro/seances/noter", &cookie, &form).await;
        assert_eq!(answer.status, 422, "{field}={value}");
        let text = String::from_utf8(answer.body).unwrap();
        // What was pressed before is pressed still.
        let kept = "value=\"logement\" checked";
        assert!(
            field == "theme" || text.contains(kept),
            "{field}={value} {text}"
        );
    }
    let text = see(&portal, "/pro/seances", &cookie).await;
    assert!(
        text.contains("Logement") && text.contains("&lt;b&gt;"),
        "{text}"
    );
    assert_eq!(text.matches("data-test=\"remove\"").count(), 2);
    let month = text.split("export?mois=").nth(1).unwrap()[..7].to_owned();
    let file = async |format: &str| {
        let path = format!("/pro/seances/export?mois={month}&format={format}");
        let answer = portal.ask("GET", &path, &[("cookie", &cookie)], None).await;
        assert_eq!(answer.status, 200, "{format}");
        let kept = &answer.headers["content-disposition"];
        assert_eq!(
            *kept,
            format!("attachment; filename=\"seances-{month}.{format}\"")
        );
        answer.body
    };
    let csv = String::from_utf8(file("csv").await).unwrap();
    assert!(
        csv.starts_with("\u{feff}\"Date\";\"Type\";\"Participants\";\"Canaux\";"),
        "{csv}"
    );
    assert!(
        csv.contains(";\"'=HYPERLINK(") && csv.contains(";\"Je forme\";\"\";\"\";\"\"\r\n"),
        "{csv}"
    );
    assert!(file("xlsx").await.starts_with(b"PK"));
    let json: serde_json::Value = serde_json::from_slice(&file("json").await).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 2);
    for wrong in [
        "mois=2026-13",
        "mois=x",
        "mois=9999-01",
        "format=exe",
        "mois=2026-11-01",
    ] {
        let path = format!("/pro/seances/export?{wrong}");
        let answer = portal.ask("GET", &path, &[("cookie", &cookie)], None).await;
        assert_eq!(answer.status, 404, "{wrong}");
    }
    // A colleague does not take out what is not theirs; an empty month is an empty file.
    let name = text.split("name=\"quoi\" value=\"").nth(1).unwrap()[..24].to_owned();
    let theirs = signed_in(&portal, other);
    let taken = send(&portal, "/pro/seances/retirer", &theirs, &[("quoi", &name)]).await;
    assert_eq!(taken.status, 403);
    let taken = send(&portal, "/pro/seances/retirer", &cookie, &[("quoi", &name)]).await;
    assert_eq!(taken.status, 303);
    let again = send(&portal, "/pro/seances/retirer", &cookie, &[("quoi", &name)]).await;
    assert_eq!(again.headers["location"], "/pro/seances?fait=deja");
    let text = see(&portal, "/pro/seances", &theirs).await;
    assert!(!text.contains("data-test=\"remove\""), "{text}");
    portal.running.stop().await;
}

#[tokio::test]
async fn languages_and_aids_are_counted_where_they_were_noted_and_small_ones_are_hidden() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let write = async |times: usize, more: &[(&str, &str)]| {
        for _ in 0..times {
            let form = [&four("logement", "domicile", "je_forme"), more].concat();
            let sent = send(&portal, "/pro/seances/noter", &cookie, &form).await;
            assert_eq!(sent.status, 303);
        }
    };
    write(9, &[("langue", "fr"), ("aide", "grandes_lettres")]).await;
    write(7, &[("langue", "ar"), ("langue", "fr"), ("aide", "aucune")]).await;
    write(2, &[("langue", "uk")]).await;
    write(6, &[]).await;
    let wrong = [
        &four("logement", "domicile", "je_forme")[..],
        &[("langue", "xx")],
    ]
    .concat();
    let refused = send(&portal, "/pro/seances/noter", &cookie, &wrong).await;
    assert_eq!(refused.status, 422);
    // An aid and none: what was chosen stays, to be put right.
    let both = [
        &four("logement", "domicile", "je_forme")[..],
        &[("langue", "ar"), ("aide", "contraste"), ("aide", "aucune")],
    ]
    .concat();
    let refused = send(&portal, "/pro/seances/noter", &cookie, &both).await;
    assert_eq!(refused.status, 422);
    let text = String::from_utf8(refused.body).unwrap();
    for kept in ["ar", "contraste", "aucune"] {
        assert!(
            text.contains(&format!("value=\"{kept}\" checked")),
            "{text}"
        );
    }
    assert!(text.contains("« Aucune aide » seule") && text.contains("<details open"));
    let answer = portal
        .ask("GET", "/pro/chiffres/export", &[("cookie", &cookie)], None)
        .await;
    let file = String::from_utf8(answer.body).unwrap();
    for line in [
        // Sixteen of eighteen would say two.
        r#""Séances par langue";"Français";"moins de 5, ou masqué""#,
        // Two, and the next smallest with them.
        r#""Séances par langue";"Arabe";"moins de 5, ou masqué""#,
        r#""Séances par langue";"Ukrainien";"moins de 5, ou masqué""#,
        r#""Séances par langue";"pas noté";"6""#,
        r#""Séances par langue";"Turc";"0""#,
        r#""Séances par aide utilisée";"Grandes lettres";"9""#,
        r#""Séances par aide utilisée";"Aucune aide";"7""#,
        r#""Séances par aide utilisée";"pas noté";"8""#,
    ] {
        assert!(file.contains(line), "{line}: {file}");
    }
    let page = see(&portal, "/pro/chiffres", &cookie).await;
    assert!(page.contains("data-test=\"figure-languages\""), "{page}");
    portal.running.stop().await;
}

#[tokio::test]
async fn figures_hide_small_numbers_on_the_page_and_in_the_file() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    let figures = async || {
        let page = see(&portal, "/pro/chiffres", &cookie).await;
        let answer = portal
            .ask("GET", "/pro/chiffres/export", &[("cookie", &cookie)], None)
            .await;
        (page, String::from_utf8(answer.body).unwrap())
    };
    let write = async |times: usize, place: &str, posture: &str| {
        for _ in 0..times {
            let form = four("logement", place, posture);
            assert_eq!(
                send(&portal, "/pro/seances/noter", &cookie, &form)
                    .await
                    .status,
                303
            );
        }
    };
    write(3, "domicile", "je_fais").await;
    let (page, file) = figures().await;
    assert!(page.contains("trop peu de séances"), "{page}");
    assert!(
        file.contains(r#""Séances par lieu";"Domicile";"moins de 5, ou masqué""#),
        "{file}"
    );
    assert!(!file.contains(";\"3\"\r\n"), "{file}");
    write(9, "lieu_activite", "je_forme").await;
    write(6, "a_distance", "je_fais").await;
    let (page, file) = figures().await;
    // Eighteen, of which three at home: the six on the line must go with them.
    assert!(file.contains("\"Séances\";\"toutes\";\"18\"\r\n"), "{file}");
    assert!(
        file.contains("\"Séances par lieu\";\"Lieu d’activité\";\"9\"\r\n"),
        "{file}"
    );
    for hidden in ["\"Domicile\";\"3\"", "\"À distance\";\"6\""] {
        assert!(!file.contains(hidden), "{file}");
    }
    assert!(
        file.contains("\"Séances par posture\";\"Je forme\";\"9\"\r\n"),
        "{file}"
    );
    assert!(
        page.contains("50 %") && page.contains("\">Je forme : 9</text>"),
        "{page}"
    );
    let wrong = portal
        .ask(
            "GET",
            "/pro/chiffres?mois=2026-1",
            &[("cookie", &cookie)],
            None,
        )
        .await;
    assert_eq!(wrong.status, 404);
    portal.running.stop().await;
}

#[tokio::test]
async fn a_sum_that_one_table_hides_is_in_no_other() {
    let portal = Portal::start().await;
    let mediator = hired(&portal, "Omar", StaffRole::Mediator).await;
    let cookie = signed_in(&portal, mediator);
    // Five in three places, of which none says that it is five or more; all with one theme and one posture.
    for place in [
        "domicile",
        "autre",
        "a_distance",
        "a_distance",
        "a_distance",
    ] {
        let form = four("logement", place, "je_fais");
        let wrote = send(&portal, "/pro/seances/noter", &cookie, &form).await;
        assert_eq!(wrote.status, 303);
    }
    let path = "/pro/chiffres/export";
    let answer = portal.ask("GET", path, &[("cookie", &cookie)], None).await;
    let file = String::from_utf8(answer.body).unwrap();
    for hidden in [
        r#""Séances";"toutes""#,
        r#""Séances par lieu";"À distance""#,
        r#""Séances par posture";"Je fais""#,
        r#""Séances par thème";"Logement""#,
    ] {
        let masked = format!("{hidden};\"moins de 5, ou masqué\"\r\n");
        assert!(file.contains(&masked), "{hidden} {file}");
    }
    portal.running.stop().await;
}
