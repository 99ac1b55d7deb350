package dev.interestlens.ui.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.metric.Interval;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Components;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.train.run.StopReason;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.run.RunProgress;
import dev.interestlens.ui.control.Pill;
import dev.interestlens.workspace.RunLabels;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves that were made up, and the cause that is named for each. */
class AlertsTest {
    private static final double[] FALLING = {0.69, 0.6, 0.5, 0.42, 0.36, 0.31};
    private static final double[] LEVEL = {0.6, 0.5, 0.499, 0.5, 0.5, 0.499};
    private static final double[] RISING_AUC = {0.6, 0.65, 0.7, 0.73, 0.75, 0.76};

    private static RunProgress run(
            StopReason reason,
            RunSummary.Status status,
            double[] steps,
            double[] losses,
            double[] auc,
            double[] valid) {
        List<JournalEntry.EpochDone> epochs = new ArrayList<>();
        int best = 0;
        for (int i = 0; i < auc.length; i++) {
            boolean better = best == 0 || auc[i] > auc[best - 1];
            best = better ? i + 1 : best;
            epochs.add(new JournalEntry.EpochDone(
                    i + 1, 10L * (i + 1), losses[i], ValidFigures.of(auc[i], auc[i], valid[i]), better, i));
        }
        RunSummary summary = new RunSummary(
                new RunFolder(Path.of("made-up")),
                null,
                status,
                reason,
                new RunSummary.Progress(
                        auc.length,
                        auc.length == 0 ? null : epochs.get(auc.length - 1).valid(),
                        10L * auc.length,
                        0,
                        auc.length),
                best,
                best == 0 ? null : epochs.get(best - 1).valid(),
                "",
                false,
                RunLabels.NONE);
        double[] places = IntStream.range(0, steps.length).asDoubleStream().toArray();
        return new RunProgress(
                summary,
                null,
                null,
                new RunProgress.Records(places, steps, places, places, places),
                epochs,
                List.of(),
                Double.NaN,
                null);
    }

    private static RunProgress running(double[] losses, double[] auc, double[] valid) {
        return run(null, RunSummary.Status.RUNNING, new double[0], losses, auc, valid);
    }

    private static Optional<String> cause(RunProgress run) {
        return Alerts.of(run).map(Alert::key);
    }

    private static RunProgress epochs(StopReason reason, double[] losses, double[] auc, double[] valid) {
        return run(reason, RunSummary.Status.ENDED, new double[0], losses, auc, valid);
    }

    @Test
    void curvesAsTheyShouldBeGiveNoAlert() {
        assertThat(cause(epochs(StopReason.COMPLETED, FALLING, RISING_AUC, FALLING)))
                .isEmpty();
    }

    @Test
    void aRunThatDivergedIsNamedSo() {
        RunProgress run =
                run(StopReason.DIVERGED, RunSummary.Status.FAILED, new double[] {0.7}, FALLING, RISING_AUC, FALLING);
        assertThat(cause(run)).contains("train.alert.diverged");
    }

    @Test
    void aLossThatRisesWithinAnEpochIsNamedBeforeTheEpochEnds() {
        double[] steps = IntStream.range(0, 40).mapToDouble(i -> 0.5 + 0.05 * i).toArray();
        RunProgress run = run(null, RunSummary.Status.RUNNING, steps, new double[0], new double[0], new double[0]);
        assertThat(cause(run)).contains("train.alert.rising");
    }

    @Test
    void theOneEpochOverfitIsNamedBeforeTheGap() {
        double[] auc = {0.75, 0.74, 0.72};
        double[] valid = {0.5, 0.56, 0.66};
        assertThat(cause(epochs(StopReason.COMPLETED, new double[] {0.6, 0.4, 0.3}, auc, valid)))
                .contains("train.alert.oneEpoch");
    }

