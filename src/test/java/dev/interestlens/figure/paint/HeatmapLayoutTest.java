package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeatmapLayoutTest {
    @Test
    void labelsOfManyColumnsAreThinned() {
        HeatmapLayout few = layout(4, 4);
        HeatmapLayout many = layout(200, 200);
        assertThat(few.labels().columnStep()).isEqualTo(1);
        assertThat(many.labels().columnStep() * many.cellWidth()).isGreaterThanOrEqualTo(15);
        assertThat(many.labels().rowStep() * many.cellHeight()).isGreaterThanOrEqualTo(15);
    }

    @Test
    void everythingStaysInsideThePicture() {
        for (int size : new int[] {1, 3, 16, 50, 200, 1000}) {
            HeatmapLayout layout = layout(size, size);
            assertThat(layout.right() + HeatmapLayout.LEGEND).isLessThanOrEqualTo(900.5);
            assertThat(layout.bottom()).isLessThan(400);
            assertThat(layout.left()).isPositive();
        }
    }

    @Test
    void cellsAreFoundWhereTheyStand() {
        HeatmapLayout layout = layout(7, 33);
        for (int column = 0; column < 33; column++) {
            assertThat(layout.columnAt(layout.x(column) + layout.cellWidth() / 2))
                    .isEqualTo(column);
        }
        assertThat(layout.columnAt(layout.right() + 1)).isEqualTo(-1);
        assertThat(layout.rowAt(layout.top() - 1)).isEqualTo(-1);
    }

    @Test
    void picturesOfOneWidthWithTheSameRoomShareTheirColumns() {
        HeatmapLayout strip = layout(1, 12, 300);
        HeatmapLayout gates = layout(16, 12, 300);
        for (int column = 0; column < 12; column++) {
            assertThat(strip.x(column)).isEqualTo(gates.x(column));
        }
    }

    @Test
    void aLowPictureStillHasRoomForTheNamesOfItsColumns() {
        Recorder ruler = new Recorder(Locale.ENGLISH);
        HeatmapPainter painter = new HeatmapPainter(data(2, 10));
        HeatmapLayout layout = painter.layout(ruler, 640, painter.height(ruler, 640));
        assertThat(layout.labels().rotated()).isTrue();
        assertThat(layout.labels().columnRoom()).isGreaterThanOrEqualTo(100);
        assertThat(layout.cellHeight()).isGreaterThanOrEqualTo(16);
    }

    private static HeatmapLayout layout(int rows, int columns) {
        return layout(rows, columns, 0);
    }

    private static HeatmapLayout layout(int rows, int columns, double leftRoom) {
        return HeatmapLayout.of(data(rows, columns), new Recorder(Locale.ENGLISH), 900, 400, leftRoom);
    }

    private static HeatmapData data(int rows, int columns) {
        return new HeatmapData(
                Phrase.EMPTY,
                Phrase.EMPTY,
                IntStream.range(0, rows)
                        .mapToObj(i -> Phrase.same("Mechanical keyboard " + i))
                        .toList(),
                IntStream.range(0, columns)
                        .mapToObj(i -> Phrase.same("Mechanical keyboard " + i))
                        .toList(),
                new double[rows * columns],
                Scale.SEQUENTIAL,
                Double.NaN);
    }
}
