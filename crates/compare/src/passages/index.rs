//! Finds passages that share rare features, in time linear in the text.
//!
//! Comparing every passage with every other is what makes other tools stop looking at a hundred
//! paragraphs. What two passages of one origin share are above all their rare words; so a passage
//! is looked up by those, and only the few that share most are compared in full.

use std::{cell::RefCell, cmp::Reverse};

use crate::{
    limits::POSTINGS,
    passages::profile::{Profile, Space},
};

/// How many of its rarest features a passage is looked up by.
const LOOKED_UP: usize = 40;
/// Passages by feature.
pub(crate) struct Index<'a> {
    space: &'a Space,
    /// For each feature where its postings begin; they end where those of the next begin.
    starts: Vec<u32>,
    postings: Vec<u32>,
    /// For each posted passage how often the present look-up named it; all zero between look-ups.
    named: RefCell<Vec<u32>>,
}

impl<'a> Index<'a> {
    /// An index of passages, each with the position that look-ups return.
    pub fn new<'p>(
        space: &'a Space,
        passages: impl Iterator<Item = (usize, &'p Profile)> + Clone,
    ) -> Self {
        let mut starts = vec![0_u32; space.size() + 1];
        let mut size = 0;
        for (at, profile) in passages.clone() {
            size = size.max(at + 1);
            for feature in profile.features() {
                let count = &mut starts[feature as usize];
                *count = (*count + 1).min(POSTINGS);
            }
        }
        let mut end = 0;
        for start in &mut starts {
            end += std::mem::replace(start, end);
        }
        let mut postings = vec![0; end as usize];
        let mut next = starts.clone();
        for (at, profile) in passages {
            for feature in profile.features() {
                let place = &mut next[feature as usize];
                if *place < starts[feature as usize + 1] {
                    postings[*place as usize] = at as u32;
                    *place += 1;
                }
            }
        }
        Self {
            space,
            starts,
            postings,
            named: RefCell::new(vec![0; size]),
        }
    }

    fn postings(&self, feature: u32) -> &[u32] {
        let ends = self.starts.get(feature as usize..feature as usize + 2);
        match ends {
            Some(&[start, end]) => &self.postings[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Positions of the passages that share most rare features, at most `count`, the first of
    /// equals first.
    pub fn sharing_most(&self, profile: &Profile, count: usize) -> Vec<usize> {
        let posted = profile.features().filter(|&f| !self.postings(f).is_empty());
        let mut rarest: Vec<(u32, u32)> = posted.map(|f| (self.space.frequency(f), f)).collect();
        if rarest.len() > LOOKED_UP {
            rarest.select_nth_unstable(LOOKED_UP);
            rarest.truncate(LOOKED_UP);
        }
        let mut named = self.named.borrow_mut();
        let mut found = Vec::new();
        for &at in rarest.iter().flat_map(|&(_, f)| self.postings(f)) {
            let times = &mut named[at as usize];
            if *times == 0 {
                found.push(at);
            }
            *times += 1;
        }
        let mut ranked: Vec<(Reverse<u32>, u32)> = found
            .into_iter()
            .map(|at| (Reverse(std::mem::take(&mut named[at as usize])), at))
            .collect();
        if ranked.len() > count {
            ranked.select_nth_unstable(count);
            ranked.truncate(count);
        }
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, at)| at as usize).collect()
    }
}
