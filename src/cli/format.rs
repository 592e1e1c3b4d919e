//! The forms that most commands can print in.

use clap::ValueEnum;

/// For whom to print.
#[derive(Clone, Copy, Default, ValueEnum)]
pub enum Format {
    /// For reading.
    #[default]
    Text,
    /// For programs.
    Json,
}
