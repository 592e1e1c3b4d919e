//! Tests of the lexer.

use super::*;

fn cut(text: &str) -> Vec<&str> {
    let mut start = 0;
    let token = |token: Token| {
        let piece = &text[start..token.end];
        start = token.end;
        piece
    };
    tokens(text).into_iter().map(token).collect()
}

fn of(text: &str, tag: &str) -> Vec<String> {
    let language = Language::of_tag(tag).unwrap_or_default();
    words(text, language)
        .map(|word| text[word].to_owned())
        .collect()
}

#[test]
fn white_space_stays_with_the_word_before_it() {
    assert_eq!(cut("We  keep it."), ["We  ", "keep ", "it", "."]);
    assert_eq!(cut(" a"), [" ", "a"]);
}

#[test]
fn a_token_says_what_it_is() {
    let kinds: Vec<_> = tokens(" We, 3 (a@b.example) – 4th")
        .into_iter()
        .map(|t| t.kind)
        .collect();
    let expected = [
        Kind::Blank,
        Kind::Word,
        Kind::Mark,
        Kind::Number,
        Kind::Mark,
        Kind::Address,
        Kind::Mark,
        Kind::Mark,
        Kind::Word,
    ];
    assert_eq!(kinds, expected);
}

#[test]
fn addresses_stay_whole_and_lose_their_brackets() {
    assert_eq!(
        cut("Mail (info@example.org), or see https://example.org/a?b."),
        [
            "Mail ",
            "(",
            "info@example.org",
            ")",
            ", ",
            "or ",
            "see ",
            "https://example.org/a?b",
            "."
        ]
    );
    assert_eq!(
        of(
            "write to info@data.org, see https://a.org/delete-data.",
            "en"
        ),
        [
            "write",
            "to",
            "info@data.org",
            "see",
            "https://a.org/delete-data"
        ]
    );
}

#[test]
fn addresses_end_where_a_script_without_spaces_begins() {
    assert_eq!(
        cut("質問は(a@b.example)または「https://b.example/q」へ。"),
        [
            "質",
            "問",
            "は",
            "(",
            "a@b.example",
            ")",
            "ま",
            "た",
            "は",
            "「",
            "https://b.example/q",
            "」",
            "へ",
            "。"
        ]
    );
}

#[test]
fn nothing_is_lost() {
    for text in [
        "",
        " ",
        "a\nb",
        "“Quoted”—dash… ",
        "@",
        "a@",
        "://",
        "(@)",
        "日本語 です。",
        "\u{200f}",
        "\u{200f}a\u{200e} \u{ad} b",
        "\u{200b} a",
    ] {
        assert_eq!(cut(text).concat(), text);
    }
}

#[test]
fn words_are_counted_by_unicode_rules_whatever_surrounds_them() {
    for text in [
        "",
        "a",
        "we don't: 3.5, a.b (c) e-mail",
        "x. y... z.)\"",
        "_ _a a_b",
        "“So”, sagt sie…",
        "a\u{301}b c\u{202f}d",
        "日本語 です。",
        "a@b.c https://a.b/c?d=e",
        " \t\n",
        "A1 1a 1,000",
    ] {
        assert_eq!(word_count(text), text.unicode_words().count(), "{text}");
    }
}

#[test]
fn simple_words_are_cut_as_the_tables_say() {
    for text in ["a", "ab.", "ab...", "1,", "a).", "ab\"", "a?!", "3.", "a:"] {
        let bounds: Vec<&str> = text.split_word_bounds().collect();
        assert_eq!(cut(text), bounds, "{text}");
    }
}

#[test]
fn abbreviations_and_numbers_stay_whole() {
    assert_eq!(
        of("The U.S. has 1,000 sites (e.g. don’t).", "en"),
        ["The", "U.S", "has", "1,000", "sites", "e.g", "don’t"]
    );
}

#[test]
fn an_elided_article_is_a_word() {
    assert_eq!(
        of("droit d’accès, l'adresse", "fr"),
        ["droit", "d", "accès", "l", "adresse"]
    );
}

#[test]
fn length_is_counted_with_and_without_spaces() {
    assert_eq!(length_in_words("we don't - ever - sell e-mail"), 5);
    assert_eq!(length_in_words(""), 0);
    assert_eq!(length_in_words("個人情報の取り扱い"), 5);
    assert_eq!(length_in_words("Cookie 使用"), 2);
}
