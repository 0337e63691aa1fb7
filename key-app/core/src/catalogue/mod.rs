//! What can be done at which service: the catalogue, read strictly and searched in everyday words.
//! Beside it: the kinds of official paper, and what is needed for a service.
//!
//! - `shape` what stands in it · `check` what may stand in it · `search` from words to services
//! - `kinds` what an official paper is · `needs` papers, steps and hard words of a service
//! - `rules` what every list here holds to
//!
//! Not here: a day on which something is due; a browser.

mod check;
pub mod kinds;
pub mod needs;
mod rules;
mod search;
mod shape;

pub use rules::Fault;
pub(crate) use search::nearness;
pub use shape::{Catalogue, Confidence, Picture, Service, Theme, When};

use std::sync::{Arc, LazyLock};

static BUNDLED: LazyLock<Result<Arc<Catalogue>, Fault>> = LazyLock::new(|| {
    let catalogue = Catalogue::read(include_bytes!("../../data/catalogue.json"))?;
    Ok(Arc::new(catalogue))
});

/// The catalogue that came with this program.
///
/// # Errors
/// [`Fault`] where it does not hold to its own rules: a test refuses such a program.
pub fn bundled() -> Result<&'static Catalogue, &'static Fault> {
    BUNDLED.as_deref()
}

/// The same, to be held; one without services where it does not hold to its own rules.
pub(crate) fn shared() -> Arc<Catalogue> {
    let none = Catalogue {
        version: 1,
        services: Vec::new(),
    };
    BUNDLED.as_ref().map_or_else(|_| Arc::new(none), Arc::clone)
}

impl Catalogue {
    /// Reads a catalogue. Nothing of it counts before all of it was checked.
    ///
    /// # Errors
    /// [`Fault`] names what is wrong, and where.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        let catalogue: Self = serde_json::from_slice(bytes)?;
        check::check(&catalogue)?;
        Ok(catalogue)
    }

    /// The service of that name in code.
    #[must_use]
    pub fn service(&self, id: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_of_this_program_holds_to_its_rules() {
        let catalogue = bundled().map_err(ToString::to_string);
        assert_eq!(catalogue.map(|read| read.services.len()), Ok(78));
    }

    #[test]
    fn every_theme_has_services() {
        let Ok(catalogue) = bundled() else {
            panic!("it cannot be read");
        };
        for theme in Theme::ALL {
            assert!(
                catalogue.services.iter().any(|s| s.theme == theme),
                "{theme:?}"
            );
        }
    }

    #[test]
    fn the_pages_can_draw_every_picture() {
        let drawn = include_str!("../../../ui/src/icons/drawings.ts");
        let (Ok(catalogue), Ok(kinds), Ok(needs)) = (bundled(), kinds::bundled(), needs::bundled())
        else {
            panic!("they cannot be read");
        };
        let services = catalogue.services.iter().map(|service| service.picture);
        let papers = kinds.kinds.iter().map(|kind| kind.picture);
        let steps = needs.all().iter().flat_map(|need| &need.steps);
        for picture in services.chain(papers).chain(steps.map(|step| step.picture)) {
            let name = serde_json::to_string(&picture).unwrap();
            assert!(drawn.contains(&format!("\n  {name}: [")), "{name}");
        }
    }
}
