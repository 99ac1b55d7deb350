package dev.interestlens.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A surface whose upper left corner lies inside another. */
public record Moved(Surface on, double right, double down) implements Surface {
    @Override
    public List<Locale> languages() {
        return on.languages();
    }

    @Override
    public double width(String text, Letters letters) {
        return on.width(text, letters);
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        on.rect(x + right, y + down, width, height, fill);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        on.line(fromX + right, fromY + down, toX + right, toY + down, pen);
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        on.polyline(plus(x, right), plus(y, down), pen);
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        on.area(plus(x, right), plus(y, down), fill);
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        on.dot(x + right, y + down, radius, fill);
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        on.text(words, new Spot(at.x() + right, at.y() + down, at.anchor(), at.turn()), letters, ink);
    }

    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        on.cells(x + right, y + down, width, height, cells);
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        on.clipped(x + right, y + down, width, height, parts);
    }

    @Override
    public void told(Phrase words, Runnable parts) {
        on.told(words, parts);
    }

    @Override
    public void plot(Plot plot, Runnable parts) {
        on.plot(plot.moved(right, down), parts);
    }

    private static double[] plus(double[] values, double by) {
        return DoubleStream.of(values).map(value -> value + by).toArray();
    }
}
