package dev.interestlens.data.source.load;

import dev.interestlens.data.DatasetInfo.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts rows that were left out or are unusual, by reason, and keeps the first line numbers of each. */
public final class Audit {

    /** Lines kept of each reason. */
    public static final int FIRST = 10;

    private final Map<String, Count> counts = new LinkedHashMap<>();

    void add(String reason, String file, long line) {
        Count count = counts.computeIfAbsent(reason + " " + file, key -> new Count(reason, file));
        count.number++;
        if (count.lines.size() < FIRST) {
            count.lines.add(line);
        }
    }

    /** Counts something without line numbers. */
    void note(String reason, String file, long number) {
        if (number > 0) {
            counts.computeIfAbsent(reason + " " + file, key -> new Count(reason, file)).number += number;
        }
    }

    /** The same, with the lines where the first of them stand. */
    void note(String reason, String file, long number, List<Long> firstLines) {
        if (number > 0) {
            Count count = counts.computeIfAbsent(reason + " " + file, key -> new Count(reason, file));
            count.number += number;
            firstLines.stream().limit(FIRST - count.lines.size()).forEach(count.lines::add);
        }
    }

    /** Keeps what the first of these rows says, where nothing is kept yet. */
    void example(String reason, String file, String text) {
        Count count = counts.get(reason + " " + file);
        if (count != null && count.example.isEmpty()) {
            count.example = text;
        }
    }

    long total() {
        return counts.values().stream().mapToLong(count -> count.number).sum();
    }

    /** Sorted by count, then by reason. */
    List<Finding> findings() {
        return counts.values().stream()
                .map(count -> new Finding(count.reason, count.number, count.file, count.lines, count.example))
                .sorted((a, b) -> a.count() != b.count()
                        ? Long.compare(b.count(), a.count())
                        : (a.reason() + a.file()).compareTo(b.reason() + b.file()))
                .toList();
    }

    private static final class Count {
        private final String reason;
        private final String file;
        private final List<Long> lines = new ArrayList<>();
        private long number;
        private String example = "";

        Count(String reason, String file) {
            this.reason = reason;
            this.file = file;
        }
    }
}
