//! What `stick fleet` says to a mediator: French, short, one thing a sentence.

use key_core::{
    contents::Signature,
    fleet::{Capacity, Fault, Refusal, State, Step, Unusable},
    wipe::{Other, READS_THE_STICK},
};
use wire::Wiped;

/// Who signed the programs.
pub(super) fn signature(signature: &Signature) -> String {
    match signature {
        Signature::Good(signed) if signed.development => format!(
            "Programmes version {}, signés pour des essais (development). Ne donnez pas ces clés.",
            signed.version
        ),
        Signature::Good(signed) => format!("Programmes version {}, signés.", signed.version),
        Signature::Missing | Signature::Unchecked | Signature::Wrong => {
            "Personne n’a vérifié qui a signé les programmes.".to_owned()
        }
    }
}

/// What is done with a stick now.
pub(super) fn step(step: Step) -> String {
    match step {
        Step::Numbered { again: false } => "j’écris".to_owned(),
        Step::Numbered { again: true } => "je reprends".to_owned(),
        Step::Writing { done, all } => format!("j’écris : {} %", percent(done, all)),
        Step::Trying { done, all } => format!("j’essaie la place : {} %", percent(done, all)),
        Step::Written => "écrite, je vérifie".to_owned(),
        Step::Reading { done, all } => format!("je vérifie la place : {} %", percent(done, all)),
        Step::Verified => "vérifiée".to_owned(),
    }
}

/// A stick is ready.
pub(super) fn ready(number: u32, capacity: Capacity) -> String {
    let size = match capacity {
        Capacity::Whole => " Toute la place est bonne.",
        Capacity::Marks | Capacity::TwoVersions | Capacity::WhatWasWritten => "",
    };
    format!("vérifiée. Éjectez-la, retirez-la, collez l’étiquette {number}.{size}")
}

/// Why something is not done, and what next.
pub(super) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Volume(refusal) => refused(refusal),
        Fault::NoVoucher(files) => format!(
            "Il n’y a plus de bon. Demandez-en à votre responsable. {}",
            unusable(files)
        ),
        Fault::Numbers(why) => format!("Pas de numéro pour cette clé ({why})."),
        Fault::Waits => {
            "Il manque une clé commencée. Branchez-la, ou dites --give-up et son numéro.".to_owned()
        }
        Fault::Journal(why) => format!("Le journal des bons ne va pas ({why}). Rien n’est écrit."),
        Fault::Folder(why) => format!("Ce dossier de bons ne va pas ({why}). Rien n’est écrit."),
        Fault::Programs(why) => format!("Le dossier des programmes ne va pas ({why})."),
        Fault::Pulled(number) => {
            format!("La clé {number} est partie trop tôt. Branchez-la encore : elle continue.")
        }
        Fault::Stopped(number) => {
            format!("Arrêté. La clé {number} continue quand vous la branchez encore.")
        }
        Fault::Forgets(number) => format!(
            "Cette clé ne garde pas ce qu’on y écrit. Jetez-la. Le numéro {number} ira sur une autre."
        ),
        Fault::Stick(trouble) => format!("La clé ne va pas : {trouble}"),
    }
}

/// Why a volume is not written on.
pub(super) fn refused(refusal: &Refusal) -> String {
    match refusal {
        Refusal::System => "C’est le disque de cet ordinateur. Je n’y touche pas.".to_owned(),
        Refusal::NotRemovable => "Ce n’est pas une clé amovible. Je n’y touche pas.".to_owned(),
        Refusal::ReadOnly => "Cette clé est protégée en écriture.".to_owned(),
        Refusal::TooSmall { needs, free } => format!(
            "Cette clé est trop petite : il faut {} Mo, il reste {} Mo.",
            megabytes(*needs),
            free / 1_000_000
        ),
        Refusal::Foreign { count, first } => format!(
            "Cette clé n’est pas vide. Autres fichiers : {count} ({}). Prenez une clé vide.",
            plain(&first.join(", "))
        ),
        Refusal::NotAFile(name) => {
            let name = plain(name);
            format!("Cette clé contient une chose inconnue ({name}). Prenez une autre clé.")
        }
        Refusal::Somebody => "Cette clé ouvre l’espace de quelqu’un. Je n’y touche pas.".to_owned(),
        Refusal::Damaged => {
            "Les fichiers de cette clé sont abîmés. Elle est peut-être à quelqu’un.".to_owned()
        }
        Refusal::Remembered => {
            "Cet ordinateur ne laisse pas vérifier cette clé. Formatez-la en exFAT, ou changez d’ordinateur."
                .to_owned()
        }
        Refusal::Practised => "C’est une clé d’entraînement qui a servi.".to_owned(),
        Refusal::PreparedElsewhere => "Cette clé a été préparée avec d’autres bons.".to_owned(),
    }
}

