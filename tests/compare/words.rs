//! Which words a redline marks: cases that word-level tools are known to get wrong.

use crate::support::{markdown, redline};

/// Compares two paragraphs; `[-gone-]` and `{+come+}` are words, `[~gone~]` and `{~come~}` only
/// their dress. White space behind a word belongs to it.
#[track_caller]
fn check(old: &str, new: &str, expected: &str) {
    let shown = redline::words(&markdown(old), &markdown(new));
    assert_eq!(shown, expected);
}

#[test]
fn a_longer_word_is_another_word() {
    check(
        "New Value",
        "New ValueMoreData",
        "New [-Value-]{+ValueMoreData+}",
    );
}

#[test]
fn accents_are_parts_of_words() {
    check(
        "une décision jurídica ancienne",
        "une décision juridique ancienne",
        "une décision [-jurídica -]{+juridique +}ancienne",
    );
    check(
        "Wir schätzen Größe.",
        "Wir schützen Größe.",
        "Wir [-schätzen -]{+schützen +}Größe.",
    );
}

#[test]
fn composed_and_combining_accents_are_the_same_word() {
    check(
        "the re\u{301}sume\u{301} here",
        "the résumé here",
        "the [~re\u{301}sume\u{301} ~]{~résumé ~}here",
    );
}

#[test]
fn scripts_without_spaces_are_cut_between_signs() {
    check(
        "我们收集您的数据并保存三十天。",
        "我们出售您的数据并保存六十天。",
        "我们[-收集-]{+出售+}您的数据并保存[-三-]{+六+}十天。",
    );
    check(
        "当社は個人データを保存しません。",
        "当社は個人データを販売しません。",
        "当社は個人データを[-保存-]{+販売+}しません。",
    );
}

#[test]
fn right_to_left_and_hangul_words_stay_whole() {
    check(
        "نحن لا نبيع بياناتك الشخصية لأحد.",
        "نحن نبيع بياناتك الشخصية لشركائنا.",
        "نحن [-لا -]نبيع بياناتك الشخصية [-لأحد-]{+لشركائنا+}.",
    );
    check(
        "우리는 개인정보를 판매하지 않습니다.",
        "우리는 개인정보를 판매합니다.",
        "우리는 개인정보를 [-판매하지 않습니다-]{+판매합니다+}.",
    );
}

#[test]
fn numbers_and_amounts_stay_whole() {
    check(
        "A copy costs $1,000.50 here.",
        "A copy costs $1,500.50 here.",
        "A copy costs [-$1,000.50 -]{+$1,500.50 +}here.",
    );
    check(
        "It costs €10, about 10% of it.",
        "It costs $10, about 15% of it.",
        "It costs [-€10-]{+$10+}, about [-10% -]{+15% +}of it.",
    );
    check(
        "It costs US$5 at 3:30 today.",
        "It costs US$9 at 4:30 today.",
        "It costs [-US$5 -]{+US$9 +}at [-3:30 -]{+4:30 +}today.",
    );
    check(
        "Version 1.2.3 is used.",
        "Version 1.2.4 is used.",
        "Version [-1.2.3 -]{+1.2.4 +}is used.",
    );
}

#[test]
fn a_date_is_replaced_as_a_whole() {
    check(
        "We wrote this on 3 May 2020 in Cork.",
        "We wrote this on 5 June 2021 in Cork.",
        "We wrote this on [-3 May 2020 -]{+5 June 2021 +}in Cork.",
    );
}

#[test]
fn apostrophes_are_parts_of_words() {
    check(
        "We don't share the user's records.",
        "We do not share the users' records.",
        "We [-don't -]{+do not +}share the [-user's -]{+users' +}records.",
    );
}

#[test]
fn hyphenated_words_are_not_cut() {
    check(
        "You can opt-out of it here.",
        "You can opt-in to it here.",
        "You can [-opt-out of -]{+opt-in to +}it here.",
    );
    check(
        "Share non-personal data with partners.",
        "Share personal data with partners.",
        "Share [-non-personal -]{+personal +}data with partners.",
    );
    check(
        "We use third-party cookies and tools.",
        "We use third party cookies and tools.",
        "We use [-third-party -]{+third party +}cookies and tools.",
    );
}

#[test]
fn words_joined_by_a_slash_are_not_cut() {
    check(
        "We collect names and/or logs.",
        "We collect names or logs.",
        "We collect names [-and/or -]{+or +}logs.",
    );
}

#[test]
fn addresses_are_not_cut() {
    check(
        "See https://a.example/list?x=1 for more.",
        "See https://a.example/list?x=2 for more.",
        "See [-https://a.example/list?x=1 -]{+https://a.example/list?x=2 +}for more.",
    );
    check(
        "Write to info@example.org, please.",
        "Write to privacy@example.org, please.",
        "Write to [-info@example.org-]{+privacy@example.org+}, please.",
    );
    check(
        "See example.org/privacy for more.",
        "See example.org/legal for more.",
        "See [-example.org/privacy -]{+example.org/legal +}for more.",
    );
}

