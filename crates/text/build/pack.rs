//! What a language file may hold. The comments in `en.toml` say what each table is for.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

/// The language that stands in for unknown ones, and comes first.
const FIRST: &str = "en";

/// One language file and the BCP 47 tag that is its name.
pub struct Named {
    pub tag: String,
    pub pack: Pack,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Pack {
    pub small_words: SmallWords,
    pub words: Words,
    pub sentences: Sentences,
    pub dates: Dates,
    pub titles: Titles,
    pub addresses: Addresses,
    pub banners: Banners,
    pub substitutes: Substitutes,
    pub readability: Option<Readability>,
    pub terms: Terms,
    /// Entries by the name of their concept.
    pub concepts: BTreeMap<String, Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SmallWords {
    pub telling: String,
    /// Where they are missing, the telling words do no more than show the language.
    pub others: Option<String>,
    pub neutral: String,
    pub denying: String,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Words {
    pub numbers: String,
    pub endings: String,
    pub elisions: String,
    pub adding: String,
    /// Two spellings each.
    pub spellings: Vec<[String; 2]>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sentences {
    pub abbreviations: String,
    pub final_abbreviations: String,
    pub openers: String,
    pub dotted_ordinals: bool,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dates {
    pub months: Vec<String>,
    pub signs: Option<String>,
    pub ordinals: String,
    pub fillers: String,
    pub month_first: bool,
    pub effective: Vec<String>,
    pub updated: Vec<String>,
    pub published: Vec<String>,
    pub own: String,
    pub others: String,
    pub coming: String,
    pub pointing: String,
    pub labels: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Titles {
    pub sentence_starts: String,
    pub companies: String,
    pub divisions: String,
    pub contents: Vec<String>,
    pub earlier: Vec<String>,
    pub pages: String,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Banners {
    pub subjects: String,
    pub shapes: String,
    pub words: String,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Substitutes {
    pub errors: Vec<String>,
    pub error_signs: Vec<String>,
    pub walls: Vec<String>,
    pub wall_signs: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Addresses {
    pub at: String,
    pub dot: String,
    pub policies: String,
    pub dpo: String,
    pub privacy: String,
    pub security: String,
    pub for_others: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Readability {
    pub measure: Measure,
    pub vowels: String,
    pub silent_ends: String,
    pub words_per_minute: usize,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Measure {
    pub name: String,
    pub start: f64,
    pub sentence: f64,
    pub syllable: f64,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Terms {
    /// The narrower term, the broader one, and who says so.
    pub narrower_and_broader: Vec<[String; 3]>,
}

/// Reads all language files, the first language first.
///
/// # Errors
/// One sentence, naming the file and what is wrong in it.
pub fn read_folder(folder: &Path) -> Result<Vec<Named>, String> {
    let mut packs = Vec::new();
    for (tag, text) in generate::files(folder, "toml")? {
        let pack = toml::from_str(&text).map_err(|e| format!("{tag}.toml: {e}"))?;
        packs.push(Named { tag, pack });
    }
    packs.sort_by_key(|named| (named.tag != FIRST, named.tag.clone()));
    Ok(packs)
}
