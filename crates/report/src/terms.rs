//! How terms that were replaced throughout are explained.

use messages::Locale;
use model::{Extent, Relation};

/// What is known of the new term beside the old one, with the definitions that say so.
#[must_use]
pub fn relation(relation: &Relation, locale: Locale) -> String {
    let extent = match relation.extent {
        Extent::Broader => locale.report_term_broader(),
        Extent::Narrower => locale.report_term_narrower(),
    };
    match &relation.source {
        Some(source) => format!("{extent} ({source})"),
        None => extent.to_owned(),
    }
}
