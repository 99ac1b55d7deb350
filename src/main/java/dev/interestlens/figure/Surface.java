package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where a picture is drawn: x to the right, y down, in pixels of a screen. What is drawn later covers what was drawn before.
 *
 * <p>These are all operations that painters need, so that a new surface is one class.
 */
public interface Surface {
    /** Three characters, since the bundled font draws the single ellipsis character in the middle of the line and as wide as a Chinese one. */
    String DOTS = "...";

    /** The languages that are shown; two on a page that can show either. */
    List<Locale> languages();

    /** How wide a text is. */
    double width(String text, Letters letters);

    void rect(double x, double y, double width, double height, Ink fill);

    default void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        polyline(new double[] {fromX, toX}, new double[] {fromY, toY}, pen);
    }

    void polyline(double[] x, double[] y, Pen pen);

    /** A filled polygon. */
    void area(double[] x, double[] y, Ink fill);

    void dot(double x, double y, double radius, Ink fill);

    void text(Phrase words, Spot at, Letters letters, Ink ink);

    /** Many rectangles at once, row by row from x, y on. */
    void cells(double x, double y, double width, double height, Cells cells);

    /** Draws parts clipped to a rectangle. */
    void clipped(double x, double y, double width, double height, Runnable parts);

    /** Draws parts with a description, such as a tooltip, where this surface has descriptions. */
    default void told(Phrase words, Runnable parts) {
        parts.run();
    }

    /**
     * Axes with their series.
     *
     * @param parts draws them with the other operations, for most surfaces
     */
    default void plot(Plot plot, Runnable parts) {
        parts.run();
    }

    /** A text in the small letters of axes and notes. */
    default void small(Phrase words, Spot at, Ink ink) {
        text(words, at, Letters.SMALL, ink);
    }

    /** A text that is cut where the room is less. */
    default void fitted(Phrase words, double room, Spot at, Letters letters, Ink ink) {
        text(fit(words, letters, room), at, letters, ink);
    }

    /** Width in the language in which it is widest. */
    default double width(Phrase words, Letters letters) {
        return languages().stream()
                .mapToDouble(language -> width(words.in(language), letters))
                .reduce(0, Math::max);
    }

    /** Width of the widest text. */
    default double widest(Collection<? extends Phrase> texts, Letters letters) {
        return texts.stream().mapToDouble(each -> width(each, letters)).max().orElse(0);
    }

    /** The outline of a rectangle. */
    default void frame(double x, double y, double width, double height, Pen pen) {
        polyline(new double[] {x, x + width, x + width, x, x}, new double[] {y, y, y + height, y + height, y}, pen);
    }

    /** A line with a gap where a value is not finite. */
    default void curve(double[] values, IntToDoubleFunction across, DoubleUnaryOperator up, Pen pen) {
        for (int from = 0; from < values.length; ) {
            int to = from;
            while (to < values.length && Double.isFinite(values[to])) {
                to++;
            }
            if (to - from > 1) {
                polyline(
                        IntStream.range(from, to).mapToDouble(across).toArray(),
                        Arrays.stream(values, from, to).map(up).toArray(),
                        pen);
            }
            from = to + 1;
        }
    }

    /** The outline of a circle. */
    default void ring(double x, double y, double radius, Pen pen) {
        int corners = 32;
        double[] xs = new double[corners + 1];
        double[] ys = new double[corners + 1];
        for (int i = 0; i <= corners; i++) {
            xs[i] = x + radius * Math.cos(2 * Math.PI * i / corners);
            ys[i] = y + radius * Math.sin(2 * Math.PI * i / corners);
        }
        polyline(xs, ys, pen);
    }

    /** A rectangle whose corners are round. */
    default void round(double x, double y, double width, double height, double radius, Ink fill) {
        area(Corners.x(x, width, radius), Corners.y(y, height, radius), fill);
    }

    /** The outline of such a rectangle. */
    default void roundFrame(double x, double y, double width, double height, double radius, Pen pen) {
        polyline(Corners.x(x, width, radius), Corners.y(y, height, radius), pen);
    }

    /** The words, or as much of their beginning and end as fits with three dots between; empty where not even that fits. */
    default Phrase fit(Phrase words, Letters letters, double room) {
        return language -> fit(words.in(language), letters, room);
    }

    /** The same in one language. */
    default String fit(String text, Letters letters, double room) {
        return shortening(letters, room).of(text);
    }

    /** One of several names that stand beside each other: where they would be cut to the same text they show where they differ. */
    default Phrase fit(List<? extends Phrase> all, int which, Letters letters, double room) {
        return language -> shortening(letters, room)
                .of(all.get(which).in(language), all.stream().map(each -> each.in(language)));
    }

    private Shortening shortening(Letters letters, double room) {
        return new Shortening(text -> width(text, letters), room);
    }

    /** Lines that fit a width; languages with fewer lines are missing in the last ones. */
    default List<Phrase> lines(Phrase words, Letters letters, double room) {
        int most = 0;
        for (Locale language : languages()) {
            most = Math.max(
                    most,
                    Wrapping.lines(this, words.in(language), letters, room).size());
        }
        List<Phrase> lines = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            int at = i;
            lines.add(language -> {
                List<String> own = Wrapping.lines(this, words.in(language), letters, room);
                return at < own.size() ? own.get(at) : "";
            });
        }
        return lines;
    }
}
