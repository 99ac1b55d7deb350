package dev.interestlens.data.source.file;

import dev.interestlens.data.KeyText;

/** What may stand around the values of a file, and the SQL that takes it away: looking for more than there is takes time. */
public enum Trim {
    NOTHING,
    /** Spaces, in a file of ASCII. */
    SPACES,
    /** Anything of {@link KeyText}. */
    ALL;

    /** SQL of the text, NULL where nothing is left. */
    public String of(String text) {
        return switch (this) {
            case NOTHING -> "nullif(" + text + ", '')";
            case SPACES -> "nullif(trim(" + text + "), '')";
            // Most texts begin and end with a visible ASCII character, and a test is faster than trimming.
            case ALL ->
                "nullif(CASE WHEN regexp_full_match(" + text + ", '[!-~](.*[!-~])?') THEN nfc_normalize(" + text
                        + ") ELSE trim(nfc_normalize(" + text + "), " + Duck.literal(KeyText.EDGES) + ") END, '')";
        };
    }

    /** SQL of the key that joins those which differ by letter case, a fraction of zeros or leading zeros only. */
    public static String joined(String key) {
        return "regexp_replace(lower(" + key + "), " + Duck.literal(KeyText.NUMBER) + ", '\\1\\2')";
    }

    /** SQL that is true for every key that differs from the joined one, and for some others; fast. */
    public static String mayDiffer(String key) {
        return "(lower(" + key + ") <> " + key + " OR starts_with(" + key + ", '0') OR starts_with(" + key
                + ", '-0') OR ends_with(" + key + ", '0') AND contains(" + key + ", '.'))";
    }
}
