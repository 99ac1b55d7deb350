package dev.interestlens.data.synth;

/**
 * The settings that determine a log of pairs.
 *
 * @param users from 1 to 10 million; each sees two candidates and chooses one
 * @param length behaviours before the choice
 * @param strong how many of them belong to the first interest
 * @param weak how many belong to the second; the others belong to interests of no candidate
 * @param noise in [0, ½]: how often the wrong one of the two candidates is chosen
 */
public record PairSettings(int users, int length, int strong, int weak, double noise, long seed) {

    /** How many other interests a history has. */
    static final int OTHERS = 5;

    public PairSettings {
        ShopSettings.within("users", users, 1, ShopSettings.MAX_USERS);
        ShopSettings.within("strong", strong, 1, 1000);
        ShopSettings.within("weak", weak, 1, 1000);
        ShopSettings.within("length", length, 1, 10_000);
        ShopSettings.within("length", length, strong + weak, 10_000);
        ShopSettings.within("noise", noise, 0, 0.5);
    }

    /** The usual settings: 16 and 1 of 40 behaviours, every twentieth choice wrong. */
    public static PairSettings of(int users, long seed) {
        return new PairSettings(users, 40, 16, 1, .05, seed);
    }

    /**
     * The best AUC, exactly: with one true and one false candidate a user, a share of {@code noise} exchanged, the rule scores a true candidate above
     * a false one with probability (1−ν)² and equally with 2ν(1−ν), which gives 1−ν.
     */
    double ceiling() {
        return 1 - noise;
    }
}
