//! Judges the lines of one look: are they titles?
//!
//! Every question is about all of them, or answered from one pass over the document
//! ([`Survey`]), so that the work stays linear however many looks a hostile text has.

use crate::piece::Piece;
use crate::structure::lines::{self, Below, Face, Line, Look, Place, is_addressee};
use crate::structure::titles::{self, Kind, LONGEST_SENTENCE};
use ::text::lexer::length_in_words;
use ::text::sorting::set;
use std::collections::{BTreeMap, BTreeSet};

/// Most titles in a row; more are an address or a list of names.
const MOST_TITLES: usize = 2;

/// What is known of all lines together.
pub(crate) struct Survey<'a> {
    pieces: &'a [Piece],
    lines: &'a [Line],
    /// Positions of the lines that are items of a list.
    listed: BTreeSet<usize>,
    /// Positions of the marked headings among the pieces.
    marked: Vec<usize>,
    /// The last figure of each number of a line.
    numbers: BTreeSet<(Kind, u8, u32)>,
    /// How many lines of each face stand over text; `None` for those with a number.
    over_text: BTreeMap<Option<Face>, usize>,
}

impl<'a> Survey<'a> {
    pub(crate) fn of(pieces: &'a [Piece], lines: &'a [Line]) -> Self {
        let mut survey = Self {
            pieces,
            lines,
            listed: listed(pieces, lines),
            marked: Vec::new(),
            numbers: BTreeSet::new(),
            over_text: BTreeMap::new(),
        };
        let headings = pieces.iter().enumerate().filter(|(_, p)| p.is_heading());
        survey.marked.extend(headings.map(|(at, _)| at));
        for (at, line) in lines.iter().enumerate() {
            let number = line.words(pieces).and_then(titles::number);
            let value = number.and_then(|n| Some((n.kind, n.depth, n.last()?)));
            survey.numbers.extend(value);
            if line.is_over_text() && !survey.listed.contains(&at) {
                let face = line.look.number.is_none().then_some(line.look.face);
                *survey.over_text.entry(face).or_default() += 1;
            }
        }
        survey
    }
}

/// The lines of one look.
pub(crate) struct Class<'a> {
    pub(crate) look: Look,
    pub(crate) survey: &'a Survey<'a>,
    /// Their positions among the lines.
    pub(crate) members: &'a [usize],
}

impl Class<'_> {
    fn count(&self, wanted: impl Fn(usize, &Line) -> bool) -> usize {
        let members = self.members.iter();
        let lines = members.filter_map(|at| self.survey.lines.get(*at).map(|line| (*at, line)));
        lines.filter(|(at, line)| wanted(*at, line)).count()
    }

    fn is_listed(&self, at: usize) -> bool {
        self.survey.listed.contains(&at)
    }

    /// Whether lines that stand out by their type, number or place are titles.
    pub(crate) fn holds(&self) -> bool {
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
        let known = if self.look.number.is_some() {
            None
        } else {
            Some(self.look.face)
        };
        self.survey
            .over_text
            .get(&known)
            .copied()
            .unwrap_or_default()
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
        let piece = self.survey.pieces.get(line.piece);
        let below = piece.and_then(|piece| piece.inline.text.get(line.range.end..));
        below.is_some_and(|below| length_in_words(below) > titles::LONGEST_TITLE)
    }

    /// Whether lines in plain type are titles: nearly all of them stand over text of their own, and
    /// not only in one place of a text that is divided without them.
    pub(crate) fn holds_weakly(&self, divided: bool) -> bool {
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
        let marked = &self.survey.marked;
        let lines = self
            .members
            .iter()
            .filter_map(|at| self.survey.lines.get(*at));
        let sections = set(lines.map(|line| marked.partition_point(|at| *at < line.piece)));
        marked.len() < SEVERAL || sections.len() > 1
    }

    /// Whether a member of a class of titles is one itself.
    pub(crate) fn is_heading(&self, at: usize) -> bool {
        let Some(line) = self.survey.lines.get(at) else {
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
            && !is_addressee(self.survey.pieces, line.piece)
            && !(self.look.is_weak() && lines::ends_address(self.survey.pieces, line.piece))
            && self.is_in_sequence(line)
    }

    /// Whether a line without the shape of a title can be one, as the others of its look are.
    fn is_long_title(&self, line: &Line) -> bool {
        let piece = self.survey.pieces.get(line.piece);
        let text = piece.map_or("", |piece| piece.inline.text.as_str());
        length_in_words(text) <= LONGEST_SENTENCE
            && !text.ends_with(['.', ':', ';', ',', '。', '；', '，'])
    }

    /// Whether the number of a line follows that of another line, or goes before it. "12 New Street"
    /// is no title however it is numbered.
    fn is_in_sequence(&self, line: &Line) -> bool {
        let number = line.words(self.survey.pieces).and_then(titles::number);
        let Some((kind @ Kind::Digits(mark), depth, value)) =
            number.and_then(|number| Some((number.kind, number.depth, number.last()?)))
        else {
            return true;
        };
        let is_known = |value| self.survey.numbers.contains(&(kind, depth, value));
        value == 1
            || (mark.is_some() && line.look.face <= Face::Bold)
            || is_known(value.saturating_add(1))
            || value.checked_sub(1).is_some_and(is_known)
    }
}

/// Returns the positions of lines that follow one another like the items of a list: many of one
/// look, or two with numbers. The last one may be the title of the text below it, unless they have
/// figures, as addresses do, or its words come again, as those of a table of contents do.
fn listed(pieces: &[Piece], lines: &[Line]) -> BTreeSet<usize> {
    // How often a line or a marked heading says the same.
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    let headings = pieces.iter().filter(|piece| piece.is_heading());
    let marked = headings.map(|piece| piece.inline.text.as_str());
    for words in lines
        .iter()
        .filter_map(|line| line.words(pieces))
        .chain(marked)
    {
        *told.entry(words).or_default() += 1;
    }
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
            let last = run.last().and_then(|line| line.words(pieces));
            let comes_again = last.is_some_and(|last| told.get(last).is_some_and(|n| *n > 1));
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
