package dev.interestlens.model.family;

import java.util.List;

/**
 * The settings and data of a benchmark.
 *
 * @param settings what is set differently from the reference preset, as {@code --set} takes it
 * @param category whether items have a category
 * @param profile numbers of the user
 * @param negatives auxiliary ones of each behaviour, in training
 * @param work of a forward pass
 */
public record BenchmarkShape(List<String> settings, boolean category, int profile, int negatives, Work work) {
    public BenchmarkShape {
        settings = List.copyOf(settings);
    }

    /** Multiplications and additions of the matrix products of one forward pass. */
    @FunctionalInterface
    public interface Work {
        /**
         * @param positions behaviours of the batch together
         * @param samples of the batch
         */
        double operations(double positions, double samples);
    }
}
