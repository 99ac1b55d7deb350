package dev.interestlens.data.synth;

import dev.interestlens.store.Problem;
import java.util.List;

/**
 * The settings that determine a {@link FarShop}.
 *
 * @param length behaviours of a customer before the first candidate
 * @param distances how many behaviours back the causes lie, within a fifth; each candidate has one of them
 * @param noise share of labels that are inverted
 */
public record FarSettings(
        FarCause cause, int users, int length, List<Integer> distances, int items, double noise, long seed) {
    /** 40 categories of 10 items. */
    static final int CATEGORIES = 40;

    static final int SLOTS = 10;

    /** The default number of behaviours before the first candidate. */
    public static final int USUAL_LENGTH = 2500;

    private static final int SHORTEST = 50;
    private static final int LONGEST = 100_000;
    private static final List<Integer> USUAL = List.of(10, 200, 2000);
    private static final double SPREAD = 1.2;

    public FarSettings {
        distances = List.copyOf(distances);
        ShopSettings.within("users", users, 1, ShopSettings.MAX_USERS);
        ShopSettings.within("length", length, SHORTEST, LONGEST);
        for (int distance : distances) {
            ShopSettings.within("distance", distance, 1, Math.floor(length / SPREAD));
        }
        if (distances.isEmpty()) {
            throw Problem.usage(FarSettings.class, "noDistance").exception();
        }
    }

    /** @param distances empty for 10, 200 and 2,000, as far as the length allows */
    public static FarSettings of(FarCause cause, int users, int length, List<Integer> distances, long seed) {
        List<Integer> chosen = distances.isEmpty()
                ? USUAL.stream().filter(each -> each <= length / SPREAD).toList()
                : distances;
        return new FarSettings(cause, users, length, chosen, CATEGORIES * SLOTS, 0.05, seed);
    }

    /**
     * The AUC of a model that knows every cause: half of the candidates have their cause in the history, so that a label agrees with it with
     * probability 1 − noise in both classes.
     */
    public double ceiling() {
        double right = 1 - noise;
        return right * right + right * noise;
    }
}