    @Test
    void validationThatRisesWhileTrainingFallsIsAGap() {
        double[] auc = {0.7, 0.75, 0.76, 0.758, 0.757, 0.756};
        double[] valid = {0.6, 0.55, 0.5, 0.52, 0.55, 0.6};
        assertThat(cause(running(FALLING, auc, valid))).contains("train.alert.gap");
    }

    @Test
    void anAucNearAHalfIsNamedAfterThreeEpochs() {
        double[] auc = {0.5, 0.51, 0.505};
        double[] losses = {0.69, 0.69, 0.69};
        assertThat(cause(running(losses, auc, losses))).contains("train.alert.chance");
    }

    @Test
    void aRunThatHasEndedIsToldOfInThePast() {
        double[] auc = {0.5, 0.51, 0.505};
        double[] losses = {0.69, 0.69, 0.69};
        assertThat(cause(epochs(StopReason.USER, losses, auc, losses))).contains("train.alert.chance.ended");
    }

    @Test
    void aLossFarAboveThatOfACoinIsTheLearningRate() {
        double[] auc = {0.5, 0.5, 0.5};
        double[] losses = {300, 260, 250};
        assertThat(cause(epochs(StopReason.EARLY, losses, auc, losses))).contains("train.alert.rate");
        assertThat(cause(running(losses, auc, losses))).contains("train.alert.rate");
    }

    @Test
    void aLossThatFellBackToThatOfACoinAfterAJumpIsTheLearningRateToo() {
        double[] auc = {0.5, 0.5, 0.5};
        assertThat(cause(epochs(StopReason.EARLY, new double[] {900, 0.7, 0.7}, auc, LEVEL)))
                .contains("train.alert.rate");
    }

    @Test
    void aLossThatBeganHighAndComesDownWithARisingAucIsSound() {
        double[] losses = {6, 5, 4.6, 4.2, 3.9, 3.5};
        assertThat(cause(epochs(StopReason.COMPLETED, losses, RISING_AUC, FALLING)))
                .isEmpty();
    }

    /** Guessing among a true item and eight others has ln 9 + ln 2 = 2.9, not ln 2. */
    @Test
    void aLossIsHeldAgainstThatOfGuessingInItsOwnObjective() {
        double[] losses = {2.6, 2.5, 2.7, 2.6, 2.7, 2.8};
        RunProgress curves = epochs(StopReason.COMPLETED, losses, RISING_AUC, losses);
        RunProgress run = trained(curves, "training.objective=softmax", "training.negativesShared=8");
        assertThat(cause(trained(curves, "training.objective=bce"))).contains("train.alert.rate");
        assertThat(cause(run)).isEmpty();
        assertThat(run.summary().description().config().lossOfGuessing(false))
                .isCloseTo(Math.log(9) + Math.log(2), within(1e-12));
        assertThat(run.summary().description().config().lossOfGuessing(true)).isEqualTo(Math.log(2));
    }

    @Test
    void aTenthOfARateThatIsTooHighIsOfferedOrTheUsualOne() {
        double[] auc = {0.5, 0.5, 0.5};
        double[] losses = {300, 260, 250};
        RunProgress run = epochs(StopReason.USER, losses, auc, losses);
        assertThat(Alerts.of(trainedAt(run, 0.9)).orElseThrow().rate()).isEqualTo(0.001);
        assertThat(Alerts.of(trainedAt(run, 0.003)).orElseThrow().rate()).isEqualTo(0.0003);
        assertThat(Alerts.of(trainedAt(run, 0.9)).orElseThrow().text(new Messages(Language.ENGLISH)))
                .contains("300")
                .contains("0.9");
    }

    private static RunProgress trainedAt(RunProgress run, double rate) {
        return trained(run, "training.learningRate=" + rate);
    }

