//! Whole pages: the policy is found, the page around it is left out, nothing of the text is lost.

use policy_diff::{
    document,
    model::{Document, MarkKind},
};
use std::{fmt::Write, fs, path::PathBuf};

fn fixture(name: &str) -> (String, Document) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/fixtures/document")
        .join(name);
    let source = fs::read_to_string(path).expect("the fixture is part of the project");
    let document = document::read(name, source.as_bytes());
    (source, document)
}

fn html(source: &str) -> Document {
    document::read("page.html", source.as_bytes())
}

/// One line for each heading and block: level or kind, then the text.
fn outline(document: &Document) -> String {
    let mut out = String::new();
    for section in &document.sections {
        if section.level > 0 {
            let star = if section.recovered { "*" } else { "" };
            writeln!(out, "{}{star} {}", section.level, section.heading)
                .expect("a string takes all");
        }
        for id in section.block_ids() {
            let block = document.block(id);
            writeln!(out, "{:?}{} {}", block.kind, block.depth, block.text)
                .expect("a string takes all");
        }
    }
    out
}

fn check(source: &str, expected: &[&str]) {
    let got = outline(&html(source));
    assert_eq!(got.lines().collect::<Vec<_>>(), expected, "{source}");
}

#[test]
fn a_page_with_navigation_banner_and_footer() {
    let (_, document) = fixture("page-with-chrome.html");
    let expected = "\
1 Privacy notice
Paragraph0 Last updated: 3 March 2021
2 What we collect
Paragraph0 We keep your name and your address – nothing else — for as long as you are a subscriber. Afterwards they are deleted.
TableRow0 Data | Kept for
TableRow0 Name | 2 years
TableRow0 Address | 1 year
2 Who gets it
Paragraph0 Our printer gets your address, so that it can send the books that you order from us. Nobody else gets it, whatever they offer. If a court makes us give your data to an authority, we tell you so before we do it, unless the law forbids that.
ListItem0 Printer
ListItem1 Hargreave & Sons, York
ListItem0 Post office
Paragraph0 Controller
ListItem0 Larkspur Press, York
2 Your rights
Paragraph0 Write to privacy@larkspur.example.
3* For readers in California
Paragraph0 You have the right to know what we know of you.
";
    assert_eq!(outline(&document), expected);
    assert_eq!(document.title.as_deref(), Some("Privacy notice"));
    assert_eq!(document.language, "en-GB");
    assert_eq!(
        document.effective_date.map(|d| d.to_string()).as_deref(),
        Some("2021-03-03")
    );
}

#[test]
fn a_page_of_tables_divs_and_breaks() {
    let (_, document) = fixture("page-of-divs.html");
    let expected = "\
1* PRIVACY POLICY
Paragraph0 Moorland Telephone respects your privacy. This page says what we know of the people who use our lines, and why.
2* 1. What we know
Paragraph0 We know the numbers you call and for how long you speak, since we have to send you a bill for it at the end of the month.
Paragraph0 We do not listen.
2* 2. Who else knows
Paragraph0 Nobody, apart from the exchange in the next town.
3* 2.1 Courts
Paragraph0 Courts may ask, and then we have to answer. We shall tell you that they did as soon as we may.
";
    assert_eq!(outline(&document), expected);
}

#[test]
fn a_page_of_a_blog_system() {
    let (_, document) = fixture("page-of-a-blog.html");
    let expected = "\
2 Datenschutzerklärung
3 1. Datenschutz auf einen Blick
4 Allgemeine Hinweise
Paragraph0 Die folgenden Hinweise geben einen einfachen Überblick darüber, was mit Ihren personenbezogenen Daten passiert.
5* Wer ist verantwortlich für die Datenerfassung auf dieser Website?
Paragraph0 Die Datenverarbeitung auf dieser Website erfolgt durch den Websitebetreiber.
Paragraph0 Muster GmbH Musterstraße 1 12345 Musterstadt
Paragraph0 Telefon: 0123 E-Mail: info@muster.example
ListItem0 Auskunft: Sie haben das Recht auf Auskunft.
ListItem0 Löschung
Paragraph0 nach Art. 17
TableRow0 Cookie | Dauer
TableRow0 _ga | 2 Jahre
Paragraph0 Stand: 25. Mai 2018
";
    assert_eq!(outline(&document), expected);
    assert_eq!(
        document.effective_date.map(|d| d.to_string()).as_deref(),
        Some("2018-05-25")
    );
}

fn without_tags(source: &str) -> String {
    source
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect()
}

#[test]
fn spans_point_at_the_text_in_the_source() {
    for name in ["page-with-chrome.html", "page-of-divs.html"] {
        let (source, document) = fixture(name);
        for block in &document.blocks {
            let found = without_tags(&source[block.span.clone()]);
            let first = block.text.split(' ').next().unwrap_or_default();
            let last = block.text.rsplit(' ').next().unwrap_or_default();
            assert!(
                found.starts_with(first) && found.ends_with(last),
                "{found} for {}",
                block.text
            );
        }
    }
}

#[test]
fn marks_keep_links_and_emphasis() {
    let document = html("<p>Ask <a href='/dpo'>our <b>officer</b></a> now.</p>");
    let block = &document.blocks[0];
    let marks: Vec<(&str, &MarkKind)> = block
        .marks
        .iter()
        .map(|mark| (&block.text[mark.range.clone()], &mark.kind))
        .collect();
    let link = MarkKind::Link("/dpo".to_owned());
    assert_eq!(
        marks,
        [("our officer", &link), ("officer", &MarkKind::Strong)]
    );
}

