package dev.interestlens.ui.train;

import dev.interestlens.workspace.RunSummary;

/**
 * A row of the table of runs: a run, or the heading of a data set's group.
 *
 * @param run null for a heading
 * @param group the data set, empty where runs are not grouped
 * @param size runs of the group
 */
record RunRow(RunSummary run, String group, int size) {
    static RunRow of(RunSummary run, String group) {
        return new RunRow(run, group, 0);
    }

    static RunRow heading(String group, int size) {
        return new RunRow(null, group, size);
    }

    boolean isHeading() {
        return run == null;
    }
}
