//! Ways of lying: on one route, about the answer or instead of it.

use super::{
    http::{Answer, Asked},
    liar::Lie,
};
use tokio::sync::oneshot;
use wire::api::{self, SyncAnswer};

type Change = Box<dyn FnMut(&Asked, Answer) -> Answer + Send>;
type Invent = Box<dyn FnMut(&Asked) -> Option<Answer> + Send>;

struct Changed(&'static str, Change);

struct Invented(&'static str, Invent);

struct Held(&'static str, Option<Hold>);

type Hold = (oneshot::Receiver<()>, Box<dyn Fn(&Asked) -> bool + Send>);

struct Both(Box<dyn Lie>, Box<dyn Lie>);

impl Lie for Changed {
    fn after(&mut self, asked: &Asked, truth: Answer) -> Answer {
        if asked.is(self.0) {
            (self.1)(asked, truth)
        } else {
            truth
        }
    }
}

impl Lie for Invented {
    fn instead(&mut self, asked: &Asked) -> Option<Answer> {
        if asked.is(self.0) {
            (self.1)(asked)
        } else {
            None
        }
    }
}

impl Lie for Held {
    fn held(&mut self, asked: &Asked) -> Option<oneshot::Receiver<()>> {
        let is_it = |(_, is_it): &mut Hold| asked.is(self.0) && is_it(asked);
        self.1.take_if(is_it).map(|(released, _)| released)
    }
}

impl Lie for Both {
    fn instead(&mut self, asked: &Asked) -> Option<Answer> {
        self.0.instead(asked).or_else(|| self.1.instead(asked))
    }

    fn after(&mut self, asked: &Asked, truth: Answer) -> Answer {
        let told = self.0.after(asked, truth);
        self.1.after(asked, told)
    }
}

/// Makes something else of the answers of a route.
pub fn after(
    route: &'static str,
    change: impl FnMut(&Asked, Answer) -> Answer + Send + 'static,
) -> Box<dyn Lie> {
    Box::new(Changed(route, Box::new(change)))
}

/// Makes something else of the bodies of a route's good answers.
pub fn body(
    route: &'static str,
    mut change: impl FnMut(Vec<u8>) -> Vec<u8> + Send + 'static,
) -> Box<dyn Lie> {
    after(route, move |_, truth| match truth.status {
        200 => Answer {
            body: change(truth.body),
            ..truth
        },
        _ => truth,
    })
}

/// Answers a route without the portal, where `invent` has something to say.
pub fn instead(
    route: &'static str,
    invent: impl FnMut(&Asked) -> Option<Answer> + Send + 'static,
) -> Box<dyn Lie> {
    Box::new(Invented(route, Box::new(invent)))
}

/// Says nothing to the first request on a route that `is_it`, until it is released.
pub fn held(
    route: &'static str,
    released: oneshot::Receiver<()>,
    is_it: impl Fn(&Asked) -> bool + Send + 'static,
) -> Box<dyn Lie> {
    Box::new(Held(route, Some((released, Box::new(is_it)))))
}

/// Two lies at once.
pub fn both(one: Box<dyn Lie>, other: Box<dyn Lie>) -> Box<dyn Lie> {
    Box::new(Both(one, other))
}

/// Changes what the app is told of its space.
pub fn sync(mut change: impl FnMut(&mut SyncAnswer) + Send + 'static) -> Box<dyn Lie> {
    body("POST /v1/sync", move |bytes| match read_sync(&bytes) {
        Some(mut answer) => {
            change(&mut answer);
            wire::encode(&answer)
        }
        None => bytes,
    })
}

/// Tells something else of the space, whatever is asked.
pub fn sync_is(answer: &SyncAnswer) -> Box<dyn Lie> {
    let told = wire::encode(answer);
    body("POST /v1/sync", move |_| told.clone())
}

/// An answer of `sync`, as the app reads it.
#[must_use]
pub fn read_sync(bytes: &[u8]) -> Option<SyncAnswer> {
    wire::decode_canonical(bytes, api::MAX_ANSWER).ok()
}
