//! Finds the headings that no markup marks, and those that markup marks wrongly.
//!
//! Headings are a property of the whole document. Lines that could be titles are put into classes
//! by their look ([`super::lines`]); each class is judged by what follows its members, and its
//! members are headings together or not at all. Judging line by line was rejected: nothing in a
//! single line tells a title from the label of a card, a clause or a line of an address.
//!
//! A missed heading only makes a section coarser; an invented one separates a paragraph from its
//! section. So the less a look stands out, the more its members have to show.

use crate::dates::roles::is_date_line;
use crate::piece::{Piece, Role};
use crate::structure::classes::{Class, Survey};
use crate::structure::labels;
use crate::structure::levels::Levels;
use crate::structure::lines::{self, Below, Line, Look, Place};
use crate::structure::titles::{LONGEST_SENTENCE, names_document};
use ::text::lexer::length_in_words;
use ::text::sorting::set;
use model::BlockKind;
use std::collections::{BTreeMap, BTreeSet};

/// Most words of a marked heading. Longer ones are paragraphs in heading size, or followed by a rule
/// that made them headings.
const LONGEST_HEADING: usize = 45;
/// Words that a section has at most where headings divide a text; longer ones hide titles.
const UNDIVIDED: usize = 1000;

/// Turns paragraphs that are titles into headings, and marked headings that are none into
/// paragraphs.
pub(crate) fn recover(mut pieces: Vec<Piece>) -> Vec<Piece> {
    demote(&mut pieces);
    let mut lines = lines::collect(&pieces);
    let labels = labels::among_lines(&pieces, &lines);
    skip(&mut lines, &labels);
    let chosen = choose(&pieces, &lines, &labels);
    let mut pieces = apply(pieces, &chosen);
    pieces.iter_mut().for_each(number);
    pieces
}

/// Puts the number of a list's item before the title that it is: a reader sees it there.
fn number(piece: &mut Piece) {
    let own = crate::numbers::number(&piece.inline.text, true);
    if let (true, Some(ordinal), None) = (piece.is_heading(), piece.ordinal, own) {
        piece.inline.replace(0..0, &format!("{ordinal}. "));
    }
}

/// Turns marked headings that are paragraphs or dates into paragraphs.
fn demote(pieces: &mut Vec<Piece>) {
    for piece in pieces.iter_mut().filter(|piece| piece.is_heading()) {
        let text = &piece.inline.text;
        let length = length_in_words(text);
        let is_sentence = length > LONGEST_SENTENCE && text.ends_with('.');
        let is_text = length > LONGEST_HEADING || is_sentence;
        if is_text || is_date_line(text) {
            piece.role = Role::Block {
                kind: BlockKind::Paragraph,
                depth: 0,
            };
        }
    }
    pieces.retain(|piece| {
        piece.inline.text.chars().any(char::is_alphanumeric) || !piece.is_heading()
    });
}

/// Lets the titles over a label stand over what the label stands over.
fn skip(lines: &mut [Line], labels: &BTreeSet<usize>) {
    for at in labels.iter().rev() {
        let below = lines.get(*at).map(|label| label.below);
        let above = at.checked_sub(1).and_then(|above| lines.get_mut(above));
        if let (Some(below), Some(line)) = (below, above)
            && matches!(line.below, Below::Same | Below::Title)
        {
            line.below = below;
        }
    }
}

/// Returns the lines that are headings; `labels` are the positions of those that cannot be.
fn choose<'a>(pieces: &[Piece], lines: &'a [Line], labels: &BTreeSet<usize>) -> Vec<&'a Line> {
    let mut classes: BTreeMap<Look, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if !labels.contains(&at) {
            classes.entry(line.look).or_default().push(at);
        }
    }
    let title = title_line(lines, pieces);
    let survey = Survey::of(pieces, lines);
    let classes = classes.iter().map(|(look, members)| Class {
        look: *look,
        survey: &survey,
        members,
    });
    let (strong, others): (Vec<_>, Vec<_>) = classes.partition(Class::holds);
    let members = |class: &Class<'_>| -> Vec<usize> {
        let members = class.members.iter().copied();
        members.filter(|at| class.is_heading(*at)).collect()
    };
    let mut chosen = set(strong.iter().flat_map(members));
    let divided = is_divided(pieces, chosen.len());
    let weak = others.iter().filter(|class| class.holds_weakly(divided));
    chosen.extend(weak.flat_map(members));
    chosen.extend(title);
    // What stands over a line that turned out to be none stands over a few words.
    for at in (0..lines.len()).rev() {
        let is_bare = match lines.get(at).map(|line| (line.below, line.look.is_weak())) {
            Some((Below::Same, _) | (Below::Title, true)) => !chosen.contains(&(at + 1)),
            _ => false,
        };
        if is_bare && Some(at) != title {
            chosen.remove(&at);
        }
    }
    let chosen: Vec<&Line> = chosen.into_iter().filter_map(|at| lines.get(at)).collect();
    let points = labels::key_points(pieces, &chosen);
    let chosen = chosen.into_iter().enumerate();
    chosen
        .filter(|(at, _)| !points.contains(at))
        .map(|(_, line)| line)
        .collect()
}

/// Whether the headings divide the text as the sections of a policy do; `found` is how many there
/// are beside the marked ones.
fn is_divided(pieces: &[Piece], found: usize) -> bool {
    let marked = pieces.iter().skip(1).filter(|p| p.is_heading()).count();
    let words: usize = pieces.iter().map(|p| length_in_words(&p.inline.text)).sum();
    let headings = marked + found;
    headings > 1 && words < headings * UNDIVIDED
}

/// Returns the line that is the title of the document: the first one, if it names the document, or
/// if no markup marks headings.
fn title_line(lines: &[Line], pieces: &[Piece]) -> Option<usize> {
    let first = lines.first().filter(|line| {
        line.piece == 0 && line.shaped && line.look.place == Place::Alone && pieces.len() > 1
    })?;
    let text = &pieces.first()?.inline.text;
    let is_marked = pieces.iter().any(Piece::is_heading);
    let names = names_document(text) && !(is_marked && first.below == Below::Same);
    let is_bare = matches!(first.below, Below::Nothing | Below::Short | Below::List);
    (names || !(is_marked || is_bare)).then_some(0)
}

/// Makes headings of the chosen lines, separated from the text around them.
fn apply(pieces: Vec<Piece>, chosen: &[&Line]) -> Vec<Piece> {
    let mut levels = Levels::new(&pieces, chosen);
    let mut out = Vec::with_capacity(pieces.len() + chosen.len());
    let mut rest = chosen;
    for (at, piece) in pieces.into_iter().enumerate() {
        let count = rest.iter().take_while(|line| line.piece == at).count();
        let (here, later) = rest.split_at(count);
        rest = later;
        if here.is_empty() {
            out.push(levels.placed(piece));
            continue;
        }
        let length = piece.inline.text.len();
        let mut cuts: Vec<usize> = Vec::with_capacity(here.len() * 2);
        for line in here {
            let before = line.range.start.checked_sub(1);
            cuts.extend(before.filter(|cut| cuts.last() != Some(cut)));
            cuts.extend(Some(line.range.end).filter(|end| *end < length));
        }
        let mut start = 0;
        for inline in piece.inline.split_at_spaces(&cuts) {
            let title = here.iter().find(|line| line.range.start == start);
            start += inline.text.len() + 1;
            let role = title.map_or(piece.role, |line| levels.role(line));
            out.push(Piece {
                role,
                inline,
                span: piece.span.clone(),
                ..piece
            });
        }
    }
    out
}

#[cfg(test)]
mod tests;
