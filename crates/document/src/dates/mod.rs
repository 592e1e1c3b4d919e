//! Dates in running text, in the spellings of all languages that have names of months.
//!
//! Only whole days are read. `4-10-14` and `03/04/2019` have two meanings: they stay text unless the
//! caller knows in which [`Order`] this policy writes its figures. What a date says about the policy
//! is decided in [`crate::dates::policy`].

pub(crate) mod figures;
pub(crate) mod order;
pub(crate) mod policy;
pub(crate) mod roles;
pub(crate) mod tokens;

use crate::dates::figures::{Order, Proof};
use crate::dates::tokens::{Token, day_of, has_year, tokens};
use ::text::lists::{DATE_FILLERS, DATE_SIGNS, ORDINALS, month};
use model::Date;
use std::ops::Range;

/// A date and its place in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) date: Date,
    pub(crate) range: Range<usize>,
}

/// Whether a word, perhaps with a mark after it, names a month.
pub(crate) fn is_month(word: &str) -> bool {
    month(word.trim_end_matches(['.', ','])).is_some()
}

/// All dates of a text with one meaning, in order.
pub(crate) fn find(text: &str) -> Vec<Found> {
    if !has_year(text) {
        return Vec::new();
    }
    find_by(text, Proof::Form)
}

/// All dates of a text whose words say that it has one, in order: years may have two digits, and
/// what has two meanings is read in the policy's own order, if that is known.
pub(crate) fn find_labelled(text: &str, order: Option<Order>) -> Vec<Found> {
    if !has_year(text) && !figures::has_short_year(text) {
        return Vec::new();
    }
    find_by(text, Proof::Label(order))
}

fn find_by(text: &str, proof: Proof) -> Vec<Found> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        match date_at(rest, proof) {
            Some((date, used)) => {
                if let (Some(first), Some(last)) = (rest.first(), rest.get(used - 1)) {
                    found.push(Found {
                        date,
                        range: first.range.start..last.range.end,
                    });
                }
                at += used;
            }
            None => at += 1,
        }
    }
    found
}

/// A month and a year that are not part of a day: "March 2026".
pub(crate) fn find_month(text: &str) -> Option<Range<usize>> {
    if !has_year(text) {
        return None;
    }
    let tokens = tokens(text);
    tokens.windows(2).find_map(|pair| match pair {
        [name, year] if month(name.text).is_some() && year.year().is_some() => {
            Some(name.range.start..year.range.end)
        }
        _ => None,
    })
}

/// The date that the tokens begin with, and how many it takes.
fn date_at(tokens: &[Token<'_>], proof: Proof) -> Option<(Date, usize)> {
    let first = tokens.first()?;
    // Addresses of web pages have dates in them.
    if first.gap.ends_with('/') {
        return None;
    }
    if first.text.bytes().all(|b| b.is_ascii_digit()) {
        return figures::numeric(tokens, proof)
            .or_else(|| day_first(tokens))
            .or_else(|| with_signs(tokens));
    }
    month_first(tokens)
}

fn joined(token: &Token<'_>, marks: &[&str]) -> bool {
    marks.contains(&token.gap.trim())
}

/// `2022年4月1日`, `2022년 4월 1일`.
fn with_signs(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let [year, y, month, m, day, d, ..] = tokens else {
        return None;
    };
    let is_sign = |sign: &char, token: &Token<'_>| token.text.chars().eq([*sign]);
    let is_dated = |[a, b, c]: &[char; 3]| is_sign(a, y) && is_sign(b, m) && is_sign(c, d);
    let dated = DATE_SIGNS.iter().any(is_dated);
    let date = || day_of(year.year()?, month.day()?, day.day()?);
    date().filter(|_| dated).map(|date| (date, 6))
}

/// `26 May 2021`, `21. Mai 2018`, `1er juin 2020`, `the 3rd of May, 2021`.
fn day_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let day = tokens.first()?.day()?;
    let mut at = 1;
    let next = tokens.get(at)?;
    if next.gap.is_empty() && ORDINALS.contains(&next.text.to_lowercase().as_str()) {
        at += 1;
    }
    let is_filler = |token: &Token<'_>| {
        let mut fillers = DATE_FILLERS.iter();
        fillers.any(|filler| token.text.eq_ignore_ascii_case(filler))
    };
    while is_filler(tokens.get(at)?) {
        at += 1;
    }
    let name = tokens.get(at)?;
    let month = month(name.text).filter(|_| joined(name, &["", ".", "-", "‑", "/"]))?;
    let year = tokens.get(at + 1)?;
    if !joined(year, &["", ",", ".", "-", "‑", "/", ".,"]) {
        return None;
    }
    Some((day_of(year.year()?, month, day)?, at + 2))
}

