package dev.interestlens.data.source.encoding;

/** A language, as far as it tells text from rubbish. */
interface Language {

    /** The logarithm of the probability of the characters beyond ASCII of a word; only differences have a meaning. */
    double likelihood(String word);

    /** The probability of a character that no text of the language has, such as a control character. */
    double NEVER = -25;

    /** That of a sign within a word. */
    double MISPLACED = -20;
}
