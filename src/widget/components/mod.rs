//! What is shown. Components take narrow properties, hold no state but what is theirs alone
//! (a copy button that was just pressed), and say everything in words from the Fluent files.

mod app;
mod assistant;
mod chooser;
mod copy;
mod env;
mod foot;
mod highlights;
mod jump;
mod own;
mod passage;
mod reading;
mod redline;
mod runs;
mod section;
mod status;
mod summary;
mod versions;

pub use app::{App, Config};