/// `October 31st, 2019`, `May. 3 2020`.
fn month_first(tokens: &[Token<'_>]) -> Option<(Date, usize)> {
    let month = month(tokens.first()?.text)?;
    let day = tokens
        .get(1)
        .filter(|d| joined(d, &["", ".", "-"]))?
        .day()?;
    let mut at = 2;
    let next = tokens.get(at)?;
    if next.gap.is_empty() && ORDINALS.contains(&next.text.to_lowercase().as_str()) {
        at += 1;
    }
    let year = tokens.get(at).filter(|y| joined(y, &["", ",", ".", "-"]))?;
    Some((day_of(year.year()?, month, day)?, at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = find(text).iter().map(|f| f.date.to_string()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn spellings_of_three_languages() {
        check("January 12, 2018", &["2018-01-12"]);
        check("UpdatedNovember 13, 2023", &["2023-11-13"]);
        check("October 31st, 2019", &["2019-10-31"]);
        check("the 3rd of May, 2021", &["2021-05-03"]);
        check("the 1st day of January, 2020", &["2020-01-01"]);
        check("26 May 2021.", &["2021-05-26"]);
        check("am 21. Mai 2018 geändert", &["2018-05-21"]);
        check("le 1er juin 2020", &["2020-06-01"]);
        check("31.12.2019 und 2019-11-26", &["2019-12-31", "2019-11-26"]);
        check("12/31/2019, 31/12/2019", &["2019-12-31", "2019-12-31"]);
        check("2020-09-8", &["2020-09-08"]);
        check("OCTOBER 24, 2022", &["2022-10-24"]);
        check(
            "2022年4月1日施行、2023年10月15日改定",
            &["2022-04-01", "2023-10-15"],
        );
        check("2022년 4월 1일부터", &["2022-04-01"]);
    }

    #[test]
    fn what_has_two_meanings_or_none_is_no_date() {
        check("https://a.example/2017/12/04/updated", &[]);
        check("4-10-14", &[]);
        check("03/04/2019", &[]);
        check("March 2026", &[]);
        check("February 30, 2019", &[]);
        check("P.O. Box 90596, Austin 78709", &[]);
        check("+1 (512) 222-5449", &[]);
        check("Article 6(1) 2016/679", &[]);
    }

    #[test]
    fn under_a_label_more_figures_are_a_date() {
        let check = |text: &str, order, expected: Option<&str>| {
            let found = find_labelled(text, order);
            let found = found.first().map(|found| found.date.to_string());
            assert_eq!(found.as_deref(), expected, "{text} {order:?}");
        };
        let (month, day) = (Some(Order::MonthFirst), Some(Order::DayFirst));
        check("4-10-14", None, None);
        check("4-10-14", month, Some("2014-04-10"));
        check("4-10-14", day, Some("2014-10-04"));
        check("03/04/2019", day, Some("2019-04-03"));
        check("31/12/2019", month, Some("2019-12-31"));
        check("25.05.18", month, Some("2018-05-25"));
        check("1.2.18", day, None);
        check("18-05-25", day, None);
        check("10.12.14.3", day, None);
    }

    #[test]
    fn ranges_hold_the_words_of_the_date() {
        let text = "Updated: November 26, 2019.";
        assert_eq!(
            text.get(find(text)[0].range.clone()),
            Some("November 26, 2019")
        );
    }
}
