//! What a build found in a pair of texts, as lines that two builds can be compared by.
//!
//! Ids are replaced by positions and what they name, since their form differs between versions of
//! the format. Segments are joined, since cutting an equal run in two changes nothing that a
//! reader sees. Fields that only one version of the format has are left out.

use std::collections::HashMap;

use serde_json::Value;

/// The kinds of results, each with its lines.
pub struct Outcome {
    kinds: Vec<(&'static str, Vec<String>)>,
}

impl Outcome {
    /// Reads the JSON of a comparison, in version 1 or 2 of the format.
    pub fn read(json: &Value) -> Self {
        let names = Names::new(json);
        let mut facts: Vec<String> = facts(json).collect();
        facts.sort();
        let sides = ["old", "new"];
        let both = |lines: fn(&Value) -> Vec<String>| {
            let of_side = |side| {
                lines(&json[side])
                    .into_iter()
                    .map(move |l| format!("{side} {l}"))
            };
            sides.into_iter().flat_map(of_side).collect::<Vec<_>>()
        };
        let mut statements = both(statements);
        statements.sort();
        let mut contacts = both(contacts);
        contacts.sort();
        Self {
            kinds: vec![
                (
                    "refusals",
                    json["refused"]
                        .as_str()
                        .map(str::to_owned)
                        .into_iter()
                        .collect(),
                ),
                ("documents", both(document)),
                (
                    "redline",
                    list(&json["blocks"]).map(|c| change(c, &names)).collect(),
                ),
                ("section links", links(&json["sections"], &names)),
                ("statements", statements),
                ("contacts", contacts),
                ("facts", facts),
                (
                    "highlights",
                    list(&json["highlights"])
                        .map(|h| text(&h["headline"]))
                        .collect(),
                ),
                ("terms", list(&json["terms"]).map(term).collect()),
            ],
        }
    }

    /// Each kind with its lines here and in another outcome.
    pub fn beside<'a>(
        &'a self,
        other: &'a Self,
    ) -> impl Iterator<Item = (&'static str, &'a [String], &'a [String])> {
        let pairs = self.kinds.iter().zip(&other.kinds);
        pairs.map(|((kind, here), (_, there))| (*kind, here.as_slice(), there.as_slice()))
    }
}

/// What ids name: the side, the position and, for a section, the heading.
struct Names(HashMap<String, String>);

impl Names {
    fn new(json: &Value) -> Self {
        let mut names = HashMap::new();
        for side in ["old", "new"] {
            let sections = list(&json[side]["sections"]).enumerate();
            names.extend(sections.map(|(at, section)| {
                let name = format!("{side} section {at} “{}”", text(&section["heading"]));
                (text(&section["id"]), name)
            }));
            let blocks = list(&json[side]["blocks"]).enumerate();
            names.extend(blocks.map(|(at, block)| (text(&block["id"]), at.to_string())));
        }
        Self(names)
    }

    fn of(&self, id: &Value) -> String {
        let id = text(id);
        self.0.get(&id).cloned().unwrap_or(format!("unknown {id}"))
    }

    fn all(&self, ids: &Value) -> String {
        let names: Vec<String> = list(ids).map(|id| self.of(id)).collect();
        format!("[{}]", names.join(" "))
    }
}

fn change(change: &Value, names: &Names) -> String {
    let (old, new) = (names.all(&change["old"]), names.all(&change["new"]));
    let (kind, weight) = (text(&change["kind"]), text(&change["weight"]));
    let redline = redline(&change["segments"]);
    format!("{old} → {new} {kind}, {weight}: {redline}")
}

/// Segments as `equal [-deleted-] {+inserted+}`, those of one kind that follow each other joined.
fn redline(segments: &Value) -> String {
    let mut runs: Vec<(String, String)> = Vec::new();
    for segment in list(segments) {
        let (op, words) = (text(&segment["op"]), text(&segment["text"]));
        match runs.last_mut() {
            Some((last, joined)) if *last == op => joined.push_str(&words),
            _ => runs.push((op, words)),
        }
    }
    let marked = runs.iter().map(|(op, words)| match op.as_str() {
        "delete" => format!("[-{words}-]"),
        "insert" => format!("{{+{words}+}}"),
        _ => words.clone(),
    });
    marked.collect()
}

fn links(sections: &Value, names: &Names) -> Vec<String> {
    let link = |link: &Value| {
        let flags = ["renamed", "moved", "edited"].into_iter();
        let flags: Vec<&str> = flags.filter(|flag| link[*flag] == true).collect();
        let (old, new) = (names.of(&link["old"]), names.of(&link["new"]));
        let (of_old, of_new) = (&link["share_old"], &link["share_new"]);
        format!("{old} → {new} [{}] {of_old} {of_new}", flags.join(" "))
    };
    let alone = |kind| list(&sections[kind]).map(move |id| format!("{kind} {}", names.of(id)));
    let links = list(&sections["links"]).map(link);
    links
        .chain(alone("added"))
        .chain(alone("removed"))
        .collect()
}

