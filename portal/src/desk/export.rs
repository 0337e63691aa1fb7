//! Files for other programs: the sessions of a month in the columns of the Coop de la médiation numérique, and
//! figures. What is not asked of people stays an empty column.

use axum::{
    extract::State,
    http::{
        HeaderValue,
        header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use wire::{Code, Refusal};

use super::{
    acting::write_as,
    activity::{labels, month_of},
    form::Asked,
    guard::Me,
    reply::Reply,
};
use crate::{
    app::{Shared, aside},
    domain::{
        Outcome,
        desk::{
            activity, acts,
            choices::{self, Choice},
            coop,
        },
    },
    records::{Act, Activity},
};

/// The columns of others, in their order.
const COLUMNS: [&str; 25] = [
    "Date",
    "Type",
    "Participants",
    "Canaux",
    "Nom du lieu",
    "Adresse",
    "Commune",
    "CP",
    "Insee",
    "Durée (min)",
    "Nom de l’atelier",
    "Matériel",
    "Thématique(s)",
    "Tags",
    "Nom de la démarche",
    "Niveau d’autonomie",
    "Réorienté",
    "Structure de redirection",
    "Commune bénéficiaire",
    "CP bénéficiaire",
    "Insee bénéficiaire",
    "Genre",
    "Tranche d’âge",
    "Statut",
    "ID CRA",
];
/// What those have no column for: who made the gestures, in what language and with what aids, and how hard a
/// workshop was. Their tags are words of their own, and stay empty.
const OURS: [&str; 4] = ["Posture", "Langues", "Aides", "Niveau"];

/// The sessions of a month as a file.
pub(super) async fn sessions(State(app): State<Shared>, me: Me, Asked(asked): Asked) -> Reply {
    let now = app.now();
    let month = month_of(&asked, now)?;
    let (make, media): (Make, _) = match asked.text("format") {
        "" | "csv" => (csv, CSV),
        "xlsx" => (xlsx, XLSX),
        "json" => (json, JSON),
        _ => return Err(Code::NotFound.into()),
    };
    let by = me.id;
    let exported = write_as(&app, &me, move |tx, _| {
        acts::write(tx, Some(by), Act::Exported(month.to_string()), now)?;
        Ok::<_, Refusal>(activity::of_month(tx, month)?)
    });
    let rows = exported.await?;
    let bytes = aside(move || make(&rows)).await?;
    Ok(file(&format!("seances-{month}"), media, bytes))
}

/// A media type, and how its files end.
pub(super) type Media = (&'static str, &'static str);
/// Values between semicolons.
pub(super) const CSV: Media = ("text/csv; charset=utf-8", "csv");
const XLSX: Media = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsx",
);
const JSON: Media = ("application/json", "json");

/// A file to keep.
pub(super) fn file(name: &str, (media, ends): Media, bytes: Vec<u8>) -> Response {
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media));
    let kept = format!("attachment; filename=\"{name}.{ends}\"");
    if let Ok(kept) = HeaderValue::from_str(&kept) {
        headers.insert(CONTENT_DISPOSITION, kept);
    }
    response
}

/// Lines as a spreadsheet reads them: it knows from the first three bytes that this is UTF-8.
pub(super) fn table(lines: impl IntoIterator<Item = Vec<String>>) -> Outcome<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        // Whatever a program takes for the end of a cell, none ends within.
        .quote_style(csv::QuoteStyle::Always)
        .from_writer(b"\xEF\xBB\xBF".to_vec());
    for line in lines {
        let line = line.into_iter().map(harmless);
        writer.write_record(line).map_err(|_| failed())?;
    }
    writer.into_inner().map_err(|_| failed())
}

/// A spreadsheet takes what begins so for a formula, and runs it; some take signs of full width for the others.
fn harmless(text: String) -> String {
    const RUN: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    if text.starts_with(RUN) {
        format!("'{text}")
    } else {
        text
    }
}

fn failed() -> Refusal {
    Code::Unavailable.into()
}

type Rows = Vec<(Vec<u8>, Activity)>;
/// What makes a file of them.
type Make = fn(&Rows) -> Outcome<Vec<u8>>;

