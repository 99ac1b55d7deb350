package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Hatching;
import dev.interestlens.figure.HistoryReading;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.data.HistoryScale;
import java.util.List;
import java.util.Set;

/**
 * Draws one history: Look as bars with the 1/n line, Effect below with its sign and in two shades where it has two parts, their values before a change as outlines, names, and the candidate.
 * A behaviour that is not read has no bar at all.
 */
public record HistoryPainter(HistoryData data, HistoryScale scale, HistoryMarks marks) implements Drawing {
    /** The opacity of the part of an Effect that comes from what followed what. */
    public static final double PALE = 0.5;

    /** Smaller weights, which would be written as 0.00, are not labelled. */
    private static final double SHOWN = 0.005;

    /** Space beside a number, so that a dash of the line does not look like a sign. */
    private static final double CLEAR = 5;

    /** Parts of opposite signs that are lower need no line at their sum. */
    private static final double SEEN = 2;

    /** The side of a square of the legend. */
    private static final double SWATCH = 8;

    /**
     * Marks of a person's pointer and changes.
     *
     * @param marked the behaviour that is read, −1 for none
     * @param off behaviours that are switched off
     * @param candidate whether the candidate is pointed at
     * @param insertion insertion position of a dragged behaviour, −1 for none
     * @param selected behaviours that are outlined, as a group or a selection
     */
    public record HistoryMarks(int marked, Set<Integer> off, boolean candidate, int insertion, Set<Integer> selected) {
        public static final HistoryMarks NONE = new HistoryMarks(-1, Set.of(), false, -1, Set.of());

        public HistoryMarks {
            off = Set.copyOf(off);
            selected = Set.copyOf(selected);
        }
    }

    public HistoryPainter(HistoryData data) {
        this(data, HistoryScale.of(List.of(data)), HistoryMarks.NONE);
    }

    @Override
    public double width(Surface ruler) {
        return data.size() >= HistoryLayout.MANY ? 1000 : Math.max(760, Math.min(1280, 320 + 48.0 * data.size()));
    }

    @Override
    public double height(Surface ruler, double width) {
        return HistoryLayout.preferred(data, width);
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        new Brush(surface, HistoryLayout.of(data, width, height), height).paint();
    }

    /** Drawing at one size. */
    private final class Brush {
        private final Surface surface;
        private final HistoryLayout layout;
        private final double height;

        Brush(Surface surface, HistoryLayout layout, double height) {
            this.surface = surface;
            this.layout = layout;
            this.height = height;
        }

        void paint() {
            data.named().forEach(behaviour -> tint(behaviour, Ink.Role.ACCENT, 0.08));
            if (marks.marked() >= 0) {
                tint(marks.marked(), Ink.Role.INK, 0.09);
            }
            rowNames();
            unread();
            look();
            effect();
            new HistoryNames(data, marks, layout, surface, height).paint();
            selected();
            if (marks.insertion() >= 0) {
                double x = layout.x(marks.insertion());
                surface.line(x, 4, x, layout.effect().bottom() + 6, new Pen(Ink.Role.ACCENT, 3));
            }
        }

        /** A frame around each run of them, from the Look bars to the Effects. */
        private void selected() {
            int from = 0;
            while (from < data.size()) {
                int to = from;
                while (to < data.size() && marks.selected().contains(to)) {
                    to++;
                }
                if (to > from) {
                    surface.roundFrame(
                            layout.x(from) + 1,
                            layout.look().top() - 4,
                            layout.column() * (to - from) - 2,
                            layout.effect().bottom() - layout.look().top() + 8,
                            3,
                            new Pen(Ink.Role.ACCENT, 2));
                }
                from = to + 1;
            }
        }

        private void tint(int behaviour, Ink ink, double share) {
            double top = Math.max(0, layout.look().top() - 18);
            surface.round(
                    layout.x(behaviour),
                    top,
                    layout.column(),
                    (layout.names() == HistoryLayout.Names.UPRIGHT
                                    ? height
                                    : layout.effect().bottom())
                            - top,
                    3,
                    ink.faded(share));
        }

