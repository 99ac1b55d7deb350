package dev.interestlens.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import dev.interestlens.store.MemoryRefusal;
import org.junit.jupiter.api.Test;

class MemoryRefusalTest {

    @Test
    void theEnginesOwnRefusalIsRecognised() {
        try (Tensors tensors = new Tensors(Device.cpu())) {
            long tooMany = 1L << 42;
            Throwable refused = catchThrowable(() -> tensors.zeros(DataType.FLOAT32, tooMany));
            assertThat(MemoryRefusal.of(refused)).contains(new MemoryRefusal((tooMany * 4 >> 20) + " MB"));
        }
    }

    @Test
    void aGpusRefusalIsRecognised() {
        RuntimeException refused = new IllegalStateException(
                "CUDA out of memory. Tried to allocate 2.00 GiB. GPU 0 has a total capacity of 79.19 GiB");
        assertThat(MemoryRefusal.of(refused)).contains(new MemoryRefusal("2.00 GiB"));
    }

    @Test
    void theHeapsRefusalIsRecognisedBehindOthers() {
        assertThat(MemoryRefusal.of(new IllegalStateException(new OutOfMemoryError("Java heap space"))))
                .contains(new MemoryRefusal(""));
    }

    @Test
    void otherFailuresAreLeftAlone() {
        assertThat(MemoryRefusal.of(new IllegalStateException("no such tensor")))
                .isEmpty();
    }
}
