//! The browser application: chooser, redline, request.
//!
//! It mounts into an element it is given, keeps nothing outside itself and takes its
//! configuration as properties, so that several can live on one page, each in a shadow root.
//! [`state`] knows everything and no browser; [`hooks`] do what has effects, through the thin
//! edges of [`browser`]; [`components`] only show.

mod browser;
mod components;
mod hooks;
pub mod state;

pub use browser::{decode, set_reader};
pub use components::{App, Config};
