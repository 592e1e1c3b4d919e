//! A history as a page: the versions, what came back, and since when each passage has stood there.

use std::collections::BTreeSet;

use super::{
    page::{Element, Page, plain},
    view::{Fate, Passage, Run, Wording, beginning},
};
use messages::Locale;
use model::{
    Block, Change, ChangeKind, Comparison, Document, History, Meaning, Reading, Return, ReturnKind,
    Section, Step,
};
use text::lexer::word_count;

/// Headlines under a version; the comparison itself has all of them.
const HEADLINES: usize = 3;

/// Words by which a passage of the latest text is recognised.
const PASSAGE_WORDS: usize = 25;

/// The versions of a policy with all that is known of them.
#[derive(Clone, Copy, Debug)]
pub struct Timeline<'a> {
    /// Names of the versions, oldest first.
    pub names: &'a [String],
    /// The versions.
    pub documents: &'a [Document],
    /// What each version says.
    pub readings: &'a [Reading],
    /// Each version compared with the next.
    pub comparisons: &'a [Comparison],
    /// What each comparison means.
    pub meanings: &'a [Meaning],
    /// Where the passages of the last version come from.
    pub history: &'a History,
}

/// The report of a history.
#[must_use]
pub fn history(timeline: &Timeline<'_>, locale: Locale) -> Page {
    let writer = Writer { timeline, locale };
    let latest = timeline.documents.last();
    let mut elements = Vec::new();
    writer.versions(&mut elements);
    writer.returns(&mut elements);
    if let Some(latest) = latest {
        writer.text(latest, &mut elements);
    }
    let title = latest.and_then(|document| document.title.as_deref());
    Page {
        language: locale.key(),
        policy_language: latest.map_or_else(String::new, |document| document.language.clone()),
        title: match title {
            Some(title) => locale.report_history(title),
            None => locale.report_history_untitled().to_owned(),
        },
        elements,
    }
}

struct Writer<'a> {
    timeline: &'a Timeline<'a>,
    locale: Locale,
}

