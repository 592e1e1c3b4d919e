//! Puts law, policy and person together into one request.

use unicode_segmentation::UnicodeSegmentation as _;

use super::{
    coverage::mentions,
    data::{law, laws, wording},
    mail::{self, MailLink},
    model::{Details, Form, Kind, Law, Missing, Options, Provision, Quoted, Request, RequestError},
    wording::{Letter, Values, Wording},
};
use crate::{
    document::{Date, Document, Evidence, Section},
    meaning::{Contact, ContactType, Reading, Right},
};

/// Bytes below which a quotation is not trimmed: policies often name the right only after a clause
/// about who has it, and a quotation that ends before it says nothing.
const SHORTEST_QUOTE: usize = 120;

/// Bytes beyond which a quotation buries the request that it should support.
const LONGEST_QUOTE: usize = 400;

/// A heading longer than this many characters is no heading to cite.
const LONGEST_SECTION: usize = 80;

/// Composes the request that `options` ask for.
///
/// The recipient is what the policy names for this right, or what `options` give; it is never
/// guessed. The letter is the longest form that a mail link carries whole: first with the
/// policy's own sentence, then with its beginning, then the short form. Where nothing fits, the
/// letter stays whole and the link carries address and subject only.
///
/// # Errors
/// Where the law, the request or the given recipient cannot be used; the sentence says why.
pub fn compose(
    document: &Document,
    reading: &Reading,
    options: &Options,
) -> Result<Request, RequestError> {
    let law = law(&options.law).ok_or_else(|| RequestError::UnknownLaw(options.law.clone()))?;
    let provision = find_provision(law, &options.request)?;
    let wording = wording(&options.language);
    let letter = wording
        .letter(provision.letter)
        .ok_or_else(|| RequestError::UnknownRequest(options.request.clone()))?;
    let contact = contact_for(reading, provision);
    let (to, to_evidence) = recipient(contact, provision, options)?;
    let granted_by = mentions(provision, reading);
    let parts = Draft {
        wording,
        letter,
        law,
        provision,
        place: options.place.as_deref(),
        details: &options.details,
        quote: quotable(document, law, &granted_by),
        date: document.effective_date,
    };
    let written = parts.fit(to.as_deref());
    let detail_given = !options.details.detail.trim().is_empty();
    let missing = letter
        .prompt
        .filter(|_| provision.needs_detail && !detail_given);
    Ok(Request {
        law: law.key,
        request: provision.request,
        kind: provision.kind,
        provision: provision.citation,
        in_force: in_force(provision, options.today),
        to,
        to_evidence,
        contact: contact.cloned(),
        subject: written.subject,
        body: written.body,
        form: written.form,
        quoted: written.quoted,
        mailto_length: written.link.as_ref().map_or(0, |l| l.length),
        mailto_complete: written.link.as_ref().is_some_and(|l| l.complete),
        mailto: written.link.map(|l| l.href),
        confirm: provision.confirm,
        deadline: provision.deadline,
        granted_by,
        authority: law.authority(options.place.as_deref()).copied(),
        missing: missing
            .map(|prompt| Missing {
                field: "detail",
                prompt,
            })
            .into_iter()
            .collect(),
    })
}

fn find_provision(law: &'static Law, request: &str) -> Result<&'static Provision, RequestError> {
    let provision = law.provision(request).ok_or_else(|| {
        let known = laws().iter().any(|l| l.provision(request).is_some());
        if known {
            RequestError::NotGiven {
                law: law.short.get("en"),
                request: request.to_owned(),
            }
        } else {
            RequestError::UnknownRequest(request.to_owned())
        }
    })?;
    if provision.kind == Kind::Protection {
        return Err(RequestError::NotARequest {
            citation: provision.citation,
        });
    }
    Ok(provision)
}

fn contact_for<'a>(reading: &'a Reading, provision: &Provision) -> Option<&'a Contact> {
    if provision.kind != Kind::Letter {
        return None;
    }
    match Right::from_key(provision.request) {
        Some(right) => reading.contact_for(right),
        None => reading.contacts.iter().find(|c| c.recommended),
    }
}

type Recipient = (Option<String>, Option<Evidence>);

