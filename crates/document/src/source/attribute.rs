//! Attributes of a single tag that is not parsed into a tree.

/// Returns the value of an attribute, quoted or not; `tag` is the text between `<` and `>`.
pub(crate) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let after = after.trim_start();
        let found = before
            .trim_end()
            .rsplit(|c: char| c.is_whitespace() || c == '"' || c == '\'')
            .next()
            .is_some_and(|n| n.eq_ignore_ascii_case(name));
        let quote = after.chars().next()?;
        let (value, tail) = if quote == '"' || quote == '\'' {
            after.get(1..)?.split_once(quote)?
        } else {
            after.split_once(char::is_whitespace).unwrap_or((after, ""))
        };
        if found {
            return Some(value.to_owned());
        }
        rest = tail;
    }
    None
}
