package dev.interestlens.data.synth;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A customer of a {@link PairLog}: a history with two interests of unequal weight, then two candidates at the same time. One needs both interests;
 * the other needs one of them and an interest that the history lacks.
 *
 * @param items the history, oldest first
 * @param times seconds since 1970, of the history and last of the candidates
 * @param strong positions of the first interest
 * @param weak positions of the second
 * @param chosen the candidate that was chosen
 * @param shown the other one
 * @param caused whether the chosen one is the one that needs both
 */
record PairCustomer(int[] items, long[] times, int[] strong, int[] weak, int chosen, int shown, boolean caused) {

    private static final double SAME_SESSION = 0.75;

    static PairCustomer of(PairSettings settings, int number) {
        Draws draws = Draws.of(settings.seed(), number);
        int length = settings.length();
        int[] interests = IntStream.range(0, PairWorld.INTERESTS).toArray();
        draws.shuffle(interests);
        int one = interests[0];
        int two = interests[1];
        int missing = interests[2];
        int[] places = IntStream.range(0, length).toArray();
        draws.shuffle(places);
        int[] strong = sorted(places, 0, settings.strong());
        int[] weak = sorted(places, settings.strong(), settings.strong() + settings.weak());
        int[] items = new int[length];
        for (int i = 0; i < length; i++) {
            int of = i < strong.length
                    ? one
                    : i < strong.length + weak.length ? two : interests[3 + draws.below(PairSettings.OTHERS)];
            items[places[i]] = PairWorld.single(of, draws.below(PairWorld.ITEMS));
        }
        long[] times = new long[length + 1];
        times[0] = ShopGenerator.FIRST_DAY + draws.below(ShopGenerator.FIRST_DAYS);
        for (int i = 1; i <= length; i++) {
            times[i] =
                    times[i - 1] + (draws.chance(SAME_SESSION) ? 20 + draws.below(580) : 3600 * (1 + draws.below(4)));
        }
        int both = PairWorld.pair(one, two);
        int half = PairWorld.pair(draws.chance(0.5) ? one : two, missing);
        boolean caused = !draws.chance(settings.noise());
        return new PairCustomer(items, times, strong, weak, caused ? both : half, caused ? half : both, caused);
    }

    private static int[] sorted(int[] places, int from, int to) {
        int[] some = Arrays.copyOfRange(places, from, to);
        Arrays.sort(some);
        return some;
    }

    /** The chosen candidate's last cause. */
    int trigger() {
        return Math.max(strong[strong.length - 1], weak[weak.length - 1]);
    }
}
