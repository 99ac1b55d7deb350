package dev.interestlens.train;

import dev.interestlens.data.protocol.BatchOptions;
import dev.interestlens.data.protocol.BatchSource;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.draw.NegativeKind;
import dev.interestlens.data.protocol.draw.SharedKind;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.ModelFamily;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.nn.RowTable;
import dev.interestlens.nn.penalty.RowPenalty;
import dev.interestlens.store.Problem;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.run.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Learns item embeddings by a small sequence model before a run begins: it reads every training event in a tenth of the time of an epoch, and a model
 * that starts from them skips the initial plateau. Of a large log it reads fewer epochs, of a very large one a part of the sequences. Where it ranks the validation part no better than popularity or co-occurrence, among the first ten
 * or overall, it has overfitted, and a model that started from its embeddings would too: then they are not used. The result depends only on data,
 * widths and seed.
 */
record ItemPretraining(SampleSet samples, long seed, BooleanSupplier mayGoOn, Consumer<JournalEntry> journal) {
    private static final int EPOCHS = 8;
    private static final int SEQUENCES = 32;

    /** The most batches of all epochs together, which take about a minute. */
    private static final int BATCHES = 3600;

    /** Batches by which the time of all is judged, after as many: those are slower, until the program is compiled. */
    private static final int TIMED = 40;

    /** How often the journal says how far it is. */
    private static final long TOLD_NANOS = 2_000_000_000;

    private static final int SHARED = 512;
    private static final double RATE = 5e-3;
    private static final int FIELD_WIDTH = 8;

    /**
     * Copies the learnt embeddings, if they are useful, into a new model.
     *
     * @return the tables that hold them, none where they are not useful; empty where a person stopped it, without changes
     */
    Optional<List<RowTable>> give(CtrModel target, ModelFamily<?> teacher) {
        try (CtrModel baseline = ModelCatalog.create(config(teacher, target), target.input())) {
            baseline.create(target.parameters().tensors(), seed, true);
            if (!train(baseline)) {
                return Optional.empty();
            }
            JournalEntry.Pretrained found = new CatalogueValidation(samples, true).judge(baseline);
            journal.accept(found);
            List<RowTable> given = new ArrayList<>();
            if (found.used()) {
                copy(baseline.embeddings().item(), target.embeddings().item(), given);
                baseline.embeddings().category().ifPresent(learnt -> target.embeddings()
                        .category()
                        .ifPresent(table -> copy(learnt, table, given)));
            }
            return Optional.of(given);
        }
    }

    private static void copy(RowTable learnt, RowTable table, List<RowTable> given) {
        if (learnt.width() == table.width()) {
            System.arraycopy(learnt.values(), 0, table.values(), 0, table.values().length);
            given.add(table);
        }
    }

    private static ModelConfig config(ModelFamily<?> teacher, CtrModel target) {
        int fields = target.embeddings().category().map(RowTable::width).orElse(FIELD_WIDTH);
        return teacher.itemTeacher(target.embeddings().item().width(), fields)
                .orElseThrow(
                        () -> Problem.usage(ItemStart.class, "noItemTeacher").ofValue(teacher.id()));
    }

    private boolean train(CtrModel baseline) {
        BatchOptions options = new BatchOptions(0, NegativeKind.UNIFORM, 0, SHARED, SharedKind.MIXED);
        BatchSource source = samples.sequences(SEQUENCES, 0, seed, options);
        Optimizer optimizer = new Optimizer(baseline.parameters(), TrainingConfig.ofSequences());
        TrainStep step =
                new TrainStep(baseline, optimizer, 0, RowPenalty.NONE, HeldAttention.NONE, Objective.sequences());
        int batches = batches(source.batches());
        long began = System.nanoTime();
        long told = began;
        double seconds = 0;
        for (int number = 0; number < batches; number++) {
            if (!mayGoOn.getAsBoolean()) {
                return false;
            }
            int epoch = number / source.batches() + 1;
            step.run(baseline.plan(source.batch(epoch, number % source.batches())), seed * 31 + number, RATE);
            if (number + 1 == TIMED) {
                began = System.nanoTime();
            } else if (number + 1 == 2 * TIMED) {
                told = System.nanoTime();
                seconds = (told - began) / 1e9 / TIMED * batches;
                journal.accept(new JournalEntry.Pretraining(batches, seconds, null));
            } else if (seconds > 0 && System.nanoTime() - told > TOLD_NANOS) {
                told = System.nanoTime();
                journal.accept(new JournalEntry.Pretraining(batches, seconds, number + 1));
            }
        }
        return true;
    }

    /** How many batches are learnt where an epoch has so many. */
    static int batches(int ofAnEpoch) {
        return (int) Math.min((long) EPOCHS * ofAnEpoch, BATCHES);
    }
}
