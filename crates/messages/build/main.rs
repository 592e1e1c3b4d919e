//! Turns the messages under `www/locales` into Rust.

mod fluent;

const LOCALES: &str = "../../www/locales";

fn main() -> std::process::ExitCode {
    generate::run(&[LOCALES], |root| {
        let messages = fluent::generate(&fluent::read_folder(&root.join(LOCALES))?)?;
        Ok(vec![("messages.rs".to_owned(), messages.code)])
    })
}
