//! E-mail addresses: printed, behind a mail link, or spelt out against robots.

use linkify::{LinkFinder, LinkKind};

use super::mention::{Mention, links};
use crate::words::{Words, text::Passage};
use ::text::{
    address::{is_mail, without_particle},
    lists::{AT, DOT},
};
use model::ContactType;

/// Every mention of an e-mail address.
pub(super) fn emails<'t, 'd>(passage: &'t Passage<'d>) -> Vec<Mention<'t, 'd>> {
    let mut found = printed(passage);
    for (start, label, target) in links(passage.block) {
        if let Some(value) = mail_target(target)
            && !label.contains('@')
        {
            found.extend(Mention::at(passage, start, ContactType::Email, value));
        }
    }
    for sentence in &passage.sentences {
        for value in spelt_out(&sentence.words) {
            let kind = ContactType::Email;
            found.push(Mention {
                value,
                kind,
                passage,
                sentence,
                at: 0,
            });
        }
    }
    found
}

fn printed<'t, 'd>(passage: &'t Passage<'d>) -> Vec<Mention<'t, 'd>> {
    if !passage.block.text.contains('@') {
        return Vec::new();
    }
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Email]);
    let links = finder.links(&passage.block.text);
    let found = links
        .map(|link| between_signs(link.as_str(), link.start()))
        .filter(|(_, value)| is_mail(value))
        .filter_map(|(start, value)| {
            Mention::at(passage, start, ContactType::Email, value.to_owned())
        });
    found.collect()
}

/// An address without marks of bold type before it and without the signs of scripts without spaces
/// that touch it, and where it begins:
/// such letters may be part of a domain, but in running text they are words beside it.
fn between_signs(link: &str, start: usize) -> (usize, &str) {
    let is_sign = |c: char| matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}');
    let at = link.find('@').unwrap_or_default();
    let before = link[..at].char_indices().rev().find(|(_, c)| is_sign(*c));
    let first = before.map_or(0, |(place, c)| place + c.len_utf8());
    let first = first + link[first..].find(|c| c != '*').unwrap_or(0);
    let last = link[at..].find(is_sign).map_or(link.len(), |end| at + end);
    (start + first, without_particle(&link[first..last]))
}

/// The address of a `mailto:` link, without its header fields.
fn mail_target(target: &str) -> Option<String> {
    let scheme = target.get(..7)?;
    if !scheme.eq_ignore_ascii_case("mailto:") {
        return None;
    }
    let rest = &target[7..];
    let address = &rest[..rest.find(['?', ',', ';']).unwrap_or(rest.len())];
    let address = address.trim().replace("%40", "@");
    is_mail(&address).then_some(address)
}

/// Addresses written "privacy (at) example (dot) org", "privacy @ example . org" or, behind the word
/// for mail, "privacy-at-example.org". A bare "at" counts only together with a "dot": "look at
/// example.org" is no address.
fn spelt_out(words: &Words<'_>) -> Vec<String> {
    if !has_sign(words) {
        return Vec::new();
    }
    let text = words.text();
    let spaced = spaced(text);
    let tokens: Vec<_> = spaced.split_whitespace().collect();
    let assembled = (1..tokens.len()).filter_map(|at| assemble(&tokens, at));
    let mut found: Vec<_> = assembled.collect();
    if text.to_lowercase().contains("mail") {
        found.extend(tokens.iter().filter_map(|token| hyphenated(token)));
    }
    found
}

/// "privacy-at-example.org", "privacy_at_example.org"
fn hyphenated(token: &str) -> Option<String> {
    let mut parts = ["-at-", "_at_"].into_iter();
    let (local, domain) = parts.find_map(|mark| token.split_once(mark))?;
    let domain = domain.trim_end_matches(|c: char| !c.is_alphanumeric());
    let address = [local, "@", domain].concat();
    is_mail(&address).then_some(address)
}

/// True where something may stand for an at sign; most sentences have nothing, and need no cutting.
fn has_sign(words: &Words<'_>) -> bool {
    let text = words.text();
    let mut entries = words.entries();
    let has_at = entries.any(|word| &*word.lower == "at");
    let has_bracket = text.bytes().any(|b| matches!(b, b'(' | b'[' | b'{' | b'<'));
    let is_bare = |run: &[u8]| {
        matches!(run, [b' ' | b'-' | b'_', a, t, b' ' | b'-' | b'_']
            if a.eq_ignore_ascii_case(&b'a') && t.eq_ignore_ascii_case(&b't'))
    };
    let opens =
        |(at, _): (usize, &str)| bracketed(&text[at..]).is_some_and(|(sign, _)| sign == " (at) ");
    text.contains('@') && text.contains(" @ ")
        || has_at && text.as_bytes().windows(4).any(is_bare)
        || has_bracket && text.match_indices(OPENING).any(opens)
}

