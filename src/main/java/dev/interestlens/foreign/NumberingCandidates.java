package dev.interestlens.foreign;

import dev.interestlens.data.Field;
import dev.interestlens.foreign.mapping.MappedInput;
import dev.interestlens.foreign.mapping.Mapping;
import dev.interestlens.foreign.mapping.Mapping.Rule;
import dev.interestlens.foreign.mapping.Mapping.Vocabulary;
import dev.interestlens.foreign.mapping.Numbers;
import dev.interestlens.store.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numberings that a field may have: those that fit the tables, or a given one and its neighbours.
 *
 * @param file named in problems
 */
record NumberingCandidates(Path file, Mapping mapping, Numbers numbers) {
    /** Rules in order of preference where they give the same numbers. */
    private static final List<Rule> RULES =
            List.of(Rule.AS_IS, Rule.SORTED, Rule.FREQUENCY, Rule.FIRST_IN_FILE, Rule.SORTED_TEXT);

    private static final int MAX_FIRST = 2;

    /** Fields whose numbering is needed; the item first, since the others matter less. */
    List<String> fields() {
        return mapping.parts().stream()
                .filter(part -> part.field() != null && part.source() == null)
                .map(MappedInput::field)
                .distinct()
                .filter(field -> !ownRule(field))
                .sorted(Comparator.comparingInt(
                        field -> field.equals(Mapping.ITEM) ? 0 : field.equals(Mapping.USER) ? 2 : 1))
                .toList();
    }

    private boolean ownRule(String field) {
        Vocabulary known = mapping.vocabularies().get(field);
        return known != null && known.rule() == Rule.OWN;
    }

    /** Rules whose numbers all fit, without duplicates. */
    List<Vocabulary> fitting(String field) {
        List<Vocabulary> found = new ArrayList<>();
        List<long[]> arrays = new ArrayList<>();
        int spare = (int) Math.max(0, Math.min(MAX_FIRST, rows(field) - numbers.size(field)));
        for (int first : new int[] {1, 2, 0}) {
            for (Rule rule : RULES) {
                boolean tried = rule == Rule.AS_IS ? first == 1 : first <= spare;
                if (!tried) {
                    continue;
                }
                Vocabulary vocabulary = Vocabulary.of(rule, first);
                long[] array = numbers.of(field, vocabulary);
                if (fits(field, array) && arrays.stream().noneMatch(other -> Arrays.equals(other, array))) {
                    arrays.add(array);
                    found.add(vocabulary);
                }
            }
        }
        return found;
    }

    private boolean fits(String field, long[] array) {
        long rows = rows(field);
        int first = field.equals(Mapping.USER) ? 0 : Field.FIRST;
        return Arrays.stream(array).skip(first).allMatch(number -> number >= 0 && number < rows);
    }

    /** The given numbering, and the same shifted by one up and down where these fit; unknown keys without a number are ignored. */
    List<Vocabulary> neighbours(String field) {
        Vocabulary given = mapping.vocabularies().get(field);
        long rows = rows(field);
        List<Vocabulary> all = new ArrayList<>(List.of(given));
        for (int by : new int[] {-1, 1}) {
            Vocabulary moved = moved(given, by);
            boolean outside =
                    Arrays.stream(numbers.of(field, moved)).anyMatch(number -> number >= rows || number < Numbers.NONE);
            if (!outside) {
                all.add(moved);
            }
        }
        return all;
    }

    private static Vocabulary moved(Vocabulary given, int by) {
        Map<String, Long> others = null;
        if (given.numbers() != null) {
            others = new HashMap<>();
            for (Map.Entry<String, Long> each : given.numbers().entrySet()) {
                others.put(each.getKey(), Math.max(0, each.getValue() + by));
            }
        }
        return new Vocabulary(given.rule(), given.first() + by, given.file(), others, given.unknown(), null);
    }

    /**
     * Refuses given numbers that are invalid regardless of their scores.
     *
     * @throws dev.interestlens.store.ProblemException where one is outside the table, or an item has the number of padding
     */
    void requireFitting(String field) {
        long[] array = numbers.of(field, mapping.vocabularies().get(field));
        long most = Arrays.stream(array).max().orElse(0);
        long rows = rows(field);
        boolean padding = field.equals(Mapping.ITEM)
                && Arrays.stream(array).skip(Field.FIRST).anyMatch(number -> number == 0);
        if (most >= rows || padding) {
            throw Problem.badInput(Numbering.class, padding ? "paddingNumber" : "beyondTable", file)
                    .with("field", field)
                    .with("most", most)
                    .exception("rows", rows);
        }
    }

    /** Rows of the smallest table that a field is looked up in. */
    private long rows(String field) {
        return mapping.parts().stream()
                .filter(part -> field.equals(part.field()) && part.rows() != null && part.rows() > 0)
                .mapToLong(MappedInput::rows)
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
