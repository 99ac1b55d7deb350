package dev.interestlens.train.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelBenchmarkTest {

    @Test
    void everyPartRunsInBothForms() {
        try (KernelBenchmark benchmark = new KernelBenchmark(4, 5, 20)) {
            assertThat(benchmark.measure(2))
                    .extracting(KernelBenchmark.Measured::name)
                    .containsExactly("activationUnit", "gru", "encoderBlock", "dropout", "tableUpdate");
        }
    }
}
