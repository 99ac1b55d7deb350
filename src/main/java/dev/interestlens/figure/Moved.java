package dev.interestlens.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A surface whose upper left corner lies inside another.
 *
 * @param factor how many times as large everything is drawn
 */
public record Moved(Surface on, double right, double down, double factor) implements Surface {
    /** As large as on the other. */
    public Moved(Surface on, double right, double down) {
        this(on, right, down, 1);
    }

    private double x(double x) {
        return factor * x + right;
    }

    private double y(double y) {
        return factor * y + down;
    }

    private double[] x(double[] values) {
        return DoubleStream.of(values).map(this::x).toArray();
    }

    private double[] y(double[] values) {
        return DoubleStream.of(values).map(this::y).toArray();
    }

    private Letters times(Letters letters) {
        return letters.times(factor);
    }

    private Pen times(Pen pen) {
        double[] dashes =
                DoubleStream.of(pen.dashes()).map(dash -> factor * dash).toArray();
        return new Pen(pen.ink(), factor * pen.width(), dashes);
    }

    @Override
    public List<Locale> languages() {
        return on.languages();
    }

    @Override
    public double width(String text, Letters letters) {
        return on.width(text, times(letters)) / factor;
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        on.rect(x(x), y(y), factor * width, factor * height, fill);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        on.line(x(fromX), y(fromY), x(toX), y(toY), times(pen));
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        on.polyline(x(x), y(y), times(pen));
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        on.area(x(x), y(y), fill);
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        on.dot(x(x), y(y), factor * radius, fill);
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        on.text(words, new Spot(x(at.x()), y(at.y()), at.anchor(), at.turn()), times(letters), ink);
    }

    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        on.cells(x(x), y(y), factor * width, factor * height, cells);
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        on.clipped(x(x), y(y), factor * width, factor * height, parts);
    }

    @Override
    public void told(Phrase words, Runnable parts) {
        on.told(words, parts);
    }

    /** As a plot where it is as large as on the other; else as lines and texts. */
    @Override
    public void plot(Plot plot, Runnable parts) {
        if (factor == 1) {
            on.plot(plot.moved(right, down), parts);
        } else {
            parts.run();
        }
    }
}
