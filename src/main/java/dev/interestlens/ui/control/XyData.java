package dev.interestlens.ui.control;

import java.util.ArrayList;
import java.util.List;

/**
 * What an {@link XyPlot} shows.
 *
 * @param across name of the horizontal axis
 * @param up name of the vertical axis
 * @param unit whether both axes run from 0 to 1, whatever the values
 * @param diagonal whether the line of equal values is drawn
 */
public record XyData(List<XySeries> series, String across, String up, boolean unit, boolean diagonal) {
    public XyData {
        series = List.copyOf(series);
    }

    /** A line a value. */
    NumberTable numbers() {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (XySeries each : series) {
            for (int i = 0; i < each.x().length; i++) {
                lines.add(new NumberTable.Line(List.of(each.name()), each.x()[i], each.y()[i]));
            }
        }
        return new NumberTable(List.of("", across, up), lines);
    }

    public static XyData empty() {
        return new XyData(List.of(), "", "", false, false);
    }
}
