package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Stacked;
import dev.interestlens.figure.data.FigureData;
import dev.interestlens.figure.data.GridData;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.figure.data.LengthsData;
import dev.interestlens.figure.data.PathData;
import dev.interestlens.figure.data.PlotData;
import dev.interestlens.figure.data.RowsData;
import dev.interestlens.figure.data.StackData;
import dev.interestlens.figure.data.WaterfallData;
import dev.interestlens.figure.data.XyData;
import java.util.List;
import java.util.stream.IntStream;

/** Which painter draws which data. */
public final class Painters {
    private static final int LONG = 60;
    private static final double GAP = 12;

    private Painters() {}

    public static Drawing of(FigureData data) {
        if (data instanceof HeatmapData heatmap) {
            return new HeatmapPainter(heatmap);
        } else if (data instanceof GridData grid) {
            return new HeatGridPainter(grid, -1);
        } else if (data instanceof HistoryData history) {
            return history(history);
        } else if (data instanceof RowsData rows) {
            return new RowsPainter(rows);
        } else if (data instanceof PlotData plot) {
            return new LinesPainter(plot);
        } else if (data instanceof PathData path) {
            return new PathPainter(path, null);
        } else if (data instanceof IntervalData intervals) {
            return new IntervalPainter(intervals);
        } else if (data instanceof WaterfallData waterfall) {
            return new WaterfallPainter(waterfall);
        } else if (data instanceof LengthsData lengths) {
            return new LengthsPainter(lengths);
        } else if (data instanceof StackData stack) {
            return new StackPainter(stack, -1);
        } else if (data instanceof XyData plot) {
            return new XyPainter(plot);
        }
        throw new IllegalArgumentException("no painter for " + data.getClass());
    }

    /** The behaviours that are read, below a strip of the whole history where that is long. */
    private static Drawing history(HistoryData data) {
        int[] read = data.reading().read(data.size());
        Drawing bars = new HistoryPainter(read.length < data.size() ? data.only(read) : data);
        return read.length == data.size() && data.size() < LONG
                ? bars
                : new Stacked(List.of(new HistoryOverviewPainter(data), bars), GAP);
    }

    /** The drawing in steps, the whole last: paths a behaviour at a time from the empty state, other figures at once. */
    public static List<Drawing> buildUp(FigureData data) {
        return data instanceof PathData path
                ? IntStream.rangeClosed(0, path.steps().size())
                        .<Drawing>mapToObj(step -> new PathPainter(path, null, step))
                        .toList()
                : List.of(of(data));
    }
}
