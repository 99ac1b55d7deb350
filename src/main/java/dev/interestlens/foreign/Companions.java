package dev.interestlens.foreign;

import dev.interestlens.data.RawBatch;

/** Samples that stand beside an empty one so that a batch is not of empty histories alone. */
final class Companions {
    private Companions() {}

    /** The same candidate with itself as its only behaviour. */
    static RawBatch after(Row empty) {
        RawBatch of = empty.raw().samples(new int[] {empty.sample()}).mostRecent(0);
        int[][] history = of.candidate.clone();
        RawBatch made = new RawBatch(
                new int[] {0, 1},
                history,
                of.candidateNumbers,
                new long[] {0},
                null,
                of.candidate,
                of.candidateNumbers,
                of.user,
                of.userNumbers,
                of.context,
                of.contextNumbers,
                null,
                0,
                of.labels);
        int[] item = {empty.candidate()};
        int user = Math.max(0, empty.user());
        return made.withOrigin(new RawBatch.Origin(new int[] {user}, item, item));
    }
}
