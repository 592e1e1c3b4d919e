//! Words that bind sentences together and say little about their subject.

/// English, German and French function words of the language of policies, sorted.
const WORDS: [&str; 372] = [
    "a", "aber", "about", "above", "afin", "after", "again", "ainsi", "all", "alle", "allem",
    "allen", "aller", "alles", "als", "also", "although", "am", "an", "and", "any", "are", "as",
    "at", "au", "auch", "aucun", "auf", "aus", "aussi", "autre", "autres", "aux", "avant",
    "avec", "avez", "avoir", "avons", "be", "because", "been", "before", "bei", "being",
    "below", "between", "bis", "both", "but", "by", "can", "cannot", "car", "ce", "cela", "ces",
    "cet", "cette", "ceux", "chaque", "ci", "comme", "could", "da", "dabei", "damit", "dann",
    "dans", "das", "dass", "de", "dein", "deine", "deinem", "deinen", "deiner", "dem", "den",
    "denn", "depuis", "der", "des", "did", "die", "dies", "diese", "diesem", "diesen", "dieser",
    "dieses", "do", "doch", "does", "doing", "donc", "dont", "down", "du", "durch", "during",
    "each", "ein", "eine", "einem", "einen", "einer", "eines", "either", "elle", "elles",
    "else", "en", "entre", "er", "es", "est", "et", "etc", "etwa", "eux", "even", "ever",
    "every", "few", "for", "from", "further", "für", "gegebenenfalls", "habe", "haben", "had",
    "has", "hat", "have", "having", "he", "her", "here", "hers", "hier", "him", "his", "how",
    "however", "i", "ich", "ici", "if", "ihr", "ihre", "ihrem", "ihren", "ihrer", "il", "ils",
    "im", "in", "indem", "insbesondere", "into", "is", "ist", "it", "its", "itself", "ja", "je",
    "jede", "jeden", "jeder", "just", "kann", "kein", "keine", "können", "l", "la", "le", "les",
    "leur", "leurs", "lors", "lorsque", "lui", "made", "mais", "make", "may", "me", "mes",
    "mich", "might", "mir", "mit", "moi", "moins", "mon", "more", "most", "muss", "must", "my",
    "même", "n", "nach", "ne", "ni", "nicht", "no", "noch", "nor", "nos", "not", "notre",
    "nous", "now", "nur", "ob", "oder", "of", "off", "ohne", "on", "once", "one", "only", "ont",
    "or", "other", "others", "ou", "our", "ours", "out", "over", "own", "où", "par", "pas",
    "per", "peut", "peuvent", "please", "plus", "pour", "pouvez", "pouvons", "qu", "quand",
    "que", "quel", "quelle", "qui", "s", "sa", "same", "sans", "se", "sein", "seine", "sera",
    "ses", "shall", "she", "should", "si", "sich", "sie", "sind", "so", "sofern", "some", "son",
    "sont", "sous", "soweit", "sowie", "such", "sur", "ta", "te", "tes", "than", "that", "the",
    "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "through",
    "thus", "to", "toi", "ton", "too", "tous", "tout", "toute", "toutes", "tu", "um", "un",
    "und", "under", "une", "unless", "uns", "unser", "unsere", "unserem", "unseren", "unserer",
    "unter", "until", "up", "upon", "us", "vers", "very", "via", "vom", "von", "vor", "vos",
    "votre", "vous", "wann", "war", "warum", "was", "we", "wenn", "werden", "were", "what",
    "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "wie", "will",
    "wir", "wird", "with", "within", "without", "wo", "would", "wurde", "y", "you", "your",
    "yours", "yourself", "zu", "zum", "zur", "zwischen", "à", "être", "über",
];

/// True for a lower-case function word.
pub(in crate::compare) fn is_function_word(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::WORDS;

    #[test]
    fn the_list_is_sorted_for_the_search() {
        assert!(WORDS.is_sorted());
    }
}
