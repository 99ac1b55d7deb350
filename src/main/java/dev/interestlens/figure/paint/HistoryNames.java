package dev.interestlens.figure.paint;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Phrases;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.paint.HistoryPainter.HistoryMarks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes the names of a history's behaviours: below wide columns, rotated below narrow ones, or as a list of the strongest beside many; and the
 * candidate.
 */
record HistoryNames(HistoryData data, HistoryMarks marks, HistoryLayout layout, Surface surface, double height) {
    private static final double TURN = -52;
    private static final double SLANT = 0.79;
    private static final double FLAT = 0.62;
    private static final double NUMBER = 30;
    private static final double VALUE = 54;

    /** The behaviours of the list: named ones first, then by weight; the marked one replaces the last where it would be missing. */
    static List<Integer> listed(HistoryData data, HistoryLayout layout, int marked) {
        double[] weights = data.weights();
        List<Integer> order = new ArrayList<>(IntStream.range(0, data.size())
                .boxed()
                .filter(i -> data.reading().reads(i))
                .sorted(Comparator.<Integer, Boolean>comparing(
                                i -> !data.named().contains(i))
                        .thenComparing(i -> -weights[i]))
                .limit(layout.listRows())
                .toList());
        if (marked >= 0 && marked < data.size() && !order.isEmpty() && !order.contains(marked)) {
            order.set(order.size() - 1, marked);
        }
        return order;
    }

    void paint() {
        double y = layout.effect().bottom() + 14;
        switch (layout.names()) {
            case UPRIGHT -> {
                for (int i = 0; i < data.size(); i++) {
                    Letters letters = data.named().contains(i) ? Letters.BOLD : Letters.PLAIN;
                    double middle = layout.x(i) + layout.column() / 2;
                    upright(data.behaviours().get(i), middle, y, layout.column() - 10, letters, ink(i));
                }
            }
            case TURNED -> HistoryLabels.of(data, layout, marks.marked()).forEach(label -> turned(label, y));
            case LISTED -> list();
        }
        candidate();
    }

    private Ink ink(int behaviour) {
        return marks.off().contains(behaviour) ? Ink.Role.FAINT : Ink.Role.INK;
    }

    private void list() {
        HistoryLayout.Box box = layout.list();
        double look = box.x() + box.width() - VALUE - 4;
        double effect = box.x() + box.width() - 4;
        double name = box.x() + NUMBER + 6;
        double y = box.y() + HistoryLayout.LIST_ROW / 2;
        Ink faint = Ink.Role.FAINT;
        surface.small(
                surface.fit(Phrases.of("history.strongest"), Letters.SMALL, look - VALUE - box.x()),
                Spot.start(box.x() + 4, y),
                faint);
        surface.small(Phrases.of("history.look"), Spot.end(look, y), faint);
        surface.small(Phrases.of("history.effect"), Spot.end(effect, y), faint);
        List<Integer> listed = listed(data, layout, marks.marked());
        for (int behaviour : listed) {
            y += HistoryLayout.LIST_ROW;
            row(behaviour, box, y, name, look, effect);
        }
        numbers(listed);
    }

    private void row(int behaviour, HistoryLayout.Box box, double y, double name, double look, double effect) {
        if (behaviour == marks.marked()) {
            double top = y - HistoryLayout.LIST_ROW / 2;
            surface.round(box.x(), top, box.width(), HistoryLayout.LIST_ROW, 3, Ink.Role.INK.faded(0.09));
        }
        boolean off = marks.off().contains(behaviour);
        Letters letters = data.named().contains(behaviour) ? Letters.SMALL_BOLD : Letters.SMALL;
        surface.small(place(behaviour), Spot.end(box.x() + NUMBER, y), Ink.Role.FAINT);
        Phrase title = surface.fit(titles(), behaviour, letters, look - VALUE - name);
        surface.text(title, Spot.start(name, y), letters, ink(behaviour));
        if (off) {
            surface.line(name, y, name + surface.width(title, letters), y, Pen.thin(Ink.Role.FAINT));
        } else if (!data.reading().reads(behaviour)) {
            surface.small(Phrases.of("history.notRead"), Spot.end(effect, y), Ink.Role.FAINT);
            return;
        }
        surface.small(Phrase.same(Numerals.fixed(data.look()[behaviour], 3)), Spot.end(look, y), ink(behaviour));
        if (data.measured()) {
            double moved = data.effect()[behaviour];
            surface.small(
                    Phrase.same(Numerals.signed(moved)), Spot.end(effect, y), off ? Ink.Role.FAINT : Ink.signed(moved));
        }
    }

