package dev.interestlens.api;

import java.util.Map;
import java.util.Objects;

/**
 * What a run is.
 *
 * @param name of the run
 * @param model family, such as {@code din}
 * @param dataset name of the data set
 * @param users in the data set
 * @param items in the data set
 * @param events in the data set
 * @param epoch that its weights are from; 0 where no epoch was finished
 * @param validation measures of that epoch on the validation part by name ({@code auc}, {@code gauc}, {@code logLoss}, {@code ndcg10}), as far as
 *     they are defined
 */
public record RunInfo(
        String name,
        String model,
        String dataset,
        int users,
        int items,
        long events,
        int epoch,
        Map<String, Double> validation) {
    /** Refuses nulls. */
    public RunInfo {
        Objects.requireNonNull(name);
        Objects.requireNonNull(model);
        Objects.requireNonNull(dataset);
        validation = Map.copyOf(validation);
    }
}