fn recipient(
    contact: Option<&Contact>,
    provision: &Provision,
    options: &Options,
) -> Result<Recipient, RequestError> {
    if provision.kind != Kind::Letter {
        return Ok((None, None));
    }
    if let Some(given) = options.recipient.as_deref() {
        let address = mail::Address::parse(given);
        return match address {
            Some(_) => Ok((Some(given.trim().to_owned()), None)),
            None => Err(RequestError::BadRecipient(given.to_owned())),
        };
    }
    let email = contact
        .filter(|c| c.kind == ContactType::Email && mail::Address::parse(&c.value).is_some());
    Ok((
        email.map(|c| c.value.trim().to_owned()),
        email.map(|c| c.evidence.clone()),
    ))
}

/// Without a day of writing, the day on which the data was checked decides.
fn in_force(provision: &Provision, today: Option<Date>) -> bool {
    let Some(basis) = provision.basis else {
        return true;
    };
    let today = today.map_or_else(|| basis.checked.to_owned(), |date| date.to_string());
    // ISO dates compare as text.
    basis.in_force_from <= today.as_str()
}

/// The policy's own sentence, ready to be quoted.
struct Quote {
    text: String,
    section: String,
}

/// The passage to quote: the first that names this law or stands under a heading that does, else
/// the first that names no law at all.
fn quotable(document: &Document, law: &Law, granted_by: &[Evidence]) -> Option<Quote> {
    let passages = granted_by.iter().map(|evidence| {
        let block = evidence
            .block
            .and_then(|id| document.blocks.get(id.index()));
        (
            evidence,
            block.and_then(|b| document.sections.get(b.section.index())),
        )
    });
    let fitting = passages.filter_map(|(evidence, section)| {
        let path = section.map(|s| s.path.join("\n")).unwrap_or_default();
        let text = mail::clean_line(&evidence.quote);
        let own = names(law, &path) || names(law, &text);
        let other = |l: &&Law| l.key != law.key && (names(l, &path) || names(l, &text));
        let fits = !text.is_empty() && (own || !laws().iter().any(|l| other(&l)));
        fits.then(|| {
            (
                !own,
                Quote {
                    text,
                    section: section.map(citable).unwrap_or_default(),
                },
            )
        })
    });
    fitting
        .min_by_key(|(unnamed, _)| *unnamed)
        .map(|(_, quote)| quote)
}

/// The heading, unless it is too long to be cited.
fn citable(section: &Section) -> String {
    let heading = mail::clean_line(&section.heading);
    if heading.chars().count() > LONGEST_SECTION {
        String::new()
    } else {
        heading
    }
}

fn names(law: &Law, text: &str) -> bool {
    law.names_in_policies
        .iter()
        .any(|name| contains_word(text, name))
}

/// True where white space follows, or where the script has none: `privacy@` is no end of a word.
fn ends_word(text: &str, end: usize) -> bool {
    let last = text[..end].chars().next_back();
    text[end..].chars().next().is_none_or(|next| {
        next.is_whitespace() || !next.is_ascii() && last.is_some_and(|c| !c.is_ascii())
    })
}

/// True where `text` contains `name` and no letter or digit adjoins it.
fn contains_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    })
}

struct Draft<'a> {
    wording: &'static Wording,
    letter: &'static Letter,
    law: &'static Law,
    provision: &'static Provision,
    place: Option<&'a str>,
    details: &'a Details,
    quote: Option<Quote>,
    date: Option<Date>,
}

struct Written {
    subject: String,
    body: String,
    form: Form,
    quoted: Quoted,
    link: Option<MailLink>,
}

