package dev.interestlens.data.source.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {
    private static Reason some(ReasonKind kind) {
        List<Object> values = new ArrayList<>();
        for (ReasonKind.Value value : kind.tells()) {
            values.add(
                    switch (value) {
                        case TEXT -> "7";
                        case COUNT -> 1234;
                        case TEXTS -> List.of("a, b", "c");
                    });
        }
        return new Reason(kind, values);
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasWordsForItsValues(ReasonKind kind) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            assertThat(some(kind).in(language)).isNotBlank().doesNotContain("{");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatADataSetKeepsIsReadBack(ReasonKind kind) {
        if (kind.isLeft()) {
            assertThat(Reason.read(some(kind).written())).isEqualTo(some(kind));
        }
    }

    @Test
    void aNumberInATextIsNoCount() {
        assertThat(Reason.read("constant | 1234").in(Locale.ENGLISH)).isEqualTo("always the same: 1234");
        assertThat(Reason.read("manyValues | 1234").in(Locale.ENGLISH)).isEqualTo("a text with 1,234 values");
    }

    @Test
    void aTextMayHoldABar() {
        assertThat(Reason.read("constant | a | b").in(Locale.ENGLISH)).isEqualTo("always the same: a | b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybeTime", "sinceVersion9 | 4"})
    void whatAnotherVersionWroteIsTold(String written) {
        assertThat(Reason.read(written).in(Locale.ENGLISH)).isNotBlank().doesNotContain("{");
        assertThat(Reason.read("sinceVersion9 | 4").written()).isEqualTo("sinceVersion9 | 4");
    }

    @Test
    void valuesAreThoseOfTheirKind() {
        assertThatThrownBy(() -> Reason.of(ReasonKind.CONSTANT)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Reason.of(ReasonKind.CONSTANT, 3)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> Reason.of(ReasonKind.EMPTY, "a")).isInstanceOf(RuntimeException.class);
    }
}
