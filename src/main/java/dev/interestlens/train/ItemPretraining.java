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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Learns item embeddings by a small sequence model before a run begins: it reads every training event in a tenth of the time of an epoch, and a model
 * that starts from them skips the initial plateau. Of a large log it reads fewer epochs, of a very large one a part of the
 * sequences. Where the first ten that it ranks on the validation part are better than those of popularity and co-occurrence, its embeddings are used;
 * where they are clearly worse, it has overfitted, and they are not. Where they are worse, which may be chance, some steps are taken from both starts, and
 * the better one is used. Where it orders the whole catalogue worse than popularity, they are not used either: the model would keep that. The result depends only on data, configuration and seed.
 */
record ItemPretraining(
        SampleSet samples, long seed, BooleanSupplier mayGoOn, Consumer<JournalEntry> journal, Trial trial) {
    /** Tries a start, which is not changed. */
    interface Trial {
        /** The first steps that are taken. */
        int steps();

        /**
         * NDCG@10 on the validation part after these steps.
         *
         * @param learnt the tables that hold learnt embeddings
         * @return empty where a person stopped it
         */
        OptionalDouble ndcg10(List<RowTable> learnt);
    }

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
            CatalogueValidation.Judged judged = new CatalogueValidation(samples, true).judge(baseline);
            Map<RowTable, float[]> learnt = learnt(baseline, target);
            if (!judged.isTried()) {
                return Optional.of(decided(judged.entry(), learnt));
            }
            OptionalDouble random = trial.ndcg10(List.of());
            Map<RowTable, float[]> before = new LinkedHashMap<>();
            learnt.keySet().forEach(table -> before.put(table, table.values().clone()));
            load(learnt);
            OptionalDouble begun = random.isEmpty() ? random : trial.ndcg10(List.copyOf(learnt.keySet()));
            load(before);
            return begun.isEmpty()
                    ? Optional.empty()
                    : Optional.of(decided(
                            judged.tried(new JournalEntry.StartTrial(
                                    trial.steps(), begun.getAsDouble(), random.getAsDouble())),
                            learnt));
        }
    }

    private List<RowTable> decided(JournalEntry.Pretrained found, Map<RowTable, float[]> learnt) {
        journal.accept(found);
        if (found.used()) {
            load(learnt);
        }
        return found.used() ? List.copyOf(learnt.keySet()) : List.of();
    }

    private static void load(Map<RowTable, float[]> values) {
        values.forEach((table, numbers) -> System.arraycopy(numbers, 0, table.values(), 0, numbers.length));
    }

    /** What the small model learnt of the target's tables, where they are as wide. */
    private static Map<RowTable, float[]> learnt(CtrModel from, CtrModel target) {
        Map<RowTable, float[]> learnt = new LinkedHashMap<>();
        put(learnt, from.embeddings().item(), target.embeddings().item());
        from.embeddings()
                .category()
                .ifPresent(table -> target.embeddings().category().ifPresent(into -> put(learnt, table, into)));
        return learnt;
    }

    private static void put(Map<RowTable, float[]> learnt, RowTable from, RowTable into) {
        if (from.width() == into.width()) {
            learnt.put(into, from.values().clone());
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
