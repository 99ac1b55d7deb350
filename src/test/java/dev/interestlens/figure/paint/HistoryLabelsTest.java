package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.HistoryData;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HistoryLabelsTest {
    private static final double WIDTH = 660;
    private static final double HEIGHT = 340;

    private static HistoryData history(int size, double[] look) {
        List<HistoryData.Behaviour> all = IntStream.range(0, size)
                .mapToObj(i -> new HistoryData.Behaviour(Phrase.same("item " + i), Phrase.EMPTY, Phrase.EMPTY))
                .toList();
        return new HistoryData(
                all,
                0,
                new HistoryData.Behaviour(Phrase.same("c"), Phrase.EMPTY, Phrase.EMPTY),
                look,
                new double[0],
                1.0 / size);
    }

    private static List<HistoryLabels.Label> labels(HistoryData data, int marked) {
        return HistoryLabels.of(data, HistoryLayout.of(data, WIDTH, HEIGHT), marked);
    }

    @Test
    void whatTheSentenceNamesIsNamedBelowThePicture() {
        HistoryData data = history(50, new double[50]).withNamed(List.of(41, 47, 48, 49));
        assertThat(labels(data, -1)).extracting(HistoryLabels.Label::behaviour).contains(41, 47, 48, 49);
    }

    @Test
    void namesStandApartAndEndWithTheHistory() {
        HistoryData data = history(50, new double[50]).withNamed(List.of(0, 1, 2, 47, 48, 49));
        List<Double> places =
                labels(data, 30).stream().map(HistoryLabels.Label::x).sorted().toList();
        for (int i = 1; i < places.size(); i++) {
            assertThat(places.get(i) - places.get(i - 1)).isGreaterThan(HistoryLabels.APART - 1e-9);
        }
        assertThat(Collections.max(places))
                .isLessThanOrEqualTo(HistoryLayout.of(data, WIDTH, HEIGHT).end());
    }

    @Test
    void aHeavyBehaviourIsNamedBeforeALightOne() {
        double[] look = new double[60];
        look[31] = 1;
        assertThat(labels(history(60, look), -1))
                .extracting(HistoryLabels.Label::behaviour)
                .contains(31)
                .doesNotContain(30, 32);
    }

    @Test
    void shortHistoriesAreNamedWhole() {
        assertThat(labels(history(5, new double[5]), -1)).hasSize(5);
    }
}
