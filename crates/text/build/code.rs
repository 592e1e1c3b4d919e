//! Writes language packs as Rust: `packs.rs`, which `src/pack.rs` takes in.

use std::collections::{BTreeMap, BTreeSet};

use crate::pack::{Named, Readability};

/// Rust for all packs.
///
/// # Errors
/// One sentence, naming the language and what is wrong.
pub fn write(packs: &[Named]) -> Result<String, String> {
    let all = |part: fn(&Named) -> &str| words(packs.iter().map(part));
    let telling = telling(packs)?;
    let longest = telling.keys().map(|word| word.len()).max().unwrap_or(0);
    let mut endings = all(|named| &named.pack.words.endings);
    endings.sort_by_key(|ending| std::cmp::Reverse(ending.len()));
    // What only tells that a text is in a language binds no sentences of others.
    let binding = packs.iter().filter_map(|named| {
        let small = &named.pack.small_words;
        Some([small.telling.as_str(), small.others.as_deref()?])
    });
    let lists = |list: fn(&Named) -> &Vec<String>| -> BTreeSet<&str> {
        packs.iter().flat_map(list).map(String::as_str).collect()
    };
    let signs: BTreeSet<&str> = packs
        .iter()
        .filter_map(|n| n.pack.dates.signs.as_deref())
        .collect();
    let spellings = packs.iter().flat_map(|named| &named.pack.words.spellings);
    let terms = packs
        .iter()
        .flat_map(|n| &n.pack.terms.narrower_and_broader);
    let constants = [
        constant("PACKS", "Pack", packs.iter().map(pack)),
        constant(
            "NUMBERS",
            "&str",
            packs.iter().map(|n| text(&n.pack.words.numbers)),
        ),
        constant(
            "TELLING_OF",
            "&str",
            packs.iter().map(|n| text(&n.pack.small_words.telling)),
        ),
        constant(
            "TELLING",
            "(&str, u32)",
            telling.iter().map(|pair| format!("{pair:?}")),
        ),
        format!("pub(crate) const LONGEST_TELLING: usize = {longest};\n"),
        strings("SMALL_WORDS", words(binding.flatten())),
        strings("ENDINGS", endings),
        strings("ADDING", all(|named| &named.pack.words.adding)),
        constant(
            "SPELLINGS",
            "[&str; 2]",
            spellings.map(|pair| format!("{pair:?}")),
        ),
        constant("MONTHS", "(&str, i8)", months(packs)?),
        constant(
            "DATE_SIGNS",
            "[char; 3]",
            signs
                .iter()
                .map(|s| format!("{:?}", s.chars().collect::<Vec<_>>())),
        ),
        strings("ORDINALS", all(|named| &named.pack.dates.ordinals)),
        strings("DATE_FILLERS", all(|named| &named.pack.dates.fillers)),
        strings("EFFECTIVE", lists(|named| &named.pack.dates.effective)),
        strings("UPDATED", lists(|named| &named.pack.dates.updated)),
        strings("PUBLISHED", lists(|named| &named.pack.dates.published)),
        strings("COMING", all(|named| &named.pack.dates.coming)),
        strings("POINTING", all(|named| &named.pack.dates.pointing)),
        strings("DATE_LABELS", lists(|named| &named.pack.dates.labels)),
        strings("OWN_NAMES", all(|named| &named.pack.dates.own)),
        strings("OTHER_TEXTS", all(|named| &named.pack.dates.others)),
        strings(
            "SENTENCE_STARTS",
            all(|named| &named.pack.titles.sentence_starts),
        ),
        strings("COMPANIES", all(|named| &named.pack.titles.companies)),
        strings("DIVISIONS", all(|named| &named.pack.titles.divisions)),
        strings("EARLIER", lists(|named| &named.pack.titles.earlier)),
        strings("PAGES", all(|named| &named.pack.titles.pages)),
        strings("CONTENTS", lists(|named| &named.pack.titles.contents)),
        strings("NEUTRAL", all(|named| &named.pack.small_words.neutral)),
        strings("DENYING", all(|named| &named.pack.small_words.denying)),
        strings("BANNER_SUBJECTS", all(|named| &named.pack.banners.subjects)),
        strings("BANNER_SHAPES", all(|named| &named.pack.banners.shapes)),
        strings("BANNER_WORDS", all(|named| &named.pack.banners.words)),
        strings(
            "ERROR_TITLES",
            lists(|named| &named.pack.substitutes.errors),
        ),
        strings(
            "ERROR_SIGNS",
            lists(|named| &named.pack.substitutes.error_signs),
        ),
        strings("WALL_TITLES", lists(|named| &named.pack.substitutes.walls)),
        strings(
            "WALL_SIGNS",
            lists(|named| &named.pack.substitutes.wall_signs),
        ),
        strings("AT", all(|named| &named.pack.addresses.at)),
        strings("DOT", all(|named| &named.pack.addresses.dot)),
        strings(
            "POLICY_ADDRESSES",
            all(|named| &named.pack.addresses.policies),
        ),
        strings("DPO", all(|named| &named.pack.addresses.dpo)),
        strings("PRIVACY", all(|named| &named.pack.addresses.privacy)),
        strings("SECURITY", all(|named| &named.pack.addresses.security)),
        strings("FOR_OTHERS", all(|named| &named.pack.addresses.for_others)),
        constant("TERMS", "[&str; 3]", terms.map(|term| format!("{term:?}"))),
        constant("CONCEPTS", "(&str, u32)", concepts(packs)?),
    ];
    Ok(constants.concat())
}

