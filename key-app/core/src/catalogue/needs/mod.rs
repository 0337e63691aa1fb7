//! What a person needs for a service: papers, what to do in order, and the hard words of the site.
//!
//! - `shape` what stands in it · `check` from what is written to what counts
//! - `standing` which papers are there, too old, or missing
//!
//! Not here: a space, a clock, a word of a screen.

mod check;
mod shape;
mod standing;

pub use shape::{Fresh, Item, Need, Step, Term};
pub use standing::{Held, ItemStanding, SOON_DAYS, Standing, standing};

use super::{
    Catalogue, Fault,
    kinds::{self, Kinds},
};
use std::sync::LazyLock;

/// What is needed for the services that say it, each once.
#[derive(Debug, Clone)]
pub struct Needs(Vec<Need>);

static BUNDLED: LazyLock<Result<Needs, Fault>> = LazyLock::new(|| {
    let catalogue = super::bundled().map_err(Fault::Pointed)?;
    let kinds = kinds::bundled().map_err(Fault::Pointed)?;
    Needs::read(include_bytes!("../../../data/needs.json"), catalogue, kinds)
});

/// The needs that came with this program.
///
/// # Errors
/// [`Fault`] where they do not hold to their own rules: a test refuses such a program.
pub fn bundled() -> Result<&'static Needs, &'static Fault> {
    BUNDLED.as_ref()
}

impl Needs {
    /// Reads needs that point into `catalogue` and `kinds`. Nothing of them counts before all was checked.
    ///
    /// # Errors
    /// [`Fault`] names what is wrong, and where.
    pub fn read(bytes: &[u8], catalogue: &Catalogue, kinds: &Kinds) -> Result<Self, Fault> {
        let written = serde_json::from_slice(bytes)?;
        check::resolve(written, catalogue, kinds).map(Self)
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Need] {
        &self.0
    }

    /// What is needed for the service of that name in code, where somebody has written it down.
    #[must_use]
    pub fn of_service(&self, id: &str) -> Option<&Need> {
        self.0.iter().find(|need| need.service == id)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Confidence, *};

    #[test]
    fn the_needs_of_this_program_hold_to_their_rules() {
        let needs = bundled().map_err(ToString::to_string);
        assert_eq!(needs.map(|read| read.all().len()), Ok(10));
    }

    #[test]
    fn what_people_ask_for_most_is_there() {
        let Ok(needs) = bundled() else {
            panic!("they cannot be read");
        };
        for service in [
            "rsa-demande",
            "prime-activite-demande",
            "css",
            "ame",
            "apl",
            "logement-social",
            "titre-sejour",
            "aah-demande",
            "france-travail-inscription",
            "dalo",
        ] {
            let need = needs.of_service(service);
            assert!(need.is_some_and(|n| n.items.len() >= 3), "{service}");
            assert!(
                need.is_some_and(|n| n.confidence == Confidence::Search),
                "{service}"
            );
        }
        assert!(needs.of_service("samu").is_none());
    }
}
