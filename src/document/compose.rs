//! Composition of letters and their combining marks, after Unicode's canonical composition.
//!
//! Text copied from PDF files and from some file systems comes decomposed ("e" and an accent).
//! The general tables (crate `unicode-normalization`) weigh some 45 KB compressed in the widget;
//! these cover the letters of European alphabets and Vietnamese, kana and Hangul in two. What
//! they do not know stays decomposed, and so merely compares as different.

/// For each combining mark, lower-case letters in pairs: without the mark and with it.
#[rustfmt::skip]
const COMPOSED: [(char, &str); 27] = [
    ('\u{300}', "aàeèiìoòuùüǜnǹēḕōṑwẁâầăằêềôồơờưừyỳеѐиѝ"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứ¨΅ϊΐαάεέηήιίϋΰοόυύωώϒϓгѓкќ"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳgḡḷḹṛṝиӣуӯ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭȩḝạặийуўжӂаӑеӗ"),
    ('\u{307}', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
    ('\u{308}', "aäeëiïoöuüyÿhḧõṏūṻwẅxẍtẗιϊυϋϒϔеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹ"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30a}', "aåuůwẘyẙ"),
    ('\u{30b}', "oőuűуӳ"),
    ('\u{30c}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
    ('\u{30f}', "aȁeȅiȉoȍrȑuȕѵѷ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{31b}', "oơuư"),
    ('\u{323}', "bḅdḍhḥkḳlḷmṃnṇrṛsṣtṭvṿwẉzẓaạeẹiịoọơợuụưựyỵ"),
    ('\u{324}', "uṳ"),
    ('\u{325}', "aḁ"),
    ('\u{326}', "sștț"),
    ('\u{327}', "cçgģkķlļnņrŗsştţeȩdḑhḩ"),
    ('\u{328}', "aąeęiįuųoǫ"),
    ('\u{32d}', "dḓeḙlḽnṋtṱuṷ"),
    ('\u{32e}', "hḫ"),
    ('\u{330}', "eḛiḭuṵ"),
    ('\u{331}', "bḇdḏkḵlḻnṉrṟtṯzẕhẖ"),
    ('\u{3099}', "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"),
    ('\u{309a}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

/// The letter that `base` and a combining mark make together; `base` is in lower case.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    if let Some(syllable) = compose_hangul(base, mark) {
        return Some(syllable);
    }
    let (_, pairs) = COMPOSED.iter().find(|(known, _)| *known == mark)?;
    let mut letters = pairs.chars();
    while let (Some(plain), Some(marked)) = (letters.next(), letters.next()) {
        if plain == base {
            return Some(marked);
        }
    }
    None
}

/// Whether a character can join the one before it.
pub(super) fn is_joining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{3099}' | '\u{309a}' | '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}')
}

/// Hangul syllables are numbered by leading consonant, vowel and trailing consonant.
fn compose_hangul(base: char, part: char) -> Option<char> {
    const SYLLABLES: u32 = 0xac00;
    const VOWELS: u32 = 21;
    const TRAILS: u32 = 28;
    let (base, part) = (u32::from(base), u32::from(part));
    let code = match (base, part) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            SYLLABLES + ((base - 0x1100) * VOWELS + (part - 0x1161)) * TRAILS
        }
        (SYLLABLES..=0xd7a3, 0x11a8..=0x11c2) if (base - SYLLABLES).is_multiple_of(TRAILS) => {
            base + (part - 0x11a7)
        }
        _ => return None,
    };
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(decomposed: &str, expected: &str) {
        let mut chars = decomposed.chars();
        let first = chars.next().unwrap();
        let whole = chars.try_fold(first, compose).map(String::from);
        assert_eq!(whole.as_deref(), Some(expected));
    }

    #[test]
    fn marks_join_their_letters() {
        check("e\u{301}", "é");
        check("u\u{308}", "ü");
        check("a\u{302}\u{301}", "ấ");
        check("\u{438}\u{306}", "й");
        check("\u{304b}\u{3099}", "が");
        check("\u{1112}\u{1161}\u{11ab}", "한");
    }

    #[test]
    fn what_does_not_join_stays_apart() {
        assert_eq!(compose('q', '\u{301}'), None);
        assert_eq!(compose('e', 'a'), None);
    }
}
