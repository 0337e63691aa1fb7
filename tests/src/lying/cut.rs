//! No lie, but a line that breaks: from some request on nothing arrives, there or back.

use super::{
    http::{Answer, Asked},
    liar::Lie,
};

/// What of an exchange gets lost.
#[derive(Debug, Clone, Copy)]
pub enum Lost {
    /// The portal never hears of it.
    Request,
    /// The portal has done it.
    Answer,
}

struct Cut {
    route: &'static str,
    left: usize,
    lost: Lost,
}

/// The line cut from the `left`-th request of a route on.
#[must_use]
pub fn cut(route: &'static str, left: usize, lost: Lost) -> Box<dyn Lie> {
    Box::new(Cut { route, left, lost })
}

impl Cut {
    fn is_cut(&mut self, asked: &Asked) -> bool {
        if !asked.is(self.route) {
            return false;
        }
        let is_cut = self.left == 0;
        self.left = self.left.saturating_sub(1);
        is_cut
    }
}

impl Lie for Cut {
    fn instead(&mut self, asked: &Asked) -> Option<Answer> {
        match self.lost {
            Lost::Request => self.is_cut(asked).then(nothing),
            Lost::Answer => None,
        }
    }

    fn after(&mut self, asked: &Asked, truth: Answer) -> Answer {
        let is_cut = matches!(self.lost, Lost::Answer) && self.is_cut(asked);
        if is_cut { nothing() } else { truth }
    }
}

/// An answer of which nothing arrives.
#[must_use]
pub fn nothing() -> Answer {
    Answer {
        cut: Some(0),
        ..Answer::cbor(vec![0; 64])
    }
}
