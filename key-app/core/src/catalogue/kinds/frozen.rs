//! The numbers that spaces carry. A line is added for a new kind; none is ever changed or taken away.

use super::bundled;

const FROZEN: [(u16, &str); 46] = [
    (16, "carte-identite"),
    (17, "passeport"),
    (18, "titre-sejour"),
    (19, "recepisse-sejour"),
    (20, "attestation-demande-asile"),
    (21, "decision-asile"),
    (22, "acte-naissance"),
    (23, "acte-mariage"),
    (24, "livret-famille"),
    (25, "certificat-scolarite"),
    (26, "carte-vitale"),
    (27, "attestation-droits-maladie"),
    (28, "attestation-css"),
    (29, "carte-ame"),
    (30, "ordonnance"),
    (31, "notification-mdph"),
    (32, "carte-mobilite-inclusion"),
    (33, "certificat-medical-mdph"),
    (34, "fiche-paie"),
    (35, "contrat-travail"),
    (36, "attestation-employeur"),
    (37, "avis-situation"),
    (38, "attestation-paiement-france-travail"),
    (39, "cv"),
    (40, "diplome"),
    (41, "justificatif-domicile"),
    (42, "facture-energie"),
    (43, "quittance-loyer"),
    (44, "bail"),
    (45, "attestation-loyer"),
    (46, "attestation-hebergement"),
    (47, "attestation-domiciliation"),
    (48, "attestation-assurance-habitation"),
    (49, "attestation-logement-social"),
    (50, "permis-conduire"),
    (51, "carte-grise"),
    (52, "rib"),
    (53, "releve-bancaire"),
    (54, "avis-imposition"),
    (55, "attestation-caf"),
    (56, "attestation-paiement-caf"),
    (57, "attestation-retraite"),
    (58, "attestation-invalidite"),
    (59, "jugement"),
    (60, "photo-identite"),
    (61, "carte-electorale"),
];

#[test]
fn a_number_means_the_same_kind_for_ever() {
    let Ok(kinds) = bundled() else {
        panic!("they cannot be read");
    };
    let now: Vec<_> = kinds
        .kinds
        .iter()
        .map(|k| (k.code, k.id.as_str()))
        .collect();
    assert_eq!(now, FROZEN);
}
