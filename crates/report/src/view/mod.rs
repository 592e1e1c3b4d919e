//! What a reader sees of a comparison, before it has a form: the rows of every section with their
//! notes, the names of states, the sentences of the summary.
//!
//! Everything is made once here and written by four printers: text, Markdown and HTML in
//! [`Page`](crate::Page), and the widget. They differ in how they mark, not in what they say.

mod place;
mod request;
mod run;
mod styles;
mod summary;
mod wording;

pub use place::Place;
pub use request::deadlines;
pub use run::{Fold, Link, Run, Style, block_runs, heading_runs, redline};
pub use summary::{amount, contact, limit_note, quotes, term};
pub use wording::{Wording, plural};

use crate::outline::{Anchor, Entry, EntryKind, Outline, Relation, Row, SectionState, is_minor};
use compare::link_targets;
use messages::Locale;
use model::{
    Block, BlockKind, Change, ChangeId, ChangeKind, Comparison, Document, SectionId, Weight,
};

/// Words of a passage that stand at the place that it has left.
const POINTER_WORDS: usize = 12;

/// A comparison as it is shown to a reader.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The old version.
    pub old: &'a Document,
    /// The new version.
    pub new: &'a Document,
    /// What lies between them.
    pub comparison: &'a Comparison,
    /// The sections in reading order, of this comparison.
    pub outline: &'a Outline,
    /// The reader's language.
    pub wording: Wording,
}

/// A row as it is shown: a passage with its marks, or the pointer that it left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What sort of passage.
    pub kind: BlockKind,
    /// Nesting depth of a list item or quote.
    pub depth: u8,
    /// What became of it, as coarse as a border can show it.
    pub fate: Fate,
    /// The same in words, where the marks do not say it.
    pub note: Vec<Run>,
    /// Its text.
    pub runs: Vec<Run>,
    /// Where it stands; `None` where nothing points to it.
    pub place: Option<Place>,
}

/// What became of a passage, as coarse as a border can show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing.
    Unchanged,
    /// It stands where it stood and reads differently.
    Edited,
    /// It stands elsewhere.
    Moved,
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has left this place for another.
    Left,
}

/// What a state is called.
#[must_use]
pub fn state_name(state: SectionState, locale: Locale) -> &'static str {
    match state {
        SectionState::Added => locale.state_added(),
        SectionState::Removed => locale.state_removed(),
        SectionState::Merged => locale.state_merged(),
        SectionState::Split => locale.state_split(),
        SectionState::Renamed => locale.state_renamed(),
        SectionState::Moved => locale.state_moved(),
        SectionState::Edited => locale.state_edited(),
        SectionState::Formatting => locale.state_formatting(),
        SectionState::Unchanged => locale.state_unchanged(),
    }
}

/// The first words, with an ellipsis where there are more.
#[must_use]
pub fn beginning(text: &str, words: usize) -> String {
    match text.match_indices(' ').nth(words.saturating_sub(1)) {
        Some((end, _)) => format!("{} …", &text[..end]),
        None => text.to_owned(),
    }
}

