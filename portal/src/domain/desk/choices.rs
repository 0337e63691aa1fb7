//! What can be chosen of a session: a code that is kept, a value for other programs, a word for people. Codes
//! and values never change their meaning; a new choice is a new line.

/// One choice.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is kept.
    pub(crate) code: u8,
    /// What other programs read.
    pub(crate) value: &'static str,
    /// What people read.
    pub(crate) label: &'static str,
}

macro_rules! choices {
    ($($(#[doc = $doc:literal])+ $table:ident { $($code:literal $value:literal $label:literal;)+ })+) => {
        $($(#[doc = $doc])+
        pub(crate) const $table: &[Choice] = &[$(Choice { code: $code, value: $value, label: $label },)+];)+

        /// Every table, with its name.
        #[cfg(test)]
        const ALL: &[(&str, &[Choice])] = &[$((stringify!($table), $table),)+];
    };
}

choices! {
    /// One person, or several.
    KINDS {
        0 "individuel" "Une personne";
        1 "collectif" "Un atelier";
    }
    /// Where it was.
    PLACES {
        0 "lieu_activite" "Lieu d’activité";
        1 "domicile" "Domicile";
        2 "a_distance" "À distance";
        3 "autre" "Autre";
    }
    /// Who made the gestures.
    POSTURES {
        0 "je_forme" "Je forme";
        1 "j_accompagne" "J’accompagne";
        2 "je_fais" "Je fais";
    }
    /// The rights and steps of life, then what is learnt of computers: eight that are chosen no more, then the
    /// nineteen of the Coop.
    THEMES {
        0 "papiers_elections_citoyennete" "Papiers et citoyenneté";
        1 "famille_scolarite" "Famille et école";
        2 "social_sante" "Social et santé";
        3 "travail_formation" "Travail et formation";
        4 "logement" "Logement";
        5 "transports_mobilite" "Transports";
        6 "argent_impots" "Argent et impôts";
        7 "justice" "Justice";
        8 "etrangers_europe" "Étrangers et Europe";
        9 "loisirs_sports_culture" "Loisirs, sports, culture";
        10 "associations" "Associations";
        20 "maitrise_outils_numeriques" "Outils numériques du quotidien";
        21 "insertion_professionnelle_numerique" "Emploi avec le numérique";
        22 "utilisation_securisee_numerique" "Sécurité en ligne";
        23 "parentalite_education_numerique" "Enfants et numérique";
        24 "loisirs_creations_numeriques" "Créations numériques";
        25 "comprehension_monde_numerique" "Comprendre le numérique";
        26 "acces_internet_materiel" "Accès à internet et au matériel";
        27 "acquisition_materiel_prix_solidaire" "Acheter du matériel solidaire";
        40 "diagnostic_numerique" "Faire le point sur le numérique";
        41 "prendre_en_main_du_materiel" "Prendre en main un appareil";
        42 "maintenance_de_materiel" "Entretenir un appareil";
        43 "gere_ses_contenus_numeriques" "Ranger photos et fichiers";
        44 "navigation_sur_internet" "Aller sur internet";
        45 "email" "Messages électroniques";
        46 "bureautique" "Écrire, calculer, imprimer";
        47 "reseaux_sociaux" "Réseaux sociaux";
        48 "sante" "Santé en ligne";
        49 "banque_et_achats_en_ligne" "Banque et achats en ligne";
        50 "entrepreneuriat" "Créer son activité";
        51 "insertion_professionnelle" "Emploi avec le numérique";
        52 "securite_numerique" "Sécurité en ligne";
        53 "parentalite" "Enfants et numérique";
        54 "scolarite_et_numerique" "École et numérique";
        55 "creer_avec_le_numerique" "Créer avec le numérique";
        56 "culture_numerique" "Comprendre le numérique";
        57 "intelligence_artificielle" "Intelligence artificielle";
        58 "aide_aux_demarches_administratives" "Démarches en ligne";
    }
    /// On what it was done.
    EQUIPMENT {
        0 "ordinateur" "Ordinateur";
        1 "telephone" "Téléphone";
        2 "tablette" "Tablette";
        3 "autre" "Autre";
        4 "aucun" "Aucun";
    }
    /// In what language it was, beside gestures and pictures.
    LANGUAGES {
        0 "fr" "Français";
        1 "en" "Anglais";
        2 "ar" "Arabe";
        3 "uk" "Ukrainien";
        4 "es" "Espagnol";
        5 "pt" "Portugais";
        6 "ro" "Roumain";
        7 "tr" "Turc";
        8 "ru" "Russe";
        9 "lsf" "Langue des signes";
        10 "autre" "Autre langue";
    }
    /// What helped somebody to see, hear, understand or press.
    AIDS {
        0 "lecture_voix_haute" "Lecture à voix haute";
        1 "grandes_lettres" "Grandes lettres";
        2 "contraste" "Contraste";
        3 "clavier_seul" "Clavier seul";
        4 "clavier_ecran" "Clavier à l’écran";
        5 "code_images" "Code en images";
        6 "interprete" "Interprète";
        7 "autre" "Autre aide";
        8 "aucune" "Aucune aide";
    }
    /// How far people did it by themselves.
    AUTONOMY {
        0 "avec_guidage" "Avec guidage";
        1 "autonome_avec_guidage" "Autonome, guidage si besoin";
        2 "autonome" "Autonome";
    }
    /// The level of a workshop.
    LEVELS {
        0 "debutant" "Débutant";
        1 "intermediaire" "Intermédiaire";
        2 "avance" "Avancé";
    }
    /// Gender.
    GENDERS {
        0 "feminin" "Féminin";
        1 "masculin" "Masculin";
        2 "nc" "Non communiqué";
    }
    /// Age.
    AGES {
        0 "moins_de_12" "Moins de 12 ans";
        1 "12_17" "12 à 17 ans";
        2 "18_24" "18 à 24 ans";
        3 "25_39" "25 à 39 ans";
        4 "40_59" "40 à 59 ans";
        5 "60_69" "60 à 69 ans";
        6 "70_plus" "70 ans et plus";
        7 "nc" "Non communiqué";
    }
    /// What people live from.
    STATUSES {
        0 "retraite" "Retraité";
        1 "sans_emploi" "Sans emploi";
        2 "en_emploi" "En emploi";
        3 "scolarise" "Scolarisé";
        4 "nc" "Non communiqué";
    }
    /// Where somebody was sent on to. What is kept is the value, among the words of a session.
    STRUCTURES {
        0 "operateur_ou_organisme_en_charge" "Organisme en charge";
        1 "aide_aux_demarches_administratives" "Aide aux démarches";
        2 "administration" "Administration";
        3 "mediation_numerique" "Médiation numérique";
        4 "aide_sociale" "Aide sociale";
        5 "insertion_professionnelle" "Insertion professionnelle";
        6 "autre" "Autre";
    }
}

/// The session of one person alone.
pub(crate) const ONE_PERSON: u8 = 0;
/// That of several.
pub(crate) const WORKSHOP: u8 = 1;
/// A place of the structure's own.
pub(crate) const OWN_PLACE: u8 = 0;
/// The aid that is none: beside it there is no other.
pub(crate) const NO_AID: u8 = 8;

/// Themes that a form shows first; the others are one press further.
pub(crate) const FIRST_THEMES: [u8; 15] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 41, 44, 45, 52];

/// Whether a theme can still be chosen. Sessions of before keep the others.
pub(crate) fn is_offered(theme: &Choice) -> bool {
    !(20..=27).contains(&theme.code)
}

/// Minutes that one press chooses.
pub(crate) const MINUTES: [u16; 6] = [15, 30, 45, 60, 90, 120];

/// The choice with this value.
pub(crate) fn by_value(table: &'static [Choice], value: &str) -> Option<&'static Choice> {
    table.iter().find(|one| one.value == value)
}

/// The choice with this code.
pub(crate) fn by_code(table: &'static [Choice], code: u8) -> Option<&'static Choice> {
    table.iter().find(|one| one.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_and_values_are_frozen() {
        let mut lines = String::new();
        for (name, table) in ALL {
            let codes: BTreeSet<_> = table.iter().map(|one| one.code).collect();
            let values: BTreeSet<_> = table.iter().map(|one| one.value).collect();
            assert_eq!(
                (codes.len(), values.len()),
                (table.len(), table.len()),
                "{name}"
            );
            for one in *table {
                let is_snake = |c: char| c == '_' || c.is_ascii_digit() || c.is_ascii_lowercase();
                assert!(one.value.chars().all(is_snake), "{}", one.value);
                lines.push_str(&format!("{name} {} {}\n", one.code, one.value));
            }
        }
        assert_eq!(lines, include_str!("choices-v1.txt"));
    }
}
