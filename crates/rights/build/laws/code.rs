//! Writes checked data as Rust.

use std::{collections::BTreeMap, fmt::Write as _};

use super::schema::{
    AuthorityCell, Cell, LawFile, LetterFile, PlaceCell, PlacesFile, RightCell, RuleCell, Source,
    TermCell, Text, confidence_code, kind_code, letter_key, unit_code,
};

/// The statics of all files.
pub(super) fn statics(
    laws: &[(&str, LawFile)],
    places: &[(&str, PlacesFile)],
    letters: &[(&str, LetterFile)],
) -> String {
    let mut out = String::new();
    let laws: Vec<String> = laws.iter().map(|(_, law)| law_code(law)).collect();
    line(&mut out, "LAWS", "Law", &laws);
    let wordings: Vec<String> = letters.iter().map(|(_, l)| wording_code(l)).collect();
    line(&mut out, "WORDINGS", "Wording", &wordings);
    if let Some((_, file)) = places.first() {
        let places: Vec<String> = file.place.iter().map(place_code).collect();
        line(&mut out, "PLACES", "Place", &places);
        let _ = writeln!(
            out,
            "pub(crate) static ELSEWHERE: Localized = {};",
            text_code(&file.elsewhere)
        );
        let _ = writeln!(
            out,
            "pub(crate) static UNKNOWN_PLACE: Localized = {};",
            text_code(&file.unknown)
        );
    }
    out
}

fn line(out: &mut String, name: &str, kind: &str, items: &[String]) {
    let _ = writeln!(
        out,
        "pub(crate) static {name}: &[{kind}] = &[{}];",
        items.join(",")
    );
}

fn law_code(law: &LawFile) -> String {
    let rights: Vec<String> = law.rights.iter().map(|r| right_code(law, r)).collect();
    let authorities: Vec<String> = law.authorities.iter().map(authority_code).collect();
    format!(
        "Law{{key:{:?},name:{},short:{},why:{},places:{},names_in_policies:{},provisions:&[{}],fee:{},identity:{},counting:{},authorities:&[{}]}}",
        law.key,
        text_code(&law.name),
        text_code(&law.short),
        text_code(&law.why),
        strings(&law.places),
        strings(&law.names_in_policies),
        rights.join(","),
        rule_code(law, law.fee.as_ref()),
        rule_code(law, law.identity.as_ref()),
        rule_code(law, law.counting.as_ref()),
        authorities.join(","),
    )
}

fn right_code(law: &LawFile, right: &RightCell) -> String {
    let basis = if law.names_no_law {
        "None".into()
    } else {
        format!("Some({})", basis_code(law, &right.cell))
    };
    let term = |key: &Option<String>| key.as_ref().and_then(|k| law.terms.get(k));
    format!(
        "Provision{{request:{:?},also:{},kind:Kind::{},citation:{:?},letter:{:?},condition:{},needs_detail:{},confirm:{},deadline:{},basis:{basis}}}",
        right.request,
        strings(&right.also),
        kind_code(right.kind.as_deref().unwrap_or("letter")).unwrap_or_default(),
        right.cell.provision.as_deref().unwrap_or_default(),
        letter_key(right),
        option(right.condition.as_ref().map(text_code)),
        right.needs_detail,
        option(term(&right.confirm).map(|t| deadline_code(law, t))),
        option(term(&right.term).map(|t| deadline_code(law, t))),
    )
}

fn deadline_code(law: &LawFile, term: &TermCell) -> String {
    format!(
        "Deadline{{term:{},extension:{},source:{:?},basis:{}}}",
        term_code(term.count, &term.unit),
        option(term.extension.as_ref().map(|e| term_code(e.count, &e.unit))),
        term.cell.provision.as_deref().unwrap_or_default(),
        basis_code(law, &term.cell),
    )
}

fn term_code(count: u16, unit: &str) -> String {
    format!(
        "Term{{count:{count},unit:Unit::{}}}",
        unit_code(unit).unwrap_or_default()
    )
}

fn rule_code(law: &LawFile, rule: Option<&RuleCell>) -> String {
    option(rule.map(|r| {
        format!(
            "Rule{{text:{},basis:{}}}",
            text_code(&r.text),
            basis_code(law, &r.cell)
        )
    }))
}

