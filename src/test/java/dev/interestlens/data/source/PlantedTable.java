package dev.interestlens.data.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small source that code has written, with its planted answer.
 *
 * @param name what it tries
 * @param files name → content
 * @param roles the right roles of the log's columns, role → column
 * @param outcomes columns that a model may not read: they are known only after the choice, or are no description of anything
 * @param open whether nothing but a question is right
 */
record PlantedTable(
        String name, Map<String, String> files, Map<String, String> roles, Set<String> outcomes, boolean open) {

    /** An event of a made-up log, in the order of time. */
    record Event(int number, int user, int item, int nth, long time, Random random) {
        /** A value that is drawn anew in each event. */
        int any(int below) {
            return random.nextInt(below);
        }

        <T> T one(List<T> of) {
            return of.get(any(of.size()));
        }
    }

    PlantedTable {
        roles = Map.copyOf(roles);
        outcomes = Set.copyOf(outcomes);
    }

    Path write(Path into) throws IOException {
        Path folder = Files.createDirectory(into);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return files.size() == 1 ? folder.resolve(files.keySet().iterator().next()) : folder;
    }

    /** The planted answer of a table of one file, whose columns are added one after the other. */
    static final class Maker {
        private static final int ROWS = 600;
        private static final long START = 1_700_000_000L;

        private final String name;
        private final Map<String, Function<Event, Object>> columns = new LinkedHashMap<>();
        private final Map<String, String> roles = new HashMap<>();
        private final Set<String> outcomes = new TreeSet<>();
        private final Map<String, String> beside = new LinkedHashMap<>();
        private int users = 60;
        private int items = 90;
        private int rows = ROWS;
        private boolean open;
        private boolean shuffled;

        Maker(String name) {
            this.name = name;
        }

        /** A column with a role; an empty role is that of no column. */
        Maker as(String role, String column, Function<Event, Object> value) {
            roles.put(role, column);
            return with(column, value);
        }

        /** A column that may be read or not. */
        Maker with(String column, Function<Event, Object> value) {
            columns.put(column, value);
            return this;
        }

        /** A column that a model may not read. */
        Maker without(String column, Function<Event, Object> value) {
            outcomes.add(column);
            return with(column, value);
        }

        Maker sized(int manyUsers, int manyItems) {
            users = manyUsers;
            items = manyItems;
            rows = Math.max(ROWS, 4 * Math.max(users, items));
            return this;
        }

        Maker rows(int many) {
            rows = many;
            return this;
        }

        /** With its rows in an order that says nothing. */
        Maker shuffled() {
            shuffled = true;
            return this;
        }

        /** With another file in the same folder. */
        Maker beside(String file, String text) {
            beside.put(file, text);
            return this;
        }

        /** Nothing but a question is right. */
        Maker open() {
            open = true;
            return this;
        }

        PlantedTable make() {
            Map<String, String> files = new LinkedHashMap<>();
            files.put("log.csv", text());
            files.putAll(beside);
            return new PlantedTable(name, files, roles, outcomes, open);
        }

        private String text() {
            Random random = new Random(name.hashCode());
            Map<Integer, Integer> seen = new HashMap<>();
            List<String> lines = new ArrayList<>();
            long time = START;
            for (int row = 0; row < rows; row++) {
                time += 600 + random.nextInt(8000);
                int user = (int) (users * Math.pow(random.nextDouble(), 1.3));
                int item = (int) (items * Math.pow(random.nextDouble(), 1.8));
                Event event = new Event(row, user, item, seen.merge(user, 1, Integer::sum), time, random);
                lines.add(columns.values().stream()
                        .map(value -> String.valueOf(value.apply(event)))
                        .collect(Collectors.joining(",")));
            }
            if (shuffled) {
                Collections.shuffle(lines, random);
            }
            return Stream.concat(Stream.of(String.join(",", columns.keySet())), lines.stream())
                    .collect(Collectors.joining("\n", "", "\n"));
        }
    }
}
