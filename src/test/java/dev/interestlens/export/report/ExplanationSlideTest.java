package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.HistoryRow;
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
                .isSortedAccordingTo((a, b) -> Double.compare(Math.abs(b.points()), Math.abs(a.points())));
        double least = Math.abs(strongest.get(4).points());
        assertThat(NINE.history().stream()
                        .filter(row -> !strongest.contains(row))
                        .allMatch(row -> Math.abs(row.points()) <= least))
                .isTrue();
    }

    @Test
    void pointsAreHundredthsOfTheScoreWithTheirSign() {
        String slide = ExplanationSlide.of(NINE, Explanations.SOURCE, Locale.ENGLISH);
        for (HistoryRow row : ExplanationSlide.strongest(NINE.history())) {
            assertThat(slide).contains(">" + Markup.signed(100 * row.points(), 1) + "</text>");
        }
        assertThat(slide)
                .contains("width=\"960\" height=\"540\"", "adds, measured by removing it (the 5 strongest of 9)");
    }

    @Test
    void aPredictionWithoutHistoryHasItsSlideToo() {
        assertThat(ExplanationSlide.of(Explanations.of(0), Explanations.SOURCE, Locale.ENGLISH))
                .contains("There is no history.");
    }
}
