//! Prints what is read; for eyes only.
use policy_diff::{document, meaning};
#[test]
#[ignore]
fn dump() {
    let Ok(paths) = std::env::var("DUMP") else {
        return;
    };
    for path in paths.split(',') {
        let bytes = std::fs::read(path).unwrap();
        let d = document::read(path, &bytes, document::html::parse_native);
        let r = meaning::read(&d);
        println!(
            "##### {path} lang={} date={:?} title={:?}",
            d.language, d.effective_date, d.title
        );
        for c in &r.contacts {
            println!(
                "C {}{} [{}] {} {:?}\n      {}",
                if c.recommended { "*" } else { "" },
                c.value,
                c.kind.key(),
                c.role.key(),
                c.rights.iter().map(|r| r.key()).collect::<Vec<_>>(),
                c.evidence.quote
            );
        }
        for f in &r.facts {
            let q: String = f.evidence.quote.chars().take(420).collect();
            println!(
                "F {} = {:?} about {:?}\n      {}",
                f.kind.key(),
                f.value,
                f.about,
                q
            );
        }
        if std::env::var("TOPICS").is_ok() {
            for (b, t) in d.blocks.iter().zip(&r.topics) {
                let q: String = b.text.chars().take(100).collect();
                println!(
                    "T {:?} {}",
                    t.iter().map(|t| t.key()).collect::<Vec<_>>(),
                    q
                );
            }
        }
    }
}
