package dev.interestlens.question.five;

import java.util.List;

/**
 * Results of a model with long histories.
 *
 * @param family of the model whose AUC this is
 * @param length behaviours before a candidate
 * @param far the distance of the causes that lie far back, in behaviours
 * @param dilution null where the model's attention is not a single softmax over the history
 */
record LengthResult(String family, int length, int far, List<Reading> readings, List<Cost> costs, Dilution dilution) {
    /**
     * One way of reading.
     *
     * @param near AUC where the cause is near, one a seed
     * @param far AUC where it lies far back, one a seed
     * @param found share of far causes that were read, one a seed
     */
    record Reading(String kind, double[] near, double[] far, double[] found) {}

    /**
     * The cost of a row.
     *
     * @param what a way of reading, or a form of BST's encoder
     * @param lengths behaviours that are kept
     * @param millis CPU time of a row at each, on the machine that measured it
     */
    record Cost(String what, int[] lengths, double[] millis) {
        /** The index of the length from which growth is measured: the middle one, where fixed costs no longer hide it. */
        int middle() {
            return (lengths.length - 1) / 2;
        }

        /** How many times as much the longest history costs as the middle one. */
        double growth() {
            return millis[millis.length - 1] / millis[middle()];
        }
    }

    /**
     * The weight of a recent cause while more and more older behaviours are read.
     *
     * @param read behaviours that are read
     * @param share weight of the cause, mean over rows
     * @param even its weight if all were equal
     * @param rows number of rows
     */
    record Dilution(int[] read, double[] share, double[] even, int rows) {}

    LengthResult {
        readings = List.copyOf(readings);
        costs = List.copyOf(costs);
    }

    Reading reading(String kind) {
        return readings.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    Cost cost(String what) {
        return costs.stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow();
    }
}
