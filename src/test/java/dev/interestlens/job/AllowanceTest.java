package dev.interestlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AllowanceTest {
    private long now;
    private Optional<Duration> used = Optional.of(Duration.ofSeconds(40)); // by earlier requests

    private Allowance minute() {
        return new Allowance(() -> used, () -> now, 60);
    }

    private void after(int seconds, int busy) {
        now = TimeUnit.SECONDS.toNanos(seconds);
        used = used.map(before -> before.plusSeconds(busy));
    }

    @Test
    void waitingForABusyMachineIsNotCounted() {
        Allowance minute = minute();
        after(600, 30);
        assertThat(minute.isUsedUp()).isFalse();
        after(900, 29);
        assertThat(minute.isUsedUp()).isFalse();
        after(901, 2);
        assertThat(minute.isUsedUp()).isTrue();
    }

    @Test
    void severalThreadsDoNotShortenIt() {
        Allowance minute = minute();
        after(30, 120);
        assertThat(minute.isUsedUp()).isFalse();
        after(61, 120);
        assertThat(minute.isUsedUp()).isTrue();
    }

    @Test
    void oneThatOnlySleepsIsGivenUpAtLast() {
        Allowance minute = minute();
        after(1799, 1);
        assertThat(minute.isUsedUp()).isFalse();
        after(1801, 0);
        assertThat(minute.isUsedUp()).isTrue();
    }

    @Test
    void whereNothingIsToldTheClockCounts() {
        used = Optional.empty();
        Allowance minute = minute();
        after(59, 0);
        assertThat(minute.isUsedUp()).isFalse();
        after(61, 0);
        assertThat(minute.isUsedUp()).isTrue();
    }
}
