//! Turns the vocabularies under `languages` into what the program loads.

mod languages;

fn main() -> std::process::ExitCode {
    generate::run(&["languages"], |root| {
        let languages = languages::read_folder(&root.join("languages"))?;
        let code = [
            ("vocabularies.rs".to_owned(), languages.vocabularies_code),
            ("tables.rs".to_owned(), languages.tables_code),
            ("headlines.rs".to_owned(), languages.headlines_code),
        ];
        let texts = languages.vocabularies.into_iter();
        let texts = texts.map(|(tag, text)| (format!("vocabulary-{tag}.txt"), text));
        Ok(code.into_iter().chain(texts).collect())
    })
}
