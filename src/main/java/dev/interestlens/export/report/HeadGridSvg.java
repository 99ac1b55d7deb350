package dev.interestlens.export.report;

import dev.interestlens.explain.HeadGrid;
import dev.interestlens.explain.HeatMatrix;
import dev.interestlens.figure.file.Pixels;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.IntStream;

/** The attention of every head on one scale, layer after layer, as large as the width of a figure allows. */
final class HeadGridSvg {
    private static final int WIDTH = 752;
    private static final int LARGEST = 340;
    private static final int MOST_COLUMNS = 4;
    private static final int GAP = 12;
    private static final int NAME = 18;

    private final HeadGrid grid;
    private final Lettering lettering;
    private final double most;
    private final int columns;
    private final int side;

    HeadGridSvg(HeadGrid grid, Lettering lettering) {
        this.grid = grid;
        this.lettering = lettering;
        most = grid.cells().stream().mapToDouble(HeatMatrix::most).max().orElse(0);
        columns = columns();
        side = Math.min(LARGEST, WIDTH / columns - GAP);
    }

    /** A layer a line, or several lines of as many heads; single heads of several layers stand side by side. */
    private int columns() {
        if (grid.heads() == 1) {
            return Math.min(MOST_COLUMNS, grid.layers());
        }
        return IntStream.rangeClosed(1, Math.min(MOST_COLUMNS, grid.heads()))
                .filter(count -> grid.heads() % count == 0)
                .max()
                .orElse(1);
    }

    int width() {
        return columns * (side + GAP);
    }

    int height() {
        int lines = (grid.cells().size() + columns - 1) / columns;
        return lines * (side + NAME + GAP) + NAME;
    }

    /** @param palettes on a page those for both grounds, of which it shows one */
    String group(Palette... palettes) {
        StringBuilder svg = new StringBuilder("<g>");
        for (int i = 0; i < grid.cells().size(); i++) {
            double x = i % columns * (side + GAP);
            double y = i / columns * (side + NAME + GAP);
            lettering.text(
                    svg,
                    x,
                    y + 13,
                    "start",
                    "tick",
                    Words.of("heads.cell")
                            .with("layer", String.valueOf(i / grid.heads() + 1))
                            .with("head", String.valueOf(i % grid.heads() + 1))
                            .text());
            for (Palette palette : palettes) {
                image(svg, grid.cells().get(i), palette, x, y + NAME, palettes.length > 1);
            }
            svg.append("<path class=\"frame\" fill=\"none\" stroke=\"#8a929c\" d=\"M" + Markup.at(x) + " "
                    + Markup.at(y + NAME) + "h" + side + "v" + side + "h-" + side + "zl" + side + " " + side + "\"/>");
        }
        lettering.text(
                svg,
                0,
                height() - 5,
                "start",
                "tick",
                Words.of("heads.scale").with("most", Markup.number(most, 3)).text());
        return svg.append("</g>").toString();
    }

    private void image(StringBuilder svg, HeatMatrix cell, Palette palette, double x, double y, boolean one) {
        int rows = cell.rows().size();
        int columns = cell.columns().size();
        int[] pixels = new int[rows * columns];
        double[] values = cell.onScale();
        for (int i = 0; i < pixels.length; i++) {
            double value = values[i];
            int step = Double.isFinite(value) ? Palette.step(value, most) : 0;
            pixels[i] = Integer.parseInt(palette.colour(cell.scale(), step).substring(1), 16);
        }
        String kind = one ? " class=\"on-" + palette.name().toLowerCase(Locale.ROOT) + "\"" : "";
        svg.append("<image" + kind + " x=\"" + Markup.at(x) + "\" y=\"" + Markup.at(y) + "\" width=\"" + side
                + "\" height=\"" + side
                + "\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(Pixels.png(columns, rows, pixels)) + "\"/>");
    }
}
