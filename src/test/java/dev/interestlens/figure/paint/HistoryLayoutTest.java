package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.HistoryData;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class HistoryLayoutTest {
    private static final double MIN_HEIGHT = 332;

    @Test
    void bothRowsOfBarsHaveRoomAtTheLeastHeight() {
        HistoryData many = new HistoryData(
                Collections.nCopies(40, behaviour("x")),
                0,
                behaviour("camera"),
                new double[40],
                new double[0],
                Double.NaN);
        HistoryLayout layout = HistoryLayout.of(many, 640, MIN_HEIGHT);
        assertThat(layout.look().height() - 14).isGreaterThanOrEqualTo(70);
        assertThat(layout.effect().height() - 12).isGreaterThanOrEqualTo(70);
    }

    @Test
    void longHistoriesStayBeforeTheirCandidate() {
        for (int size : new int[] {0, 1, 8, 50, 200}) {
            HistoryData data = new HistoryData(
                    Collections.nCopies(size, behaviour("x")),
                    5,
                    behaviour("camera"),
                    new double[size],
                    new double[0],
                    Double.NaN);
            HistoryLayout layout = HistoryLayout.of(data, 900, 260);
            assertThat(layout.candidate().x() + layout.candidate().width()).isLessThanOrEqualTo(900);
        }
    }

    private static HistoryData.Behaviour behaviour(String title) {
        return new HistoryData.Behaviour(Phrase.same(title), Phrase.EMPTY, Phrase.EMPTY);
    }
}