        private void rowNames() {
            rowName("history.look", "history.look.short", layout.look().top() + 2);
            rowName(
                    "history.effect",
                    data.measured() ? "history.effect.short" : "history.effect.waiting",
                    layout.effect().top() + 6);
        }

        private void rowName(String key, String about, double y) {
            Phrase name = Phrases.of(key);
            double at = layout.narrow() ? y - 16 : y;
            double left = layout.narrow() ? layout.left() : 0;
            surface.text(name, Spot.start(left, at), Letters.BOLD, Ink.Role.INK);
            if (key.equals("history.effect") && data.isSplit()) {
                legend(left, layout.narrow() ? at : at + 34);
            }
            Spot below = Spot.start(left, at + 16);
            Spot behind = Spot.start(left + surface.width(name, Letters.BOLD) + 8, at);
            surface.small(Phrases.of(about), layout.narrow() ? behind : below, Ink.Role.FAINT);
        }

        /** The two shades: below each other, or in a narrow space from the right edge. */
        private void legend(double left, double y) {
            List<Phrase> names = List.of(
                    Phrases.of(data.split().attention() ? "history.part.attention" : "history.part.model"),
                    Phrases.of("history.part.table"));
            double x = left;
            if (layout.narrow()) {
                x = layout.end()
                        - names.stream()
                                .mapToDouble(name -> surface.width(name, Letters.SMALL) + 2 * SWATCH + 6)
                                .sum();
            }
            for (int part = 0; part < names.size(); part++) {
                double at = layout.narrow() ? y : y + 15 * part;
                surface.rect(x, at - SWATCH / 2, SWATCH, SWATCH, shade(Ink.Role.UP, part));
                surface.small(names.get(part), Spot.start(x + SWATCH + 4, at), Ink.Role.FAINT);
                x += layout.narrow() ? surface.width(names.get(part), Letters.SMALL) + 2 * SWATCH + 6 : 0;
            }
        }

        private void unread() {
            if (data.unread() > 0) {
                HistoryLayout.Row look = layout.look();
                double x = layout.left() - HistoryLayout.UNREAD - 8;
                Hatching.none(surface, x, look.top(), HistoryLayout.UNREAD, look.height());
                surface.small(
                        Phrase.same("+" + Numerals.count(data.unread())),
                        Spot.middle(
                                x + HistoryLayout.UNREAD / 2, layout.narrow() ? look.top() - 8 : look.bottom() + 10),
                        Ink.Role.FAINT);
            }
        }

        private void look() {
            double highest = scale.look();
            double room = layout.lookRoom();
            double reference = data.reference();
            if (!Double.isNaN(reference) && highest > 0) {
                double y = Math.round(layout.look().bottom() - reference / highest * room) + .5;
                surface.line(layout.left() - 6, y, layout.end() + 6, y, Pen.dashed(Ink.Role.INK));
                surface.small(
                        Phrases.of("uniform", Numerals.of(reference)),
                        Spot.start(layout.end() + 10, y),
                        Ink.Role.FAINT);
            }
            if (highest > 0 && !(reference / highest * room > room - 14)) {
                tick(layout.look().bottom() - room, Numerals.of(highest));
            }
            for (int i = 0; i < data.size(); i++) {
                double weight = data.look()[i];
                double size = highest == 0 ? 0 : Math.abs(weight) / highest * room;
                boolean off = marks.off().contains(i);
                if (!data.reading().reads(i)) {
                    notRead(i);
                    continue;
                }
                if (!off) {
                    bar(i, layout.look().bottom() - size, size, weight < 0 ? Ink.Role.DOWN : Ink.Role.LOOK);
                }
                double before = data.ghostLook(i);
                if (!Double.isNaN(before) && highest > 0) {
                    double was = Math.abs(before) / highest * room;
                    ghost(i, layout.look().bottom() - was, was);
                }
                if (Math.abs(weight) >= SHOWN && !off) {
                    number(i, layout.look().bottom() - size - 8, Numerals.of(weight));
                }
            }
            surface.line(
                    layout.left(),
                    layout.look().bottom() + .5,
                    layout.end(),
                    layout.look().bottom() + .5,
                    Pen.thin(Ink.Role.LINE));
        }

