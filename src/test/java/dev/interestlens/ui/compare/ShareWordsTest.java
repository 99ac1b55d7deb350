package dev.interestlens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.measurement.quality.ChosenShare;
import dev.interestlens.metric.ScoredSamples;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareWordsTest {
    private final ShareWords words = new ShareWords(new Messages(Language.ENGLISH));

    @Test
    void sharesComeFromTheProtocolAndTheRows() {
        ChosenShare share = ChosenShare.of(
                        ProtocolConfig.defaults(),
                        false,
                        ScoredSamples.of(new double[] {0.1, 0.2, 0.3, 0.4}, new float[] {1, 0, 0, 0}))
                .orElseThrow();
        assertThat(share.test()).isCloseTo(0.25, within(1e-12));
        assertThat(share.training())
                .isCloseTo(1.0 / (1 + ProtocolConfig.defaults().negatives().train()), within(1e-12));
    }

    @Test
    void oneMixtureIsToldOnceAndSeveralByName() {
        ChosenShare usual = new ChosenShare(0.5, 1 / 21.0);
        Map<String, ChosenShare> runs = new LinkedHashMap<>(Map.of("a", usual));
        runs.put("b", usual);
        assertThat(words.note(runs))
                .startsWith("In training 50.0\u00a0% of the rows were positives, in the test 4.8\u00a0%.");
        runs.put("b", new ChosenShare(0.2, 1 / 21.0));
        assertThat(words.note(runs))
                .contains("a: In training 50.0\u00a0%", "b: In training 20.0\u00a0%", "below the diagonal")
                .contains("This changes log loss, Brier score and calibration error, too");
    }

    @Test
    void alikeSharesNeedNoWords() {
        assertThat(words.note(Map.of("a", new ChosenShare(0.2, 0.2)))).isEmpty();
    }
}
