//! What can be said of a session, and what makes no sense.

use super::{LETTERS, LONGEST, PEOPLE, Wrong};
use crate::{
    domain::desk::choices::{
        AGES, AIDS, AUTONOMY, Choice, EQUIPMENT, GENDERS, KINDS, LANGUAGES, LEVELS, NO_AID,
        ONE_PERSON, PLACES, POSTURES, STATUSES, THEMES, by_code,
    },
    records::Activity,
};

pub(super) fn check(activity: &Activity) -> Result<(), Wrong> {
    let knows = |table: &'static [Choice], code: u8| by_code(table, code).is_some();
    let may =
        |table: &'static [Choice], code: Option<u8>| code.is_none_or(|code| knows(table, code));
    let themes = &activity.themes;
    if themes.is_empty() {
        return Err(Wrong::Theme);
    }
    let are_known = knows(KINDS, activity.kind)
        && knows(PLACES, activity.place)
        && knows(POSTURES, activity.posture)
        && themes.iter().all(|code| knows(THEMES, *code))
        && activity
            .equipment
            .iter()
            .all(|code| knows(EQUIPMENT, *code))
        && activity
            .languages
            .iter()
            .all(|code| knows(LANGUAGES, *code))
        && activity.aids.iter().all(|code| knows(AIDS, *code))
        && may(AUTONOMY, activity.autonomy)
        && may(LEVELS, activity.level)
        && may(GENDERS, activity.gender)
        && may(AGES, activity.age)
        && may(STATUSES, activity.status);
    let are_once = |codes: &[u8]| codes.windows(2).all(|two| two[0] < two[1]);
    let lists = [
        themes,
        &activity.equipment,
        &activity.languages,
        &activity.aids,
    ];
    if !are_known || !lists.iter().all(|codes| are_once(codes)) {
        return Err(Wrong::Choice);
    }
    if activity.aids.len() > 1 && activity.aids.contains(&NO_AID) {
        return Err(Wrong::NoAid);
    }
    if !(1..=LONGEST).contains(&activity.minutes) {
        return Err(Wrong::Minutes);
    }
    if !(1..=PEOPLE).contains(&activity.participants) {
        return Err(Wrong::People);
    }
    if activity.kind == ONE_PERSON && activity.participants != 1 {
        return Err(Wrong::Alone);
    }
    if !activity.led_on && !activity.led_to.is_empty() {
        return Err(Wrong::LedOn);
    }
    let words = [
        &activity.led_to,
        &activity.place_name,
        &activity.workshop,
        &activity.step,
    ];
    let is_long =
        |word: &&String| word.chars().count() > LETTERS || word.chars().any(char::is_control);
    if words.iter().any(is_long) {
        return Err(Wrong::Words);
    }
    Ok(())
}
