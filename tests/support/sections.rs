//! Scores a comparison's sections against the labels of careful readers.

use std::collections::BTreeSet;

use policy_diff::model::{Comparison, Document};

use super::{
    label_names,
    labels::{Flags, Labels, Pair},
    score::Tally,
};

/// The figures of one pair of versions.
pub struct Row {
    pub name: String,
    pub links: Tally,
    pub headings: Tally,
    /// Added and removed sections.
    pub alone: Tally,
    /// Rightly linked sections whose `edited` or `renamed` is wrong.
    pub edited_wrong: Vec<Pair>,
    pub renamed_wrong: Vec<Pair>,
    pub moved: Tally,
    /// One line for each thing that is wrong.
    pub detail: Vec<String>,
}

pub fn score(labels: &Labels, old: &Document, new: &Document, comparison: &Comparison) -> Row {
    let sections = &comparison.sections;
    let (old_names, new_names) = (label_names(old), label_names(new));
    let counted_old = |name: &&String| !labels.ignore_old.contains(*name);
    let counted_new = |name: &&String| !labels.ignore_new.contains(*name);

    let found: Vec<(Pair, Flags, bool)> = sections
        .links
        .iter()
        .map(|l| {
            let pair = (
                old_names[l.old.index()].clone(),
                new_names[l.new.index()].clone(),
            );
            let flags = Flags {
                renamed: l.renamed,
                edited: l.edited,
            };
            (pair, flags, l.moved)
        })
        .filter(|(pair, ..)| labels.counts(pair))
        .collect();
    let wrong = |differs: fn(Flags, Flags) -> bool| -> Vec<Pair> {
        found
            .iter()
            .filter(|(pair, flags, _)| labels.links.get(pair).is_some_and(|&l| differs(l, *flags)))
            .map(|(pair, ..)| pair.clone())
            .collect()
    };
    // Where readers differ whether the next line is a heading, they differ where a section ends.
    let ends_in_doubt = |names: &[String], name: &str| {
        let next = names.iter().skip_while(|n| *n != name).nth(1);
        next.is_some_and(|next| labels.doubtful.contains(next))
    };
    let mut edited_wrong = wrong(|x, y| x.edited != y.edited);
    edited_wrong.retain(|(a, b)| !ends_in_doubt(&old_names, a) && !ends_in_doubt(&new_names, b));
    let renamed_wrong = wrong(|x, y| x.renamed != y.renamed);

    let mut detail = Vec::new();
    let links = judge(
        "link",
        &found.iter().map(|(pair, ..)| pair.clone()).collect(),
        &labels.links.keys().cloned().collect(),
        &mut detail,
    );
    let headings = [
        judge(
            "old heading",
            &old_names.iter().filter(counted_old).cloned().collect(),
            &labels.old_sections,
            &mut detail,
        ),
        judge(
            "new heading",
            &new_names.iter().filter(counted_new).cloned().collect(),
            &labels.new_sections,
            &mut detail,
        ),
    ];
    let removed = sections.removed.iter().map(|s| &old_names[s.index()]);
    let added = sections.added.iter().map(|s| &new_names[s.index()]);
    // A link with an ignored section is not counted, nor is then whether the other stands alone.
    let linked = |ignored: fn(&Labels, &Pair) -> bool, name: fn(&Pair) -> &String| {
        let all = sections.links.iter().map(|l| {
            let (old, new) = (&old_names[l.old.index()], &new_names[l.new.index()]);
            (old.clone(), new.clone())
        });
        let ignored = all.filter(|pair| ignored(labels, pair));
        ignored
            .map(|pair| name(&pair).clone())
            .collect::<BTreeSet<String>>()
    };
    let uncounted_old = linked(|l, p| l.ignore_new.contains(&p.1), |p| &p.0);
    let uncounted_new = linked(|l, p| l.ignore_old.contains(&p.0), |p| &p.1);
    let alone = [
        judge(
            "removed",
            &removed.filter(counted_old).cloned().collect(),
            &labels.removed.difference(&uncounted_old).cloned().collect(),
            &mut detail,
        ),
        judge(
            "added",
            &added.filter(counted_new).cloned().collect(),
            &labels.added.difference(&uncounted_new).cloned().collect(),
            &mut detail,
        ),
    ];
    let moved = judge(
        "moved",
        &found
            .iter()
            .filter(|(.., moved)| *moved)
            .map(|((_, b), ..)| b.clone())
            .collect(),
        &labels.moved,
        &mut detail,
    );
    for (what, pairs) in [("edited", &edited_wrong), ("renamed", &renamed_wrong)] {
        detail.extend(pairs.iter().map(|p| format!("{what:8} wrong   {p:?}")));
    }
    Row {
        name: labels.name.clone(),
        links,
        headings: headings.into_iter().sum(),
        alone: alone.into_iter().sum(),
        edited_wrong,
        renamed_wrong,
        moved,
        detail,
    }
}

fn judge<T: Ord + std::fmt::Debug>(
    what: &str,
    found: &BTreeSet<T>,
    wanted: &BTreeSet<T>,
    detail: &mut Vec<String>,
) -> Tally {
    let missing = wanted.difference(found);
    detail.extend(missing.map(|item| format!("{what:8} missing {item:?}")));
    let extra = found.difference(wanted);
    detail.extend(extra.map(|item| format!("{what:8} extra   {item:?}")));
    Tally::of(found, wanted)
}
