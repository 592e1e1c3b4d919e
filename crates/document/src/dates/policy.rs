//! The dates that a policy gives itself, from its text, its metadata and its change log, and the
//! one to order versions by.

use crate::dates::order::Figures;
use crate::dates::roles::{Labelled, bare_date, is_date_line, labelled, role};
use crate::dates::{self, Found};
use crate::source::front_matter::Field;
use crate::structure::builder::Builder;
use model::{Block, BlockId, Date, DateMention, DateRole, Evidence, Section};
use std::cmp::Reverse;
use text::{Language, sentence, sorting::sort_by_key};

/// Blocks at either end of the text where a line that is only a date signs the policy.
const ENDS: usize = 5;

/// A mention, its place among the blocks, and how much it says about the policy's own date.
struct Reading {
    mention: DateMention,
    place: usize,
    rank: u8,
    /// Whether it stands alone under its label: "Last updated: 3 May 2020".
    is_line: bool,
}

/// All dates with a role, in reading order, and the one to order versions by.
pub(crate) fn read(
    built: &Builder,
    fields: &[Field],
    archived: Option<DateMention>,
    source: &str,
    figures: &Figures,
) -> (Vec<DateMention>, Option<Date>) {
    let mut readings = Vec::new();
    readings.extend(archived.map(|mention| Reading {
        mention,
        place: 0,
        rank: u8::MAX,
        is_line: false,
    }));
    readings.extend(fields.iter().filter_map(from_field));
    let mut headings = Headings::of(built, source);
    for (number, section) in built.sections.iter().enumerate() {
        let start = section.blocks.start as usize;
        let is_line = is_date_line(&section.heading);
        for date in labelled(&section.heading, figures) {
            if let Some(quote) = headings.quote(number, &date.found) {
                readings.push(of_words(&date, is_line, None, start, quote));
            }
        }
        for at in start..section.blocks.end as usize {
            if let Some(block) = built.blocks.get(at) {
                read_block(block, at, built.blocks.len(), figures, &mut readings);
            }
        }
    }
    readings.extend(change_log(built, figures.language));
    // An announced date says nothing of this text, if another date does.
    if readings.iter().any(|reading| reading.rank < ANNOUNCED) {
        readings.retain(|reading| reading.rank != ANNOUNCED);
    }
    sort_by_key(&mut readings, |reading| reading.place);
    let effective = order_date(built, &readings);
    let mentions = readings.into_iter().map(|reading| reading.mention);
    (mentions.collect(), effective)
}

/// The first of the most telling mentions, or an update behind its date.
fn order_date(built: &Builder, readings: &[Reading]) -> Option<Date> {
    let own = || {
        readings
            .iter()
            .filter(|r| r.mention.role != DateRole::Archived)
    };
    let first = own().min_by_key(|r| r.rank)?;
    let best = match last_update(built, readings) {
        Some(update) if update.rank == first.rank => update,
        Some(update) if update.rank == UPDATED && update.mention.date > first.mention.date => {
            update
        }
        _ => first,
    };
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

/// The last of the most telling updates, whatever comes first in the text. A label of its own below
/// the title of another text in the same file does not count.
fn last_update<'r>(built: &Builder, readings: &'r [Reading]) -> Option<&'r Reading> {
    let updates = || {
        readings
            .iter()
            .filter(|r| r.mention.role == DateRole::Updated)
    };
    let rank = updates().map(|r| r.rank).min()?;
    let label = updates().find(|r| r.is_line);
    let ends = label.map_or(usize::MAX, |label| end_of_text(built, label.place));
    let is_own = |r: &&Reading| !r.is_line || r.place < ends;
    let own = updates().filter(|r| r.rank == rank).filter(is_own);
    own.min_by_key(|r| Reverse(r.mention.date))
}

/// The block before which another text may begin: the next heading as high as the one that this
/// block is below.
fn end_of_text(built: &Builder, place: usize) -> usize {
    let start = |section: &Section| section.blocks.start as usize;
    let begun = built.sections.partition_point(|s| start(s) <= place);
    let (before, behind) = built.sections.split_at(begun);
    let level = before.last().map_or(0, |section| section.level);
    let next = behind.iter().find(|s| (1..=level).contains(&s.level));
    next.map_or(usize::MAX, start)
}

