package dev.interestlens.explain.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.RawBatch;
import dev.interestlens.data.Schema;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.Sample;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.synth.ShopKind;
import dev.interestlens.data.synth.ShopSettings;
import dev.interestlens.data.synth.ShopTruth;
import dev.interestlens.data.synth.cause.Cause;
import dev.interestlens.data.synth.cause.CausesReader;
import dev.interestlens.explain.effect.RandomItems;
import dev.interestlens.explain.effect.RankEffect;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.fidelity.FidelityMeasure;
import dev.interestlens.explain.fidelity.FidelityReport;
import dev.interestlens.explain.fidelity.FidelityReport.Measure;
import dev.interestlens.explain.fidelity.FidelityReport.Source;
import dev.interestlens.explain.fidelity.Figure;
import dev.interestlens.explain.fidelity.Siblings;
import dev.interestlens.explain.fidelity.TrueCauses;
import dev.interestlens.explain.view.ShopOpinion;
import dev.interestlens.model.CatalogueScorer;
import dev.interestlens.model.TrainedModel;
import dev.interestlens.model.config.ModelInput;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.din.DinConfig;
import dev.interestlens.testing.TinyShop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImpressionsTest {
    @TempDir
    static Path folder;

    private static PreparedDataset data;
    private static SampleSet samples;

    @BeforeAll
    static void open() {
        data = PreparedDataset.open(TinyShop.prepare(folder));
        samples = SampleSet.build(data, ProtocolConfig.defaults(), 1);
    }

    @AfterAll
    static void close() {
        data.close();
    }

    @Test
    void anImpressionHasTheNamesOfItsNumbers() {
        Sample sample = samples.sample(Part.TEST, 0);
        Impression impression = new Impressions(samples).of(Part.TEST, 0);
        assertThat(impression.candidate().number()).isEqualTo(sample.candidate());
        assertThat(impression.candidate().id()).isEqualTo(data.itemKey(sample.candidate()));
        assertThat(impression.label()).isEqualTo(sample.label());
        assertThat(impression.history()).isNotEmpty().allSatisfy(behaviour -> {
            assertThat(behaviour.item().number()).isEqualTo(impression.batch().history[0][behaviour.position()]);
            assertThat(behaviour.time()).isLessThanOrEqualTo(sample.time());
            assertThat(behaviour.item().category().en()).isNotEmpty();
        });
    }

    @Test
    void otherCandidatesAreOfTheirKindAndNeverTheSame() {
        Impression impression = new Impressions(samples).of(Part.TEST, 0);
        List<Item> items =
                impression.others().stream().map(Impression.Other::item).toList();
        assertThat(items).doesNotHaveDuplicates().doesNotContain(impression.candidate());
        assertThat(impression.others())
                .filteredOn(other -> other.kind() == Impression.Kind.SAME_CATEGORY)
                .allMatch(other ->
                        other.item().category().equals(impression.candidate().category()));
        assertThat(impression.others()).extracting(Impression.Other::kind).contains(Impression.Kind.RANDOM);
    }

    @Test
    void anUnchangedWhatIfScoresAsTheImpressionDoes() {
        Impression before = new Impressions(samples).of(Part.TEST, 0);
        Impression after = new Impressions(samples).of(WhatIf.of(before));
        try (TrainedModel model = untrained(1)) {
            assertThat((double) model.logits(after.batch())[0])
                    .isCloseTo(model.logits(before.batch())[0], within(1e-6));
        }
        assertThat(after.history()).isEqualTo(before.history());
    }

    @Test
    void fidelityIsMeasuredBesideItsBaselines() {
        Map<String, List<Cause>> causes =
                CausesReader.read(folder.resolve("shop").resolve("causes.csv"));
        TrueCauses known = new TrueCauses(causes, Optional.of(new ShopTruth(ShopSettings.of(ShopKind.MIXED, 60, 3))));
        try (TrainedModel model = untrained(1);
                TrainedModel before = untrained(2)) {
            FidelityReport report = new FidelityMeasure(model, Optional.of(before), Siblings.none(), samples, List.of())
                    .measure(Part.TEST, 12, Optional.of(known), Progress.none())
                    .orElseThrow();
            assertThat(report.all().samples()).isEqualTo(12);
            assertThat(report.all().figures()).containsKeys(Source.values());
            Figure random = report.all().figures().get(Source.RANDOM).get(Measure.TAU);
            assertThat(random.samples()).isEqualTo(12);
            assertThat(random.low()).isLessThanOrEqualTo(random.high());
            assertThat(report.reinitialised().get(FidelityReport.Part.HEAD).mean())
                    .isEqualTo(1);
            assertThat(report.controls())
                    .extracting(FidelityReport.Control::missing)
                    .containsExactly(null, null, FidelityReport.NoControl.NOT_TRAINED);
            FidelityReport.Planted planted = report.planted().orElseThrow();
            assertThat(planted.samples()).isGreaterThan(12); // every choice with a cause
            assertThat(planted.random().mean(FidelityReport.Found.TRIGGER1)).isBetween(0.0, 0.5);
            assertThat(planted.law().mean(FidelityReport.Found.TRIGGER1)).isGreaterThan(0.6);
            Figure look = planted.look().figures().get(FidelityReport.Found.SUPPORT1);
            assertThat(look.low()).isLessThanOrEqualTo(look.mean());
            assertThat(look.high()).isGreaterThanOrEqualTo(look.mean());
        }
    }

    @Test
    void theShopsOwnOpinionIsItsLaw() {
        ShopTruth law = new ShopTruth(ShopSettings.of(ShopKind.MIXED, 60, 3));
        int judged = 0;
        double trigger = 0;
        Map<String, List<Cause>> causes = CausesReader.read(folder.resolve("shop/causes.csv"));
        for (int row = 0; row < samples.size(Part.TEST); row += samples.group(Part.TEST)) {
            Sample sample = samples.sample(Part.TEST, row);
            Impression impression = new Impressions(samples).alone(Part.TEST, row);
            ShopOpinion.Result found =
                    ShopOpinion.of(law, data, impression, sample.position()).orElseThrow();
            assertThat(found.probability()).isBetween(0.0, 1.0);
            assertThat(found.score(1)).isCloseTo(found.lift() / (found.lift() + 1), within(1e-12));
            Cause cause = causes.get(impression.userKey()).get(sample.position());
            int place = cause.trigger() - (sample.position() - impression.behaviours());
            if (cause.trigger() >= 0 && place >= 0) {
                judged++;
                trigger += found.effect()[place] > 0 ? 1 : 0;
            }
        }
        assertThat(judged).isPositive();
        assertThat(trigger / judged).isGreaterThan(0.6);
    }

    @Test
    void theRankIsThatAmongItemsTheUserHasNotMet() {
        Impression impression = new Impressions(samples).of(Part.TEST, 0);
        try (TrainedModel model = untrained(1)) {
            RankEffect.Result result = RankEffect.of(model, new RandomItems(samples, 30), impression, () -> false)
                    .orElseThrow();
            assertThat(result.among()).isEqualTo(31);
            assertThat(result.rank()).isBetween(1, 31);
            assertThat(result.without()).hasSize(impression.behaviours());
        }
    }

    @Test
    void randomItemsAreScoredAsTheirOwnSamplesWouldBe() {
        Sample sample = samples.sample(Part.TEST, 0);
        Impression impression = new Impressions(samples).of(Part.TEST, 0);
        RawBatch items = new RandomItems(samples).items(impression);
        RawBatch own = samples.single(sample.user(), sample.position(), items.candidate[Schema.ITEM]);
        try (TrainedModel model = untrained(1);
                CatalogueScorer scorer = model.catalogue(items)) {
            assertThat(scorer.logits(impression.batch())).containsExactly(model.logits(own), within(1e-5f));
            assertThat(model.logits(impression.batch().before(items)))
                    .containsExactly(model.logits(own), within(1e-5f));
        }
    }

    @Test
    void withoutAHistoryTheStandingIsThatOfTheItemItself() {
        Sample sample = samples.sample(Part.TEST, 0);
        Impression impression = new Impressions(samples).of(sample.user(), 0, sample.candidate(), Float.NaN);
        assertThat(impression.behaviours()).isZero();
        try (TrainedModel model = untrained(1)) {
            Standing standing = new RandomItems(samples).standing(model, impression);
            assertThat(standing.without()).isEqualTo(standing.with());
        }
    }

    private static TrainedModel untrained(long seed) {
        ModelInput input =
                new ModelInput(data.schema(), samples.config().history().maxLength());
        return TrainedModel.untrained(DinConfig.preset(Preset.QUICK), input, seed);
    }
}
