package dev.interestlens.data.synth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.interestlens.store.Problem;

/**
 * The settings that determine a shop.
 *
 * @param users from 1 to 10 million
 * @param items as many as there are different titles at most (2,400)
 * @param repeats the probability that an event repeats an item, in (0, 1]; null where nobody meets an item twice
 */
public record ShopSettings(
        ShopKind kind,
        Behaviour behaviour,
        int users,
        int items,
        long seed,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double repeats) {

    static final int MAX_USERS = 10_000_000;

    /**
     * How customers behave. Probabilities are in [0, 1].
     *
     * @param stay κ: the session goes on
     * @param explore η: a new session has any interest instead of an earlier one
     * @param stray ε: a click within a session is unrelated to it
     * @param fade γ: factor by which the probability of returning to an interest decreases with every session
     * @param chain τ: the next category follows from the last one of the interest
     * @param fan among how many next categories a chain goes on
     * @param burnIn number of first sessions that have any interest
     * @param interestsPerDomain 1: a domain is an interest; 4: each of its brands is
     * @param noise probability that any item is chosen instead
     */
    public record Behaviour(
            double stay,
            double explore,
            double stray,
            double fade,
            double chain,
            int fan,
            int burnIn,
            int interestsPerDomain,
            double noise) {
        public Behaviour {
            within("stay", stay, 0, 1);
            within("explore", explore, 0, 1);
            within("stray", stray, 0, 1);
            within("fade", fade, 0, 1);
            within("chain", chain, 0, 1);
            within("noise", noise, 0, 1);
            within("fan", fan, 1, ShopWords.CATEGORIES);
            within("burnIn", burnIn, 1, 1000);
            within("interestsPerDomain", interestsPerDomain, 1, ShopWords.BRANDS);
            if (ShopWords.BRANDS % interestsPerDomain != 0) {
                throw outside("interestsPerDomain", interestsPerDomain, 1, ShopWords.BRANDS);
            }
        }

        /** Whether a new session depends on the order of those before: on how recent an interest is, or on its last item. */
        boolean ordered() {
            return fade < 1 || chain > 0;
        }
    }

    /** Without repeats. */
    public ShopSettings(ShopKind kind, Behaviour behaviour, int users, int items, long seed) {
        this(kind, behaviour, users, items, seed, null);
    }

    public ShopSettings {
        within("repeats", repeats == null ? 0 : repeats, 0, 1);
        within("users", users, 1, MAX_USERS);
        within("items", items, ShopWords.DOMAINS * ShopWords.CATEGORIES * ShopWords.BRANDS, ShopWords.TITLES);
    }

    /** The usual settings of a kind: 1,000 items. */
    public static ShopSettings of(ShopKind kind, int users, long seed) {
        return new ShopSettings(kind, kind.behaviour(), users, 1000, seed);
    }

    /** The same with this share of events that repeat an item; 0 for none. */
    public ShopSettings withRepeats(double share) {
        return new ShopSettings(kind, behaviour, users, items, seed, share == 0 ? null : (Double) share);
    }

    int interests() {
        return ShopWords.DOMAINS * behaviour.interestsPerDomain();
    }

    static void within(String name, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw outside(name, value, from, to);
        }
    }

    private static RuntimeException outside(String name, double value, double from, double to) {
        return Problem.usage(ShopSettings.class, "outside")
                .with("name", name)
                .with("from", plain(from))
                .with("to", plain(to))
                .ofValue(plain(value));
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
