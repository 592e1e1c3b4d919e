//! Turns the files under `languages` into Rust: one `Pack` for each language, and sorted lists of
//! what is looked up in all languages at once.
//!
//! A file that leaves a table out has nothing to say there; a table that no language may have
//! stops the build.

mod code;
mod pack;

fn main() -> std::process::ExitCode {
    generate::run(&["languages"], |root| {
        let packs = pack::read_folder(&root.join("languages"))?;
        Ok(vec![("packs.rs".to_owned(), code::write(&packs)?)])
    })
}
