//! Writes one letter, in the longest form that fits into a mail link.

use super::{
    mail::{self, MailLink},
    quote::Quote,
    wording::{Letter, Values, Wording, fill},
};
use model::Date;
use model::request::{Deadline, Details, Form, Law, Provision, Quoted, Rule};

/// Everything that goes into a letter.
pub(super) struct Draft<'a> {
    pub wording: &'static Wording,
    pub letter: &'static Letter,
    pub law: &'static Law,
    pub provision: &'static Provision,
    pub place: Option<&'a str>,
    pub details: &'a Details,
    pub quote: Option<Quote>,
    pub date: Option<Date>,
}

/// One version of the letter.
pub(super) struct Written {
    pub subject: String,
    pub body: String,
    pub form: Form,
    pub quoted: Quoted,
    pub link: Option<MailLink>,
}

/// How many bytes of the policy's sentence are quoted, and whether with the section's heading.
#[derive(Clone, Copy)]
enum Quoting {
    WithSection(usize),
    Alone(usize),
}

impl Draft<'_> {
    /// Returns the longest letter to the address `to` whose mail link is within the budget.
    ///
    /// If it is too long, the section's heading is the first to be left out: the sentence is what
    /// matters, its place only helps to find it.
    pub fn fit(&self, to: Option<&str>) -> Written {
        let cuts = self.quote.as_ref().map_or_else(|| vec![0], Quote::cuts);
        let longest = cuts.first().copied().unwrap_or_default();
        let whole = self.write(Form::Full, Quoting::WithSection(longest), to);
        let fits = |written: &Written| written.link.as_ref().is_none_or(|link| link.complete);
        if fits(&whole) {
            return whole;
        }
        // A shorter quotation never makes a longer link, so binary search finds the longest that
        // fits. The short form can do without any.
        let longest = |form: Form, cuts: &[usize]| {
            let write = |cut: &usize| self.write(form, Quoting::Alone(*cut), to);
            let at = cuts.partition_point(|cut| !fits(&write(cut)));
            cuts.get(at).map(write)
        };
        longest(Form::Full, &cuts)
            .or_else(|| longest(Form::Short, &cuts))
            .or_else(|| longest(Form::Short, &[0]))
            .unwrap_or(whole)
    }

    /// Writes the letter in a given form, with its mail link if there is a recipient.
    fn write(&self, form: Form, quoting: Quoting, to: Option<&str>) -> Written {
        let (cut, with_section) = match quoting {
            Quoting::WithSection(cut) => (cut, true),
            Quoting::Alone(cut) => (cut, false),
        };
        let trimmed = self.quote.as_ref().and_then(|q| q.text.get(..cut));
        let quote = trimmed.unwrap_or_default();
        let shown = self.quotation(quote);
        let values = self.values(&shown, with_section);
        let values: Vec<(&'static str, &str)> =
            values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let order = match form {
            Form::Full => self.wording.full,
            Form::Short => self.wording.short,
        };
        let subject = self.subject(&values);
        let body = self.wording.body(self.letter, self.law.key, order, &values);
        let quoted = match &self.quote {
            None => Quoted::Nothing,
            Some(_) if quote.is_empty() => Quoted::LeftOut,
            Some(q) if q.text.len() == quote.len() => Quoted::Whole,
            Some(_) => Quoted::Trimmed,
        };
        let link = to.and_then(|to| mail::link(to, &subject, &body));
        Written {
            subject,
            body,
            form,
            quoted,
            link,
        }
    }

    fn subject(&self, values: &Values<'_>) -> String {
        let filled = fill(self.letter.subject, values);
        mail::clean_subject(&filled.unwrap_or_default())
    }

    /// Returns the quote in quotation marks, with an ellipsis if it was trimmed.
    fn quotation(&self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let full = self.quote.as_ref().map_or(0, |q| q.text.len());
        let (gap, ellipsis) = if text.len() == full {
            ("", "")
        } else {
            (" ", self.wording.ellipsis)
        };
        let (open, close) = (self.mark(0), self.mark(1));
        [open, &self.inner(text), gap, ellipsis, close].concat()
    }

    /// Returns one of the quotation marks: outer and inner, opening and closing.
    fn mark(&self, at: usize) -> &'static str {
        self.wording
            .quote_marks
            .get(at)
            .copied()
            .unwrap_or_default()
    }

    /// Replaces quotation marks by inner ones, so that the quotation ends where it seems to end.
    fn inner(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '“' | '„' | '«' => shown.push_str(self.mark(2)),
                '”' | '»' => shown.push_str(self.mark(3)),
                '"' => shown.push('\''),
                c => shown.push(c),
            }
        }
        shown
    }

    /// Returns the value of every placeholder; `quote` is the quotation with its marks.
    fn values(&self, quote: &str, with_section: bool) -> Vec<(&'static str, String)> {
        let text = |text: &str| text.to_owned();
        let term = |d: Option<Deadline>| d.map_or_else(String::new, |d| self.wording.term(d.term));
        let source = |d: Option<Deadline>| text(d.map_or("", |d| d.source));
        let basis = |rule: Option<Rule>| text(rule.map_or("", |r| r.basis.provision));
        let (answer, confirm) = (self.provision.deadline, self.provision.confirm);
        let language = self.wording.language;
        let authority = self.law.authority(self.place);
        let note = authority.and_then(|a| a.note);
        let cited = self.quote.as_ref().filter(|_| with_section);
        let section = cited.map(|q| self.inner(&q.section));
        vec![
            ("law", text(self.law.short.get(language))),
            ("provision", text(self.provision.citation)),
            ("term", term(answer)),
            ("term_source", source(answer)),
            ("confirm_term", term(confirm)),
            ("confirm_source", source(confirm)),
            ("identity_source", basis(self.law.identity)),
            ("fee_source", basis(self.law.fee)),
            ("authority", text(authority.map_or("", |a| a.name))),
            ("authority_note", text(note.map_or("", |n| n.get(language)))),
            ("authority_url", text(authority.map_or("", |a| a.url))),
            ("quote", text(quote)),
            ("section", section.unwrap_or_default()),
            (
                "date",
                self.date.map(|d| self.wording.date(d)).unwrap_or_default(),
            ),
            ("detail", self.detail()),
            ("name", mail::clean_line(&self.details.name)),
            ("email", mail::clean_line(&self.details.email)),
        ]
    }

    /// Returns what to ask the person, or `None` if the letter needs no detail or has one.
    pub fn prompt(&self) -> Option<&'static str> {
        let waits = self.provision.needs_detail && clean_lines(&self.details.detail).is_empty();
        self.letter.prompt.filter(|_| waits)
    }

    /// Returns what the person wrote, or the prompt in brackets.
    fn detail(&self) -> String {
        match self.prompt() {
            Some(prompt) => format!("[{prompt}]"),
            None => clean_lines(&self.details.detail),
        }
    }
}

/// Removes hidden characters, but keeps line breaks.
fn clean_lines(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(mail::clean_line).collect();
    lines.join("\n").trim().to_owned()
}
