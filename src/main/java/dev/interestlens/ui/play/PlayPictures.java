package dev.interestlens.ui.play;

import dev.interestlens.data.synth.PlayHistory;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Numerals;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.XySeries;
import dev.interestlens.figure.data.AttentionStripData;
import dev.interestlens.figure.data.XyData;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.play.PlayFilm;
import dev.interestlens.workspace.play.PlayFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The pictures of a film: the attention of each person by step, and the curves. */
record PlayPictures(Messages messages) {
    /** How many persons are shown. */
    static final int PERSONS = 4;

    /** The most rows of a strip. */
    static final int ROWS = 6;

    /** Steps whose rows stay; the newest row is below them. */
    private static final List<Long> KEPT = List.of(0L, 20L, 60L, 120L, 300L);

    /** The rows so far: those of certain steps, and the newest. */
    AttentionStripData strip(PlayFilm film, int person) {
        PlayHistory history = film.persons().get(person);
        List<PlayFrame> frames = film.frames();
        List<PlayFrame> rows = new ArrayList<>(
                frames.stream().filter(frame -> KEPT.contains(frame.step())).toList());
        if (!frames.isEmpty() && !rows.contains(frames.get(frames.size() - 1))) {
            rows.add(frames.get(frames.size() - 1));
        }
        return new AttentionStripData(
                rows.stream()
                        .map(frame -> Phrase.same(Numerals.count(frame.step())))
                        .toList(),
                history.behaviours().stream().map(PlayPictures::text).toList(),
                rows.stream().map(frame -> frame.looks().get(person)).toList(),
                Set.copyOf(history.causes()));
    }

    static Text text(PlayHistory.Name name) {
        return new Text(name.en(), name.zh());
    }

    /** The share of choices whose cause is found. */
    XyData found(PlayFilm film, PlayFilm former) {
        List<XySeries> lines = new ArrayList<>();
        if (former != null) {
            add(lines, former, "play.former.effect", XySeries.MUTED, PlayFrame::foundByEffect);
        }
        add(lines, film, "play.look", 0, PlayFrame::foundByLook);
        add(lines, film, "play.effect", 1, PlayFrame::foundByEffect);
        return data(lines, messages.text("play.share"));
    }

    /** The AUC, and that of the law. */
    XyData auc(PlayFilm film, PlayFilm former) {
        List<XySeries> lines = new ArrayList<>();
        if (former != null) {
            add(lines, former, "play.former", XySeries.MUTED, PlayFrame::auc);
        }
        add(lines, film, "play.model.line", 0, PlayFrame::auc);
        add(lines, film, "play.law.itself", 2, frame -> film.ceiling());
        return data(lines, "AUC");
    }

    private void add(List<XySeries> lines, PlayFilm film, String key, int style, ToDoubleFunction<PlayFrame> value) {
        List<PlayFrame> frames = film.frames().stream()
                .filter(frame -> !Double.isNaN(value.applyAsDouble(frame)))
                .toList();
        lines.add(new XySeries(
                Phrase.same(messages.text(key)),
                frames.stream().mapToDouble(PlayFrame::step).toArray(),
                frames.stream().mapToDouble(value).toArray(),
                style,
                XySeries.Shape.LINE,
                -1));
    }

    private XyData data(List<XySeries> lines, String up) {
        return new XyData(lines, Phrase.same(messages.text("play.steps")), Phrase.same(up), false, false);
    }
}
