package dev.interestlens.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final AtomicLong clock = new AtomicLong(77);
    private final TimeLeft left = new TimeLeft(clock::get);

    @Test
    void aQuarterInTenSecondsLeavesThirty() {
        assertThat(left.seconds(0)).isEqualTo(-1);
        clock.addAndGet(10_000_000_000L);
        assertThat(left.seconds(0.25)).isEqualTo(30);
        assertThat(left.seconds(1)).isZero();
    }

    @Test
    void theStartOfAProgramDoesNotCount() {
        clock.addAndGet(30_000_000_000L);
        assertThat(left.seconds(0.08)).isEqualTo(-1);
        clock.addAndGet(4_000_000_000L);
        assertThat(left.seconds(0.48)).isEqualTo(5);
    }

    @Test
    void nothingIsSaidOfTheFirstMoments() {
        assertThat(left.seconds(0)).isEqualTo(-1);
        clock.addAndGet(1_000_000_000L);
        assertThat(left.seconds(0.25)).isEqualTo(-1);
        clock.addAndGet(10_000_000_000L);
        assertThat(left.seconds(0.01)).isEqualTo(-1);
    }
}
