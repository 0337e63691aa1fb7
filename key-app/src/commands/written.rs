//! What a person wrote into a field.

use super::Answer;
use crate::dto::Problem;

/// Longest text of a field, in characters.
const LONGEST: usize = 2_000;

/// A field that may stay empty.
pub(super) fn given(text: &str) -> Answer<Option<String>> {
    let text = text.trim();
    if text.chars().count() > LONGEST {
        return Err(Problem::too_large());
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}

/// A field that must not.
pub(super) fn needed(text: &str) -> Answer<String> {
    given(text)?.ok_or_else(Problem::empty)
}
