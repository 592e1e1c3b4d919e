//! Requests as a whole: every law, every request, with and without what may be missing.

#![allow(
    clippy::print_stdout,
    reason = "shows the figures of the length budget"
)]

mod corpus;
mod data;
mod laws;
mod length;
mod letters;
mod mail;
mod quotations;
mod recipients;
#[path = "../support/mod.rs"]
mod support;

use policy_diff::{
    model::{
        Block, BlockId, BlockKind, Contact, ContactRole, ContactType, Document, Evidence, Fact,
        Reading, Right, Section, SectionId, Statement,
        request::{Details, Options, Request},
    },
    rights::{self, compose},
};
use support::percent;

const ADDRESS: &str = "privacy@organisation.example";

fn options(law: &str, request: &str) -> Options {
    Options {
        law: law.into(),
        request: request.into(),
        ..Options::default()
    }
}

fn sent_to(law: &str, request: &str) -> Options {
    Options {
        recipient: Some(ADDRESS.into()),
        ..options(law, request)
    }
}

fn details() -> Details {
    Details {
        name: "Renée O'Hara-Müller".into(),
        email: "renee.ohara@mail.example".into(),
        detail: "My user name is renee77.".into(),
    }
}

/// A policy of one section that says `text`, effective on 1 March 2022.
fn policy(heading: &str, text: &str) -> Document {
    let section = Section {
        heading: heading.into(),
        level: 2,
        path: vec!["Privacy Policy".into(), heading.into()],
        recovered: false,
        blocks: 0..1,
    };
    let block = Block {
        section: SectionId(0),
        kind: BlockKind::Paragraph,
        depth: 0,
        text: text.into(),
        normal: text.to_lowercase(),
        marks: Vec::new(),
        span: 0..text.len(),
    };
    Document {
        effective_date: Some(jiff::civil::date(2022, 3, 1)),
        sections: vec![section],
        blocks: vec![block],
        ..Document::default()
    }
}

fn evidence(quote: &str) -> Evidence {
    Evidence {
        block: Some(BlockId(0)),
        quote: quote.into(),
    }
}

fn grants(right: Right, quote: &str) -> Fact {
    Fact {
        statement: Statement::Right { right },
        evidence: evidence(quote),
    }
}

fn contact(value: &str, kind: ContactType) -> Contact {
    Contact {
        value: value.into(),
        kind,
        role: ContactRole::Privacy,
        rights: Vec::new(),
        recommended: true,
        evidence: evidence(value),
    }
}

fn must(document: &Document, reading: &Reading, options: &Options) -> Request {
    compose(document, reading, options).expect("this combination is offered")
}

/// The short texts of a link, decoded as a mail program would.
fn decode(link: &str) -> (String, String, String) {
    let rest = link.strip_prefix("mailto:").expect("a mail link");
    let (to, query) = rest.split_once('?').expect("a query");
    let field = |name: &str| {
        let fields = query.split('&').filter_map(|f| f.split_once('='));
        fields
            .filter(|(key, _)| *key == name)
            .map(|(_, v)| percent(v))
            .collect::<String>()
    };
    (percent(to), field("subject"), field("body"))
}

/// Every law with every request it offers.
fn offered() -> impl Iterator<Item = (&'static str, &'static str)> {
    rights::laws()
        .iter()
        .flat_map(|law| law.requests().map(|p| (law.key, p.request)))
}
