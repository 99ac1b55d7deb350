package dev.interestlens.data.source.time;

import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.file.Duck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How a column of times is read: by the chosen format, else by its first values, and where several formats fit these, by all of its values.
 *
 * @param format to read it with, where nothing is open
 * @param dated whether most of its values lie between 1990 and 2100
 * @param counts whether it holds numbers that are not times and only give an order
 * @param question what a person must decide
 */
public record TimeColumn(TimeFormat format, boolean dated, boolean counts, Optional<TimeQuestion> question) {

    private static final String FITS_A = TimeFormat.plausible("a");
    private static final String FITS_B = TimeFormat.plausible("b");
    private static final String DIFFER = FITS_A + " AND " + FITS_B + " AND a <> b";

    /** The whole column, read when it is needed. */
    public interface Values {
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
    public static TimeColumn of(Duck duck, String chosen, List<String> first, Values all) {
        if (!chosen.equals(PrepareOptions.AUTO)) {
            TimeFormat format = TimeFormat.of(chosen);
            return new TimeColumn(format, TimeGuess.isDated(duck, format, first), false, Optional.empty());
        }
        return of(duck, TimeGuess.of(duck, first), first, all);
    }

    // Each notation is decided by itself; of units only the first counts, since another one is asked about.
    private static TimeColumn of(Duck duck, TimeGuess guess, List<String> first, Values all) {
        List<TimeFormat> formats = new ArrayList<>();
        for (Optional<TimeGuess> next = Optional.of(guess);
                next.isPresent();
                next = next.get().further()) {
            TimeColumn own = single(duck, next.get(), all);
            if (own.question.isPresent()) {
                return own;
            }
            TimeGuess.add(formats, own.format);
        }
        List<String> doubtful = doubtful(formats, all);
        TimeFormat format = TimeFormat.several(formats);
        Optional<TimeQuestion> question = doubtful.isEmpty()
                ? HalfDays.question(duck, format, first, all)
                : Optional.of(asked(duck, inOrders(formats), doubtful));
        return new TimeColumn(format, guess.isTimes(), guess.counts(), question);
    }

    /** For each two notations the first text that both read, and as different times. */
    private static List<String> doubtful(List<TimeFormat> formats, Values all) {
        List<String> doubtful = new ArrayList<>();
        for (TimeFormat a : formats) {
            for (TimeFormat b : formats.subList(formats.indexOf(a) + 1, formats.size())) {
                all.least(both(a, b), List.of(DIFFER)).stream()
                        .filter(Objects::nonNull)
                        .forEach(doubtful::add);
            }
        }
        return doubtful;
    }

    private static List<TimeFormat> inOrders(List<TimeFormat> formats) {
        List<TimeFormat> reversed = new ArrayList<>(formats);
        Collections.reverse(reversed);
        return List.of(TimeFormat.several(formats), TimeFormat.several(reversed));
    }

    private static TimeColumn single(Duck duck, TimeGuess guess, Values all) {
        List<TimeFormat> formats = new ArrayList<>(List.of(guess.format()));
        formats.addAll(guess.rivals());
        if (guess.question().isEmpty() && guess.rivals().isEmpty()) {
            guess.format().swapped().ifPresent(formats::add); // later values may contradict the first ones
        }
        if (formats.size() == 1) {
            return new TimeColumn(guess.format(), guess.isTimes(), guess.counts(), guess.question());
        }
        return decided(duck, formats, guess, all);
    }

    /**
     * The same for a file that is read for a data set: the data set's format is used where it fits, and where no value decides.
     *
     * @param own the format of the data set's source; empty where it has none
     */
    public static TimeColumn of(Duck duck, String chosen, String own, List<String> first, Values all) {
        if (!chosen.equals(PrepareOptions.AUTO) || own.isEmpty() || own.equals(TimeFormat.TYPED)) {
            return of(duck, chosen, first, all);
        }
        TimeGuess guess = TimeGuess.of(duck, first);
        List<String> known = TimeFormats.each(own);
        boolean fits = known.contains(guess.format().id())
                || guess.rivals().stream().anyMatch(rival -> known.contains(rival.id()));
        return fits || !guess.isTimes() ? of(duck, own, first, all) : of(duck, guess, first, all);
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
            return new TimeColumn(left.get(0), guess.isTimes(), false, Optional.empty());
        }
        boolean eachOnly = left.size() == 2 && deciding.size() > 1;
        guess.question().ifPresent(question -> deciding.addAll(question.values()));
        List<TimeFormat> ways = new ArrayList<>(left);
        if (eachOnly) {
            ways.addAll(inOrders(left)); // some values are read by the one only, some by the other
        }
        TimeQuestion question = asked(duck, ways, deciding.stream().limit(3).toList());
        return new TimeColumn(left.get(0), guess.isTimes(), false, Optional.of(question));
    }

    private static TimeQuestion asked(Duck duck, List<TimeFormat> formats, List<String> values) {
        List<TimeQuestion.Reading> readings = formats.stream()
                .map(format -> new TimeQuestion.Reading(format.id(), TimeQuestion.shown(duck, format, values)))
                .toList();
        return new TimeQuestion(TimeQuestion.Kind.SEVERAL, values, readings);
    }

    private static String both(TimeFormat a, TimeFormat b) {
        return a.expression("v") + " AS a, " + b.expression("v") + " AS b";
    }

    private static void compare(TimeFormat a, TimeFormat b, Values all, List<TimeFormat> left, Set<String> deciding) {
        String onlyA = "coalesce(" + FITS_A + ", false) AND NOT coalesce(" + FITS_B + ", false)";
        String onlyB = "coalesce(" + FITS_B + ", false) AND NOT coalesce(" + FITS_A + ", false)";
        List<String> examples = all.least(both(a, b), List.of(onlyA, onlyB, DIFFER));
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
