//! The levels of headings that no markup marks: a look that appears below another one stays below
//! it throughout the document.

use crate::piece::{LEVEL_UNKNOWN, Piece, Role};
use crate::structure::lines::{Face, Line, Look, Place};
use crate::structure::titles::{Kind, names_document};

/// Gives headings their levels, in reading order.
pub(crate) struct Levels {
    /// The looks, the outermost first.
    order: Vec<Look>,
    /// Level of the last marked heading, or of the document's title.
    base: u8,
    /// Places in `order` of the open headings since.
    open: Vec<usize>,
    /// The line that is the title of a document without marked headings at its start.
    has_title: bool,
}

impl Levels {
    pub(crate) fn new(pieces: &[Piece], chosen: &[&Line]) -> Self {
        let mut order = Vec::new();
        let mut current = None;
        let title = chosen.first().filter(|line| is_title(pieces, chosen, line));
        for line in chosen.iter().skip(usize::from(title.is_some())) {
            current = Some(insert(&mut order, current, rank(line.look)));
        }
        Self {
            order,
            base: 0,
            open: Vec::new(),
            has_title: title.is_some(),
        }
    }

    /// Returns the role of a heading that no markup marks.
    pub(crate) fn role(&mut self, line: &Line) -> Role {
        if line.piece == 0 && line.range.start == 0 && self.has_title {
            self.base = 1;
            return Role::Heading {
                level: 1,
                recovered: true,
            };
        }
        let look = rank(line.look);
        let place = self.order.iter().position(|known| *known == look);
        let depth = look.number.map_or(1, |(_, depth)| depth.max(1));
        self.role_at(place.unwrap_or_default(), depth)
    }

    fn role_at(&mut self, place: usize, depth: u8) -> Role {
        while self.open.last().is_some_and(|last| *last >= place) {
            self.open.pop();
        }
        self.open.push(place);
        let below = u8::try_from(self.open.len()).unwrap_or(u8::MAX);
        Role::Heading {
            level: self.base.saturating_add(below.max(depth)).min(6),
            recovered: true,
        }
    }

    /// Takes note of a piece that is no recovered line, and gives it its level if it has none.
    pub(crate) fn placed(&mut self, mut piece: Piece) -> Piece {
        if let Role::Heading { level, .. } = piece.role {
            if level == LEVEL_UNKNOWN {
                piece.role = self.role_at(0, 1);
            } else {
                self.base = level;
                self.open.clear();
            }
        }
        piece
    }
}

/// What a look's rank depends on: the number where there is one, or else type and indent.
fn rank(look: Look) -> Look {
    let number = look.number.map(|(kind, depth)| match kind {
        Kind::Digits(_) => (Kind::Digits(None), depth),
        kind => (kind, depth),
    });
    let plain = number.is_none();
    Look {
        face: if plain { look.face } else { Face::Plain },
        number,
        place: Place::Alone,
        colon: false,
        indent: if plain { look.indent } else { 0 },
    }
}

/// Whether a line is the title of the whole document, not the first of its sections.
fn is_title(pieces: &[Piece], chosen: &[&Line], first: &Line) -> bool {
    let text = pieces
        .first()
        .map_or("", |piece| piece.inline.text.as_str());
    let mut others = chosen.iter().skip(1).map(|line| rank(line.look));
    let starts = first.piece == 0 && first.range.start == 0 && first.look.number.is_none();
    starts
        && (first.look.is_weak()
            || names_document(text)
            || !others.any(|look| look == rank(first.look)))
}

/// Puts a look into its place and returns the place.
fn insert(order: &mut Vec<Look>, current: Option<usize>, look: Look) -> usize {
    if let Some(known) = order.iter().position(|known| *known == look) {
        return known;
    }
    let mut place = current.map_or(0, |current| current + 1);
    for (at, other) in order.iter().enumerate() {
        if is_above(&look, other) {
            place = place.min(at);
        } else if is_above(other, &look) {
            place = place.max(at + 1);
        }
    }
    order.insert(place, look);
    place
}

/// Whether the first of two looks is certainly that of the higher heading.
fn is_above(one: &Look, other: &Look) -> bool {
    match (one.number, other.number) {
        (None, None) => (one.indent, one.face) < (other.indent, other.face),
        (Some((Kind::Digits(_), one)), Some((Kind::Digits(_), other))) => one < other,
        _ => false,
    }
}
