package dev.interestlens.data.source.load;

import dev.interestlens.data.DatasetInfo.Bin;
import dev.interestlens.data.DatasetInfo.Histories;
import dev.interestlens.data.DatasetInfo.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Describes how many events users have. */
final class LengthSummary {

    private static final int[] STEPS = {1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000};

    private final int[] sorted;

    LengthSummary(int[] lengths) {
        sorted = lengths.clone();
        Arrays.sort(sorted);
    }

    Histories histories() {
        return new Histories(lengths(), histogram());
    }

    private Lengths lengths() {
        if (sorted.length == 0) {
            return new Lengths(0, 0, 0, 0, 0, 0);
        }
        return new Lengths(
                sorted[0],
                quantile(0.25),
                quantile(0.5),
                quantile(0.9),
                sorted[sorted.length - 1],
                Math.round(Arrays.stream(sorted).average().orElse(0) * 1000) / 1000.0);
    }

    // The smallest length that at least this share of the users does not exceed.
    private long quantile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private List<Bin> histogram() {
        List<Bin> bins = new ArrayList<>();
        for (int s = 0; s < STEPS.length; s++) {
            long from = STEPS[s];
            long to = s + 1 < STEPS.length ? STEPS[s + 1] - 1L : Integer.MAX_VALUE;
            long count = Arrays.stream(sorted).filter(n -> n >= from && n <= to).count();
            bins.add(new Bin(from, to, count));
        }
        while (!bins.isEmpty() && bins.get(bins.size() - 1).count() == 0) {
            bins.remove(bins.size() - 1);
        }
        return bins;
    }
}
