//! Which dates a policy gives itself, and what they say.
//!
//! A date counts where a label stands beside it ("Last updated: …") or where a sentence about
//! the policy says so ("this policy was last changed on …"). Dates of laws, of history or of
//! other documents are left alone: precision first.

use super::builder::Builder;
use super::dates::{self, Found};
use super::front_matter::Field;
use super::model::{Block, BlockId, Date, DateMention, DateRole, Evidence};
use std::ops::Range;

/// Words before or after a date that give it a role, longest first where one holds another.
const ROLES: [(DateRole, &[&str]); 3] = [
    (
        DateRole::Effective,
        &[
            "effective",
            "in effect",
            "in force",
            "takes effect",
            "into effect",
            "into force",
            "come into effect",
            "gültig ab",
            "gültig seit",
            "in kraft",
            "wirksam",
            "gilt ab",
            "gilt seit",
            "gültigkeit",
            "inkrafttreten",
            "en vigueur",
            "date d'effet",
            "prend effet",
            "applicable à compter",
            "applicable depuis",
        ],
    ),
    (
        DateRole::Updated,
        &[
            "updated",
            "update",
            "modified",
            "revised",
            "revision",
            "amended",
            "changed",
            "edited",
            "aktualisiert",
            "aktualisierung",
            "geändert",
            "änderung",
            "überarbeitet",
            "stand",
            "fassung",
            "zuletzt",
            "mise à jour",
            "mis à jour",
            "modifiée",
            "modifié",
            "modification",
            "révisée",
            "révision",
            "actualisée",
        ],
    ),
    (
        DateRole::Published,
        &[
            "published",
            "posted",
            "adopted",
            "issued",
            "dated",
            "version",
            "veröffentlicht",
            "publiée",
            "publié",
            "date de publication",
        ],
    ),
];

/// Words for the document itself.
const SELF: [&str; 16] = [
    "policy",
    "policies",
    "notice",
    "statement",
    "agreement",
    "terms",
    "document",
    "page",
    "version",
    "erklärung",
    "hinweise",
    "richtlinie",
    "fassung",
    "politique",
    "avis",
    "déclaration",
];

/// Words a date's label may have beside the date.
const LABEL: usize = 8;
/// Words between the role and the date in a sentence ("effective as of", "was last updated on").
const NEAR: usize = 4;
/// Blocks at either end of the text where a line that is only a date signs the policy.
const ENDS: usize = 5;

/// A mention, and whether words of the text give its role.
struct Reading {
    mention: DateMention,
    rank: u8,
}

/// All dates with a role, in reading order, and the one to order versions by.
pub(super) fn read(
    built: &Builder,
    fields: &[Field],
    archived: Option<DateMention>,
    source: &str,
) -> (Vec<DateMention>, Option<Date>) {
    let mut readings = Vec::new();
    readings.extend(archived.map(|mention| Reading {
        mention,
        rank: u8::MAX,
    }));
    readings.extend(fields.iter().filter_map(from_field));
    let mut next_block = 0;
    for (number, section) in built.sections.iter().enumerate() {
        for (role, found) in labelled(&section.heading) {
            if let Some(quote) = source_quote(&section.heading, &found, source) {
                readings.push(reading(found.date, role, None, quote));
            }
        }
        let end = if number + 1 == built.sections.len() {
            built.blocks.len()
        } else {
            section.blocks.end as usize
        };
        while next_block < end {
            if let Some(block) = built.blocks.get(next_block) {
                read_block(block, next_block, built.blocks.len(), &mut readings);
            }
            next_block += 1;
        }
    }
    readings.extend(change_log(built));
    let effective = order_date(built, &readings);
    (readings.into_iter().map(|r| r.mention).collect(), effective)
}

/// The first of the most telling mentions.
fn order_date(built: &Builder, readings: &[Reading]) -> Option<Date> {
    let best = readings
        .iter()
        .filter(|r| r.mention.role != DateRole::Archived)
        .min_by_key(|r| r.rank)?;
    // "Last updated: March 2026" at the top is no day, but it says that a day found in the
    // middle of the text is another document's.
    let in_the_middle = best
        .mention
        .evidence
        .block
        .is_some_and(|id| id.index() >= ENDS);
    let month_only = built
        .blocks
        .iter()
        .take(ENDS)
        .any(|block| has_labelled_month(&block.text));
    (!(in_the_middle && month_only)).then_some(best.mention.date)
}

