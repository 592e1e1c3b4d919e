//! Checks law and letter files before they are compiled.

use std::{collections::BTreeSet, slice::from_ref};

use super::schema::{
    Cell, LawFile, LetterFile, RightCell, Text, confidence_code, kind_code, letter_key, unit_code,
};

/// The placeholders of letters, which are filled from the law, the policy or the person.
const PLACEHOLDERS: &[&str] = &[
    "law",
    "provision",
    "term",
    "term_source",
    "confirm_term",
    "confirm_source",
    "identity_source",
    "fee_source",
    "authority",
    "authority_url",
    "authority_note",
    "quote",
    "section",
    "date",
    "detail",
    "name",
    "email",
];

/// Collects the problems of one file.
struct Report<'a> {
    file: &'a str,
    problems: &'a mut Vec<String>,
}

impl Report<'_> {
    fn add(&mut self, problem: &str) {
        self.problems.push(format!("{}: {problem}", self.file));
    }

    /// Reports the problem unless the condition holds.
    fn need(&mut self, holds: bool, problem: &str) {
        if !holds {
            self.add(problem);
        }
    }

    /// Checks that a text has an English version.
    fn text(&mut self, name: &str, text: &Text) {
        let english = text.get("en").is_some_and(|t| !t.trim().is_empty());
        self.need(english, &format!("{name} has no English text"));
    }

    /// Checks that a statement about a law has its provision, source, date and confidence. A
    /// statement without a source is the one thing that this project must never ship.
    fn cell(&mut self, name: &str, law: &LawFile, cell: &Cell) {
        let cited = cell.provision.as_deref().is_some_and(|p| !p.is_empty());
        self.need(
            cited,
            &format!("{name} has no provision; every cell cites what it rests on"),
        );
        match cell
            .source
            .as_deref()
            .map(|key| (key, law.sources.get(key)))
        {
            None => self.add(&format!(
                "{name} has no source; every cell names where it was read"
            )),
            Some((key, None)) => self.add(&format!(
                "{name} refers to the source “{key}”, which is not listed"
            )),
            Some((_, Some(source))) => {
                let checked = cell.checked.as_ref().or(source.checked.as_ref());
                let dated = checked.is_some_and(|d| is_date(d));
                let problem = format!("{name} has no date (YYYY-MM-DD) on which it was checked");
                self.need(dated, &problem);
            }
        }
        let confidence = cell.confidence.as_deref().and_then(confidence_code);
        let problem =
            format!("{name} does not say how well it is known: read, reported or recalled");
        self.need(confidence.is_some(), &problem);
        let in_force = cell.in_force_from.as_ref().or(law.in_force_from.as_ref());
        let dated = in_force.is_some_and(|d| is_date(d));
        self.need(
            dated,
            &format!("{name} does not say from when it is in force (YYYY-MM-DD)"),
        );
        for key in cell.unknown.keys() {
            self.add(&format!("{name} has the unknown field “{key}”"));
        }
    }

    /// Checks that all placeholders are known and all braces are paired.
    fn placeholders(&mut self, name: &str, texts: &[String]) {
        for text in texts {
            for placeholder in placeholders(text).filter(|p| !PLACEHOLDERS.contains(p)) {
                self.add(&format!(
                    "{name} has the unknown placeholder “{{{placeholder}}}”"
                ));
            }
            let paired = text.matches('{').count() == text.matches('}').count();
            self.need(paired, &format!("{name} has a brace without its partner"));
        }
    }
}

/// Checks every law file, and that every letter file has the letters for it.
pub(super) fn laws(
    laws: &[(&str, LawFile)],
    letters: &[(&str, LetterFile)],
    problems: &mut Vec<String>,
) {
    for (file, law) in laws {
        let mut report = Report { file, problems };
        for (name, text) in [
            ("name", &law.name),
            ("short", &law.short),
            ("why", &law.why),
        ] {
            report.text(name, text);
        }
        sources(law, &mut report);
        terms_and_rules(law, &mut report);
        authorities(law, &mut report);
        let mut seen = BTreeSet::new();
        for right in &law.rights {
            let name = format!("rights.{}", right.request);
            let problem = format!("{name} occurs twice");
            report.need(seen.insert(&right.request), &problem);
            self::right(&name, law, right, &mut report);
            for (letter_file, wording) in letters {
                let mut report = Report {
                    file: letter_file,
                    problems: report.problems,
                };
                letter_for(right, file, wording, &mut report);
            }
        }
    }
}

fn sources(law: &LawFile, report: &mut Report<'_>) {
    for (key, source) in &law.sources {
        let named = source.title.as_deref().is_some_and(|t| !t.is_empty());
        report.need(named, &format!("the source “{key}” has no title"));
        let linked = source
            .url
            .as_deref()
            .is_some_and(|u| u.starts_with("https://"));
        report.need(linked, &format!("the source “{key}” has no https address"));
    }
}

