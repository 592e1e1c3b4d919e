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
use crate::structure::labels;
use crate::structure::levels::Levels;
use crate::structure::lines::{self, Below, Face, Line, Look, Place, is_addressee};
use crate::structure::titles::{self, Kind, names_document};
use ::text::lexer::length_in_words;
use model::BlockKind;
use std::collections::{BTreeMap, BTreeSet};

/// Most words of a marked heading, and of one that ends with a period. Longer ones are paragraphs
/// in heading size, or followed by a rule that made them headings.
const LONGEST_HEADING: usize = 45;
const LONGEST_SENTENCE: usize = 25;
/// Words that a section has at most where headings divide a text; longer ones hide titles.
const UNDIVIDED: usize = 1000;
/// Most titles in a row; more are an address or a list of names.
const MOST_TITLES: usize = 2;

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
    let listed = listed(pieces, lines);
    let mut classes: BTreeMap<Look, Vec<usize>> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        if !labels.contains(&at) {
            classes.entry(line.look).or_default().push(at);
        }
    }
    let title = title_line(lines, pieces);
    let classes = classes.iter().map(|(look, members)| Class {
        look: *look,
        pieces,
        lines,
        listed: &listed,
        members,
    });
    let (strong, others): (Vec<_>, Vec<_>) = classes.partition(Class::holds);
    let members = |class: &Class<'_>| -> Vec<usize> {
        let members = class.members.iter().copied();
        members.filter(|at| class.is_heading(*at)).collect()
    };
    let mut chosen: BTreeSet<usize> = strong.iter().flat_map(members).collect();
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

/// Returns the positions of lines that follow one another like the items of a list: many of one
/// look, or two with numbers. The last one may be the title of the text below it, unless they have
/// figures, as addresses do, or its words come again, as those of a table of contents do.
fn listed(pieces: &[Piece], lines: &[Line]) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    let mut start = 0;
    while let Some(first) = lines.get(start) {
        let rest = lines.get(start..).unwrap_or_default();
        let goes_on = |pair: &&[Line]| match pair {
            [above, line] => above.below == Below::Same && !begins_anew(pieces, above, line),
            _ => false,
        };
        let length = rest.windows(2).take_while(goes_on).count() + 1;
        let run = rest.get(..length).unwrap_or(rest);
        let numbered = first.look.number.is_some();
        let most = if numbered { 1 } else { MOST_TITLES };
        if length > most + usize::from(first.piece == 0) {
            let has_figures = run
                .iter()
                .any(|line| lines::has_figures(pieces, line.piece));
            let words = |line: &Line| line.words(pieces);
            let last = run.last().and_then(words);
            let later = lines.get(start + length..).unwrap_or_default();
            let comes_again = later.iter().any(|line| words(line) == last)
                || pieces
                    .iter()
                    .any(|piece| piece.is_heading() && Some(piece.inline.text.as_str()) == last);
            let is_title = !numbered && !has_figures && !comes_again;
            out.extend(start..start + length - usize::from(is_title));
        }
        start += length;
    }
    out
}

/// Whether the number of a line is not higher than that of the line above: a table of contents is
/// over, and the first chapter begins.
fn begins_anew(pieces: &[Piece], above: &Line, line: &Line) -> bool {
    let value_of = |line: &Line| titles::number(line.words(pieces)?)?.last();
    let values = value_of(above).zip(value_of(line));
    values.is_some_and(|(above, value)| value <= above)
}

/// The lines of one look.
struct Class<'a> {
    look: Look,
    pieces: &'a [Piece],
    lines: &'a [Line],
    listed: &'a BTreeSet<usize>,
    members: &'a [usize],
}