        /** Hatched, or framed where the search found it but others rank higher. */
        private void notRead(int behaviour) {
            double x = layout.x(behaviour);
            double top = layout.look().top();
            double size = layout.look().height();
            boolean found = data.reading().state(behaviour) == HistoryReading.State.OUTRANKED;
            surface.told(describe(behaviour), () -> {
                if (found) {
                    double gap = gap();
                    surface.frame(
                            x + gap + .5,
                            top + .5,
                            Math.max(1, layout.column() - 2 * gap - 1),
                            size - 1,
                            Pen.thin(Ink.Role.FAINT));
                } else {
                    Hatching.none(surface, x, top, layout.column(), size);
                }
            });
        }

        private void effect() {
            if (!data.measured() && data.ghosts().effect().length == 0) {
                return;
            }
            double span = Math.max(scale.high() - scale.low(), 1e-9);
            double high = scale.high() + 0.08 * span;
            double low = scale.low() - 0.12 * span;
            double zero = layout.effectZero(low, high);
            double unit = (layout.effect().height() - 12) / (high - low);
            for (double end : new double[] {scale.high(), scale.low()}) {
                if (Math.abs(end) * unit > 10) {
                    tick(zero - end * unit, Numerals.signed(end));
                }
            }
            for (int i = 0; i < data.size(); i++) {
                if (data.reading().reads(i)) {
                    effect(i, zero, unit);
                }
            }
            surface.line(layout.left() - 6, zero + .5, layout.end() + 6, zero + .5, Pen.thin(Ink.Role.LINE));
        }

        private void effect(int i, double zero, double unit) {
            double effect = data.measured() ? data.effect()[i] : 0;
            double size = Math.abs(effect) * unit;
            double end = effect >= 0 ? zero - size : zero + size;
            if (data.measured()) {
                double top = effect >= 0 ? zero - size : zero;
                if (marks.off().contains(i)) {
                    Hatching.none(
                            surface,
                            layout.x(i) + gap(),
                            top,
                            layout.column() - 2 * gap(),
                            Math.max(1, size)); // what it would add if it were read
                } else {
                    end = parts(i, zero, unit);
                }
            }
            double before = data.ghostEffect(i);
            if (!Double.isNaN(before)) {
                double was = Math.abs(before) * unit;
                ghost(i, before >= 0 ? zero - was : zero, was);
            }
            if (data.measured() && size >= 1) {
                number(i, effect >= 0 ? end - 8 : end + 8, Numerals.signed(effect));
            }
        }

        /** The parts of an Effect, one behind the other; where they have opposite signs, with a line at their sum. Returns the end beside the number. */
        private double parts(int i, double zero, double unit) {
            double effect = data.effect()[i];
            double[] parts = data.parts(i);
            double up = zero;
            double down = zero;
            for (int part = 0; part < parts.length; part++) {
                double size = Math.abs(parts[part]) * unit;
                up -= parts[part] >= 0 ? size : 0;
                bar(i, parts[part] >= 0 ? up : down, size, shade(Ink.signed(parts[part]), part));
                down += parts[part] >= 0 ? 0 : size;
            }
            if (parts.length > 1 && Math.min(zero - up, down - zero) >= SEEN) {
                double sum = Math.round(zero - effect * unit) + .5;
                double x = layout.x(i) + gap();
                surface.line(x - 2, sum, x + layout.column() - 2 * gap() + 2, sum, new Pen(Ink.Role.INK, 2));
            }
            return effect >= 0 ? up : down;
        }

        /** A tick label right of the bars. */
        private void tick(double y, String text) {
            double at = Math.round(y) + .5;
            surface.line(layout.end() + 2, at, layout.end() + 6, at, Pen.thin(Ink.Role.LINE));
            surface.small(Phrase.same(text), Spot.start(layout.end() + 10, at), Ink.Role.FAINT);
        }

        private double gap() {
            return layout.column() >= 12 ? Math.min(18, layout.column() * 0.2) : layout.column() > 3 ? 1 : 0;
        }

