//! Ways in which pages are built, each small: nothing of the policy is lost, nothing else kept.

use policy_diff::{document, model::Document};

const TEXT: &str = "We use what you give us to do what you asked us for, and for nothing else at all, and we delete it when that is done.";

fn html(source: &str) -> Document {
    document::read("page.html", source.as_bytes())
}

/// Headings with their level, and blocks, in order; `TEXT` for the paragraph above.
fn outline(source: &str) -> Vec<String> {
    let document = html(source);
    let mut lines = Vec::new();
    for section in &document.sections {
        if section.level > 0 {
            lines.push(format!("{} {}", section.level, section.heading));
        }
        for id in section.block_ids() {
            lines.push(document.block(id).text.replace(TEXT, "TEXT"));
        }
    }
    lines
}

fn check(body: &str, expected: &[&str]) {
    let page = format!(
        "<!doctype html><html><body>{}</body></html>",
        body.replace("TEXT", TEXT)
    );
    assert_eq!(outline(&page), expected, "{body}");
}

#[test]
fn banners_by_whatever_name() {
    let policy = "<main><h1>Privacy</h1><p>TEXT</p></main>";
    for banner in [
        "<div id='CybotCookiebotDialog' role='dialog'><p>We value your privacy.</p><button>OK</button></div>",
        "<div class='cc-window cc-banner'><span>This website uses cookies.</span><a class='cc-btn'>Got it</a></div>",
        "<div id='didomi-host'><p>Nous et nos partenaires utilisons des cookies.</p><button>Accepter</button></div>",
        "<div id='usercentrics-root'><p>Wir verwenden Cookies.</p><button>Alle akzeptieren</button></div>",
        "<div aria-modal='true'><h2>Your choices</h2><button>Accept</button></div>",
        "<section class='rgpd-bandeau'><p>Ce site utilise des cookies.</p><button>Refuser</button></section>",
        "<div class='dsgvo-hinweis'><p>Diese Seite nutzt Cookies.</p><button>Verstanden</button></div>",
        "<dialog open><p>Subscribe to our newsletter!</p></dialog>",
    ] {
        check(&format!("{banner}{policy}"), &["1 Privacy", "TEXT"]);
        let inside = policy.replace("<main>", &format!("<main>{banner}"));
        check(&inside, &["1 Privacy", "TEXT"]);
    }
}

#[test]
fn closed_accordions_are_read() {
    check(
        "<main><h1>Privacy</h1><p>TEXT</p><details><summary>Cookies</summary><p>None at all.</p></details></main>",
        &["1 Privacy", "TEXT", "2 Cookies", "None at all."],
    );
    check(
        "<main><h1>Privacy</h1><p>TEXT</p><h2><button aria-controls='p1'>Cookies</button></h2><div id='p1' class='accordion-panel' hidden><p>None at all.</p></div></main>",
        &["1 Privacy", "TEXT", "2 Cookies", "None at all."],
    );
    check(
        "<main><h1>Privacy</h1><p>TEXT</p><h2>Cookies</h2><div role='region' style='display: none'>None at all.</div></main>",
        &["1 Privacy", "TEXT", "2 Cookies", "None at all."],
    );
}

#[test]
fn several_articles_are_one_policy() {
    check(
        "<nav><a href='/'>Home</a></nav><article><h2>Data</h2><p>TEXT TEXT TEXT TEXT</p></article><article><h2>Cookies</h2><p>TEXT TEXT</p></article>",
        &["2 Data", "TEXT TEXT TEXT TEXT", "2 Cookies", "TEXT TEXT"],
    );
}

#[test]
fn a_sidebar_with_the_contents() {
    check(
        "<main><aside><ul><li><a href='#a'>Data</a></li><li><a href='#b'>Cookies</a></li><li><a href='#c'>Rights</a></li></ul></aside><h1>Privacy</h1><p>TEXT</p><h2 id='a'>Data</h2><p>TEXT</p><h2 id='b'>Cookies</h2><p>TEXT</p><h2 id='c'>Rights</h2><p>TEXT</p></main>",
        &[
            "1 Privacy",
            "TEXT",
            "2 Data",
            "TEXT",
            "2 Cookies",
            "TEXT",
            "2 Rights",
            "TEXT",
        ],
    );
}

#[test]
fn a_date_beside_the_main_element() {
    check(
        "<header><h1>Privacy</h1><p>Last updated: 3 March 2021</p><p>3 April 2024</p></header><main><h2>Data</h2><p>TEXT</p></main>",
        &["1 Privacy", "Last updated: 3 March 2021", "2 Data", "TEXT"],
    );
    check(
        "<main><h1>Privacy</h1><p>TEXT</p></main><footer><div><span>Stand: 25. Mai 2018</span></div><p>© 2018 Muster GmbH</p></footer>",
        &["1 Privacy", "TEXT", "Stand: 25. Mai 2018"],
    );
}

#[test]
fn titles_in_bold_and_paragraphs_between_breaks() {
    check(
        "<div><p><b>1. Responsable du traitement</b></p><p>TEXT</p><p><b><span>2. Vos droits</span></b></p>TEXT<br><br>TEXT<br/>TEXT</div>",
        &[
            "1 1. Responsable du traitement",
            "TEXT",
            "1 2. Vos droits",
            "TEXT",
            "TEXT TEXT",
        ],
    );
}

#[test]
fn what_nobody_sees_is_not_read() {
    check(
        "<!-- <p>old text</p> --><noscript><p>Please enable JavaScript.</p></noscript><template><p>tpl</p></template><svg><title>Logo</title><text>Logo</text></svg><style>p{}</style><h1>Privacy</h1><p>TEXT</p><script>var p = '<p>code</p>';</script>",
        &["1 Privacy", "TEXT"],
    );
}

#[test]
fn a_layout_of_tables() {
    check(
        "<table><tr><td><ul><li><a href='/'>Home</a></li><li><a href='/a'>About</a></li><li><a href='/c'>Contact</a></li></ul></td><td><h1>Privacy</h1><p>TEXT</p><table><tr><th>Data</th><th>Kept</th></tr><tr><td>Name</td><td>2 years</td></tr></table></td></tr></table>",
        &["1 Privacy", "TEXT", "Data | Kept", "Name | 2 years"],
    );
}

#[test]
fn a_german_page_without_any_semantic_tags() {
    check(
        "<div class='kopf'><div class='navi'><a href='/'>Start</a> <a href='/impressum'>Impressum</a> <a href='/kontakt'>Kontakt</a></div></div><div class='inhalt'><div class='titel'><strong>Datenschutzerklärung</strong></div><div>TEXT</div><div><strong>Verantwortlicher</strong></div><div>TEXT</div></div><div class='footer'><a href='/impressum'>Impressum</a></div>",
        &[
            "1 Datenschutzerklärung",
            "TEXT",
            "2 Verantwortlicher",
            "TEXT",
        ],
    );
}
