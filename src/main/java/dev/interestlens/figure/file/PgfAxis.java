package dev.interestlens.figure.file;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Plot;
import dev.interestlens.figure.XySeries;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plot as an axis of PGFPlots within a TikZ picture, with its original values. */
record PgfAxis(Plot plot, TikzSurface on) {
    private static final MathContext DIGITS = new MathContext(6);

    /** In the order of {@link dev.interestlens.figure.Markers}. */
    private static final List<String> MARKS = List.of(
            "mark=*",
            "mark=square*",
            "mark=triangle*",
            "mark=diamond*",
            "mark=triangle*, mark options={solid, rotate=180}",
            "mark=x");

    String written() {
        Plot.Box frame = plot.frame();
        StringBuilder axis = new StringBuilder(
                "\\begin{axis}[at={(" + TikzSurface.bp(frame.left()) + "," + TikzSurface.bp(-frame.base()) + ")},");
        axis.append(" anchor=south west, scale only axis,\n");
        axis.append("  width=" + TikzSurface.bp(frame.right() - frame.left()));
        axis.append(", height=" + TikzSurface.bp(frame.base() - frame.top()) + ",\n");
        axis.append("  xmin=" + number(frame.lowX()) + ", xmax=" + number(frame.highX()));
        axis.append(", ymin=" + number(frame.lowY()) + ", ymax=" + number(frame.highY()) + ",\n");
        axis.append("  xlabel={" + on.latex(plot.across()) + "}, ylabel={" + on.latex(plot.up()) + "},\n");
        axis.append(ticks("x", plot.tickX())).append(ticks("y", plot.tickY()));
        axis.append(
                "  axis x line*=bottom, axis y line*=left, x axis line style={" + on.color(Ink.Role.FAINT) + "},\n");
        axis.append("  y axis line style={draw=none}, ytick style={draw=none}, ymajorgrids, tick align=outside,\n");
        axis.append("  major grid style={" + on.stroke(Pen.thin(Ink.Role.LINE)) + "},\n");
        axis.append("  tick label style={" + on.color(Ink.Role.FAINT) + ", " + on.font(Letters.SMALL) + "},\n");
        axis.append("  label style={" + on.color(Ink.Role.INK) + ", " + on.font(Letters.SMALL) + "},\n");
        axis.append(
                "  every axis label/.append style={inner sep=3pt}, every tick label/.append style={inner sep=3pt},\n");
        axis.append("  unbounded coords=jump, clip mode=individual, mark size=" + TikzSurface.bp(3.5) + "]\n");
        if (plot.diagonal()) {
            axis.append("\\addplot[" + on.stroke(Pen.dashed(Ink.Role.FAINT)) + "] coordinates {("
                    + number(frame.lowX()) + "," + number(frame.lowX()) + ") (" + number(frame.highX()) + ","
                    + number(frame.highX()) + ")};\n");
        }
        plot.series().forEach(series -> axis.append(series(series)));
        return axis.append("\\end{axis}\n").toString();
    }

    private String ticks(String axis, List<Plot.Tick> ticks) {
        return "  " + axis + "tick={" + joined(ticks, tick -> number(tick.value())) + "}, " + axis + "ticklabels={"
                + joined(ticks, tick -> "{" + on.latex(tick.text()) + "}") + "},\n";
    }

    private static String joined(List<Plot.Tick> ticks, Function<Plot.Tick, String> each) {
        return ticks.stream().map(each).collect(Collectors.joining(","));
    }

    private String series(XySeries series) {
        String mark = MARKS.get(Math.floorMod(series.style(), MARKS.size()));
        String solid = mark.contains("mark options") ? "" : ", mark options={solid}";
        int count = series.x().length;
        String drawn;
        if (series.shape() == XySeries.Shape.CLOUD) {
            drawn = "only marks, " + on.color(new Ink.Series(series.style()).faded(0.5)) + ", " + mark + solid;
        } else if (series.shape() == XySeries.Shape.SAMPLE_LINE) {
            drawn = on.stroke(new Pen(new Ink.Series(series.style()), 1)) + ", mark=o, mark size="
                    + TikzSurface.bp(2.5);
        } else {
            int every = series.shape() == XySeries.Shape.MARKED_LINE ? 1 : Math.max(1, count / 5);
            drawn = on.stroke(Pen.series(series.style())) + ", " + mark + solid + ", mark repeat=" + every
                    + ", mark phase=" + (every == 1 ? 1 : every / 2 + 1);
        }
        StringBuilder lines = new StringBuilder(LatexText.comment(series.name().in(on.language())) + "\n");
        lines.append("\\addplot[" + drawn + "] coordinates {");
        for (int i = 0; i < count; i++) {
            lines.append(i % 8 == 0 ? "\n  " : " ").append(point(series, i));
        }
        lines.append("};\n");
        if (series.marked() >= 0) {
            lines.append("\\addplot[only marks, mark=o, mark size=" + TikzSurface.bp(7) + ", "
                    + on.stroke(new Pen(new Ink.Series(series.style()), 2)) + "] coordinates {"
                    + point(series, series.marked()) + "};\n");
        }
        return lines.toString();
    }

    private static String point(XySeries series, int at) {
        return "(" + number(series.x()[at]) + "," + number(series.y()[at]) + ")";
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(DIGITS).stripTrailingZeros().toString()
                : "nan";
    }
}
