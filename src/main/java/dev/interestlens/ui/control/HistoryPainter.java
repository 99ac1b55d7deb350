package dev.interestlens.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Draws one history: Look as bars with the 1/n line, Effect below with its sign, what both were before a change as outlines, names under them, the candidate at
 * the far right.
 */
final class HistoryPainter {
    /** Weights below would be written as 0.00; hover and keys tell them exactly. */
    private static final double SHOWN = 0.005;

    /** Room beside a number, lest the dashes of a line read as its sign. */
    private static final double CLEAR = 5;

    /** The colours of one theme. */
    record Inks(Color ink, Color faint, Color line, Color paper, Color accent) {}

    private final Words words;
    private final Typeface face;
    private final Typeface small;
    private final GraphicsContext g;
    private final Inks inks;
    private final HistoryLayout layout;
    private final HistoryData data;
    private final HistoryScale scale;
    private final Set<Integer> off;
    private final double height;

    HistoryPainter(
            Words words,
            Typeface face,
            Typeface small,
            GraphicsContext g,
            Inks inks,
            HistoryLayout layout,
            HistoryData data,
            HistoryScale scale,
            Set<Integer> off,
            double height) {
        this.words = words;
        this.face = face;
        this.small = small;
        this.g = g;
        this.inks = inks;
        this.layout = layout;
        this.data = data;
        this.scale = scale;
        this.off = off;
        this.height = height;
    }

    void paint(int marked, boolean candidateMarked) {
        data.named().forEach(behaviour -> tint(behaviour, inks.accent(), 0.08));
        if (marked >= 0) {
            tint(marked, inks.ink(), 0.09);
        }
        rowNames();
        unread();
        look();
        effect();
        names(marked);
        candidate(data.candidate(), candidateMarked);
    }

    /** Where a behaviour that is dragged would be put. */
    void insertion(int place) {
        double x = layout.x(place);
        g.setStroke(inks.accent());
        g.setLineWidth(3);
        g.strokeLine(x, 4, x, layout.effectBottom() + 6);
        g.setLineWidth(1);
    }

    private void tint(int behaviour, Color color, double share) {
        g.setGlobalAlpha(share);
        g.setFill(color);
        g.fillRoundRect(layout.x(behaviour), 0, layout.column(), layout.wide() ? height : layout.effectBottom(), 6, 6);
        g.setGlobalAlpha(1);
    }

    private void rowNames() {
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(face.bold());
        g.setFill(inks.ink());
        g.fillText(words.text("control.look"), 0, layout.lookTop() + 2);
        g.fillText(words.text("control.effect"), 0, layout.effectTop() + 6);
        g.setFont(small.regular());
        g.setFill(inks.faint());
        g.fillText(words.text("control.look.short"), 0, layout.lookTop() + 18);
        g.fillText(
                words.text(data.measured() ? "control.effect.short" : "control.effect.waiting"),
                0,
                layout.effectTop() + 22);
    }

    private void unread() {
        if (data.unread() > 0) {
            double x = HistoryLayout.GUTTER;
            Hatching.fill(
                    g, inks.faint(), x, layout.lookTop(), HistoryLayout.UNREAD, layout.lookBase() - layout.lookTop());
            g.setFont(small.regular());
            g.setFill(inks.faint());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText("+" + Figures.count(data.unread()), x + HistoryLayout.UNREAD / 2, layout.lookBase() + 10);
        }
    }

