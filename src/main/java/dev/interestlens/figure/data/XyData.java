package dev.interestlens.figure.data;

import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plot over two axes.
 *
 * @param across name of the horizontal axis
 * @param up name of the vertical axis
 * @param unit whether both axes run from 0 to 1, regardless of the values
 * @param diagonal whether the line of equal values is drawn
 */
public record XyData(List<XySeries> series, Phrase across, Phrase up, boolean unit, boolean diagonal)
        implements FigureData {
    public XyData {
        series = List.copyOf(series);
    }

    /** A line a value. */
    @Override
    public NumberTable numbers(Locale language) {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (XySeries each : series) {
            for (int i = 0; i < each.x().length; i++) {
                lines.add(new NumberTable.Line(List.of(each.name().in(language)), each.x()[i], each.y()[i]));
            }
        }
        return new NumberTable(List.of("", across.in(language), up.in(language)), lines);
    }

    public static XyData empty() {
        return new XyData(List.of(), Phrase.EMPTY, Phrase.EMPTY, false, false);
    }
}
