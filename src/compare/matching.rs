//! Which block became which: the state that the matching steps fill one after the other.

use crate::document::Document;

use super::profile::{Profile, Space, View};

/// Corresponding blocks: one to one, one to several (a split) or several to one (a merge).
/// Positions in the two block lists, each in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub old: Vec<usize>,
    pub new: Vec<usize>,
    /// True where the passage went elsewhere.
    pub moved: bool,
}

impl Group {
    /// A group that stayed in its place, as far as is known yet.
    pub fn new(old: Vec<usize>, new: Vec<usize>) -> Self {
        Self {
            old,
            new,
            moved: false,
        }
    }

    /// The same group read from the new document to the old one.
    pub fn mirrored(self) -> Self {
        Self {
            old: self.new,
            new: self.old,
            moved: self.moved,
        }
    }
}

/// One document with what the matching steps need to know of its blocks.
pub(super) struct Side<'a> {
    pub document: &'a Document,
    /// Comparison form of each block.
    pub normals: Vec<&'a str>,
    /// Words of each block, by white space.
    pub sizes: Vec<usize>,
    /// Profile of each block by wording.
    pub profiles: Vec<Profile>,
    /// Comparison form of the heading over each block.
    pub headings: Vec<String>,
}

impl<'a> Side<'a> {
    /// Adds the document's blocks to the space.
    pub fn new(document: &'a Document, space: &mut Space) -> Self {
        let normals: Vec<&str> = document.blocks.iter().map(|b| b.normal.as_str()).collect();
        let sizes = normals.iter().map(|n| n.split(' ').count()).collect();
        let profiles = normals
            .iter()
            .map(|n| space.add(n, View::Wording))
            .collect();
        let section_headings: Vec<String> = document
            .sections
            .iter()
            .map(|s| crate::document::normalise_heading(&s.heading))
            .collect();
        let headings = document
            .blocks
            .iter()
            .map(|b| {
                section_headings
                    .get(b.section.index())
                    .cloned()
                    .unwrap_or_default()
            })
            .collect();
        Self {
            document,
            normals,
            sizes,
            profiles,
            headings,
        }
    }

    pub fn len(&self) -> usize {
        self.normals.len()
    }

    /// Place in the document, 0 at its beginning, 1 at its end.
    pub fn place(&self, block: usize) -> f32 {
        block as f32 / self.len().max(1) as f32
    }

    pub fn section(&self, block: usize) -> usize {
        self.document.blocks[block].section.index()
    }
}

/// The one-to-one matches found so far.
pub(super) struct Matching {
    /// For each old block its new one.
    pub old: Vec<Option<usize>>,
    /// For each new block its old one.
    pub new: Vec<Option<usize>>,
}

impl Matching {
    pub fn new(old: usize, new: usize) -> Self {
        Self {
            old: vec![None; old],
            new: vec![None; new],
        }
    }

    /// Notes a match; both blocks must still be free.
    pub fn join(&mut self, old: usize, new: usize) {
        debug_assert!(self.old[old].is_none() && self.new[new].is_none());
        self.old[old] = Some(new);
        self.new[new] = Some(old);
    }

    pub fn free_old(&self) -> impl Iterator<Item = usize> + '_ {
        free(&self.old)
    }

    pub fn free_new(&self) -> impl Iterator<Item = usize> + '_ {
        free(&self.new)
    }
}

fn free(side: &[Option<usize>]) -> impl Iterator<Item = usize> + '_ {
    side.iter()
        .enumerate()
        .filter(|(_, m)| m.is_none())
        .map(|(at, _)| at)
}
