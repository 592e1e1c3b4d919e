//! What is an address: of mail or of the web.

/// True for a run of visible characters with an address in it: one with a scheme or with an `@`
/// behind something, or one that begins as hosts do.
#[must_use]
pub fn is_address(run: &str) -> bool {
    run.contains("://") || run.starts_with("www.") || run.find('@').is_some_and(|at| at > 0)
}

/// True for `local@domain.tld` of ordinary characters and nothing else.
#[must_use]
pub fn is_mail(address: &str) -> bool {
    let Some((local, domain)) = address.split_once('@') else {
        return false;
    };
    let is_label = |l: &str| {
        !l.is_empty() && !l.starts_with('-') && l.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let is_local = !local.is_empty()
        && local
            .chars()
            .all(|c| c.is_alphanumeric() || "!#$&'*+-/=?^_`{|}~.".contains(c));
    let last = domain.rsplit('.').next().unwrap_or("");
    is_local
        && domain.contains('.')
        && domain.split('.').all(is_label)
        && last.chars().count() >= 2
        && last.chars().all(char::is_alphabetic)
}

/// An address of mail or of the web without the letters of another script behind its domain: Korean
/// and Arabic set particles there. No registry takes a domain of Latin letters that goes on in
/// another script.
#[must_use]
pub fn without_particle(address: &str) -> &str {
    let start = address.find('@').map_or(0, |at| at + 1);
    let is_other =
        |c: char| c.is_alphabetic() && c >= '\u{370}' && !('\u{1e00}'..'\u{1f00}').contains(&c);
    let Some(end) = address[start..].find(is_other).map(|end| start + end) else {
        return address;
    };
    let domain = &address[start..end];
    let last = domain.rsplit('.').next().unwrap_or_default();
    let is_whole = last.len() < domain.len()
        && last.len() >= 2
        && last.bytes().all(|b| b.is_ascii_alphabetic());
    if is_whole { &address[..end] } else { address }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_are_no_part_of_an_address() {
        for (written, address) in [
            ("a@b.example로", "a@b.example"),
            ("a@b.example에서는", "a@b.example"),
            ("a@b.exampleعلى", "a@b.example"),
            ("a@bücher.example", "a@bücher.example"),
            ("почта@пример.рф", "почта@пример.рф"),
            ("a@한국.kr", "a@한국.kr"),
            ("a@b.example", "a@b.example"),
        ] {
            assert_eq!(without_particle(written), address);
        }
    }

    #[test]
    fn an_address_has_a_scheme_an_at_sign_or_a_host() {
        for run in ["https://a.example", "a@b", "(a@b.example)", "www.a.example"] {
            assert!(is_address(run), "{run}");
        }
        for run in ["", "@handle", "a.example", "and/or", "3:4"] {
            assert!(!is_address(run), "{run}");
        }
    }
}
