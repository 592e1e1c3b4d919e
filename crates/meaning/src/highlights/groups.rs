//! Facts that are told together with what they hold for: the readers they are limited to, and the
//! name that they took the place of.

use super::{
    ground::{Candidate, Ground},
    items::{Item, candidate, share_words},
    wording::{TERM, cut, with_two},
};
use crate::{
    languages::{contacts::PARTICULAR, statements::GROUPS},
    words::Words,
};
use model::Statement;

/// The readers to whom alone all of this is said, as the text names them.
pub(super) fn group(ground: &Ground<'_, '_>, items: &[&Item<'_>]) -> Option<String> {
    let mut groups: Vec<String> = Vec::new();
    for item in items {
        let group = group_of(ground, item)?;
        let lower = group.to_lowercase();
        if !groups.iter().any(|g| g.to_lowercase() == lower) {
            groups.push(group);
        }
    }
    (groups.len() <= FEW).then(|| groups.join("; "))
}

/// Groups that one headline names.
const FEW: usize = 2;

/// The readers to whom a fact is said: by its heading, its sentence, or what leads to it.
fn group_of(ground: &Ground<'_, '_>, item: &Item<'_>) -> Option<String> {
    let fact = item.fact;
    let text = if item.is_new { ground.new } else { ground.old };
    let passage = text.passages.get(fact.evidence.block?.index())?;
    let section = text.document.sections.get(passage.block.section.index())?;
    // The innermost heading says it best.
    for heading in section.path.iter().rev() {
        let words = Words::new(heading, passage.language);
        if words.has(&GROUPS) || words.has(&PARTICULAR) {
            return Some(cut(heading.trim(), TERM));
        }
    }
    let named = |words: &Words<'_>| {
        let found = words.find(&GROUPS)?;
        Some(cut(words.slice(found), TERM))
    };
    let own = named(&Words::new(&fact.evidence.quote, passage.language));
    own.or_else(|| {
        let lead = text.lead(passage)?;
        lead.sentences.iter().rev().find_map(|s| named(&s.words))
    })
}

/// Recipients that stand where others stood, in a sentence that is otherwise the same: the one
/// replaces the other, and neither is told alone.
pub(super) fn replaced(
    ground: &Ground<'_, '_>,
    added: &mut Vec<Item<'_>>,
    removed: &mut Vec<Item<'_>>,
) -> Vec<Candidate> {
    let say = ground.headlines;
    let mut found = Vec::new();
    let mut left = Vec::new();
    for item in added.drain(..) {
        let Some(at) = removed.iter().position(|old| takes_place(&item, old)) else {
            left.push(item);
            continue;
        };
        let old = removed.remove(at);
        let (new, before) = (cut(name(&item), TERM), cut(name(&old), TERM));
        let headline = with_two(&|n, o| say.recipients_replaced(n, o), &new, &before);
        found.extend(candidate(ground, headline, &[&item, &old]));
    }
    *added = left;
    found
}

/// The name of a recipient.
fn name<'f>(item: &Item<'f>) -> &'f str {
    match item.statement() {
        Statement::Recipient { name } => name,
        _ => "",
    }
}

/// True where only the name in the sentence is another one.
fn takes_place(new: &Item<'_>, old: &Item<'_>) -> bool {
    let rest = |item: &Item<'_>| item.fact.evidence.quote.replace(name(item), "");
    let (new, old) = (rest(new), rest(old));
    // A bare name in a list is no sentence of which the rest could be the same.
    new.split_whitespace().count() >= 4 && share_words(&new, &old)
}
