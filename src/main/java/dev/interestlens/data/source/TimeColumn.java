package dev.interestlens.data.source;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How a column of times is read: by the chosen format, else by its first values, and where several formats fit these, by all of its values.
 *
 * @param format to read it with, where nothing is open
 * @param counts whether it holds numbers that are not times and only give an order
 * @param question what a person must decide
 */
record TimeColumn(TimeFormat format, boolean counts, Optional<TimeQuestion> question) {

    /** The whole column, read when it is needed. */
    interface Values {
        /**
         * For each condition the smallest text {@code v} of the column that fits it, in the order of bytes; null where none does.
         *
         * @param columns SQL of the columns that the conditions use, computed from {@code v}
         */
        List<String> least(String columns, List<String> conditions);

        /** Those of a table in SQL with the column {@code v}, texts without spaces around them. */
        static Values of(Duck duck, Supplier<String> table) {
            return (columns, conditions) -> {
                List<String> least = new ArrayList<>();
                try {
                    duck.each(query(columns, conditions, table.get()), row -> {
                        for (int n = 1; n <= conditions.size(); n++) {
                            least.add(row.getString(n));
                        }
                    });
                } catch (IOException e) {
                    throw new IllegalStateException("the answer is one row", e);
                }
                return least;
            };
        }

        /** The query for {@link #least}. */
        static String query(String columns, List<String> conditions, String table) {
            return conditions.stream()
                    .map(condition -> "min(v) FILTER (" + condition + ")")
                    .collect(Collectors.joining(
                            ", ", "SELECT ", " FROM (SELECT v, " + columns + " FROM " + table + ")"));
        }
    }

    /** By the chosen format, or by the values of the column. */
    static TimeColumn of(Duck duck, String chosen, List<String> first, Values all) {
        if (!chosen.equals(PrepareOptions.AUTO)) {
            return new TimeColumn(TimeFormat.of(chosen), false, Optional.empty());
        }
        TimeGuess guess = TimeGuess.of(duck, first);
        List<TimeFormat> formats = new ArrayList<>(List.of(guess.format()));
        formats.addAll(guess.rivals());
        if (guess.question().isEmpty() && guess.rivals().isEmpty()) {
            guess.format().swapped().ifPresent(formats::add); // later values may contradict the first ones
        }
        if (formats.size() == 1) {
            return new TimeColumn(guess.format(), guess.counts(), guess.question());
        }
        return decided(duck, formats, guess, all);
    }

    /**
     * The same for a file that is read for a data set: the data set's format is used where it fits, and where no value decides.
     *
     * @param own the format of the data set's source; empty where it has none
     */
    static TimeColumn of(Duck duck, String chosen, String own, List<String> first, Values all) {
        if (!chosen.equals(PrepareOptions.AUTO) || own.isEmpty() || own.equals(TimeFormat.TYPED)) {
            return of(duck, chosen, first, all);
        }
        TimeGuess guess = TimeGuess.of(duck, first);
        boolean fits = guess.format().id().equals(own)
                || guess.rivals().stream().anyMatch(rival -> rival.id().equals(own));
        boolean none = guess.counts()
                || guess.question()
                        .filter(question -> question.kind() != TimeQuestion.Kind.SEVERAL)
                        .isPresent();
        return fits || none ? of(duck, own, first, all) : of(duck, chosen, first, all);
    }

    // A format is dropped where another one reads all its values and more, or reads the same values in the same way.
    private static TimeColumn decided(Duck duck, List<TimeFormat> formats, TimeGuess guess, Values all) {
        List<TimeFormat> left = new ArrayList<>(formats);
        Set<String> deciding = new LinkedHashSet<>();
        for (TimeFormat a : formats) {
            for (TimeFormat b : formats.subList(formats.indexOf(a) + 1, formats.size())) {
                if (left.contains(a) && left.contains(b)) {
                    compare(a, b, all, left, deciding);
                }
            }
        }
        if (left.size() == 1) {
            return new TimeColumn(left.get(0), false, Optional.empty());
        }
        guess.question().ifPresent(question -> deciding.addAll(question.values()));
        List<String> values = deciding.stream().limit(3).toList();
        List<TimeQuestion.Reading> readings = new ArrayList<>();
        for (TimeFormat format : left) {
            List<String> times = new ArrayList<>();
            for (Long micros : TimeGuess.read(duck, format, values)) {
                times.add(TimeGuess.shown(micros));
            }
            readings.add(new TimeQuestion.Reading(format.id(), times));
        }
        return new TimeColumn(
                left.get(0), false, Optional.of(new TimeQuestion(TimeQuestion.Kind.SEVERAL, values, readings)));
    }

    private static void compare(TimeFormat a, TimeFormat b, Values all, List<TimeFormat> left, Set<String> deciding) {
        String between = " BETWEEN " + TimeFormat.PLAUSIBLE_FROM + " AND " + (TimeFormat.PLAUSIBLE_TO - 1);
        String onlyA = "coalesce(a" + between + ", false) AND NOT coalesce(b" + between + ", false)";
        String onlyB = "coalesce(b" + between + ", false) AND NOT coalesce(a" + between + ", false)";
        String differ = "a" + between + " AND b" + between + " AND a <> b";
        List<String> examples =
                all.least(a.expression("v") + " AS a, " + b.expression("v") + " AS b", List.of(onlyA, onlyB, differ));
        boolean someA = examples.get(0) != null;
        boolean someB = examples.get(1) != null;
        if (someA != someB) {
            left.remove(someA ? b : a);
        } else if (!someA && examples.get(2) == null) {
            left.remove(b);
        } else {
            for (int n : new int[] {2, 0, 1}) {
                if (examples.get(n) != null) {
                    deciding.add(examples.get(n));
                }
            }
        }
    }
}
