package dev.interestlens.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.look.Item;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.model.family.TeachingStep;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.Lesson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TensorPictureTest {
    private static final Lesson LESSON =
            new Lesson("dien", 0, item("tent"), List.of(item("stove"), item("lamp"), item("rope")), Map.of());
    private final TensorPicture picture = new TensorPicture(LESSON, new Messages(Language.ENGLISH));

    @Test
    void attentionAndGatesRunOverTheSameHistory() {
        HeatmapData attention = picture.of(tensor(List.of(3), 0.5f, 0.3f, 0.2f), TeachingStep.Over.HISTORY);
        HeatmapData gates = picture.of(tensor(List.of(3, 2), 1, 2, 3, 4, 5, 6), TeachingStep.Over.UNITS);
        assertThat(names(attention.columns()))
                .containsExactly("stove", "lamp", "rope")
                .isEqualTo(names(gates.columns()));
        assertThat(names(gates.rows())).containsExactly("1", "2");
        assertThat(gates.at(1, 0)).isEqualTo(2);
        assertThat(gates.at(0, 2)).isEqualTo(5);
    }

    @Test
    void aVectorOfUnitsStaysARow() {
        HeatmapData interest = picture.of(tensor(List.of(4), 1, 2, 3, 4), TeachingStep.Over.UNITS);
        assertThat(interest.rows()).hasSize(1);
        assertThat(names(interest.columns())).containsExactly("1", "2", "3", "4");
    }

    @Test
    void ofEachHeadTheLastPositionIsShownWithoutItself() {
        HeatmapData heads = picture.of(
                tensor(List.of(2, 2, 2), 0.9f, 0.1f, 0.3f, 0.7f, 0.8f, 0.2f, 0.4f, 0.6f), TeachingStep.Over.HISTORY);
        assertThat(heads.rows()).hasSize(2);
        assertThat(heads.at(0, 0)).isEqualTo(0.3f);
        assertThat(heads.at(1, 0)).isEqualTo(0.4f);
        assertThat(heads.isOutside(0, 1)).isTrue();
        assertThat(heads.isOutside(0, 0)).isFalse();
    }

    private static Lesson.Tensor tensor(List<Integer> shape, float... values) {
        return new Lesson.Tensor(shape, values);
    }

    private static Item item(String name) {
        return new Item(2, name, Text.same(name), Text.same(""));
    }

    private static List<String> names(List<? extends Phrase> all) {
        return all.stream().map(each -> each.in(Locale.ENGLISH)).toList();
    }
}
