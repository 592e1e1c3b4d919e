//! Interface text, generated at build time from the Fluent files under `www/locales`.
//!
//! A leaf module: every layer may use it, it uses none of them.

include!(concat!(env!("OUT_DIR"), "/messages.rs"));
