//! Named recipients of data.
//!
//! A name alone proves nothing: policies name browsers, laws and themselves. It counts where the
//! construction around it says that data goes there: a list introduced as one of third parties
//! ([`lists`]), the column of a table for them ([`tables`]), a label ([`labels`]), a sentence of
//! handing over, hosting or receiving ([`sentences`]), or a link to the privacy policy of that
//! company's own site ([`links`]).

mod labels;
mod links;
mod lists;
mod mentions;
mod place;
mod sentences;
mod tables;

use super::{collected::Facts, names::Names};
use crate::{
    languages::recipients::NO_RECIPIENTS,
    words::text::{Passage, Text},
};
use mentions::{Mention, told_apart};
use model::{BlockKind, Statement};
use place::{Place, places};

/// Adds the recipients that a document names: all are found first and told apart then, as the one
/// name for a recipient must not depend on which of its names the text has first.
pub(super) fn read(text: &Text<'_>, facts: &mut Facts) {
    let names = Names::of(text);
    let mut found = Vec::new();
    for passage in &text.passages {
        read_passage(text, &names, passage, &mut found);
    }
    for (name, first) in told_apart(&found) {
        let name = name.to_owned();
        facts.add(Statement::Recipient { name }, first.passage, first.sentence);
    }
}

fn read_passage<'p, 'd>(
    text: &'p Text<'d>,
    names: &'p Names,
    passage: &'p Passage<'d>,
    found: &mut Vec<Mention<'p, 'd>>,
) {
    let column = tables::column(text, passage);
    let listed = column.is_none() && lists::is_item(text, passage);
    let announced = lists::is_announced(text, passage);
    let linked = lists::is_linked_item(text, passage);
    for sentence in &passage.sentences {
        let mut place = Place {
            text,
            names,
            passage,
            sentence,
            found: &mut *found,
            barred: Vec::new(),
            announced,
        };
        if let Some(column) = column {
            tables::cell(&mut place, column);
        }
        if linked {
            lists::linked(&mut place);
        }
        if listed {
            lists::item(&mut place);
        }
        if announced && passage.block.kind == BlockKind::Paragraph {
            lists::company(&mut place);
        }
        sentences::apposition(&mut place);
        place.barred = places(&sentence.words, &NO_RECIPIENTS, 0);
        labels::read(&mut place);
        sentences::running(&mut place);
        links::policies(&mut place);
    }
}
