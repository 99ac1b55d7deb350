package dev.interestlens.figure.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.figure.Phrase;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackDataTest {
    @Test
    void aBarIsAsHighAsItsPartsTogether() {
        StackData data = new StackData(
                Phrase.all(List.of("a", "b")),
                Phrase.all(List.of("one", "two")),
                List.of(new double[] {1, 2}, new double[] {4, 0.5}),
                Phrase.same("ms"),
                3);
        assertThat(data.sum(0)).isEqualTo(3);
        assertThat(data.highest()).isEqualTo(4.5);
    }

    @Test
    void everyBarHasEveryPart() {
        assertThatThrownBy(() -> new StackData(
                        Phrase.all(List.of("a")),
                        Phrase.all(List.of("one", "two")),
                        List.of(new double[] {1}),
                        Phrase.same("ms"),
                        Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