        private void bar(int behaviour, double top, double size, Ink ink) {
            surface.told(
                    describe(behaviour),
                    () -> surface.rect(
                            layout.x(behaviour) + gap(),
                            top,
                            layout.column() - 2 * gap(),
                            size > 0 ? Math.max(1, size) : 0,
                            ink));
        }

        /** The value before a change: an outline that is visible on a bar and beside it. */
        private void ghost(int behaviour, double top, double size) {
            if (size < 1) {
                return;
            }
            double x = layout.x(behaviour) + Math.max(0, gap() - 3);
            double width = layout.column() - 2 * Math.max(0, gap() - 3);
            surface.frame(
                    Math.round(x) + .5,
                    Math.round(top) + .5,
                    width - 1,
                    Math.max(1, size - 1),
                    new Pen(Ink.Role.INK.faded(0.7), 1, 2, 2));
        }

        private void number(int behaviour, double y, String text) {
            double wide = surface.width(text, Letters.SMALL);
            if (wide <= layout.column() - 4) {
                double x = layout.x(behaviour) + layout.column() / 2;
                double clear = Math.min(layout.column(), wide + 2 * CLEAR);
                surface.rect(x - clear / 2, y - 6, clear, 12, Ink.Role.PAPER);
                surface.small(Phrase.same(text), Spot.middle(x, y), Ink.Role.INK);
            }
        }
    }

    /** The behaviour whose bars or name are at a position of a picture of this size, or −1. */
    public int at(double x, double y, double width, double height) {
        HistoryLayout layout = HistoryLayout.of(data, width, height);
        int row = layout.listed(x, y);
        if (row >= 0) {
            List<Integer> listed = HistoryNames.listed(data, layout, marks.marked());
            return row < listed.size() ? listed.get(row) : -1;
        }
        boolean beside = layout.inCandidate(x, y) || layout.list().holds(x, y);
        return beside ? -1 : layout.at(x);
    }

    /** A behaviour in words, with its exact numbers. */
    public Phrase describe(int behaviour) {
        HistoryData.Behaviour what = data.behaviours().get(behaviour);
        Phrase name = language -> String.join(
                " · ",
                List.of(what.title(), what.category(), what.time()).stream()
                        .map(each -> each.in(language))
                        .filter(text -> !text.isEmpty())
                        .toList());
        HistoryReading reading = data.reading();
        Phrase reason =
                reading.reasons().isEmpty() ? Phrase.EMPTY : reading.reasons().get(behaviour);
        if (!reading.reads(behaviour)) {
            return Phrases.of("history.behaviour.notRead", name, reason);
        }
        Phrase told = parts(numbers(name, behaviour), behaviour);
        return reading.reasons().isEmpty()
                ? told
                : reading.frozen().length == 0 || !data.measured()
                        ? Phrases.of("history.behaviour.read", told, reason)
                        : Phrases.of(
                                "history.behaviour.frozen",
                                told,
                                Phrase.same(Numerals.signed(reading.frozen()[behaviour])),
                                reason);
    }

    /** The shade of a part of an Effect: that of the table is paler. */
    static Ink shade(Ink ink, int part) {
        return part == 0 ? ink : ink.faded(PALE);
    }

    private Phrase parts(Phrase told, int behaviour) {
        if (!data.isSplit()) {
            return told;
        }
        double[] parts = data.parts(behaviour);
        return Phrases.of(
                data.split().attention() ? "history.behaviour.attention" : "history.behaviour.model",
                told,
                Phrase.same(Numerals.signed(parts[0])),
                Phrase.same(Numerals.signed(parts[1])));
    }

    private Phrase numbers(Phrase name, int behaviour) {
        Phrase look = Phrase.same(Numerals.of(data.look()[behaviour]));
        if (!data.measured()) {
            return Phrases.of("history.behaviour.unmeasured", name, look);
        }
        Phrase effect = Phrase.same(Numerals.signed(data.effect()[behaviour]));
        return data.points().length == 0
                ? Phrases.of("history.behaviour", name, look, effect)
                : Phrases.of(
                        "history.behaviour.points",
                        name,
                        look,
                        effect,
                        Phrase.same(Numerals.signed(100 * data.points()[behaviour])));
    }
}
