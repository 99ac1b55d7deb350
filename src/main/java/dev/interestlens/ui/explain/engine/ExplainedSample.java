package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.effect.RemovalCurves;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.explain.view.FieldPanel;
import dev.interestlens.explain.view.FlowEffect;
import dev.interestlens.store.Components;
import java.util.ArrayList;
import java.util.List;

/**
 * An explanation as far as measured.
 *
 * @param row of the test part; below 0 where it is a recommendation
 * @param unread number of earlier behaviours that the model does not read
 * @param most maximum number of behaviours that the model reads
 * @param read positions of the behaviours that the model reads
 * @param panels views into the model
 * @param reasons why attention looks where it looks
 * @param effects null until measured, and so on to the right
 */
public record ExplainedSample(
        int row,
        long unread,
        int most,
        Impression impression,
        LookResult looked,
        ReadReport read,
        List<Panel> panels,
        Reasons reasons,
        Effects effects,
        Sentence sentence,
        RemovalCurves curves,
        Agreement agreement) {
    private static final int ANOTHER_RUN = Integer.MIN_VALUE;

    /** The same as a prediction of another run: it stands beside those of the open run and cannot be opened. */
    public ExplainedSample ofAnotherRun() {
        return Components.of(this).with("row", ANOTHER_RUN);
    }

    /** Whether it is of another run than the open one. */
    public boolean isOfAnotherRun() {
        return row == ANOTHER_RUN;
    }

    /** Whether it is a row of the test part. */
    public boolean isRow() {
        return row >= 0;
    }

    public boolean isWhole() {
        return agreement != null;
    }

    ExplainedSample with(Effects now) {
        return Components.of(this)
                .with("effects", now, "panels", FlowEffect.added(panels, read.steps(), now))
                .with(FieldPanel.of(now));
    }

    /** With further panels after the others, which replace panels of the same name. */
    ExplainedSample with(List<Panel> more) {
        List<Panel> all = new ArrayList<>(panels);
        all.removeIf(panel -> more.stream().anyMatch(each -> each.name().equals(panel.name())));
        all.addAll(more);
        return Components.of(this).with("panels", all);
    }

    ExplainedSample with(Sentence now) {
        return Components.of(this).with("sentence", now);
    }

    ExplainedSample with(RemovalCurves drawn, Agreement judged) {
        return Components.of(this).with("curves", drawn, "agreement", judged);
    }

    /** The complete explanation, once everything is measured. */
    public Explanation explanation() {
        return new Explanation(impression, looked, effects, sentence, curves, agreement, panels, read, reasons);
    }
}
