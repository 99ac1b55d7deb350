package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws nothing, but collects the described parts of a drawing. */
public final class Places implements Surface {
    /** A rectangle with a description. */
    public record Place(double x, double y, double width, double height, Phrase words) {
        public boolean holds(double atX, double atY) {
            return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
        }
    }

    private final List<Place> all = new ArrayList<>();
    private final Surface ruler;
    private Phrase said;

    public Places(Surface ruler) {
        this.ruler = ruler;
    }

    /** In the order in which they are drawn. */
    public List<Place> all() {
        return List.copyOf(all);
    }

    @Override
    public List<Locale> languages() {
        return ruler.languages();
    }

    @Override
    public double width(String text, Letters letters) {
        return ruler.width(text, letters);
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        note(x, y, width, height, said);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        note(Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY), said);
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {}

    @Override
    public void area(double[] x, double[] y, Ink fill) {}

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        note(x - radius, y - radius, 2 * radius, 2 * radius, said);
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {}

    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        double wide = width / Math.max(1, cells.columns());
        double high = height / Math.max(1, cells.rows());
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                if (cells.ink(row, column) != null) {
                    note(x + column * wide, y + row * high, wide, high, cells.told(row, column));
                }
            }
        }
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        parts.run();
    }

    @Override
    public void told(Phrase words, Runnable parts) {
        Phrase before = said;
        said = words;
        parts.run();
        said = before;
    }

    private void note(double x, double y, double width, double height, Phrase words) {
        if (words != null) {
            all.add(new Place(x, y, width, height, words));
        }
    }
}
