//! The structure's desk in Chromium, on a real portal over TLS, with passkeys of a device made of software.

#![expect(
    clippy::unwrap_used,
    reason = "a test that unwraps says where it broke"
)]

mod door;
mod learning;
mod lending;
mod printed;
mod work;

use portal::{
    Deps, Settings,
    staff::{self, Role},
};
use std::net::SocketAddr;
use tests::{
    screen::{Chromium, Desk},
    world::World,
};

/// The origin of a world's portal.
const ORIGIN: &str = "https://acces.mesdroits.example";
/// A small old screen.
const SIZE: (u32, u32, u32) = (1024, 768, 1);

fn portal(world: &World) -> SocketAddr {
    world.portal().unwrap().addr()
}

/// What stands behind the address of an invitation's link.
fn invite(world: &World, name: &str, role: Role) -> String {
    let settings = Settings::read(&world.sites[0].data()).unwrap();
    let deps = Deps {
        clock: world.clock.clone(),
        ..Deps::system()
    };
    let invited = staff::invite(&settings, name, role, &deps).unwrap();
    invited.link.strip_prefix(ORIGIN).unwrap().to_owned()
}

/// Somebody who has just come in for the first time.
async fn enter(chromium: &Chromium, world: &World, name: &str, role: Role) -> Desk {
    let mut desk = chromium.desk((ORIGIN, portal(world)), SIZE).await.unwrap();
    desk.plug_in_authenticator().await.unwrap();
    let link = {
        let (name, world) = (name.to_owned(), world);
        tokio::task::block_in_place(|| invite(world, &name, role))
    };
    desk.visit(&link).await.unwrap();
    desk.click("enter").await.unwrap();
    desk.on("home").await.unwrap();
    desk
}
