//! A comparison as a page: what matters most, the sections, and the text with its marks.

use super::{
    outline::{Entry, EntryKind, Outline, Relation, Row, SectionState},
    page::{Element, Page, plain, tidy},
    summary,
    view::{Fold, Passage, Place, Run, View, Wording, plural, state_name},
};
use messages::Locale;
use model::{Change, ChangeKind, Comparison, Document, Meaning, Op, Weight};

/// A report shows words that are only dressed differently as the new version has them.
const FOLD: Fold = Fold::Formatting;

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
    let outline = Outline::new(old, new, comparison);
    let view = View {
        old,
        new,
        comparison,
        outline: &outline,
        wording: Wording::plain(locale),
    };
    let mut elements = summary::write(&view, meaning);
    if !comparison.is_identical() {
        section_list(&view, &mut elements);
        text(&view, &mut elements);
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

fn section_list(view: &View<'_>, elements: &mut Vec<Element>) {
    let locale = view.wording.locale;
    elements.push(Element::heading(locale.sections()));
    let counts: Vec<String> = SectionState::ALL
        .into_iter()
        .map(|state| (view.outline.in_state(state).count(), state))
        .filter(|(count, _)| *count > 0)
        .map(|(count, state)| format!("{count} {}", state_name(state, locale)))
        .collect();
    elements.push(Element::Paragraph(plain(counts.join(", "))));
    for entry in &view.outline.entries {
        if !matches!(entry.kind, EntryKind::MovedAway(_)) {
            elements.push(Element::Item(section_line(view, entry)));
        }
    }
}

fn section_line(view: &View<'_>, entry: &Entry) -> Vec<Run> {
    let name = match view.heading(entry.anchor) {
        "" => view.wording.locale.before_first_heading(),
        heading => heading,
    };
    let states = states(entry, view.wording.locale);
    let origin = origin(view, entry);
    let end = if origin.is_empty() { "" } else { "." };
    let mut line = vec![
        Run::to(name, Place::Section(entry.anchor)),
        Run::plain(format!(": {states}{end}")),
    ];
    line.extend(origin);
    line
}

fn states(entry: &Entry, locale: Locale) -> String {
    let names = entry.states.iter().map(|state| state_name(*state, locale));
    names.collect::<Vec<_>>().join(", ")
}

/// How a section came about, each sentence behind a space. That it moved says its state already,
/// and where it stood the pointer there.
fn origin(view: &View<'_>, entry: &Entry) -> Vec<Run> {
    let told = |relation: &&Relation| !matches!(relation, Relation::MovedFrom(_));
    let relations = entry.relations.iter().filter(told);
    let sentences = relations.flat_map(|relation| {
        let mut sentence = vec![Run::plain(" ")];
        sentence.extend(view.relation(relation));
        sentence
    });
    sentences.collect()
}

fn text(view: &View<'_>, elements: &mut Vec<Element>) {
    let locale = view.wording.locale;
    elements.push(Element::heading(locale.report_text()));
    // The marks, shown on the words for them.
    elements.push(Element::Paragraph(vec![
        Run::marked(locale.deleted(), Op::Delete),
        Run::plain(" "),
        Run::marked(locale.inserted(), Op::Insert),
        Run::plain(format!(". {}", locale.report_legend())),
    ]));
    for entry in &view.outline.entries {
        elements.push(Element::Heading {
            // Under the heading of this part; policies nest deeper than headings go.
            level: entry.level.clamp(1, 4) + 2,
            runs: tidy(view.title(entry, FOLD)),
            place: Some(Place::Section(entry.anchor)),
        });
        let line = view.departure(entry).unwrap_or_else(|| {
            let mut line = plain(format!("[{}]", states(entry, locale)));
            line.extend(origin(view, entry));
            line
        });
        elements.push(Element::Paragraph(line));
        rows(view, entry, elements);
    }
}

/// The passages, those without a change folded.
fn rows(view: &View<'_>, entry: &Entry, elements: &mut Vec<Element>) {
    for rows in entry
        .rows
        .chunk_by(|a, b| is_quiet(view, *a) && is_quiet(view, *b))
    {
        let passages = rows.iter().map(|row| {
            let mut passage = view.passage(*row, FOLD);
            passage.runs = tidy(passage.runs);
            passage
        });
        if rows.iter().any(|row| is_quiet(view, *row)) {
            elements.push(folded(view, rows, passages.collect()));
        } else {
            elements.extend(passages.map(Element::Passage));
        }
    }
}

fn folded(view: &View<'_>, rows: &[Row], passages: Vec<Passage>) -> Element {
    let locale = view.wording.locale;
    let is_unchanged = |row: &&Row| matches!(row, Row::Change(id) if view.comparison.change(*id).kind == ChangeKind::Unchanged);
    let unchanged = rows.iter().filter(is_unchanged).count();
    let reformatted = rows.len() - unchanged;
    let mut labels = Vec::new();
    if unchanged > 0 {
        labels.push(locale.report_unchanged_passages(plural(unchanged)));
    }
    if reformatted > 0 {
        labels.push(locale.report_reformatted_passages(plural(reformatted)));
    }
    Element::Folded {
        label: labels.join(", "),
        passages,
    }
}

/// True where a reader of the redline has nothing to see.
fn is_quiet(view: &View<'_>, row: Row) -> bool {
    let Row::Change(id) = row else { return false };
    let Change { kind, weight, .. } = view.comparison.change(id);
    match kind {
        ChangeKind::Unchanged => true,
        ChangeKind::Reformatted => *weight != Weight::Link,
        _ => false,
    }
}
