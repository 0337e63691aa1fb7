//! A renewal at every gate of a stick: prepared, committed or undone.

use super::{Gates, all_of};
use crate::trouble::{Result, Trouble};
use crypto::{
    keys::{DeviceSecret, SigningKey},
    stick::Header,
};
use wire::{
    GateId, KeyId,
    gate::{Abort, Commit, Element, EnrolmentKeys, Order, Prepare, Standing},
};

impl Gates {
    /// Prepares a renewal at every gate.
    pub(crate) async fn prepare(
        &self,
        header: &Header,
        next: KeyId,
        ds: &DeviceSecret,
        keys: impl Fn(&SigningKey) -> EnrolmentKeys,
        lineage: &SigningKey,
    ) -> Result<Vec<Element>> {
        let mut publics = Vec::with_capacity(header.gates.len());
        for gate in header.gates.iter().map(|g| g.gate) {
            let possession = ds.possession(self.realm, &next, &gate);
            let prepare = Prepare {
                gate,
                key_id: header.key_id,
                next,
                keys: keys(&possession),
            };
            let signed = lineage.sign(self.realm, &prepare);
            publics.push(self.key_at(&gate, "v1/gate/prepare", &signed).await);
        }
        all_of(publics)
    }

    /// Commits a renewal at every gate of the header; all must acknowledge, and no longer call it
    /// pending: once its twin is gone, nobody can commit it any more. One that is away keeps no other
    /// from destroying what copies of the old stick could open.
    pub(crate) async fn commit(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        old: KeyId,
        success: &SigningKey,
    ) -> Result<()> {
        let mut done = Vec::with_capacity(header.gates.len());
        for gate in header.gates.iter().map(|g| g.gate) {
            let message = Commit {
                gate,
                key_id: old,
                next: header.key_id,
            };
            let order = Order::Commit(success.sign(self.realm, &message));
            done.push(self.commit_one(header, ds, gate, &order).await);
        }
        all_of(done).map(drop)
    }

    /// Undoes a renewal at every gate of the header.
    pub(crate) async fn abort(
        &self,
        header: &Header,
        pending: KeyId,
        lineage: &SigningKey,
    ) -> Result<()> {
        let mut done = Vec::with_capacity(header.gates.len());
        for gate in header.gates.iter().map(|g| g.gate) {
            let message = Abort {
                gate,
                key_id: header.key_id,
                next: pending,
            };
            let order = Order::Abort(lineage.sign(self.realm, &message));
            done.push(self.order(&gate, &order).await);
        }
        all_of(done).map(drop)
    }

    async fn commit_one(
        &self,
        header: &Header,
        ds: &DeviceSecret,
        gate: GateId,
        order: &Order,
    ) -> Result<()> {
        self.order(&gate, order).await?;
        match self.status_one(header, ds, gate).await?.standing {
            Standing::Pending => Err(Trouble::Unverified),
            Standing::Live | Standing::Frozen | Standing::Suspended => Ok(()),
        }
    }
}
