package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.WideSlide;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExplanationSlideTest {
    private static final Explanation NINE = Explanations.of(9);

    /** Size, left end and words of a text. */
    private static final Pattern PLACED =
            Pattern.compile("text Letters.size=([\\d.]+).* START \\S+ ([\\d.]+) .* \\| (.+)");

    @Test
    void theFiveStrongestReasonsStandInOrder() {
        List<HistoryRow> strongest = ExplanationSlide.strongest(NINE.history());
        assertThat(strongest)
                .hasSize(5)
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.effect()), Math.abs(a.effect())));
        double least = Math.abs(strongest.get(4).effect());
        assertThat(NINE.history().stream()
                        .filter(row -> !strongest.contains(row))
                        .allMatch(row -> Math.abs(row.effect()) <= least))
                .isTrue();
    }

    @Test
    void effectsAreInLogitsWithPointsOfTheScoreBehindThem() {
        List<String> words = texts(NINE);
        for (HistoryRow row : ExplanationSlide.strongest(NINE.history())) {
            assertThat(words)
                    .contains(
                            Numerals.plainSigned(row.effect(), 2),
                            "(" + Numerals.plainSigned(100 * row.points(), 1) + " points)");
        }
        assertThat(String.join(" ", words)).contains("(the 5 strongest of 9)");
    }

    @Test
    void noFigureReachesBeyondTheMarginInEitherLanguage() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            Recorder drawn = new Recorder(language);
            new ReasonsSlide(
                            Text.same("why"),
                            Text.same("because"),
                            Text.same("rows"),
                            List.of(new ReasonsSlide.Reason(Text.same("a cause"), 12.34, -0.995, 0)),
                            Text.same(""))
                    .paint(drawn, WideSlide.WIDTH, WideSlide.HEIGHT);

            assertThat(drawn.operations().stream()
                            .map(PLACED::matcher)
                            .filter(Matcher::matches)
                            .mapToDouble(text -> Double.parseDouble(text.group(2))
                                    + drawn.width(
                                            text.group(3),
                                            new Letters(Double.parseDouble(text.group(1)), Letters.Cut.REGULAR))))
                    .isNotEmpty()
                    .allMatch(end -> end <= WideSlide.WIDTH - WideSlide.MARGIN + 0.01);
        }
    }

    @Test
    void aPredictionWithoutHistoryHasItsSlideToo() {
        assertThat(texts(Explanations.of(0))).contains("There is no history.");
    }

    private static List<String> texts(Explanation explanation) {
        Recorder drawn = new Recorder(Locale.ENGLISH);
        new ExplanationSlide(explanation, Explanations.SOURCE).paint(drawn, 912, 492);
        return drawn.texts();
    }
}