impl Writer<'_> {
    fn versions(&self, elements: &mut Vec<Element>) {
        elements.push(Element::heading(self.locale.report_history_versions()));
        let all = self.timeline.documents.iter().zip(self.timeline.names);
        for (at, (document, name)) in all.enumerate() {
            let words = document.blocks.iter().map(|b| word_count(&b.text)).sum();
            let words = Wording::plain(self.locale).words(words);
            let mut line = self.locale.report_history_version(name, &words);
            let before = at.checked_sub(1);
            let comparison = before.and_then(|at| self.timeline.comparisons.get(at));
            if let Some(comparison) = comparison {
                line.push(' ');
                line.push_str(&self.counts(comparison));
            }
            elements.push(Element::Item(plain(line)));
            let meaning = before.and_then(|at| self.timeline.meanings.get(at));
            let highlights = meaning.map_or(&[][..], |meaning| &meaning.highlights);
            for highlight in highlights.iter().take(HEADLINES) {
                let lead = Run::plain([&self.locale.report_history_headline(name), " "].concat());
                let headline = Run::plain(highlight.headline.as_str());
                let headline = headline.spoken(highlight.language.to_string());
                elements.push(Element::Item(vec![lead, headline]));
            }
        }
    }

    fn counts(&self, comparison: &Comparison) -> String {
        let counts: Vec<String> = comparison
            .totals
            .by_kind
            .iter()
            .filter(|(kind, _)| **kind != ChangeKind::Unchanged)
            .map(|(kind, count)| format!("{count} {}", self.kind(*kind)))
            .collect();
        if counts.is_empty() {
            self.locale.report_history_no_change().to_owned()
        } else {
            self.locale.report_history_passages(&counts.join(", "))
        }
    }

    fn kind(&self, kind: ChangeKind) -> &'static str {
        match kind {
            ChangeKind::Unchanged => self.locale.state_unchanged(),
            ChangeKind::Reformatted => self.locale.state_formatting(),
            ChangeKind::Edited => self.locale.state_edited(),
            ChangeKind::Moved => self.locale.state_moved(),
            ChangeKind::MovedEdited => self.locale.report_history_moved_edited(),
            ChangeKind::Split => self.locale.state_split(),
            ChangeKind::Merged => self.locale.state_merged(),
            ChangeKind::Added => self.locale.state_added(),
            ChangeKind::Removed => self.locale.state_removed(),
        }
    }

    fn returns(&self, elements: &mut Vec<Element>) {
        elements.push(Element::heading(self.locale.report_history_returns()));
        if self.timeline.history.returns.is_empty() {
            elements.push(Element::Paragraph(plain(
                self.locale.report_history_no_returns(),
            )));
        }
        for found in &self.timeline.history.returns {
            let Some(block) = self.block(found) else {
                continue;
            };
            elements.push(Element::Paragraph(plain(self.return_line(found))));
            elements.push(Element::quote(self.locale.report_quote(), &block.text));
        }
    }

    fn return_line(&self, found: &Return) -> String {
        let (earlier, gone) = (self.name(found.earlier), self.name(found.gone.version()));
        let version = self.name(found.version);
        match found.kind {
            ReturnKind::ChangedBack => self
                .locale
                .report_history_changed_back(version, earlier, gone),
            ReturnKind::Restored => self.locale.report_history_restored(version, earlier, gone),
        }
    }

    fn block(&self, found: &Return) -> Option<&Block> {
        let document = self.timeline.documents.get(found.version)?;
        document.blocks.get(found.block.index())
    }

    fn name(&self, version: usize) -> &str {
        self.timeline.names.get(version).map_or("", String::as_str)
    }

    fn text(&self, latest: &Document, elements: &mut Vec<Element>) {
        elements.push(Element::heading(self.locale.report_history_text()));
        for section in &latest.sections {
            elements.push(self.section(section));
            for id in section.block_ids() {
                let passage = self.timeline.history.passages.get(id.index());
                if let (Some(block), Some(passage)) = (latest.blocks.get(id.index()), passage) {
                    elements.push(Element::Passage(self.passage(block, passage)));
                }
            }
        }
    }

    fn section(&self, section: &Section) -> Element {
        let heading = match section.heading.as_str() {
            "" => self.locale.before_first_heading(),
            heading => heading,
        };
        Element::Heading {
            level: 3,
            runs: plain(heading),
            place: None,
        }
    }

    fn passage(&self, block: &Block, passage: &model::Passage) -> Passage {
        Passage {
            kind: block.kind,
            depth: block.depth,
            fate: Fate::Unchanged,
            note: plain(self.note(passage)),
            runs: plain(beginning(&block.text, PASSAGE_WORDS)),
            place: None,
        }
    }

    /// Since when, and what happened on the way.
    fn note(&self, passage: &model::Passage) -> String {
        let since = self.name(passage.since);
        let mut note = if passage.first < passage.since {
            self.locale
                .report_history_since_again(since, self.name(passage.first))
        } else {
            self.locale.report_history_since(since)
        };
        // Passages that were merged may have come the same way.
        let mut told = BTreeSet::new();
        for step in &passage.steps {
            let kind = self.change(*step).map(|change| change.kind);
            // Of additions, the first words of the note have told the one that matters.
            let kind = kind.filter(|kind| *kind != ChangeKind::Added);
            if let Some(kind) = kind.filter(|kind| told.insert((step.version(), *kind))) {
                note.push_str("; ");
                note.push_str(self.kind(kind));
                note.push(' ');
                note.push_str(self.name(step.version()));
            }
        }
        note
    }

    fn change(&self, step: Step) -> Option<&Change> {
        let comparison = self.timeline.comparisons.get(step.comparison)?;
        comparison.changes.get(step.change.index())
    }
}