    private void look() {
        double highest = scale.look();
        double room = layout.lookBase() - layout.lookTop() - 14;
        double reference = data.reference();
        if (!Double.isNaN(reference) && highest > 0) {
            double y = Math.round(layout.lookBase() - reference / highest * room) + .5;
            g.setStroke(inks.ink());
            g.setLineWidth(1);
            g.setLineDashes(4, 4);
            g.strokeLine(layout.left() - 6, y, layout.end() + 6, y);
            g.setLineDashes((double[]) null);
            g.setFont(small.regular());
            g.setFill(inks.faint());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(words.text("control.reference", Figures.of(reference)), layout.end() + 10, y);
        }
        if (highest > 0 && !(reference / highest * room > room - 14)) {
            tick(layout.lookBase() - room, Figures.of(highest));
        }
        for (int i = 0; i < data.size(); i++) {
            double weight = data.look()[i];
            double size = highest == 0 ? 0 : Math.abs(weight) / highest * room;
            if (!off.contains(i)) {
                bar(i, layout.lookBase() - size, size, weight < 0 ? ColorScale.VERMILLION : inks.faint());
            }
            double before = data.ghostLook(i);
            if (!Double.isNaN(before) && highest > 0) {
                double was = Math.abs(before) / highest * room;
                ghost(i, layout.lookBase() - was, was);
            }
            if (Math.abs(weight) >= SHOWN && !off.contains(i)) {
                number(i, layout.lookBase() - size - 8, Figures.fixed(weight, 2));
            }
        }
        g.setStroke(inks.line());
        g.setLineWidth(1);
        g.strokeLine(layout.left(), layout.lookBase() + .5, layout.end(), layout.lookBase() + .5);
    }

    private void effect() {
        boolean ghosts = data.ghostEffect().length > 0;
        if (!data.measured() && !ghosts) {
            return;
        }
        double span = Math.max(scale.high() - scale.low(), 1e-9);
        double high = scale.high() + 0.08 * span;
        double low = scale.low() - 0.12 * span;
        double zero = layout.effectZero(low, high);
        double unit = (layout.effectBottom() - layout.effectTop() - 12) / (high - low);
        for (double end : new double[] {scale.high(), scale.low()}) {
            if (Math.abs(end) * unit > 10) {
                tick(zero - end * unit, Figures.signed(end));
            }
        }
        for (int i = 0; i < data.size(); i++) {
            if (data.measured()) {
                double effect = data.effect()[i];
                double size = Math.abs(effect) * unit;
                double top = effect >= 0 ? zero - size : zero;
                if (off.contains(i)) {
                    hollow(i, top, size);
                } else {
                    bar(i, top, size, effect >= 0 ? ColorScale.BLUE : ColorScale.VERMILLION);
                }
            }
            double before = data.ghostEffect(i);
            if (!Double.isNaN(before)) {
                double was = Math.abs(before) * unit;
                ghost(i, before >= 0 ? zero - was : zero, was);
            }
            if (data.measured() && Math.abs(data.effect()[i]) * unit >= 1) {
                double effect = data.effect()[i];
                double size = Math.abs(effect) * unit;
                number(i, effect >= 0 ? zero - size - 8 : zero + size + 8, Figures.signed(effect));
            }
        }
        g.setStroke(inks.line());
        g.setLineWidth(1);
        g.strokeLine(layout.left() - 6, zero + .5, layout.end() + 6, zero + .5);
    }

    /** How much a height means, right of the bars. */
    private void tick(double y, String text) {
        double at = Math.round(y) + .5;
        g.setStroke(inks.line());
        g.setLineWidth(1);
        g.strokeLine(layout.end() + 2, at, layout.end() + 6, at);
        g.setFont(small.regular());
        g.setFill(inks.faint());
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(text, layout.end() + 10, at);
    }

    private double gap() {
        return layout.column() >= 12 ? Math.min(18, layout.column() * 0.2) : layout.column() > 3 ? 1 : 0;
    }

    private void bar(int behaviour, double top, double size, Color color) {
        g.setFill(color);
        g.fillRect(layout.x(behaviour) + gap(), top, layout.column() - 2 * gap(), size > 0 ? Math.max(1, size) : 0);
    }

    /** What a behaviour that is off would add. */
    private void hollow(int behaviour, double top, double size) {
        Hatching.fill(
                g, inks.faint(), layout.x(behaviour) + gap(), top, layout.column() - 2 * gap(), Math.max(1, size));
    }

