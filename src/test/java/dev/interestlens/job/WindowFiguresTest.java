package dev.interestlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowFiguresTest {
    @Test
    void quantilesAreTimesThatWereMeasured() {
        double[] times = IntStream.rangeClosed(1, 100).asDoubleStream().toArray();
        WindowFigures.Phase phase = WindowFigures.Phase.of("walk", times, new double[] {3, 1, 2});
        assertThat(phase.p50()).isEqualTo(50);
        assertThat(phase.p95()).isEqualTo(95);
        assertThat(phase.p99()).isEqualTo(99);
        assertThat(phase.max()).isEqualTo(100);
        assertThat(phase.late()).isEqualTo(50);
        assertThat(phase.work99()).isEqualTo(3);
    }

    @Test
    void nothingMeasuredIsNothing() {
        assertThat(WindowFigures.Phase.of("walk", new double[0], new double[0]).max())
                .isZero();
    }
}