    /** Numbers below the bars, beginning with the strongest. */
    private void numbers(List<Integer> listed) {
        List<double[]> taken = new ArrayList<>();
        for (int behaviour : listed) {
            Phrase number = place(behaviour);
            double half = surface.width(number, Letters.SMALL) / 2 + 3;
            double x = layout.x(behaviour) + layout.column() / 2;
            if (taken.stream().allMatch(each -> x + half < each[0] || x - half > each[1])) {
                taken.add(new double[] {x - half, x + half});
                Letters letters = behaviour == marks.marked() ? Letters.SMALL_BOLD : Letters.SMALL;
                surface.text(number, Spot.middle(x, layout.effect().bottom() + 9), letters, Ink.Role.FAINT);
            }
        }
    }

    private Phrase place(int behaviour) {
        return Phrase.same(Numerals.count(data.reading().place(behaviour) + 1L));
    }

    private List<Phrase> titles() {
        return data.behaviours().stream().map(HistoryData.Behaviour::title).toList();
    }

    private void turned(HistoryLabels.Label label, double y) {
        boolean named = data.named().contains(label.behaviour());
        boolean gone = marks.off().contains(label.behaviour());
        double middle = layout.x(label.behaviour()) + layout.column() / 2;
        Ink ink = !gone && (named || data.named().isEmpty()) ? Ink.Role.INK : Ink.Role.FAINT;
        if (Math.abs(label.x() - middle) > 1) {
            surface.line(middle, layout.effect().bottom() + 2, label.x(), y - 5, Pen.thin(Ink.Role.FAINT));
        }
        Letters letters = named ? Letters.SMALL_BOLD : Letters.SMALL;
        double room = Math.min((height - y) / SLANT - 8, label.x() / FLAT); // down, and to the left
        Phrase text = surface.fit(titles(), label.behaviour(), letters, room);
        surface.text(text, Spot.end(label.x() + 4, y - 2).turned(TURN), letters, ink);
        if (gone) {
            double wide = surface.width(text, letters);
            double angle = Math.toRadians(TURN);
            surface.line(
                    label.x() + 4,
                    y - 2,
                    label.x() + 4 - wide * Math.cos(angle),
                    y - 2 - wide * Math.sin(angle),
                    Pen.thin(Ink.Role.FAINT));
        }
    }

    private void upright(HistoryData.Behaviour behaviour, double x, double y, double room, Letters letters, Ink ink) {
        double at = y;
        List<Phrase> lines = surface.lines(behaviour.title(), letters, room);
        for (int i = 0; i < Math.min(2, lines.size()); i++) {
            Phrase line = surface.fit(i == 0 ? lines.get(0) : rest(behaviour.title(), lines.get(0)), letters, room);
            surface.text(line, Spot.middle(x, at), letters, ink);
            at += 16;
        }
        for (Phrase text : List.of(behaviour.category(), behaviour.time())) {
            if (surface.width(text, Letters.SMALL) > 0) {
                surface.small(surface.fit(text, Letters.SMALL, room), Spot.middle(x, at), Ink.Role.FAINT);
                at += 15;
            }
        }
    }

    /** What of a title stands behind its first line. */
    private static Phrase rest(Phrase title, Phrase first) {
        return language -> title.in(language)
                .strip()
                .substring(first.in(language).length())
                .strip();
    }

    private void candidate() {
        HistoryLayout.Box box = layout.candidate();
        double middle = box.x() + box.width() / 2;
        if (marks.candidate()) {
            surface.round(box.x(), box.y(), box.width(), box.height(), 4, Ink.Role.ACCENT.faded(0.09));
        }
        surface.roundFrame(box.x(), box.y(), box.width(), box.height(), 4, new Pen(Ink.Role.ACCENT, 2));
        if (box.height() > box.width() / 2) {
            surface.small(Phrases.of("history.candidate"), Spot.middle(middle, box.y() + 16), Ink.Role.ACCENT);
            upright(data.candidate(), middle, box.y() + 38, box.width() - 16, Letters.PLAIN, Ink.Role.INK);
            return;
        }
        double room = box.width() - 20;
        Phrase words = Phrases.of("history.candidate");
        double wide = surface.width(words, Letters.SMALL);
        double y = box.y() + box.height() / 2;
        surface.small(words, Spot.start(box.x() + 10, y - 8), Ink.Role.ACCENT);
        surface.small(
                surface.fit(data.candidate().category(), Letters.SMALL, room - wide - 16),
                Spot.end(box.x() + box.width() - 10, y - 8),
                Ink.Role.FAINT);
        surface.fitted(data.candidate().title(), room, Spot.start(box.x() + 10, y + 9), Letters.BOLD, Ink.Role.INK);
    }
}
