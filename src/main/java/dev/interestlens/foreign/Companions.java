package dev.interestlens.foreign;

import dev.interestlens.data.RawBatch;

/** Samples that are added to a batch so that not all of its histories are empty. */
final class Companions {
    private Companions() {}

    /** The same candidate with itself as its only behaviour. */
    static RawBatch after(Row empty) {
        RawBatch of = empty.raw().samples(new int[] {empty.sample()}).mostRecent(0);
        int[][] history = of.candidate.clone();
        RawBatch made = new RawBatch(
                new RawBatch.Histories(
                        new int[] {0, 1}, new RawBatch.Fields(history, of.candidateNumbers), new long[] {0}, null),
                new RawBatch.Fields(of.candidate, of.candidateNumbers),
                new RawBatch.Fields(of.user, of.userNumbers),
                new RawBatch.Fields(of.context, of.contextNumbers),
                RawBatch.Negatives.NONE,
                of.labels);
        int[] item = {empty.candidate()};
        int user = Math.max(0, empty.user());
        return made.withOrigin(new RawBatch.Origin(new int[] {user}, item, item))
                .withDays(of.days);
    }
}