fn terms_and_rules(law: &LawFile, report: &mut Report<'_>) {
    for (key, term) in &law.terms {
        let name = format!("terms.{key}");
        report.cell(&name, law, &term.cell);
        let units = [Some(&term.unit), term.extension.as_ref().map(|e| &e.unit)];
        for unit in units.into_iter().flatten() {
            let problem = format!("{name} has the unknown unit “{unit}”");
            report.need(unit_code(unit).is_some(), &problem);
        }
    }
    for (name, rule) in [
        ("fee", &law.fee),
        ("identity", &law.identity),
        ("counting", &law.counting),
    ] {
        if let Some(rule) = rule {
            report.cell(name, law, &rule.cell);
            report.text(name, &rule.text);
        }
    }
}

fn authorities(law: &LawFile, report: &mut Report<'_>) {
    for authority in &law.authorities {
        let name = format!("authority “{}”", authority.name);
        report.cell(&name, law, &authority.cell);
        let linked = authority.url.starts_with("https://");
        report.need(linked, &format!("{name} has no https address"));
        for place in authority.places.iter().filter(|p| !law.places.contains(p)) {
            report.add(&format!(
                "{name} is for {place}, which is not a place of this law"
            ));
        }
    }
}

fn right(name: &str, law: &LawFile, right: &RightCell, report: &mut Report<'_>) {
    if law.names_no_law {
        let silent = right.cell.provision.is_none() && right.term.is_none();
        report.need(
            silent,
            &format!("{name} cites a provision, but this file names no law"),
        );
    } else {
        report.cell(name, law, &right.cell);
    }
    for term in [&right.term, &right.confirm].into_iter().flatten() {
        let known = law.terms.contains_key(term);
        report.need(
            known,
            &format!("{name} refers to the unknown term “{term}”"),
        );
    }
    let kind = right.kind.as_deref().unwrap_or("letter");
    report.need(
        kind_code(kind).is_some(),
        &format!("{name} has the unknown kind “{kind}”"),
    );
}

/// Checks that a letter file has the letter and label for a right of the file `law`.
fn letter_for(right: &RightCell, law: &str, wording: &LetterFile, report: &mut Report<'_>) {
    if right.kind.as_deref() == Some("protection") {
        return;
    }
    let request = &right.request;
    let key = letter_key(right);
    match wording.letters.get(key) {
        None => report.add(&format!(
            "the letter “{key}” for {request} in {law} is missing"
        )),
        Some(letter) => {
            let ready = !right.needs_detail || letter.prompt.is_some();
            let problem =
                format!("the letter “{key}” has no prompt, but {request} in {law} needs a detail");
            report.need(ready, &problem);
        }
    }
    let labelled = wording.requests.contains_key(request);
    report.need(labelled, &format!("requests.{request} has no label"));
}

/// Checks every letter file.
pub(super) fn letters(letters: &[(&str, LetterFile)], problems: &mut Vec<String>) {
    for (file, wording) in letters {
        let mut report = Report { file, problems };
        lists(wording, &mut report);
        for (name, alternatives) in &wording.frame {
            report.placeholders(&format!("frame.{name}"), alternatives);
        }
        for (law, parts) in &wording.law_frames {
            for (part, alternatives) in parts {
                report.placeholders(&format!("law_frames.{law}.{part}"), alternatives);
            }
        }
        for (key, letter) in &wording.letters {
            let name = format!("letters.{key}");
            report.placeholders(&format!("{name}.subject"), from_ref(&letter.subject));
            let one_line = !letter.subject.contains('\n');
            report.need(one_line, &format!("{name}.subject has more than one line"));
            for (part, alternatives) in &letter.parts {
                report.placeholders(&format!("{name}.{part}"), alternatives);
                let placed = wording.full.contains(part) || wording.short.contains(part);
                report.need(
                    placed,
                    &format!("{name}.{part} is in neither form of the letter"),
                );
            }
            for part in wording.full.iter().chain(&wording.short) {
                let there = letter.parts.contains_key(part) || wording.frame.contains_key(part);
                report.need(
                    there,
                    &format!("{name} has no “{part}”, and neither has the frame"),
                );
            }
        }
    }
    let english = letters.iter().any(|(_, wording)| wording.language == "en");
    if !english {
        problems.push("There are no English letters, on which other languages fall back".into());
    }
}

fn lists(wording: &LetterFile, report: &mut Report<'_>) {
    let lengths = [
        ("quote_marks", wording.quote_marks.len(), 4),
        ("months", wording.months.len(), 12),
    ];
    for (name, found, wanted) in lengths {
        report.need(
            found == wanted,
            &format!("{name} has {found} entries instead of {wanted}"),
        );
    }
    for unit in ["months", "days", "business-days", "working-days"] {
        let forms = wording.units.get(unit).map_or(0, Vec::len);
        report.need(
            forms == 2,
            &format!("units.{unit} needs two forms, for one and for several"),
        );
    }
}

/// Returns the names between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// Whether a text has the form `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts[..], [y, m, d] if y.len() == 4 && m.len() == 2 && d.len() == 2)
        && parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()))
}
