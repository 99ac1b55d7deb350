package dev.interestlens.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A surface on which everything is drawn so many times as large. */
public record Enlarged(Surface on, double factor) implements Surface {
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
        on.rect(factor * x, factor * y, factor * width, factor * height, fill);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        on.line(factor * fromX, factor * fromY, factor * toX, factor * toY, times(pen));
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        on.polyline(times(x), times(y), times(pen));
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        on.area(times(x), times(y), fill);
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        on.dot(factor * x, factor * y, factor * radius, fill);
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        on.text(words, new Spot(factor * at.x(), factor * at.y(), at.anchor(), at.turn()), times(letters), ink);
    }

    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        on.cells(factor * x, factor * y, factor * width, factor * height, cells);
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        on.clipped(factor * x, factor * y, factor * width, factor * height, parts);
    }

    @Override
    public void told(Phrase words, Runnable parts) {
        on.told(words, parts);
    }

    private double[] times(double[] values) {
        return DoubleStream.of(values).map(value -> factor * value).toArray();
    }

    private Letters times(Letters letters) {
        return new Letters(factor * letters.size(), letters.bold());
    }

    private Pen times(Pen pen) {
        return new Pen(pen.ink(), factor * pen.width(), times(pen.dashes()));
    }
}
