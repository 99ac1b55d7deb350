package dev.interestlens.explain.anatomy;

import dev.interestlens.explain.anatomy.Anatomy.Figure;
import dev.interestlens.explain.anatomy.Anatomy.Share;
import dev.interestlens.explain.words.MetricWords;
import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.metric.RowMetric;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a figure is made of, in words chosen by the intervals. */
public final class AnatomyWords {
    private static final TextBundle WORDS = new TextBundle(AnatomyWords.class);
    private static final int DIGITS = 3;

    private AnatomyWords() {}

    /** The text of a key. */
    public static Text of(String key) {
        return WORDS.of(key);
    }

    /** The name of a part. */
    public static Text part(InputPart part) {
        return WORDS.of("part." + part.id());
    }

    /** The name of a metric. */
    public static Text metric(String metric) {
        return MetricWords.name(RowMetric.of(metric).orElseThrow());
    }

    /** What a picture of a metric is called. */
    public static Text title(String metric) {
        return WORDS.of("title", Map.of("metric", metric(metric)));
    }

    /** One sentence: what of the figure is chance, what comes from which part, what cannot be told from 0, and what changes nothing. */
    public static Text sentence(Figure figure) {
        List<Text> told = figure.shares().stream()
                .filter(Share::isTold)
                .map(share ->
                        WORDS.of("sentence.part", Map.of("share", number(share.share()), "part", from(share.part()))))
                .toList();
        Text first = WORDS.of(
                told.isEmpty() ? "sentence.nothing" : "sentence.told",
                Map.of(
                        "metric", metric(figure.metric()),
                        "value", number(figure.value()),
                        "chance", number(figure.chance()),
                        "parts", Wording.plainList(told)));
        return first.then(rest("sentence.open", figure, share -> !share.isTold() && !share.isUnread()))
                .then(rest("sentence.unread", figure, Share::isUnread))
                .then(without(figure))
                .then(retrained(figure));
    }

    /** What is lost without the order and the times of the history, which are no parts of the sum. */
    private static Text without(Figure figure) {
        List<Text> lost = figure.without().stream().map(AnatomyWords::lost).toList();
        return lost.isEmpty() ? Text.same("") : WORDS.of("sentence.without", Map.of("lost", Wording.plainList(lost)));
    }

    private static Text lost(Anatomy.Without without) {
        String interval =
                without.low() == null ? "" : " [" + digits(without.low()) + ", " + digits(without.high()) + "]";
        return WORDS.of("without." + without.part().id(), Map.of("lost", Text.same(digits(without.lost()) + interval)));
    }

    /** What it is called beside the table of the shares. */
    public static Text without(InputPart part) {
        return WORDS.of("lost." + part.id());
    }

    private static Text retrained(Figure figure) {
        return figure.shares().stream()
                .filter(share -> share.retrained() != null)
                .map(share -> WORDS.of(
                        "sentence.retrained",
                        Map.of(
                                "part", from(share.part()),
                                "metric", metric(figure.metric()),
                                "value", number(figure.value() - share.retrained()))))
                .reduce(Text.same(""), Text::then);
    }

    private static Text rest(String key, Figure figure, Predicate<Share> which) {
        List<Text> parts = figure.shares().stream()
                .filter(which)
                .map(share -> from(share.part()))
                .toList();
        return parts.isEmpty() ? Text.same("") : WORDS.of(key, Map.of("parts", Wording.plainList(parts)));
    }

    /** How many rows and users were measured, how, and what could not be. */
    public static Text about(Collection<Anatomy> all) {
        boolean everyAttention = all.stream().allMatch(anatomy -> anatomy.metrics().stream()
                .flatMap(figure -> figure.shares().stream())
                .anyMatch(share -> share.part() == InputPart.ATTENTION));
        return all.stream()
                .map(AnatomyWords::rows)
                .distinct()
                .reduce(Text.same(""), Text::then)
                .then(WORDS.of("about.share"))
                .then(everyAttention ? Text.same("") : WORDS.of("about.noAttention"));
    }

    private static Text rows(Anatomy anatomy) {
        int users = anatomy.metrics().stream().mapToInt(Figure::users).max().orElse(0);
        return WORDS.of(
                anatomy.candidates() > 1 ? "about.drawn" : "about.logged",
                Map.of(
                        "rows", Wording.number(anatomy.rows()),
                        "users", Wording.number(users),
                        "ofUsers", Wording.number(anatomy.ofUsers()),
                        "candidates", Wording.number(anatomy.candidates())));
    }

    private static Text from(InputPart part) {
        return WORDS.of("from." + part.id());
    }

    private static Text number(double value) {
        return Text.same(digits(value));
    }

    private static String digits(double value) {
        return Numerals.fixed(value, DIGITS);
    }
}
