//! What a person can do, and what they would like to learn: looked at together, and not kept. Nobody is named, and
//! there is no mark. What is counted is how many people were asked, and which gestures were wished for.

use super::{
    choices::{self, Choice},
    gestures::Gesture,
    tally::{Counted, count},
};
use crate::{domain::Outcome, store::Tx};

/// How somebody does a gesture today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ease {
    /// By themselves.
    Alone,
    /// With somebody beside them.
    WithSomebody,
    /// Not yet.
    NotYet,
}

impl Ease {
    /// Every one, in the order in which it is asked.
    pub(crate) const ALL: [Self; 3] = [Self::Alone, Self::WithSomebody, Self::NotYet];

    /// The value that other programs know it by: that of a session's own autonomy.
    pub(crate) fn value(self) -> &'static str {
        let code = match self {
            Self::NotYet => 0,
            Self::WithSomebody => 1,
            Self::Alone => 2,
        };
        choices::by_code(choices::AUTONOMY, code).map_or("", |one| one.value)
    }
}

/// What was said of one gesture. To pass is an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// The gesture.
    pub(crate) gesture: &'static Gesture,
    /// How it goes today; none where they passed.
    pub(crate) ease: Option<Ease>,
    /// Whether they would like to learn it.
    pub(crate) wished: bool,
}

/// What can be said afterwards.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Seen {
    /// Done by themselves.
    pub(crate) known: Vec<&'static Gesture>,
    /// Wished for.
    pub(crate) wished: Vec<&'static Gesture>,
    /// Neither: to be talked about, if they like.
    pub(crate) open: Vec<&'static Gesture>,
    /// Themes of sessions that fit: of what was wished; where nothing was, of what is open.
    pub(crate) themes: Vec<&'static Choice>,
}

/// Looks at what was said.
pub(crate) fn seen(lines: &[Line]) -> Seen {
    let those = |is: &dyn Fn(&Line) -> bool| {
        let some = lines.iter().filter(|line| is(line));
        some.map(|line| line.gesture).collect::<Vec<_>>()
    };
    let wished = those(&|line| line.wished);
    let open =
        those(&|line| !line.wished && matches!(line.ease, Some(Ease::WithSomebody | Ease::NotYet)));
    let mut themes = Vec::new();
    for theme in if wished.is_empty() { &open } else { &wished }
        .iter()
        .filter_map(|gesture| gesture.theme())
    {
        if !themes.contains(&theme) {
            themes.push(theme);
        }
    }
    Seen {
        known: those(&|line| line.ease == Some(Ease::Alone)),
        wished,
        open,
        themes,
    }
}

/// Counts that somebody was asked, and what they wished for.
pub(crate) fn tell(tx: &mut Tx<'_>, lines: &[Line], now: u64) -> Outcome<()> {
    count(tx, Counted::Asked, now)?;
    for line in lines.iter().filter(|line| line.wished) {
        count(tx, Counted::Wished(line.gesture.code), now)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::desk::gestures::GESTURES;

    fn lines(said: &[(Option<Ease>, bool)]) -> Vec<Line> {
        let both = GESTURES.iter().zip(said);
        both.map(|(gesture, (ease, wished))| Line {
            gesture,
            ease: *ease,
            wished: *wished,
        })
        .collect()
    }

    #[test]
    fn wishes_lead_to_themes_and_where_there_are_none_what_is_open_does() {
        let said = lines(&[
            (Some(Ease::Alone), false),
            (Some(Ease::NotYet), false),
            (None, false),
            (Some(Ease::WithSomebody), false),
        ]);
        let found = seen(&said);
        assert_eq!(found.known, [&GESTURES[0]]);
        assert_eq!(found.open, [&GESTURES[1], &GESTURES[3]]);
        let themes: Vec<_> = found.themes.iter().map(|one| one.code).collect();
        assert_eq!((found.wished.len(), &*themes), (0, &[45, 0][..]));
        let mut said = said;
        said[3].wished = true;
        let found = seen(&said);
        assert_eq!(
            (&*found.wished, &*found.open),
            (&[&GESTURES[3]][..], &[&GESTURES[1]][..])
        );
        assert_eq!(
            found.themes.iter().map(|one| one.code).collect::<Vec<_>>(),
            [0]
        );
    }

    #[test]
    fn whoever_passes_everywhere_is_told_nothing() {
        let found = seen(&lines(&[(None, false); 8]));
        assert!(found.known.is_empty() && found.themes.is_empty() && found.open.is_empty());
    }

    #[test]
    fn the_three_answers_are_those_of_other_programs() {
        let values = Ease::ALL.map(Ease::value);
        assert_eq!(
            values,
            ["autonome", "autonome_avec_guidage", "avec_guidage"]
        );
    }
}