fn basis_code(law: &LawFile, cell: &Cell) -> String {
    let source = cell.source.as_ref().and_then(|key| law.sources.get(key));
    let of =
        |field: fn(&Source) -> Option<&String>| source.and_then(field).map_or("", String::as_str);
    format!(
        "Basis{{provision:{:?},title:{:?},url:{:?},checked:{:?},confidence:Confidence::{},in_force_from:{:?}}}",
        cell.provision.as_deref().unwrap_or_default(),
        of(|s| s.title.as_ref()),
        of(|s| s.url.as_ref()),
        cell.checked
            .as_deref()
            .unwrap_or_else(|| of(|s| s.checked.as_ref())),
        cell.confidence
            .as_deref()
            .and_then(confidence_code)
            .unwrap_or_default(),
        cell.in_force_from
            .as_ref()
            .or(law.in_force_from.as_ref())
            .map_or("", String::as_str),
    )
}

fn authority_code(authority: &AuthorityCell) -> String {
    format!(
        "Authority{{places:{},name:{:?},url:{:?},note:{}}}",
        strings(&authority.places),
        authority.name,
        authority.url,
        option(authority.note.as_ref().map(text_code)),
    )
}

fn place_code(place: &PlaceCell) -> String {
    format!(
        "Place{{code:{:?},name:{},later:{}}}",
        place.code,
        text_code(&place.name),
        option(place.later.as_ref().map(text_code)),
    )
}

fn wording_code(wording: &LetterFile) -> String {
    let requests: Vec<String> = wording
        .requests
        .iter()
        .map(|(key, t)| {
            format!(
                "RequestText{{key:{key:?},label:{:?},explain:{:?}}}",
                t.label, t.explain
            )
        })
        .collect();
    let letters: Vec<String> = wording
        .letters
        .iter()
        .map(|(key, l)| {
            let (subject, parts) = (&l.subject, parts_code(&l.parts));
            let prompt = option(l.prompt.as_ref().map(|p| format!("{p:?}")));
            format!("Letter{{key:{key:?},subject:{subject:?},prompt:{prompt},parts:{parts}}}")
        })
        .collect();
    let units: Vec<String> = wording
        .units
        .iter()
        .map(|(key, forms)| format!("({key:?},{})", strings(forms)))
        .collect();
    let frames: Vec<String> = wording
        .law_frames
        .iter()
        .map(|(law, parts)| format!("({law:?},{})", parts_code(parts)))
        .collect();
    let calendar: Vec<String> = wording
        .calendar
        .iter()
        .map(|(key, text)| format!("({key:?},{text:?})"))
        .collect();
    format!(
        "Wording{{language:{:?},full:{},short:{},quote_marks:{},ellipsis:{:?},months:{},date:{:?},units:&[{}],calendar:&[{}],requests:&[{}],frame:{},law_frames:&[{}],letters:&[{}]}}",
        wording.language,
        strings(&wording.full),
        strings(&wording.short),
        strings(&wording.quote_marks),
        wording.ellipsis,
        strings(&wording.months),
        wording.date,
        units.join(","),
        calendar.join(","),
        requests.join(","),
        parts_code(&wording.frame),
        frames.join(","),
        letters.join(","),
    )
}

fn parts_code(parts: &BTreeMap<String, Vec<String>>) -> String {
    let parts: Vec<String> = parts
        .iter()
        .map(|(name, alternatives)| {
            let folded: Vec<String> = alternatives.iter().map(|t| fold(t)).collect();
            format!("({name:?},{})", strings(&folded))
        })
        .collect();
    format!("&[{}]", parts.join(","))
}

/// Paragraphs are wrapped in the files for reading; in a letter a single line break is a space,
/// except before the items of a list.
fn fold(text: &str) -> String {
    let paragraphs: Vec<String> = text
        .trim()
        .split("\n\n")
        .map(|p| {
            let mut folded = String::new();
            for line in p.lines().map(str::trim) {
                if !folded.is_empty() {
                    folded.push(if line.starts_with("- ") { '\n' } else { ' ' });
                }
                folded.push_str(line);
            }
            folded
        })
        .collect();
    paragraphs.join("\n\n")
}

/// English first: it is what every text falls back on.
fn text_code(text: &Text) -> String {
    let english = text.get_key_value("en");
    let rest = text.iter().filter(|(tag, _)| *tag != "en");
    let pairs: Vec<String> = english
        .into_iter()
        .chain(rest)
        .map(|(tag, t)| format!("({tag:?},{:?})", fold(t)))
        .collect();
    format!("Localized(&[{}])", pairs.join(","))
}

fn strings(items: &[String]) -> String {
    let quoted: Vec<String> = items.iter().map(|s| format!("{s:?}")).collect();
    format!("&[{}]", quoted.join(","))
}

fn option(code: Option<String>) -> String {
    code.map_or_else(|| "None".to_owned(), |c| format!("Some({c})"))
}
