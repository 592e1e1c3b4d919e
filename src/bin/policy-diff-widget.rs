//! The widget's entry into WebAssembly.
fn main() {}
