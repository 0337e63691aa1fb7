//! Who is on the way in: a challenge that was given out, what for, and until when. Each is answered once.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use wire::{Hash, Random, random};

use crate::domain::desk::staff::Token;

/// Seconds to answer.
pub(super) const ANSWER_S: u64 = 300;
/// Challenges at once. One more ends the oldest.
const MOST: usize = 4_096;

/// What a challenge is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To sign in.
    SignIn,
    /// To make the passkey of the invitation with this token.
    Invitation(Token),
}

/// All the challenges.
#[derive(Debug, Default)]
pub(super) struct Ceremonies(Mutex<Waiting>);

#[derive(Debug, Default)]
struct Waiting {
    next: u64,
    /// In the order in which they were given out.
    all: BTreeMap<u64, Ceremony>,
}

#[derive(Debug)]
struct Ceremony {
    name: Hash,
    purpose: Purpose,
    state: String,
    until: u64,
}

impl Ceremonies {
    /// Keeps the state of one, and gives it a name.
    pub(super) fn begin(
        &self,
        purpose: Purpose,
        state: String,
        now: u64,
        random: &mut dyn Random,
    ) -> Hash {
        let name = Hash(random::bytes(random));
        let until = now.saturating_add(ANSWER_S);
        let mut waiting = self.lock();
        waiting.all.retain(|_, one| now < one.until);
        while waiting.all.len() >= MOST {
            waiting.all.pop_first();
        }
        let number = waiting.next;
        waiting.next += 1;
        let one = Ceremony {
            name,
            purpose,
            state,
            until,
        };
        waiting.all.insert(number, one);
        name
    }

    /// Takes one that is still open: whatever the answer was, it has served.
    pub(super) fn take(&self, name: &Hash, now: u64) -> Option<(Purpose, String)> {
        let mut waiting = self.lock();
        let number = waiting
            .all
            .iter()
            .find_map(|(number, one)| (one.name == *name).then_some(*number))?;
        let one = waiting.all.remove(&number)?;
        (now < one.until).then_some((one.purpose, one.state))
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::random::System;

    #[test]
    fn each_is_answered_once_and_in_time() {
        let all = Ceremonies::default();
        let mut random = System::new();
        let mut begin = |now| all.begin(Purpose::SignIn, "state".into(), now, &mut random);
        let (one, late) = (begin(7), begin(7));
        assert_eq!(
            all.take(&one, 7),
            Some((Purpose::SignIn, "state".to_owned()))
        );
        assert_eq!(all.take(&one, 7), None);
        assert_eq!(all.take(&late, 7 + ANSWER_S), None);
        let oldest = begin(8);
        for _ in 0..MOST {
            begin(9);
        }
        assert_eq!(all.lock().all.len(), MOST);
        assert_eq!(all.take(&oldest, 9), None);
    }
}
