//! Builds, serves and tests policy-diff.

fn main() {}
