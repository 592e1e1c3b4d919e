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

#[cfg(test)]
mod tests {
    use super::*;

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
