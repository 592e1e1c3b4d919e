//! Which section became which: how much of each is in the other, and what follows from that.

pub(crate) mod flow;
pub(crate) mod links;
pub(crate) mod nearest;
pub(crate) mod subjects;
