//! In which order a policy writes the figures of its dates: is `03/04/2019` March or April?
//!
//! Nothing in such a date says it, but what stands around may: the language, another date of the
//! policy, or the day in the file's name. Where none of them does, the date stays text: a guess
//! would be wrong for half of the English-speaking world.

use crate::dates;
use crate::dates::figures::{self, Order};
use crate::structure::builder::Builder;
use ::text::Language;
use model::Date;

/// How the figures of dates are to be read.
pub(crate) struct Figures {
    /// The order of day and month, where it is known.
    pub(crate) order: Option<Order>,
    /// The language of the text; English where it is unknown.
    pub(crate) language: Language,
}

/// How figures are to be read in a text of this language, whose file has this name.
pub(crate) fn of(built: &Builder, language: &str, name: &str) -> Figures {
    let known = Language::of_tag(language);
    // Outside English, dates that do not begin with the year begin with the day (Unicode CLDR,
    // short date patterns).
    let may_begin_with_month = language == "und" || known.is_some_and(Language::is_month_first);
    let order = if may_begin_with_month {
        by_other_dates(built).or_else(|| by_name(built, name))
    } else {
        Some(Order::DayFirst)
    };
    let language = known.unwrap_or_default();
    Figures { order, language }
}

/// The order of the dates that can have only one, if it is the same for all.
fn by_other_dates(built: &Builder) -> Option<Order> {
    let mut orders = texts(built).flat_map(figures::orders);
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

/// Files of versions are named by a day on which they applied: a policy does not speak of a later
/// one as its own.
fn by_name(built: &Builder, name: &str) -> Option<Order> {
    let file = name.rsplit(['/', '\\']).next()?;
    let day = dates::find(file).first()?.date;
    let ambiguous: Vec<_> = texts(built).flat_map(figures::find_ambiguous).collect();
    let fits = |at: usize, is_fit: &dyn Fn(Date) -> bool| {
        let readings = ambiguous.iter().filter_map(|readings| readings.get(at));
        readings.copied().any(is_fit)
    };
    let is_day = |date: Date| date == day;
    let is_later = |date: Date| date > day;
    let [month_first, day_first] = match [fits(0, &is_day), fits(1, &is_day)] {
        [false, false] => [!fits(0, &is_later), !fits(1, &is_later)],
        same => same,
    };
    match [month_first, day_first] {
        [true, false] => Some(Order::MonthFirst),
        [false, true] => Some(Order::DayFirst),
        _ => None,
    }
}

fn texts(built: &Builder) -> impl Iterator<Item = &str> {
    let headings = built
        .sections
        .iter()
        .map(|section| section.heading.as_str());
    headings.chain(built.blocks.iter().map(|block| block.text.as_str()))
}
