//! Why nothing is changed, as the page says it.

use crate::domain::desk::stock::{AT_ONCE, MOST, Refused, Unproved, Why};

/// Why nothing is changed.
pub(in crate::desk) fn words(why: &Refused) -> String {
    match why {
        Refused::Step(number, why) => {
            format!("Numéro {number} : {} Rien n’est changé.", reason(*why))
        }
        Refused::There(number) => {
            format!("Le numéro {number} est déjà dans la liste. Rien n’est ajouté.")
        }
        Refused::NotThere(number) => {
            format!("Le numéro {number} n’est pas dans la liste. Rien n’est changé.")
        }
        Refused::HasServed(number) => {
            format!("Le numéro {number} a déjà servi : il reste dans la liste. Rien n’est retiré.")
        }
        Refused::Numbers => {
            format!("Écrivez des numéros de 1 à 999999, et {AT_ONCE} à la fois au plus.")
        }
        Refused::Full => format!("La liste est pleine : {MOST} au plus."),
        Refused::Proof(why) => unproved(*why),
        Refused::Portal(_) => "Le portail ne peut pas répondre.".to_owned(),
    }
}

/// Why something does not go from one stage to another.
pub(in crate::desk) fn reason(why: Why) -> &'static str {
    match why {
        Why::Same => "c’est déjà son état.",
        Why::SticksOnly => "cet état existe seulement pour une clé.",
        Why::NotLent => "personne ne l’a en prêt.",
        Why::NotBack => "il faut d’abord noter son retour.",
        Why::NotWiped => "il faut d’abord l’effacer.",
        Why::NothingOnIt => "il n’y a rien à effacer.",
        Why::NoProof => "touchez son numéro, puis donnez la preuve de l’effacement.",
    }
}

fn unproved(why: Unproved) -> String {
    match why {
        Unproved::Unreadable => {
            "Cette preuve ne se lit pas. Recopiez toute la ligne. Rien n’est changé.".to_owned()
        }
        Unproved::Other(number) => {
            format!("Cette preuve est celle du numéro {number}. Rien n’est changé.")
        }
        Unproved::Before => {
            "Cette preuve date d’avant le dernier prêt. Vérifiez l’heure de l’ordinateur qui efface. \
             Puis effacez la clé encore une fois."
                .to_owned()
        }
        Unproved::Used => {
            "Cette preuve n’est pas plus récente que la dernière gardée. Vérifiez l’heure de \
             l’ordinateur qui efface. Puis effacez la clé encore une fois."
                .to_owned()
        }
        Unproved::Ahead => {
            "La date de l’ordinateur qui a effacé la clé est fausse. Corrigez-la, puis recommencez."
                .to_owned()
        }
        Unproved::Nothing => {
            "La commande n’a trouvé aucun fichier de clé. Un autre dossier ? Effacez le bon. \
             La clé était déjà effacée ? Vérifiez-la, puis cochez la phrase."
                .to_owned()
        }
    }
}
