package dev.interestlens.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * A history before its candidate: oldest left, newest right, candidate at the far right; where the model looked as bars with the 1/n line,
 * and below them, with their sign, what removing each behaviour really does.
 *
 * <p>The pointer or the arrow keys mark a behaviour, Space or a click switches it off or on where a {@link #setOnToggle listener} asks for that.
 */
public final class HistoryStrip extends CanvasRegion {
    /** Weights below would be written as 0.00; hover and keys tell them exactly. */
    private static final double SHOWN = 0.005;

    private final Words words;
    private final Typeface face = new Typeface(12);
    private final Typeface small = new Typeface(11);
    private final ObjectProperty<HistoryData> data = new SimpleObjectProperty<>(this, "data", HistoryData.empty());
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private final ObservableSet<Integer> off = FXCollections.observableSet();
    private IntConsumer onToggle;
    private HistoryLayout layout;

    public HistoryStrip(Words words) {
        super("history-strip");
        this.words = words;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(320, 200);
        setPrefSize(900, 272);
        data.addListener((observed, before, now) -> {
            marked.set(Math.min(marked.get(), now.size() - 1));
            tell(marked.get() < 0 ? "" : describe(marked.get()));
            repaint();
        });
        marked.addListener((observed, before, now) -> {
            tell(now.intValue() < 0 ? "" : describe(now.intValue()));
            repaint();
        });
        off.addListener((SetChangeListener<Integer>) change -> repaint());
        words.language().addListener(change -> repaint());
        setOnMouseMoved(event -> marked.set(layout == null ? -1 : layout.at(event.getX())));
        setOnMouseExited(event -> marked.set(-1));
        setOnMouseClicked(event -> {
            requestFocus();
            toggle(layout == null ? -1 : layout.at(event.getX()));
        });
        setOnKeyPressed(this::key);
    }

    public ObjectProperty<HistoryData> dataProperty() {
        return data;
    }

    public void setData(HistoryData now) {
        data.set(now);
    }

    /** The behaviour under the pointer or the keyboard, −1 for none. */
    public IntegerProperty markedProperty() {
        return marked;
    }

    /** Behaviours that are switched off. */
    public ObservableSet<Integer> off() {
        return off;
    }

    /** Asked with the behaviour's position when a person wants it switched. */
    public void setOnToggle(IntConsumer listener) {
        onToggle = listener;
    }

    @Override
    protected String summary() {
        return words.text(
                "control.history.summary",
                data.get().size(),
                data.get().candidate().title());
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        HistoryData now = data.get();
        if (now.candidate().title().isEmpty()) {
            return;
        }
        layout = HistoryLayout.of(now, width, height);
        paintMark(g, height);
        paintRowNames(g, now);
        paintUnread(g, now);
        paintLook(g, now);
        paintEffect(g, now);
        for (int i = 0; i < now.size(); i++) {
            paintWords(g, now.behaviours().get(i), i);
        }
        paintCandidate(g, now.candidate());
    }

    private void paintMark(GraphicsContext g, double height) {
        if (marked.get() >= 0) {
            g.setGlobalAlpha(0.09);
            g.setFill(ink());
            g.fillRoundRect(layout.x(marked.get()), 0, layout.column(), height, 6, 6);
            g.setGlobalAlpha(1);
        }
    }

    private void paintRowNames(GraphicsContext g, HistoryData now) {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(face.bold());
        g.setFill(ink());
        g.fillText(words.text("control.look"), 0, layout.lookTop() + 2);
        g.fillText(words.text("control.effect"), 0, layout.effectTop() + 6);
        g.setFont(small.regular());
        g.setFill(faint());
        g.fillText(words.text("control.look.short"), 0, layout.lookTop() + 18);
        g.fillText(
                words.text(now.measured() ? "control.effect.short" : "control.effect.waiting"),
                0,
                layout.effectTop() + 22);
    }

    private void paintUnread(GraphicsContext g, HistoryData now) {
        if (now.unread() > 0) {
            double x = HistoryLayout.GUTTER;
            Hatching.fill(g, faint(), x, layout.lookTop(), HistoryLayout.UNREAD, layout.lookBase() - layout.lookTop());
            g.setFont(small.regular());
            g.setFill(faint());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText("+" + Figures.count(now.unread()), x + HistoryLayout.UNREAD / 2, layout.lookBase() + 10);
        }
    }

    private void paintLook(GraphicsContext g, HistoryData now) {
        double highest = Math.max(
                Arrays.stream(now.look()).map(Math::abs).max().orElse(0),
                Double.isNaN(now.reference()) ? 0 : now.reference());
        double room = layout.lookBase() - layout.lookTop() - 14;
        if (!Double.isNaN(now.reference()) && highest > 0) {
            double y = Math.round(layout.lookBase() - now.reference() / highest * room) + .5;
            g.setStroke(ink());
            g.setLineDashes(4, 4);
            g.strokeLine(layout.left() - 6, y, layout.end() + 6, y);
            g.setLineDashes((double[]) null);
            g.setFont(small.regular());
            g.setFill(faint());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(words.text("control.reference", Figures.of(now.reference())), layout.end() + 10, y);
        }
        for (int i = 0; i < now.size(); i++) {
            double weight = now.look()[i];
            double size = highest == 0 ? 0 : Math.abs(weight) / highest * room;
            bar(g, i, layout.lookBase() - size, size, weight < 0 ? ColorScale.VERMILLION : faint());
            if (Math.abs(weight) >= SHOWN) {
                number(g, i, layout.lookBase() - size - 8, Figures.fixed(weight, 2));
            }
        }
        g.setStroke(line());
        g.setLineWidth(1);
        g.strokeLine(layout.left(), layout.lookBase() + .5, layout.end(), layout.lookBase() + .5);
    }

    private void paintEffect(GraphicsContext g, HistoryData now) {
        if (!now.measured()) {
            return;
        }
        double high = Math.max(0, Arrays.stream(now.effect()).max().orElse(0));
        double low = Math.min(0, Arrays.stream(now.effect()).min().orElse(0));
        double span = Math.max(high - low, 1e-9);
        high += 0.08 * span;
        low -= 0.12 * span;
        double zero = layout.effectZero(low, high);
        double scale = (layout.effectBottom() - layout.effectTop() - 12) / (high - low);
        for (int i = 0; i < now.size(); i++) {
            double effect = now.effect()[i];
            double size = Math.abs(effect) * scale;
            bar(g, i, effect >= 0 ? zero - size : zero, size, effect >= 0 ? ColorScale.BLUE : ColorScale.VERMILLION);
            if (size >= 1) {
                number(g, i, effect >= 0 ? zero - size - 8 : zero + size + 8, Figures.signed(effect));
            }
        }
        g.setStroke(line());
        g.setLineWidth(1);
        g.strokeLine(layout.left() - 6, zero + .5, layout.end() + 6, zero + .5);
    }

    private void bar(GraphicsContext g, int behaviour, double top, double size, Color color) {
        double gap = layout.column() >= 12 ? Math.min(18, layout.column() * 0.2) : layout.column() > 3 ? 1 : 0;
        double x = layout.x(behaviour) + gap;
        double width = layout.column() - 2 * gap;
        double drawn = size > 0 ? Math.max(1, size) : 0;
        if (off.contains(behaviour)) {
            g.setStroke(faint());
            g.setLineWidth(1);
            g.strokeRect(x + .5, top + .5, width - 1, Math.max(1, drawn - 1));
        } else {
            g.setFill(color);
            g.fillRect(x, top, width, drawn);
        }
    }

    private void number(GraphicsContext g, int behaviour, double y, String text) {
        if (small.width(text) <= layout.column() - 4) {
            double x = layout.x(behaviour) + layout.column() / 2;
            g.setFill(paper());
            g.fillRect(x - small.width(text) / 2 - 1, y - 6, small.width(text) + 2, 12);
            g.setFont(small.regular());
            g.setFill(ink());
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(text, x, y);
        }
    }

    private void paintWords(GraphicsContext g, HistoryData.Behaviour behaviour, int at) {
        double x = layout.x(at) + layout.column() / 2;
        double y = layout.effectBottom() + 14;
        g.setTextBaseline(VPos.CENTER);
        g.setFill(off.contains(at) ? faint() : ink());
        if (!layout.wide()) {
            int step = Math.max(1, (int) Math.ceil(14 / layout.column()));
            if (at % step == 0 || at == marked.get()) {
                g.save();
                g.setFont(small.regular());
                g.setTextAlign(TextAlignment.RIGHT);
                g.translate(x + 4, y - 2);
                g.rotate(-52);
                g.fillText(small.fit(behaviour.title(), (getHeight() - y) / 0.79 - 8), 0, 0);
                g.restore();
            }
            return;
        }
        upright(g, behaviour, x, y, layout.column() - 10);
    }

    private void upright(GraphicsContext g, HistoryData.Behaviour behaviour, double x, double y, double room) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(face.regular());
        double at = y;
        for (String text : wrap(behaviour.title(), room)) {
            g.fillText(text, x, at);
            at += 16;
        }
        g.setFont(small.regular());
        g.setFill(faint());
        for (String text : List.of(behaviour.category(), behaviour.time())) {
            if (!text.isEmpty()) {
                g.fillText(small.fit(text, room), x, at);
                at += 15;
            }
        }
    }

    private void paintCandidate(GraphicsContext g, HistoryData.Behaviour candidate) {
        double x = layout.candidateLeft();
        double width = HistoryLayout.CANDIDATE - 2;
        double height = 104;
        double top = Math.max(2, layout.lookTop() + (layout.effectBottom() - layout.lookTop() - height) / 2);
        g.setStroke(accent());
        g.setLineWidth(2);
        g.strokeRoundRect(x + 1, top, width - 2, height, 8, 8);
        g.setFont(small.regular());
        g.setFill(accent());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words.text("control.candidate"), x + width / 2, top + 16);
        g.setFill(ink());
        upright(g, candidate, x + width / 2, top + 38, width - 16);
    }

    /** At most two lines. */
    private List<String> wrap(String title, double room) {
        if (face.width(title) <= room) {
            return List.of(title);
        }
        int cut = title.length();
        while (cut > 0 && face.width(title.substring(0, cut)) > room) {
            cut = lastBreak(title, cut - 1);
        }
        if (cut == 0) {
            return List.of(face.fit(title, room));
        }
        List<String> lines = new ArrayList<>();
        lines.add(title.substring(0, cut).strip());
        lines.add(face.fit(title.substring(cut).strip(), room));
        return lines;
    }

    /** The last place at or before an index where a line may end: a space, or between ideographs. */
    private static int lastBreak(String title, int at) {
        for (int i = at; i > 0; i--) {
            if (title.charAt(i) == ' '
                    || Character.isIdeographic(title.charAt(i)) && Character.isIdeographic(title.charAt(i - 1))) {
                return i;
            }
        }
        return 0;
    }

    private String describe(int behaviour) {
        HistoryData now = data.get();
        HistoryData.Behaviour what = now.behaviours().get(behaviour);
        String name = String.join(
                " · ",
                List.of(what.title(), what.category(), what.time()).stream()
                        .filter(text -> !text.isEmpty())
                        .toList());
        String look = Figures.of(now.look()[behaviour]);
        return now.measured()
                ? words.text("control.history.behaviour", name, look, Figures.signed(now.effect()[behaviour]))
                : words.text("control.history.behaviour.unmeasured", name, look);
    }

    private void toggle(int behaviour) {
        if (onToggle != null && behaviour >= 0) {
            onToggle.accept(behaviour);
        }
    }

    private void key(KeyEvent event) {
        int last = data.get().size() - 1;
        switch (event.getCode()) {
            case LEFT -> marked.set(marked.get() < 0 ? last : Math.max(0, marked.get() - 1));
            case RIGHT -> marked.set(Math.min(last, marked.get() + 1));
            case SPACE -> toggle(marked.get());
            case ESCAPE -> marked.set(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }
}
