//! Comparisons read from the new text to the old one.
//!
//! Every tie is broken in one order of the two texts, whichever is called old; this turns the
//! result round.

use model::{Op, SectionLink, Sections, Segment};
use text::sorting::sort_by_key;

/// The same correspondence read from the new document to the old one.
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
