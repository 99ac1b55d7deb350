package dev.interestlens.data.source.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A character set that a text may be written in.
 *
 * @param name of the character set
 * @param languages tags of those that are usually written in it; empty where its common characters tell
 * @param common first and last first byte of the common characters, and their number
 */
record Candidate(String name, List<String> languages, List<Integer> common) {

    private static final String WESTERN = "en fr de es pt it nl sv da nb fi is ca";
    private static final String CENTRAL = "cs sk pl hu hr sl ro sq de";
    private static final String TURKISH = "tr de";
    private static final String BALTIC = "lt lv et pl de";
    private static final String CYRILLIC = "ru uk bg sr mk be";

    /** Of several that read a text alike the first is told: the usual one comes first. */
    private static final List<Candidate> ALL = List.of(
            letters("windows-1252", WESTERN),
            letters("windows-1250", CENTRAL),
            letters("ISO-8859-2", CENTRAL),
            letters("windows-1254", TURKISH),
            letters("ISO-8859-9", TURKISH),
            letters("windows-1257", BALTIC),
            letters("ISO-8859-13", BALTIC),
            letters("windows-1251", CYRILLIC),
            letters("KOI8-R", "ru bg"),
            letters("KOI8-U", "uk ru"),
            letters("ISO-8859-5", CYRILLIC),
            letters("IBM866", CYRILLIC),
            letters("x-MacCyrillic", CYRILLIC),
            letters("windows-1253", "el"),
            letters("ISO-8859-7", "el"),
            letters("windows-1255", "he"),
            letters("windows-1256", "ar fa"),
            letters("x-windows-874", "th"),
            characters("GB18030", 0xB0, 0xD7, 3755),
            characters("Big5", 0xA4, 0xC6, 5401),
            characters("EUC-JP", 0xB0, 0xCF, 3000),
            characters("windows-31j", 0x88, 0x98, 3000),
            characters("EUC-KR", 0xB0, 0xC8, 2350),
            characters("x-windows-949", 0xB0, 0xC8, 2350));

    /** What a tag stands for never changes, and counting the letters of a language takes a tenth of a second. */
    private static final Map<String, Language> COUNTED = new ConcurrentHashMap<>();

    private static Candidate letters(String name, String tags) {
        return new Candidate(name, List.of(tags.split(" ")), List.of());
    }

    private static Candidate characters(String name, int from, int to, int number) {
        return new Candidate(name, List.of(), List.of(from, to, number));
    }

    /** Their names. */
    static List<String> names() {
        return ALL.stream().map(Candidate::name).toList();
    }

    /**
     * A text in one of them.
     *
     * @param words of the text
     * @param likelihood of them
     */
    record Reading(String name, List<String> words, double likelihood) {
        /** Whether it can be text: nobody writes control characters into words. */
        boolean isText() {
            return words.stream().flatMapToInt(String::chars).noneMatch(Character::isISOControl);
        }

        /** The number of characters beyond ASCII. */
        long characters() {
            return words.stream()
                    .flatMapToInt(String::chars)
                    .filter(c -> c > 127)
                    .count();
        }
    }

    /** The readings of a text that differ, the most likely first; empty where its bytes are in none of the character sets. */
    static List<Reading> ranked(byte[] lines) {
        List<Reading> all = new ArrayList<>();
        for (Candidate each : ALL) {
            each.words(lines)
                    .filter(words ->
                            all.stream().noneMatch(known -> known.words().equals(words)))
                    .ifPresent(words -> all.add(new Reading(each.name, words, each.likelihood(words))));
        }
        all.sort((one, other) -> Double.compare(other.likelihood, one.likelihood));
        return all;
    }

    private Optional<List<String>> words(byte[] lines) {
        return Charset.isSupported(name) ? words(lines, Charset.forName(name)) : Optional.empty();
    }

    /** The lines of a text; empty where the bytes are not in this character set. */
    static Optional<List<String>> words(byte[] lines, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(lines)).toString();
            return Optional.of(Arrays.asList(text.split("\n")));
        } catch (CharacterCodingException e) {
            return Optional.empty(); // which is the answer
        }
    }

    /** All words in one language, or each in any of them: lists of titles are often mixed. */
    private double likelihood(List<String> words) {
        List<Language> known = common.isEmpty()
                ? languages.stream()
                        .map(tag -> COUNTED.computeIfAbsent(tag, Alphabet::of))
                        .toList()
                : List.of(new CommonCharacters(Charset.forName(name), common.get(0), common.get(1), common.get(2)));
        double[] sums = new double[known.size()];
        double mixed = 0;
        for (String word : words) {
            double best = Double.NEGATIVE_INFINITY;
            for (int n = 0; n < sums.length; n++) {
                double each = known.get(n).likelihood(word);
                sums[n] += each;
                best = Math.max(best, each);
            }
            mixed += best - Math.log(sums.length);
        }
        return Math.max(mixed, Arrays.stream(sums).max().orElse(mixed));
    }
}