/// A stick that is to be wiped holds other files: every one is named, each on its line.
pub(super) fn others(others: &[Other]) -> String {
    let count = others.len();
    let names: String = others
        .iter()
        .map(|other| format!("\n  {}", plain(&other.name)))
        .collect();
    format!(
        "Cette clé contient autre chose. Rien n’est effacé. Montrez la liste à la personne.{names}\n\
         Pour effacer aussi cela, ajoutez --others {count}"
    )
}

/// A stick was wiped: what was done, and the line for the desk.
pub(super) fn wiped(wiped: &Wiped) -> String {
    let others = match wiped.others {
        0 => String::new(),
        others => format!(" Autres fichiers effacés : {others}."),
    };
    let read = match READS_THE_STICK {
        true => "",
        false => " Cet ordinateur a peut-être relu sa mémoire, pas la clé.",
    };
    format!(
        "Effacée. Fichiers de clé : {}.{others} {} octets écrasés, relus vides, puis enlevés.{read}\n\
         Copiez cette ligne au bureau, à l’étape « La preuve » :\n{wiped}",
        wiped.files, wiped.bytes
    )
}

/// A name as a terminal may show it. Whoever had the stick chose it: it can hold what moves the cursor, or turns the
/// words around.
fn plain(name: &str) -> String {
    let is_shown = |c: char| {
        let turns = matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        );
        !(c.is_control() || turns)
    };
    let shown = |c| {
        if is_shown(c) {
            c
        } else {
            char::REPLACEMENT_CHARACTER
        }
    };
    name.chars().map(shown).collect()
}

/// Files among the vouchers that start no stick.
pub(super) fn unusable(files: &[(String, Unusable)]) -> String {
    let others = files.iter().filter(|(_, why)| *why != Unusable::Used);
    let named = others.map(|(file, why)| {
        let why = match why {
            Unusable::Damaged => "abîmé, ou autre chose",
            Unusable::OtherStructure => "d’une autre structure",
            Unusable::OtherRealm => "entraînement et réel ne se mélangent pas",
            Unusable::OtherKind => "pas pour un nouvel espace",
            Unusable::Ended => "trop vieux",
            Unusable::NotYet => "pas encore valable : regardez la date de l’ordinateur",
            Unusable::Twice => "en double",
            Unusable::Used => "déjà utilisé",
        };
        format!("{file} : {why}.")
    });
    named.collect::<Vec<_>>().join(" ")
}

/// How far a number is, in the table.
pub(super) fn state(state: Option<State>) -> &'static str {
    match state {
        None | Some(State::Taken) => "à faire",
        Some(State::Begun) => "commencée : rebranchez la même clé",
        Some(State::Ready) => "prête",
        Some(State::GivenUp) => "à refaire sur une autre clé",
    }
}

fn percent(done: u64, all: u64) -> u64 {
    done.saturating_mul(100).checked_div(all).unwrap_or(100)
}

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use key_core::{contents, stick::Folder, wipe::Returned};
    use std::fs;

    fn with(names: &[&str]) -> String {
        let room = tempfile::tempdir().unwrap();
        fs::write(room.path().join("cle"), "a program").unwrap();
        contents::write_list(room.path()).unwrap();
        for name in names {
            fs::write(room.path().join(name), "somebody's").unwrap();
        }
        let returned = Returned::read(&Folder::new(room.path()), None).unwrap();
        others(returned.others())
    }

    #[test]
    fn every_file_is_named_before_it_may_go() {
        let names = ["1.jpg", "2.jpg", "3.jpg", "4.jpg", "testament.odt"];
        let said = with(&names);
        for name in names {
            assert!(said.lines().any(|line| line.trim() == name), "{said}");
        }
        assert!(said.ends_with("--others 5"), "{said}");
    }

    #[cfg(unix)]
    #[test]
    fn a_name_neither_moves_the_cursor_nor_turns_the_words() {
        let said = with(&["a\u{1b}[2J\u{202e}b\nc"]);
        assert!(said.contains("a\u{fffd}[2J\u{fffd}b\u{fffd}c"), "{said:?}");
    }

    #[test]
    fn one_is_not_said_as_many() {
        let said = with(&["lettre.txt"]);
        assert!(!said.contains("autres fichiers"), "{said}");
        let one = Wiped {
            number: 41,
            time: 7,
            files: 1,
            bytes: 8,
            others: 1,
        };
        let said = wiped(&one);
        assert!(
            said.contains("Fichiers de clé : 1. Autres fichiers effacés : 1."),
            "{said}"
        );
        let foreign = Refusal::Foreign {
            count: 1,
            first: vec!["lettre.txt".to_owned()],
        };
        assert!(refused(&foreign).contains("Autres fichiers : 1 (lettre.txt)"));
    }
}
