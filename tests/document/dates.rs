//! Dates in figures that could be of two months: what around them tells which?

use policy_diff::document;

fn check(name: &str, source: &str, expected: Option<&str>) {
    let document = document::read(name, source.as_bytes());
    let date = document.effective_date.map(|date| date.to_string());
    assert_eq!(date.as_deref(), expected, "{name}: {source}");
}

const ENGLISH: &str = "We keep what you send to us for as long as you are a member of the club.";

#[test]
fn a_later_day_than_the_file_s_is_not_meant() {
    let text = format!("Effective Date: 4-10-14\n\n{ENGLISH}");
    check("policies/2014-04-11.md", &text, Some("2014-04-10"));
    check("2014-10-04.md", &text, Some("2014-10-04"));
    // Both days are before that of the file, or there is none.
    check("2015-01-01.md", &text, None);
    check("policy.md", &text, None);
    check("2014-04-11/policy.md", &text, None);
}

#[test]
fn another_date_shows_the_order() {
    let log = "This policy was last updated on 12/31/2018.";
    let text = format!("Effective: 03/04/2019\n\n{ENGLISH}\n\n{log}");
    check("policy.md", &text, Some("2019-03-04"));
    let contrary = format!("{text}\n\nThe club was founded on 31/12/1999.");
    check("policy.md", &contrary, Some("2018-12-31"));
}

#[test]
fn outside_english_the_day_comes_first() {
    let french = "Nous conservons les données que vous nous avez envoyées pour la durée de votre \
                  adhésion au club.";
    let text = format!("Dernière mise à jour : 03/04/2019\n\n{french}");
    check("policy.md", &text, Some("2019-04-03"));
    let german =
        "Wir speichern die Daten, die Sie uns senden, solange Sie Mitglied des Vereins sind.";
    check(
        "policy.md",
        &format!("Stand: 25.05.18\n\n{german}"),
        Some("2018-05-25"),
    );
}

#[test]
fn figures_without_a_label_stay_text() {
    check("2014-04-11.md", &format!("Room 4-10-14\n\n{ENGLISH}"), None);
    check(
        "2019-05-01.md",
        &format!("{ENGLISH} Call 03/04/2019 for more."),
        None,
    );
}

#[test]
fn of_two_updates_the_later_counts() {
    let text = format!("Updated 3 May 2021\n\n{ENGLISH}\n\nLast updated: 9 May 2021");
    check("policy.md", &text, Some("2021-05-09"));
    let text = format!("Updated 9 May 2021\n\n{ENGLISH}\n\nUpdated: 3 May 2021");
    check("policy.md", &text, Some("2021-05-09"));
}
