//! How often somebody may ask: by stick at the gate, by account in a session, and only for those
//! who proved nothing by address and all together. Fifteen people may share one address.

use std::{
    hash::Hash,
    net::IpAddr,
    num::NonZeroU32,
    sync::atomic::{AtomicU32, Ordering},
};

use governor::{
    DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};
use wire::{AccountId, Code, KeyId, Refusal};

use crate::{domain::Outcome, settings::LimitSettings};

/// Keys remembered at once; past it those at rest are forgotten.
const REMEMBERED: usize = 50_000;
/// How many questions pass between two looks at the number remembered.
const LOOK_EVERY: u32 = 1_024;

/// All the buckets. Nothing in them lasts: rules that must hold are in the stores.
pub(crate) struct Throttles {
    keys: Keyed<KeyId>,
    accounts: Keyed<AccountId>,
    addresses: Keyed<IpAddr>,
    strangers: DefaultDirectRateLimiter,
}

impl Throttles {
    /// Buckets of the sizes that the admin set.
    pub(crate) fn new(limits: &LimitSettings) -> Self {
        Self {
            keys: Keyed::new(limits.key_per_minute),
            accounts: Keyed::new(limits.account_per_minute),
            addresses: Keyed::new(limits.address_per_minute),
            strangers: RateLimiter::direct(quota(limits.strangers_per_minute)),
        }
    }

    /// One request about a stick at the gate.
    pub(crate) fn key(&self, key: KeyId) -> Outcome<()> {
        self.keys.check(key)
    }

    /// One request in a session.
    pub(crate) fn account(&self, account: AccountId) -> Outcome<()> {
        self.accounts.check(account)
    }

    /// One request of somebody who has proved nothing yet.
    pub(crate) fn stranger(&self, address: IpAddr) -> Outcome<()> {
        self.addresses.check(address)?;
        self.strangers.check().map_err(|until| wait(&until))
    }
}

struct Keyed<K: Hash + Eq + Clone> {
    limiter: DefaultKeyedRateLimiter<K>,
    asked: AtomicU32,
}

impl<K: Hash + Eq + Clone> Keyed<K> {
    fn new(per_minute: u32) -> Self {
        Self {
            limiter: RateLimiter::keyed(quota(per_minute)),
            asked: AtomicU32::new(0),
        }
    }

    fn check(&self, key: K) -> Outcome<()> {
        let asked = self.asked.fetch_add(1, Ordering::Relaxed);
        if asked.is_multiple_of(LOOK_EVERY) && self.limiter.len() > REMEMBERED {
            self.limiter.retain_recent();
            self.limiter.shrink_to_fit();
        }
        self.limiter.check_key(&key).map_err(|until| wait(&until))
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
}
