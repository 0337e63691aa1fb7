//! How kinds and stages are called: on the page, and in an address or a form.

use crate::{
    domain::desk::stock::{KINDS, STAGES},
    records::{ItemStage as Stage, Kind},
};

/// What one thing of a kind is called.
pub(in crate::desk) fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Stick => "Clé",
        Kind::Computer => "Ordinateur",
        Kind::Phone => "Téléphone",
    }
}

/// What several are called.
pub(in crate::desk) fn label_plural(kind: Kind) -> &'static str {
    match kind {
        Kind::Stick => "Clés",
        Kind::Computer => "Ordinateurs",
        Kind::Phone => "Téléphones",
    }
}

/// How a stage is called.
pub(in crate::desk) fn stage(kind: Kind, stage: Stage) -> &'static str {
    match (stage, kind) {
        (Stage::Blank, Kind::Stick) => "vierge",
        (Stage::Blank, _) => "en stock",
        (Stage::Practice, _) => "pour l’entraînement",
        (Stage::Lent, _) => "en prêt",
        (Stage::Frozen, _) => "en prêt et bloquée",
        (Stage::Returned, _) => "de retour",
        (Stage::Wiped, Kind::Stick) => "effacée",
        (Stage::Wiped, _) => "effacé",
        (Stage::Lost, Kind::Stick) => "perdue",
        (Stage::Lost, _) => "perdu",
    }
}

/// A kind in an address or a form.
pub(in crate::desk) fn value(kind: Kind) -> &'static str {
    match kind {
        Kind::Stick => "cle",
        Kind::Computer => "ordinateur",
        Kind::Phone => "telephone",
    }
}

/// A kind from there.
pub(in crate::desk) fn kind_of(text: &str) -> Option<Kind> {
    KINDS.into_iter().find(|kind| value(*kind) == text)
}

pub(super) fn stage_value(stage: Stage) -> &'static str {
    match stage {
        Stage::Blank => "vierge",
        Stage::Practice => "entrainement",
        Stage::Lent => "pret",
        Stage::Frozen => "bloque",
        Stage::Returned => "retour",
        Stage::Wiped => "efface",
        Stage::Lost => "perdu",
    }
}

pub(super) fn stage_of(text: &str) -> Option<Stage> {
    STAGES.into_iter().find(|stage| stage_value(*stage) == text)
}
