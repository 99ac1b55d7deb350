package dev.interestlens.train;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.metric.PlattScaling;
import dev.interestlens.model.CtrModel;
import dev.interestlens.store.ArrayFill;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.Cursor;
import dev.interestlens.train.run.JournalEntry;
import java.util.Optional;
import java.util.stream.IntStream;

/** Measures a model on the validation part, never on the test part. */
final class Validation {
    /** Approximate number of rows that are measured within an epoch. */
    private static final int ROWS_WITHIN = 4096;

    /** The same where it is measured without being asked for, and may cost a twentieth of the training. */
    private static final int ROWS_OFTEN = 1024;

    private final SampleSet samples;
    private final int everySteps;
    private final boolean ranks;
    private final CatalogueValidation catalogue;
    private final int[] rows;
    private final float[] labels;
    private final int[] users;

    /** @param steps of the whole run */
    Validation(SampleSet samples, ExperimentConfig config, long steps) {
        this.samples = samples;
        boolean logged = samples.data().info().hasLoggedNegatives();
        ranks = !logged && config.training().learning().softmax();
        everySteps = config.training().validateEvery(steps);
        catalogue = new CatalogueValidation(samples, config);
        float[] allLabels = samples.labels(Part.VALID);
        int[] allUsers = samples.users(Part.VALID);
        rows = everySteps == 0
                ? new int[0]
                : sample(allUsers, config.training().validatesOften() ? ROWS_OFTEN : ROWS_WITHIN);
        users = IntStream.of(rows).map(row -> allUsers[row]).toArray();
        labels = ArrayFill.floats(rows.length, i -> allLabels[rows[i]]);
    }

    /** All rows of every k-th user. */
    private static int[] sample(int[] users, int wanted) {
        int[] distinct = IntStream.of(users).distinct().toArray();
        int every = Math.max(1, Math.floorDiv(users.length + wanted - 1, wanted));
        boolean[] taken = new boolean[IntStream.of(users).max().orElse(0) + 1];
        for (int i = 0; i < distinct.length; i += every) {
            taken[distinct[i]] = true;
        }
        return IntStream.range(0, users.length).filter(row -> taken[users[row]]).toArray();
    }

    /** Makes a choice of an earlier time again. */
    void weighAgain(CtrModel model, JournalEntry.Weighed choice) {
        catalogue.weighAgain(model, choice);
    }

    /** The end of an epoch: what was chosen for the terms of the logit and for its scale, and the figures with them. */
    record Finished(
            JournalEntry.Valid valid,
            Optional<JournalEntry.Weighed> weighed,
            Optional<JournalEntry.Trended> trended,
            Optional<JournalEntry.Calibrated> calibrated,
            Optional<JournalEntry.Compared> compared) {}

    /**
     * Measures a model that has the chosen terms afterwards, but not the scale, with which it must not be trained further. The loss is of what is
     * trained, without them.
     */
    Finished finish(CtrModel model, Cursor cursor) {
        CatalogueValidation.Finished chosen = catalogue.finish(model, cursor.epoch(), cursor.step());
        float[] logits = Evaluator.logits(model::logits, read(model), Part.VALID);
        Optional<PlattScaling> scaling = scaling(model, logits, samples.labels(Part.VALID));
        JournalEntry.Valid valid = with(
                Evaluator.measure(scaling.map(each -> each.of(logits)).orElse(logits), samples, Part.VALID),
                chosen.figures());
        return new Finished(
                valid,
                chosen.weighed(),
                chosen.trended(),
                scaling.map(
                        each -> new JournalEntry.Calibrated(cursor.epoch(), cursor.step(), each.scale(), each.shift())),
                chosen.compared());
    }

    /** How logits become those of probabilities: where true items were learnt beside sampled ones, or a term was chosen and not learnt. */
    private Optional<PlattScaling> scaling(CtrModel model, float[] logits, float[] of) {
        boolean terms = model.neighbours().isPresent() || model.trend().isPresent();
        return ranks || terms ? PlattScaling.of(logits, of) : Optional.empty();
    }

    private JournalEntry.Valid with(JournalEntry.Valid rows, CatalogueValidation.Figures figures) {
        return rows.with(figures.ranking(), catalogue.asksForLogLoss() ? rows.logLoss() : figures.loss());
    }

    private SampleSet read(CtrModel model) {
        return samples.reading(model.reading().choice().orElse(null));
    }

    /**
     * Whether a measurement of the sample within the epoch is due.
     *
     * @param last whether the epoch has no further step
     */
    boolean due(Cursor cursor, boolean last) {
        return rows.length > 0 && (last || cursor.step() % everySteps == 0);
    }

    /** Measures the sample. */
    JournalEntry.Validated within(CtrModel model, Cursor cursor) {
        float[] logits = Evaluator.logits(model::logits, read(model), Part.VALID, rows, () -> false);
        float[] scaled =
                scaling(model, logits, labels).map(each -> each.of(logits)).orElse(logits);
        JournalEntry.Valid valid = with(Evaluator.measure(scaled, labels, users), catalogue.measureWithin(model));
        return new JournalEntry.Validated(cursor.epoch(), cursor.step(), valid, rows.length, cursor.seconds());
    }
}
