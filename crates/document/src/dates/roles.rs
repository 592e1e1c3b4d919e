//! What the words around a date say about it.
//!
//! A date counts where a label stands beside it ("Last updated: …") or where a sentence about
//! the policy says so ("this policy was last changed on …"). Dates of laws, of history or of
//! other documents are left alone: precision first.

use crate::dates::order::Figures;
use crate::dates::{self, Found};
use ::text::{
    lexer::bare_words as words,
    lists::{COMING, DATE_LABELS, EFFECTIVE, OTHER_TEXTS, OWN_NAMES, POINTING, PUBLISHED, UPDATED},
    script::is_unspaced,
    sentence::around,
};
use model::DateRole;

/// Words a date's label may have beside the date.
const LABEL: usize = 8;
/// Words between the role and the date in a sentence ("effective as of", "was last updated on").
const NEAR: usize = 4;
/// Words before or after a date that give it a role.
static ROLES: [(DateRole, &[&str]); 3] = [
    (DateRole::Effective, EFFECTIVE),
    (DateRole::Updated, UPDATED),
    (DateRole::Published, PUBLISHED),
];

/// A date to which the words beside it give a role.
pub(crate) struct Labelled {
    pub(crate) role: DateRole,
    pub(crate) found: Found,
    /// Whether it is that of another version, which the text only announces.
    pub(crate) announced: bool,
}

/// The dates of a text to which its own words give a role.
pub(crate) fn labelled(text: &str, figures: &Figures) -> Vec<Labelled> {
    let found = dates::find_labelled(text, figures.order);
    if found.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut from = 0;
    for date in found {
        // A date alone, or right behind another, has no words to give it a role; a list of
        // thousands of them must not be read thousands of times for its sentence.
        let gap = text.get(from..date.range.start).unwrap_or_default();
        if words(gap).next().is_none() {
            from = date.range.end;
            continue;
        }
        let around = around(text, &date.range, figures.language);
        let start = around.start.max(from);
        let before = text
            .get(start..date.range.start)
            .unwrap_or_default()
            .to_lowercase()
            .replace('’', "'");
        let after = text
            .get(date.range.end..around.end)
            .unwrap_or_default()
            .to_lowercase();
        from = date.range.end;
        // "The act of 1 May was last amended on 3 May": what is dated stands before the first date.
        let earlier = text.get(around.start..start).unwrap_or_default();
        if !earlier.is_empty() && is_about_another(&[&earlier.to_lowercase(), &*before].concat()) {
            continue;
        }
        if let Some(role) = role(&before, &after) {
            let announced = announces(&before);
            let found = date;
            out.push(Labelled {
                role,
                found,
                announced,
            });
        }
    }
    out
}

/// Whether the words before a date speak of a version that is still to come: "our new policy comes
/// into effect on …". "This new policy" is the one that is read.
fn announces(before: &str) -> bool {
    let words: Vec<&str> = words(before).collect();
    let is_coming = |at: usize| words.get(at).is_some_and(|word| COMING.contains(word));
    let is_this = |at: usize| words.get(at).is_some_and(|word| POINTING.contains(word));
    let named = (0..words.len()).filter(|at| names_itself(words[*at]));
    let near = |at: usize| at.saturating_sub(2)..(at + 2).min(words.len());
    named.clone().any(|at| near(at).any(is_coming))
        && !named.into_iter().any(|at| near(at).any(is_this))
}

/// What the words before and after a date in its sentence say of it.
pub(crate) fn role(before: &str, after: &str) -> Option<DateRole> {
    let before_words = words(before).count();
    // "zuletzt am 21. Mai 2018 geändert": the verb after the date, its adverb before.
    // A date that begins its line heads an entry of a change log.
    let (role, distance) = nearest(before).or_else(|| bare_label(before)).or_else(|| {
        let role = (before_words > 0).then(|| nearest_after(after))?;
        role.map(|(role, _)| (role, 0))
    })?;
    if is_about_another(before) || tells_of_change(before) {
        return None;
    }
    let label_like = before_words <= LABEL && words(after).count() <= LABEL;
    let about_self = words(before).chain(words(after)).any(names_itself);
    // "Date de dernière mise à jour :" is a label, however many words it has.
    let ends_label = distance == 0 && before.trim_end().ends_with(':');
    let is_label = label_like && (before_words <= NEAR + 1 || ends_label);
    (distance <= NEAR && (about_self || is_label)).then_some(role)
}

