package dev.interestlens.workspace.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Waiting by given times of service: no clock is read. */
class ArrivalsTest {
    private static final int REQUESTS = 100_000;

    private static double[] service(double milliseconds, int count) {
        double[] service = new double[count];
        Arrays.fill(service, milliseconds);
        return service;
    }

    @Test
    void requestsOfEqualLengthWaitAsTheFormulaSays() {
        Arrivals arrivals = new Arrivals(service(2, REQUESTS), 1);
        assertThat(arrivals.saturation()).isEqualTo(500, within(1e-9));
        assertThat(arrivals.expectedWait(400)).isEqualTo(4, within(1e-9)); // λ E[S²] / (2 (1 − ρ)) = .4 · 4 / .4
        assertThat(arrivals.meanWait(400)).isCloseTo(4, within(0.25));
    }

    @Test
    void requestsOfChangingLengthWaitAsTheFormulaSays() {
        double[] service = new double[REQUESTS];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < service.length; i++) {
            service[i] = random.nextInt(10) == 0 ? 11 : 1; // users that are not kept
        }
        Arrivals arrivals = new Arrivals(service, 1);
        double perSecond = 0.6 * arrivals.saturation();
        double expected = arrivals.expectedWait(perSecond);
        assertThat(arrivals.meanWait(perSecond)).isCloseTo(expected, within(expected / 10));
    }

    @Test
    void aLoneRequestDoesNotWait() {
        Arrivals arrivals = new Arrivals(service(2, 1000), 1);
        assertThat(arrivals.percentile(1e-6, 0.99)).isEqualTo(2, within(1e-6));
        assertThat(arrivals.meanWait(1e-6)).isEqualTo(0, within(1e-6));
    }

    @Test
    void whatIsAnsweredInTimeIsTheLastLoadThatHolds() {
        Arrivals arrivals = new Arrivals(service(1, 5000), 7);
        double most = arrivals.within(10);
        assertThat(most).isBetween(100.0, 1000.0);
        assertThat(arrivals.percentile(most * 0.999, 0.99)).isLessThanOrEqualTo(10);
        assertThat(arrivals.percentile(most * 1.001, 0.99)).isGreaterThan(10);
        assertThat(new Arrivals(service(20, 1000), 7).within(10)).isZero();
    }

    @Test
    void noLoadBeyondSaturationCountsAsAnswered() {
        Arrivals arrivals = new Arrivals(service(0.1, 500), 7);
        assertThat(arrivals.percentile(1.05 * arrivals.saturation(), 0.99)).isLessThan(1000); // the line is still short
        assertThat(arrivals.within(1000)).isLessThanOrEqualTo(arrivals.saturation());
    }

    @Test
    void beyondSaturationTheLineGrowsWithTheNumberOfRequests() {
        Arrivals few = new Arrivals(service(1, 1000), 1);
        Arrivals many = new Arrivals(service(1, 10_000), 1);
        assertThat(few.expectedWait(1200)).isInfinite();
        assertThat(many.percentile(1200, 0.99)).isGreaterThan(5 * few.percentile(1200, 0.99));
    }
}
