package dev.interestlens.explain.fidelity;

import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.explain.effect.Effects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Draws rows stratified by label and length of the history, so that rare strata are included. The same seed gives the same rows. */
final class Strata {
    /** Lower bounds of lengths; the last stratum is unbounded. Shorter histories are left out. */
    static final int[] LENGTHS = {Effects.MIN_BEHAVIOURS, 10, 25, 50};

    private static final int LOOKED_AT = 200_000;

    private Strata() {}

    /** Which of the lengths, or −1 where the history is too short. */
    static int length(int behaviours) {
        int stratum = -1;
        for (int from : LENGTHS) {
            stratum += behaviours >= from ? 1 : 0;
        }
        return stratum;
    }

    /** Approximately {@code count} rows of a part, in order. */
    static int[] rows(SampleSet samples, Part part, int count, long seed) {
        List<List<Integer>> strata = Stream.<List<Integer>>generate(ArrayList::new)
                .limit(2L * LENGTHS.length)
                .toList();
        Random random = new Random(seed);
        int size = samples.size(part);
        for (int i = 0; i < Math.min(size, LOOKED_AT); i++) {
            int row = size <= LOOKED_AT ? i : random.nextInt(size);
            Sample sample = samples.sample(part, row);
            int length = length((int) (samples.endHistoryEvent(sample.user(), sample.position())
                    - samples.firstHistoryEvent(sample.user(), sample.position())));
            if (length >= 0) {
                strata.get(2 * length + (sample.label() > 0.5 ? 1 : 0)).add(row);
            }
        }
        strata.forEach(rows -> Collections.shuffle(rows, random));
        return evenly(strata, count);
    }

    /** Takes one of each stratum in turn, until there are enough or all are taken. */
    static int[] evenly(List<List<Integer>> strata, int count) {
        List<Integer> drawn = new ArrayList<>();
        for (int round = 0; drawn.size() < count; round++) {
            int before = drawn.size();
            for (List<Integer> rows : strata) {
                if (round < rows.size() && drawn.size() < count) {
                    drawn.add(rows.get(round));
                }
            }
            if (drawn.size() == before) {
                break;
            }
        }
        return drawn.stream().distinct().mapToInt(row -> row).sorted().toArray();
    }
}
