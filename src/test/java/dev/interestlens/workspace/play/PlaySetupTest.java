package dev.interestlens.workspace.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.interestlens.data.synth.PlayLaw;
import dev.interestlens.train.config.ConfigJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlaySetupTest {
    @SuppressWarnings("unused") // named below
    static final Iterable<String> FAMILIES = PlaySetup.FAMILIES;

    @ParameterizedTest
    @FieldSource("FAMILIES")
    void everyChoiceOfEverySwitchIsInTheConfiguration(String family) {
        PlaySetup usual = PlaySetup.of(PlayLaw.LAST, family);
        for (PlaySwitch each : PlaySwitch.ofFamily(family)) {
            for (String value : each.choices()) {
                assertThat(ConfigJson.tree(usual.with(each.setting(), value).config())
                                .at("/" + each.setting().replace('.', '/'))
                                .asText())
                        .isEqualTo(value);
            }
        }
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        Map<String, String> unknown = Map.of("model.normalisation", "softmaxScaled");
        assertThatThrownBy(() -> new PlaySetup(PlayLaw.LAST, "din", unknown, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherFamilyHasItsOwnSwitchesAndTheSameSeed() {
        PlaySetup changed = PlaySetup.of(PlayLaw.PAIR, "din").withSeed(5).withFamily("pool");
        assertThat(changed.switches()).containsOnlyKeys("model.pooling");
        assertThat(changed.config().training().seed()).isEqualTo(5);
        assertThat(changed.law()).isEqualTo(PlayLaw.PAIR);
    }

    @Test
    void framesAreDenseAtFirst() {
        assertThat(Playground.isShown(0)).isTrue();
        assertThat(Playground.isShown(2)).isTrue();
        assertThat(Playground.isShown(22)).isFalse();
        assertThat(Playground.isShown(30)).isTrue();
        assertThat(Playground.isShown(110)).isFalse();
        assertThat(Playground.isShown(120)).isTrue();
    }
}
