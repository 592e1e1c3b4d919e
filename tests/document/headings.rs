//! What is a heading and what only looks like one, after real policies.

use policy_diff::{document, model::Document};

fn read(name: &str, source: &str) -> Document {
    document::read(name, source.as_bytes())
}

/// Headings in order; those that nobody marked have a star.
fn check(name: &str, source: &str, expected: &[&str]) {
    let document = read(name, source);
    let headings: Vec<String> = document
        .sections
        .iter()
        .filter(|section| section.level > 0)
        .map(|s| format!("{}{}", if s.recovered { "*" } else { "" }, s.heading))
        .collect();
    assert_eq!(headings, expected, "{source}");
}

const TEXT: &str =
    "We use what you give us to do what you asked us for, and for nothing else at all.";

#[test]
fn items_that_a_sentence_announces_are_no_headings() {
    check(
        "github.md",
        &format!(
            "# Cookies\n\nYou have several options:\n\n 1. **On our marketing pages**\n\n    {TEXT}\n\n 2. **For all websites**\n\n    {TEXT}\n    - One\n    - Two\n"
        ),
        &["Cookies"],
    );
    check(
        "github.html",
        &format!(
            "<h1>Cookies</h1><p>You have several options:</p><ol><li><p><strong>On our marketing pages</strong></p><p>{TEXT}</p></li><li><p><strong>For all websites</strong></p><p>{TEXT}</p></li></ol>"
        ),
        &["Cookies"],
    );
}

#[test]
fn bulleted_lead_ins_are_no_headings() {
    check(
        "firefox.md",
        &format!(
            "### Marketing\n\n* __Campaign data__: {TEXT}\n\n* __Technical & Interaction Data__:\n\n    _On iOS and Android_: {TEXT}\n"
        ),
        &["Marketing"],
    );
}

#[test]
fn sections_written_as_a_numbered_list_are_headings() {
    let source = format!(
        "# Policy\n\n1. **Scope**\n\n   {TEXT}\n\n2. **Cookies**\n\n   {TEXT}\n\n3. **Rights**\n\n   {TEXT}\n"
    );
    check(
        "a.md",
        &source,
        &["Policy", "*1. Scope", "*2. Cookies", "*3. Rights"],
    );
    let plain = format!("# Policy\n\n1. Scope\n\n{TEXT}\n\n2. Cookies\n\n{TEXT}\n");
    check("a.md", &plain, &["Policy", "*1. Scope", "*2. Cookies"]);
}

#[test]
fn the_name_of_a_service_with_its_link_is_no_heading() {
    check(
        "firefox.md",
        &format!(
            "### Security\n\n{TEXT}\n\n**[Cloudflare](https://example.org/policy)**\n\n**Updates**: {TEXT}\n"
        ),
        &["Security"],
    );
}

#[test]
fn a_long_title_in_plain_text() {
    check(
        "medium.txt",
        &format!(
            "Medium Privacy\n\n{TEXT}{TEXT}{TEXT}\n\nHow to Delete Your Account and What Happens When You Delete Your Account\n{TEXT}{TEXT}{TEXT}\n\nWe will tell you before we change anything in how we treat your data here\n{TEXT}{TEXT}{TEXT}\n"
        ),
        &[
            "*Medium Privacy",
            "*How to Delete Your Account and What Happens When You Delete Your Account",
        ],
    );
}

#[test]
fn a_title_between_the_lines_of_a_paragraph() {
    check(
        "medium.md",
        &format!(
            "# Policy\n\n{TEXT} {TEXT}\n\npostId: the post that was viewed\nModifying your personal information\n{TEXT} {TEXT}\n"
        ),
        &["Policy", "*Modifying your personal information"],
    );
    let html = format!("<h1>Policy</h1><p>{TEXT}<br><b>Cookies</b><br>{TEXT}</p>");
    check("a.html", &html, &["Policy", "*Cookies"]);
}

#[test]
fn lines_of_addresses_are_no_titles() {
    check(
        "datenanfragen.md",
        &format!(
            "# Kontakt\n\nVertreten durch den Vorstand: Anna Muster und Bea Muster  \n{TEXT} {TEXT}\n\nAutomattic Inc.  \n60 29th Street  \nSan Francisco, {TEXT}\n"
        ),
        &["Kontakt"],
    );
}

