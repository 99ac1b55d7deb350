package dev.interestlens.train;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.model.CtrModel;
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
    private final CatalogueValidation catalogue;
    private final int[] rows;
    private final float[] labels;
    private final int[] users;

    /** @param steps of the whole run */
    Validation(SampleSet samples, ExperimentConfig config, long steps) {
        this.samples = samples;
        everySteps = config.training().validateEvery(steps);
        catalogue = new CatalogueValidation(samples, config);
        float[] allLabels = samples.labels(Part.VALID);
        int[] allUsers = samples.users(Part.VALID);
        rows = everySteps == 0
                ? new int[0]
                : sample(allUsers, config.training().validatesOften() ? ROWS_OFTEN : ROWS_WITHIN);
        users = IntStream.of(rows).map(row -> allUsers[row]).toArray();
        labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = allLabels[rows[i]];
        }
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

    /** Chooses the weight of what followed what; empty where there is none to choose. */
    Optional<JournalEntry.Weighed> weigh(CtrModel model, Cursor cursor) {
        return catalogue.weigh(model, cursor.epoch(), cursor.step());
    }

    /** Chooses the weight of what is popular just then; empty for none. */
    Optional<JournalEntry.Trended> trend(CtrModel model, Cursor cursor) {
        return catalogue.trend(model, cursor.epoch(), cursor.step());
    }

    /** Makes a choice of an earlier time again. */
    void weighAgain(CtrModel model, JournalEntry.Weighed choice) {
        catalogue.weighAgain(model, choice);
    }

    /** The loss of what is trained, before terms of the logit are chosen; null where it is the log loss, or no user can be evaluated. */
    Double objective(CtrModel model) {
        return catalogue.loss(model);
    }

    /** @param objective of the same weights */
    JournalEntry.Valid measure(CtrModel model, Double objective) {
        float[] logits = Evaluator.logits(model::logits, read(model), Part.VALID);
        CatalogueValidation.Figures figures = new CatalogueValidation.Figures(catalogue.ranking(model), objective);
        return with(Evaluator.measure(logits, samples, Part.VALID), figures);
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
        JournalEntry.Valid valid = with(Evaluator.measure(logits, labels, users), catalogue.measureWithin(model));
        return new JournalEntry.Validated(cursor.epoch(), cursor.step(), valid, rows.length, cursor.seconds());
    }
}
