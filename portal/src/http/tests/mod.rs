//! The portal over real HTTPS, in this process: on port zero, with a clock that stands still.

mod board;
mod ceremony;
mod connections;
mod deletion;
mod desk;
mod desk_door;
mod desk_figures;
mod desk_logins;
mod desk_sessions;
mod gate;
mod harness;
mod helpers;
mod idle;
mod learning;
mod mandates;
mod restore;
mod space;
mod walk;
