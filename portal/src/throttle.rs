//! How often somebody may ask: by stick at the gate, by account in a session, and only for those
//! who proved nothing by address and all together. Fifteen people may share one address.

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr},
    num::NonZeroU32,
    sync::atomic::{AtomicBool, AtomicUsize, Ordering},
};

use governor::{
    DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use wire::{AccountId, Code, KeyId, Refusal};

use crate::{domain::Outcome, records::StaffId, settings::LimitSettings};

/// Buckets of one kind remembered at once. When none of them is at rest, there is but one bucket
/// for all.
const REMEMBERED: usize = 50_000;

/// All the buckets. Nothing in them lasts: rules that must hold are in the stores.
pub(crate) struct Throttles {
    keys: Keyed<KeyId>,
    accounts: Keyed<AccountId>,
    addresses: Keyed<IpAddr>,
    /// Those who knock at the desk: few people, so few knocks.
    knocking: Keyed<IpAddr>,
    staff: Keyed<StaffId>,
    /// What one of the staff writes: a hand is slow.
    writing: Keyed<StaffId>,
    strangers: DefaultDirectRateLimiter,
    /// Everybody who proved something, while there is no room for buckets of their own.
    proved: DefaultDirectRateLimiter,
}

impl Throttles {
    /// Buckets of the sizes that the admin set.
    pub(crate) fn new(limits: &LimitSettings) -> Self {
        Self {
            keys: Keyed::new(limits.key_per_minute, REMEMBERED),
            accounts: Keyed::new(limits.account_per_minute, REMEMBERED),
            addresses: Keyed::new(limits.address_per_minute, REMEMBERED),
            knocking: Keyed::new(limits.desk_per_minute, REMEMBERED),
            staff: Keyed::new(limits.account_per_minute, REMEMBERED),
            writing: Keyed::new(limits.desk_writes_per_minute, REMEMBERED),
            strangers: RateLimiter::direct(quota(limits.strangers_per_minute)),
            proved: RateLimiter::direct(quota(limits.strangers_per_minute)),
        }
    }

    /// One request about a stick at the gate.
    pub(crate) fn key(&self, key: KeyId) -> Outcome<()> {
        self.proved(self.keys.check(&key)?)
    }

    /// One request in a session.
    pub(crate) fn account(&self, account: AccountId) -> Outcome<()> {
        self.proved(self.accounts.check(&account)?)
    }

    /// One request of somebody who has proved nothing yet.
    pub(crate) fn stranger(&self, address: IpAddr) -> Outcome<()> {
        self.addresses.check(&network(address))?;
        self.strangers.check().map_err(|until| wait(&until))
    }

    /// One try to come in at the desk; it counts as a stranger's request too.
    pub(crate) fn knock(&self, address: IpAddr) -> Outcome<()> {
        self.stranger(address)?;
        self.proved(self.knocking.check(&network(address))?)
    }

    /// One request in a session of the desk.
    pub(crate) fn staff(&self, staff: StaffId) -> Outcome<()> {
        self.proved(self.staff.check(&staff)?)
    }

    /// One request in a session of the desk that writes something; it counts as any other too.
    pub(crate) fn staff_writes(&self, staff: StaffId) -> Outcome<()> {
        self.staff(staff)?;
        self.proved(self.writing.check(&staff)?)
    }

    fn proved(&self, kept: Kept) -> Outcome<()> {
        match kept {
            Kept::Own => Ok(()),
            Kept::Full => self.proved.check().map_err(|until| wait(&until)),
        }
    }
}

/// What one subscriber of a network provider has for himself: an IPv4 address, or a /64 of IPv6.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

/// Whether there was a bucket for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Their own, and it had something in it.
    Own,
    /// None: too many are remembered.
    Full,
}

struct Keyed<K: Hash + Eq + Clone> {
    limiter: DefaultKeyedRateLimiter<K>,
    room: usize,
    asked: AtomicUsize,
    is_full: AtomicBool,
}

impl<K: Hash + Eq + Clone> Keyed<K> {
    fn new(per_minute: u32, room: usize) -> Self {
        Self {
            limiter: RateLimiter::keyed(quota(per_minute)),
            room,
            asked: AtomicUsize::new(0),
            is_full: AtomicBool::new(false),
        }
    }

    fn check(&self, key: &K) -> Outcome<Kept> {
        let asked = self.asked.fetch_add(1, Ordering::Relaxed);
        // Between two looks no more can come than there are questions.
        if asked.is_multiple_of((self.room / 64).max(1)) {
            self.look();
        }
        if self.is_full.load(Ordering::Relaxed) {
            return Ok(Kept::Full);
        }
        match self.limiter.check_key(key) {
            Ok(()) => Ok(Kept::Own),
            Err(until) => Err(wait(&until)),
        }
    }

    /// Forgets those at rest where room is short, and remembers whether that helped.
    fn look(&self) {
        if self.limiter.len() >= self.room {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        let is_full = self.limiter.len() >= self.room;
        self.is_full.store(is_full, Ordering::Relaxed);
    }
}

/// A minute's worth at once, then evenly.
fn quota(per_minute: u32) -> Quota {
    Quota::per_minute(NonZeroU32::new(per_minute).unwrap_or(NonZeroU32::MIN))
}

fn wait(until: &governor::NotUntil<<DefaultClock as Clock>::Instant>) -> Refusal {
    let wait = until.wait_time_from(DefaultClock::default().now());
    Refusal {
        code: Code::TooManyRequests,
        retry_after_s: Some(wait.as_secs() + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sticks_haste_is_no_others() {
        let limits = LimitSettings {
            key_per_minute: 2,
            ..LimitSettings::default()
        };
        let throttles = Throttles::new(&limits);
        let (one, other) = (KeyId([1; 16]), KeyId([2; 16]));
        throttles.key(one).unwrap();
        throttles.key(one).unwrap();
        let refusal = throttles.key(one).unwrap_err();
        assert_eq!(refusal.code, Code::TooManyRequests);
        assert!(refusal.retry_after_s.is_some_and(|s| (1..=31).contains(&s)));
        throttles.key(other).unwrap();
    }

    #[test]
    fn a_subscribers_addresses_share_one_bucket() {
        let limits = LimitSettings {
            address_per_minute: 1,
            ..LimitSettings::default()
        };
        let throttles = Throttles::new(&limits);
        let ask = |address: &str| throttles.stranger(address.parse().unwrap());
        ask("2001:db8:1:2::1").unwrap();
        let refusal = ask("2001:db8:1:2:ffff:ffff:ffff:ffff").unwrap_err();
        assert_eq!(refusal.code, Code::TooManyRequests);
        ask("2001:db8:1:3::1").unwrap();
        ask("192.0.2.1").unwrap();
        ask("::ffff:192.0.2.1").unwrap_err();
        ask("192.0.2.2").unwrap();
    }

    #[test]
    fn only_so_many_are_remembered() {
        let keyed = Keyed::new(1, 4);
        for key in 0..4 {
            assert_eq!(keyed.check(&key), Ok(Kept::Own));
        }
        for key in 0..1_000 {
            assert_eq!(keyed.check(&key), Ok(Kept::Full));
        }
        assert_eq!(keyed.limiter.len(), 4);
    }
}
