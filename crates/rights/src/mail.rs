//! Mail links that mail programs accept.
//!
//! They follow RFC 6068 and what mail programs make of it: only `subject` and `body`, everything
//! but unreserved characters percent-encoded as UTF-8, line breaks as `%0D%0A`. An address must be
//! one plain addr-spec. Quoted local parts, address literals and lists were rejected: no policy
//! needs them, and each could smuggle a second recipient into a link.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::punycode;

/// The characters that are percent-encoded: all but letters, digits and the other unreserved
/// characters of RFC 3986, section 2.3.
pub const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Most characters of a mail link that every common way to open it accepts. Windows silently drops
/// links above 2,046; the rest is reserved for wrappers around the link.
pub const BUDGET: usize = 1_800;

/// A mail link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLink {
    /// The link itself, pure ASCII.
    pub href: String,
    /// Its length in characters.
    pub length: usize,
    /// Whether it contains the body; if not, only address and subject fit.
    pub complete: bool,
}

/// A checked e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    local: String,
    domain: String,
}

impl Address {
    /// Parses one plain addr-spec: a dot-atom, `@`, and a domain name of at least two labels.
    /// Letters and digits beyond ASCII are allowed; the domain is converted to ASCII. Returns
    /// `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.trim_matches(' ').rsplit_once('@')?;
        if local.is_empty() || local.len() > 64 {
            return None;
        }
        // `?`, and `&` with `=`, are legal in an address, but an attack in a link has them, and no
        // organisation does. `&` alone is encoded.
        if local.contains('&') && local.contains('=') {
            return None;
        }
        let atom = |c: char| c.is_alphanumeric() || "!#$%&'*+-/=^_`{|}~".contains(c);
        if !local
            .split('.')
            .all(|part| !part.is_empty() && part.chars().all(atom))
        {
            return None;
        }
        let domain = punycode::domain(domain)?;
        Some(Self {
            local: local.to_owned(),
            domain,
        })
    }

    /// Returns the address for a mail header.
    #[must_use]
    pub fn header(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// Returns the address for a link, percent-encoded.
    #[must_use]
    pub fn encoded(&self) -> String {
        format!("{}@{}", encode(&self.local), self.domain)
    }
}

/// Returns the mail link for a letter, or `None` if `to` is not one plain address. If the link
/// would exceed [`BUDGET`], it has only address and subject, and `complete` is `false`.
#[must_use]
pub fn link(to: &str, subject: &str, body: &str) -> Option<MailLink> {
    let address = Address::parse(to)?;
    let mut href = format!(
        "mailto:{}?subject={}",
        address.encoded(),
        encode(&clean_subject(subject))
    );
    let body = encode(&body_lines(body)).to_string();
    let whole = href.len() + "&body=".len() + body.len();
    let complete = whole <= BUDGET;
    if complete {
        href.push_str("&body=");
        href.push_str(&body);
    }
    Some(MailLink {
        length: href.len(),
        href,
        complete,
    })
}

/// Returns a subject on one line, without control characters and marks that reorder text.
#[must_use]
pub fn clean_subject(subject: &str) -> String {
    clean_line(subject)
}

/// Folds white space to single spaces and removes hidden characters.
pub(crate) fn clean_line(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_hidden(*c))
        .collect();
    visible
        .split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether a character is invisible but can change or hide what is shown: a control, a
/// bidirectional mark, a joiner.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// Converts all line breaks of a body to CRLF, and removes other control characters.
pub(crate) fn body_lines(body: &str) -> String {
    let unix = body.replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = String::with_capacity(unix.len() + 32);
    for c in unix.chars() {
        match c {
            '\n' => lines.push_str("\r\n"),
            '\t' => lines.push(' '),
            c if c.is_control() => {}
            c => lines.push(c),
        }
    }
    lines
}

fn encode(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}
