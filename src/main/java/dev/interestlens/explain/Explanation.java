package dev.interestlens.explain;

import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.effect.SmallestChange;
import dev.interestlens.explain.look.HistoryRow;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.sentence.ReasonWords;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.explain.view.FieldPanel;
import dev.interestlens.explain.view.FlowEffect;
import dev.interestlens.explain.view.GroupPanels;
import dev.interestlens.figure.Drawing;
import dev.interestlens.store.Components;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The explanation of one prediction, as far as it is measured.
 *
 * @param impression what is explained
 * @param looked Look
 * @param effects Effects; null until measured, and so are the next three
 * @param sentence the sentence
 * @param curves deletion and insertion, by the order of Look and of Effect
 * @param agreement whether Look agrees with Effect; the last to be known
 * @param panels views of the model, and further measurements of this prediction
 * @param read what the model reads of the history
 * @param reasons why attention looks there
 * @param smallest the fewest behaviours whose removal carries the score past one half; null where it was not requested
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
        Reasons reasons,
        SmallestChange smallest) {
    public Explanation {
        Objects.requireNonNull(impression);
        Objects.requireNonNull(looked);
        Objects.requireNonNull(read);
        Objects.requireNonNull(reasons);
        panels = List.copyOf(panels);
    }

    /** Whether all of it is measured. */
    public boolean isWhole() {
        return agreement != null;
    }

    Explanation with(Effects now) {
        return Components.of(this)
                .with("effects", now, "panels", FlowEffect.added(panels, read.steps(), now))
                .with(FieldPanel.of(now))
                .with(GroupPanels.groups(now.groups()));
    }

    Explanation with(Sentence now) {
        return Components.of(this).with("sentence", ReasonWords.added(now, reasons));
    }

    Explanation with(RemovalCurves drawn, Agreement judged) {
        return Components.of(this).with("curves", drawn, "agreement", judged);
    }

    /** With further views after the others, which replace those of the same name. */
    public Explanation with(List<Panel> more) {
        List<Panel> all = new ArrayList<>(panels);
        all.removeIf(panel -> more.stream().anyMatch(each -> each.name().equals(panel.name())));
        all.addAll(more);
        return Components.of(this).with("panels", all);
    }

    /** With the fewest behaviours whose removal carries the score past a threshold. */
    public Explanation with(SmallestChange found) {
        return Components.of(this).with("smallest", found);
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
                    impression.history().get(j),
                    looked.look()[j],
                    effects.effect()[j],
                    effects.byTable().effect()[j],
                    effects.points()[j]));
        }
        return rows;
    }
}
