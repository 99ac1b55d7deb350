package dev.interestlens.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Structure;
import com.sun.management.UnixOperatingSystemMXBean;
import dev.interestlens.train.bench.Benchmark;
import dev.interestlens.train.bench.BenchmarkSettings;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What many steps leave behind outside the Java heap: nothing that grows with their number. */
@Tag("thorough")
class SoakTest {
    private static final int STEPS = 40;
    /** The virtual machine's compiler takes memory in some of them; a leak grows in each. */
    private static final int ROUNDS = 6;
    /** A batch's smallest float array has 64 numbers, its history some thousand: a leak of any of them a step exceeds this. */
    private static final long BYTES_A_STEP = 200;

    /** glibc's account of its heap; all fields are sizes in bytes or counts. */
    @Structure.FieldOrder({
        "arena",
        "ordblks",
        "smblks",
        "hblks",
        "hblkhd",
        "usmblks",
        "fsmblks",
        "uordblks",
        "fordblks",
        "keepcost"
    })
    public static class Account extends Structure implements Structure.ByValue {
        public long arena;
        public long ordblks;
        public long smblks;
        public long hblks;
        public long hblkhd;
        public long usmblks;
        public long fsmblks;
        public long uordblks;
        public long fordblks;
        public long keepcost;
    }

    private interface C extends Library {
        Account mallinfo2();
    }

    @ParameterizedTest
    @CsvSource({"din,false", "dien,false", "bst,false", "din,true", "dien,true", "bst,true"})
    void stepsLeaveNoMemoryAndNoFilesBehind(String model, boolean predict) {
        Assumptions.assumeTrue(Platform.isLinux());
        C c = Native.load("c", C.class);
        var settings = new BenchmarkSettings(
                model, new BenchmarkSettings.Samples(500, 10, 64, 0.5), 1, STEPS, 0, true, predict);
        try (Benchmark benchmark = new Benchmark(settings)) {
            for (int round = 0; round < ROUNDS; round++) {
                benchmark.measure();
            }
            long files = files();
            long least = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                long before = inUse(c) + direct();
                benchmark.measure();
                least = Math.min(least, inUse(c) + direct() - before);
            }
            assertThat(least).as("bytes in all rounds").isLessThan(BYTES_A_STEP * STEPS);
            assertThat(files()).as("open files").isLessThanOrEqualTo(files + 2);
        }
    }

    /** Of malloc and of its mappings, what is not freed. */
    private static long inUse(C c) {
        System.gc();
        Account account = c.mallinfo2();
        return account.uordblks + account.hblkhd;
    }

    private static long direct() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static long files() {
        return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getOpenFileDescriptorCount();
    }
}
