package dev.interestlens.explain;

import dev.interestlens.figure.Numerals;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of this package in both languages. */
public final class Wording {
    /** In logits: less than that moves a score by a quarter of a percent at most. */
    private static final double DECORATION = 0.01;

    private static final TextBundle WORDS = new TextBundle(Wording.class);

    private Wording() {}

    /** The text of a key. */
    public static Text of(String key) {
        return WORDS.of(key);
    }

    /** The text of a key with its placeholders filled; a placeholder {@code {name}} stands for the value of that name. */
    public static Text of(String key, Map<String, Text> values) {
        return WORDS.of(key, values);
    }

    /** What Look means for a model. */
    public static Text look(LookKind kind) {
        return WORDS.of("look." + lower(kind));
    }

    /** The same of one look, with what stays outside the history. */
    public static Text look(LookResult looked) {
        return looked.kind() == LookKind.ROLLOUT && looked.look().length > 0
                ? WORDS.of(
                        "look.rollout.rest", Map.of("look", look(looked.kind()), "rest", share(1 - looked.onHistory())))
                : look(looked.kind());
    }

    /** What Look means, and where an even share of it lies. */
    public static Text lookHelp(LookResult looked) {
        double even = looked.even();
        return WORDS.of(
                Double.isNaN(even) ? "look.help.raw" : "look.help",
                Map.of("kind", look(looked), "even", shown(even, 3)));
    }

    /** The badge in a word or two. */
    public static Text badge(Agreement.Badge badge) {
        return WORDS.of("badge." + lower(badge));
    }

    /** What the badge stands for. */
    public static Text badgeHelp(Agreement.Badge badge) {
        return WORDS.of("badge." + lower(badge) + ".help");
    }

    /** Whether the attention matters, by what even weights in its place would do; empty where that was not tried. */
    public static Text attention(Effects effects) {
        double matters = effects.attentionMatters();
        return Double.isNaN(matters)
                ? Text.same("")
                : WORDS.of(
                        matters < DECORATION ? "attention.decoration" : "attention.matters",
                        Map.of(
                                "own", score(effects.score(), Double.NaN),
                                "even", score(Scores.sigmoid(effects.evenLogit()), Double.NaN)));
    }

    /** The figures of an agreement in one line, each beside what chance gives; — where one is undefined. */
    public static Text line(Agreement agreement) {
        return WORDS.of(
                "agreement.line",
                Map.of(
                        "badge", badge(agreement.badge()),
                        "tau", shown(agreement.tau(), 2),
                        "deviation", shown(agreement.nullDeviation(), 2),
                        "untrained", shown(agreement.untrainedTau(), 2),
                        "overlap", shown(agreement.topOverlap(), 2),
                        "random", shown(agreement.randomOverlap(), 2),
                        "against", shown(agreement.topAgainst(), 2),
                        "skill", shown(agreement.orderSkill(), 2)));
    }

    /** Another candidate with why it stands there. */
    static Text of(Impression.Other other) {
        return WORDS.of(
                "candidate." + lower(other.kind()), Map.of("title", other.item().title()));
    }

    /** A share in percent. */
    static Text share(double value) {
        return Text.same(number(100 * value, Math.abs(value) < 0.1 ? 1 : 0) + " %");
    }

    /** A number with its sign, two decimals. */
    static Text signed(double value) {
        String size = number(Math.abs(value), 2);
        return Text.same((size.equals("0.00") ? "" : value < 0 ? "−" : "+") + size);
    }

    /** The text of a key, or the given words in both languages where there is none. */
    static Text orElse(String key, String words) {
        return WORDS.orElse(key, words);
    }

    /** A count. */
    static Text number(int value) {
        return Text.same(Numerals.count(value));
    }

    /** Sentences one behind the other. */
    static Text sentences(List<Text> all) {
        return new Text(
                all.stream().map(Text::en).collect(Collectors.joining(" ")),
                all.stream().map(Text::zh).collect(Collectors.joining()));
    }

    /** Texts in a row, without quotes. */
    static Text plainList(List<Text> all) {
        Text comma = WORDS.of("list.comma");
        return new Text(
                all.stream().map(Text::en).collect(Collectors.joining(comma.en())),
                all.stream().map(Text::zh).collect(Collectors.joining(comma.zh())));
    }

    /** Titles in a row: “A”, “B” and “C”. */
    public static Text list(List<Text> titles) {
        return new Text(join(titles, Text::en), join(titles, Text::zh));
    }

    /** A score with as few decimals as tell it from the others, two or three. */
    static Text score(double value, double... others) {
        boolean mistaken = Arrays.stream(others)
                .anyMatch(other -> number(value, 2).equals(number(other, 2))
                        && !number(value, 3).equals(number(other, 3)));
        return Text.same(number(value, mistaken ? 3 : 2));
    }

    private static Text shown(double value, int digits) {
        return Text.same(Double.isNaN(value) ? "—" : number(value, digits));
    }

    private static String number(double value, int digits) {
        DecimalFormat format = new DecimalFormat(
                digits == 0 ? "0" : "0." + "0".repeat(digits), DecimalFormatSymbols.getInstance(Locale.ROOT));
        return format.format(value).replace('-', '−');
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String join(List<Text> titles, Function<Text, String> language) {
        List<String> quoted = titles.stream()
                .map(title -> language.apply(WORDS.of("list.quoted", Map.of("title", title))))
                .toList();
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        String comma = language.apply(WORDS.of("list.comma"));
        String last = language.apply(WORDS.of("list.last"));
        return quoted.subList(0, quoted.size() - 1).stream().collect(Collectors.joining(comma))
                + last
                + quoted.get(quoted.size() - 1);
    }
}
