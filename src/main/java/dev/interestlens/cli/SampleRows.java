package dev.interestlens.cli;

import dev.interestlens.store.Problem;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Reads row numbers such as {@code 17} or {@code 3,17,40-60}. */
final class SampleRows {
    private static final int MAX = 200;

    private SampleRows() {}

    /**
     * @param count how many rows there are
     * @return at most {@value #MAX}, in the given order
     */
    static int[] of(String text, int count) {
        int[] rows;
        try {
            rows = Arrays.stream(text.split(","))
                    .flatMapToInt(SampleRows::part)
                    .distinct()
                    .toArray();
        } catch (NumberFormatException e) {
            throw Problem.usage(ExplainCommand.class, "noRows").ofValue(text);
        }
        for (int row : rows) {
            if (row < 0 || row >= count) {
                throw Problem.usage(ExplainCommand.class, "noSuchSample")
                        .value(Integer.toString(row))
                        .with("count", count)
                        .exception("last", count - 1);
            }
        }
        if (rows.length == 0 || rows.length > MAX) {
            throw Problem.usage(ExplainCommand.class, "noRows").ofValue(text);
        }
        return rows;
    }

    private static IntStream part(String text) {
        int dash = text.indexOf('-', 1);
        if (dash < 0) {
            return IntStream.of(Integer.parseInt(text.strip()));
        }
        return IntStream.rangeClosed(
                        Integer.parseInt(text.substring(0, dash).strip()),
                        Integer.parseInt(text.substring(dash + 1).strip()))
                .limit(MAX + 1L);
    }
}
