//! Tables whose columns stand in another order, known by their headers.
//!
//! A row alone does not tell: "yes | no" that became "no | yes" says something else, unless the
//! columns were exchanged.

use model::{BlockKind, Document};

use crate::{blocks::matching::Group, redline::cells};

/// For each group whether its rows belong to a table whose columns have another order, and which.
pub(crate) fn orders(old: &Document, new: &Document, groups: &[Group]) -> Vec<Option<Vec<usize>>> {
    let mut orders: Vec<Option<Vec<usize>>> = vec![None; groups.len()];
    let heads = [old, new].map(heads);
    let mut known: Vec<((usize, usize), Vec<usize>)> = Vec::new();
    for (group, order) in groups.iter().zip(&mut orders) {
        let (&[a], &[b]) = (group.old.as_slice(), group.new.as_slice()) else {
            continue;
        };
        let (Some(head_of_old), Some(head_of_new)) = (heads[0][a], heads[1][b]) else {
            continue;
        };
        let tables = (head_of_old, head_of_new);
        if (a, b) == tables
            && let Some(found) = cells::order(&old.blocks[a].text, &new.blocks[b].text)
        {
            known.push((tables, found));
        }
        // A header stands before its rows, and groups are in the order of the old document.
        *order = match known.last() {
            Some((of, found)) if *of == tables => Some(found.clone()),
            _ => None,
        };
    }
    orders
}

/// For each block that is a row of a table, the first row.
fn heads(document: &Document) -> Vec<Option<usize>> {
    let mut head = None;
    let blocks = document.blocks.iter().enumerate();
    blocks
        .map(|(at, block)| {
            let begins = at == 0 || document.blocks[at - 1].section != block.section;
            let is_row = block.kind == BlockKind::TableRow;
            head = is_row.then(|| head.filter(|_| !begins).unwrap_or(at));
            head
        })
        .collect()
}
