//! Turns the laws, letters and places of this crate into Rust statics.

mod laws;

fn main() -> std::process::ExitCode {
    generate::run(&["laws", "letters", "places.toml"], |root| {
        Ok(vec![("laws.rs".to_owned(), laws::read_folder(root)?)])
    })
}