impl Draft<'_> {
    /// The longest letter whose mail link is within the budget.
    fn fit(&self, to: Option<&str>) -> Written {
        let cuts = self.cuts();
        let longest = cuts.first().copied().unwrap_or_default();
        let whole = self.write(Form::Full, longest, to);
        let fits = |written: &Written| written.link.as_ref().is_none_or(|link| link.complete);
        if fits(&whole) {
            return whole;
        }
        // A shorter quotation never makes a longer link, so the longest that fits is found by
        // halving; the short form may in the end do without.
        let longest = |form: Form, cuts: &[usize]| {
            let at = cuts.partition_point(|cut| !fits(&self.write(form, *cut, to)));
            cuts.get(at).map(|cut| self.write(form, *cut, to))
        };
        longest(Form::Full, &cuts)
            .or_else(|| longest(Form::Short, &cuts))
            .or_else(|| longest(Form::Short, &[0]))
            .unwrap_or(whole)
    }

    /// Lengths in bytes at which the quotation may end, longest first.
    fn cuts(&self) -> Vec<usize> {
        let Some(quote) = &self.quote else {
            return vec![0];
        };
        let text = quote.text.as_str();
        let mut cuts: Vec<usize> = text
            .unicode_word_indices()
            .map(|(at, word)| at + word.len())
            .filter(|end| (SHORTEST_QUOTE..=LONGEST_QUOTE).contains(end) && ends_word(text, *end))
            .collect();
        if text.len() <= LONGEST_QUOTE {
            cuts.retain(|end| *end < text.len());
            cuts.push(text.len());
        }
        cuts.reverse();
        cuts
    }

    fn write(&self, form: Form, cut: usize, to: Option<&str>) -> Written {
        let quote = self
            .quote
            .as_ref()
            .and_then(|q| q.text.get(..cut))
            .unwrap_or_default();
        let shown = self.quotation(quote);
        let values = self.values(&shown);
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
        let filled = super::wording::fill(self.letter.subject, values);
        mail::clean_subject(&filled.unwrap_or_default())
    }

    /// The passage in quotation marks; marks inside it become inner ones, so that it ends where
    /// it seems to end.
    fn quotation(&self, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        let mark = |i: usize| self.wording.quote_marks.get(i).copied().unwrap_or_default();
        let mut shown = mark(0).to_owned();
        for c in text.chars() {
            match c {
                '“' | '„' | '«' => shown.push_str(mark(2)),
                '”' | '»' => shown.push_str(mark(3)),
                '"' => shown.push('\''),
                c => shown.push(c),
            }
        }
        if self
            .quote
            .as_ref()
            .is_some_and(|q| q.text.len() > text.len())
        {
            shown.push(' ');
            shown.push_str(self.wording.ellipsis);
        }
        shown.push_str(mark(1));
        shown
    }

    fn values(&self, quote: &str) -> Vec<(&'static str, String)> {
        let term = |d: &super::model::Deadline| (self.wording.term(d.term), d.source.to_owned());
        let (answer, answer_source) = self
            .provision
            .deadline
            .as_ref()
            .map(term)
            .unwrap_or_default();
        let (confirm, confirm_source) = self
            .provision
            .confirm
            .as_ref()
            .map(term)
            .unwrap_or_default();
        let basis = |rule: Option<super::model::Rule>| {
            rule.map(|r| r.basis.provision.to_owned())
                .unwrap_or_default()
        };
        let authority = self.law.authority(self.place);
        vec![
            ("law", self.law.short.get(self.wording.language).to_owned()),
            ("provision", self.provision.citation.to_owned()),
            ("term", answer),
            ("term_source", answer_source),
            ("confirm_term", confirm),
            ("confirm_source", confirm_source),
            ("identity_source", basis(self.law.identity)),
            ("fee_source", basis(self.law.fee)),
            (
                "authority",
                authority.map(|a| a.name.to_owned()).unwrap_or_default(),
            ),
            (
                "authority_note",
                authority
                    .and_then(|a| a.note)
                    .map_or("", |n| n.get(self.wording.language))
                    .to_owned(),
            ),
            (
                "authority_url",
                authority.map(|a| a.url.to_owned()).unwrap_or_default(),
            ),
            ("quote", quote.to_owned()),
            (
                "section",
                self.quote
                    .as_ref()
                    .map(|q| q.section.clone())
                    .unwrap_or_default(),
            ),
            (
                "date",
                self.date.map(|d| self.wording.date(d)).unwrap_or_default(),
            ),
            ("detail", self.detail()),
            ("name", mail::clean_line(&self.details.name)),
            ("email", mail::clean_line(&self.details.email)),
        ]
    }

    /// What the person wrote, or a prompt in brackets where the letter cannot do without.
    fn detail(&self) -> String {
        let given = clean_lines(&self.details.detail);
        match self.letter.prompt {
            Some(prompt) if given.is_empty() && self.provision.needs_detail => {
                format!("[{prompt}]")
            }
            _ => given,
        }
    }
}

/// Line breaks kept; each line without hidden characters.
fn clean_lines(text: &str) -> String {
    let lines = text
        .lines()
        .map(mail::clean_line)
        .collect::<Vec<_>>()
        .join("\n");
    lines.trim().to_owned()
}
