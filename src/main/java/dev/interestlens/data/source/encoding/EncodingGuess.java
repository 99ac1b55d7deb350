package dev.interestlens.data.source.encoding;

import dev.interestlens.store.Problem;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The character set of a file.
 *
 * @param charset guessed or chosen
 * @param sure whether a text may be read so without a question
 * @param readings some words beyond ASCII as the likely character sets read them, the likeliest first; where it is sure, as this one does
 */
public record EncodingGuess(Charset charset, boolean sure, List<Reading> readings) {

    /** The setting that takes the answer to a question. */
    public static final String SETTING = "encoding";

    private static final int SHOWN = 4;
    private static final int LONGEST = 24;

    /**
     * @param encoding name of a character set
     * @param sample some words as it reads them
     */
    public record Reading(String encoding, String sample) {
        /** What {@link EncodingGuess#text} told. */
        public static Reading told(String text) {
            String[] parts = text.split(": ", 2);
            return new Reading(parts[0], parts.length > 1 ? parts[1] : "");
        }

        static Reading of(String encoding, List<String> words) {
            return new Reading(encoding, EncodingGuess.sample(words.stream()));
        }
    }

    public EncodingGuess {
        readings = List.copyOf(readings);
    }

    /** Where the bytes themselves say it, or a person does. */
    public static EncodingGuess known(Charset charset) {
        return new EncodingGuess(charset, true, List.of());
    }

    /** The first different ones of some words, as they are shown. */
    public static String sample(Stream<String> words) {
        return words.map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(SHOWN)
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) + "…" : word)
                .collect(Collectors.joining(", "));
    }

    /** Some words beyond ASCII; empty where there are none, or nothing had to be guessed. */
    public String sample() {
        return readings.isEmpty() ? "" : readings.get(0).sample();
    }

    /** Whether nothing but the likelihood of its words speaks for it, so that it has to be told. */
    public boolean isGuess() {
        return !readings.isEmpty();
    }

    /** The name with some words, as it is told. */
    public String text() {
        return sample().isEmpty() ? charset.name() : charset.name() + ": " + sample();
    }

    /** @throws dev.interestlens.store.ProblemException where a person has to choose, with the readings */
    public EncodingGuess requireSure(Path file) {
        if (sure) {
            return this;
        }
        throw Problem.badInput(EncodingGuess.class, "encodingOpen", file)
                .with(
                        "samples",
                        readings.stream()
                                .map(each -> each.encoding() + " = " + each.sample())
                                .collect(Collectors.joining("; ")))
                .with(
                        "ways",
                        readings.stream()
                                .map(each -> "--set " + SETTING + "=" + each.encoding())
                                .collect(Collectors.joining(", ")))
                .with("setting", SETTING)
                .with("formats", readings.stream().map(Reading::encoding).collect(Collectors.joining("\n")))
                .exception("encoding", charset);
    }
}
