package dev.interestlens.ui.recommend;

import dev.interestlens.export.report.RecommendationRows;
import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.figure.paint.HeatmapPainter;
import dev.interestlens.recommend.Person;
import dev.interestlens.recommend.Recommendation;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.slides.Slide;
import dev.interestlens.ui.control.slides.SlideSeries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Figures of a list: the items with their reasons, and Look and Effect of each behaviour for each item. */
record ListPictures(Messages messages) {
    /** Effect of each behaviour on each item; the removals must be measured. */
    HeatmapData effects(Shown now) {
        int size = now.list().size();
        int n = now.list().person().behaviours();
        double[] values = new double[size * n];
        for (int i = 0; i < size; i++) {
            int at = now.removals().indexOf(now.list().chosen()[i]);
            for (int j = 0; j < n; j++) {
                values[i * n + j] = at < 0 ? Double.NaN : now.removals().effect(j, at);
            }
        }
        return data(now, values, Scale.DIVERGING, Double.NaN);
    }

    /** Look for each item, which must be computed. */
    HeatmapData looks(Shown now) {
        boolean signed = Arrays.stream(now.look()).anyMatch(each -> each < 0);
        int n = now.list().person().behaviours();
        return data(now, now.look(), signed ? Scale.DIVERGING : Scale.SEQUENTIAL, 1.0 / n);
    }

    private HeatmapData data(Shown now, double[] values, Scale scale, double even) {
        List<Phrase> names = Arrays.stream(now.list().chosen())
                .mapToObj(place -> (Phrase) now.items().get(place).title())
                .toList();
        List<Phrase> columns = now.list().person().history().stream()
                .map(each -> (Phrase) each.item().title())
                .toList();
        return new HeatmapData(
                words("recommend.map.rows"), words("recommend.map.columns"), names, columns, values, scale, even);
    }

    /** A user of the log, or the name of a history made by hand. */
    static String name(Person person, Messages messages) {
        return person.isMade() ? person.name() : messages.text("recommend.user", person.name());
    }

    private Phrase words(String key, Object... arguments) {
        return language -> messages.text(key, arguments);
    }

    /** The list as far as measured; empty where there is none. */
    List<SlideSeries> slides(Shown now) {
        if (now == null || now.list().size() == 0) {
            return List.of();
        }
        Phrase title =
                language -> messages.text("recommend.slide", name(now.list().person(), messages));
        Phrase sentence = now.sentence() == null ? Phrase.EMPTY : now.sentence().text();
        List<SlideSeries> all = new ArrayList<>();
        all.add(new SlideSeries(words("recommend.slide.list"), List.of(new Slide(title, rows(now), sentence))));
        boolean history = now.list().person().behaviours() > 0;
        if (history && now.look() != null) {
            all.add(map("recommend.slide.looks", "recommend.slide.looks.sentence", looks(now)));
        }
        if (history && now.removals() != null) {
            all.add(map("recommend.slide.effects", "recommend.slide.effects.sentence", effects(now)));
        }
        return all;
    }

    private SlideSeries map(String key, String sentence, HeatmapData data) {
        return new SlideSeries(words(key), List.of(new Slide(words(key), new HeatmapPainter(data), words(sentence))));
    }

    /** Rank, score and logit of each item. */
    NumberTable numbers(Shown now) {
        List<NumberTable.Line> lines = new ArrayList<>();
        for (int place : now.list().chosen()) {
            lines.add(new NumberTable.Line(
                    List.of(now.items().get(place).title().in(messages.locale())),
                    lines.size() + 1,
                    now.list().score(place),
                    now.list().logits()[place]));
        }
        return new NumberTable(
                List.of(
                        messages.text("explain.column.item"),
                        messages.text("recommend.rank"),
                        messages.text("explain.column.score"),
                        messages.text("recommend.logit")),
                lines);
    }

    /** The items with their strongest reason. */
    static Drawing rows(Shown now) {
        List<Recommendation.Entry> entries = new ArrayList<>();
        for (int place : now.list().chosen()) {
            entries.add(new Recommendation.Entry(
                    entries.size() + 1,
                    now.items().get(place),
                    now.list().score(place),
                    now.list().logits()[place],
                    0, // the figure does not show popularity
                    now.removals() == null
                            ? List.of()
                            : Recommendation.reasons(now.list().person(), now.removals(), place),
                    Optional.empty())); // nor this
        }
        return new RecommendationRows(entries);
    }
}