fn has_labelled_month(text: &str) -> bool {
    dates::find_month(text).is_some_and(|range| {
        let before = text.get(..range.start).unwrap_or_default().to_lowercase();
        let after = text.get(range.end..).unwrap_or_default().to_lowercase();
        role(&before, &after).is_some()
    })
}

/// The newest entry of a change log: lines that begin with a date, one after the other.
fn change_log(built: &Builder) -> Option<Reading> {
    const ENTRIES: usize = 3;
    let mut newest: Option<(Date, usize)> = None;
    let mut run = 0;
    let mut run_newest: Option<(Date, usize)> = None;
    for (at, block) in built.blocks.iter().enumerate() {
        let entry = dates::find(&block.text).into_iter().next();
        match entry.filter(|found| found.range.start <= 1 && found.range.end < block.text.len()) {
            Some(found) => {
                run += 1;
                if run_newest.is_none_or(|(date, _)| found.date > date) {
                    run_newest = Some((found.date, at));
                }
            }
            None => {
                run = 0;
                run_newest = None;
            }
        }
        if run >= ENTRIES && run_newest.is_some() {
            newest = run_newest;
        }
    }
    let (date, at) = newest?;
    let text = &built.blocks.get(at)?.text;
    let found = dates::find(text).into_iter().next()?;
    let quote = text.get(sentence(text, &found.range))?.to_owned();
    let id = u32::try_from(at).ok().map(BlockId);
    let mut entry = reading(date, DateRole::Updated, id, quote);
    entry.rank += 1;
    Some(entry)
}

fn read_block(block: &Block, at: usize, count: usize, readings: &mut Vec<Reading>) {
    let id = u32::try_from(at).ok().map(BlockId);
    let labelled = labelled(&block.text);
    let at_an_end = at < ENDS || at + ENDS >= count;
    if labelled.is_empty() && at_an_end {
        if let Some(found) = bare_date(&block.text) {
            let mut bare = reading(found.date, DateRole::Effective, id, block.text.clone());
            bare.rank = BARE;
            readings.push(bare);
        }
        return;
    }
    for (role, found) in labelled {
        let quote = block.text.get(sentence(&block.text, &found.range));
        readings.push(reading(
            found.date,
            role,
            id,
            quote.unwrap_or_default().to_owned(),
        ));
    }
}

fn reading(date: Date, role: DateRole, block: Option<BlockId>, quote: String) -> Reading {
    Reading {
        mention: DateMention {
            date,
            role,
            evidence: Evidence { block, quote },
        },
        rank: rank(role),
    }
}

/// A line that is only a date comes after every date with words.
const BARE: u8 = 8;

fn rank(role: DateRole) -> u8 {
    match role {
        DateRole::Effective => 0,
        DateRole::Updated => 2,
        DateRole::Published => 4,
        DateRole::Archived => u8::MAX,
    }
}

fn from_field(field: &Field) -> Option<Reading> {
    let role = match field.key.as_str() {
        "datetime" | "effective" | "effective_date" | "effective-date" | "effectivedate" => {
            DateRole::Effective
        }
        "updated" | "last_updated" | "last-updated" | "lastupdated" | "lastmod"
        | "last_modified" | "last_modified_at" | "modified" | "updated_at" | "revised" => {
            DateRole::Updated
        }
        "date" | "published" | "publishdate" | "published_at" | "created" => DateRole::Published,
        _ => return None,
    };
    let found = dates::find(&field.value).into_iter().next()?;
    let mut reading = reading(found.date, role, None, field.quote.clone());
    // The words of the text go before what stands beside it.
    reading.rank += 1;
    Some(reading)
}

/// The dates of a text to which its own words give a role.
fn labelled(text: &str) -> Vec<(DateRole, Found)> {
    let found = dates::find(text);
    if found.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut from = 0;
    for date in found {
        let around = sentence(text, &date.range);
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
        if let Some(role) = role(&before, &after) {
            out.push((role, date));
        }
    }
    out
}

