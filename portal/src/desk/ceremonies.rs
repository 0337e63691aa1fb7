//! Who is on the way in: a challenge that was given out, what for, and until when. Each is answered once.

use std::{
    collections::{BTreeMap, HashMap},
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, MutexGuard, PoisonError},
};

use wire::{Hash, Random, random};

use crate::domain::desk::staff::Token;

/// Seconds to answer.
pub(super) const ANSWER_S: u64 = 300;
/// Challenges at once. One more ends the oldest of the network that has the most.
const MOST: usize = 4_096;
/// Challenges at once of one network: everybody of a structure may come from one, one each. One more ends its oldest.
const MOST_OF_ONE: usize = 64;

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
    from: IpAddr,
    purpose: Purpose,
    state: String,
    until: u64,
}

impl Waiting {
    /// Makes room for one more from there.
    fn make_room(&mut self, from: IpAddr) {
        let own = self.all.values().filter(|one| one.from == from).count();
        if own >= MOST_OF_ONE {
            self.end_oldest(from);
        }
        while self.all.len() >= MOST {
            let mut counts: HashMap<IpAddr, usize> = HashMap::new();
            for one in self.all.values() {
                *counts.entry(one.from).or_default() += 1;
            }
            let most = counts.values().copied().max().unwrap_or(0);
            // Of several that have as many, the one that began first.
            let fullest = self.all.values().find(|one| counts[&one.from] == most);
            let Some(fullest) = fullest.map(|one| one.from) else {
                return;
            };
            self.end_oldest(fullest);
        }
    }

    fn end_oldest(&mut self, from: IpAddr) {
        let oldest = self.all.iter().find(|(_, one)| one.from == from);
        if let Some(number) = oldest.map(|(number, _)| *number) {
            self.all.remove(&number);
        }
    }
}

/// What one contract with a provider has for itself: an IPv4 address, or a /56 of IPv6. None where the portal is not
/// told from where somebody comes.
fn network(from: Option<IpAddr>) -> IpAddr {
    match from.map(|from| from.to_canonical()) {
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d & 0xff00, 0, 0, 0, 0).into()
        }
        Some(v4 @ IpAddr::V4(_)) => v4,
        None => Ipv6Addr::UNSPECIFIED.into(),
    }
}

impl Ceremonies {
    /// Keeps the state of one, and gives it a name.
    pub(super) fn begin(
        &self,
        purpose: Purpose,
        state: String,
        from: Option<IpAddr>,
        now: u64,
        random: &mut dyn Random,
    ) -> Hash {
        let name = Hash(random::bytes(random));
        let until = now.saturating_add(ANSWER_S);
        let mut waiting = self.lock();
        waiting.all.retain(|_, one| now < one.until);
        let from = network(from);
        waiting.make_room(from);
        let number = waiting.next;
        waiting.next += 1;
        let one = Ceremony {
            name,
            from,
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
        let here = Some([192, 0, 2, 1].into());
        let mut begin = |now| all.begin(Purpose::SignIn, "state".into(), here, now, &mut random);
        let (one, late) = (begin(7), begin(7));
        assert_eq!(
            all.take(&one, 7),
            Some((Purpose::SignIn, "state".to_owned()))
        );
        assert_eq!(all.take(&one, 7), None);
        assert_eq!(all.take(&late, 7 + ANSWER_S), None);
        let oldest = begin(8);
        for _ in 0..MOST_OF_ONE {
            begin(9);
        }
        assert_eq!(all.lock().all.len(), MOST_OF_ONE);
        assert_eq!(all.take(&oldest, 9), None);
    }

    #[test]
    fn whoever_floods_the_door_keeps_nobody_else_out() {
        let all = Ceremonies::default();
        let mut random = System::new();
        let mut begin = |from: IpAddr| {
            let state = String::new();
            all.begin(Purpose::SignIn, state, Some(from), 7, &mut random)
        };
        let colleague = begin([192, 0, 2, 1].into());
        let v6 = |network: u16, host: u16| -> IpAddr {
            Ipv6Addr::new(0x2001, 0xdb8, network, host, 0, 0, 0, 1).into()
        };
        // All of one /56: a list of its own.
        for host in 0..255 {
            for _ in 0..40 {
                begin(v6(1, host));
            }
        }
        assert_eq!(all.lock().all.len(), MOST_OF_ONE + 1);
        // A hundred networks: each gives way to the others, and none to the one who came once.
        for network in 2..102 {
            for _ in 0..MOST_OF_ONE {
                begin(v6(network, 0));
            }
        }
        assert_eq!(all.lock().all.len(), MOST);
        assert!(all.take(&colleague, 7).is_some());
    }
}
