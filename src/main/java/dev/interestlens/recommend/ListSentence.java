package dev.interestlens.recommend;

import dev.interestlens.explain.words.Text;
import dev.interestlens.explain.words.TextBundle;
import dev.interestlens.explain.words.Wording;
import dev.interestlens.figure.Numerals;
import dev.interestlens.store.EnumNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * The sentence about a whole list.
 *
 * @param named positions of the behaviours that it names
 */
public record ListSentence(Template template, Text text, List<Integer> named) {
    /** The fewest behaviours for a comparison. */
    static final int FEW = 5;

    /** The sentences. */
    public enum Template {
        /** The named behaviours carry the list. */
        SHARED,
        /** No few behaviours do. */
        NONE,
        /** There are too few behaviours to compare. */
        SHORT,
        /** There is no history that could be read. */
        COLD,
        /** Nothing is left to recommend. */
        EMPTY
    }

    private static final TextBundle WORDS = new TextBundle(ListSentence.class);

    public ListSentence {
        Objects.requireNonNull(template);
        Objects.requireNonNull(text);
        named = List.copyOf(named);
    }

    /**
     * Measures the common causes of the list and makes the sentence.
     *
     * @param cancelled asked between removals
     * @throws java.util.concurrent.CancellationException where it was cancelled
     */
    public static ListSentence of(
            Recommender recommender, TopList list, LeaveOneOut removals, BooleanSupplier cancelled) {
        int read = 0;
        for (boolean each : list.readable()) {
            read += each ? 1 : 0;
        }
        if (list.size() == 0) {
            return plain(Template.EMPTY, Map.of());
        }
        if (read == 0) {
            return plain(Template.COLD, Map.of("count", Wording.number(list.size())));
        }
        ListCauses causes = new ListCauses(recommender, list, removals, cancelled);
        if (read < FEW) {
            List<Integer> all = java.util.stream.IntStream.range(0, list.readable().length)
                    .filter(j -> list.readable()[j])
                    .boxed()
                    .toList();
            return plain(
                    Template.SHORT,
                    Map.of(
                            "count", Wording.number(list.size()),
                            "behaviours", behaviours(read),
                            "left", Wording.number(causes.measure(all).left())));
        }
        List<ListCauses.Removed> found = causes.found();
        if (found.isEmpty()) {
            return plain(Template.NONE, Map.of("measured", Text.same("")));
        }
        ListCauses.Removed last = found.get(found.size() - 1);
        return last.carries() ? shared(recommender, list, last) : none(list, last);
    }

    private static ListSentence shared(Recommender recommender, TopList list, ListCauses.Removed removed) {
        Map<String, Text> values = values(list, removed);
        People people = new People(recommender.samples());
        values.put(
                "fallen",
                removed.to() > list.size()
                        ? WORDS.of(
                                "sentence.fallen",
                                Map.of(
                                        "title",
                                                Wording.list(List.of(people.item(recommender
                                                                .catalogue()
                                                                .item(removed.fallen()))
                                                        .title())),
                                        "from", Wording.number(removed.from()),
                                        "to", Wording.number(removed.to())))
                        : Text.same(""));
        return new ListSentence(Template.SHARED, WORDS.of("sentence.shared", values), removed.removed());
    }

    private static ListSentence none(TopList list, ListCauses.Removed removed) {
        return new ListSentence(
                Template.NONE,
                WORDS.of("sentence.none", Map.of("measured", WORDS.of("sentence.measured", values(list, removed)))),
                List.of());
    }

    private static Map<String, Text> values(TopList list, ListCauses.Removed removed) {
        Map<String, Text> values = new HashMap<>();
        values.put("count", Wording.number(list.size()));
        values.put("candidates", Wording.number(list.candidates()));
        values.put(
                "items",
                Wording.list(removed.removed().stream()
                        .map(j -> list.person().history().get(j).item().title())
                        .toList()));
        values.put("them", Wording.of(removed.removed().size() == 1 ? "them.one" : "them.many"));
        values.put("left", Wording.number(removed.left()));
        values.put("random", Text.same(Numerals.fixed(removed.random(), 1)));
        return values;
    }

    private static Text behaviours(int count) {
        return WORDS.of(count == 1 ? "behaviour.one" : "behaviour.many", Map.of("count", Wording.number(count)));
    }

    private static ListSentence plain(Template template, Map<String, Text> values) {
        return new ListSentence(template, WORDS.of("sentence." + EnumNames.lower(template), values), List.of());
    }
}
