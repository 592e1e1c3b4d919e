//! Turns the law and letter files under `src/rights` into Rust statics.
//!
//! Everything a lawyer would check is checked here, so that a law without a source or a letter
//! with a misspelt placeholder never becomes a program. Parsing the files at run time was
//! rejected: it would put a TOML parser into the browser.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use serde::Deserialize;

/// What letters may refer to; each is filled from the law, the policy or the person.
pub const PLACEHOLDERS: &[&str] = &[
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
    "quote",
    "section",
    "date",
    "detail",
    "name",
    "email",
];

/// Text per language tag.
type Text = BTreeMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LawFile {
    key: String,
    order: u32,
    #[serde(default)]
    names_no_law: bool,
    name: Text,
    short: Text,
    why: Text,
    #[serde(default)]
    places: Vec<String>,
    #[serde(default)]
    names_in_policies: Vec<String>,
    in_force_from: Option<String>,
    #[serde(default)]
    sources: BTreeMap<String, Source>,
    #[serde(default)]
    terms: BTreeMap<String, TermCell>,
    fee: Option<RuleCell>,
    identity: Option<RuleCell>,
    counting: Option<RuleCell>,
    rights: Vec<RightCell>,
    #[serde(default)]
    authorities: Vec<AuthorityCell>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    title: Option<String>,
    url: Option<String>,
    checked: Option<String>,
}

/// The part every statement about a law has.
#[derive(Deserialize)]
struct Cell {
    provision: Option<String>,
    source: Option<String>,
    confidence: Option<String>,
    checked: Option<String>,
    in_force_from: Option<String>,
}

