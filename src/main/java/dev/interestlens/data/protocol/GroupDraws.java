package dev.interestlens.data.protocol;

import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.NegativeKind;

/** Draws the negatives of one positive. They differ from each other, so that each depends on the ones before it, which are kept from row to row. */
final class GroupDraws {

    private final NegativeDraws draws;
    private final NegativeKind kind;
    private final long seed;
    private final int epoch;
    private final int[] drawn;
    private long place;
    private int count;

    GroupDraws(NegativeDraws draws, NegativeKind kind, int negatives, long seed, int epoch) {
        this.draws = draws;
        this.kind = kind;
        this.seed = seed;
        this.epoch = epoch;
        this.drawn = new int[negatives];
    }

    long seed() {
        return seed;
    }

    int epoch() {
        return epoch;
    }

    /** The k-th negative of the positive with this stream. */
    int negative(long groupPlace, int k, int user, int position) {
        if (groupPlace != place) {
            place = groupPlace;
            count = 0;
        }
        while (count <= k) {
            drawn[count] = draws.candidate(Mix.draw(place, count), kind, user, position, drawn, count);
            count++;
        }
        return drawn[k];
    }
}