const OPENING: [char; 4] = ['(', '[', '{', '<'];

/// The sign that stands in the brackets with which the text begins, and their length in bytes.
fn bracketed(text: &str) -> Option<(&str, usize)> {
    /// The longest word for a sign, with a space on either side.
    const LONGEST: usize = 10;
    let near = &text[1..text.floor_char_boundary(1 + LONGEST)];
    let close = near.find([')', ']', '}', '>'])?;
    let word = near[..close].trim();
    let is_one_of = |signs: &[&str]| signs.iter().any(|sign| word.eq_ignore_ascii_case(sign));
    let sign = if is_one_of(AT) {
        Some(" (at) ")
    } else {
        is_one_of(DOT).then_some(" (dot) ")
    };
    Some((sign?, close + 2))
}

/// The text with what stands in brackets for a sign set apart by spaces, as `(at)` and `(dot)`.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find(OPENING) {
        spaced.push_str(&rest[..open]);
        rest = &rest[open..];
        let (shown, length) = bracketed(rest).unwrap_or((&rest[..1], 1));
        spaced.push_str(shown);
        rest = &rest[length..];
    }
    spaced.push_str(rest);
    spaced
}

fn assemble(tokens: &[&str], at: usize) -> Option<String> {
    let bracketed = matches!(*tokens.get(at)?, "(at)" | "@");
    if !bracketed && tokens[at] != "at" {
        return None;
    }
    let local = tokens
        .get(at.checked_sub(1)?)?
        .trim_start_matches(['(', '<', '“', '"']);
    let mut domain = (*tokens.get(at + 1)?).to_owned();
    let mut dots = 0;
    let mut next = at + 2;
    while let (Some(&("(dot)" | "dot" | "punkt" | ".")), Some(part)) =
        (tokens.get(next), tokens.get(next + 1))
    {
        domain.push('.');
        domain.push_str(part);
        dots += 1;
        next += 2;
    }
    let domain = domain.trim_end_matches(|c: char| !c.is_alphanumeric());
    let address = [local, "@", domain].concat();
    ((bracketed || dots > 0) && is_mail(&address)).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::spoken;

    fn spelt(text: &str) -> Vec<String> {
        spelt_out(&Words::new(text, spoken("en")))
    }

    #[test]
    fn spelt_out_addresses() {
        assert_eq!(
            spelt("Write to privacy at example dot org."),
            ["privacy@example.org"]
        );
        assert_eq!(
            spelt("Mail privacy[at]example.org, please"),
            ["privacy@example.org"]
        );
        assert_eq!(
            spelt("(dpo (at) example (dot) co (dot) uk)"),
            ["dpo@example.co.uk"]
        );
        assert_eq!(
            spelt("datenschutz @ example . at"),
            ["datenschutz@example.at"]
        );
        assert_eq!(
            spelt("vorstand(ät)example(punkt)de oder kontakt [a] example.de"),
            ["vorstand@example.de", "kontakt@example.de"]
        );
        assert_eq!(
            spelt("E-Mail: kontakt-at-example.de"),
            ["kontakt@example.de"]
        );
        assert_eq!(
            spelt("courriel : vie-privee [arobase] example [point] fr"),
            ["vie-privee@example.fr"]
        );
        assert!(spelt("see stay-at-home.org (a) or (b), f(x) < a > b").is_empty());
        assert!(spelt("We ask for it at the point of collecting it.").is_empty());
        assert!(spelt("Look at example.org for more dots").is_empty());
        assert!(spelt("at").is_empty());
    }

    #[test]
    fn mail_links() {
        assert_eq!(
            mail_target("MAILTO:a@b.org?subject=x"),
            Some("a@b.org".into())
        );
        assert_eq!(mail_target("mailto:a%40b.org"), Some("a@b.org".into()));
        assert_eq!(mail_target("https://a@b.org"), None);
        assert_eq!(mail_target("mailto:nobody"), None);
    }

    #[test]
    fn strange_addresses_are_refused() {
        for bad in ["a@b", "@b.org", "a@.org", "a@b.1", "a b@c.org", "a@b..org"] {
            assert!(!is_mail(bad), "{bad}");
        }
    }
}
