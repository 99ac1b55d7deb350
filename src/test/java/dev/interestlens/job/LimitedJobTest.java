package dev.interestlens.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class LimitedJobTest {
    private static final Limits WIDE = new Limits(60, 4096);

    @TempDir
    Path folder;

    private LimitedJob.Result run(Limits limits, BooleanSupplier cancelled, String... arguments) {
        LimitedJob.Result result = new LimitedJob(Program.same(SmallProgram.class), limits, cancelled)
                .run(folder.resolve("job"), List.of(arguments));
        assertThat(new JobFolder(folder.resolve("job")).isAlive()).isFalse();
        return result;
    }

    @Test
    void aJobWithinItsLimitsEndsByItself() {
        LimitedJob.Result result = run(WIDE, () -> false, "print");

        assertThat(result.reason()).isEqualTo(LimitedJob.Reason.ENDED);
        assertThat(result.end().exitCode()).isZero();
    }

    @Test
    void aJobThatNeverEndsIsKilled() {
        LimitedJob.Result result = run(new Limits(1, 4096), () -> false, "spin");

        assertThat(result.reason()).isEqualTo(LimitedJob.Reason.TIME);
        assertThat(result.end().died()).isTrue();
    }

    @Test
    void aJobThatTakesMuchMemoryOutsideItsHeapIsKilled() {
        Assumptions.assumeTrue(Path.of("/proc/self/statm").toFile().exists());

        assertThat(run(new Limits(60, 300), () -> false, "fill").reason()).isEqualTo(LimitedJob.Reason.MEMORY);
    }

    @Test
    void aJobThatNobodyWantsAnyMoreIsKilled() {
        AtomicInteger asked = new AtomicInteger();

        assertThat(run(WIDE, () -> asked.incrementAndGet() > 3, "spin").reason())
                .isEqualTo(LimitedJob.Reason.CANCELLED);
    }
}
