package dev.interestlens.export.report;

import dev.interestlens.explain.HeatMatrix;
import dev.interestlens.explain.HeatMatrix.Scale;
import dev.interestlens.explain.Text;

/**
 * A matrix as cells with its legend. Columns are numbered as the history is; titles and exact values show on hovering. A group whose upper left
 * corner is 0, 0.
 */
final class HeatmapSvg {
    private static final double EM = 12;
    private static final double LABEL_GAP = 16;
    /** Widest that labels of rows may become. */
    private static final double LABEL_EMS = 32;

    private static final int TOP = 24;
    private static final int LEGEND = 44;
    private static final int LEGEND_STEPS = 16;
    /** More cells than these tell their value without their labels, so that a page stays small. */
    private static final int MANY = 400;

    private final HeatMatrix matrix;
    private final Lettering lettering;
    private final Palette palette;
    private final double labels;
    private final double cell;
    private final double rowHeight;
    private final double most;

    HeatmapSvg(HeatMatrix matrix, Lettering lettering, Palette palette) {
        this.matrix = matrix;
        this.lettering = lettering;
        this.palette = palette;
        labels = LABEL_GAP
                + EM
                        * Math.min(
                                LABEL_EMS,
                                matrix.rows().labels().stream()
                                        .mapToDouble(lettering::ems)
                                        .max()
                                        .orElse(0));
        cell = Math.max(8, Math.min(28, 560.0 / matrix.columns().size()));
        rowHeight =
                matrix.rows().size() > 24 ? Math.max(6, 420.0 / matrix.rows().size()) : 20;
        most = matrix.most();
    }

    double width() {
        return labels + Math.max(8 * LEGEND_STEPS + 340, cell * matrix.columns().size()) + 8;
    }

    double height() {
        return TOP + rowHeight * matrix.rows().size() + LEGEND;
    }

    String group() {
        StringBuilder svg = new StringBuilder("<g class=\"heat\">");
        columns(svg);
        for (int row = 0; row < matrix.rows().size(); row++) {
            row(svg, row);
        }
        outline(svg);
        legend(svg);
        return svg.append("</g>").toString();
    }

    private void columns(StringBuilder svg) {
        int every = cell < 18 ? 5 : 1;
        for (int column = 0; column < matrix.columns().size(); column += every) {
            lettering.text(svg, labels + (column + 0.5) * cell, TOP - 8, "middle", "tick", String.valueOf(column + 1));
        }
    }

    private void row(StringBuilder svg, int row) {
        double y = TOP + row * rowHeight;
        if (rowHeight >= 11 || row % 5 == 0) {
            Text label = matrix.rows().labels().get(row);
            lettering.text(svg, labels - 8, y + rowHeight / 2 + 4, "end", "label", label, LABEL_EMS);
        }
        for (int column = 0; column < matrix.columns().size(); column++) {
            double value = matrix.value(row, column);
            if (matrix.self(row, column)) {
                self(svg, row, column, y);
            } else if (Double.isFinite(value)) {
                cell(svg, row, column, y, value);
            }
        }
    }

    /** Without a colour, crossed out. */
    private void self(StringBuilder svg, int row, int column, double y) {
        svg.append("<path class=\"frame\" fill=\"none\" stroke=\"#8a929c\" pointer-events=\"bounding-box\" d=\"M"
                + Markup.at(labels + column * cell) + " " + Markup.at(y) + "l" + Markup.at(cell) + " "
                + Markup.at(rowHeight) + "\"><title>" + Markup.escape(told(row, column, matrix.value(row, column)))
                + " — " + lettering.hover(Words.of("heat.self").text()) + "</title></path>");
    }

    private void cell(StringBuilder svg, int row, int column, double y, double value) {
        int step = Palette.step(value, most);
        svg.append("<rect class=\"" + Palette.name(matrix.scale(), step) + "\" fill=\""
                + palette.colour(matrix.scale(), step) + "\" x=\"" + Markup.at(labels + column * cell) + "\" y=\""
                + Markup.at(y) + "\" width=\"" + Markup.at(cell) + "\" height=\"" + Markup.at(rowHeight)
                + "\"><title>"
                + Markup.escape(told(row, column, value))
                + "</title></rect>");
    }

    private String told(int row, int column, double value) {
        String number = Markup.number(value, 4);
        return matrix.values().length > MANY
                ? (row + 1) + " · " + (column + 1) + ": " + number
                : lettering.hover(matrix.rows().labels().get(row)) + " · "
                        + lettering.hover(matrix.columns().labels().get(column)) + ": " + number;
    }

    private void outline(StringBuilder svg) {
        svg.append("<rect class=\"frame\" fill=\"none\" stroke=\"#8a929c\" x=\"" + Markup.at(labels) + "\" y=\"" + TOP
                + "\" width=\"" + Markup.at(cell * matrix.columns().size()) + "\" height=\""
                + Markup.at(rowHeight * matrix.rows().size()) + "\"/>");
    }

    private void legend(StringBuilder svg) {
        double y = TOP + rowHeight * matrix.rows().size() + 14;
        boolean diverging = matrix.scale() == Scale.DIVERGING;
        for (int i = 0; i <= LEGEND_STEPS; i++) {
            int step = diverging
                    ? (int) Math.rint((2.0 * i / LEGEND_STEPS - 1) * Palette.STEPS)
                    : i * Palette.STEPS / LEGEND_STEPS;
            svg.append("<rect class=\"" + Palette.name(matrix.scale(), step) + "\" fill=\""
                    + palette.colour(matrix.scale(), step) + "\" x=\"" + Markup.at(labels + 8 * i) + "\" y=\""
                    + Markup.at(y) + "\" width=\"8\" height=\"10\"/>");
        }
        String from = diverging ? Markup.signed(-most, 3) : "0";
        double even = matrix.even();
        Text words = Words.of(Double.isNaN(even) ? "heat.signed" : "heat.legend")
                .with("from", from)
                .with("to", Markup.number(most, 3))
                .with("even", Markup.number(even, 3))
                .text();
        lettering.text(svg, labels + 8 * LEGEND_STEPS + 18, y + 9, "start", "tick", words);
    }
}
