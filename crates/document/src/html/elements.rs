//! What the names and attributes of elements say about their text.

use super::tree::Node;

/// Returns the level, 1 to 6, of a heading by element or role, or `None` if it is not a heading.
pub(super) fn heading_level(node: &Node) -> Option<u8> {
    if node.attribute("role") == Some("heading") {
        let level = node.attribute("aria-level").and_then(|l| l.parse().ok());
        return Some(level.unwrap_or(2_u8).clamp(1, 6));
    }
    if node.name() == "p"
        && let Some(level) = node.attribute("class").and_then(word_level)
    {
        return Some(level);
    }
    match node.name() {
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => None,
    }
}

/// The level that a style of Microsoft Word names, among the classes of a paragraph.
fn word_level(classes: &str) -> Option<u8> {
    classes.split_whitespace().find_map(|class| match class {
        "MsoTitle" => Some(1),
        _ => {
            let level = class.strip_prefix("MsoHeading")?.parse::<u8>().ok()?;
            Some(level.clamp(1, 6))
        }
    })
}

/// Whether the `style` attribute makes the text bold.
pub(super) fn is_bold(node: &Node) -> bool {
    let style = node.attribute("style").unwrap_or_default();
    style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .any(|(property, value)| {
            property.trim().eq_ignore_ascii_case("font-weight")
                && matches!(
                    value.trim(),
                    "bold" | "bolder" | "600" | "700" | "800" | "900"
                )
        })
}

/// Whether an element ends the passage before it and starts a new one.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "aside"
            | "body"
            | "caption"
            | "center"
            | "details"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "html"
            | "legend"
            | "menu"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
    )
}
