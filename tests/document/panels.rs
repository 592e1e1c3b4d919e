//! Accordions, tabs and closed panels: their text is read, and what opens them is their heading.

use policy_diff::document;

const INTRO: &str = "We lend bicycles, and this page says what we do with your data.";
const KEEP: &str = "We keep the number of your bicycle for two years.";
const ASK: &str = "The police get it when they ask with a warrant.";

/// Headings after a sign, and passages, of a page with these parts after an introduction.
fn outline(parts: &str) -> Vec<String> {
    let parts = parts.replace("KEEP", KEEP).replace("ASK", ASK);
    let page = format!(
        "<!doctype html><html><body><main><h1>Privacy of Rowan</h1><p>{INTRO}</p>{parts}</main></body></html>"
    );
    let document = document::read("page.html", page.as_bytes());
    let mut lines = Vec::new();
    for section in &document.sections {
        if section.level > 1 {
            lines.push(format!("# {}", section.heading));
        }
        for id in section.block_ids() {
            let text = &document.block(id).text;
            if text != INTRO {
                lines.push(text.replace(KEEP, "KEEP").replace(ASK, "ASK"));
            }
        }
    }
    lines
}

#[track_caller]
fn check(parts: &str, expected: &[&str]) {
    assert_eq!(outline(parts), expected, "{parts}");
}

/// Two panels with their titles.
const TWO: [&str; 4] = ["# What we keep", "KEEP", "# Who asks", "ASK"];

#[test]
fn a_control_that_opens_a_panel_is_its_heading() {
    for [before, between, after, end] in [
        [
            "<div><button aria-expanded=false>",
            "</button></div><div><p>",
            "</p></div>",
            "",
        ],
        [
            "<div role=button aria-expanded=false tabindex=0>",
            "</div><div hidden>",
            "</div>",
            "",
        ],
        [
            "<div><a role=button href='#'>",
            "</a></div><div style='display:none'>",
            "</div>",
            "",
        ],
        ["<details><summary>", "</summary><p>", "</p></details>", ""],
        [
            "<section class=accordion__item><div class=accordion__title>",
            "</div><div>",
            "</div></section>",
            "",
        ],
        [
            "<div class=faq-item><div class=faq-question>",
            "</div><div class=faq-answer>",
            "</div></div>",
            "",
        ],
        [
            "<div class=card><h5><button class='btn collapsed' data-toggle=collapse>",
            "</button></h5><div class=collapse>",
            "</div></div>",
            "",
        ],
        [
            "<amp-accordion><section><header>",
            "</header><div>",
            "</div></section></amp-accordion>",
            "",
        ],
        ["<dl class=faq><dt>", "</dt><dd>", "</dd></dl>", ""],
        [
            "<dl><dt><button aria-expanded=true>",
            "</button></dt><dd><p>",
            "</p></dd></dl>",
            "",
        ],
        [
            "<div><label class=tab-label>",
            "</label><div class=tab-content>",
            "</div></div>",
            "",
        ],
        [
            "<button aria-expanded=false><h3>",
            "</h3></button><div hidden>",
            "</div>",
            "",
        ],
        [
            "<h3><span role=button aria-expanded=false>",
            "</span></h3><div hidden>",
            "</div>",
            "",
        ],
    ] {
        let item = |title: &str, text: &str| format!("{before}{title}{between}{text}{after}{end}");
        let parts = item("What we keep", "KEEP") + &item("Who asks", "ASK");
        check(&parts, &TWO);
    }
}

#[test]
fn a_box_to_tick_opens_what_is_behind_its_label() {
    check(
        "<input type=checkbox id=a><label for=a>What we keep</label><div>KEEP</div>\
         <input type=checkbox id=b><label for=b>Who asks</label><div>ASK</div>",
        &TWO,
    );
}

#[test]
fn tabs_stand_over_their_panels() {
    check(
        "<div role=tablist><button role=tab aria-controls=p>What we keep</button>\
         <button role=tab aria-controls=q>Who asks</button></div>\
         <div role=tabpanel id=p>KEEP</div><div role=tabpanel id=q hidden>ASK</div>",
        &TWO,
    );
    check(
        "<ul class=nav><li><a data-toggle=tab href='#p'>One</a></li><li><a data-toggle=tab href='#q'>Two</a></li></ul>\
         <div id=p><h2>What we keep</h2>KEEP</div><div id=q class=tab-pane><h2>Who asks</h2>ASK</div>",
        &TWO,
    );
}

#[test]
fn what_is_hidden_behind_a_heading_is_its_text() {
    for hidden in [
        "hidden",
        "style='display: none'",
        "style='visibility:hidden;height:0'",
        "aria-hidden=true",
    ] {
        let parts = format!(
            "<h2>What we keep</h2><div {hidden}><p>KEEP</p></div><h2>Who asks</h2><section><div {hidden}>ASK</div></section>"
        );
        check(&parts, &TWO);
    }
    check(
        "<p><b>What we keep</b></p><div hidden>KEEP</div><p><b>Who asks</b></p><div hidden>ASK</div>",
        &TWO,
    );
}

#[test]
fn controls_and_hidden_marks_that_are_no_part_of_the_text() {
    check(
        "<h2>What we keep</h2><div hidden>The link was copied.</div><p>KEEP</p><button>Print this page</button><p>ASK</p>",
        &["# What we keep", "KEEP", "ASK"],
    );
    check(
        "<button aria-expanded=false aria-controls=m>Menu</button><div id=m hidden><a href='/'>Home</a> <a href='/a'>About us</a></div><p>KEEP</p>",
        &["KEEP"],
    );
    check(
        "<p>KEEP</p><button aria-expanded=false>Read more</button><div hidden>ASK</div>\
         <p>ASK</p><button aria-expanded=false>Read more</button><div hidden>KEEP</div>",
        &["KEEP", "ASK", "ASK", "KEEP"],
    );
    check(
        "<dl><dt>Controller</dt><dd>Rowan Ltd</dd></dl>",
        &["Controller", "Rowan Ltd"],
    );
}

#[test]
fn what_browsers_show_as_the_inside_of_an_element_is_read() {
    check(
        "<div><template shadowrootmode=open><h2>What we keep</h2><p>KEEP</p></template></div>",
        &["# What we keep", "KEEP"],
    );
}
