package dev.interestlens.data;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Finds items by words, each of which must occur in the title, in either language, or in the key, ignoring case. */
public record ItemWords(PreparedDataset data) {
    /** At most {@code most} items that contain all words of a text, in the order of the data; none where it was cancelled. */
    public List<Integer> find(String text, int max, BooleanSupplier cancelled) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<Integer> found = IntStream.range(Field.FIRST, Field.FIRST + data.items())
                .takeWhile(item -> !cancelled.getAsBoolean())
                .filter(item -> holds(item, words))
                .limit(max)
                .boxed()
                .toList();
        return cancelled.getAsBoolean() ? List.of() : found;
    }

    /** Whether an item contains all words, which are in lower case. */
    public boolean holds(int item, List<String> words) {
        String names = (data.itemTitle(item, Locale.ENGLISH) + " " + data.itemTitle(item, Locale.CHINESE) + " "
                        + data.itemKey(item))
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(names::contains);
    }
}
