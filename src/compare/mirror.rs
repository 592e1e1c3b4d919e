//! Comparisons read from the new text to the old one.
//!
//! Every tie is broken in one order of the two texts, whichever is called old; this turns the
//! result round.

use super::model::{Op, SectionLink, Sections, Segment};
use crate::sorting::sort_by_key;

impl Sections {
    /// The same correspondence read from the new document to the old one.
    pub(super) fn mirrored(self) -> Self {
        let mut links: Vec<SectionLink> =
            self.links.into_iter().map(SectionLink::mirrored).collect();
        sort_by_key(&mut links, |l| (l.new, l.old));
        Self {
            links,
            added: self.removed,
            removed: self.added,
        }
    }
}

impl SectionLink {
    fn mirrored(self) -> Self {
        Self {
            old: self.new,
            new: self.old,
            share_old: self.share_new,
            share_new: self.share_old,
            heading: segments(self.heading),
            ..self
        }
    }
}

/// The same redline read from the new text to the old one.
pub(super) fn segments(mut segments: Vec<Segment>) -> Vec<Segment> {
    for s in &mut segments {
        s.op = match s.op {
            Op::Equal => Op::Equal,
            Op::Delete => Op::Insert,
            Op::Insert => Op::Delete,
        };
    }
    // A deletion stands before the insertion that replaces it.
    let mut at = 1;
    while at < segments.len() {
        let (first, second) = (&segments[at - 1], &segments[at]);
        let turned = first.op == Op::Insert && second.op == Op::Delete;
        if turned && first.formatting == second.formatting {
            segments.swap(at - 1, at);
            at += 1;
        }
        at += 1;
    }
    segments
}