fn constant(name: &str, kind: &str, items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<_> = items.into_iter().collect();
    format!(
        "pub(crate) static {name}: [{kind}; {}] = [{}];\n",
        items.len(),
        items.join(", ")
    )
}

fn strings<'a>(name: &str, items: impl IntoIterator<Item = &'a str>) -> String {
    constant(name, "&str", items.into_iter().map(text))
}

fn text(text: &str) -> String {
    format!(
        "{:?}",
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    )
}

/// The words of all texts, each once, in order.
fn words<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let all: BTreeSet<_> = texts.into_iter().flat_map(str::split_whitespace).collect();
    all.into_iter().collect()
}

fn pack(Named { tag, pack }: &Named) -> String {
    let sentences = &pack.sentences;
    format!(
        "Pack {{ tag: {tag:?}, elisions: &{:?}, abbreviations: &{:?}, final_abbreviations: &{:?}, \
         openers: &{:?}, dotted_ordinals: {}, month_first: {}, readability: {} }}",
        words([pack.words.elisions.as_str()]),
        words([sentences.abbreviations.as_str()]),
        words([sentences.final_abbreviations.as_str()]),
        words([sentences.openers.as_str()]),
        sentences.dotted_ordinals,
        pack.dates.month_first,
        pack.readability
            .as_ref()
            .map_or("None".to_owned(), readability),
    )
}

fn readability(readability: &Readability) -> String {
    let measure = &readability.measure;
    let silent: Vec<_> = readability.silent_ends.split_whitespace().collect();
    format!(
        "Some(Readability {{ name: {:?}, start: {:?}, sentence: {:?}, syllable: {:?}, vowels: {:?}, \
         silent_ends: &{silent:?}, words_per_minute: {} }})",
        measure.name,
        measure.start,
        measure.sentence,
        measure.syllable,
        readability.vowels.replace(' ', ""),
        readability.words_per_minute,
    )
}

/// The telling words of all languages, each with the languages that have it, one bit for each.
fn telling(packs: &[Named]) -> Result<BTreeMap<&str, u32>, String> {
    let mut all = BTreeMap::new();
    for (at, Named { tag, pack }) in packs.iter().enumerate() {
        let bit = u32::try_from(at).ok().and_then(|at| 1_u32.checked_shl(at));
        let bit = bit.ok_or("there are more than 32 languages")?;
        for word in pack.small_words.telling.split_whitespace() {
            if word.to_lowercase() != word {
                return Err(format!(
                    "{tag}.toml: the telling word {word:?} is not in lower case"
                ));
            }
            *all.entry(word).or_default() |= bit;
        }
    }
    Ok(all)
}

/// The names of months in order, with their numbers.
fn months(packs: &[Named]) -> Result<Vec<String>, String> {
    let mut all = BTreeMap::new();
    for Named { tag, pack } in packs {
        let months = &pack.dates.months;
        if !matches!(months.len(), 0 | 12) {
            return Err(format!("{tag}.toml: dates.months are not twelve"));
        }
        for (number, names) in (1..).zip(months) {
            for name in names.split_whitespace() {
                let known: i32 = *all.entry(name).or_insert(number);
                if known != number {
                    return Err(format!("{tag}.toml: {name:?} is another month elsewhere"));
                }
            }
        }
    }
    Ok(all.iter().map(|pair| format!("{pair:?}")).collect())
}

/// The entries of each concept, with its number.
fn concepts(packs: &[Named]) -> Result<Vec<String>, String> {
    let first = packs.first().ok_or("there are no languages")?;
    let names: Vec<_> = first.pack.concepts.keys().collect();
    let mut entries = Vec::new();
    for Named { tag, pack } in packs {
        let unknown = pack.concepts.keys().find(|name| !names.contains(name));
        if let Some(name) = unknown {
            return Err(format!(
                "{tag}.toml: {}.toml has no concept {name:?}",
                first.tag
            ));
        }
    }
    for (number, name) in names.iter().enumerate() {
        let of_concept = packs
            .iter()
            .filter_map(|named| named.pack.concepts.get(*name));
        entries.extend(
            of_concept
                .flatten()
                .map(|entry| format!("({entry:?}, {number})")),
        );
    }
    Ok(entries)
}
