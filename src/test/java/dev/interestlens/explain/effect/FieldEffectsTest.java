package dev.interestlens.explain.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.PrepareOptions;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.synth.FieldShop;
import dev.interestlens.explain.Explainer;
import dev.interestlens.explain.effect.FieldEffect.Side;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.Impressions;
import dev.interestlens.explain.look.LookResult;
import dev.interestlens.explain.sentence.Sentence;
import dev.interestlens.explain.words.Text;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldEffectsTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static SampleSet samples;
    private static TrainedModel model;
    private static Impression impression;

    @BeforeAll
    static void open() {
        new FieldShop(60, 3).write(folder.resolve("shop"));
        data = Sources.prepare(
                List.of(folder.resolve("shop")), PrepareOptions.defaults(), folder.resolve("data"), Progress.none());
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
        model = TrainedModel.untrained(DinConfig.preset(Preset.QUICK), new ModelInput(data.schema(), 50), 7);
        impression = new Impressions(samples).of(Part.TEST, 0);
    }

    @AfterAll
    static void close() {
        model.close();
        data.close();
    }

    private static FieldEffect effect(Side side, String name) {
        return new FieldEffects(samples)
                .of(model, impression).stream()
                        .filter(each -> each.side() == side && each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void everyFieldBesideTheHistoryHasAnEffect() {
        assertThat(new FieldEffects(samples).of(model, impression))
                .extracting(each -> each.side() + " " + each.name())
                .containsExactlyInAnyOrder(
                        "USER profession",
                        "USER city",
                        "CONTEXT occasion",
                        "CONTEXT device",
                        "CANDIDATE item",
                        "CANDIDATE category",
                        "CANDIDATE offer",
                        "CANDIDATE colour");
    }

    @Test
    void anEffectIsTheScoreLessItsMeanOverTheValuesOfTheTrainingRows() {
        int rows = samples.size(Part.TRAIN);
        RawBatch training = samples.batch(Part.TRAIN, IntStream.range(0, rows).toArray());
        RawBatch others = impression.batch().samples(new int[rows]);
        System.arraycopy(training.context[0], 0, others.context[0], 0, rows);
        double mean = 0;
        for (float logit : model.logits(others)) {
            mean += (double) logit / rows;
        }
        String first = data.schema().contextFields().get(0).name();
        FieldEffect effect = effect(Side.CONTEXT, first);
        assertThat(effect.exact()).isTrue();
        assertThat(effect.effect()).isCloseTo(model.logits(impression.batch())[0] - mean, within(1e-5));
    }

    @Test
    void aFieldOfManyValuesIsHeldAgainstDrawnOnesWithTheirError() {
        FieldEffect item = effect(Side.CANDIDATE, "item");
        assertThat(item.exact()).isFalse();
        assertThat(item.values()).isEqualTo(64);
        assertThat(item.standardError()).isPositive();
        assertThat(item.value()).isEqualTo(impression.candidate().title());
        assertThat(effect(Side.CANDIDATE, "item").effect()).isEqualTo(item.effect()); // the same draws
    }

    @Test
    void theSecondReadingIsAgainstTheUnknownValue() {
        RawBatch unknown = impression.batch().samples(new int[] {0});
        int index = data.schema().userFields().get(0).name().equals("profession") ? 0 : 1;
        unknown.user[index][0] = 1;
        assertThat(effect(Side.USER, "profession").unknown())
                .isCloseTo(model.logits(impression.batch())[0] - model.logits(unknown)[0], within(1e-5));
    }

    @Test
    void measuringLeavesTheImpressionAsItIs() {
        float before = model.logits(impression.batch())[0];
        new FieldEffects(samples).of(model, impression);
        assertThat(model.logits(impression.batch())[0]).isEqualTo(before);
    }

    @Test
    void whatTheCandidateDoesHereAloneIsNoReason() {
        FieldEffect match = new FieldEffect(Side.CANDIDATE, "category", Text.same("Cats"), 4, 0, 0.1, 1, 12, false);
        FieldEffect person = new FieldEffect(Side.USER, "job", Text.same("vet"), 2, 0, Double.NaN, 1, 12, false);
        FieldEffect itself = new FieldEffect(Side.CANDIDATE, "item", Text.same("A"), 9, 0, 9, 1, 64, true);
        Effects effects = new Effects(0, 0, new double[0], new double[0]);
        assertThat(effects.withFields(List.of(match, person, itself)).strongestField())
                .contains(person);
        assertThat(effects.withFields(List.of(match, itself)).strongestField()).contains(match);
        assertThat(effects.withFields(List.of(itself)).strongestField()).isEmpty();
    }

    @Test
    void theSentenceNamesAFieldThatIsTheStrongestReason() {
        Explainer explainer = new Explainer(model, Optional.empty());
        LookResult looked = explainer.look(impression);
        Effects effects = explainer.effects(impression);
        double most = java.util.Arrays.stream(effects.effect()).max().orElseThrow();
        FieldEffect strong =
                new FieldEffect(Side.CONTEXT, "occasion", Text.same("birthday"), most + 2, 0, Double.NaN, 1, 13, false);
        FieldEffect weak = new FieldEffect(Side.USER, "city", Text.same("city 3"), 0.01, 0, Double.NaN, 0, 20, false);
        FieldEffect itself =
                new FieldEffect(Side.CANDIDATE, "item", Text.same("A"), most + 9, 0, most + 9, 1, 64, true);
        Sentence plain = explainer.sentence(impression, looked, effects.withFields(List.of(weak, itself)));
        Sentence named = explainer.sentence(impression, looked, effects.withFields(List.of(weak, strong, itself)));
        assertThat(plain.text())
                .isEqualTo(explainer.sentence(impression, looked, effects).text());
        assertThat(named.text().en()).startsWith("The strongest reason is context occasion = birthday: ");
        assertThat(named.text().zh()).startsWith("最强的原因是上下文 occasion = birthday：");
        assertThat(named.template()).isEqualTo(plain.template());
    }
}
