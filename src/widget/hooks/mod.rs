//! What has effects: each hook watches one part of the state and feeds actions back.

mod address;
mod catalogue;
mod focus;
mod keys;
mod loader;
mod vocabularies;

pub use address::use_address;
pub use catalogue::use_catalogue;
pub use focus::use_focus;
pub use keys::use_keys;
pub use loader::use_loader;
pub use vocabularies::use_vocabularies;
