//! Dates in figures alone, of which nothing but their order says which figure is the month.

use crate::dates::tokens::{Token, day_of, has_year, tokens};
use model::Date;

/// Which figure of `03/04/2019` is the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// March 4.
    MonthFirst,
    /// 3 April.
    DayFirst,
}

/// What shows that figures are a date.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Proof {
    /// Nothing but their own form.
    Form,
    /// Words beside them; then what has two meanings is read in the policy's order, if it is known.
    Label(Option<Order>),
}

/// True where a year of two digits may stand behind a mark, as in `4-10-14`.
pub(crate) fn has_short_year(text: &str) -> bool {
    let mut runs = text.as_bytes().windows(4);
    runs.any(|run| match run {
        [before, mark, year @ ..] => {
            before.is_ascii_digit()
                && matches!(mark, b'-' | b'.' | b'/')
                && year.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    })
}

/// The two figures before the year, and what stands between the three.
struct Figures {
    first: i8,
    second: i8,
    year: i16,
    mark: Mark,
}

#[derive(PartialEq, Eq)]
enum Mark {
    Dot,
    Other,
}

impl Figures {
    fn of(tokens: &[Token<'_>]) -> Option<Self> {
        let [a, b, c, ..] = tokens else {
            return None;
        };
        let mark = match between(b, c)? {
            "." => Mark::Dot,
            _ => Mark::Other,
        };
        Some(Self {
            first: a.day()?,
            second: b.day()?,
            year: c.year()?,
            mark,
        })
    }

    /// The order that the figures can only have.
    fn order(&self) -> Option<Order> {
        // Dots are German and French and put the day first; the others are read where one number
        // cannot be a month.
        if self.mark == Mark::Dot || self.first > 12 {
            return Some(Order::DayFirst);
        }
        (self.second > 12 || self.first == self.second).then_some(Order::MonthFirst)
    }

    fn date(&self, order: Order) -> Option<Date> {
        match order {
            Order::MonthFirst => day_of(self.year, self.first, self.second),
            Order::DayFirst => day_of(self.year, self.second, self.first),
        }
    }
}

/// The mark between all three figures of a date.
fn between<'a>(second: &Token<'a>, third: &Token<'a>) -> Option<&'a str> {
    let mark = second.gap.trim();
    (mark == third.gap.trim() && matches!(mark, "-" | "." | "/" | "–" | "‑")).then_some(mark)
}

/// `2019-11-26`, `26.11.2019`, `12/31/2019`, `31/12/2019`.
pub(crate) fn numeric(tokens: &[Token<'_>], proof: Proof) -> Option<(Date, usize)> {
    let [a, b, c, ..] = tokens else {
        return None;
    };
    if let Some(year) = a.year() {
        between(b, c)?;
        return Some((day_of(year, b.day()?, c.day()?)?, 3));
    }
    let (figures, order) = match (Figures::of(tokens), proof) {
        (figures, Proof::Form) => (figures?, None),
        (figures, Proof::Label(order)) => (figures.or_else(|| short_year(tokens))?, order),
    };
    let order = figures.order().or(order)?;
    Some((figures.date(order)?, 3))
}

/// `25.05.18`, `4-10-14`.
fn short_year(tokens: &[Token<'_>]) -> Option<Figures> {
    let [a, b, c, ..] = tokens else {
        return None;
    };
    let mark = match between(b, c)? {
        // "1.2.18" is a version of a program.
        "." if a.text.len() == 2 && b.text.len() == 2 => Mark::Dot,
        "." => return None,
        _ => Mark::Other,
    };
    let (first, second) = (a.day()?, b.day()?);
    // "18-05-25" may begin with the year.
    let may_begin_with_year = mark == Mark::Other && first > 12;
    let year = c.number().filter(|_| c.text.len() == 2)?;
    let is_last = tokens
        .get(3)
        .is_none_or(|next| next.gap.trim() != b.gap.trim());
    (is_last && !may_begin_with_year).then_some(Figures {
        first,
        second,
        year: 2000 + year,
        mark,
    })
}

/// The days that a text's figures of two meanings can stand for: month first, then day first.
pub(crate) fn find_ambiguous(text: &str) -> Vec<[Date; 2]> {
    if !has_year(text) && !has_short_year(text) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let starts = (0..tokens.len()).filter_map(|at| tokens.get(at..));
    let figures = starts.filter_map(|rest| Figures::of(rest).or_else(|| short_year(rest)));
    let ambiguous = figures.filter(|figures| figures.order().is_none());
    ambiguous
        .filter_map(|f| Some([f.date(Order::MonthFirst)?, f.date(Order::DayFirst)?]))
        .collect()
}

/// The order of the figures of dates that can have only one; dots aside, which say nothing of
/// other marks.
pub(crate) fn orders(text: &str) -> Vec<Order> {
    if !has_year(text) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let starts = (0..tokens.len()).filter_map(|at| tokens.get(at..));
    let figures = starts.filter_map(Figures::of);
    let told = figures.filter(|f| f.mark == Mark::Other && f.first != f.second);
    told.filter_map(|f| f.order().filter(|order| f.date(*order).is_some()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_told_by_figures_that_can_be_no_month() {
        assert_eq!(orders("12/31/2019"), [Order::MonthFirst]);
        assert_eq!(orders("on 31-12-2019"), [Order::DayFirst]);
        assert_eq!(orders("03/04/2019, 05/05/2019, 31.12.2019, 2019-12-31"), []);
    }
}