fn csv(rows: &Rows) -> Outcome<Vec<u8>> {
    let mut lines = vec![heads()];
    for (name, one) in rows {
        lines.push(cells(name, one)?);
    }
    table(lines)
}

fn xlsx(rows: &Rows) -> Outcome<Vec<u8>> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut lines = vec![heads()];
    for (name, one) in rows {
        lines.push(cells(name, one)?);
    }
    for (row, line) in (0_u32..).zip(lines) {
        for (column, text) in (0_u16..).zip(line) {
            // A string is never a formula here; numbers stay numbers, to be added up.
            let wrote = match text.parse::<u32>() {
                Ok(number) if [2, 9].contains(&column) => sheet.write_number(row, column, number),
                _ => sheet.write_string(row, column, text),
            };
            wrote.map_err(|_| failed())?;
        }
    }
    book.save_to_buffer().map_err(|_| failed())
}

fn json(rows: &Rows) -> Outcome<Vec<u8>> {
    let values = |table: &'static [Choice], codes: &[u8]| -> Vec<&str> {
        let found = codes
            .iter()
            .filter_map(|code| choices::by_code(table, *code));
        found.map(coop::value).collect()
    };
    let one = |table, code: u8| values(table, &[code]).first().copied().map(Value::from);
    let may = |table, code: Option<u8>| code.and_then(|code| one(table, code));
    let mut all = Vec::new();
    for (name, row) in rows {
        all.push(json!({
            "id": data_encoding::HEXLOWER.encode(name),
            "date": activity::day_of(name)?.to_string(),
            "type": one(choices::KINDS, kind(row)),
            "participants": row.participants,
            "type_lieu": one(choices::PLACES, row.place),
            "nom_lieu": row.place_name,
            "duree": row.minutes,
            "titre_atelier": row.workshop,
            "niveau_atelier": may(choices::LEVELS, row.level),
            "materiel": values(choices::EQUIPMENT, &row.equipment),
            "thematiques": values(choices::THEMES, &row.themes),
            "precisions_demarche": row.step,
            "autonomie": may(choices::AUTONOMY, row.autonomy),
            "oriente_vers_structure": row.led_on,
            "structure_de_redirection": coop::structure(&row.led_to),
            "genre": may(choices::GENDERS, row.gender),
            "tranche_age": may(choices::AGES, row.age),
            "statut": may(choices::STATUSES, row.status),
            "posture": one(choices::POSTURES, row.posture),
            "langues": values(choices::LANGUAGES, &row.languages),
            "aides": values(choices::AIDS, &row.aids),
        }));
    }
    serde_json::to_vec_pretty(&all).map_err(|_| failed())
}

/// Several people make a workshop, also where an earlier version let somebody write otherwise.
fn kind(one: &Activity) -> u8 {
    match one.participants {
        2.. => choices::WORKSHOP,
        _ => one.kind,
    }
}

fn heads() -> Vec<String> {
    let all = COLUMNS.iter().chain(&OURS);
    all.map(|&head| head.to_owned()).collect()
}

