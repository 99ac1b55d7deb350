package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ComponentsTest {
    private record Range(String name, int from, long to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException(from + " > " + to);
            }
        }
    }

    private final Components<Range> all = Components.of(new Range("ages", 18, 99));

    @Test
    void otherValuesLeaveTheRestAsItIs() {
        assertThat(all.with("from", 20, "name", "older")).isEqualTo(new Range("older", 20, 99));
        assertThat(all.with()).isEqualTo(new Range("ages", 18, 99));
    }

    @Test
    void componentsAreReadByName() {
        assertThat(all.has("to")).isTrue();
        assertThat(all.has("until")).isFalse();
        assertThat(all.type("to")).isEqualTo(long.class);
        assertThat(all.get("name")).isEqualTo("ages");
    }

    @Test
    void theRecordChecksItsCopy() {
        assertThatThrownBy(() -> all.with("from", 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("100 > 99");
    }

    @Test
    void anUnknownNameIsRefused() {
        assertThatThrownBy(() -> all.with("until", 3)).hasMessageContaining("until");
    }
}
