//! Who is in. A session is a random token in a cookie; only its hash is kept, and only while the portal runs.
//! It ends after half an hour without a request, and after ten hours in any case.

use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use wire::{Hash, Random, random};

use crate::records::StaffId;

/// Seconds without a request.
pub(crate) const IDLE_S: u64 = 30 * 60;
/// Seconds in all: a long working day.
pub(crate) const WHOLE_S: u64 = 10 * 3_600;
/// Sessions at once. Whoever comes when there are so many ends the oldest.
const MOST: usize = 2_000;

/// All the sessions.
#[derive(Debug, Default)]
pub(super) struct Sessions(Mutex<HashMap<Hash, Session>>);

#[derive(Debug, Clone, Copy)]
struct Session {
    staff: StaffId,
    began: u64,
    last: u64,
}

impl Session {
    fn counts(&self, now: u64) -> bool {
        now.saturating_sub(self.last) < IDLE_S && now.saturating_sub(self.began) < WHOLE_S
    }
}

impl Sessions {
    /// Begins one, and gives its token.
    pub(super) fn begin(&self, staff: StaffId, now: u64, random: &mut dyn Random) -> [u8; 32] {
        let token: [u8; 32] = random::bytes(random);
        let mut all = self.lock();
        all.retain(|_, session| session.counts(now));
        if all.len() >= MOST
            && let Some((&oldest, _)) = all.iter().min_by_key(|(_, session)| session.last)
        {
            all.remove(&oldest);
        }
        let session = Session {
            staff,
            began: now,
            last: now,
        };
        all.insert(Hash::of(&token), session);
        token
    }

    /// Whose it is, if it has not ended. It was used now.
    pub(super) fn prove(&self, token: &[u8; 32], now: u64) -> Option<StaffId> {
        let hash = Hash::of(token);
        let mut all = self.lock();
        let session = all.get_mut(&hash)?;
        if session.counts(now) {
            session.last = now;
            return Some(session.staff);
        }
        all.remove(&hash);
        None
    }

    /// Ends one.
    pub(super) fn end(&self, token: &[u8; 32]) {
        self.lock().remove(&Hash::of(token));
    }

    /// Ends all of somebody's.
    pub(super) fn end_all(&self, staff: &StaffId) {
        self.lock().retain(|_, session| session.staff != *staff);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Hash, Session>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wire::random::System;

    const NOW: u64 = 1_000_000;

    #[test]
    fn a_session_ends_when_idle_and_at_the_end_of_the_day() {
        let sessions = Sessions::default();
        let staff = StaffId([1; 16]);
        let idle = sessions.begin(staff, NOW, &mut System::new());
        assert_eq!(sessions.prove(&idle, NOW + IDLE_S - 1), Some(staff));
        assert_eq!(sessions.prove(&idle, NOW + 2 * IDLE_S - 2), Some(staff));
        assert_eq!(sessions.prove(&idle, NOW + 3 * IDLE_S - 2), None);
        let long = sessions.begin(staff, NOW, &mut System::new());
        for used in (NOW..NOW + WHOLE_S).step_by(IDLE_S as usize - 1) {
            assert_eq!(sessions.prove(&long, used), Some(staff));
        }
        assert_eq!(sessions.prove(&long, NOW + WHOLE_S), None);
        assert_eq!(sessions.prove(&[0; 32], NOW), None);
    }

    #[test]
    fn whoever_leaves_is_out_and_only_so_many_are_in() {
        let sessions = Sessions::default();
        let mut random = System::new();
        let (one, other) = (StaffId([1; 16]), StaffId([2; 16]));
        let first = sessions.begin(one, NOW, &mut random);
        let second = sessions.begin(one, NOW + 1, &mut random);
        let others = sessions.begin(other, NOW + 2, &mut random);
        sessions.end(&first);
        assert_eq!(sessions.prove(&first, NOW), None);
        sessions.end_all(&one);
        assert_eq!(sessions.prove(&second, NOW), None);
        assert_eq!(sessions.prove(&others, NOW + 2), Some(other));
        for _ in 0..MOST {
            sessions.begin(one, NOW + 3, &mut random);
        }
        assert_eq!(sessions.lock().len(), MOST);
        assert_eq!(sessions.prove(&others, NOW + 3), None);
    }
}
