package dev.interestlens.data.protocol;

import dev.interestlens.data.RawBatch;
import dev.interestlens.data.RawBatch.Shared;
import dev.interestlens.data.protocol.draw.Mix;
import dev.interestlens.data.protocol.draw.SharedKind;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Draws the items that the loss compares all true items of a batch with: a function of seed, epoch and batch. */
final class SharedDraws {
    private static final long STREAM = 4;

    private final Catalogue catalogue;
    private final BatchOptions options;
    private final long seed;
    private final RawBatch all;
    private final long[] events;
    private final long[] upTo;

    SharedDraws(SampleSet samples, BatchOptions options, long seed) {
        catalogue = new Catalogue(samples);
        this.options = options;
        this.seed = seed;
        all = catalogue.batch();
        events = catalogue.events();
        upTo = events.clone();
        Arrays.parallelPrefix(upTo, Long::sum);
    }

    /** The items of a batch, each once; null where none are requested. */
    Shared of(int epoch, int index) {
        if (options.shared() == 0) {
            return null;
        }
        if (options.shared() >= catalogue.size()) {
            return new Shared(all, null);
        }
        long place = Mix.place(seed + STREAM, epoch, index);
        int draws = options.shared();
        int[] drawn = IntStream.range(0, draws)
                .map(k -> draw(Mix.draw(place, k), k))
                .distinct()
                .toArray();
        float[] logExpected = new float[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            // the probability of being drawn at least once, since each item counts once
            logExpected[i] = (float) Math.log(-Math.expm1(draws * Math.log1p(-share(drawn[i]))));
        }
        return new Shared(all.candidates(drawn), logExpected);
    }

    private int draw(long draw, int k) {
        boolean uniform =
                options.sharedKind() == SharedKind.UNIFORM || options.sharedKind() == SharedKind.MIXED && k % 2 == 0;
        if (uniform) {
            return Mix.below(draw, catalogue.size());
        }
        int at = Arrays.binarySearch(upTo, Mix.below(draw, upTo[upTo.length - 1]) + 1);
        return at >= 0 ? at : -at - 1;
    }

    /** The probability of an item in one draw. */
    private double share(int place) {
        double uniform = 1.0 / catalogue.size();
        double popular = (double) events[place] / upTo[upTo.length - 1];
        return switch (options.sharedKind()) {
            case UNIFORM -> uniform;
            case POPULARITY -> popular;
            case MIXED -> (uniform + popular) / 2;
        };
    }
}
