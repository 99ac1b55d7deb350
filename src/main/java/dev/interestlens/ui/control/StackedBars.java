package dev.interestlens.ui.control;

import java.util.List;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/**
 * Bars of parts on a logarithmic height, each with its sum above it; a dashed line for a limit. Bars differ by orders of magnitude, so each bar
 * is as high as the logarithm of its sum, and its parts share that height by their share of the sum.
 */
public final class StackedBars extends PlacesChart<StackData> {
    private static final double BELOW = 34;
    private static final double TOP = 22;
    private static final double LEFT = 48;

    private final Typeface face = new Typeface(11);
    private double column = 1;

    public StackedBars(Words words) {
        super("stacked-bars", words, StackData.empty());
        setMinSize(260, 180);
        setPrefSize(620, 300);
    }

    @Override
    protected int places() {
        return data().labels().size();
    }

    @Override
    protected double firstX() {
        return LEFT;
    }

    @Override
    protected double placeWidth() {
        return column;
    }

    @Override
    protected String summary() {
        return words().text("control.bars.summary", data().labels().size());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        StackData now = data();
        if (now.labels().isEmpty()) {
            return;
        }
        Decades axis = Decades.of(lowest(now), Math.max(now.highest(), Double.isNaN(now.limit()) ? 0 : now.limit()));
        double base = height - BELOW;
        column = (width - LEFT - 4) / now.labels().size();
        g.setFont(face.regular());
        g.setTextBaseline(VPos.CENTER);
        for (int decade = axis.first(); decade <= axis.last(); decade++) {
            double y = Math.round(base - (base - TOP) * axis.share(Math.pow(10, decade))) + .5;
            g.setStroke(line());
            g.strokeLine(LEFT, y, width, y);
            g.setFill(faint());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(Figures.of(Math.pow(10, decade)), LEFT - 6, y);
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(now.unit(), 2, 8);
        for (int bar = 0; bar < now.labels().size(); bar++) {
            paintBar(g, now, bar, axis, base);
        }
        if (!Double.isNaN(now.limit())) {
            double y = Math.round(base - (base - TOP) * axis.share(now.limit())) + .5;
            g.setStroke(ink());
            g.setLineDashes(4, 4);
            g.strokeLine(LEFT, y, width, y);
            g.setLineDashes((double[]) null);
        }
        for (int bar = 0; bar < now.labels().size(); bar++) {
            paintSum(g, now.sum(bar), LEFT + column * (bar + .5), base - (base - TOP) * axis.share(now.sum(bar)) - 9);
        }
    }

    /** On paper of its own, so that no line goes through it. */
    private void paintSum(GraphicsContext g, double sum, double middle, double y) {
        String text = Figures.of(sum);
        double wide = face.width(text) + 4;
        g.setFill(paper());
        g.fillRect(middle - wide / 2, y - 6, wide, 12);
        g.setFill(ink());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(text, middle, y);
    }

    private static double lowest(StackData now) {
        return IntStream.range(0, now.labels().size())
                .mapToDouble(now::sum)
                .filter(sum -> sum > 0)
                .min()
                .orElse(1);
    }

    private void paintBar(GraphicsContext g, StackData now, int bar, Decades axis, double base) {
        double sum = now.sum(bar);
        double size = (base - TOP) * axis.share(sum);
        double gap = column > 8 ? column * 0.16 : 0;
        double y = base;
        double[] parts = now.values().get(bar);
        for (int part = 0; part < parts.length && sum > 0; part++) {
            double high = size * parts[part] / sum;
            y -= high;
            g.setFill(bar == marked() ? ColorScale.series(part) : paper().interpolate(ColorScale.series(part), 0.82));
            g.fillRect(LEFT + column * bar + gap, y, Math.max(1, column - 2 * gap), high);
        }
        g.setTextAlign(TextAlignment.CENTER);
        double middle = LEFT + column * (bar + .5);
        g.setFill(faint());
        String[] lines = now.labels().get(bar).split("\n");
        for (int i = 0; i < lines.length; i++) {
            g.fillText(lines[i], middle, base + 11 + 13 * i);
        }
    }

    @Override
    protected NumberTable numbers() {
        List<double[]> columns = IntStream.range(0, data().parts().size())
                .mapToObj(part ->
                        data().values().stream().mapToDouble(bar -> bar[part]).toArray())
                .toList();
        List<String> labels =
                data().labels().stream().map(label -> label.replace('\n', ' ')).toList();
        return NumberTable.of("", labels, data().parts(), columns);
    }

    @Override
    protected String describe(int bar) {
        StringJoiner parts = new StringJoiner(", ");
        for (int part = 0; part < data().parts().size(); part++) {
            parts.add(
                    data().parts().get(part) + " " + Figures.of(data().values().get(bar)[part]));
        }
        return words().text(
                        "control.bars.bar",
                        data().labels().get(bar).replace('\n', ' '),
                        Figures.of(data().sum(bar)) + " " + data().unit() + " (" + parts + ")");
    }

    /** Powers of ten that enclose what is shown. */
    private record Decades(int first, int last) {
        static Decades of(double lowest, double highest) {
            int first = (int) Math.floor(Math.log10(lowest));
            int last = (int) Math.ceil(Math.log10(Math.max(highest, lowest)));
            return new Decades(first, Math.max(first + 1, last));
        }

        /** 0 at the lowest, 1 at the highest. */
        double share(double value) {
            if (value <= 0) {
                return 0;
            }
            return Math.max(0, Math.min(1, (Math.log10(value) - first) / (last - first)));
        }
    }
}
