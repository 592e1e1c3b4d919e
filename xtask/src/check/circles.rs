//! Circles between the files of a crate, which the compiler allows.
//!
//! Files that need each other can only be read, tested and changed together. A file needs another
//! where it names something in it by `crate::`, `super::`, `self::` or the name of a module below
//! it. That a file needs the modules above it is no circle: it is a part of them, not beside them.

use std::collections::{BTreeMap, BTreeSet};

/// The code of each module, by its path in the crate: `redline::words`, empty for the root.
type Modules = BTreeMap<String, String>;

/// Sentences about circles among the files of one crate, given with their paths from its `src/`.
pub fn check(name: &str, files: &[(&str, &str)]) -> Vec<String> {
    let modules: Modules = files.iter().map(|(p, t)| (module(p), code(t))).collect();
    let needs = |(here, text): (&String, &String)| (here.clone(), needs(here, text, &modules));
    let needs: BTreeMap<String, BTreeSet<String>> = modules.iter().map(needs).collect();
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        modules.keys().map(|m| (m, reached(m, &needs))).collect();
    let mut circles = BTreeSet::new();
    for (module, others) in &reached {
        let back = others
            .iter()
            .filter(|other| reached[*other].contains(module));
        circles.insert(back.map(|other| other.as_str()).collect::<Vec<_>>());
    }
    let circles = circles.iter().filter(|circle| circle.len() > 1);
    circles
        .map(|files| format!("{name}: files need each other: {}", files.join(", ")))
        .collect()
}

/// What a module needs, and what that needs.
fn reached<'a>(
    from: &'a String,
    needs: &'a BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<&'a String> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(module) = next.pop() {
        let new = needs[module].iter().filter(|other| seen.insert(*other));
        next.extend(new);
    }
    seen
}

fn module(path: &str) -> String {
    let path = path.trim_end_matches(".rs").replace('/', "::");
    let parts = path.split("::");
    let parts: Vec<&str> = parts
        .filter(|p| !["mod", "lib", "main"].contains(p))
        .collect();
    parts.join("::")
}

/// The text without tests and comments.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or(text);
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The modules beside and below this one that its code names.
fn needs(here: &str, text: &str, modules: &Modules) -> BTreeSet<String> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    let mut found = BTreeSet::new();
    for (at, _) in text.match_indices("::") {
        let begin = text[..at].trim_end_matches(is_name).len();
        let statement = text[..begin].rsplit([';', '}']).next().unwrap_or_default();
        let passes_on = statement.trim_start().starts_with("pub") && statement.ends_with("use ");
        if passes_on || text[..begin].ends_with(':') {
            continue;
        }
        let start = &text[begin..at];
        let below = join(here, start);
        if !["crate", "super", "self"].contains(&start) && !modules.contains_key(&below) {
            continue;
        }
        let rest = text[at + 2..].split(';').next().unwrap_or_default();
        let paths = paths(rest).into_iter();
        found.extend(paths.map(|path| file(here, &join(start, &path), modules)));
    }
    found.retain(|module| !is_in(here, module));
    found
}

/// The module that a path from here leads into.
fn file(here: &str, path: &str, modules: &Modules) -> String {
    let mut at = here.to_owned();
    for part in path.split("::") {
        let next = match part {
            "crate" => String::new(),
            "self" => at.clone(),
            "super" => at
                .rsplit_once("::")
                .map_or(String::new(), |(up, _)| up.to_owned()),
            name => join(&at, name),
        };
        if !modules.contains_key(&next) {
            break;
        }
        at = next;
    }
    at
}

/// All paths of a tree like `a::{b, c::d}`, up to where the tree ends.
fn paths(tree: &str) -> Vec<String> {
    let tree = tree.trim_start();
    if let Some(inner) = tree.strip_prefix('{') {
        let (mut depth, mut begin, mut all) = (1, 0, Vec::new());
        for (at, c) in inner.char_indices() {
            depth += i32::from(c == '{') - i32::from(c == '}');
            if depth == 0 || (depth == 1 && c == ',') {
                all.extend(paths(&inner[begin..at]));
                begin = at + 1;
            }
            if depth == 0 {
                break;
            }
        }
        return all;
    }
    let length = tree
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(tree.len());
    match tree[length..].strip_prefix("::") {
        Some(rest) => paths(rest)
            .iter()
            .map(|path| join(&tree[..length], path))
            .collect(),
        None => vec![tree[..length].to_owned()],
    }
}

fn join(a: &str, b: &str) -> String {
    match (a, b) {
        ("", other) | (other, "") => other.to_owned(),
        (a, b) => format!("{a}::{b}"),
    }
}

fn is_in(module: &str, other: &str) -> bool {
    let rest = module.strip_prefix(other);
    rest.is_some_and(|rest| other.is_empty() || rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_beside_each_other_do_not_need_each_other() {
        let files = [
            ("lib.rs", "mod a;\npub use b::go;\n"),
            ("a.rs", "use crate::{Root, b::{go, c::End}};\n"),
            ("b/mod.rs", "mod c;\n#[cfg(test)]\nuse crate::a;\n"),
            ("b/c.rs", "use super::go; // the module above\n"),
        ];
        assert_eq!(check("x", &files), [""; 0]);
        let mut circle = files;
        circle[3].1 = "fn f() { let x = super::super::a::f(); }\n";
        let expected = "x: files need each other: a, b::c";
        assert_eq!(check("x", &circle), [expected]);
    }
}
