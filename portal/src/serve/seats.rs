//! Room for connections, so that nobody takes it all.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::throttle::network;

/// Room for connections: so many in all, and so many for each network that they come from.
pub(super) struct Seats {
    pub(super) all: Arc<Semaphore>,
    pub(super) each: usize,
    pub(super) taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// Room for one connection, given back when dropped.
pub(super) struct Seat {
    network: IpAddr,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
    _room: OwnedSemaphorePermit,
}

impl Seats {
    /// Room for one from this address, unless its network has its share already.
    pub(super) fn take(&self, address: IpAddr, room: OwnedSemaphorePermit) -> Option<Seat> {
        let network = network(address);
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(network).or_default();
        if *count >= self.each {
            return None;
        }
        *count += 1;
        Some(Seat {
            network,
            taken: self.taken.clone(),
            _room: room,
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.network);
            }
        }
    }
}