    private static RunProgress trained(RunProgress run, String... settings) {
        ExperimentConfig config = ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK));
        for (String setting : settings) {
            config = ConfigJson.set(config, setting);
        }
        RunDescription description = new RunDescription("made-up", 0, Path.of("shop"), "", "", config);
        return changed(run, description, run.summary().best(), Double.NaN);
    }

    private static RunProgress changed(
            RunProgress run, RunDescription description, JournalEntry.Valid best, double simple) {
        RunSummary summary = Components.of(run.summary()).with("description", description, "best", best);
        return Components.of(run).with("summary", summary, "simple", simple);
    }

    @Test
    void aModelThatIsNoBetterThanATableInTheFirstTenIsToldSo() {
        assertThat(Alerts.of(ranked(.10, .08))).map(Alert::key).contains("train.alert.simple");
        assertThat(Alerts.of(ranked(.10, .12))).map(Alert::key).contains("train.alert.simple");
        assertThat(Alerts.of(ranked(.10, .06))).isEmpty();
        assertThat(Alerts.of(ranked(.10, Double.NaN))).isEmpty();
    }

    /** A completed run with an NDCG@10 whose interval begins at .07, beside a scorer that needs no model. */
    private static RunProgress ranked(double ndcg, double simple) {
        RunProgress run = epochs(StopReason.COMPLETED, FALLING, RISING_AUC, FALLING);
        JournalEntry.Ranked ranking = ValidFigures.ranked(100, 50, ndcg, .2, new Interval(.07, .13, .95));
        return changed(run, null, run.summary().best().with(ranking, null), simple);
    }

    @Test
    void onlyAGoodEndIsGreen() {
        RunSummary completed =
                epochs(StopReason.COMPLETED, FALLING, RISING_AUC, FALLING).summary();
        RunSummary stopped =
                epochs(StopReason.USER, FALLING, RISING_AUC, FALLING).summary();
        double[] chance = {0.5, 0.51, 0.505};
        RunSummary vain = epochs(StopReason.COMPLETED, LEVEL, chance, LEVEL).summary();
        assertThat(RunWords.tone(completed)).isEqualTo(Pill.Tone.GOOD);
        assertThat(RunWords.tone(vain)).isEqualTo(Pill.Tone.WARNING);
        assertThat(RunWords.tone(stopped)).isEqualTo(Pill.Tone.NEUTRAL);
    }

    @Test
    void fourEpochsWithoutAGainAreAPlateau() {
        double[] auc = {0.7, 0.75, 0.75, 0.7501, 0.75, 0.7499};
        assertThat(cause(running(LEVEL, auc, LEVEL))).contains("train.alert.plateau");
    }

    @Test
    void aRunThatStoppedEarlyHasDrawnTheConclusionItself() {
        double[] auc = {0.7, 0.75, 0.75, 0.7501, 0.75, 0.7499};
        assertThat(cause(epochs(StopReason.EARLY, LEVEL, auc, LEVEL))).isEmpty();
    }

    @Test
    void aTrainingLossThatStillFallsIsNoPlateau() {
        double[] auc = {0.7, 0.75, 0.75, 0.7501, 0.75, 0.7499};
        double[] valid = {0.5, 0.5, 0.5, 0.5, 0.5, 0.5};
        assertThat(cause(epochs(null, FALLING, auc, valid))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCauseHasWordsInBothLanguages(Language language) {
        Messages messages = new Messages(language);
        for (String cause : List.of(
                "diverged",
                "killed",
                "rate",
                "rising",
                "oneEpoch",
                "gap",
                "gap.ended",
                "chance",
                "chance.ended",
                "plateau",
                "plateau.ended")) {
            assertThat(messages.text("train.alert." + cause)).hasSizeGreaterThan(8);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void fewEpochsAreNoPlateau(int count) {
        double[] auc = IntStream.range(0, count).mapToDouble(i -> 0.75).toArray();
        double[] same = IntStream.range(0, count).mapToDouble(i -> 0.5).toArray();
        assertThat(cause(epochs(null, same, auc, same))).isEmpty();
    }
}
