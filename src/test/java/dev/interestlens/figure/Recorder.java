package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** A surface that writes down what is drawn on it, an operation a line; a letter is as wide as half its size. */
public final class Recorder implements Surface {
    private final List<String> operations = new ArrayList<>();
    private final List<Locale> languages;
    private final Surface ruler;

    public Recorder(Locale... languages) {
        this.languages = List.of(languages);
        ruler = null;
    }

    /** Measures text as another surface does. */
    public Recorder(Surface ruler) {
        languages = ruler.languages();
        this.ruler = ruler;
    }

    public List<String> operations() {
        return List.copyOf(operations);
    }

    /** All texts in the first language, in the order in which they are drawn. */
    public List<String> texts() {
        return operations.stream()
                .filter(each -> each.startsWith("text "))
                .map(each -> each.substring(each.indexOf(" | ") + 3))
                .toList();
    }

    @Override
    public List<Locale> languages() {
        return languages;
    }

    @Override
    public double width(String text, Letters letters) {
        return ruler != null
                ? ruler.width(text, letters)
                : text.codePoints().mapToDouble(c -> c >= 0x2E80 ? 1 : 0.5).sum() * letters.size();
    }

    @Override
    public void rect(double x, double y, double width, double height, Ink fill) {
        note("rect", fill, x, y, width, height);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        note("line", pen, fromX, fromY, toX, toY);
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        note(
                "polyline",
                pen,
                DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(y)).toArray());
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        note(
                "area",
                fill,
                DoubleStream.concat(DoubleStream.of(x), DoubleStream.of(y)).toArray());
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        note("dot", fill, x, y, radius);
    }

    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        note("text " + letters + " " + at.anchor(), ink, at.x(), at.y(), at.turn());
        String last = operations.remove(operations.size() - 1);
        operations.add(last + " | " + words.in(languages.get(0)));
    }

    @Override
    public void cells(double x, double y, double width, double height, Cells cells) {
        note("cells", Ink.Role.PAPER, x, y, width, height);
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                operations.add("cell " + row + " " + column + " " + cells.ink(row, column));
            }
        }
    }

    @Override
    public void clipped(double x, double y, double width, double height, Runnable parts) {
        note("clip", Ink.Role.PAPER, x, y, width, height);
        parts.run();
        operations.add("clip end");
    }

    @Override
    public void told(Phrase words, Runnable parts) {
        parts.run();
        operations.add("told " + words.in(languages.get(0)));
    }

    private void note(String name, Object how, double... numbers) {
        StringBuilder line = new StringBuilder(name + " " + how);
        for (double number : numbers) {
            line.append(' ').append(Math.round(number * 100) / 100.0);
        }
        operations.add(line.toString());
    }
}
