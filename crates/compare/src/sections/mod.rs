//! Which section became which, decided by how much of each is in the other.

pub(crate) mod flow;
pub(crate) mod links;
pub(crate) mod nearest;
pub(crate) mod subjects;
