//! Tables of data give a row for each row; tables for layout give what is in their cells.

use policy_diff::{document, model::BlockKind};

const TEXT: &str =
    "We keep the number of your bicycle for two years after you have brought it back.";

/// Headings and passages; rows of tables after a sign.
#[track_caller]
fn check(table: &str, expected: &[&str]) {
    let page = format!("<html><body>{}</body></html>", table.replace("TEXT", TEXT));
    let document = document::read("page.html", page.as_bytes());
    let mut lines = Vec::new();
    for section in &document.sections {
        if section.level > 0 {
            lines.push(format!("# {}", section.heading));
        }
        for id in section.block_ids() {
            let block = document.block(id);
            let sign = if block.kind == BlockKind::TableRow {
                "= "
            } else {
                ""
            };
            lines.push(format!("{sign}{}", block.text.replace(TEXT, "TEXT")));
        }
    }
    assert_eq!(lines, expected, "{table}");
}

#[test]
fn a_cell_over_several_rows_stands_in_each() {
    check(
        "<table><tr><th>Purpose<th>Basis<th>Data<tr><td>Lending<td rowspan=2>contract<td>name<tr><td>Billing<td>account<tr><td>News<td>consent<td>mail</table>",
        &[
            "= Purpose | Basis | Data",
            "= Lending | contract | name",
            "= Billing | contract | account",
            "= News | consent | mail",
        ],
    );
    check(
        "<table><tr><td>Lending<td rowspan=2>contract<tr><td>Billing<tr><td>News<td>consent</table>",
        &[
            "= Lending | contract",
            "= Billing | contract",
            "= News | consent",
        ],
    );
    check(
        "<table><tbody><tr><td rowspan=0>Lending<td>name<tr><td>number</tbody><tbody><tr><td>News<td>mail</tbody></table>",
        &["= Lending | name", "= Lending | number", "= News | mail"],
    );
}

#[test]
fn a_header_over_several_columns_stands_over_each() {
    check(
        "<table><tr><th rowspan=2>Cookie<th colspan=2>Kept<tr><th>browser<th>server<tr><td>sid<td>a day<td>a week<tr><td colspan=2>all others<td>a month</table>",
        &[
            "= Cookie | Kept | Kept",
            "= Cookie | browser | server",
            "= sid | a day | a week",
            "= all others | | a month",
        ],
    );
    check(
        "<table><tr><th>Cookie<th>Kept<tr><td colspan=2>Needed<tr><td>sid<td>a day</table>",
        &["= Cookie | Kept", "Needed", "= sid | a day"],
    );
}

#[test]
fn cells_of_several_paragraphs_are_layout() {
    check(
        "<table><tr><td><a href=/>Home</a><br><a href=/us>About us</a><td><h1>Privacy</h1><p>TEXT<p>TEXT</table>",
        &["# Privacy", "TEXT", "TEXT"],
    );
    check(
        "<table><tr><td>TEXT<br><br>TEXT<td>Call us</table>",
        &["TEXT", "TEXT", "Call us"],
    );
    check(
        "<table><tr><td><p>TEXT</p><p>TEXT</p><td><p>TEXT</p><p>TEXT</p></table>",
        &["TEXT", "TEXT", "TEXT", "TEXT"],
    );
    check(
        "<table role=presentation><tr><td>TEXT<td>Call us</table>",
        &["TEXT", "Call us"],
    );
}

#[test]
fn tables_of_data_may_have_paragraphs_lists_and_titles_in_their_cells() {
    check(
        "<table><tr><td><p><b>Purpose</b><td><p><b>Data</b><tr><td><p>Lending<p>bicycles<td><ul><li>name<li>number</ul><tr><td><p>Billing<td><p>bank account</table>",
        &[
            "= Purpose | Data",
            "= Lending bicycles | name number",
            "= Billing | bank account",
        ],
    );
    check(
        "<table><tr><th><h4>Cookie</h4><th><h4>Kept</h4><tr><td>sid<td>a day</table>",
        &["= Cookie | Kept", "= sid | a day"],
    );
}

#[test]
fn styles_of_word_mark_headings() {
    check(
        "<p class=MsoTitle>Privacy of Rowan</p><p class=MsoNormal>TEXT</p><p class='MsoHeading2 x'>Loans</p><p>TEXT</p>",
        &["# Privacy of Rowan", "TEXT", "# Loans", "TEXT"],
    );
}
