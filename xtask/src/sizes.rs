//! What a reader downloads, measured as servers send it: brotli at its highest level.

use std::{fs, io::Write, path::Path};

use crate::Result;

/// Most that the first view may weigh, in bytes after compression. Readers on slow mobile lines
/// wait for it, so the bound stands a little over what is reached, and sinks with it;
/// docs/dependencies.md says what makes up the weight.
pub const LIMIT: usize = 596_000;

/// The files of the first view, before any policy is chosen.
pub const FIRST_VIEW: [&str; 5] = [
    "index.html",
    "policy-diff.js",
    "policy-diff-widget.js",
    "policy-diff-widget_bg.wasm",
    "policy-diff.css",
];

/// The folder of the vocabularies, of which the page fetches those of the policies' languages.
pub const VOCABULARIES: &str = "vocabularies";

/// The size of one file.
pub struct Size {
    /// Name inside the site.
    pub name: &'static str,
    /// Bytes as stored.
    pub raw: usize,
    /// Bytes after compression.
    pub compressed: usize,
}

/// Measures the first view of a built site.
///
/// # Errors
/// The file that cannot be read.
pub fn measure(site: &Path) -> Result<Vec<Size>> {
    FIRST_VIEW
        .into_iter()
        .map(|name| {
            let bytes = fs::read(site.join(name)).map_err(|error| format!("{name}: {error}"))?;
            Ok(Size {
                name,
                raw: bytes.len(),
                compressed: compressed(&bytes),
            })
        })
        .collect()
}

/// The reader of web pages, which the page fetches for the first one.
pub const READER: [&str; 2] = ["policy-diff-html.js", "policy-diff-html_bg.wasm"];

/// What a policy in each language and a web page add to the first view, in words.
///
/// # Errors
/// The file that cannot be read.
pub fn further(site: &Path) -> Result<String> {
    let folder = site.join(VOCABULARIES);
    let fail = |error| format!("{VOCABULARIES}: {error}");
    let mut sizes = Vec::new();
    for entry in fs::read_dir(&folder).map_err(fail)? {
        let path = entry.map_err(fail)?.path();
        let bytes = fs::read(&path).map_err(fail)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        sizes.push(format!("{name} {}", kb(compressed(&bytes))));
    }
    sizes.sort();
    let mut reader = 0;
    for name in READER {
        let bytes = fs::read(site.join(name)).map_err(|error| format!("{name}: {error}"))?;
        reader += compressed(&bytes);
    }
    Ok(format!(
        "With a policy, also the vocabulary of its language: {}\n\
         With the first web page, also its reader: {}",
        sizes.join(", "),
        kb(reader)
    ))
}

fn kb(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

/// The length of bytes after brotli 11.
pub fn compressed(bytes: &[u8]) -> usize {
    const BUFFER: usize = 4096;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, BUFFER, QUALITY, WINDOW);
    // Writing to memory cannot fail.
    let _ = writer.write_all(bytes);
    drop(writer);
    out.len()
}

/// The compressed bytes of all files together.
pub fn total(sizes: &[Size]) -> usize {
    sizes.iter().map(|size| size.compressed).sum()
}

/// The sizes as a table.
pub fn table(sizes: &[Size]) -> String {
    let raw = sizes.iter().map(|size| size.raw).sum();
    let rows = sizes.iter().map(|s| (s.name, s.raw, s.compressed));
    let last = ("first view, together", raw, total(sizes));
    let mut out = format!("{:<28}{:>12}{:>12}\n", "file", "raw", "brotli");
    for (name, raw, compressed) in rows.chain([last]) {
        out.push_str(&format!(
            "{name:<28}{:>12}{:>12}\n",
            kb(raw),
            kb(compressed)
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetition_compresses_and_the_table_adds_up() {
        assert!(compressed(&[b'a'; 10_000]) < 50);
        let size = |name, raw, compressed| Size {
            name,
            raw,
            compressed,
        };
        let sizes = [size("a.js", 1_999, 1_000), size("b.css", 500, 234)];
        assert_eq!(total(&sizes), 1_234);
        assert_eq!(
            table(&sizes),
            "file                                 raw      brotli\n\
             a.js                              1.9 KB      1.0 KB\n\
             b.css                             0.5 KB      0.2 KB\n\
             first view, together              2.4 KB      1.2 KB\n"
        );
    }
}