#[test]
fn empty_and_scripted_pages_say_so() {
    for source in [
        "<html><body></body></html>",
        "<script>var a = 'text';</script>",
        "<!-- nothing -->",
    ] {
        let document = html(source);
        assert!(document.blocks.is_empty());
        assert!(document.problems[0].message.contains("no text"));
    }
}

#[test]
fn lists_quotes_and_headings_in_odd_places() {
    check(
        "<ul><li>One<p>more</p><ul><li>Two</li></ul></li></ul>",
        &["ListItem0 One", "Paragraph0 more", "ListItem1 Two"],
    );
    check(
        "<blockquote><p>Said</p><blockquote>Again</blockquote></blockquote>",
        &["Quote0 Said", "Quote1 Again"],
    );
    check(
        "<table><tr><td><h2>Cookies</h2><p>None.</p></td></tr></table>",
        &["2 Cookies", "Paragraph0 None."],
    );
    check(
        "<h2><div>Two<br>lines</div></h2><p>Text</p>",
        &["2 Two lines", "Paragraph0 Text"],
    );
    check(
        "<div role=heading aria-level=3>Rights</div><p>Text</p>",
        &["3 Rights", "Paragraph0 Text"],
    );
    check(
        "<p>info@a.example<span>+1 512</span></p><pre>a\n  b</pre>",
        &["Paragraph0 info@a.example+1 512", "Code0 a b"],
    );
    check(
        "<h2></h2><h3> &nbsp; </h3><p>Text</p>",
        &["Paragraph0 Text"],
    );
}

#[test]
fn the_title_above_the_main_part_is_kept() {
    check(
        "<header><div><h1>Privacy notice</h1></div></header><main><h2>Data</h2><p>We keep what you give us.</p></main>",
        &[
            "1 Privacy notice",
            "2 Data",
            "Paragraph0 We keep what you give us.",
        ],
    );
}

#[test]
fn a_list_of_links_inside_the_text_stays() {
    check(
        "<p>We send your data to these companies, which use it for advertising on their own account:</p><ul><li><a href='https://a.example'>Alpha</a></li><li><a href='https://b.example'>Beta</a></li><li><a href='https://c.example'>Gamma</a></li></ul>",
        &[
            "Paragraph0 We send your data to these companies, which use it for advertising on their own account:",
            "ListItem0 Alpha",
            "ListItem0 Beta",
            "ListItem0 Gamma",
        ],
    );
}

#[test]
fn names_alone_do_not_make_chrome() {
    check(
        "<div class='section-header'><h2><a href='#data'>Data</a></h2></div><p>See our <a class='nav-link' href='/c'>cookie notice</a>.</p>",
        &["2 Data", "Paragraph0 See our cookie notice."],
    );
    check(
        "<ul class='shared-partners'><li><a href='https://a.example'>Alpha</a></li></ul>",
        &["ListItem0 Alpha"],
    );
    check(
        "<main><section id='cookie-consent'><h2>Cookie consent</h2><p>You may withdraw your consent to cookies at any time, which does not change what we did before. To do so, open the settings again, choose the cookies that you no longer want, and save. We then delete what they stored, as far as we can, and tell our partners to do the same.</p><button>Settings</button></section></main>",
        &[
            "2 Cookie consent",
            "Paragraph0 You may withdraw your consent to cookies at any time, which does not change what we did before. To do so, open the settings again, choose the cookies that you no longer want, and save. We then delete what they stored, as far as we can, and tell our partners to do the same.",
        ],
    );
}

#[test]
fn a_generated_policy_with_contents_in_bold() {
    let text = "<div>We process what you give us, in order to give you what you asked for.</div>";
    let source = format!(
        "<div><strong>PRIVACY NOTICE</strong></div><div><br></div><div><strong>Last updated <span>May 01, 2023</span></strong></div>{text}\
         <div><strong>TABLE OF CONTENTS</strong></div>\
         <div><strong><a href='#a'>1. WHAT DO WE COLLECT?</a></strong></div>\
         <div><strong><a href='#b'>2. HOW DO WE USE IT?</a></strong></div>\
         <div><strong><a href='#c'>3. HOW CAN YOU REACH US?</a></strong></div>\
         <div id='a'><strong>1. WHAT DO WE COLLECT?</strong></div><div><strong><em>In Short:</em></strong> <em>Little.</em></div>{text}\
         <div id='b'><strong>2. HOW DO WE USE IT?</strong></div>{text}\
         <div id='c'><strong>3. HOW CAN YOU REACH US?</strong></div><div>By letter.</div>"
    );
    let document = html(&source);
    let headings: Vec<&str> = document
        .sections
        .iter()
        .map(|s| s.heading.as_str())
        .collect();
    assert_eq!(
        headings,
        [
            "PRIVACY NOTICE",
            "1. WHAT DO WE COLLECT?",
            "2. HOW DO WE USE IT?",
            "3. HOW CAN YOU REACH US?"
        ]
    );
    assert_eq!(document.blocks.len(), 6);
    assert_eq!(
        document.effective_date.map(|d| d.to_string()).as_deref(),
        Some("2023-05-01")
    );
}
