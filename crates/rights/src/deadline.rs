//! Computes when a term ends.
//!
//! Terms have units because they differ: 30 days after 31 January is 2 March, one month after it
//! is the last day of February. Public holidays are unknown here, so a term in business days can
//! end later than computed, but never earlier.

use jiff::{ToSpan as _, civil::Weekday};

use model::Date;
use model::request::{Deadline, Term, Unit};

/// The last days of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day of the ordinary term.
    pub on: Date,
    /// The last day of the extended term; `None` if the law allows no extension.
    pub extended: Option<Date>,
}

/// Returns the last days for a letter received on the day `receipt`, which does not count itself,
/// or `None` if they are after the end of the calendar (year 9999).
#[must_use]
pub fn due(deadline: &Deadline, receipt: Date) -> Option<Due> {
    let on = last_day(receipt, deadline.term)?;
    let extended = match deadline.extension {
        None => None,
        // One month and two further months are three months from receipt, not two months from a
        // day that was clamped to the end of February.
        Some(Term { count, unit }) if unit == deadline.term.unit => {
            let count = deadline.term.count.checked_add(count)?;
            Some(last_day(receipt, Term { count, unit })?)
        }
        Some(more) => Some(last_day(on, more)?),
    };
    Some(Due { on, extended })
}

/// Returns the last day of a term counted from an event on the day `from`, which does not count
/// itself, or `None` after the end of the calendar.
#[must_use]
pub fn last_day(from: Date, term: Term) -> Option<Date> {
    let count = i64::from(term.count);
    match term.unit {
        Unit::Months => from.checked_add(count.months()).ok(),
        Unit::Days => from.checked_add(count.days()).ok(),
        Unit::BusinessDays | Unit::WorkingDays => {
            let mut day = from;
            let mut left = term.count;
            while left > 0 {
                day = day.tomorrow().ok()?;
                let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
                left -= u16::from(!weekend);
            }
            Some(day)
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn after(from: Date, count: u16, unit: Unit) -> Option<Date> {
        last_day(from, Term { count, unit })
    }

    #[test]
    fn a_month_is_clamped_to_the_end_of_a_shorter_month() {
        assert_eq!(
            after(date(2026, 1, 31), 1, Unit::Months),
            Some(date(2026, 2, 28))
        );
        assert_eq!(
            after(date(2028, 1, 31), 1, Unit::Months),
            Some(date(2028, 2, 29))
        );
        assert_eq!(
            after(date(2026, 3, 31), 1, Unit::Months),
            Some(date(2026, 4, 30))
        );
        assert_eq!(
            after(date(2026, 12, 15), 1, Unit::Months),
            Some(date(2027, 1, 15))
        );
    }

    #[test]
    fn thirty_days_are_not_a_month() {
        assert_eq!(
            after(date(2026, 1, 31), 30, Unit::Days),
            Some(date(2026, 3, 2))
        );
    }

    #[test]
    fn business_days_skip_weekends() {
        // A Friday, a Saturday and a Sunday have the same next business day.
        assert_eq!(
            after(date(2026, 11, 20), 1, Unit::BusinessDays),
            Some(date(2026, 11, 23))
        );
        assert_eq!(
            after(date(2026, 11, 21), 1, Unit::BusinessDays),
            Some(date(2026, 11, 23))
        );
        assert_eq!(
            after(date(2026, 11, 22), 1, Unit::BusinessDays),
            Some(date(2026, 11, 23))
        );
        assert_eq!(
            after(date(2026, 11, 20), 10, Unit::BusinessDays),
            Some(date(2026, 12, 4))
        );
        assert_eq!(
            after(date(2026, 11, 23), 15, Unit::WorkingDays),
            Some(date(2026, 12, 14))
        );
    }

    #[test]
    fn an_extension_counts_from_receipt_too() {
        let law = crate::law("gdpr").and_then(|l| l.provision("access"));
        let deadline = law
            .and_then(|p| p.deadline)
            .expect("the GDPR has a term for access");
        let due = due(&deadline, date(2026, 1, 31));
        let expected = Due {
            on: date(2026, 2, 28),
            extended: Some(date(2026, 4, 30)),
        };
        assert_eq!(due, Some(expected));
    }

    #[test]
    fn the_end_of_the_calendar_is_no_day() {
        assert_eq!(after(Date::MAX, 1, Unit::Days), None);
        assert_eq!(after(Date::MAX, 1, Unit::BusinessDays), None);
        assert_eq!(after(Date::MAX, 1, Unit::Months), None);
    }
}
