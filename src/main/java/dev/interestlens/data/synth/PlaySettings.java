package dev.interestlens.data.synth;

/**
 * The settings that determine a {@link PlayShop}.
 *
 * @param customers from 1 to 10,000; each has a history of {@value #LENGTH} behaviours and chooses one of two candidates
 * @param noise in [0, ½]: how often the wrong one is chosen
 */
public record PlaySettings(PlayLaw law, int customers, double noise, long seed) {
    /** Behaviours of each history. */
    public static final int LENGTH = 12;

    private static final int MOST = 10_000;
    private static final int USUAL = 8_000;
    private static final double USUAL_NOISE = .05;

    public PlaySettings {
        ShopSettings.within("users", customers, 1, MOST);
        ShopSettings.within("noise", noise, 0, .5);
    }

    /** The usual size: every twentieth choice wrong. */
    public static PlaySettings of(PlayLaw law, long seed) {
        return new PlaySettings(law, USUAL, USUAL_NOISE, seed);
    }

    /** The best AUC, exactly: with one true and one false candidate a customer, a share of {@code noise} exchanged, that is 1 − ν. */
    public double ceiling() {
        return law == PlayLaw.NOTHING ? .5 : 1 - noise;
    }
}