fn fact(fact: &Value) -> String {
    if fact.is_null() {
        return "nothing".to_owned();
    }
    let about = fact["about"]
        .as_str()
        .map(|about| format!(" (about {about})"));
    let quote = text(&fact["evidence"]["quote"]);
    let (kind, value) = (text(&fact["kind"]), text(&fact["value"]));
    format!("{kind} {value}{} “{quote}”", about.unwrap_or_default())
}

fn facts(json: &Value) -> impl Iterator<Item = String> {
    list(&json["facts"]).map(|change| {
        let (old, new) = (fact(&change["old"]), fact(&change["new"]));
        let kind = text(&change["kind"]);
        format!("{kind} {}: {old} → {new}", text(&change["change"]))
    })
}

fn statements(document: &Value) -> Vec<String> {
    list(&document["facts"]).map(fact).collect()
}

fn contacts(document: &Value) -> Vec<String> {
    let contact = |contact: &Value| {
        let best = if contact["recommended"] == true {
            ", recommended"
        } else {
            ""
        };
        let (role, value) = (text(&contact["role"]), text(&contact["value"]));
        let quote = text(&contact["evidence"]["quote"]);
        format!("{role} {value} for {}{best} “{quote}”", contact["for"])
    };
    list(&document["contacts"]).map(contact).collect()
}

fn document(document: &Value) -> Vec<String> {
    let mut lines = vec![
        format!("title {}", document["title"]),
        format!("language {}", document["language"]),
        format!("effective date {}", document["effective_date"]),
    ];
    lines.extend(list(&document["dates"]).map(|d| format!("{} {}", d["role"], d["date"])));
    lines.extend(list(&document["sections"]).map(|section| {
        let (level, recovered) = (&section["level"], &section["recovered"]);
        let count = list(&section["blocks"]).count();
        let heading = &section["heading"];
        format!("section {heading} level {level} recovered {recovered} blocks {count}")
    }));
    lines.extend(list(&document["blocks"]).map(|block| {
        let (kind, depth, span) = (text(&block["kind"]), &block["depth"], &block["span"]);
        format!(
            "{kind} depth {depth} span {span} topics {} {}",
            block["topics"], block["text"]
        )
    }));
    lines.extend(list(&document["problems"]).map(|p| format!("problem {}", p["message"])));
    lines
}

fn term(term: &Value) -> String {
    format!("{} → {} {} times", term["old"], term["new"], term["count"])
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

/// A string as it is, anything else as JSON.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn comparison(ids: [&str; 4], segments: &Value) -> Value {
        let [s, t, b, c] = ids;
        let side = |section, block, words| {
            json!({"sections": [{"id": section, "heading": "Cookies", "blocks": [block]}],
                   "blocks": [{"id": block, "kind": "paragraph", "text": words}],
                   "facts": [{"kind": "retention", "value": words, "about": null,
                              "evidence": {"block": block, "quote": words}}]})
        };
        json!({"old": side(s, b, "a"), "new": side(t, c, "b"),
               "sections": {"links": [{"old": s, "new": t, "moved": true}], "added": [t]},
               "blocks": [{"kind": "edited", "old": [b], "new": [c], "segments": segments}]})
    }

    #[test]
    fn neither_ids_nor_cuts_make_a_difference_but_words_do() {
        let cut = json!([{"op": "equal", "text": "a "}, {"op": "equal", "text": "b"},
                         {"op": "insert", "text": " c"}]);
        let joined = json!([{"op": "equal", "text": "a b"}, {"op": "insert", "text": " c"}]);
        let other = json!([{"op": "equal", "text": "a b"}, {"op": "insert", "text": " d"}]);
        let first = Outcome::read(&comparison(["s0", "s1", "b0", "b1"], &cut));
        let second = Outcome::read(&comparison(["o0", "n0", "ob0", "nb0"], &joined));
        let third = Outcome::read(&comparison(["o0", "n0", "ob0", "nb0"], &other));
        assert!(first.beside(&second).all(|(_, here, there)| here == there));
        let differing = first
            .beside(&third)
            .filter(|(_, here, there)| here != there);
        assert_eq!(
            differing.map(|(kind, ..)| kind).collect::<Vec<_>>(),
            ["redline"]
        );
        assert_eq!(second.kinds[2].1, ["[0] → [0] edited, null: a b{+ c+}"]);
        assert_eq!(second.kinds[3].1[1], "added new section 0 “Cookies”");
    }
}