#[test]
fn emoji_and_flags_stay_whole() {
    check(
        "A family 👩‍👩‍👧 and a flag 🇮🇪 here.",
        "A family 👩‍👩‍👦 and a flag 🇮🇹 here.",
        "A family [-👩‍👩‍👧 -]{+👩‍👩‍👦 +}and a flag [-🇮🇪 -]{+🇮🇹 +}here.",
    );
}

#[test]
fn an_insertion_takes_its_brackets_along() {
    check(
        "We share data with partners.",
        "We share data (if you ask) with partners.",
        "We share data {+(if you ask) +}with partners.",
    );
    check(
        "We use data to a) improve, b) sell and c) test.",
        "We use data to (i) improve, (ii) sell and (iii) test.",
        "We use data to [-a) -]{+(i) +}improve, [-b) -]{+(ii) +}sell and [-c) -]{+(iii) +}test.",
    );
}

#[test]
fn a_new_sentence_stands_between_whole_sentences() {
    check(
        "You may contact us. You may object.",
        "You may contact us. You may complain. You may object.",
        "You may contact us. {+You may complain. +}You may object.",
    );
}

#[test]
fn a_longer_list_shows_what_it_got() {
    check(
        "Your rights: access; deletion; portability.",
        "Your rights: access; correction; deletion; portability; objection.",
        "Your rights: access; {+correction; +}deletion; portability{+; objection+}.",
    );
}

#[test]
fn a_sentence_that_went_to_the_front_is_one_deletion_and_one_insertion() {
    check(
        "We collect your name. We use cookies. Logs are deleted after a week.",
        "Logs are deleted after a week. We collect your name. We use cookies.",
        "{+Logs are deleted after a week. +}We collect your name. We use cookies.\
         [- Logs are deleted after a week.-]",
    );
}

#[test]
fn a_replaced_sentence_is_shown_as_replaced() {
    check(
        "We keep logs. The trustees of the library read the requests of members in March. Ask us.",
        "We keep logs. The auditors of the court check the ledgers of partners in winter. Ask us.",
        "We keep logs. [-The trustees of the library read the requests of members in March. -]\
         {+The auditors of the court check the ledgers of partners in winter. +}Ask us.",
    );
}

#[test]
fn an_edited_sentence_is_not_shown_as_replaced() {
    check(
        "The company will not share your information with third parties without consent.",
        "The company will share your information with third parties with your consent.",
        "The company will [-not -]share your information with third parties \
         [-without -]{+with your +}consent.",
    );
    check(
        "Use the form.",
        "Use the mail.",
        "Use the [-form-]{+mail+}.",
    );
    check(
        "It is up to you.",
        "It is up to us.",
        "It is up to [-you-]{+us+}.",
    );
}

#[test]
fn odds_and_ends_do_not_shred_a_rewritten_passage() {
    check(
        "## Terms\n\nBy using the shop you agree to these terms of it. If you do not, leave.",
        "## Terms\n\nYour use of the shop is ruled by this policy. Whoever minds should not stay.",
        "[-By using the shop you agree to these terms of it. If you do not, leave.-]\n\
         {+Your use of the shop is ruled by this policy. Whoever minds should not stay.+}",
    );
}

#[test]
fn quote_marks_dashes_and_spaces_are_dress() {
    check(
        "The \"Services\" aren't ours - they're yours.",
        "The “Services” aren’t ours – they’re yours.",
        "The [~\"~]{~“~}Services[~\" ~]{~” ~}[~aren't ~]{~aren’t ~}ours \
         [~- ~]{~– ~}[~they're ~]{~they’re ~}yours.",
    );
    check(
        "Nous respectons vos choix : toujours.",
        "Nous respectons vos choix: toujours.",
        "Nous respectons vos choix[~ ~]: toujours.",
    );
}

#[test]
fn capital_letters_are_dress() {
    check(
        "We run the Services here.",
        "We run the services here.",
        "We run the [~Services ~]{~services ~}here.",
    );
}

#[test]
fn list_numbers_are_dress() {
    for (old, new) in [
        (
            "1. We keep logs.\n2. We keep mail.",
            "- We keep logs.\n- We keep mail.",
        ),
        (
            "(a) We keep logs.\n\n(b) We keep mail.",
            "• We keep logs.\n\n• We keep mail.",
        ),
    ] {
        let comparison = compare::compare(&markdown(old), &markdown(new));
        let totals = &comparison.totals;
        assert_eq!(
            (totals.words_deleted, totals.words_inserted),
            (0, 0),
            "{old} → {new}"
        );
    }
}