fn has_labelled_month(text: &str) -> bool {
    dates::find_month(text).is_some_and(|range| {
        let before = text.get(..range.start).unwrap_or_default().to_lowercase();
        let after = text.get(range.end..).unwrap_or_default().to_lowercase();
        role(&before, &after).is_some()
    })
}

/// The newest entry of a change log: lines that begin with a date, one after the other.
fn change_log(built: &Builder, language: Language) -> Option<Reading> {
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
    let quote = text
        .get(sentence::around(text, &found.range, language))?
        .to_owned();
    let mut entry = reading(date, DateRole::Updated, block_id(at), at, quote);
    entry.rank += 1;
    Some(entry)
}

fn read_block(
    block: &Block,
    at: usize,
    count: usize,
    figures: &Figures,
    readings: &mut Vec<Reading>,
) {
    let id = block_id(at);
    let labelled = labelled(&block.text, figures);
    let at_an_end = at < ENDS || at + ENDS >= count;
    if labelled.is_empty() && at_an_end {
        if let Some(found) = bare_date(&block.text) {
            let mut bare = reading(found.date, DateRole::Effective, id, at, block.text.clone());
            bare.rank = BARE;
            readings.push(bare);
        }
        return;
    }
    let is_line = is_date_line(&block.text);
    for date in labelled {
        let around = sentence::around(&block.text, &date.found.range, figures.language);
        let quote = block.text.get(around).unwrap_or_default().to_owned();
        readings.push(of_words(&date, is_line, id, at, quote));
    }
}

fn block_id(at: usize) -> Option<BlockId> {
    u32::try_from(at).ok().map(BlockId)
}

/// A date that the text itself gives; `is_line` tells that it stands under a label of its own.
fn of_words(
    date: &Labelled,
    is_line: bool,
    block: Option<BlockId>,
    place: usize,
    quote: String,
) -> Reading {
    let mut reading = reading(date.found.date, date.role, block, place, quote);
    reading.is_line = is_line;
    if date.announced {
        reading.rank = ANNOUNCED;
    }
    reading
}

fn reading(
    date: Date,
    role: DateRole,
    block: Option<BlockId>,
    place: usize,
    quote: String,
) -> Reading {
    Reading {
        mention: DateMention {
            date,
            role,
            evidence: Evidence { block, quote },
        },
        place,
        rank: rank(role),
        is_line: false,
    }
}

const UPDATED: u8 = 2;

/// A line that is only a date comes after every date with words.
const BARE: u8 = 8;

/// That of a version which the text announces comes last.
const ANNOUNCED: u8 = 9;

fn rank(role: DateRole) -> u8 {
    match role {
        DateRole::Effective => 0,
        DateRole::Updated => UPDATED,
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
    let mut reading = reading(found.date, role, None, 0, field.quote.clone());
    // The words of the text go before what stands beside it.
    reading.rank += 1;
    Some(reading)
}

/// Finds the words of headings again in the source.
struct Headings<'a> {
    built: &'a Builder,
    source: &'a str,
    /// Searches of the whole source that are left.
    searches: u32,
}

impl<'a> Headings<'a> {
    fn of(built: &'a Builder, source: &'a str) -> Self {
        // A heading whose span does not hold its words is rare, and rarer one with a date.
        const SEARCHES: u32 = 16;
        Self {
            built,
            source,
            searches: SEARCHES,
        }
    }

    /// The words of a heading that give a date, if they stand in the source as such.
    fn quote(&mut self, section: usize, found: &Found) -> Option<String> {
        let heading = self.built.sections.get(section)?.heading.as_str();
        let words = [heading, heading.get(found.range.clone())?];
        let span = self.built.heading_spans.get(section).cloned().flatten();
        let there = span.and_then(|span| self.source.get(span));
        let within = |place: &str| words.into_iter().find(|quote| place.contains(quote));
        let quote = there.and_then(within).or_else(|| {
            self.searches = self.searches.checked_sub(1)?;
            within(self.source)
        });
        quote.map(str::to_owned)
    }
}
