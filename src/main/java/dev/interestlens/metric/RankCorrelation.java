package dev.interestlens.metric;

/** Whether two lists of numbers put things in the same order. */
public final class RankCorrelation {

    private RankCorrelation() {}

    /**
     * Kendall's tau-b: (concordant − discordant pairs) / √((pairs not tied in a) · (pairs not tied in b)). Kendall, <i>The treatment of ties
     * in ranking problems</i>, Biometrika 33 (1945).
     *
     * @return in [-1, 1]; NaN where one list has a single value only
     */
    public static double kendallTauB(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new MetricException(MetricException.Fault.LENGTHS);
        }
        long agreement = 0;
        long untiedA = 0;
        long untiedB = 0;
        for (int i = 0; i < a.length; i++) {
            if (!Double.isFinite(a[i]) || !Double.isFinite(b[i])) {
                throw new MetricException(MetricException.Fault.NOT_FINITE);
            }
            for (int j = 0; j < i; j++) {
                int signA = a[i] > a[j] ? 1 : a[i] < a[j] ? -1 : 0;
                int signB = b[i] > b[j] ? 1 : b[i] < b[j] ? -1 : 0;
                agreement += (long) signA * signB;
                untiedA += Math.abs(signA);
                untiedB += Math.abs(signB);
            }
        }
        return agreement / Math.sqrt((double) untiedA * untiedB);
    }

    /** Standard deviation of tau between two random orders of n things without ties: √(2(2n+5) / (9n(n−1))); NaN below two. */
    public static double kendallNullDeviation(int n) {
        return n < 2 ? Double.NaN : Math.sqrt(2.0 * (2.0 * n + 5) / (9.0 * n * (n - 1.0)));
    }
}
