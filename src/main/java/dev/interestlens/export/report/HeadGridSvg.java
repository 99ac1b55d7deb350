package dev.interestlens.export.report;

import dev.interestlens.explain.HeadGrid;
import dev.interestlens.explain.HeatMatrix;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** The attention of every head, small, on one scale: layers from top to bottom, heads from left to right. */
final class HeadGridSvg {
    private static final int SIDE = 108;
    private static final int GAP = 12;
    private static final int NAME = 18;

    private final HeadGrid grid;
    private final Lettering lettering;
    private final double most;

    HeadGridSvg(HeadGrid grid, Lettering lettering) {
        this.grid = grid;
        this.lettering = lettering;
        most = grid.cells().stream()
                .flatMapToDouble(cell -> Arrays.stream(cell.values()))
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    int width() {
        return grid.heads() * (SIDE + GAP);
    }

    int height() {
        return grid.layers() * (SIDE + NAME + GAP) + NAME;
    }

    /** @param palettes on a page those for both grounds, of which it shows one */
    String group(Palette... palettes) {
        StringBuilder svg = new StringBuilder("<g>");
        for (int layer = 0; layer < grid.layers(); layer++) {
            for (int head = 0; head < grid.heads(); head++) {
                double x = head * (SIDE + GAP);
                double y = layer * (SIDE + NAME + GAP);
                lettering.text(
                        svg,
                        x,
                        y + 13,
                        "start",
                        "tick",
                        Words.of("heads.cell")
                                .with("layer", String.valueOf(layer + 1))
                                .with("head", String.valueOf(head + 1))
                                .text());
                for (Palette palette : palettes) {
                    image(svg, grid.cell(layer, head), palette, x, y + NAME, palettes.length > 1);
                }
                svg.append("<rect class=\"frame\" fill=\"none\" stroke=\"#8a929c\" x=\"" + Markup.at(x) + "\" y=\""
                        + Markup.at(y + NAME) + "\" width=\"" + SIDE + "\" height=\"" + SIDE + "\"/>");
            }
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
        for (int i = 0; i < pixels.length; i++) {
            double value = cell.values()[i];
            int step = Double.isFinite(value) ? Palette.step(value, most) : 0;
            pixels[i] = Integer.parseInt(palette.colour(cell.scale(), step).substring(1), 16);
        }
        String kind = one ? " class=\"on-" + palette.name().toLowerCase(Locale.ROOT) + "\"" : "";
        svg.append("<image" + kind + " x=\"" + Markup.at(x) + "\" y=\"" + Markup.at(y) + "\" width=\"" + SIDE
                + "\" height=\"" + SIDE
                + "\" preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(Png.of(columns, rows, pixels)) + "\"/>");
    }
}