    /** What was before the change: an outline that stands out on a bar and beside it. */
    private void ghost(int behaviour, double top, double size) {
        if (size < 1) {
            return;
        }
        double x = layout.x(behaviour) + Math.max(0, gap() - 3);
        double width = layout.column() - 2 * Math.max(0, gap() - 3);
        g.setStroke(inks.ink());
        g.setGlobalAlpha(0.7);
        g.setLineWidth(1);
        g.setLineDashes(2, 2);
        g.strokeRect(Math.round(x) + .5, Math.round(top) + .5, width - 1, Math.max(1, size - 1));
        g.setLineDashes((double[]) null);
        g.setGlobalAlpha(1);
    }

    private void number(int behaviour, double y, String text) {
        if (small.width(text) <= layout.column() - 4) {
            double x = layout.x(behaviour) + layout.column() / 2;
            double clear = Math.min(layout.column(), small.width(text) + 2 * CLEAR);
            g.setFill(inks.paper());
            g.fillRect(x - clear / 2, y - 6, clear, 12);
            g.setFont(small.regular());
            g.setFill(inks.ink());
            g.setTextAlign(TextAlignment.CENTER);
            g.setTextBaseline(VPos.CENTER);
            g.fillText(text, x, y);
        }
    }

    private void names(int marked) {
        double y = layout.effectBottom() + 14;
        if (layout.wide()) {
            for (int i = 0; i < data.size(); i++) {
                g.setFill(off.contains(i) ? inks.faint() : inks.ink());
                g.setFont(data.named().contains(i) ? face.bold() : face.regular());
                upright(data.behaviours().get(i), layout.x(i) + layout.column() / 2, y, layout.column() - 10);
            }
            return;
        }
        for (HistoryLabels.Label label : HistoryLabels.of(data, layout, marked)) {
            turned(label, y);
        }
    }

    private void turned(HistoryLabels.Label label, double y) {
        boolean named = data.named().contains(label.behaviour());
        boolean gone = off.contains(label.behaviour());
        double middle = layout.x(label.behaviour()) + layout.column() / 2;
        Color color = !gone && (named || data.named().isEmpty()) ? inks.ink() : inks.faint();
        if (Math.abs(label.x() - middle) > 1) {
            g.setStroke(inks.faint());
            g.strokeLine(middle, layout.effectBottom() + 2, label.x(), y - 5);
        }
        String text = small.fit(data.behaviours().get(label.behaviour()).title(), (height - y) / 0.79 - 8);
        g.save();
        g.setFill(color);
        g.setFont(named ? small.bold() : small.regular());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(VPos.CENTER);
        g.translate(label.x() + 4, y - 2);
        g.rotate(-52);
        g.fillText(text, 0, 0);
        if (gone) {
            g.setStroke(inks.faint());
            g.strokeLine(-small.width(text), 0, 0, 0);
        }
        g.restore();
    }

    private void upright(HistoryData.Behaviour behaviour, double x, double y, double room) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        double at = y;
        for (String text : wrap(behaviour.title(), room)) {
            g.fillText(text, x, at);
            at += 16;
        }
        g.setFont(small.regular());
        g.setFill(inks.faint());
        for (String text : List.of(behaviour.category(), behaviour.time())) {
            if (!text.isEmpty()) {
                g.fillText(small.fit(text, room), x, at);
                at += 15;
            }
        }
    }

    private void candidate(HistoryData.Behaviour candidate, boolean marked) {
        double x = layout.candidateLeft();
        double width = HistoryLayout.CANDIDATE - 2;
        double boxHeight = HistoryLayout.CANDIDATE_HEIGHT;
        double top = layout.candidateTop();
        if (marked) {
            g.setGlobalAlpha(0.09);
            g.setFill(inks.accent());
            g.fillRoundRect(x + 1, top, width - 2, boxHeight, 8, 8);
            g.setGlobalAlpha(1);
        }
        g.setStroke(inks.accent());
        g.setLineWidth(2);
        g.strokeRoundRect(x + 1, top, width - 2, boxHeight, 8, 8);
        g.setLineWidth(1);
        g.setFont(small.regular());
        g.setFill(inks.accent());
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.fillText(words.text("control.candidate"), x + width / 2, top + 16);
        g.setFill(inks.ink());
        g.setFont(face.regular());
        upright(candidate, x + width / 2, top + 38, width - 16);
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
}
