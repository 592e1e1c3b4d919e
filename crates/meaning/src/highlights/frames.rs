//! The words around a quote: whether it is new, gone or reworded, and where it stands.

use super::{
    cut::cut,
    ground::Ground,
    spots::{Place, Spot},
};
use crate::headlines::Headlines;
use model::{ChangeId, Document, SectionId};

/// What happened to the passage that is quoted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    Added,
    Removed,
    Reworded,
}

/// The words around a quote.
pub(super) struct Frame {
    pub(super) heading: String,
    pub(super) kind: FrameKind,
}

pub(super) enum FrameKind {
    SectionAdded,
    SectionRemoved,
    Passage(Manner),
}

impl Frame {
    pub(super) fn write(&self, say: Headlines<'_>, q: &str, count: &str) -> String {
        let h = self.heading.as_str();
        let manner = match self.kind {
            FrameKind::SectionAdded => return say.section_added(h, q),
            FrameKind::SectionRemoved => return say.section_removed(h, q),
            FrameKind::Passage(manner) => manner,
        };
        match (manner, h, count) {
            (Manner::Added, "", _) => say.passage_added(q),
            (Manner::Removed, "", _) => say.passage_removed(q),
            (Manner::Reworded, "", _) => say.passage_reworded(q),
            (Manner::Added, h, "0" | "1") => say.passage_added_under(h, q),
            (Manner::Removed, h, "0" | "1") => say.passage_removed_under(h, q),
            (Manner::Reworded, h, "0" | "1") => say.passage_reworded_under(h, q),
            (Manner::Added, h, n) => say.passage_added_more(h, q, n),
            (Manner::Removed, h, n) => say.passage_removed_more(h, q, n),
            (Manner::Reworded, h, n) => say.passage_reworded_more(h, q, n),
        }
    }
}

pub(super) fn frame(
    ground: &Ground<'_, '_>,
    place: Place,
    spot: &Spot<'_>,
    manner: Manner,
) -> Frame {
    let sections = &ground.comparison.sections;
    let (heading, kind) = match (place, manner) {
        (Place::Gone(id), _) => {
            let heading = heading(ground.old.document, id);
            let is_gone = sections.removed.contains(&id) && !heading.is_empty();
            let kind = if is_gone {
                FrameKind::SectionRemoved
            } else {
                FrameKind::Passage(Manner::Removed)
            };
            (heading, kind)
        }
        // Gone from where it stood, whatever that section is called now.
        (Place::New(id), Manner::Removed) => {
            let old = old_section(ground, spot.change);
            let heading = old.map_or_else(
                || heading(ground.new.document, id),
                |id| heading(ground.old.document, id),
            );
            (heading, FrameKind::Passage(manner))
        }
        (Place::New(id), _) => {
            let heading = heading(ground.new.document, id);
            let is_new = sections.added.contains(&id) && spot.edit.is_added();
            let kind = if is_new && !heading.is_empty() {
                FrameKind::SectionAdded
            } else {
                FrameKind::Passage(manner)
            };
            (heading, kind)
        }
    };
    Frame { heading, kind }
}

fn old_section(ground: &Ground<'_, '_>, change: ChangeId) -> Option<SectionId> {
    let change = ground.comparison.changes.get(change.index())?;
    let block = change.old.first()?;
    let block = ground.old.document.blocks.get(block.index())?;
    Some(block.section)
}

fn heading(document: &Document, section: SectionId) -> String {
    // Room for the quote: a heading of more than a third of the line is shortened.
    document
        .sections
        .get(section.index())
        .map_or(String::new(), |s| {
            cut(s.heading.trim_end_matches(is_end), 45)
        })
}

/// What stands at the end of a heading that opens a list.
fn is_end(c: char) -> bool {
    c == ':' || c.is_whitespace()
}
