package dev.interestlens.ui.explain;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.explain.Curves;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.Impression;
import dev.interestlens.explain.Impressions;
import dev.interestlens.explain.Sentence;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.train.Evaluator;
import dev.interestlens.train.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The open run and everything that is asked of its model. Every method is called on the engine thread and on no other; one run is open at a time.
 */
final class Engine implements AutoCloseable {
    /** Rows scored in one go: few enough that a click in between waits less than a tenth of a second. */
    static final int ROWS = 512;

    private static final long SEARCH_NANOS = 1_000_000_000L;

    private OpenRun run;
    private TrainedModel untrained;
    private Explainer explainer;
    private Impressions impressions;

    /** Closes what was open and opens another run. */
    Predictions open(RunFolder folder) {
        close();
        run = OpenRun.best(folder);
        untrained = TrainedModel.untrained(
                run.model().config(),
                run.model().input(),
                run.description().config().training().seed());
        explainer = new Explainer(run.model(), Optional.of(untrained));
        impressions = new Impressions(run.samples());
        return Predictions.of(run.samples());
    }

    OpenRun run() {
        return run;
    }

    /** Scores of at most {@link #ROWS} rows of the test part. */
    float[] scores(int from) {
        int size = Math.min(ROWS, run.samples().size(Part.TEST) - from);
        int[] rows = IntStream.range(from, from + size).toArray();
        double[] probabilities =
                Evaluator.probabilities(run.model().logits(run.samples().batch(Part.TEST, rows)));
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            scores[i] = (float) probabilities[i];
        }
        return scores;
    }

    Explained look(int row) {
        Sample sample = run.samples().sample(Part.TEST, row);
        Impression impression = impressions.of(Part.TEST, row);
        long unread = Math.max(0, sample.position() - impression.behaviours());
        return new Explained(row, unread, impression, explainer.look(impression), null, null, null, null);
    }

    Explained effects(Explained before) {
        return before.with(explainer.effects(before.impression()));
    }

    Explained sentence(Explained before) {
        return before.with(explainer.sentence(before.impression(), before.looked(), before.effects()));
    }

    /** Empty where it was cancelled. */
    Optional<Explained> agreement(Explained before, BooleanSupplier cancelled) {
        Optional<Curves> curves = explainer.curves(before.impression(), before.looked(), before.effects(), cancelled);
        return curves.map(drawn ->
                before.with(drawn, explainer.agreement(before.impression(), before.looked(), before.effects(), drawn)));
    }

    /** The first of these rows whose sentence says "because", else the first of them. Searches for a second at most. */
    int telling(int[] rows, BooleanSupplier cancelled) {
        long end = System.nanoTime() + SEARCH_NANOS;
        for (int row : rows) {
            if (cancelled.getAsBoolean() || System.nanoTime() > end) {
                break;
            }
            if (sentence(effects(look(row))).sentence().template() == Sentence.Template.STRONG) {
                return row;
            }
        }
        return rows[0];
    }

    /** The score while only these behaviours can be read. */
    double score(Explained explained, boolean[] readable) {
        double logit = run.model().removal(explained.impression().batch()).logits(java.util.List.of(readable))[0];
        return 1 / (1 + Math.exp(-logit));
    }

    @Override
    public void close() {
        if (run != null) {
            untrained.close();
            run.close();
            run = null;
        }
    }
}
