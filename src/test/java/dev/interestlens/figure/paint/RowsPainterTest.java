package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.RowsData;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowsPainterTest {
    private static final String LONG = "candidate category = garden furniture";

    private static List<String> names(int count) {
        return names(LONG, count);
    }

    private static List<String> names(String name, int count) {
        RowsData data = new RowsData(
                IntStream.range(0, count).mapToObj(n -> Phrase.same(name)).toList(),
                List.of(new RowsData.Row(Phrase.same("effect"), new double[count], 0, true)));
        Recorder drawn = new Recorder(Locale.ENGLISH);
        RowsPainter painter = new RowsPainter(data);
        painter.paint(drawn, 640, painter.height(drawn, 640));
        return drawn.texts().stream()
                .filter(each -> each.startsWith(name.substring(0, 2)))
                .toList();
    }

    @Test
    void longNamesOfFewBarsAreWhole() {
        assertThat(names(2)).containsExactly(LONG, LONG);
    }

    @Test
    void theNameOfAnItemOfTheSampleIsWholeAlsoWhereItIsTurned() {
        assertThat(names("三叶草 营养土 樱花粉", 16)).hasSize(16).containsOnly("三叶草 营养土 樱花粉");
    }

    @Test
    void longNamesOfManyBarsAreCutSoThatTheBarsHaveRoom() {
        assertThat(names(12)).hasSize(12).allMatch(each -> each.contains("..."));
    }
}
