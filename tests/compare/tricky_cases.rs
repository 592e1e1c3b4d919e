//! Holds the page of tricky cases: each of its examples is compared, and what is printed must be
//! what the page shows. That goes for the cases that still fail, too, as they fail today.

use std::{fs, path::PathBuf};

use crate::support::{markdown, redline};

/// The signs that part an example; none of them is Markdown.
const PARTS: [&str; 3] = ["<<<<", "====", ">>>>"];

#[test]
fn the_page_shows_what_is_printed() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/tricky-cases.md");
    let page = fs::read_to_string(&file).expect("the page");
    let mut written = String::new();
    let mut count = 0;
    for (at, part) in page.split("```").enumerate() {
        if at > 0 {
            written.push_str("```");
        }
        match part.strip_prefix("text\n") {
            // Every second part stands inside a fence.
            Some(example) if at % 2 == 1 => {
                written.push_str("text\n");
                written.push_str(&shown(example));
                count += 1;
            }
            _ => written.push_str(part),
        }
    }
    assert!(count > 20, "{count} examples: were they found?");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, &written).expect("the page can be written");
    } else if written != page {
        let lines = written.lines().zip(page.lines());
        let differing: Vec<String> = lines
            .filter(|(is, page)| is != page)
            .map(|(is, page)| format!("page: {page}\nis:   {is}"))
            .collect();
        panic!(
            "read the difference, then run `cargo xtask bless`\n{}",
            differing.join("\n")
        );
    }
}

/// The example with what is printed for it today.
fn shown(example: &str) -> String {
    let part = |from: &str, to: &str| {
        let behind = example
            .split_once(&format!("{from}\n"))
            .map(|(_, rest)| rest);
        let part = behind
            .and_then(|rest| rest.split_once(to))
            .map(|(part, _)| part);
        part.unwrap_or_else(|| panic!("no {from} … {to} in {example}"))
    };
    let [start, middle, end] = PARTS;
    let (old, new) = (part(start, middle), part(middle, end));
    let printed = redline::print(&markdown(old), &markdown(new));
    format!("{start}\n{old}{middle}\n{new}{end}\n{printed}\n")
}
