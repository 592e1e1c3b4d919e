//! Composes letters and their combining marks, following Unicode's canonical composition.
//!
//! Text from PDF files and from some file systems is decomposed ("e" and an accent). The complete
//! tables (crate `unicode-normalization`) take about 45 KB compressed in the widget, and this
//! crate cannot call the browser's `normalize`. The table here covers the pairs of every living
//! script; a test compares it with the crate. It leaves out mathematical signs, historic scripts,
//! and marks in an order that Unicode would change: such text is not composed and only compares
//! as different.

/// For each combining mark, in order, pairs of lower-case letters without and with the mark.
#[rustfmt::skip]
const COMPOSED: [(char, &str); 52] = [
    ('\u{300}', "aàeèiìoòuùüǜnǹеѐиѝēḕōṑwẁâầăằêềôồơờưừyỳἀἂἁἃἐἒἑἓἠἢἡἣἰἲἱἳὀὂὁὃὐὒὑὓὠὢὡὣαὰεὲηὴιὶοὸυὺωὼ᾿῍ϊῒ῾῝ϋῢ¨῭"),
    ('\u{301}', "aáeéiíoóuúyýcćlĺnńrŕsśzźüǘgǵåǻæǽøǿ¨΅ϊΐαάεέηήιίϋΰοόυύωώϒϓгѓкќçḉēḗïḯkḱmḿõṍōṓpṕũṹwẃâấăắêếôốơớưứἀἄἁἅἐἔἑἕἠἤἡἥἰἴἱἵὀὄὁὅὐὔὑὕὠὤὡὥ᾿῎῾῞"),
    ('\u{302}', "aâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷzẑạậẹệọộ"),
    ('\u{303}', "aãnñoõiĩuũvṽâẫăẵeẽêễôỗơỡưữyỹ"),
    ('\u{304}', "aāeēiīoōuūüǖäǟȧǡæǣǫǭöȫõȭȯȱyȳиӣуӯgḡḷḹṛṝαᾱιῑυῡ"),
    ('\u{306}', "aăeĕgğiĭoŏuŭийуўжӂаӑеӗȩḝạặαᾰιῐυῠ"),
    ('\u{307}', "cċeėgġzżaȧoȯbḃdḋfḟhḣmṁnṅpṗrṙsṡśṥšṧṣṩtṫwẇxẋyẏſẛ"),
    ('\u{308}', "aäeëiïoöuüyÿιϊυϋϒϔеёіїаӓәӛжӝзӟиӥоӧөӫэӭуӱчӵыӹhḧõṏūṻwẅxẍtẗ"),
    ('\u{309}', "aảâẩăẳeẻêểiỉoỏôổơởuủưửyỷ"),
    ('\u{30a}', "aåuůwẘyẙ"),
    ('\u{30b}', "oőuűуӳ"),
    ('\u{30c}', "cčdďeělľnňrřsštťzžaǎiǐoǒuǔüǚgǧkǩʒǯjǰhȟ"),
    ('\u{30f}', "aȁeȅiȉoȍrȑuȕѵѷ"),
    ('\u{311}', "aȃeȇiȋoȏrȓuȗ"),
    ('\u{313}', "αἀεἐηἠιἰοὀυὐωὠρῤ"),
    ('\u{314}', "αἁεἑηἡιἱοὁυὑωὡρῥ"),
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
    ('\u{342}', "ἀἆἁἇἠἦἡἧἰἶἱἷὐὖὑὗὠὦὡὧαᾶ¨῁ηῆ᾿῏ιῖϊῗ῾῟υῦϋῧωῶ"),
    ('\u{345}', "ἀᾀἁᾁἂᾂἃᾃἄᾄἅᾅἆᾆἇᾇἠᾐἡᾑἢᾒἣᾓἤᾔἥᾕἦᾖἧᾗὠᾠὡᾡὢᾢὣᾣὤᾤὥᾥὦᾦὧᾧὰᾲαᾳάᾴᾶᾷὴῂηῃήῄῆῇὼῲωῳώῴῶῷ"),
    ('\u{653}', "اآ"),
    ('\u{654}', "اأوؤيئەۀہۂےۓ"),
    ('\u{655}', "اإ"),
    ('\u{93c}', "नऩरऱळऴ"),
    ('\u{9be}', "\u{9c7}\u{9cb}"),
    ('\u{9d7}', "\u{9c7}\u{9cc}"),
    ('\u{b3e}', "\u{b47}\u{b4b}"),
    ('\u{b56}', "\u{b47}\u{b48}"),
    ('\u{b57}', "\u{b47}\u{b4c}"),
    ('\u{bbe}', "\u{bc6}\u{bca}\u{bc7}\u{bcb}"),
    ('\u{bd7}', "ஒஔ\u{bc6}\u{bcc}"),
    ('\u{c56}', "\u{c46}\u{c48}"),
    ('\u{cc2}', "\u{cc6}\u{cca}"),
    ('\u{cd5}', "\u{cbf}\u{cc0}\u{cc6}\u{cc7}\u{cca}\u{ccb}"),
    ('\u{cd6}', "\u{cc6}\u{cc8}"),
    ('\u{d3e}', "\u{d46}\u{d4a}\u{d47}\u{d4b}"),
    ('\u{d57}', "\u{d46}\u{d4c}"),
    ('\u{dca}', "\u{dd9}\u{dda}\u{ddc}\u{ddd}"),
    ('\u{dcf}', "\u{dd9}\u{ddc}"),
    ('\u{ddf}', "\u{dd9}\u{dde}"),
    ('\u{102e}', "ဥဦ"),
    ('\u{3099}', "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼうゔゝゞカガキギクグケゲコゴサザシジスズセゼソゾタダチヂツヅテデトドハバヒビフブヘベホボウヴワヷヰヸヱヹヲヺヽヾ"),
    ('\u{309a}', "はぱひぴふぷへぺほぽハパヒピフプヘペホポ"),
];

