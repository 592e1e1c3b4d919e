//! Moves: how many passages are called moved that stand where they stood?
//!
//! Over the neighbouring versions of the real policies beside the project, or of the folders in
//! `POLICY_DIFF_VERSIONS`: each holds the versions of one policy, in the order of their names.

use std::path::{Path, PathBuf};

use policy_diff::compare::compare;

use crate::support::{self, order};

#[test]
fn no_passage_that_kept_its_order_is_called_moved() {
    let named = std::env::var_os("POLICY_DIFF_VERSIONS").map(PathBuf::from);
    let Some(root) = named.or_else(|| support::shared("corpus")) else {
        return;
    };
    let (mut pairs, mut told, mut standing) = (0, 0, 0);
    for folder in folders(&root) {
        let files = support::folder(&folder);
        let is_policy = |p: &&PathBuf| p.extension().is_some_and(|e| e == "md" || e == "html");
        let versions: Vec<_> = files.iter().filter(is_policy).collect();
        for pair in versions.windows(2) {
            let (old, new) = (support::read(pair[0]), support::read(pair[1]));
            let comparison = compare(&old, &new);
            let moved = order::moved(&old, &new, &comparison);
            (pairs, told) = (pairs + 1, told + moved.told);
            standing += moved.standing;
            if std::env::var_os("POLICY_DIFF_DETAIL").is_some() && moved.told > 0 {
                let name = pair[1].display();
                println!(
                    "    {name}: {} moved, {} of them stand",
                    moved.told, moved.standing
                );
            }
        }
    }
    println!("\nmoves: {pairs} pairs, {told} passages called moved, {standing} of them stand");
    assert_eq!(standing, 0);
}

/// The folder and all below it.
fn folders(root: &Path) -> Vec<PathBuf> {
    let below = support::folder(root)
        .into_iter()
        .filter(|path| path.is_dir());
    let mut all = vec![root.to_owned()];
    all.extend(below.flat_map(|path| folders(&path)));
    all
}
