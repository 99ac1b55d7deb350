package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Recorder;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationSlideTest {
    private static final Explanation NINE = Explanations.of(9);

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
    void aPredictionWithoutHistoryHasItsSlideToo() {
        assertThat(texts(Explanations.of(0))).contains("There is no history.");
    }

    private static List<String> texts(Explanation explanation) {
        Recorder drawn = new Recorder(Locale.ENGLISH);
        new ExplanationSlide(explanation, Explanations.SOURCE).paint(drawn, 912, 492);
        return drawn.texts();
    }
}
