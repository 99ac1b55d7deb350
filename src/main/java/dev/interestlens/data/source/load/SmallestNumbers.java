package dev.interestlens.data.source.load;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the smallest of all numbers that are added. */
final class SmallestNumbers {

    private final int most;
    private final PriorityQueue<Long> kept = new PriorityQueue<>(Comparator.reverseOrder());

    SmallestNumbers(int most) {
        this.most = most;
    }

    void add(long number) {
        if (kept.size() < most) {
            kept.add(number);
        } else if (number < kept.peek()) {
            kept.poll();
            kept.add(number);
        }
    }

    List<Long> ascending() {
        return kept.stream().sorted().toList();
    }
}
