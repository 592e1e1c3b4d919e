//! A comparison as a page: what matters most, the sections, and the text with its marks.

use super::{
    outline::{Anchor, Entry, EntryKind, Outline, Relation, Row, SectionState},
    page::{Element, Mark, Page, Passage, Span, beginning, plain},
    redline, summary,
};
use compare::link_targets;
use messages::Locale;
use model::{
    BlockKind, Change, ChangeId, ChangeKind, Comparison, Document, Meaning, SectionId, Weight,
};

/// Words of a passage that a pointer to it repeats.
const POINTER_WORDS: usize = 12;

/// Two versions and what lies between them.
pub(super) struct Pair<'a> {
    pub(super) old: &'a Document,
    pub(super) new: &'a Document,
    pub(super) comparison: &'a Comparison,
    pub(super) meaning: &'a Meaning,
    pub(super) locale: Locale,
}

/// The report of a comparison: a summary, the sections with their states in the order of the
/// new version, and the redline.
#[must_use]
pub fn comparison(
    old: &Document,
    new: &Document,
    comparison: &Comparison,
    meaning: &Meaning,
    locale: Locale,
) -> Page {
    let pair = Pair {
        old,
        new,
        comparison,
        meaning,
        locale,
    };
    let outline = Outline::new(old, new, comparison);
    let mut elements = summary::write(&pair);
    if !comparison.is_identical() {
        pair.section_list(&outline, &mut elements);
        pair.text(&outline, &mut elements);
    }
    Page {
        language: locale.key(),
        policy_language: new.language.clone(),
        title: match new.title.as_deref().or(old.title.as_deref()) {
            Some(title) => locale.report_title(title),
            None => locale.report_title_untitled().to_owned(),
        },
        elements,
    }
}

/// What a state is called.
fn state_name(state: SectionState, locale: Locale) -> &'static str {
    match state {
        SectionState::Added => locale.report_state_added(),
        SectionState::Removed => locale.report_state_removed(),
        SectionState::Merged => locale.report_state_merged(),
        SectionState::Split => locale.report_state_split(),
        SectionState::Renamed => locale.report_state_renamed(),
        SectionState::Moved => locale.report_state_moved(),
        SectionState::Edited => locale.report_state_edited(),
        SectionState::Formatting => locale.report_state_formatting(),
        SectionState::Unchanged => locale.report_state_unchanged(),
    }
}

