//! The words of the Coop de la médiation numérique for our choices, as its programs read them: what its public
//! interface lists (inclusion-numerique/coop-mediation-numerique, `/api/v1/activites` and its schema). Our own values
//! never change; where they are other words than those, this table leads from one to the other.

use super::choices::{self, Choice};

/// Ours, and theirs. What is in no line is the same word.
const WORDS: &[(&str, &str)] = &[
    ("nc", "non_communique"),
    ("moins_de_12", "moins_de_douze"),
    ("12_17", "douze_dix_huit"),
    ("18_24", "dix_huit_vingt_quatre"),
    ("25_39", "vingt_cinq_trente_neuf"),
    ("40_59", "quarante_cinquante_neuf"),
    ("60_69", "soixante_soixante_neuf"),
    ("70_plus", "soixante_dix_plus"),
    ("avec_guidage", "entierement_accompagne"),
    ("autonome_avec_guidage", "partiellement_autonome"),
    ("maitrise_outils_numeriques", "prendre_en_main_du_materiel"),
    (
        "insertion_professionnelle_numerique",
        "insertion_professionnelle",
    ),
    ("utilisation_securisee_numerique", "securite_numerique"),
    ("parentalite_education_numerique", "parentalite"),
    ("loisirs_creations_numeriques", "creer_avec_le_numerique"),
    ("comprehension_monde_numerique", "culture_numerique"),
    ("acces_internet_materiel", "prendre_en_main_du_materiel"),
    (
        "acquisition_materiel_prix_solidaire",
        "diagnostic_numerique",
    ),
];

/// Their word for a choice.
pub(crate) fn value(one: &'static Choice) -> &'static str {
    let found = WORDS.iter().find(|(ours, _)| *ours == one.value);
    found.map_or(one.value, |(_, theirs)| theirs)
}

/// Their word for where somebody was sent on to: none for nowhere, *autre* for words that were typed.
pub(crate) fn structure(led_to: &str) -> Option<&'static str> {
    match choices::by_value(choices::STRUCTURES, led_to) {
        Some(known) => Some(known.value),
        None if led_to.is_empty() => None,
        None => Some("autre"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_said_in_their_words() {
        let words = |table: &'static [Choice]| table.iter().map(value).collect::<Vec<_>>();
        for (table, theirs) in [
            (choices::KINDS, "individuel collectif"),
            (choices::PLACES, "lieu_activite domicile a_distance autre"),
            (
                choices::EQUIPMENT,
                "ordinateur telephone tablette autre aucun",
            ),
            (
                choices::AUTONOMY,
                "entierement_accompagne partiellement_autonome autonome",
            ),
            (choices::LEVELS, "debutant intermediaire avance"),
            (choices::GENDERS, "feminin masculin non_communique"),
            (
                choices::AGES,
                "moins_de_douze douze_dix_huit dix_huit_vingt_quatre vingt_cinq_trente_neuf \
                 quarante_cinquante_neuf soixante_soixante_neuf soixante_dix_plus non_communique",
            ),
            (
                choices::STATUSES,
                "retraite sans_emploi en_emploi scolarise non_communique",
            ),
            (
                choices::STRUCTURES,
                "operateur_ou_organisme_en_charge aide_aux_demarches_administratives administration \
                 mediation_numerique aide_sociale insertion_professionnelle autre",
            ),
        ] {
            assert_eq!(words(table).join(" "), theirs);
        }
        let themes = "papiers_elections_citoyennete famille_scolarite social_sante travail_formation logement \
             transports_mobilite argent_impots justice etrangers_europe loisirs_sports_culture associations \
             diagnostic_numerique prendre_en_main_du_materiel maintenance_de_materiel \
             gere_ses_contenus_numeriques navigation_sur_internet email bureautique reseaux_sociaux sante \
             banque_et_achats_en_ligne entrepreneuriat insertion_professionnelle securite_numerique parentalite \
             scolarite_et_numerique creer_avec_le_numerique culture_numerique intelligence_artificielle \
             aide_aux_demarches_administratives";
        let offered = choices::THEMES
            .iter()
            .filter(|one| choices::is_offered(one));
        assert_eq!(offered.map(value).collect::<Vec<_>>().join(" "), themes);
        let known: Vec<_> = themes.split(' ').collect();
        assert!(
            words(choices::THEMES)
                .iter()
                .all(|word| known.contains(word))
        );
        for code in choices::FIRST_THEMES {
            let first = choices::by_code(choices::THEMES, code);
            assert!(first.is_some_and(choices::is_offered), "{code}");
        }
        assert_eq!(structure("aide_sociale"), Some("aide_sociale"));
        assert_eq!((structure(""), structure("CAF")), (None, Some("autre")));
    }
}