#[derive(Deserialize)]
struct TermCell {
    #[serde(flatten)]
    cell: Cell,
    count: u16,
    unit: String,
    extension: Option<Extension>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extension {
    count: u16,
    unit: String,
}

#[derive(Deserialize)]
struct RuleCell {
    #[serde(flatten)]
    cell: Cell,
    text: Text,
}

#[derive(Deserialize)]
struct RightCell {
    #[serde(flatten)]
    cell: Cell,
    request: String,
    #[serde(default)]
    also: Vec<String>,
    kind: Option<String>,
    letter: Option<String>,
    condition: Option<Text>,
    #[serde(default)]
    needs_detail: bool,
    term: Option<String>,
    confirm: Option<String>,
}

#[derive(Deserialize)]
struct AuthorityCell {
    #[serde(flatten)]
    cell: Cell,
    #[serde(default)]
    places: Vec<String>,
    name: String,
    url: String,
    note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlacesFile {
    elsewhere: Text,
    unknown: Text,
    place: Vec<PlaceCell>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlaceCell {
    code: String,
    name: Text,
    later: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LetterFile {
    language: String,
    full: Vec<String>,
    short: Vec<String>,
    quote_marks: Vec<String>,
    ellipsis: String,
    months: Vec<String>,
    date: String,
    units: BTreeMap<String, Vec<String>>,
    calendar: BTreeMap<String, String>,
    requests: BTreeMap<String, RequestText>,
    frame: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    law_frames: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    letters: BTreeMap<String, LetterText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RequestText {
    label: String,
    explain: String,
}

#[derive(Deserialize)]
struct LetterText {
    subject: String,
    prompt: Option<String>,
    #[serde(flatten)]
    parts: BTreeMap<String, Vec<String>>,
}

/// One input file: its name, for messages, and its text.
pub type File<'a> = (&'a str, &'a str);

/// Reads the data files under `folder` and writes the Rust statics.
///
/// # Errors
/// One sentence per problem, each naming the file.
pub fn read_folder(folder: &Path) -> Result<String, String> {
    let laws = read_all(&folder.join("laws"))?;
    let letters = read_all(&folder.join("letters"))?;
    let places = read(&folder.join("places.toml"))?;
    compile(&pairs(&laws), ("places.toml", &places), &pairs(&letters))
        .map_err(|problems| problems.join("; "))
}

fn read(file: &Path) -> Result<String, String> {
    fs::read_to_string(file).map_err(|error| format!("{} cannot be read: {error}", file.display()))
}

fn pairs(files: &[(String, String)]) -> Vec<File<'_>> {
    files
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect()
}

/// Name and text of each TOML file in a folder, by name.
fn read_all(folder: &Path) -> Result<Vec<(String, String)>, String> {
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{} cannot be read: {error}", folder.display()))?;
    let mut files = Vec::new();
    for file in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if file.extension().is_some_and(|ending| ending == "toml") {
            let name = file
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            files.push((name, read(&file)?));
        }
    }
    files.sort();
    Ok(files)
}

/// Checks all files and writes the Rust statics.
///
/// # Errors
/// One sentence per problem, each naming the file.
pub fn compile(
    laws: &[File<'_>],
    places: File<'_>,
    letters: &[File<'_>],
) -> Result<String, Vec<String>> {
    let mut problems = Vec::new();
    let mut law_files: Vec<(&str, LawFile)> = parse_all(laws, &mut problems);
    law_files.sort_by_key(|(_, law)| law.order);
    let letter_files: Vec<(&str, LetterFile)> = parse_all(letters, &mut problems);
    let places_file: Vec<(&str, PlacesFile)> = parse_all(&[places], &mut problems);
    for (file, law) in &law_files {
        check_law(file, law, &letter_files, &mut problems);
    }
    for (file, letter) in &letter_files {
        check_letters(file, letter, &mut problems);
    }
    check_same_keys(&letter_files, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut out = String::new();
    let laws: Vec<String> = law_files.iter().map(|(_, law)| law_code(law)).collect();
    line(&mut out, "LAWS", "Law", &laws);
    let wordings: Vec<String> = letter_files.iter().map(|(_, l)| wording_code(l)).collect();
    line(&mut out, "WORDINGS", "Wording", &wordings);
    if let Some((_, file)) = places_file.first() {
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
    Ok(out)
}

fn parse_all<'a, T: for<'de> Deserialize<'de>>(
    files: &[File<'a>],
    problems: &mut Vec<String>,
) -> Vec<(&'a str, T)> {
    let mut parsed = Vec::new();
    for (name, text) in files {
        match toml::from_str(text) {
            Ok(file) => parsed.push((*name, file)),
            Err(error) => problems.push(format!("{name} cannot be read: {error}")),
        }
    }
    parsed
}

// ---- checks -------------------------------------------------------------------------------

fn check_law(
    file: &str,
    law: &LawFile,
    letters: &[(&str, LetterFile)],
    problems: &mut Vec<String>,
) {
    check_text(file, "name", &law.name, problems);
    check_text(file, "short", &law.short, problems);
    check_text(file, "why", &law.why, problems);
    for (key, source) in &law.sources {
        for (field, value) in [("title", &source.title), ("url", &source.url)] {
            if value.as_deref().is_none_or(str::is_empty) {
                problems.push(format!("{file}: source “{key}” has no {field}"));
            }
        }
        if source
            .url
            .as_deref()
            .is_some_and(|u| !u.starts_with("https://"))
        {
            problems.push(format!("{file}: source “{key}” is not an https address"));
        }
    }
    for (key, term) in &law.terms {
        let name = format!("terms.{key}");
        check_cell(file, &name, law, &term.cell, problems);
        let units = [Some(&term.unit), term.extension.as_ref().map(|e| &e.unit)];
        for unit in units.into_iter().flatten() {
            if unit_code(unit).is_none() {
                problems.push(format!("{file}: {name} has the unknown unit “{unit}”"));
            }
        }
    }
    for (name, rule) in [
        ("fee", &law.fee),
        ("identity", &law.identity),
        ("counting", &law.counting),
    ] {
        if let Some(rule) = rule {
            check_cell(file, name, law, &rule.cell, problems);
            check_text(file, name, &rule.text, problems);
        }
    }
    for authority in &law.authorities {
        check_cell(
            file,
            &format!("authority “{}”", authority.name),
            law,
            &authority.cell,
            problems,
        );
        if !authority.url.starts_with("https://") {
            problems.push(format!(
                "{file}: authority “{}” has no https address",
                authority.name
            ));
        }
    }
    let mut seen = BTreeSet::new();
    for right in &law.rights {
        if !seen.insert(&right.request) {
            problems.push(format!(
                "{file}: rights.{} stands there twice",
                right.request
            ));
        }
        check_right(file, law, right, letters, problems);
    }
}

fn check_right(
    file: &str,
    law: &LawFile,
    right: &RightCell,
    letters: &[(&str, LetterFile)],
    problems: &mut Vec<String>,
) {
    let name = format!("rights.{}", right.request);
    if law.names_no_law {
        if right.cell.provision.is_some() || right.term.is_some() {
            problems.push(format!(
                "{file}: {name} cites a provision, but this file names no law"
            ));
        }
    } else {
        check_cell(file, &name, law, &right.cell, problems);
    }
    for term in [&right.term, &right.confirm].into_iter().flatten() {
        if !law.terms.contains_key(term) {
            problems.push(format!(
                "{file}: {name} refers to the unknown term “{term}”"
            ));
        }
    }
    let kind = right.kind.as_deref().unwrap_or("letter");
    if kind_code(kind).is_none() {
        problems.push(format!("{file}: {name} has the unknown kind “{kind}”"));
    }
    if kind == "protection" {
        return;
    }
    let key = letter_key(right);
    for (letter_file, wording) in letters {
        match wording.letters.get(key) {
            None => problems.push(format!("{letter_file}: the letter “{key}” for {name} in {file} is missing")),
            Some(letter) if right.needs_detail && letter.prompt.is_none() => problems.push(format!(
                "{letter_file}: the letter “{key}” needs a prompt, because {name} in {file} needs a detail"
            )),
            Some(_) => {}
        }
        if !wording.requests.contains_key(&right.request) {
            problems.push(format!(
                "{letter_file}: requests.{} has no label",
                right.request
            ));
        }
    }
}

/// A statement about a law without its source is the one thing this project must never ship.
fn check_cell(file: &str, name: &str, law: &LawFile, cell: &Cell, problems: &mut Vec<String>) {
    if cell.provision.as_deref().is_none_or(str::is_empty) {
        problems.push(format!(
            "{file}: {name} has no provision; every cell cites what it rests on"
        ));
    }
    match cell
        .source
        .as_deref()
        .map(|key| (key, law.sources.get(key)))
    {
        None => problems.push(format!(
            "{file}: {name} has no source; every cell names where it was read"
        )),
        Some((key, None)) => {
            problems.push(format!(
                "{file}: {name} refers to the source “{key}”, which is not listed"
            ));
        }
        Some((_, Some(source))) => {
            let checked = cell.checked.as_ref().or(source.checked.as_ref());
            if !checked.is_some_and(|d| is_date(d)) {
                problems.push(format!(
                    "{file}: {name} has no date (YYYY-MM-DD) on which it was checked"
                ));
            }
        }
    }
    match cell.confidence.as_deref() {
        Some(word) if confidence_code(word).is_some() => {}
        Some(word) => problems.push(format!(
            "{file}: {name} has the confidence “{word}”; it is read, reported or recalled"
        )),
        None => problems.push(format!(
            "{file}: {name} does not say how well it is known (confidence)"
        )),
    }
    let in_force = cell.in_force_from.as_ref().or(law.in_force_from.as_ref());
    if !in_force.is_some_and(|d| is_date(d)) {
        problems.push(format!(
            "{file}: {name} does not say from when it is in force (YYYY-MM-DD)"
        ));
    }
}

fn check_text(file: &str, name: &str, text: &Text, problems: &mut Vec<String>) {
    if text.get("en").is_none_or(|t| t.trim().is_empty()) {
        problems.push(format!("{file}: {name} has no English text"));
    }
}

fn check_letters(file: &str, wording: &LetterFile, problems: &mut Vec<String>) {
    let lengths = [
        ("quote_marks", wording.quote_marks.len(), 4),
        ("months", wording.months.len(), 12),
    ];
    for (name, found, wanted) in lengths {
        if found != wanted {
            problems.push(format!(
                "{file}: {name} has {found} entries instead of {wanted}"
            ));
        }
    }
    for unit in ["months", "days", "business-days", "working-days"] {
        if wording.units.get(unit).is_none_or(|forms| forms.len() != 2) {
            problems.push(format!(
                "{file}: units.{unit} needs two forms, for one and for several"
            ));
        }
    }
    for (name, alternatives) in &wording.frame {
        check_placeholders(file, name, alternatives, problems);
    }
    for (law, parts) in &wording.law_frames {
        for (part, alternatives) in parts {
            check_placeholders(
                file,
                &format!("law_frames.{law}.{part}"),
                alternatives,
                problems,
            );
        }
    }
    for (key, letter) in &wording.letters {
        check_placeholders(
            file,
            &format!("letters.{key}.subject"),
            std::slice::from_ref(&letter.subject),
            problems,
        );
        if letter.subject.contains('\n') {
            problems.push(format!(
                "{file}: letters.{key}.subject has more than one line"
            ));
        }
        for (part, alternatives) in &letter.parts {
            check_placeholders(
                file,
                &format!("letters.{key}.{part}"),
                alternatives,
                problems,
            );
        }
        for part in wording.full.iter().chain(&wording.short) {
            if !letter.parts.contains_key(part) && !wording.frame.contains_key(part) {
                problems.push(format!(
                    "{file}: letters.{key} has no “{part}”, and neither has the frame"
                ));
            }
        }
    }
}

fn check_placeholders(file: &str, name: &str, texts: &[String], problems: &mut Vec<String>) {
    for text in texts {
        for placeholder in placeholders(text) {
            if !PLACEHOLDERS.contains(&placeholder) {
                problems.push(format!(
                    "{file}: {name} has the unknown placeholder “{{{placeholder}}}”"
                ));
            }
        }
        if text.matches('{').count() != text.matches('}').count() {
            problems.push(format!("{file}: {name} has a brace without its partner"));
        }
    }
}

/// The names between braces.
fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

fn check_same_keys(letters: &[(&str, LetterFile)], problems: &mut Vec<String>) {
    let Some((first, reference)) = letters.iter().find(|(_, l)| l.language == "en") else {
        problems.push(
            "There are no English letters, on which every other language falls back".to_owned(),
        );
        return;
    };
    for (file, wording) in letters {
        for key in reference
            .letters
            .keys()
            .filter(|k| !wording.letters.contains_key(*k))
        {
            problems.push(format!("{file}: the letter “{key}” of {first} is missing"));
        }
    }
}

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    matches!(parts[..], [y, m, d] if y.len() == 4 && m.len() == 2 && d.len() == 2)
        && parts.iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()))
}

// ---- code ---------------------------------------------------------------------------------

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

fn letter_key(right: &RightCell) -> &str {
    right.letter.as_deref().unwrap_or(&right.request)
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

fn unit_code(unit: &str) -> Option<&'static str> {
    match unit {
        "months" => Some("Months"),
        "days" => Some("Days"),
        "business-days" => Some("BusinessDays"),
        "working-days" => Some("WorkingDays"),
        _ => None,
    }
}

fn kind_code(kind: &str) -> Option<&'static str> {
    match kind {
        "letter" => Some("Letter"),
        "guide" => Some("Guide"),
        "protection" => Some("Protection"),
        _ => None,
    }
}

fn confidence_code(word: &str) -> Option<&'static str> {
    match word {
        "read" => Some("Read"),
        "reported" => Some("Reported"),
        "recalled" => Some("Recalled"),
        _ => None,
    }
}
