//! Links as the publisher wrote them: without what web archives put before them, and with the
//! addresses that the host of a page hides from programs.

use crate::piece::Piece;
use model::MarkKind;

/// What the host Cloudflare writes in place of a mail address that it hides.
const HIDDEN: &str = "[email protected]";
/// The page that such an address links to; the address is behind it, or in an attribute.
const HIDING: &str = "/cdn-cgi/l/email-protection";

/// Corrects the links of a document's pieces.
pub(crate) fn restore(pieces: &mut [Piece]) {
    for piece in pieces {
        let inline = &mut piece.inline;
        for at in 0..inline.marks.len() {
            let Some(mark) = inline.marks.get_mut(at) else {
                continue;
            };
            let MarkKind::Link(target) = &mut mark.kind else {
                continue;
            };
            if let Some(original) = without_archive(target) {
                *target = original.to_owned();
            }
            let code = target.split_once(HIDING);
            let code = code.and_then(|(_, code)| code.strip_prefix('#'));
            if let Some(address) = code.and_then(revealed) {
                *target = format!("mailto:{address}");
                let range = mark.range.clone();
                if inline.text.get(range.clone()).is_some_and(is_placeholder) {
                    let shown = address.split('?').next().unwrap_or_default();
                    inline.replace(range, shown);
                }
            }
        }
    }
}

/// Whether a text holds the mark of an address that the host hid.
pub(crate) fn has_placeholder(text: &str) -> bool {
    text.replace('\u{a0}', " ").contains(HIDDEN)
}

fn is_placeholder(text: &str) -> bool {
    text.replace('\u{a0}', " ").trim() == HIDDEN
}

/// Returns the address in its hidden form: two hexadecimal digits a byte, the first of which was
/// combined with each of the others. `None` for anything else.
pub(crate) fn revealed(code: &str) -> Option<String> {
    let digits: Vec<u8> = code
        .chars()
        .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()?;
    let mut bytes = digits
        .chunks_exact(2)
        .map(|pair| pair.iter().fold(0, |byte, d| byte << 4 | d));
    let key = bytes.next()?;
    let address = String::from_utf8(bytes.map(|byte| byte ^ key).collect()).ok()?;
    let is_address = address.contains('@') && !address.contains(|c: char| c.is_control());
    is_address.then_some(address)
}

/// Returns a link's target as it was on the page that an archive copied; `None` for other links.
///
/// The archive puts its own address, the moment of the copy in digits and perhaps two letters
/// before it: `https://web.archive.org/web/20190203040506id_/https://…`.
fn without_archive(target: &str) -> Option<&str> {
    /// Digits of the shortest moment, a year.
    const YEAR: usize = 4;
    let path = ["https://", "http://", "//", ""]
        .iter()
        .find_map(|scheme| target.strip_prefix(scheme))?;
    let path = path.strip_prefix("web.archive.org").unwrap_or(path);
    let moment = path.strip_prefix("/web/")?;
    let (moment, original) = moment.split_once('/')?;
    let letters = moment.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_kind = letters.is_empty()
        || letters
            .strip_suffix('_')
            .is_some_and(|kind| kind.chars().all(|c| c.is_ascii_lowercase()));
    let is_link = [
        "http:",
        "https:",
        "mailto:",
        "tel:",
        "//",
        "#",
        "javascript:",
    ]
    .iter()
    .any(|start| original.starts_with(start));
    (moment.len() - letters.len() >= YEAR && is_kind && is_link).then_some(original)
}
