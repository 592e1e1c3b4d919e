//! Tags of Hugo's templates in Markdown: `{{< link slug="generator" text="Generator" >}}` and
//! `[Generator]({{< ref "generator" >}})` are shown as links on the published page.
//!
//! Tags with a text that only the site knows (`{{ site.name }}`) are left as written.

use crate::source::attribute::attribute;
use crate::source::edit::Edit;
use crate::source::front_matter::line_from;
use std::ops::Range;

/// Adds the edits that turn tags into links.
pub(crate) fn edits(source: &str, edits: &mut Vec<Edit>) {
    let mut at = 0;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find("{{")) {
        let start = at + found;
        at = start + 2;
        let line = line_from(source, start);
        let close = match line.as_bytes().get(2) {
            Some(b'<') => ">}}",
            Some(b'%') => "%}}",
            _ => continue,
        };
        let Some(length) = line.find(close) else {
            continue;
        };
        let range = start..start + length + close.len();
        at = range.end;
        let inside = line.get(3..length).unwrap_or_default().trim();
        let in_target = source.get(..start).is_some_and(|s| s.ends_with("]("));
        if in_target {
            edits.extend(target(inside).map(|page| Edit::replace(range, page)));
        } else {
            link(source, range, inside, edits);
        }
    }
}

/// Returns the page in `ref "page"`.
fn target(inside: &str) -> Option<String> {
    let quoted = inside.split('"').nth(1)?;
    let is_plain = !quoted.is_empty() && !quoted.contains([' ', '(', ')', '<', '>', '\\']);
    is_plain.then(|| quoted.to_owned())
}

/// Replaces a tag with a text and a page by a link; `range` is the tag, `inside` its content.
fn link(source: &str, range: Range<usize>, inside: &str, edits: &mut Vec<Edit>) {
    let (Some(text), Some(page)) = (
        attribute(inside, "text"),
        attribute(inside, "slug").or_else(|| attribute(inside, "href")),
    ) else {
        return;
    };
    let tag = source.get(range.clone()).unwrap_or_default();
    let Some(at) = tag
        .find("text=")
        .and_then(|from| Some(from + tag.get(from..)?.find(&text)?))
    else {
        return;
    };
    if text.is_empty() || text.contains(['[', ']']) || page.contains(['<', '>']) {
        return;
    }
    let start = range.start + at;
    let end = start + text.len();
    edits.push(Edit::replace(range.start..start, "["));
    edits.push(Edit::replace(end..range.end, format!("](<{page}>)")));
}
