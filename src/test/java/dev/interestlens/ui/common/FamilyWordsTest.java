package dev.interestlens.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamilyWordsTest {
    private final Messages english = new Messages(Language.ENGLISH);

    @Test
    void aTitleIsTheNameWhereThereIsNoLongerOne() {
        assertThat(english.family("pool", "title")).isEqualTo("Pooling");
        assertThat(new Messages(Language.CHINESE).family("din", "title")).isNotEqualTo("DIN");
    }

    @Test
    void whatAFamilyDoesNotSayIsSaidForAll() {
        assertThat(english.family("din", "part.interest")).isEqualTo("weighted sum");
        assertThat(english.family("din", "ablation.full", "DIN")).isEqualTo("DIN, full model");
    }

    @Test
    void aMissingTextEndsNoScreen() {
        assertThat(english.family("nobody")).isEqualTo("nobody");
        assertThat(english.family("nobody", "title")).isEqualTo("nobody");
        assertThat(english.family("nobody", "part.gate")).isEqualTo("gate");
    }
}
