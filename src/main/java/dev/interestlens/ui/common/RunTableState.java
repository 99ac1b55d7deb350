package dev.interestlens.ui.common;

import java.util.List;

/**
 * The columns, order and grouping of the table of runs, restored at the next start.
 *
 * @param hidden keys of hidden columns
 * @param known keys of the settings that were columns so far: new ones are shown by default
 * @param sortedBy key of a column
 * @param grouped whether runs are grouped by data set
 */
public record RunTableState(
        List<String> hidden, List<String> known, String sortedBy, boolean descending, boolean grouped) {
    public RunTableState {
        hidden = List.copyOf(hidden);
        known = List.copyOf(known);
    }
}
