package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.NumberFormats;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/**
 * A small histogram that is chosen from: a click takes one bar, a drag several, a click on what is chosen lets go. Keys: arrows go from bar to bar, with
 * Shift they take several, Space takes one, Delete lets go.
 */
public final class FacetChart extends PlacesChart<FacetChart.Data> {
    /** Nothing is chosen. */
    public static final int NONE = -1;

    private static final double TOP = 18;
    private static final double BELOW = 16;

    /**
     * Bars side by side.
     *
     * @param title what is counted
     * @param labels what each bar stands for
     * @param counts of each bar
     * @param chosen which are chosen; all false for all
     * @param from the number below the left end
     * @param to the number below the right end
     */
    public record Data(String title, List<String> labels, int[] counts, boolean[] chosen, String from, String to) {
        public Data {
            labels = List.copyOf(labels);
            if (labels.size() != counts.length || counts.length != chosen.length) {
                throw new IllegalArgumentException(labels.size() + " labels, " + counts.length + " counts");
            }
        }

        boolean anyChosen() {
            for (boolean each : chosen) {
                if (each) {
                    return true;
                }
            }
            return false;
        }
    }

    private final BiConsumer<Integer, Integer> choose;
    private int anchor = NONE;
    private int reached = NONE;

    /** @param choose told the first and the last bar that are taken, {@link #NONE} twice where all count again */
    public FacetChart(ControlWords words, BiConsumer<Integer, Integer> choose) {
        super("facet-chart", words, new Data("", List.of(), new int[0], new boolean[0], "", ""));
        this.choose = choose;
        setMinSize(90, 62);
        setPrefSize(120, 66);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                anchor = place(event.getX());
                reached = anchor;
            }
        });
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            reached = anchor == NONE ? NONE : place(event.getX());
            repaint();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> take());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private int place(double x) {
        int place = (int) Math.floor((x - firstX()) / placeWidth());
        return Math.max(Math.min(0, places() - 1), Math.min(places() - 1, place));
    }

    private void take() {
        if (anchor == NONE) {
            return;
        }
        int first = Math.min(anchor, reached);
        int last = Math.max(anchor, reached);
        anchor = NONE;
        reached = NONE;
        boolean again = first == last && data().chosen()[first];
        choose.accept(again ? NONE : first, again ? NONE : last);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        boolean arrow = code == KeyCode.LEFT || code == KeyCode.RIGHT;
        if (arrow && event.isShiftDown() && marked() >= 0) {
            int start = anchor == NONE ? marked() : anchor;
            int next = Math.max(0, Math.min(places() - 1, marked() + (code == KeyCode.LEFT ? -1 : 1)));
            choose.accept(Math.min(start, next), Math.max(start, next));
            anchor = start;
            markedProperty().set(next);
            anchor = start;
        } else if ((code == KeyCode.SPACE || code == KeyCode.ENTER) && marked() >= 0) {
            anchor = marked();
            reached = marked();
            take();
        } else if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            anchor = NONE;
            choose.accept(NONE, NONE);
        } else {
            anchor = arrow ? NONE : anchor;
            return;
        }
        event.consume();
    }

    @Override
    protected int places() {
        return data().counts().length;
    }

    @Override
    protected double firstX() {
        return 0;
    }

    @Override
    protected double placeWidth() {
        return getWidth() / Math.max(1, places());
    }

    @Override
    protected String summary() {
        return words().text("control.facet.summary", data().title(), places());
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        Data now = data();
        if (now.counts().length == 0) {
            return;
        }
        double base = height - BELOW;
        surface.text(Phrase.same(now.title()), Spot.start(0, 7), Letters.SMALL, Ink.Role.FAINT);
        surface.text(Phrase.same(now.from()), Spot.start(0, base + 9), Letters.SMALL, Ink.Role.FAINT);
        surface.text(Phrase.same(now.to()), Spot.end(width, base + 9), Letters.SMALL, Ink.Role.FAINT);
        surface.line(0, base + .5, width, base + .5, Pen.thin(Ink.Role.LINE));
        double highest = 1;
        for (int count : now.counts()) {
            highest = Math.max(highest, count);
        }
        boolean any = now.anyChosen() || anchor != NONE && reached != anchor;
        double wide = width / now.counts().length;
        for (int i = 0; i < now.counts().length; i++) {
            double size = now.counts()[i] == 0 ? 0 : Math.max(1, now.counts()[i] / highest * (base - TOP));
            boolean chosen = isTaken(i) || anchor == reached && now.chosen()[i];
            double strength = !any ? 0.72 : chosen ? 1 : 0.25;
            Ink ink = Ink.Role.ACCENT.faded(i == marked() ? Math.min(1, strength + .28) : strength);
            double x = i * wide;
            double y = base - size;
            surface.told(Phrase.same(describe(i)), () -> surface.rect(x + .5, y, Math.max(1, wide - 1), size, ink));
        }
    }

    private boolean isTaken(int bar) {
        return anchor != reached && bar >= Math.min(anchor, reached) && bar <= Math.max(anchor, reached);
    }

    @Override
    protected NumberTable numbers() {
        double[] counts = new double[places()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = data().counts()[i];
        }
        return NumberTable.of(
                data().title(), data().labels(), List.of(words().text("control.numbers.value")), List.of(counts));
    }

    @Override
    protected String describe(int bar) {
        return words().text(
                        "control.facet.bar",
                        data().title(),
                        data().labels().get(bar),
                        NumberFormats.count(data().counts()[bar]));
    }
}
