//! The numbers and bullets of lists and titles, as readers of documents look for them.

use crate::dates::is_month;

/// Returns the length in bytes of the list number or bullet at the start of `text`, with the white
/// space after it, or `None` if there is none. A number in a
/// `heading` needs no closing mark ("1.2 Cookies"); in running text it would be a quantity.
pub(super) fn numbering(text: &str, heading: bool) -> Option<usize> {
    if heading && let Some(label) = unspaced_label(text) {
        let rest = text.get(label..).unwrap_or_default();
        return Some(label + (rest.len() - rest.trim_start().len()));
    }
    let (label, rest) = text.split_once(char::is_whitespace)?;
    let rest_start = text.len() - rest.len();
    let next = rest.split_whitespace().next()?;
    if is_bullet(label) || (is_label(label, heading) && !is_month(next)) {
        let inner = rest.trim_start();
        return Some(rest_start + (rest.len() - inner.len()));
    }
    None
}

/// Returns the length in bytes of a heading's number that needs no space after it: "第3条", "三、",
/// "（一）", "３．".
pub(super) fn unspaced_label(text: &str) -> Option<usize> {
    const LONGEST: usize = 5;
    const UNITS: [char; 9] = ['条', '條', '章', '節', '节', '項', '项', '部', '款'];
    let is_digit = |c: &char| {
        matches!(c, '0'..='9' | '\u{ff10}'..='\u{ff19}') || "〇一二三四五六七八九十百".contains(*c)
    };
    let opened = text.strip_prefix(['第', '（', '(']).unwrap_or(text);
    let digits: usize = opened
        .chars()
        .take(LONGEST)
        .take_while(is_digit)
        .map(char::len_utf8)
        .sum();
    if digits == 0 {
        return None;
    }
    let closing = opened.get(digits..)?.chars().next()?;
    let is_closed = match text.chars().next()? {
        '第' => UNITS.contains(&closing),
        '（' => closing == '）',
        // "(1) Cookies" has a space and is left to `is_label`.
        '(' => {
            closing == ')'
                && opened
                    .get(digits + 1..)?
                    .starts_with(|c: char| !c.is_ascii())
        }
        _ => matches!(closing, '、' | '．'),
    };
    is_closed.then_some(text.len() - opened.len() + digits + closing.len_utf8())
}

/// Whether a label is a single bullet.
pub(super) fn is_bullet(label: &str) -> bool {
    const BULLETS: &str = "•·▪▫◦‣●○■□*-–—\u{f0b7}";
    let mut chars = label.chars();
    chars.next().is_some_and(|c| BULLETS.contains(c)) && chars.next().is_none()
}

/// Whether a label is a list number such as "1.", "1.2.", "(a)" or "iv)", and in a `heading` also
/// "1.2". "§ 3" is not one.
fn is_label(label: &str, heading: bool) -> bool {
    let opened = label.strip_prefix('(');
    let inner = opened.unwrap_or(label);
    let closed = inner.strip_suffix(['.', ')', ':']);
    let core = closed.unwrap_or(inner);
    if opened.is_some() && !inner.ends_with(')') {
        return false;
    }
    if core.is_empty() || core.len() > 12 {
        return false;
    }
    let groups = core.split('.').count();
    let numbers = core
        .split('.')
        .all(|g| !g.is_empty() && g.len() <= 2 && g.bytes().all(|b| b.is_ascii_digit()));
    if numbers {
        return closed.is_some() || (heading && (groups > 1 || core.len() <= 2));
    }
    closed.is_some() && (is_letter(core) || is_roman(core))
}

fn is_letter(core: &str) -> bool {
    core.len() == 1 && core.bytes().all(|b| b.is_ascii_alphabetic())
}

pub(super) fn is_roman(core: &str) -> bool {
    core.len() <= 5
        && (core.bytes().all(|b| b"ivx".contains(&b)) || core.bytes().all(|b| b"IVX".contains(&b)))
}
