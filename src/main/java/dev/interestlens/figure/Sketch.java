package dev.interestlens.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Records drawing operations, to repeat them on any surface, later and on any thread. */
public final class Sketch implements Surface, Drawing {
    private final List<Consumer<Surface>> operations = new ArrayList<>();
    private final Surface ruler;
    private final double width;
    private final double height;

    /** @param ruler measures text while it is drawn */
    public Sketch(Surface ruler, double width, double height) {
        this.ruler = ruler;
        this.width = width;
        this.height = height;
    }

    @Override
    public double width(Surface other) {
        return width;
    }

    @Override
    public double height(Surface other, double wide) {
        return height;
    }

    @Override
    public void paint(Surface surface, double wide, double high) {
        operations.forEach(operation -> operation.accept(surface));
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
    public void rect(double x, double y, double wide, double high, Ink fill) {
        operations.add(surface -> surface.rect(x, y, wide, high, fill));
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Pen pen) {
        operations.add(surface -> surface.line(fromX, fromY, toX, toY, pen));
    }

    @Override
    public void polyline(double[] x, double[] y, Pen pen) {
        operations.add(surface -> surface.polyline(x, y, pen));
    }

    @Override
    public void area(double[] x, double[] y, Ink fill) {
        operations.add(surface -> surface.area(x, y, fill));
    }

    @Override
    public void dot(double x, double y, double radius, Ink fill) {
        operations.add(surface -> surface.dot(x, y, radius, fill));
    }

    /** The text is resolved at once, since it may depend on the ruler. */
    @Override
    public void text(Phrase words, Spot at, Letters letters, Ink ink) {
        Phrase fixed = Phrase.same(words.in(languages().get(0)));
        operations.add(surface -> surface.text(fixed, at, letters, ink));
    }

    @Override
    public void cells(double x, double y, double wide, double high, Cells cells) {
        operations.add(surface -> surface.cells(x, y, wide, high, cells));
    }

    @Override
    public void clipped(double x, double y, double wide, double high, Runnable parts) {
        Sketch inside = new Sketch(ruler, width, height);
        operations.add(surface -> surface.clipped(x, y, wide, high, () -> inside.paint(surface, width, height)));
        into(inside, parts);
    }

    @Override
    public void told(Phrase words, Runnable parts) {
        Sketch inside = new Sketch(ruler, width, height);
        operations.add(surface -> surface.told(words, () -> inside.paint(surface, width, height)));
        into(inside, parts);
    }

    @Override
    public void plot(Plot plot, Runnable parts) {
        Sketch inside = new Sketch(ruler, width, height);
        operations.add(surface -> surface.plot(plot, () -> inside.paint(surface, width, height)));
        into(inside, parts);
    }

    /** Records the operations of parts in the other sketch. */
    private void into(Sketch inside, Runnable parts) {
        int before = operations.size();
        parts.run();
        List<Consumer<Surface>> drawn = operations.subList(before, operations.size());
        inside.operations.addAll(drawn);
        drawn.clear();
    }
}
