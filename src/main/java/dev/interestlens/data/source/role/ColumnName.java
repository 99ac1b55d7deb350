package dev.interestlens.data.source.role;

import dev.interestlens.store.FileAccess;
import dev.interestlens.store.WholeFile;
import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words in the name of a column mean; the words of six languages are in {@code words.properties}.
 *
 * @param meanings those of all its words
 * @param clean whether every letter of the name belongs to a known word
 */
record ColumnName(Set<Meaning> meanings, boolean clean) {

    /** What a word can mean; each has its words under its name in small letters. */
    enum Meaning {
        USER,
        ITEM,
        TIME,
        /** A whole number that may give the order of events. */
        ORDER,
        /** An hour of the day. */
        HOUR,
        /** A date that is not that of the event, such as a birthday. */
        OTHERDATE,
        TITLE,
        CATEGORY,
        LABEL,
        /** What a person does with an item that was chosen. */
        RESPONSE,
        RATING,
        EVENT,
        TRANSACTION,
        QUANTITY,
        PRICE,
        /** What was paid, which follows from how much was chosen. */
        AMOUNT,
        DURATION,
        /** What is known before the choice, such as the hour and the place on the page. */
        BEFORE,
        /** How the choice ended. */
        OUTCOME,
        /** That a choice was taken back. */
        UNDONE,
        PLACE,
        PERSON,
        /** An address that reaches a person. */
        CONTACT,
        MAKER,
        STAFF,
        TEXT,
        KIND,
        ID
    }

    private static final Map<Meaning, List<String>> WORDS = words();
    private static final Set<String> COUNTING = Set.of("number", "num", "no", "nr");
    private static final Meaning[] MEASURES = {
        Meaning.QUANTITY, Meaning.PRICE, Meaning.DURATION, Meaning.RATING, Meaning.TIME, Meaning.OTHERDATE
    };
    private static final Set<Meaning> THINGS =
            EnumSet.of(Meaning.USER, Meaning.ITEM, Meaning.CATEGORY, Meaning.MAKER, Meaning.STAFF, Meaning.PLACE);
    private static final int PART_OF_A_WORD_FROM = 4;
    private static final Pattern LATIN = Pattern.compile("[a-z]+");

    /** A word found in a token. */
    private record Found(Meaning meaning, int from, int to) {
        boolean inside(Found other) {
            return other.from <= from && to <= other.to && other.to - other.from > to - from;
        }
    }

    ColumnName {
        meanings = Set.copyOf(meanings);
    }

    private static Map<Meaning, List<String>> words() {
        Properties read = new Properties();
        FileAccess.run(() -> read.load(new StringReader(WholeFile.text(ColumnName.class, "words.properties"))));
        Map<Meaning, List<String>> words = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            String all = read.getProperty(meaning.name().toLowerCase(Locale.ROOT));
            words.put(meaning, List.of(all.split("\\s+")));
        }
        return words;
    }

    static ColumnName of(String column) {
        EnumSet<Meaning> meanings = EnumSet.noneOf(Meaning.class);
        boolean clean = true;
        for (String token : tokens(column)) {
            List<Found> found = found(token);
            found.forEach(each -> meanings.add(each.meaning()));
            boolean[] known = new boolean[token.length()];
            found.forEach(each -> Arrays.fill(known, each.from(), each.to(), true));
            for (boolean letter : known) {
                clean &= letter;
            }
        }
        return new ColumnName(meanings, clean && !meanings.isEmpty());
    }

    // Marks of Latin letters are dropped; those of kana are part of the letter.
    private static String[] tokens(String column) {
        String split = column.strip()
                .replaceFirst(":[a-z_]+$", "")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                .replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss");
        String plain = Normalizer.normalize(
                Normalizer.normalize(split, Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", ""),
                Normalizer.Form.NFC);
        return Arrays.stream(plain.split("[^\\p{L}ー]+|(?<=[a-z])(?=[^a-z])|(?<=[^\\x00-\\x7f])(?=[a-z])"))
                .filter(token -> !token.isEmpty())
                .toArray(String[]::new);
    }

    private static List<Found> found(String token) {
        List<Found> all = new ArrayList<>();
        boolean latin = LATIN.matcher(token).matches();
        WORDS.forEach((meaning, words) -> words.forEach(word -> {
            boolean part = latin ? word.length() >= PART_OF_A_WORD_FROM : word.length() > 1;
            if (token.equals(word) || part && token.startsWith(word) && isEnd(token.substring(word.length()), word)) {
                all.add(new Found(meaning, 0, word.length()));
            } else if ((part || !latin)
                    && token.endsWith(word)
                    && isPart(token.substring(0, token.length() - word.length()))) {
                all.add(new Found(meaning, token.length() - word.length(), token.length()));
            } else if (!latin && part && token.contains(word)) {
                all.add(new Found(meaning, token.indexOf(word), token.indexOf(word) + word.length()));
            }
        }));
        List<Found> longest = new ArrayList<>(
                all.stream().filter(one -> all.stream().noneMatch(one::inside)).toList());
        longest.stream()
                .filter(each -> latin && each.from() == 0)
                .mapToInt(Found::to)
                .max()
                .ifPresent(end -> numbered(token, end).ifPresent(longest::add));
        return longest;
    }

    // A short word begins others by chance: plat of platform.
    private static boolean isEnd(String rest, String word) {
        return word.length() > PART_OF_A_WORD_FROM
                || !LATIN.matcher(word).matches()
                || rest.length() < 3
                || isWord(rest);
    }

    // Two letters before a word make another one: the story of history; a single one abbreviates, such as vtime.
    private static boolean isPart(String before) {
        return before.length() != 2 || !LATIN.matcher(before).matches() || isWord(before);
    }

    private static boolean isWord(String text) {
        return WORDS.values().stream().anyMatch(words -> words.contains(text));
    }

    // userid, kundennr: the rest behind a word says that it is a number
    private static Optional<Found> numbered(String token, int end) {
        return WORDS.get(Meaning.ID).stream()
                .filter(word -> token.length() - word.length() >= end && token.endsWith(word))
                .findFirst()
                .map(word -> new Found(Meaning.ID, end, token.length()));
    }

    boolean has(Meaning meaning) {
        return meanings.contains(meaning);
    }

    /** Whether whole numbers of this name tell things apart, such as brand, seller_id and zip_code; number_of_pages and city_population do not. */
    static boolean isNumbering(String column) {
        ColumnName name = of(column);
        boolean counts = Arrays.stream(tokens(column)).limit(1).anyMatch(COUNTING::contains);
        if (name.has(Meaning.ID) && !counts) {
            return name.lacks(MEASURES);
        }
        return name.clean && THINGS.containsAll(name.meanings);
    }

    /** Whether it has none of these. */
    boolean lacks(Meaning... others) {
        return List.of(others).stream().noneMatch(meanings::contains);
    }
}
