package dev.interestlens.explain.reason;

import dev.interestlens.data.Field;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.PartScorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelConfig;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** CPU milliseconds of the reasons of one prediction with one thread, balanced, before training: 50 behaviours, and 2,000 that are searched. */
final class ReasonSpeed {
    private static final int TIMES = 40;
    private static final int OTHERS = 16;
    private static final Schema SCHEMA = new Schema(
            List.of(Field.categorical("item", 10_000), Field.categorical("category", 100)), List.of(), List.of());

    private ReasonSpeed() {}

    public static void main(String[] arguments) {
        Consumer<String> out = System.out::println;
        TrainedModel.threads(1);
        for (String family : List.of("din", "bst", "dien")) {
            for (int length : new int[] {50, 2000}) {
                out.accept(String.format(Locale.ROOT, "%s %d: %.1f", family, length, median(family, length)));
            }
        }
    }

    private static double median(String family, int length) {
        ExperimentConfig config =
                ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.BALANCED));
        ModelConfig model = ConfigJson.set(config, "model.reading.kind=" + (length > 50 ? "dot" : "all"))
                .model();
        ModelInput input = new ModelInput(SCHEMA, length, model.reading(), false, false);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double[] times = new double[TIMES];
        try (TrainedModel fresh = TrainedModel.untrained(model, input, 1)) {
            RawBatch single = histories(1, length);
            PartScorer scorer = fresh.parts(
                            histories(OTHERS, length),
                            new Random(1).doubles(OTHERS).toArray())
                    .orElseThrow();
            for (int i = 0; i < TIMES; i++) {
                long begin = clock.getCurrentThreadCpuTime();
                RawBatch read = fresh.read(single);
                int[] all = IntStream.range(0, read.length()).toArray();
                Reasons.of(scorer.of(read, all), List.of(), all);
                times[i] = (clock.getCurrentThreadCpuTime() - begin) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[TIMES / 2];
    }

    private static RawBatch histories(int samples, int length) {
        Random random = new Random(3);
        int n = samples * length;
        return new RawBatch(
                new RawBatch.Histories(
                        IntStream.rangeClosed(0, samples).map(i -> i * length).toArray(),
                        RawBatch.Fields.ofIds(new int[][] {
                            random.ints(n, 2, 10_000).toArray(),
                            random.ints(n, 2, 100).toArray()
                        }),
                        IntStream.range(0, n)
                                .mapToLong(j -> 3600L * (length - j % length))
                                .toArray(),
                        null),
                RawBatch.Fields.ofIds(new int[][] {
                    random.ints(samples, 2, 10_000).toArray(),
                    random.ints(samples, 2, 100).toArray()
                }),
                RawBatch.Fields.NONE,
                RawBatch.Fields.NONE,
                RawBatch.Negatives.NONE,
                new float[samples]);
    }
}
