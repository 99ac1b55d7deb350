package dev.interestlens.figure.paint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Recorder;
import dev.interestlens.figure.data.GridData;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.RowsData;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Names that begin and end alike are told apart in every picture that has no room for them. */
class AlikeNamesTest {
    private static final int COUNT = 4;

    private static final List<Phrase> TITLES = IntStream.range(0, COUNT)
            .mapToObj(i -> Phrase.same("O Último Laboratório #" + i
                    + ": a noite em que tudo parou e o relógio sem ponteiros da biblioteca (episódio completo)"))
            .toList();

    private static void assertApart(Drawing drawing, double width) {
        Recorder drawn = new Recorder(Locale.ENGLISH);
        drawing.paint(drawn, width, Math.max(200, drawing.height(drawn, width)));
        assertThat(drawn.texts().stream().filter(text -> text.contains("#")).distinct())
                .hasSize(COUNT)
                .allMatch(text -> text.contains("..."));
    }

    @Test
    void ofIntervals() {
        List<IntervalData.Row> rows = TITLES.stream()
                .map(title -> new IntervalData.Row(title, 0.1, 0.05, 0.2))
                .toList();
        assertApart(new IntervalPainter(new IntervalData(rows, 2)), 300);
    }

    @Test
    void ofTheHeadsOfAGrid() {
        GridData grid = new GridData(TITLES, List.of(Phrase.same("")), Collections.nCopies(COUNT, HeatmapData.empty()));
        assertApart(new HeatGridPainter(grid, -1), 600);
    }

    @Test
    void ofRows() {
        List<RowsData.Row> rows = TITLES.stream()
                .map(title -> new RowsData.Row(title, new double[] {1, 2}, 0, true))
                .toList();
        assertApart(new RowsPainter(new RowsData(List.of(Phrase.same("a"), Phrase.same("b")), rows)), 640);
    }

    @Test
    void ofTheCellsOfATable() {
        assertApart(
                new TablePainter(
                        List.of("title"),
                        TITLES.stream()
                                .map(title -> List.of(title.in(Locale.ENGLISH)))
                                .toList()),
                320);
    }
}
