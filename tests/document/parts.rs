//! Several texts in one file: which of them is read, and whose date counts.

use policy_diff::{document, model::Document};

fn read(name: &str, source: &str) -> Document {
    document::read(name, source.as_bytes())
}

fn date(document: &Document) -> Option<String> {
    document.effective_date.map(|date| date.to_string())
}

/// Sections of a policy that keeps letters for so many years.
fn sections(years: &str) -> String {
    format!(
        "## What we keep\n\nWe keep the letters that singers write to us.\n\n\
         ## How long\n\nWe keep them for {years} years after the last concert.\n\n\
         ## Who sees them\n\nOnly the secretary of the choir sees them.\n\n"
    )
}

fn check(name: &str, source: &str, years: &str, day: &str) {
    let document = read(name, source);
    let texts: Vec<&str> = document.blocks.iter().map(|b| b.text.as_str()).collect();
    let kept = texts
        .iter()
        .filter(|text| text.starts_with("We keep them for"));
    let expected = format!("We keep them for {years} years after the last concert.");
    assert_eq!(kept.collect::<Vec<_>>(), [&expected], "{name}");
    assert_eq!(date(&document).as_deref(), Some(day), "{name}");
    assert_eq!(document.problems.len(), 1, "{:?}", document.problems);
    assert!(document.problems[0].message.contains("not in force"));
}

#[test]
fn a_previous_version_below_is_left_out() {
    for (title, below) in [
        ("## Previous version", ""),
        ("# Frühere Fassung", ""),
        ("## Ancienne version", "# Privacy of the choir\n\n"),
    ] {
        let source = format!(
            "# Privacy of the choir\n\nEffective: 4 May 2024\n\n{}{title}\n\n{below}Effective: 3 April 2022\n\n{}",
            sections("two"),
            sections("nine").replace("## ", if below.is_empty() { "### " } else { "## " })
        );
        check("a.md", &source, "two", "2024-05-04");
    }
}

#[test]
fn of_two_dated_versions_the_one_in_force_is_read() {
    let [spring, autumn] = ["1 March 2024", "1 October 2024"];
    let version = |day: &str, years: &str| {
        format!(
            "# Privacy of the choir (applicable from {day})\n\nEffective: {day}\n\n{}",
            sections(years)
        )
    };
    let source = version(autumn, "two") + &version(spring, "nine");
    check("a.md", &source, "two", "2024-10-01");
    check("2024-06-30.md", &source, "nine", "2024-03-01");
    let source = version(spring, "nine") + &version(autumn, "two");
    check("2024-12-31.md", &source, "two", "2024-10-01");
}

#[test]
fn texts_that_all_apply_are_all_read() {
    let twice = format!("# Privacy\n\n{0}# Privacy\n\n{0}", sections("two"));
    let notice = |country: &str, day: &str| {
        format!(
            "# Notice for {country}\n\nEffective: {day}\n\n{}",
            sections("two")
        )
    };
    let notices = notice("Norway", "4 May 2024") + &notice("Sweden", "3 April 2022");
    let links = "# Privacy\n\nEffective: 4 May 2024\n\nWe keep letters.\n\n## Previous versions\n\n\
                 [3 April 2022](/a), [1 May 2021](/b)\n\n## Contact\n\nWrite to us.\n";
    for (source, blocks) in [(twice.as_str(), 6), (&notices, 8), (links, 4)] {
        let document = read("a.md", source);
        assert_eq!(
            (document.blocks.len(), document.problems.len()),
            (blocks, 0),
            "{source}"
        );
    }
}

#[test]
fn an_announced_version_does_not_date_this_one() {
    for announced in [
        "Our new policy comes into effect on 1 August 2024.",
        "Unsere neue Datenschutzerklärung gilt ab 1. August 2024.",
        "La nouvelle politique entre en vigueur le 1er août 2024.",
    ] {
        let source =
            format!("# Privacy\n\n{announced}\n\nLast updated: 4 May 2024\n\nWe keep letters.");
        assert_eq!(
            date(&read("a.md", &source)).as_deref(),
            Some("2024-05-04"),
            "{announced}"
        );
        let alone = format!("# Privacy\n\n{announced}\n\nWe keep letters.");
        assert_eq!(
            date(&read("a.md", &alone)).as_deref(),
            Some("2024-08-01"),
            "{announced}"
        );
    }
}

#[test]
fn the_date_of_a_later_text_in_the_file_is_not_that_of_the_first() {
    let source = "# Privacy\n\nLast updated: 4 May 2024\n\nWe keep letters.\n\n# Notice for Norway\n\n\
                  Last updated: 21 May 2024\n\nYou can ask for a copy.\n";
    assert_eq!(date(&read("a.md", source)).as_deref(), Some("2024-05-04"));
}
