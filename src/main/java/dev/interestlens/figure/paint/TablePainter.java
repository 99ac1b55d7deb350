package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import java.util.List;

/**
 * Draws a table: the heads, a line, and the first rows, each column as wide as it needs.
 *
 * @param rows cells of a row each, as many as there are heads
 */
public record TablePainter(List<String> heads, List<List<String>> rows) implements Drawing {
    /** Further rows are only counted. */
    private static final int SHOWN = 60;

    private static final double ROW = 20;
    private static final double GAP = 18;
    private static final double WIDEST = 320;

    public TablePainter {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    @Override
    public double width(Surface ruler) {
        double width = -GAP;
        for (int column = 0; column < heads.size(); column++) {
            width += width(ruler, column) + GAP;
        }
        return Math.max(ROW, width);
    }

    private double width(Surface ruler, int column) {
        double widest = ruler.width(heads.get(column), Letters.BOLD);
        for (List<String> row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            widest = Math.max(widest, ruler.width(row.get(column), Letters.PLAIN));
        }
        return Math.min(WIDEST, Math.ceil(widest));
    }

    @Override
    public double height(Surface ruler, double width) {
        int lines = Math.min(SHOWN, rows.size()) + (rows.size() > SHOWN ? 2 : 1);
        return lines * ROW;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        double x = 0;
        for (int column = 0; column < heads.size(); column++) {
            double own = width(surface, column);
            Phrase head = surface.fit(Phrase.same(heads.get(column)), Letters.BOLD, own + 1);
            surface.text(head, Spot.start(x, ROW / 2), Letters.BOLD, Ink.Role.INK);
            for (int row = 0; row < Math.min(SHOWN, rows.size()); row++) {
                Phrase text = surface.fit(column(column), row, Letters.PLAIN, own + 1);
                surface.text(text, Spot.start(x, (row + 1.5) * ROW), Letters.PLAIN, Ink.Role.INK);
            }
            x += own + GAP;
        }
        surface.line(0, ROW - .5, width(surface), ROW - .5, Pen.thin(Ink.Role.LINE));
        if (rows.size() > SHOWN) {
            surface.text(
                    Phrase.same("+ " + Numerals.count(rows.size() - SHOWN)),
                    Spot.start(0, (SHOWN + 1.5) * ROW),
                    Letters.PLAIN,
                    Ink.Role.FAINT);
        }
    }

    private List<Phrase> column(int column) {
        return rows.stream()
                .limit(SHOWN)
                .map(row -> Phrase.same(row.get(column)))
                .toList();
    }
}
