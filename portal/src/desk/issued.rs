//! Attestations of the last minutes, so that the page and the badge of one are one attestation. What is kept is the
//! badge, in which a name is only hashed, and nothing on disk.

use tokio::sync::{Mutex, MutexGuard};
use wire::Hash;

/// How long a form leads to the same attestation, in seconds.
const SAME_S: u64 = 600;
/// Attestations at once. One more forgets the oldest.
const MOST: usize = 256;

/// All of them. Whoever issues one holds them until it is written down.
#[derive(Debug, Default)]
pub(super) struct Issuing(Mutex<Issued>);

/// What was issued, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Issued(Vec<One>);

#[derive(Debug)]
struct One {
    what: Hash,
    badge: String,
    until: u64,
    /// Whether the page was handed out, and whether the badge alone was.
    out: [bool; 2],
}

impl Issuing {
    /// Nobody else issues one until this is dropped.
    pub(super) async fn hold(&self) -> MutexGuard<'_, Issued> {
        self.0.lock().await
    }
}

impl Issued {
    /// The badge of the attestation that this form led to before. Without a name the same form twice may well be of
    /// two people: then it is another.
    pub(super) fn again(
        &mut self,
        what: &Hash,
        (is_badge, is_named): (bool, bool),
        now: u64,
    ) -> Option<String> {
        self.0.retain(|one| now < one.until);
        let one = self.0.iter_mut().find(|one| one.what == *what)?;
        let out = &mut one.out[usize::from(is_badge)];
        if *out && !is_named {
            return None;
        }
        *out = true;
        Some(one.badge.clone())
    }

    /// Remembers a new one.
    pub(super) fn keep(&mut self, what: Hash, is_badge: bool, badge: String, now: u64) {
        self.0.retain(|one| one.what != what);
        if self.0.len() >= MOST {
            self.0.remove(0);
        }
        self.0.push(One {
            what,
            badge,
            until: now.saturating_add(SAME_S),
            out: [!is_badge, is_badge],
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_and_its_badge_are_one_attestation_and_two_pages_without_a_name_are_two() {
        let mut all = Issued::default();
        let what = Hash([1; 32]);
        assert_eq!(all.again(&what, (false, true), 7), None);
        all.keep(what, false, "one".into(), 7);
        for is_badge in [true, false, true] {
            let again = all.again(&what, (is_badge, true), 8);
            assert_eq!(again.as_deref(), Some("one"));
        }
        assert_eq!(all.again(&what, (true, true), 7 + SAME_S), None);
        all.keep(what, false, "two".into(), 7);
        let again = all.again(&what, (true, false), 8);
        assert_eq!(again.as_deref(), Some("two"));
        assert_eq!(all.again(&what, (false, false), 8), None);
        for n in 0..MOST {
            all.keep(Hash::of(&n.to_be_bytes()), true, "more".into(), 8);
        }
        assert_eq!(all.0.len(), MOST);
        assert_eq!(all.again(&what, (true, true), 8), None);
    }
}
