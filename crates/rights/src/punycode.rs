//! Converts domain names beyond ASCII for the domain name system (RFC 3492 and 5891).
//!
//! The `idna` crate was rejected: its tables would be the largest part of the widget, for a case
//! that hardly any policy has. Letters, digits and hyphens are accepted after composition and
//! lower-casing, as most registries do; everything else, such as full-width letters and other
//! compatibility forms, is refused rather than mapped.

use document::normalise;

/// Returns the ASCII form of a domain name with at least two labels, or `None` if it is invalid.
pub(crate) fn domain(text: &str) -> Option<String> {
    let expected = |c: char| {
        c.is_alphanumeric() || matches!(c, '-' | '.' | '\u{3002}' | '\u{300}'..='\u{36f}')
    };
    if !text.chars().all(expected) {
        return None;
    }
    let folded = normalise(text);
    let labels: Vec<String> = folded
        .split(['.', '\u{3002}'])
        .map(label)
        .collect::<Option<_>>()?;
    let last = labels.last()?;
    let name = labels.join(".");
    let numeric = last.bytes().all(|b| b.is_ascii_digit());
    (labels.len() >= 2 && !numeric && name.len() <= 253).then_some(name)
}

/// Returns the ASCII form of one label, in lower case.
fn label(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let letter =
        |c: char| plain(c) || !c.is_ascii() && c.is_alphanumeric() && !is_compatibility_form(c);
    if text.is_empty() || text.starts_with('-') || text.ends_with('-') || !text.chars().all(letter)
    {
        return None;
    }
    let ascii = if text.is_ascii() {
        text.to_owned()
    } else {
        format!("xn--{}", encode(text)?)
    };
    (ascii.len() <= 63).then_some(ascii)
}

/// Whether Unicode has a character only for compatibility, as a variant of another one.
fn is_compatibility_form(c: char) -> bool {
    matches!(c, '\u{2070}'..='\u{218f}' | '\u{2460}'..='\u{24ff}' | '\u{fb00}'..='\u{fdff}'
        | '\u{fe70}'..='\u{ffef}' | '\u{1d400}'..='\u{1d7ff}')
}

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;

/// Returns the punycode of one label, or `None` on overflow.
fn encode(label: &str) -> Option<String> {
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(output.len()).ok()?;
    if basic > 0 {
        output.push('-');
    }
    let (mut next, mut delta, mut bias, mut handled) = (128_u32, 0_u32, 72_u32, basic);
    let total = u32::try_from(label.chars().count()).ok()?;
    while handled < total {
        let smallest = label.chars().map(u32::from).filter(|c| *c >= next).min()?;
        delta = delta.checked_add((smallest - next).checked_mul(handled + 1)?)?;
        next = smallest;
        for c in label.chars().map(u32::from) {
            if c < next {
                delta = delta.checked_add(1)?;
            } else if c == next {
                push_integer(&mut output, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        next = next.checked_add(1)?;
    }
    Some(output)
}

/// Appends a number as a variable-length integer (RFC 3492, section 6.3).
fn push_integer(output: &mut String, delta: u32, bias: u32) {
    let mut rest = delta;
    let mut k = BASE;
    loop {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            output.push(digit(rest));
            return;
        }
        output.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        k += BASE;
    }
}

fn digit(value: u32) -> char {
    char::from_digit(value.wrapping_sub(26), 10)
        .filter(|_| value >= 26)
        .or_else(|| char::from_u32(u32::from(b'a') + value))
        .unwrap_or('a')
}

/// Returns the next bias (RFC 3492, section 6.1).
fn adapt(delta: u32, handled: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / handled;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + 38)
}
