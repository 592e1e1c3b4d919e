//! Writes checked data as Rust.

use std::collections::BTreeMap;

use super::schema::{
    AuthorityCell, Cell, LawFile, LetterFile, PlaceCell, PlacesFile, RightCell, RuleCell, Source,
    TermCell, Text, confidence_code, kind_code, letter_key, unit_code,
};

/// Returns the Rust statics for all files, which must have been checked.
pub(super) fn statics(
    laws: &[(&str, LawFile)],
    places: &[(&str, PlacesFile)],
    letters: &[(&str, LetterFile)],
) -> String {
    let laws = list(laws.iter().map(|(_, law)| law_code(law)));
    let wordings = list(letters.iter().map(|(_, l)| wording_code(l)));
    let mut items = vec![
        ("LAWS", "&[Law]", laws),
        ("WORDINGS", "&[Wording]", wordings),
    ];
    if let Some((_, file)) = places.first() {
        items.extend([
            (
                "PLACES",
                "&[Place]",
                list(file.place.iter().map(place_code)),
            ),
            ("ELSEWHERE", "Localized", text_code(&file.elsewhere)),
            ("UNKNOWN_PLACE", "Localized", text_code(&file.unknown)),
        ]);
    }
    items
        .into_iter()
        .map(|(name, kind, value)| format!("pub(crate) static {name}: {kind} = {value};\n"))
        .collect()
}

fn law_code(law: &LawFile) -> String {
    format!(
        "Law{{key:{:?},name:{},short:{},why:{},places:{},names_in_policies:{},provisions:{},fee:{},identity:{},counting:{},authorities:{}}}",
        law.key,
        text_code(&law.name),
        text_code(&law.short),
        text_code(&law.why),
        strings(&law.places),
        strings(&law.names_in_policies),
        list(law.rights.iter().map(|r| right_code(law, r))),
        rule_code(law, law.fee.as_ref()),
        rule_code(law, law.identity.as_ref()),
        rule_code(law, law.counting.as_ref()),
        list(law.authorities.iter().map(authority_code)),
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
    let requests = wording.requests.iter().map(|(key, t)| {
        let (label, explain) = (&t.label, &t.explain);
        format!("RequestText{{key:{key:?},label:{label:?},explain:{explain:?}}}")
    });
    let letters = wording.letters.iter().map(|(key, l)| {
        let (subject, parts) = (&l.subject, parts_code(&l.parts));
        let prompt = option(l.prompt.as_ref().map(|p| format!("{p:?}")));
        format!("Letter{{key:{key:?},subject:{subject:?},prompt:{prompt},parts:{parts}}}")
    });
    let units = wording
        .units
        .iter()
        .map(|(key, forms)| format!("({key:?},{})", strings(forms)));
    let frames = wording
        .law_frames
        .iter()
        .map(|(law, parts)| format!("({law:?},{})", parts_code(parts)));
    let calendar = wording
        .calendar
        .iter()
        .map(|(key, text)| format!("({key:?},{text:?})"));
    format!(
        "Wording{{language:{:?},full:{},short:{},quote_marks:{},ellipsis:{:?},months:{},date:{:?},units:{},calendar:{},requests:{},frame:{},law_frames:{},letters:{}}}",
        wording.language,
        strings(&wording.full),
        strings(&wording.short),
        strings(&wording.quote_marks),
        wording.ellipsis,
        strings(&wording.months),
        wording.date,
        list(units),
        list(calendar),
        list(requests),
        parts_code(&wording.frame),
        list(frames),
        list(letters),
    )
}

fn parts_code(parts: &BTreeMap<String, Vec<String>>) -> String {
    list(parts.iter().map(|(name, alternatives)| {
        let folded: Vec<String> = alternatives.iter().map(|t| fold(t)).collect();
        format!("({name:?},{})", strings(&folded))
    }))
}

/// Unwraps paragraphs: in the files they are wrapped for reading, so a single line break is a
/// space, except before the items of a list.
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

/// Writes a text in all languages, English first, because it is the fallback.
fn text_code(text: &Text) -> String {
    let english = text.get_key_value("en").into_iter();
    let all = english.chain(text.iter().filter(|(tag, _)| *tag != "en"));
    let pairs = list(all.map(|(tag, t)| format!("({tag:?},{:?})", fold(t))));
    format!("Localized({pairs})")
}

fn strings(items: &[String]) -> String {
    list(items.iter().map(|s| format!("{s:?}")))
}

/// Writes a slice of expressions.
fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    format!("&[{}]", items.join(","))
}

fn option(code: Option<String>) -> String {
    code.map_or_else(|| "None".to_owned(), |c| format!("Some({c})"))
}
