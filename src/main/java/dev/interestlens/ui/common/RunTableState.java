package dev.interestlens.ui.common;

import java.util.List;

/**
 * How the table of runs was arranged, so that it comes back at the next start.
 *
 * @param hidden keys of columns that are not shown
 * @param known keys of the switches that were columns so far: others are shown as a first table would
 * @param sortedBy key of a column
 * @param grouped whether runs stand under their data sets
 */
public record RunTableState(
        List<String> hidden, List<String> known, String sortedBy, boolean descending, boolean grouped) {
    public RunTableState {
        hidden = List.copyOf(hidden);
        known = List.copyOf(known);
    }
}