impl Pair<'_> {
    fn section_list(&self, outline: &Outline, elements: &mut Vec<Element>) {
        elements.push(Element::Heading {
            level: 2,
            spans: plain(self.locale.report_sections()),
            id: None,
        });
        let counts: Vec<String> = SectionState::ALL
            .into_iter()
            .map(|state| (outline.count(state), state))
            .filter(|(count, _)| *count > 0)
            .map(|(count, state)| format!("{count} {}", state_name(state, self.locale)))
            .collect();
        elements.push(Element::Paragraph(plain(counts.join(", "))));
        for entry in &outline.entries {
            if !matches!(entry.kind, EntryKind::MovedAway(_)) {
                elements.push(Element::Item(self.section_line(entry)));
            }
        }
    }

    fn section_line(&self, entry: &Entry) -> Vec<Span> {
        let name = match entry.anchor {
            Anchor::New(id) => self.name(self.new, id),
            Anchor::Old(id) => self.name(self.old, id),
        };
        let states: Vec<&str> = entry
            .states
            .iter()
            .map(|state| state_name(*state, self.locale))
            .collect();
        let mut line = vec![
            Span::to(name, entry.anchor.to_string()),
            Span::plain(format!(": {}", states.join(", "))),
        ];
        if let Some(origin) = self.origin(entry) {
            line.push(Span::plain(format!(". {origin}")));
        }
        line
    }

    /// Where a section comes from, where its state alone does not say it.
    fn origin(&self, entry: &Entry) -> Option<String> {
        let quoted = |id: &SectionId| self.quoted(self.old, *id);
        let split = |relation: &Relation| match relation {
            Relation::SplitFrom(id, _) => Some(quoted(id)),
            _ => None,
        };
        match entry.relations.first()? {
            Relation::MergedFrom(ids) => {
                let names: Vec<String> = ids.iter().map(quoted).collect();
                Some(self.locale.report_merged_from(&names.join(", ")))
            }
            Relation::SplitFrom(..) => {
                let names: Vec<String> = entry.relations.iter().filter_map(split).collect();
                Some(self.locale.report_split_from(&names.join(", ")))
            }
            Relation::RenamedFrom(id) => Some(self.locale.report_renamed_from(&quoted(id))),
            Relation::MovedFrom(_) => None,
        }
    }

    fn name(&self, document: &Document, id: SectionId) -> String {
        let heading = document
            .sections
            .get(id.index())
            .map_or("", |section| section.heading.as_str());
        if heading.is_empty() {
            self.locale.report_before_first_heading().to_owned()
        } else {
            heading.to_owned()
        }
    }

    fn quoted(&self, document: &Document, id: SectionId) -> String {
        let has_heading = document
            .sections
            .get(id.index())
            .is_some_and(|section| !section.heading.is_empty());
        let name = self.name(document, id);
        if has_heading {
            format!("“{name}”")
        } else {
            name
        }
    }

    fn text(&self, outline: &Outline, elements: &mut Vec<Element>) {
        elements.push(Element::Heading {
            level: 2,
            spans: plain(self.locale.report_text()),
            id: None,
        });
        elements.push(Element::Paragraph(self.legend()));
        for entry in &outline.entries {
            self.entry(entry, outline, elements);
        }
    }

    /// The marks, shown on the words for them.
    fn legend(&self) -> Vec<Span> {
        let marked = |text: &str, mark| Span {
            text: text.to_owned(),
            mark,
            ..Span::default()
        };
        vec![
            marked(self.locale.report_deleted(), Mark::Deleted),
            Span::plain(" "),
            marked(self.locale.report_inserted(), Mark::Inserted),
            Span::plain(". "),
            Span::plain(self.locale.report_legend()),
        ]
    }

    fn entry(&self, entry: &Entry, outline: &Outline, elements: &mut Vec<Element>) {
        let spans = if entry.heading.is_empty() {
            plain(self.locale.report_before_first_heading())
        } else {
            redline::heading(&entry.heading)
        };
        elements.push(Element::Heading {
            // Under the heading of this part; policies nest deeper than headings go.
            level: entry.level.clamp(1, 4) + 2,
            spans,
            id: Some(entry.anchor.to_string()),
        });
        let names: Vec<&str> = entry
            .states
            .iter()
            .map(|state| state_name(*state, self.locale))
            .collect();
        let mut line = plain(format!("[{}]", names.join(", ")));
        if let EntryKind::MovedAway(to) = entry.kind {
            line = plain(format!("{} ", self.locale.report_section_moved_away()));
            line.push(Span::to(
                self.quoted(self.new, to),
                Anchor::New(to).to_string(),
            ));
        } else if let Some(origin) = self.origin(entry) {
            line.push(Span::plain(format!(" {origin}")));
        }
        elements.push(Element::Paragraph(line));
        self.rows(entry, outline, elements);
    }

    /// The passages, those without a change folded.
    fn rows(&self, entry: &Entry, outline: &Outline, elements: &mut Vec<Element>) {
        let mut quiet = Vec::new();
        for row in &entry.rows {
            match row {
                Row::Change(id) => {
                    let Some(change) = self.comparison.changes.get(id.index()) else {
                        continue;
                    };
                    let passage = self.passage(*id, change, entry, outline);
                    if is_quiet(change) {
                        quiet.push((change.kind, passage));
                    } else {
                        self.fold(&mut quiet, elements);
                        elements.push(Element::Passage(passage));
                    }
                }
                Row::MovedAway(id) => {
                    if let Some(passage) = self.pointer(*id) {
                        self.fold(&mut quiet, elements);
                        elements.push(Element::Passage(passage));
                    }
                }
            }
        }
        self.fold(&mut quiet, elements);
    }

    fn fold(&self, quiet: &mut Vec<(ChangeKind, Passage)>, elements: &mut Vec<Element>) {
        let count = |kind| quiet.iter().filter(|(k, _)| *k == kind).count();
        let unchanged = count(ChangeKind::Unchanged);
        let reformatted = quiet.len() - unchanged;
        let mut labels = Vec::new();
        if unchanged > 0 {
            labels.push(self.locale.report_unchanged_passages(number(unchanged)));
        }
        if reformatted > 0 {
            labels.push(self.locale.report_reformatted_passages(number(reformatted)));
        }
        if !labels.is_empty() {
            elements.push(Element::Folded {
                label: labels.join(", "),
                passages: quiet.drain(..).map(|(_, passage)| passage).collect(),
            });
        }
    }

    fn passage(&self, id: ChangeId, change: &Change, entry: &Entry, outline: &Outline) -> Passage {
        let block = match (change.new.first(), change.old.first()) {
            (Some(id), _) => self.new.blocks.get(id.index()),
            (None, Some(id)) => self.old.blocks.get(id.index()),
            (None, None) => None,
        };
        Passage {
            kind: block.map_or(BlockKind::Paragraph, |block| block.kind),
            depth: block.map_or(0, |block| block.depth),
            note: self.note(id, change, entry, outline),
            spans: redline::redline(self.old, self.new, change),
            id: Some(id.to_string()),
        }
    }

    fn note(&self, id: ChangeId, change: &Change, entry: &Entry, outline: &Outline) -> Vec<Span> {
        let mut note = Vec::new();
        let from = change
            .old
            .first()
            .and_then(|id| self.old.blocks.get(id.index()))
            .map(|block| block.section);
        if let (Some(from), Some(origin)) = (from, outline.origin(id)) {
            let same = origin == entry.anchor;
            note.push(Span::plain(if same {
                self.locale.report_moved_within()
            } else {
                self.locale.report_moved_here()
            }));
            if !same {
                note.push(Span::plain(" "));
                note.push(Span::to(self.quoted(self.old, from), format!("m{}", id.0)));
            }
        }
        let mut add = |text: &str| {
            let separator = if note.is_empty() { "" } else { "; " };
            note.push(Span::plain(format!("{separator}{text}")));
        };
        match change.kind {
            ChangeKind::Split => add(self.locale.report_passage_split()),
            ChangeKind::Merged => add(self.locale.report_passage_merged()),
            _ => {}
        }
        if change.weight == Weight::Link {
            let (before, now) = link_targets(self.old, self.new, change);
            if !before.is_empty() {
                add(&self.locale.report_link_before(&before.join(", ")));
            }
            if !now.is_empty() {
                add(&self.locale.report_link_now(&now.join(", ")));
            }
        }
        note
    }

    /// What stands where a passage has left.
    fn pointer(&self, id: ChangeId) -> Option<Passage> {
        let change = self.comparison.changes.get(id.index())?;
        let block = self.old.blocks.get(change.old.first()?.index())?;
        let to = self.new.blocks.get(change.new.first()?.index())?.section;
        Some(Passage {
            kind: block.kind,
            depth: block.depth,
            note: vec![
                Span::plain(self.locale.report_moved_away()),
                Span::plain(" "),
                Span::to(self.quoted(self.new, to), id.to_string()),
            ],
            spans: plain(beginning(&block.text, POINTER_WORDS)),
            id: Some(format!("m{}", id.0)),
        })
    }
}

/// True where a reader of the redline has nothing to see.
fn is_quiet(change: &Change) -> bool {
    match change.kind {
        ChangeKind::Unchanged => true,
        ChangeKind::Reformatted => change.weight != Weight::Link,
        _ => false,
    }
}

/// A count as messages take it.
pub(super) fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
