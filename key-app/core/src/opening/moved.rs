//! Whether a portal has moved, and whether it is there where it says.

use crate::portal::Portal;
use crypto::stick::HeaderDraft;
use wire::structure::{Locator, SignedLocator};

/// A locator that the structure signed after the one on the stick: its portal has moved, or its
/// certificate authority is another. One that does not verify is as good as none, and so is one of a root
/// that has been followed by another: whoever stole that one leads nobody back. One whose new addresses do not answer
/// is left for another day: a slip of the pen would shut every stick out for good.
pub(super) async fn newer_locator(
    portal: &Portal,
    home: &HeaderDraft,
    locator: &SignedLocator,
) -> Option<SignedLocator> {
    let known = locator.verify(home.realm, &home.structure).ok()?;
    let offered = portal.locator().await.ok()?;
    let newer = offered.verify(home.realm, &home.structure).ok()?;
    let goes_on = offered.roots.continues(&locator.roots);
    (newer.seq > known.seq && goes_on && answers(&newer, &known).await).then_some(offered)
}

/// Whether the portal, and each gate that has moved, answer where they are said to be. An address that is known already
/// is not asked. Nor is anybody where the authority is another one: no portal shows the certificates of both.
async fn answers(newer: &Locator, known: &Locator) -> bool {
    if newer.trust != known.trust {
        return true;
    }
    let mut moved = Vec::new();
    if !newer.portals.iter().any(|one| known.portals.contains(one)) {
        moved.push(newer.portals.clone());
    }
    for gate in &newer.gates {
        let was = known.gates.iter().find(|was| was.gate == gate.gate);
        let has_moved = was.is_some_and(|was| was.address != gate.address);
        if has_moved && !moved.iter().flatten().any(|one| *one == gate.address) {
            moved.push(vec![gate.address.clone()]);
        }
    }
    for portals in moved {
        let there = Portal::new(&Locator {
            portals,
            ..newer.clone()
        });
        match there {
            Ok(there) if there.time().await.is_ok() => {}
            _ => return false,
        }
    }
    true
}