#[test]
fn a_text_whose_titles_nobody_marked_at_all() {
    let paragraph = TEXT.repeat(7);
    let markdown = format!(
        "Privacy Policy\n\n{paragraph}\n\nCookies\n\n{paragraph}\n\nYour Rights\n\n{paragraph}\n\nYork\n"
    );
    let expected = ["*Privacy Policy", "*Cookies", "*Your Rights"];
    check("a.md", &markdown, &expected);
    let page = markdown.replace("\n\n", "</p><p>");
    check("a.html", &format!("<div><p>{page}</p></div>"), &expected);
}

const SENTENCE: &str = "The list of singers stays in the locker of the choir until the summer.";

#[test]
fn one_marked_heading_does_not_hide_the_unmarked_ones() {
    let source = format!(
        "# Choir\n\nNames\n\n{SENTENCE}\n\nPhotos\n\n{SENTENCE}\n\nLetters\n\n{SENTENCE}\n\n## Appendix\n\n{SENTENCE}\n"
    );
    let expected = ["Choir", "*Names", "*Photos", "*Letters", "Appendix"];
    check("a.md", &source, &expected);
}

#[test]
fn sections_of_a_law_and_named_parts() {
    let german = "Wir führen eine Liste der Mitglieder, die nach dem Austritt gelöscht wird.";
    check(
        "a.md",
        &format!(
            "# Datenschutz\n\nArtikel 1 – Zweck\n\n{german}\n\nArtikel 2 – Dauer\n\n{german}\n\nArtikel 6 Abs. 1 DSGVO erlaubt das.\n"
        ),
        &["Datenschutz", "*Artikel 1 – Zweck", "*Artikel 2 – Dauer"],
    );
    check(
        "a.txt",
        &format!("DATENSCHUTZ\n\n§ 1 Zweck\n{german}\n§ 2 Dauer\n{german}\n"),
        &["*DATENSCHUTZ", "*§ 1 Zweck", "*§ 2 Dauer"],
    );
    check(
        "a.md",
        &format!(
            "# Questions\n\nQ1. What do you keep?\n\n{SENTENCE}\n\nQ2. How long?\n\n{SENTENCE}\n"
        ),
        &["Questions", "*Q1. What do you keep?", "*Q2. How long?"],
    );
}

#[test]
fn titles_in_a_script_without_capitals() {
    let chinese = "我们在会员参加合唱团期间保存其姓名，并在其离开后继续保存两年，以便寄送节目单。";
    check(
        "a.md",
        &format!(
            "# 隐私政策\n\n收集的信息\n\n{chinese}\n\n信息的使用\n\n{chinese}\n\n您的权利\n\n{chinese}\n"
        ),
        &["隐私政策", "*收集的信息", "*信息的使用", "*您的权利"],
    );
}

#[test]
fn indented_sub_headings_of_plain_text() {
    let french = "La liste des chanteurs reste dans le placard de la chorale jusqu’à l’été.";
    let source = format!(
        "CHORALE\n\nDonnées\n\n  Noms :\n\n    {french}\n\n  Photos :\n\n    {french}\n\n  Lettres :\n\n    {french}\n\nDestinataires\n\n    {french}\n"
    );
    let document = read("a.txt", &source);
    let outline: Vec<(u8, &str)> = document
        .sections
        .iter()
        .map(|s| (s.level, s.heading.as_str()))
        .collect();
    let expected = [
        (1, "CHORALE"),
        (2, "Données"),
        (3, "Noms :"),
        (3, "Photos :"),
        (3, "Lettres :"),
        (2, "Destinataires"),
    ];
    assert_eq!(outline, expected);
}

#[test]
fn labels_of_cards_are_no_sections() {
    let card = |title: &str| {
        format!("**{title}**\n\n**Zweck**\n\n{SENTENCE}\n\n**Dauer**\n\n{SENTENCE}\n\n")
    };
    let cards: String = ["Formular", "Rundbrief", "Fotos"]
        .into_iter()
        .map(card)
        .collect();
    let expected = ["Datenschutz", "*Formular", "*Rundbrief", "*Fotos"];
    check("a.md", &format!("# Datenschutz\n\n{cards}"), &expected);
}

