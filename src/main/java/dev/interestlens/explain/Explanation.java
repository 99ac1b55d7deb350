package dev.interestlens.explain;

import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.figure.Drawing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The complete explanation of one prediction.
 *
 * @param impression what is explained
 * @param looked Look
 * @param effects Effects
 * @param sentence the sentence
 * @param curves deletion and insertion, by the order of Look and of Effect
 * @param agreement whether Look agrees with Effect
 * @param panels views of the model, and further measurements of this prediction
 * @param read what the model reads of the history
 * @param reasons why attention looks there
 */
public record Explanation(
        Impression impression,
        LookResult looked,
        Effects effects,
        Sentence sentence,
        RemovalCurves curves,
        Agreement agreement,
        List<Panel> panels,
        ReadReport read,
        Reasons reasons) {
    /** Where all of the history is read. */
    public Explanation(
            Impression impression,
            LookResult looked,
            Effects effects,
            Sentence sentence,
            RemovalCurves curves,
            Agreement agreement,
            List<Panel> panels) {
        this(
                impression,
                looked,
                effects,
                sentence,
                curves,
                agreement,
                panels,
                ReadReport.whole(impression.behaviours()),
                Reasons.NONE);
    }

    public Explanation {
        Objects.requireNonNull(impression);
        Objects.requireNonNull(looked);
        Objects.requireNonNull(effects);
        Objects.requireNonNull(sentence);
        Objects.requireNonNull(curves);
        Objects.requireNonNull(agreement);
        Objects.requireNonNull(read);
        Objects.requireNonNull(reasons);
        panels = List.copyOf(panels);
    }

    /** With further views appended. */
    public Explanation with(List<Panel> more) {
        List<Panel> all = new ArrayList<>(panels);
        all.addAll(more);
        return new Explanation(impression, looked, effects, sentence, curves, agreement, all, read, reasons);
    }

    /** A view by its name, or one of the pictures of any view by its own name, as a drawing. */
    public Optional<Drawing> view(String name) {
        Optional<Drawing> whole = panels.stream()
                .filter(panel -> panel.name().equals(name))
                .findFirst()
                .map(panel -> panel.drawing());
        return whole.or(() -> panels.stream()
                .flatMap(panel -> panel.pictures().stream()
                        .filter(picture -> picture.name().equals(name))
                        .map(panel::captioned))
                .findFirst());
    }

    /** The score; not a click rate, since the model was trained with sampled negatives. */
    public double score() {
        return looked.score();
    }

    /** The history, oldest first. */
    public List<HistoryRow> history() {
        List<HistoryRow> rows = new ArrayList<>();
        for (int j = 0; j < impression.behaviours(); j++) {
            rows.add(new HistoryRow(
                    impression.history().get(j), looked.look()[j], effects.effect()[j], effects.points()[j]));
        }
        return rows;
    }
}
