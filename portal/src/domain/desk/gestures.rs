//! Everyday gestures: what a person may wish to learn, and what a structure attests. One short table for both, so
//! that what was wished can be attested. Codes and values never change their meaning; a new gesture is a new line.

use super::choices::{self, Choice};

/// One gesture.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Gesture {
    /// In counts.
    pub(crate) code: u8,
    /// What other programs read.
    pub(crate) value: &'static str,
    /// What people read.
    pub(crate) label: &'static str,
    /// The theme of a session in which it is learnt.
    theme: u8,
}

const fn gesture(code: u8, value: &'static str, label: &'static str, theme: u8) -> Gesture {
    Gesture {
        code,
        value,
        label,
        theme,
    }
}

/// Every gesture: few enough to be looked at in one go.
pub(crate) const GESTURES: &[Gesture] = &[
    gesture(0, "ouvrir_message", "Ouvrir un message", 45),
    gesture(1, "envoyer_papier", "Envoyer un papier", 45),
    gesture(2, "photographier_papier", "Prendre un papier en photo", 41),
    gesture(3, "retrouver_papier", "Retrouver un papier rangé", 0),
    gesture(4, "remplir_formulaire", "Remplir un formulaire", 0),
    gesture(5, "prendre_rendez_vous", "Prendre un rendez-vous", 2),
    gesture(6, "garder_code", "Choisir et garder un code", 52),
    gesture(7, "reconnaitre_piege", "Reconnaître un message piégé", 52),
];

impl Gesture {
    /// The theme of a session in which it is learnt.
    pub(crate) fn theme(&self) -> Option<&'static Choice> {
        choices::by_code(choices::THEMES, self.theme)
    }
}

/// The gesture with this value.
pub(crate) fn by_value(value: &str) -> Option<&'static Gesture> {
    GESTURES.iter().find(|one| one.value == value)
}

/// The gesture with this code.
pub(crate) fn by_code(code: u8) -> Option<&'static Gesture> {
    GESTURES.iter().find(|one| one.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_values_are_frozen_and_there_are_eight_at_most() {
        let lines: Vec<_> = GESTURES
            .iter()
            .map(|one| format!("{} {}", one.code, one.value))
            .collect();
        let frozen: Vec<_> = include_str!("gestures-v1.txt").lines().collect();
        assert_eq!(lines, frozen);
        assert!(GESTURES.len() <= 8);
        for one in GESTURES {
            assert!(one.theme().is_some(), "{}", one.value);
            assert!(one.label.split(' ').count() <= 12);
            assert!(printed::encoded(one.label).is_some());
        }
    }
}
