package dev.interestlens.explain.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.words.Text;
import dev.interestlens.nn.AxisKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AxisTest {
    @ParameterizedTest
    @EnumSource
    void everyKindHasAName(AxisKind kind) {
        Text name = new Axis(kind, List.of()).name();
        assertThat(name.in(Locale.ENGLISH)).isNotBlank();
        assertThat(name.in(Locale.CHINESE)).isNotBlank();
    }
}