impl<'a> View<'a> {
    /// The heading of a section; empty before the first heading.
    #[must_use]
    pub fn heading(&self, anchor: Anchor) -> &'a str {
        match anchor {
            Anchor::New(id) => &self.new.section(id).heading,
            Anchor::Old(id) => &self.old.section(id).heading,
        }
    }

    /// The heading of a section in quotation marks.
    #[must_use]
    pub fn quoted(&self, anchor: Anchor) -> String {
        self.wording.quoted(self.heading(anchor))
    }

    /// The heading of an entry with its marks.
    #[must_use]
    pub fn title(&self, entry: &Entry, fold: Fold) -> Vec<Run> {
        if entry.heading.is_empty() {
            vec![Run::plain(self.wording.locale.before_first_heading())]
        } else {
            heading_runs(&entry.heading, fold)
        }
    }

    /// How a section came about.
    #[must_use]
    pub fn relation(&self, relation: &Relation) -> Vec<Run> {
        let l = self.wording.locale;
        let old = |id: &SectionId| self.quoted(Anchor::Old(*id));
        match relation {
            Relation::MergedFrom(sections) => {
                let names: Vec<String> = sections.iter().map(old).collect();
                vec![Run::plain(l.merged_from(&names.join(", ")))]
            }
            Relation::SplitFrom(section, others) => {
                let mut line = vec![Run::plain(l.split_from(&old(section)))];
                let mut lead = [" ", l.split_others(), " "].concat();
                for other in others {
                    line.push(Run::plain(std::mem::replace(&mut lead, ", ".to_owned())));
                    line.push(self.section_link(Anchor::New(*other)));
                }
                line
            }
            Relation::RenamedFrom(section) => vec![Run::plain(l.renamed_from(&old(section)))],
            Relation::MovedFrom(section) => vec![
                Run::plain([l.moved_section(), " "].concat()),
                Run::to(
                    l.moved_section_from(),
                    Place::Section(Anchor::Old(*section)),
                ),
            ],
        }
    }

    /// What is said at the place that a section has left.
    #[must_use]
    pub fn departure(&self, entry: &Entry) -> Option<Vec<Run>> {
        let EntryKind::MovedAway(to) = entry.kind else {
            return None;
        };
        let words = [self.wording.locale.moved_section_to(), " "].concat();
        Some(vec![Run::plain(words), self.section_link(Anchor::New(to))])
    }

    fn section_link(&self, anchor: Anchor) -> Run {
        Run::to(self.quoted(anchor), Place::Section(anchor))
    }

    /// The block that gives a row its form: the new one where there is one, and at a place that
    /// was left the old one.
    #[must_use]
    pub fn block(&self, row: Row) -> Option<&'a Block> {
        let (Row::Change(id) | Row::MovedAway(id)) = row;
        let change = self.comparison.change(id);
        let old = change.old.first().map(|id| self.old.block(*id));
        let new = change.new.first().map(|id| self.new.block(*id));
        match row {
            Row::Change(_) => new.or(old),
            Row::MovedAway(_) => old.or(new),
        }
    }

    /// A row with its marks and its note.
    #[must_use]
    pub fn passage(&self, row: Row, fold: Fold) -> Passage {
        let block = self.block(row);
        let (fate, note, runs) = match row {
            Row::Change(id) => self.change(id, fold),
            Row::MovedAway(id) => (Fate::Left, self.pointer(id), {
                let text = block.map_or("", |block| &block.text);
                vec![Run::plain(beginning(text, POINTER_WORDS))]
            }),
        };
        Passage {
            kind: block.map_or(BlockKind::Paragraph, |block| block.kind),
            depth: block.map_or(0, |block| block.depth),
            fate,
            note,
            runs,
            place: Some(Place::of(row, self.comparison)),
        }
    }

    fn change(&self, id: ChangeId, fold: Fold) -> (Fate, Vec<Run>, Vec<Run>) {
        let change = self.comparison.change(id);
        let runs = redline(self.old, self.new, change, fold);
        if fold.hides_all(change) {
            return (Fate::Unchanged, Vec::new(), runs);
        }
        let mut note = self.moved(id, change);
        let fate = match change.kind {
            _ if !note.is_empty() => Fate::Moved,
            ChangeKind::Unchanged => Fate::Unchanged,
            ChangeKind::Added => Fate::Added,
            ChangeKind::Removed => Fate::Removed,
            _ => Fate::Edited,
        };
        for words in self.remarks(change) {
            let separator = if note.is_empty() { "" } else { "; " };
            note.push(Run::plain([separator, &words].concat()));
        }
        (fate, note, runs)
    }

    /// From where a passage came, if it is not where it stood: wherever a pointer stands at the
    /// other end, and where it moved within what a merged section is made of, which leaves none.
    fn moved(&self, id: ChangeId, change: &Change) -> Vec<Run> {
        let (Some(old), Some(new)) = (change.old.first(), change.new.first()) else {
            return Vec::new();
        };
        let (from, to) = (self.old.block(*old).section, self.new.block(*new).section);
        let l = self.wording.locale;
        let here = || Run::plain([l.moved_here(), " "].concat());
        let section = || self.quoted(Anchor::Old(from));
        match self.outline.origin(id) {
            Some(anchor) if anchor == Anchor::New(to) => {
                vec![Run::to(l.moved_within(), Place::Origin(change.address))]
            }
            Some(_) => vec![here(), Run::to(section(), Place::Origin(change.address))],
            None if matches!(change.kind, ChangeKind::Moved | ChangeKind::MovedEdited) => {
                vec![here(), Run::plain(section())]
            }
            None => Vec::new(),
        }
    }

    /// What else the marks of a change do not say.
    fn remarks(&self, change: &Change) -> Vec<String> {
        let l = self.wording.locale;
        let mut targets = Vec::new();
        if change.weight == Weight::Link {
            let (before, now) = link_targets(self.old, self.new, change);
            let (before, now) = (before.join(", "), now.join(", "));
            targets.extend((!before.is_empty()).then(|| l.link_before(&before)));
            targets.extend((!now.is_empty()).then(|| l.link_now(&now)));
        }
        let remark = match change.kind {
            ChangeKind::Split => Some(l.passage_split()),
            ChangeKind::Merged => Some(l.passage_merged()),
            ChangeKind::Reformatted | ChangeKind::Edited => match change.weight {
                Weight::Formatting => Some(l.passage_formatting()),
                Weight::Terminology => Some(l.passage_terminology()),
                Weight::Date => Some(l.passage_date()),
                // Otherwise the targets say it.
                Weight::Link if targets.is_empty() => Some(l.passage_link()),
                Weight::Link | Weight::Substantive | Weight::Wording => None,
            },
            _ => None,
        };
        let remark = remark.map(str::to_owned).into_iter();
        remark.chain(targets).collect()
    }

    /// Where a passage that has left went.
    fn pointer(&self, id: ChangeId) -> Vec<Run> {
        let change = self.comparison.change(id);
        let new = change.new.first();
        let to = new.map(|id| self.quoted(Anchor::New(self.new.block(*id).section)));
        vec![
            Run::plain([self.wording.locale.moved_away(), " "].concat()),
            Run::to(to.unwrap_or_default(), Place::Passage(change.address)),
        ]
    }
}