/// One session, a cell for each column.
fn cells(name: &[u8], one: &Activity) -> Outcome<Vec<String>> {
    let may = |table, code: Option<u8>| code.map(|code| labels(table, &[code])).unwrap_or_default();
    let nothing = String::new;
    Ok(vec![
        activity::day_of(name)?.strftime("%d/%m/%Y").to_string(),
        labels(choices::KINDS, &[kind(one)]),
        one.participants.to_string(),
        labels(choices::PLACES, &[one.place]),
        one.place_name.clone(),
        nothing(),
        nothing(),
        nothing(),
        nothing(),
        one.minutes.to_string(),
        one.workshop.clone(),
        labels(choices::EQUIPMENT, &one.equipment),
        labels(choices::THEMES, &one.themes),
        nothing(),
        one.step.clone(),
        may(choices::AUTONOMY, one.autonomy),
        if one.led_on { "oui" } else { "non" }.to_owned(),
        choices::by_value(choices::STRUCTURES, &one.led_to)
            .map_or_else(|| one.led_to.clone(), |known| known.label.to_owned()),
        nothing(),
        nothing(),
        nothing(),
        may(choices::GENDERS, one.gender),
        may(choices::AGES, one.age),
        may(choices::STATUSES, one.status),
        data_encoding::HEXLOWER.encode(name),
        labels(choices::POSTURES, &[one.posture]),
        labels(choices::LANGUAGES, &one.languages),
        labels(choices::AIDS, &one.aids),
        may(choices::LEVELS, one.level),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_text() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "＝1+1",
            "＋1",
            "－1",
            "＠SUM(A1)",
        ] {
            assert!(harmless(text.to_owned()).starts_with('\''), "{text:?}");
        }
        assert_eq!(harmless("Atelier = café".to_owned()), "Atelier = café");
        let lines = vec![vec![
            "a;b".to_owned(),
            "dit \"oui\"".to_owned(),
            "=A1".to_owned(),
        ]];
        let bytes = table(lines).unwrap();
        assert_eq!(
            bytes,
            "\u{feff}\"a;b\";\"dit \"\"oui\"\"\";\"'=A1\"\r\n".as_bytes()
        );
    }

    #[test]
    fn every_cell_has_its_column() {
        let one = Activity {
            kind: 1,
            participants: 8,
            place: 0,
            minutes: 90,
            posture: 0,
            themes: vec![4, 22],
            equipment: vec![0, 1],
            autonomy: Some(0),
            level: Some(0),
            gender: None,
            age: None,
            status: None,
            led_on: true,
            led_to: "CAF".into(),
            place_name: "Médiathèque".into(),
            workshop: "=HYPERLINK(\"x\")".into(),
            step: String::new(),
            by: crate::records::StaffId([1; 16]),
            time: 9,
            languages: vec![0, 2],
            aids: vec![6],
        };
        let name = [0x07, 0xea, 11, 26, 1, 2, 3, 4, 5, 6, 7, 8];
        let rows: Rows = vec![(name.to_vec(), one.clone())];
        assert_eq!(cells(&name, &one).unwrap().len(), heads().len());
        let text = String::from_utf8(csv(&rows).unwrap()).unwrap();
        let line = text.lines().nth(1).unwrap();
        assert_eq!(cells(&name, &one).unwrap()[13], "", "no tag");
        assert!(
            line.ends_with(r#";"Je forme";"Français, Arabe";"Interprète";"Débutant""#),
            "{line}"
        );
        assert!(
            line.starts_with(
                r#""26/11/2026";"Un atelier";"8";"Lieu d’activité";"Médiathèque";"";"";"";"";"90";"#
            ),
            "{line}"
        );
        assert!(line.contains(r#";"'=HYPERLINK(""x"")";"#), "{line}");
        let read: Value = serde_json::from_slice(&json(&rows).unwrap()).unwrap();
        assert_eq!(
            read[0]["thematiques"],
            json!(["logement", "securite_numerique"])
        );
        assert_eq!(read[0]["date"], "2026-11-26");
        assert_eq!(read[0]["genre"], Value::Null);
        assert_eq!(read[0]["autonomie"], "entierement_accompagne");
        assert_eq!(read[0]["niveau_atelier"], "debutant");
        assert_eq!(read[0]["structure_de_redirection"], "autre");
        assert_eq!(read[0]["langues"], json!(["fr", "ar"]));
        assert_eq!(read[0]["aides"], json!(["interprete"]));
        let unsaid = Activity {
            kind: choices::ONE_PERSON,
            participants: 12,
            ..one
        };
        assert_eq!(cells(&name, &unsaid).unwrap()[1..3], ["Un atelier", "12"]);
        let rows: Rows = vec![(name.to_vec(), unsaid)];
        let read: Value = serde_json::from_slice(&json(&rows).unwrap()).unwrap();
        assert_eq!(read[0]["type"], "collectif");
        // A file of Excel is a ZIP.
        assert!(xlsx(&rows).unwrap().starts_with(b"PK"));
    }
}
