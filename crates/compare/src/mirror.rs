//! Swaps old and new in a result.
//!
//! Texts are always compared in the same order, whichever is called old, so that ties are broken
//! the same way. These functions turn the result around afterwards.

use model::{Op, SectionLink, Sections, Segment};
use text::sorting::sort_by_key;

/// Swaps old and new in the correspondence of sections.
pub(super) fn sections(sections: Sections) -> Sections {
    let mut links: Vec<SectionLink> = sections.links.into_iter().map(link).collect();
    sort_by_key(&mut links, |l| (l.new, l.old));
    Sections {
        links,
        added: sections.removed,
        removed: sections.added,
    }
}

fn link(link: SectionLink) -> SectionLink {
    SectionLink {
        old: link.new,
        new: link.old,
        share_old: link.share_new,
        share_new: link.share_old,
        heading: segments(link.heading),
        ..link
    }
}

/// Swaps old and new in a redline.
pub(super) fn segments(mut segments: Vec<Segment>) -> Vec<Segment> {
    for s in &mut segments {
        s.op = match s.op {
            Op::Equal => Op::Equal,
            Op::Delete => Op::Insert,
            Op::Insert => Op::Delete,
        };
    }
    // A deletion comes before the insertion that replaces it.
    let mut at = 1;
    while at < segments.len() {
        let (first, second) = (&segments[at - 1], &segments[at]);
        let reversed = first.op == Op::Insert && second.op == Op::Delete;
        if reversed && first.formatting == second.formatting {
            segments.swap(at - 1, at);
            at += 1;
        }
        at += 1;
    }
    segments
}