#[test]
fn chapters_told_again_for_another_country_are_sections() {
    let titles = [
        "Names", "Photos", "Letters", "Songs", "Keys", "Money", "Hall", "Bus", "Tea",
    ];
    let chapters: String = titles
        .iter()
        .map(|title| format!("**{title}**\n\n{SENTENCE}\n\n"))
        .collect();
    let source = format!("# A\n\n{chapters}# B\n\n{chapters}# C\n\n{chapters}");
    let found = read("a.md", &source).sections.len();
    assert_eq!(found, 3 + 3 * titles.len());
}

#[test]
fn a_table_of_contents_in_bold_is_one() {
    let titles = ["Names", "Photos", "Letters"];
    let entries: String = titles.iter().map(|t| format!("**{t}**\n\n")).collect();
    let chapters: String = titles
        .iter()
        .map(|title| format!("**{title}**\n\n{SENTENCE}\n\n"))
        .collect();
    let source = format!("# Choir\n\n{entries}{SENTENCE}\n\n{chapters}");
    check("a.md", &source, &["Choir", "*Names", "*Photos", "*Letters"]);
    let plain = format!(
        "Choir\n\n1. Names\n2. Photos\n3. Letters\n\n1. Names\n\n{SENTENCE}\n\n2. Photos\n\n{SENTENCE}\n\n3. Letters\n\n{SENTENCE}\n"
    );
    check(
        "a.txt",
        &plain,
        &["*Choir", "*1. Names", "*2. Photos", "*3. Letters"],
    );
}

#[test]
fn key_points_are_told_from_the_chapters() {
    let points = "**Names**\n\nOnly first ones, please.\n\n**Photos**\n\nNone at all of anybody.\n\n**Letters**\n\nTwo letters a year.\n\n";
    let chapters =
        format!("## Names\n\n{SENTENCE}\n\n## Photos\n\n{SENTENCE}\n\n## Letters\n\n{SENTENCE}\n");
    let expected = ["Choir", "Names", "Photos", "Letters"];
    check("a.md", &format!("# Choir\n\n{points}{chapters}"), &expected);
}

#[test]
fn lines_of_an_address_and_second_lines_of_sentences_are_no_headings() {
    let address = "Attn: Choir\n\n12 Stonegate\n\nYork, YO1 9AB";
    check(
        "a.md",
        &format!(
            "Choir\n\nNames\n\n{SENTENCE}\n\nContact\n\nWrite to this address of ours:\n\n{address}\n\n{SENTENCE}\n\nChanges\n\n{SENTENCE}\n"
        ),
        &["*Choir", "*Names", "*Contact", "*Changes"],
    );
    let long = TEXT.repeat(2);
    let wrapped = "Wenn wir gesetzlich verpflichtet sind, die von Ihnen genannten\nInformationen offenzulegen, werden wir versuchen, Ihnen eine\nVorankündigung mitzuteilen, es sei denn, dass es uns jemand verboten\nhat oder dass es offensichtlich keinen Zweck mehr hat.";
    check("a.md", &format!("# A\n\n{long}\n\n{wrapped}\n"), &["A"]);
}

#[test]
fn an_outline_of_bold_titles_and_lists() {
    check(
        "a.html",
        &format!(
            "<h1>Choir</h1><ol><li><b>Names</b><ol><li>First names.</li></ol></li><li><b>Photos</b><ul><li>None.</li></ul></li><li><b>Letters</b><p>{SENTENCE}</p></li></ol>"
        ),
        &["Choir", "*1. Names", "*2. Photos", "*3. Letters"],
    );
    check(
        "a.md",
        "# Choir\n\nYou have these rights:\n\n1. **Access**\n   - You may look.\n2. **Erasure**\n   - You may ask.\n",
        &["Choir"],
    );
    check(
        "a.md",
        "# Choir\n\n1. **Names**\n   1. First names.\n2. **Photos.** We take none of anybody at all.\n3. **Letters.** We send two letters a year to all.\n",
        &["Choir"],
    );
}
