//! A text cut into sentences and clauses of plain words, so that a `not` reaches as far as people mean it.

/// A sentence of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sentence {
    /// Its clauses in their order, each as its words.
    pub clauses: Vec<Vec<String>>,
    /// Whether it asks.
    pub asks: bool,
}

/// Words that begin a clause of their own.
const BREAKS: [&str; 6] = ["but", "however", "although", "though", "whereas", "then"];

/// Returns the sentences of a text, in lower case, hyphens taken as spaces.
pub(super) fn sentences(text: &str) -> Vec<Sentence> {
    let text: String = text.to_lowercase().replace(['’', '‘', '`'], "'");
    let mut sentences = Vec::new();
    let mut from = 0;
    let ends = |at: usize, mark: char| match mark {
        '\n' | ';' | '!' | '?' => true,
        // Because `20.11.2026` and `45.3` hold no end of a sentence.
        '.' => !text[at + 1..].starts_with(|next: char| next.is_alphanumeric()),
        _ => false,
    };
    for (at, mark) in text.char_indices() {
        if ends(at, mark) {
            push(&mut sentences, &text[from..at], mark == '?');
            from = at + mark.len_utf8();
        }
    }
    push(&mut sentences, &text[from..], false);
    sentences
}

fn push(sentences: &mut Vec<Sentence>, text: &str, asks: bool) {
    let clauses: Vec<Vec<String>> = text
        .replace(" - ", ",")
        .split([',', ':', '–', '—', '(', ')', '…', '\t', '→'])
        .flat_map(|part| broken(words(part)))
        .filter(|clause| !clause.is_empty())
        .collect();
    if !clauses.is_empty() {
        sentences.push(Sentence { clauses, asks });
    }
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '\'' | '%' | '/'));
    let bare = parts.map(|word| word.trim_matches(['\'', '/']).to_owned());
    bare.filter(|word| !word.is_empty()).collect()
}

fn broken(words: Vec<String>) -> Vec<Vec<String>> {
    let mut clauses = vec![Vec::new()];
    for word in words {
        if BREAKS.contains(&word.as_str()) {
            clauses.push(Vec::new());
        } else if let Some(last) = clauses.last_mut() {
            last.push(word);
        }
    }
    clauses
}

/// Tells whether a word denies.
pub(super) fn denies(word: &str) -> bool {
    const WORDS: [&str; 24] = [
        "not", "never", "no", "nothing", "none", "nobody", "neither", "nor", "without", "cannot", "unable",
        "failed", "cant", "wont", "dont", "didnt", "hasnt", "havent", "isnt", "wasnt", "couldnt", "hadnt",
        "arent", "hardly",
    ];
    word.ends_with("n't") || WORDS.contains(&word)
}

/// Tells whether a word speaks of what is not so yet: of a plan, a wish, a condition.
fn defers(word: &str) -> bool {
    const WORDS: [&str; 41] = [
        "will", "should", "shall", "would", "could", "can", "may", "might", "must", "need", "needs", "hope",
        "hoping", "aim", "aiming", "plan", "planned", "planning", "expect", "expected", "due", "going",
        "want", "wants", "intend", "if", "once", "when", "until", "till", "unless", "whether", "please",
        "pending", "awaiting", "waiting", "before", "being", "asked", "trying", "tries",
    ];
    word.ends_with("'ll") || WORDS.contains(&word)
}

/// Tells whether the words before one speak of what is not so yet: `will be`, `to be`, `to get it`.
pub(super) fn deferred(before: &[&str]) -> bool {
    let intent = |pair: &[&str]| pair[0] == "to" && ["be", "get", "have", "see"].contains(&pair[1]);
    before.iter().any(|word| defers(word)) || before.last() == Some(&"to") || before.windows(2).any(intent)
}

/// Tells whether a word speaks of a time to come or of this very moment, so that a refusal may not be for good.
pub(super) fn tempers(word: &str) -> bool {
    const WORDS: [&str; 17] = [
        "yet",
        "until",
        "till",
        "before",
        "today",
        "tomorrow",
        "tonight",
        "week",
        "month",
        "currently",
        "moment",
        "far",
        "present",
        "unless",
        "later",
        "soon",
        "next",
    ];
    WORDS.contains(&word) || crate::action_line::day_of_week(word).is_some()
}