impl Class<'_> {
    fn count(&self, wanted: impl Fn(usize, &Line) -> bool) -> usize {
        let members = self.members.iter();
        let lines = members.filter_map(|at| self.lines.get(*at).map(|line| (*at, line)));
        lines.filter(|(at, line)| wanted(*at, line)).count()
    }

    fn is_listed(&self, at: usize) -> bool {
        self.listed.contains(&at)
    }

    /// Whether lines that stand out by their type, number or place are titles.
    fn holds(&self) -> bool {
        let look = self.look;
        if look.is_weak() {
            return false;
        }
        let good = self.count(|at, line| !self.is_listed(at) && line.is_over_text());
        let stands_out = look.face <= Face::Bold;
        if let Some((kind, _)) = look.number {
            // A single "1. Cookies" may be an item of a list; several numbers make chapters.
            let shows = stands_out || kind.is_explicit() || self.alike() > 1;
            return good > 0 && shows && self.are_titles();
        }
        match look.place {
            // The line break says nothing where a name stands over an address.
            Place::OverBreak if look.face == Face::Bold => {
                let over_text = self.count(|_, line| line.below == Below::Text) > 0;
                let over_paragraph = self.count(|_, line| self.is_over_paragraph(line)) > 0;
                (over_text && self.alike() > 1) || over_paragraph
            }
            Place::OverBreak => good > 0,
            Place::Alone | Place::Item => {
                good * 2 >= self.count(|at, line| line.shaped && !self.is_listed(at)) && good > 0
            }
        }
    }

    /// How many lines stand over text that have a number as these have, or else are set in the same
    /// type.
    fn alike(&self) -> usize {
        let is_alike = |other: &Look| match (self.look.number, other.number) {
            (Some(_), Some(_)) => true,
            (None, None) => self.look.face == other.face,
            _ => false,
        };
        let lines = self.lines.iter().enumerate();
        lines
            .filter(|(at, line)| {
                is_alike(&line.look) && line.is_over_text() && !self.is_listed(*at)
            })
            .count()
    }

    /// Whether what is numbered in this way are titles. Numbered sentences are clauses; those in a
    /// row are counted where the numbers are those of clauses, and elsewhere they are a list.
    fn are_titles(&self) -> bool {
        let is_deep = self.look.number.is_some_and(|(_, depth)| depth > 1);
        let counts = |at: usize| is_deep || !self.is_listed(at);
        let all = self.count(|at, _| counts(at));
        let shaped = self.count(|at, line| counts(at) && line.shaped);
        shaped * 3 >= all * 2
    }

    /// Whether more text follows a line within its passage than any title has.
    fn is_over_paragraph(&self, line: &Line) -> bool {
        let piece = self.pieces.get(line.piece);
        let below = piece.and_then(|piece| piece.inline.text.get(line.range.end..));
        below.is_some_and(|below| length_in_words(below) > titles::LONGEST_TITLE)
    }

    /// Whether lines in plain type are titles: nearly all of them stand over text of their own, and
    /// not only in one place of a text that is divided without them.
    fn holds_weakly(&self, divided: bool) -> bool {
        if !self.look.is_weak() && (self.look.number.is_none() || !self.are_titles()) {
            return false;
        }
        let below = |wanted: &[Below]| {
            self.count(|at, line| !self.is_listed(at) && wanted.contains(&line.below))
        };
        let good = below(&[Below::Text]);
        let bad = below(&[Below::Short, Below::Nothing]);
        let lists = below(&[Below::List]);
        let pairs = below(&[Below::Same]);
        if self.look.colon {
            // "We collect:" is a lead-in, over text as over a list.
            return good > 2 && good > (bad + pairs + lists) * 3 && self.look.indent > 0;
        }
        if divided {
            good > 2 && good > (bad + pairs) * 2 && self.is_spread()
        } else {
            good > 0 && good > bad
        }
    }

    /// Whether the members stand under several of the marked headings, if there are several.
    fn is_spread(&self) -> bool {
        const SEVERAL: usize = 4;
        let marked: Vec<usize> = (0..self.pieces.len())
            .filter(|at| self.pieces.get(*at).is_some_and(Piece::is_heading))
            .collect();
        let lines = self.members.iter().filter_map(|at| self.lines.get(*at));
        let sections: BTreeSet<usize> = lines
            .map(|line| marked.partition_point(|at| *at < line.piece))
            .collect();
        marked.len() < SEVERAL || sections.len() > 1
    }

    /// Whether a member of a class of titles is one itself.
    fn is_heading(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at) else {
            return false;
        };
        let over_text = match line.below {
            Below::Text | Below::List | Below::Title | Below::Same => true,
            Below::Short => !self.look.is_weak(),
            Below::Nothing => false,
        };
        over_text
            && !self.is_listed(at)
            && (line.shaped || self.is_long_title(line))
            && !is_addressee(self.pieces, line.piece)
            && !(self.look.is_weak() && lines::ends_address(self.pieces, line.piece))
            && self.is_in_sequence(line)
    }

    /// Whether a line without the shape of a title can be one, as the others of its look are.
    fn is_long_title(&self, line: &Line) -> bool {
        let piece = self.pieces.get(line.piece);
        let text = piece.map_or("", |piece| piece.inline.text.as_str());
        length_in_words(text) <= LONGEST_SENTENCE
            && !text.ends_with(['.', ':', ';', ',', '。', '；', '，'])
    }

    /// Whether the number of a line follows that of another line, or goes before it. "12 New Street"
    /// is no title however it is numbered.
    fn is_in_sequence(&self, line: &Line) -> bool {
        let number_of = |line: &Line| titles::number(line.words(self.pieces)?);
        let Some(number) = number_of(line) else {
            return true;
        };
        let Kind::Digits(mark) = number.kind else {
            return true;
        };
        let own = number.last();
        if own == Some(1) || (mark.is_some() && line.look.face <= Face::Bold) {
            return true;
        }
        let others = self.lines.iter().filter_map(number_of);
        others
            .filter(|other| other.kind == number.kind && other.depth == number.depth)
            .filter_map(|other| Some(other.last()?.abs_diff(own?)))
            .any(|distance| distance == 1)
    }
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
