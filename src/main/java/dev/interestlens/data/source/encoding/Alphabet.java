package dev.interestlens.data.source.encoding;

import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A language that is written with letters: how often one letter follows another. The counts are those of the names of countries, languages and
 * currencies in that language, which every Java has (Unicode CLDR, about 1,000 names), so that no tables travel with the program.
 *
 * @param pairs the natural logarithm of the share of a pair among those that begin alike; a space is the edge of a word
 * @param letters that of a single letter among all
 */
record Alphabet(Map<String, Double> pairs, Map<String, Double> letters) implements Language {

    /** A pair that the names do not have, against its second letter alone. */
    private static final double NEW_PAIR = -3;

    /** A letter that the names do not have. */
    private static final double NEW_LETTER = -12;

    /** A capital behind a small letter: what half of the character sets make of the other half's words. */
    private static final double CAPITAL_WITHIN = -6;

    /** A letter of another script beside a Latin one. */
    private static final double MIXED_SCRIPTS = -15;

    private static final double PUNCTUATION = -7;
    private static final double SIGN = -8;

    private static final char APOSTROPHE = '\u2019';
    private static final String ANYWHERE = "\u2019\u2013\u2014\u00a0";
    private static final String OPENING = "\u201c\u00ab\u201e\u2039\u00a1\u00bf\u2018";
    private static final String CLOSING = "\u201d\u00bb\u2026\u2122\u00ae\u00aa\u00ba\u203a";
    private static final String ALONE = "\u00b0\u00a9\u20ac\u00a3\u00a7\u00b2\u00b3\u00bd\u00b7";

    /** Of a language by its tag, such as {@code fr}; without letters beyond ASCII where this Java has no data of it. */
    static Alphabet of(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        Map<String, Integer> pairs = new HashMap<>();
        Map<String, Integer> letters = new HashMap<>();
        int all = 0;
        for (String word : words(language)) {
            for (int at = 0; at + 1 < word.length(); at++) {
                pairs.merge(word.substring(at, at + 2), 1, Integer::sum);
                letters.merge(word.substring(at, at + 1), 1, Integer::sum);
                all++;
            }
        }
        double total = all;
        return new Alphabet(shares(pairs, pair -> letters.get(pair.substring(0, 1))), shares(letters, letter -> total));
    }

    private static Map<String, Double> shares(Map<String, Integer> counts, ToDoubleFunction<String> all) {
        return counts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, each -> Math.log(each.getValue() / all.applyAsDouble(each.getKey()))));
    }

    private static Set<String> words(Locale language) {
        Stream<String> countries =
                Stream.of(Locale.getISOCountries()).map(each -> new Locale("", each).getDisplayCountry(language));
        Stream<String> languages =
                Stream.of(Locale.getISOLanguages()).map(each -> new Locale(each).getDisplayLanguage(language));
        Stream<String> currencies =
                Currency.getAvailableCurrencies().stream().map(each -> each.getDisplayName(language));
        Set<String> words = new HashSet<>();
        Stream.of(countries, languages, currencies)
                .flatMap(names -> names)
                .distinct()
                .flatMap(name -> Stream.of(name.toLowerCase(language).split("[^\\p{L}\\p{M}]+")))
                .filter(word -> !word.isEmpty())
                .forEach(word -> words.add(" " + word + " "));
        return words;
    }

    @Override
    public double likelihood(String word) {
        double sum = 0;
        for (int at = 0; at < word.length(); at++) {
            char c = word.charAt(at);
            if (c > 127) {
                char before = at == 0 ? ' ' : word.charAt(at - 1);
                char after = at + 1 == word.length() ? ' ' : word.charAt(at + 1);
                sum += isLetter(c) ? letter(before, c, after) : sign(before, c, after);
            }
        }
        return sum;
    }

    private double letter(char before, char c, char after) {
        double alone = letters.containsKey(folded(c)) ? letters.get(folded(c)) + NEW_PAIR : NEW_LETTER;
        double sum = pairs.getOrDefault(folded(before) + folded(c), alone);
        if (after < 128 || !isLetter(after)) { // that of a pair beyond ASCII is counted with its second letter
            sum += pairs.getOrDefault(folded(c) + folded(after), alone) / 2;
        }
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
            sum += CAPITAL_WITHIN;
        }
        if (Character.UnicodeScript.of(c) != Character.UnicodeScript.LATIN) {
            sum += (isLatin(before) ? MIXED_SCRIPTS : 0) + (isLatin(after) ? MIXED_SCRIPTS : 0);
        }
        return sum;
    }

    private static double sign(char before, char c, char after) {
        if (Character.isISOControl(c)) {
            return NEVER;
        }
        if (ANYWHERE.indexOf(c) >= 0) {
            boolean opens = !isLetter(before) && isLetter(after);
            return c == APOSTROPHE && opens ? 2 * PUNCTUATION : PUNCTUATION;
        }
        if (OPENING.indexOf(c) >= 0) {
            return isLetter(before) ? MISPLACED : PUNCTUATION;
        }
        if (CLOSING.indexOf(c) >= 0) {
            return isLetter(after) ? MISPLACED : PUNCTUATION;
        }
        return ALONE.indexOf(c) < 0 || isLetter(before) || isLetter(after) ? MISPLACED : SIGN;
    }

    private static String folded(char c) {
        return isLetter(c) ? String.valueOf(Character.toLowerCase(c)) : " ";
    }

    private static boolean isLetter(char c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Whether it is a letter of ASCII. */
    static boolean isLatin(char c) {
        return c < 128 && Character.isLetter(c);
    }
}
