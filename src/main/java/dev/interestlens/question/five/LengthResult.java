package dev.interestlens.question.five;

import java.util.List;

/**
 * What a model makes of long histories.
 *
 * @param family of the model whose AUC this is
 * @param length behaviours before a candidate
 * @param far the distance of the causes that lie far back, in behaviours
 * @param dilution null where the model's attention is no single softmax over the history
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
     * What a row costs.
     *
     * @param what a way of reading, or a form of BST's encoder
     * @param lengths behaviours that are kept
     * @param millis CPU time of a row at each, on the machine that measured it
     */
    record Cost(String what, int[] lengths, double[] millis) {
        /** Which length growth is counted from: the middle one, where what any row costs no longer hides it. */
        int middle() {
            return (lengths.length - 1) / 2;
        }

        /** How many times as much the longest history costs as the middle one. */
        double growth() {
            return millis[millis.length - 1] / millis[middle()];
        }
    }

    /**
     * What is left of the weight on the cause, near the end of the history, while ever more older behaviours are read.
     *
     * @param read behaviours that are read
     * @param share of the weight that the cause gets, mean over rows
     * @param even what it would get if all got the same
     * @param rows that this is the mean of
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