/// Whether the document or a law was named last: "our notice under the CCPA, effective …" dates
/// the law, "this GDPR notice was last updated …" the notice.
fn is_about_another(before: &str) -> bool {
    let mut about_another = false;
    for word in words(before) {
        if names_itself(word) {
            about_another = false;
        } else if OTHER_TEXTS.contains(&word) {
            about_another = true;
        }
    }
    about_another
}

/// Whether what is dated is what follows a colon, and not the text: "we have changed this policy:
/// from …".
fn tells_of_change(before: &str) -> bool {
    let Some((label, rest)) = before.rsplit_once(':') else {
        return false;
    };
    let says_what = words(label).any(names_itself) && words(label).count() > NEAR;
    says_what && words(rest).next().is_some()
}

/// German compounds end with the word ("Datenschutzerklärung").
fn names_itself(word: &str) -> bool {
    OWN_NAMES
        .iter()
        .any(|name| word == *name || (name.len() > 8 && word.ends_with(name)))
}

/// The role word closest before the date, and the number of words between.
fn nearest(before: &str) -> Option<(DateRole, usize)> {
    let mut best: Option<(DateRole, usize, usize)> = None;
    for &(role, names) in &ROLES {
        for name in names {
            if let Some(at) = rfind_word(before, name) {
                let end = at + name.len();
                if best.is_none_or(|(_, known, _)| end > known) {
                    let between = words(before.get(end..).unwrap_or_default()).count();
                    best = Some((role, end, between));
                }
            }
        }
    }
    let (role, _, distance) = best?;
    Some((role, distance))
}

/// "Date: 4 March 2021", with nothing else before it.
fn bare_label(before: &str) -> Option<(DateRole, usize)> {
    let label = before.trim_matches(|c: char| !c.is_alphanumeric());
    DATE_LABELS
        .contains(&label)
        .then_some((DateRole::Published, 0))
}

fn nearest_after(after: &str) -> Option<(DateRole, usize)> {
    let mut best: Option<(DateRole, usize)> = None;
    for &(role, names) in &ROLES {
        for name in names {
            if let Some(at) = after.find(name)
                && best.is_none_or(|(_, known)| at < known)
                && words(after.get(..at).unwrap_or_default()).count() <= 1
            {
                best = Some((role, at));
            }
        }
    }
    best
}

fn rfind_word(text: &str, name: &str) -> Option<usize> {
    let mut end = text.len();
    while let Some(at) = text.get(..end).and_then(|t| t.rfind(name)) {
        // In scripts without spaces a word has no borders to look at.
        if name.starts_with(is_unspaced) {
            return Some(at);
        }
        let starts = text
            .get(..at)
            .is_some_and(|t| !t.ends_with(char::is_alphabetic));
        let ends = text
            .get(at + name.len()..)
            .is_some_and(|t| !t.starts_with(char::is_alphabetic));
        // Flattened pages have "Updated" and the month in one word; the date itself is cut off.
        if starts && ends {
            return Some(at);
        }
        end = at;
    }
    None
}

/// A text that is a date and nothing else, a weekday or a place aside.
pub(crate) fn bare_date(text: &str) -> Option<Found> {
    let found = dates::find(text);
    let [date] = found.as_slice() else {
        return None;
    };
    let before = text.get(..date.range.start)?;
    let after = text.get(date.range.end..)?;
    let rest = words(before).count() + words(after).count();
    let place = rest <= 2 && before.trim_end().ends_with(',') && after.trim().len() <= 1;
    (rest == 0 || place).then(|| date.clone())
}

