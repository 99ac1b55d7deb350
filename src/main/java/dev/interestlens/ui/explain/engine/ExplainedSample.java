package dev.interestlens.ui.explain.engine;

import dev.interestlens.explain.Explanation;
import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Effects;
import dev.interestlens.explain.effect.ReadReport;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.picture.Panel;
import dev.interestlens.explain.reason.Reasons;
import dev.interestlens.explain.sentence.Sentence;
import java.util.List;

/**
 * An explained prediction of the open run.
 *
 * @param row of the test part; below 0 where it is a recommendation
 * @param unread number of earlier behaviours that the model does not read
 * @param most maximum number of behaviours that the model reads
 * @param explanation as far as measured
 */
public record ExplainedSample(int row, long unread, int most, Explanation explanation) {
    private static final int ANOTHER_RUN = Integer.MIN_VALUE;

    /** The same as a prediction of another run: it stands beside those of the open run and cannot be opened. */
    public ExplainedSample ofAnotherRun() {
        return new ExplainedSample(ANOTHER_RUN, unread, most, explanation);
    }

    ExplainedSample with(Explanation now) {
        return new ExplainedSample(row, unread, most, now);
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
        return explanation.isWhole();
    }

    public Impression impression() {
        return explanation.impression();
    }

    public LookResult looked() {
        return explanation.looked();
    }

    public ReadReport read() {
        return explanation.read();
    }

    public List<Panel> panels() {
        return explanation.panels();
    }

    public Reasons reasons() {
        return explanation.reasons();
    }

    public Effects effects() {
        return explanation.effects();
    }

    public Sentence sentence() {
        return explanation.sentence();
    }

    public Agreement agreement() {
        return explanation.agreement();
    }
}
