package dev.interestlens.data.source;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is to be read and how.
 *
 * @param format id of the layout
 * @param name of the data set, for people
 * @param events the file of events
 * @param items a file with one row an item, if there is one
 * @param users a file with one row a user, if there is one
 * @param categorySeparator between several categories of an item; empty where a value is one category
 * @param noCategory values that stand for a missing category
 */
record ImportPlan(
        String format,
        String name,
        TableInput events,
        Optional<TableInput> items,
        Optional<TableInput> users,
        String categorySeparator,
        Set<String> noCategory) {

    List<TableInput> tables() {
        return Stream.of(Optional.of(events), items, users)
                .flatMap(Optional::stream)
                .toList();
    }
}
