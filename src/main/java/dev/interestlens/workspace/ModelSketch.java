package dev.interestlens.workspace;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.Diagram;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.store.ArrayFill;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Size and speed of a configuration, measured by building the untrained model and computing synthetic samples.
 *
 * @param parameters trainable numbers
 * @param arrays by name, including running statistics
 * @param diagram its parts, with shapes for one sample with a full history
 * @param validationBytes held while the model is validated
 * @param bytesPerSample held by a training step at its peak, histories being of usual length
 * @param forward time of a forward pass over samples with histories of usual length, on one thread
 */
public record ModelSketch(
        long parameters,
        List<TrainedModel.Shape> arrays,
        Diagram diagram,
        long validationBytes,
        long bytesPerSample,
        Forward forward) {
    /** Resident memory before any batch: the program, its libraries and the data's mapped pages; measured between 278 and 300 MB. */
    private static final long PROGRAM = 290L << 20;

    /** Validation holds about as much as a step of so many samples that share nothing. */
    private static final int VALIDATED = 1024;

    /** So few samples that the engine uses one thread: on a busy machine it would wait for a second one. */
    private static final int BATCH = 24;

    private static final int FEW = 6;
    private static final int ROUNDS = 20;

    /** The largest factor by which a sample may become cheaper in a larger batch than in the timed one. */
    private static final double MAX_GAIN = 8;

    private static final double NANOS_PER_MICRO = 1000;

    public ModelSketch {
        arrays = List.copyOf(arrays);
    }

    /**
     * Builds the model, measures it and closes it.
     *
     * @param usualLength of a history
     * @param together samples of a training batch that have the same history: a true item and its negatives
     * @throws dev.interestlens.store.ProblemException where it cannot work on such data
     */
    public static ModelSketch of(ModelConfig config, ModelInput input, int usualLength, int together) {
        try (TrainedModel model = TrainedModel.untrained(config, input, 0)) {
            int length = Math.max(1, Math.min(usualLength, input.historyLength()));
            RawBatch usual = batch(input.schema(), BATCH, length);
            RawBatch trained = batch(input.schema(), BATCH, length, config.auxiliaryNegatives());
            RawBatch few = batch(input.schema(), FEW, length);
            double small = Double.POSITIVE_INFINITY;
            double large = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                small = Math.min(small, micros(model, few));
                large = Math.min(large, micros(model, usual));
            }
            return new ModelSketch(
                    model.parameterCount(),
                    model.shapes(),
                    model.diagram(),
                    VALIDATED * bytesPerSample(model, trained, 1),
                    bytesPerSample(model, trained, together),
                    Forward.of(small, large));
        }
    }

    private static double micros(TrainedModel model, RawBatch batch) {
        long begin = clock();
        model.logits(batch);
        return (clock() - begin) / NANOS_PER_MICRO;
    }

    /**
     * The time of a forward pass: a fixed part and a part for each sample.
     *
     * @param fixedMicros for each batch
     * @param sampleMicros for each sample
     */
    public record Forward(double fixedMicros, double sampleMicros) {
        static Forward of(double few, double many) {
            double slope = Math.max(0, many - few) / (BATCH - FEW);
            return new Forward(Math.max(0, few - FEW * slope), Math.max(slope, many / BATCH / MAX_GAIN));
        }

        /** The time of a batch with so many samples. */
        public double micros(int samples) {
            return fixedMicros + samples * sampleMicros;
        }
    }

    /** Processor time of this thread, independent of other load. */
    private static long clock() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /**
     * The peak memory of a training process in bytes: the program; weights and two moments; the tensors of a batch in both passes, or of validation.
     * Within 25 % of the measured values in 39 runs with batches of 128 to 16,384, embeddings of 16 and 64, histories of 14 and 43 on average.
     */
    public long trainingBytes(int batchSize) {
        return PROGRAM + 3L * 4 * parameters + Math.max(validationBytes, bytesPerSample * batchSize);
    }

    /** Bytes of a sample where so many have the same history. */
    private static long bytesPerSample(TrainedModel model, RawBatch batch, int together) {
        int samples = Math.max(1, batch.size() / together) * together;
        return model.trainingBytes(batch.samples(
                        IntStream.range(0, samples).map(b -> b / together).toArray()))
                / samples;
    }

    private static RawBatch batch(Schema schema, int samples, int length) {
        return batch(schema, samples, length, 0);
    }

    private static RawBatch batch(Schema schema, int samples, int length, int negatives) {
        SplittableRandom random = new SplittableRandom(1);
        int positions = samples * length;
        return new RawBatch(
                new RawBatch.Histories(
                        IntStream.rangeClosed(0, samples).map(b -> b * length).toArray(),
                        new RawBatch.Fields(
                                ids(schema.categoricalItemFields(), positions, random),
                                new float[positions * schema.numericItemFields()]),
                        new long[positions],
                        null),
                new RawBatch.Fields(
                        ids(schema.categoricalItemFields(), samples, random),
                        new float[samples * schema.numericItemFields()]),
                new RawBatch.Fields(
                        ids(schema.categoricalUserFields(), samples, random),
                        new float[samples * schema.numericUserFields()]),
                new RawBatch.Fields(
                        ids(schema.categoricalContextFields(), samples, random),
                        new float[samples * schema.numericContextFields()]),
                new RawBatch.Negatives(
                        negatives == 0 ? null : ids(schema.categoricalItemFields(), positions * negatives, random),
                        negatives),
                new float[samples]);
    }

    private static int[][] ids(List<Field> fields, int rows, SplittableRandom random) {
        return fields.stream()
                .map(field -> ArrayFill.ints(
                        rows * field.width(),
                        i -> random.nextInt(Field.UNKNOWN, Math.max(Field.UNKNOWN + 1, field.size()))))
                .toArray(int[][]::new);
    }
}
