package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.look.ModelDraft.Attention;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.Intervention;
import dev.interestlens.model.Intervention.Head;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ModelDraftTest {
    private static final Text OTHER = Text.same("camera");

    @Test
    void anotherPredictionsNewestWeightsStandBesideTheNewestBehaviours() {
        assertThat(ModelDraft.OWN.from(OTHER, new double[] {.5, -.3, .2}, 2).weights())
                .containsExactly(.3, .2);
        assertThat(ModelDraft.OWN.from(OTHER, new double[] {.7}, 3).weights()).containsExactly(0, 0, .7);
    }

    @Test
    void whatIsNotReadGetsNothing() {
        Intervention set = ModelDraft.OWN
                .given(new double[] {1, 2, 3, 4})
                .intervention(new int[] {1, 3}, new boolean[] {true, false});
        assertThat(set.weights()).containsExactly(2, 0);
    }

    @Test
    void headsLayersAndStateAreSwitchedAndSwitchedBack() {
        ModelDraft draft = ModelDraft.OWN
                .with(Attention.EVEN)
                .toggled(new Head(0, 1))
                .toggledLayer(1)
                .patched(OTHER, new float[] {1});
        assertThat(draft.words())
                .extracting(text -> text.in(Locale.ENGLISH))
                .containsExactly("even weights", "head 2 of layer 1 off", "layer 2 off", "the state of \"camera\"");
        assertThat(draft.with(Attention.OWN)
                        .toggled(new Head(0, 1))
                        .toggledLayer(1)
                        .patched(Text.same(""), new float[0])
                        .isOwn())
                .isTrue();
    }

    @Test
    void weightsThatDoNotFitAnotherHistoryAreLetGo() {
        ModelDraft given = ModelDraft.OWN.given(new double[] {1, 2});
        assertThat(given.forBehaviours(2)).isSameAs(given);
        assertThat(given.forBehaviours(3).attention()).isEqualTo(Attention.OWN);
    }
}
