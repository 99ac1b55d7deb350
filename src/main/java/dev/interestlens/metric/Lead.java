package dev.interestlens.metric;

/** How a model stands to something simpler, by the interval of their paired difference. */
public enum Lead {
    /** The whole interval lies above 0. */
    AHEAD,
    /** The whole interval lies below 0. */
    BEHIND,
    /** The interval holds 0 and no difference that matters: nothing larger than a tenth of the simpler one's figure. */
    EQUAL,
    /** The interval holds 0 and differences that would matter. */
    UNKNOWN;

    /** What of the simpler one's figure a difference has to be to matter. */
    private static final double SHARE = 0.1;

    /** @param figure of the simpler one */
    public static Lead of(CatalogueRanking.Difference difference, double figure) {
        if (difference.low() > 0) {
            return AHEAD;
        }
        if (difference.high() < 0) {
            return BEHIND;
        }
        boolean small = Math.max(-difference.low(), difference.high()) <= SHARE * figure;
        return small ? EQUAL : UNKNOWN;
    }
}
