//! Which section became which, decided by how much of each is in the other.

mod describe;
pub(crate) mod flow;
pub(crate) mod links;
mod moves;
pub(crate) mod nearest;
pub(crate) mod subjects;
