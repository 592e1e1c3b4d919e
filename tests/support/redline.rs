//! A comparison in a few lines of text, as tests expect it and the tricky cases show it.

use policy_diff::{
    compare::{compare, link_targets},
    model::{BlockId, Change, ChangeKind, Comparison, Document, Op, SectionId, Segment, Weight},
};

/// What a comparison says beyond "unchanged", a line each: sections, then passages, then terms.
///
/// `[-gone-]` and `{+come+}` are words, `[~gone~]` and `{~come~}` only their dress.
pub fn print(old: &Document, new: &Document) -> String {
    let comparison = compare(old, new);
    let mut lines = sections(old, new, &comparison);
    let changes = comparison.changes.iter();
    let changed = changes.filter(|c| c.kind != ChangeKind::Unchanged);
    lines.extend(changed.flat_map(|c| passage(old, new, c)));
    for term in &comparison.terms {
        lines.push(format!(
            "term “{}” → “{}”, {} times",
            term.old, term.new, term.count
        ));
    }
    if lines.is_empty() {
        lines.push("nothing changed".to_owned());
    }
    lines.join("\n")
}

/// The redline of each passage, a line each, without a word on what became of it.
pub fn words(old: &Document, new: &Document) -> String {
    let changes = compare(old, new).changes;
    let lines: Vec<String> = changes.iter().map(|c| segments(&c.segments)).collect();
    lines.join("\n")
}

/// Segments as marked text.
pub fn segments(segments: &[Segment]) -> String {
    let mark = |s: &Segment| match (s.op, s.formatting) {
        (Op::Equal, _) => s.text.clone(),
        (Op::Delete, false) => format!("[-{}-]", s.text),
        (Op::Insert, false) => format!("{{+{}+}}", s.text),
        (Op::Delete, true) => format!("[~{}~]", s.text),
        (Op::Insert, true) => format!("{{~{}~}}", s.text),
    };
    segments.iter().map(mark).collect()
}

fn sections(old: &Document, new: &Document, comparison: &Comparison) -> Vec<String> {
    let mut lines = Vec::new();
    for link in &comparison.sections.links {
        let states = [(link.renamed, "renamed"), (link.moved, "moved")];
        let states: Vec<&str> = states.iter().filter(|s| s.0).map(|s| s.1).collect();
        let twice = |side: fn(&model::SectionLink) -> SectionId| {
            let same = |l: &&model::SectionLink| side(l) == side(link);
            comparison.sections.links.iter().filter(same).count() > 1
        };
        let split = twice(|l| l.old).then_some("split");
        let merged = twice(|l| l.new).then_some("merged");
        let states: Vec<&str> = states.into_iter().chain(split).chain(merged).collect();
        if !states.is_empty() {
            let (from, to) = (heading(old, link.old), heading(new, link.new));
            lines.push(format!("section {from} → {to}: {}", states.join(", ")));
        }
    }
    for &id in &comparison.sections.removed {
        lines.push(format!("section {}: removed", heading(old, id)));
    }
    for &id in &comparison.sections.added {
        lines.push(format!("section {}: added", heading(new, id)));
    }
    lines
}

fn heading(document: &Document, id: SectionId) -> String {
    match document.section(id).heading.as_str() {
        "" => "before the first heading".to_owned(),
        heading => format!("“{heading}”"),
    }
}

fn passage(old: &Document, new: &Document, change: &Change) -> Vec<String> {
    let kind = change.kind.key();
    let sort = match change.kind {
        ChangeKind::Edited | ChangeKind::Reformatted if change.weight != Weight::Substantive => {
            format!("{kind} ({})", change.weight.key())
        }
        ChangeKind::Moved | ChangeKind::MovedEdited => {
            let of = |document: &Document, ids: &[BlockId]| {
                heading(document, document.block(ids[0]).section)
            };
            format!(
                "{kind} from {} to {}",
                of(old, &change.old),
                of(new, &change.new)
            )
        }
        _ => kind.to_owned(),
    };
    let text = segments(&change.segments).replace('\n', " ¶ ");
    let mut lines = vec![format!("{sort}: {text}")];
    if !change.old.is_empty() && !change.new.is_empty() {
        let (gone, come) = link_targets(old, new, change);
        lines.extend(gone.iter().map(|target| format!("  link was: {target}")));
        lines.extend(come.iter().map(|target| format!("  link is: {target}")));
    }
    lines
}