/// What the words before and after a date in its sentence say of it.
fn role(before: &str, after: &str) -> Option<DateRole> {
    let before_words = words(before).count();
    let label_like = before_words <= LABEL && words(after).count() <= LABEL;
    let about_self = words(before).chain(words(after)).any(names_itself);
    // "zuletzt am 21. Mai 2018 geändert": the verb after the date, its adverb before.
    // A date that begins its line heads an entry of a change log.
    let (role, distance) = nearest(before).or_else(|| {
        let (role, _) = nearest_after(after).filter(|_| before_words > 0)?;
        Some((role, 0))
    })?;
    let speaks_of_others = [
        "act ",
        "regulation",
        "law ",
        "gesetz",
        "directive",
        "shield",
        "gdpr",
        "ccpa",
        "dsgvo",
        "rgpd",
    ]
    .iter()
    .any(|word| before.contains(word));
    if speaks_of_others && !before.trim_start().starts_with("last ") {
        return None;
    }
    let is_label = label_like && before_words <= NEAR + 1;
    (distance <= NEAR && (about_self || is_label)).then_some(role)
}

/// German compounds end with the word ("Datenschutzerklärung").
fn names_itself(word: &str) -> bool {
    SELF.iter()
        .any(|name| word == *name || (name.len() > 8 && word.ends_with(name)))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
}

/// The role word closest before the date, and the number of words between.
fn nearest(before: &str) -> Option<(DateRole, usize)> {
    let mut best: Option<(DateRole, usize, usize)> = None;
    for (role, names) in ROLES {
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

fn nearest_after(after: &str) -> Option<(DateRole, usize)> {
    let mut best: Option<(DateRole, usize)> = None;
    for (role, names) in ROLES {
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
fn bare_date(text: &str) -> Option<Found> {
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

/// The sentence around a range: up to a full stop before a space, marks trimmed.
fn sentence(text: &str, range: &Range<usize>) -> Range<usize> {
    let is_end = |at: usize, c: char| {
        let next = text.get(at + c.len_utf8()..).unwrap_or_default();
        let before = text.get(..at).unwrap_or_default();
        matches!(c, '.' | '!' | '?' | '|')
            && (next.starts_with(' ') || next.is_empty())
            // "21. Mai", "Art. 6" and "e. V." do not end sentences.
            && !before.ends_with(|c: char| c.is_ascii_digit())
            && before.rsplit(' ').next().is_some_and(|w| w.chars().count() > 3 || c != '.')
    };
    let before = text.get(..range.start).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .find(|(at, c)| is_end(*at, *c))
        .map_or(0, |(at, c)| at + c.len_utf8());
    let tail = text.get(range.end..).unwrap_or_default();
    let end = tail
        .char_indices()
        .find(|(at, c)| {
            let at = range.end + at;
            is_end(at, *c)
                || (matches!(c, '.')
                    && text
                        .get(at + 1..)
                        .is_some_and(|t| t.starts_with(' ') || t.is_empty()))
        })
        .map_or(text.len(), |(at, c)| range.end + at + c.len_utf8());
    let lead = text
        .get(start..)
        .map_or(0, |t| t.len() - t.trim_start().len());
    start + lead..end.max(start + lead)
}

/// The words of a heading that give a date, if they stand in the source as such.
fn source_quote(heading: &str, found: &Found, source: &str) -> Option<String> {
    let date = heading.get(found.range.clone())?;
    [heading, date]
        .into_iter()
        .find(|quote| source.contains(quote))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(DateRole, &str)>) {
        let found = labelled(text);
        let got = found.first().map(|(role, f)| (*role, f.date.to_string()));
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
            "Dernière mise à jour le 3 mai 2021",
            Some((DateRole::Updated, "2021-05-03")),
        );
    }

    #[test]
    fn sentences_about_the_policy_give_roles() {
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
    fn a_line_may_be_only_a_date() {
        assert!(bare_date("January 12, 2018").is_some());
        assert!(bare_date("Berlin, 3. Mai 2021").is_some());
        assert!(bare_date("We met on January 12, 2018").is_none());
    }
}
