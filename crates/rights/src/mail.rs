//! Mail links and message files that mail programs take.
//!
//! After RFC 6068 and what mail programs do with it: only `subject` and `body`, everything but
//! unreserved characters percent-encoded as UTF-8, line breaks as `%0D%0A`. An address is one
//! plain addr-spec or none at all. Quoted local parts, address literals and lists were rejected:
//! no policy needs them, and each is a way to smuggle a second recipient into a link.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::punycode;

/// What is not percent-encoded beside letters and digits: the unreserved characters of RFC 3986,
/// section 2.3. (The set names what is encoded.)
pub const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Characters of a mail link that every common way of handing it over takes. Windows has been
/// seen to drop links above 2,046 silently; the rest is room for wrappers around the link.
pub const BUDGET: usize = 1_800;

/// A mail link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailLink {
    /// The link itself, pure ASCII.
    pub href: String,
    /// Its length in characters.
    pub length: usize,
    /// True where it carries the body; false where only address and subject fit.
    pub complete: bool,
}

/// A checked e-mail address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    local: String,
    domain: String,
}

impl Address {
    /// Checks one plain addr-spec: a dot-atom, `@`, and a domain name of at least two labels.
    /// Letters and digits beyond ASCII are taken; the domain is converted for the domain name
    /// system. Anything else is refused.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (local, domain) = text.trim_matches(' ').rsplit_once('@')?;
        if local.is_empty() || local.len() > 64 {
            return None;
        }
        // `?` and `&` may stand in an address; in a link they are where an attack begins, and no
        // organisation uses them.
        let atom = |c: char| c.is_alphanumeric() || "!#$%'*+-/=^_`{|}~".contains(c);
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

    /// The address as it stands in a mail header.
    #[must_use]
    pub fn header(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The address as it stands in a link.
    #[must_use]
    pub fn encoded(&self) -> String {
        format!("{}@{}", encode(&self.local), self.domain)
    }
}

/// The mail link for an edited letter; `None` where `to` is not one plain address.
///
/// Where the whole would exceed [`BUDGET`], the link carries address and subject only, and says
/// so in `complete`.
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

/// A subject on one line: control characters and marks that reorder text are taken out.
#[must_use]
pub fn clean_subject(subject: &str) -> String {
    clean_line(subject)
}

/// White space folded to single spaces, control and bidirectional characters removed.
pub(crate) fn clean_line(text: &str) -> String {
    let visible = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_hidden(*c));
    let kept: String = visible.collect();
    kept.split(' ')
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Characters that do not show but change what is seen: controls, bidirectional marks, joins
/// that can hide text.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// A body whose line breaks are CRLF, whatever they were.
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
    utf8_percent_encode(text, UNRESERVED)
}
