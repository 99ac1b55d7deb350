package dev.interestlens.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.explain.look.Scores;
import dev.interestlens.explain.picture.Axis;
import dev.interestlens.explain.picture.HeatMatrix;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Scale;
import dev.interestlens.nn.AxisKind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecordsTest {
    @Test
    void textsFollowTheLanguage() {
        Text text = new Text("item", "商品");
        assertThat(text.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("商品");
        assertThat(text.in(Locale.FRENCH)).isEqualTo("item");
    }

    @Test
    void aMatrixFillsItsAxes() {
        Axis two = new Axis(AxisKind.HISTORY, List.of(Text.same("a"), Text.same("b")));
        assertThatThrownBy(() ->
                        new HeatMatrix("m", Text.same(""), two, two, new double[3], Scale.SEQUENTIAL, Text.same("")))
                .hasMessageContaining("3 values for 2 rows of 2");
    }

    @Test
    void ofEqualValuesTheNewerComesFirst() {
        assertThat(Scores.descending(new double[] {1, 3, 1, 2})).containsExactly(1, 3, 2, 0);
    }
}