/// A line that only dates the text: "Last updated: 3 May 2020".
pub(crate) fn is_date_line(text: &str) -> bool {
    let found = dates::find(text);
    let [date] = found.as_slice() else {
        return false;
    };
    let before = text
        .get(..date.range.start)
        .unwrap_or_default()
        .to_lowercase();
    let after = text
        .get(date.range.end..)
        .unwrap_or_default()
        .to_lowercase();
    let others = || words(&before).chain(words(&after));
    let is_label = role(&before, &after).is_some() && !others().any(names_itself);
    others().count() <= NEAR && (is_label || others().next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::text::Language;

    const UNKNOWN: Figures = Figures {
        order: None,
        language: Language::ENGLISH,
    };

    fn check(text: &str, expected: Option<(DateRole, &str)>) {
        let found = labelled(text, &UNKNOWN);
        let found = found.first().filter(|labelled| !labelled.announced);
        let got = found.map(|l| (l.role, l.found.date.to_string()));
        assert_eq!(
            got,
            expected.map(|(role, date)| (role, date.to_owned())),
            "{text}"
        );
    }

    #[test]
    fn labels_give_roles() {
        check(
            "UPDATED: November 26, 2019",
            Some((DateRole::Updated, "2019-11-26")),
        );
        check(
            "Last updated: [July 18, 2022",
            Some((DateRole::Updated, "2022-07-18")),
        );
        check(
            "UpdatedNovember 13, 2023",
            Some((DateRole::Updated, "2023-11-13")),
        );
        check(
            "Effective date: October 11, 2017",
            Some((DateRole::Effective, "2017-10-11")),
        );
        check(
            "Effective December 17, 2025",
            Some((DateRole::Effective, "2025-12-17")),
        );
        check("Stand: 31.12.2019", Some((DateRole::Updated, "2019-12-31")));
        check(
            "Gültig ab 1. Mai 2024",
            Some((DateRole::Effective, "2024-05-01")),
        );
        check(
            "Date d'entrée en vigueur : 1er juin 2020",
            Some((DateRole::Effective, "2020-06-01")),
        );
        check(
            "Date de la dernière mise à jour : 14 octobre 2025",
            Some((DateRole::Updated, "2025-10-14")),
        );
        check(
            "Dernière mise à jour le 3 mai 2021",
            Some((DateRole::Updated, "2021-05-03")),
        );
    }

    #[test]
    fn labels_in_scripts_without_spaces_give_roles() {
        check(
            "最終更新日：2023年10月15日",
            Some((DateRole::Updated, "2023-10-15")),
        );
        check(
            "生效日期：2022年4月1日",
            Some((DateRole::Effective, "2022-04-01")),
        );
        check(
            "시행일: 2022년 4월 1일",
            Some((DateRole::Effective, "2022-04-01")),
        );
        check("個人情報保護法は2022年4月1日に大きく変わりました。", None);
    }

    #[test]
    fn sentences_about_the_policy_give_roles() {
        check(
            "This version of our policy took effect June 3, 2020.",
            Some((DateRole::Effective, "2020-06-03")),
        );
        check(
            "Unsere Datenschutzerklärung wurde zuletzt am 21. Mai 2018 geändert.",
            Some((DateRole::Updated, "2018-05-21")),
        );
        check(
            "We keep updates on this web page. This privacy policy was last updated on 26 May 2021.",
            Some((DateRole::Updated, "2021-05-26")),
        );
        check(
            "Note: This policy is effective on September 28, 2025 or the date you acknowledge it.",
            Some((DateRole::Effective, "2025-09-28")),
        );
    }

    #[test]
    fn a_law_or_another_document_keeps_its_date() {
        check(
            "This GDPR privacy notice was last updated on 3 May 2020.",
            Some((DateRole::Updated, "2020-05-03")),
        );
        check(
            "Contact details updated: 3 May 2020",
            Some((DateRole::Updated, "2020-05-03")),
        );
        check(
            "Our notice follows the CCPA, effective January 1, 2020, and what came after.",
            None,
        );
        check(
            "If you agreed to our Terms of Service effective May 1, 2018, they go on to apply.",
            None,
        );
    }

    #[test]
    fn other_dates_have_no_role() {
        check(
            "The California Consumer Privacy Act, effective January 1, 2020, gives you rights.",
            None,
        );
        check("January 3, 2018: Revised and reorganized language.", None);
        check("We moved to Austin on May 3, 2011.", None);
        check(
            "Der Verein wurde zuletzt per Bescheid vom 13. Januar 2020 vom Finanzamt befreit.",
            None,
        );
        check(
            "If you joined before May 3, 2011, your account has another form.",
            None,
        );
    }

    #[test]
    fn an_announced_version_has_another_date() {
        check("Our new policy comes into effect on 1 May 2024.", None);
        check("Die neue Datenschutzerklärung gilt ab 1. Mai 2024.", None);
        check(
            "La nouvelle politique est applicable depuis le 1er mai 2024.",
            None,
        );
        check(
            "We have changed this policy: from 1 May 2024 we keep songs.",
            None,
        );
        check(
            "This new policy is effective from 1 May 2024.",
            Some((DateRole::Effective, "2024-05-01")),
        );
    }

    #[test]
    fn a_line_may_be_only_a_date() {
        assert!(bare_date("January 12, 2018").is_some());
        assert!(bare_date("Berlin, 3. Mai 2021").is_some());
        assert!(bare_date("We met on January 12, 2018").is_none());
    }
}