/// Returns the composed letter of `base`, in lower case, and a combining mark or Hangul part, or
/// `None` if they do not combine.
pub(super) fn compose(base: char, mark: char) -> Option<char> {
    if let Some(syllable) = compose_hangul(base, mark) {
        return Some(syllable);
    }
    let (_, pairs) = COMPOSED.get(position(mark)?)?;
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
    // The first comparison rules out nearly all characters.
    c >= '\u{300}'
        && (position(c).is_some() || matches!(c, '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}'))
}

/// Returns the position of a combining mark in [`COMPOSED`].
fn position(mark: char) -> Option<usize> {
    COMPOSED
        .binary_search_by_key(&mark, |(known, _)| *known)
        .ok()
}

/// Composes Hangul, whose code points are numbered by leading consonant, vowel and trailing one.
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
        check("\u{627}\u{653}", "آ");
        check("\u{3b1}\u{313}\u{342}\u{345}", "ᾆ");
        check("\u{bc6}\u{bbe}", "\u{bca}");
    }

    #[test]
    fn pairs_are_those_of_unicode() {
        use unicode_normalization::char::compose as whole;
        for (mark, pairs) in COMPOSED {
            let letters: Vec<char> = pairs.chars().collect();
            for pair in letters.chunks(2) {
                assert_eq!(whole(pair[0], mark), pair.get(1).copied(), "{pair:?}");
            }
        }
        // Thai, Greek, Cyrillic, Arabic, Indic and all between: nothing is missing.
        let living = ('\u{80}'..'\u{1100}')
            .chain('\u{1e00}'..'\u{2000}')
            .chain('\u{3040}'..'\u{3100}');
        for base in ('a'..='z').chain(living.filter(|c| c.is_lowercase() || !c.is_uppercase())) {
            for (mark, _) in COMPOSED {
                let known = whole(base, mark).filter(|c| c.to_lowercase().eq([*c]));
                assert_eq!(compose(base, mark), known, "{base:?} {mark:?}");
            }
        }
    }

    #[test]
    fn what_does_not_join_stays_apart() {
        assert_eq!(compose('q', '\u{301}'), None);
        assert_eq!(compose('e', 'a'), None);
    }
}
