//! Tests of recovered headings.

use crate::{Format, read_as};
use model::Section;

/// Headings of a Markdown text, recovered ones with a star.
fn check(source: &str, expected: &[&str]) {
    let document = read_as(Format::Markdown, source.as_bytes());
    let show = |s: &Section| format!("{}{}", if s.recovered { "*" } else { "" }, s.heading);
    let got: Vec<String> = document.sections.iter().map(show).collect();
    assert_eq!(got, expected, "{source}");
}

const TEXT: &str = "We process what you give us, in order to give you what you asked for.";

#[test]
fn a_line_only_in_bold_is_a_heading() {
    check(&format!("# A\n\n**Cookies**\n\n{TEXT}"), &["A", "*Cookies"]);
    check(
        &format!("# A\n\n**Who we are?**\n\n{TEXT}"),
        &["A", "*Who we are?"],
    );
    check(
        &format!("# A\n\n**Cookies**  \n{TEXT}{TEXT}"),
        &["A", "*Cookies"],
    );
}

#[test]
fn lead_ins_and_sentences_in_bold_are_text() {
    check(&format!("# A\n\n**Right of Access.** {TEXT}"), &["A"]);
    check(
        &format!("# A\n\n* **Access.**\n* **Erasure**\n\n{TEXT}"),
        &["A"],
    );
    check(
        &format!("# A\n\n**When required under applicable law.**\n\n{TEXT}"),
        &["A"],
    );
    check(
        &format!(
            "# A\n\n**If you feel that we are not abiding by this privacy policy, you should contact us at a@b.org.**\n\n{TEXT}"
        ),
        &["A"],
    );
    check("# A\n\nText.\n\n**The end**", &["A"]);
    check(
        "# A\n\n**Larkspur Press Ltd.**\n\n12 Stonegate, York",
        &["A"],
    );
    check(&format!("# A\n\n**May 3, 2020**\n\n{TEXT}"), &["A"]);
    check(&format!("# A\n\n**privacy@example.org**\n\n{TEXT}"), &["A"]);
}

#[test]
fn a_name_over_an_announced_address_is_no_heading() {
    let name = "# A\n\nOur address is:\n\n**Larkspur Privacy Team**\n\n";
    let postal = "Larkspur Press  \n12 Stonegate  \nYork";
    check(&format!("{name}{postal}"), &["A"]);
    check(&format!("{name}privacy@larkspur.example"), &["A"]);
    check(&format!("{name}+44 1904 555 010"), &["A"]);
    check(&format!("{name}{TEXT}"), &["A", "*Larkspur Privacy Team"]);
    check(
        &format!("# A\n\n{TEXT}\n\n**Contact**\n\n{postal}"),
        &["A", "*Contact"],
    );
}

#[test]
fn numbered_and_capital_lines_are_headings() {
    check(
        &format!("1\\. Scope\n\n{TEXT}\n\n1.1 Terms\n\n{TEXT}"),
        &["*1. Scope", "*1.1 Terms"],
    );
    check(
        &format!("COOKIES AND LOGS\n\n{TEXT}"),
        &["*COOKIES AND LOGS"],
    );
    check(
        &format!("1. **Scope**\n\n{TEXT}\n\n2. **Terms**\n\n{TEXT}"),
        &["*1. Scope", "*2. Terms"],
    );
}

#[test]
fn a_date_is_no_heading_whatever_its_size() {
    check(
        "# Policy\n\n### Last updated: May 3, 2020\n\nText.",
        &["Policy"],
    );
    check(
        "# Privacy policy, effective May 3, 2020\n\nText.",
        &["Privacy policy, effective May 3, 2020"],
    );
}

#[test]
fn sentences_without_spaces_are_no_titles() {
    check(
        "# 規約\n\n**個人情報の利用目的**\n\n当社は個人情報を利用します。",
        &["規約", "*個人情報の利用目的"],
    );
    let sentence = "当社は次の目的のためにお客様の個人情報を適切に取得し利用し保管しその範囲を超えて利用することはありません";
    check(
        &format!("# 規約\n\n**{sentence}**\n\n本文です。"),
        &["規約"],
    );
}

#[test]
fn levels_go_below_the_marked_heading() {
    let source = format!("## A\n\n**B**\n\n{TEXT}\n\n1.2 C\n\n{TEXT}\n\n1.3 D\n\n{TEXT}");
    let document = read_as(Format::Markdown, source.as_bytes());
    let levels: Vec<u8> = document.sections.iter().map(|s| s.level).collect();
    assert_eq!(levels, [2, 3, 4, 4]);
}
