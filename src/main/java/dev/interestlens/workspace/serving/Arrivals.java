package dev.interestlens.workspace.serving;

import dev.interestlens.workspace.latency.StageTimes;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Simulates requests that arrive at random and wait for one core, in order. Gaps between arrivals are exponential, by a seed; the time of each
 * request is given. At every load the same requests come in the same order, only closer together, so that waiting never decreases with load.
 */
final class Arrivals {
    private final double[] gaps;
    private final double[] service;

    /** @param service milliseconds of each request, in the order of arrival */
    Arrivals(double[] service, long seed) {
        this.service = service.clone();
        SplittableRandom random = new SplittableRandom(seed);
        gaps = new double[service.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = -Math.log1p(-random.nextDouble()); // of mean 1
        }
    }

    /** Milliseconds from each arrival to its answer, at a load in requests a second. */
    double[] answered(double perSecond) {
        double[] answered = new double[service.length];
        double free = 0;
        double now = 0;
        for (int i = 0; i < service.length; i++) {
            now += gaps[i] * 1000 / perSecond;
            free = Math.max(free, now) + service[i];
            answered[i] = free - now;
        }
        return answered;
    }

    /** The quantile of the times from arrival to answer, in milliseconds. */
    double percentile(double perSecond, double share) {
        double[] sorted = answered(perSecond);
        Arrays.sort(sorted);
        return StageTimes.part(sorted, share);
    }

    /** Requests a second at which the core has no time left. */
    double saturation() {
        return 1000 / Arrays.stream(service).average().orElse(Double.NaN);
    }

    /** The mean wait before a request begins, by the formula of Pollaczek and Khinchine; infinite from saturation on. */
    double expectedWait(double perSecond) {
        double load = perSecond / saturation();
        double square =
                Arrays.stream(service).map(each -> each * each).average().orElse(Double.NaN);
        return load >= 1 ? Double.POSITIVE_INFINITY : perSecond / 1000 * square / (2 * (1 - load));
    }

    /** The mean wait of these requests. */
    double meanWait(double perSecond) {
        double[] answered = answered(perSecond);
        double sum = 0;
        for (int i = 0; i < answered.length; i++) {
            sum += answered[i] - service[i];
        }
        return sum / answered.length;
    }

    /** The most requests a second of which 99 of 100 are answered within so many milliseconds; 0 where they are not even without waiting. */
    double within(double milliseconds) {
        double low = 0;
        double high = saturation(); // a higher load is not sustainable, however short the queue is so far
        for (int step = 0; step < 50; step++) {
            double middle = (low + high) / 2;
            if (percentile(middle, 0.99) <= milliseconds) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low > saturation() * 1e-6 ? low : 0;
    }
}
