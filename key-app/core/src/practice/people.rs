//! The invented people. Telephone numbers are of the ranges kept for fiction.

use wire::folder::Folder;

/// Somebody who does not exist.
#[derive(Debug)]
pub struct Person {
    /// The word by which they are chosen.
    pub id: &'static str,
    /// Their name.
    pub name: &'static str,
    pub(super) papers: &'static [Paper],
    pub(super) notes: &'static [Note],
    pub(super) contacts: &'static [Contact],
    pub(super) dates: &'static [Appointment],
    pub(super) logins: &'static [(&'static str, &'static str, &'static str)],
}

/// A paper of theirs.
#[derive(Debug)]
pub(super) struct Paper {
    pub(super) folder: Folder,
    /// Number of its kind, as in `data/kinds.json`.
    pub(super) kind: u16,
    pub(super) title: &'static str,
    pub(super) says: &'static [&'static str],
    /// Days from today to its last day; negative where it has ended.
    pub(super) ends_in: Option<i32>,
}

/// A note of theirs.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) folder: Folder,
    pub(super) title: &'static str,
    pub(super) text: &'static str,
}

/// Somebody they call.
#[derive(Debug)]
pub(super) struct Contact {
    pub(super) name: &'static str,
    pub(super) phone: &'static str,
    pub(super) note: &'static str,
}

/// A day of theirs.
#[derive(Debug)]
pub(super) struct Appointment {
    pub(super) title: &'static str,
    /// Days from today.
    pub(super) in_days: i32,
    /// Minutes from midnight.
    pub(super) minute: Option<u16>,
}

/// The one of this word.
#[must_use]
pub fn person(id: &str) -> Option<&'static Person> {
    PEOPLE.iter().find(|person| person.id == id)
}

/// All of them.
pub const PEOPLE: [Person; 3] = [MARIAM, LUCIEN, ANA];

const MARIAM: Person = Person {
    id: "mariam",
    name: "Mariam Exemple",
    papers: &[
        Paper {
            folder: Folder::Etranger,
            kind: 18,
            title: "Titre de séjour",
            says: &["Carte de séjour pluriannuelle", "Vie privée et familiale"],
            ends_in: Some(74),
        },
        Paper {
            folder: Folder::Argent,
            kind: 55,
            title: "Attestation CAF",
            says: &["Droits : RSA, APL", "Deux enfants à charge"],
            ends_in: None,
        },
        Paper {
            folder: Folder::Logement,
            kind: 43,
            title: "Quittance de loyer",
            says: &["Loyer et charges : 512,00 €", "3 rue des Exemples"],
            ends_in: None,
        },
        Paper {
            folder: Folder::Social,
            kind: 28,
            title: "Attestation CSS",
            says: &["Complémentaire santé solidaire"],
            ends_in: Some(21),
        },
        Paper {
            folder: Folder::Famille,
            kind: 25,
            title: "Certificat de scolarité",
            says: &["École des Exemples, classe de CE1"],
            ends_in: None,
        },
    ],
    notes: &[Note {
        folder: Folder::Private,
        title: "À demander à la CAF",
        text: "Pourquoi l’aide au logement a baissé.\nApporter la quittance de loyer.",
    }],
    contacts: &[
        Contact {
            name: "Assistante sociale, Mme Modèle",
            phone: "01 99 00 41 41",
            note: "Le mardi matin.",
        },
        Contact {
            name: "École des enfants",
            phone: "01 99 00 41 42",
            note: "",
        },
    ],
    dates: &[
        Appointment {
            title: "Déclaration RSA",
            in_days: 6,
            minute: None,
        },
        Appointment {
            title: "Rendez-vous à la préfecture",
            in_days: 16,
            minute: Some(10 * 60 + 30),
        },
    ],
    logins: &[(
        "CAF (exercice)",
        "https://caf.exemple.example",
        "mariam.exemple",
    )],
};

const LUCIEN: Person = Person {
    id: "lucien",
    name: "Lucien Exemple",
    papers: &[
        Paper {
            folder: Folder::Papiers,
            kind: 16,
            title: "Carte d’identité",
            says: &["Carte nationale d’identité"],
            ends_in: Some(-20),
        },
        Paper {
            folder: Folder::Social,
            kind: 26,
            title: "Carte Vitale",
            says: &["Carte d’assurance maladie"],
            ends_in: None,
        },
        Paper {
            folder: Folder::Argent,
            kind: 57,
            title: "Attestation de retraite",
            says: &["Pension mensuelle : 1 012,00 €"],
            ends_in: None,
        },
        Paper {
            folder: Folder::Argent,
            kind: 54,
            title: "Avis d’imposition",
            says: &["Revenu fiscal de référence : 11 940 €"],
            ends_in: None,
        },
    ],
    notes: &[Note {
        folder: Folder::Private,
        title: "Médicaments",
        text: "Demander l’ordonnance avant la fin du mois.",
    }],
    contacts: &[Contact {
        name: "Médecin, docteur Modèle",
        phone: "01 99 00 41 43",
        note: "Fermé le mercredi.",
    }],
    dates: &[
        Appointment {
            title: "Rendez-vous à la mairie pour la carte d’identité",
            in_days: 4,
            minute: Some(14 * 60),
        },
        Appointment {
            title: "Médecin",
            in_days: 25,
            minute: Some(9 * 60 + 15),
        },
    ],
    logins: &[(
        "Retraite (exercice)",
        "https://retraite.exemple.example",
        "lucien.exemple",
    )],
};

const ANA: Person = Person {
    id: "ana",
    name: "Ana Exemple",
    papers: &[
        Paper {
            folder: Folder::Travail,
            kind: 39,
            title: "CV",
            says: &["Ana Exemple, 24 ans", "Agente d’accueil"],
            ends_in: None,
        },
        Paper {
            folder: Folder::Travail,
            kind: 37,
            title: "Avis de situation",
            says: &["Inscrite à France Travail"],
            ends_in: None,
        },
        Paper {
            folder: Folder::Transports,
            kind: 50,
            title: "Permis de conduire",
            says: &["Permis B"],
            ends_in: Some(3_000),
        },
        Paper {
            folder: Folder::Logement,
            kind: 46,
            title: "Attestation d’hébergement",
            says: &["Hébergée chez sa tante"],
            ends_in: None,
        },
    ],
    notes: &[Note {
        folder: Folder::Private,
        title: "Entretien",
        text: "Imprimer deux CV.\nPrendre le bus 12.",
    }],
    contacts: &[Contact {
        name: "Conseiller emploi, M. Modèle",
        phone: "06 39 98 41 44",
        note: "",
    }],
    dates: &[
        Appointment {
            title: "Actualisation France Travail",
            in_days: 3,
            minute: None,
        },
        Appointment {
            title: "Entretien d’embauche",
            in_days: 9,
            minute: Some(11 * 60),
        },
    ],
    logins: &[(
        "France Travail (exercice)",
        "https://travail.exemple.example",
        "ana.exemple",
    )],
};
