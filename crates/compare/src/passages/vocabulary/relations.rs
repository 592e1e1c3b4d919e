//! Which terms of the field cover more than others, as laws and standards define them.
//!
//! Only pairs of which a source says that one includes the other are here. "Personal information"
//! and "personal data" are not: their definitions overlap, and each has what the other lacks.

use super::singular;
use model::{Extent, Relation};

const PERSONAL_DATA: &str = "GDPR Article 4(1); NIST SP 800-122";
const PERSONAL_INFORMATION: &str = "Cal. Civ. Code 1798.140(v); NIST SP 800-122";
const PROCESSING: &str = "GDPR Article 4(2)";
const SPECIAL: &str = "GDPR Article 9(1)";
const AFFILIATES: &str = "17 CFR 230.405";

/// The narrower term, the broader one, and who says so; in the singular.
const INCLUDED: &[(&str, &str, &str)] = &[
    (
        "personally identifiable information",
        "personal data",
        PERSONAL_DATA,
    ),
    (
        "personally identifying information",
        "personal data",
        PERSONAL_DATA,
    ),
    ("pii", "personal data", PERSONAL_DATA),
    (
        "personally identifiable information",
        "personal information",
        PERSONAL_INFORMATION,
    ),
    (
        "personally identifying information",
        "personal information",
        PERSONAL_INFORMATION,
    ),
    ("pii", "personal information", PERSONAL_INFORMATION),
    ("collect", "process", PROCESSING),
    ("collection", "processing", PROCESSING),
    ("use", "process", PROCESSING),
    ("use", "processing", PROCESSING),
    ("store", "process", PROCESSING),
    ("storage", "processing", PROCESSING),
    ("disclosure", "processing", PROCESSING),
    ("erhebung", "verarbeitung", PROCESSING),
    ("nutzung", "verarbeitung", PROCESSING),
    ("speicherung", "verarbeitung", PROCESSING),
    ("collecte", "traitement", PROCESSING),
    ("utilisation", "traitement", PROCESSING),
    ("consent", "legal basis", "GDPR Article 6(1)"),
    ("health data", "special category of personal data", SPECIAL),
    ("genetic data", "special category of personal data", SPECIAL),
    ("ip address", "online identifier", "GDPR recital 30"),
    ("cookie identifier", "online identifier", "GDPR recital 30"),
    ("subsidiary", "affiliate", AFFILIATES),
];

/// What is known of how much the new term covers beside the old one.
///
/// A term that only adds "and …" covers more by its words alone; no source is needed for that.
pub(crate) fn relation(old: &str, new: &str) -> Option<Relation> {
    let (old, new) = (plain(old), plain(new));
    let source = |narrow: &str, broad: &str| {
        let entry = INCLUDED.iter().find(|e| e.0 == narrow && e.1 == broad);
        entry
            .map(|e| Some(e.2))
            .or_else(|| adds(narrow, broad).then_some(None))
    };
    let broader = source(&old, &new).map(|source| (Extent::Broader, source));
    let narrower = || source(&new, &old).map(|source| (Extent::Narrower, source));
    let (extent, source) = broader.or_else(narrower)?;
    Some(Relation {
        extent,
        source: source.map(Into::into),
    })
}

/// True for "cookies" and "cookies and similar technologies".
fn adds(narrow: &str, broad: &str) -> bool {
    let more = broad.strip_prefix(narrow).unwrap_or_default();
    [" and ", " or ", " und ", " oder ", " et ", " ou "]
        .iter()
        .any(|word| more.starts_with(word))
}

fn plain(phrase: &str) -> String {
    singular(&phrase.replace('-', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(old: &str, new: &str) -> Option<Extent> {
        relation(old, new).map(|r| r.extent)
    }

    #[test]
    fn the_entries_are_in_the_form_that_is_looked_up() {
        for (narrow, broad, _) in INCLUDED {
            assert_eq!(plain(narrow), *narrow);
            assert_eq!(extent(narrow, broad), Some(Extent::Broader), "{narrow}");
        }
    }

    #[test]
    fn the_other_way_round_is_narrower() {
        let old_wording = "personally-identifiable information";
        assert_eq!(extent(old_wording, "personal data"), Some(Extent::Broader));
        assert_eq!(extent("affiliates", "subsidiaries"), Some(Extent::Narrower));
    }

    #[test]
    fn more_of_the_same_is_broader_by_its_words() {
        let relation = relation("cookies", "cookies and similar technologies").expect("known");
        assert_eq!((relation.extent, relation.source), (Extent::Broader, None));
        assert_eq!(extent("cookies", "cookie notice"), None);
    }

    #[test]
    fn definitions_that_overlap_are_not_ranked() {
        assert_eq!(extent("personal information", "personal data"), None);
    }
}
