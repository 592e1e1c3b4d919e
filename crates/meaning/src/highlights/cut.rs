//! Texts that are too long for their place: cut between words.

/// The text cut after its last whole word within `room` characters.
pub(super) fn cut(text: &str, room: usize) -> String {
    if text.chars().count() <= room {
        return text.to_owned();
    }
    let end = text
        .char_indices()
        .nth(room.saturating_sub(1))
        .map_or(text.len(), |(i, _)| i);
    let (head, rest) = text.split_at(end);
    let is_whole = rest.trim_start_matches(MARKS).starts_with(' ');
    let space = head.rfind(' ').filter(|_| !is_whole);
    let head = space.map_or(head, |space| &head[..space]);
    [
        head.trim_end_matches([',', ';', ':', ' ', '(', '“', '„', '«', '\u{202f}']),
        "…",
    ]
    .concat()
}

/// What may follow a whole word at once.
const MARKS: [char; 5] = [',', ';', ':', '.', ')'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_stand_between_words() {
        assert_eq!(cut("We keep your data for long", 15), "We keep your…");
        assert_eq!(cut("We keep your data for long", 18), "We keep your data…");
        assert_eq!(cut("We keep your data, for long", 18), "We keep your data…");
        assert_eq!(cut("We keep your data-sets", 18), "We keep your…");
        assert_eq!(cut("Überall", 4), "Übe…");
    }
}
