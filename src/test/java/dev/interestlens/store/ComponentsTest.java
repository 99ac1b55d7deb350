package dev.interestlens.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
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

    private record Group(String title, @JsonUnwrapped Range range) {}

    @Test
    void componentsOfAFlattenedPartAreNamedAsTheRecordsOwn() {
        Components<Group> group = Components.of(new Group("young", new Range("ages", 18, 99)));
        assertThat(group.get("from")).isEqualTo(18);
        assertThat(group.type("to")).isEqualTo(long.class);
        assertThat(group.with("from", 120, "to", 130, "title", null))
                .isEqualTo(new Group(null, new Range("ages", 120, 130)));
        assertThatThrownBy(() -> group.with("until", 3)).hasMessageContaining("until");
        Range whole = new Range("years", 1, 2);
        assertThat(group.with("range", whole)).isEqualTo(new Group("young", whole));
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
