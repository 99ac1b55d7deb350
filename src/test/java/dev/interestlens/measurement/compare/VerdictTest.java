package dev.interestlens.measurement.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.PerUser;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.model.family.AblationVariant;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.Timing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final int USERS = 200;

    /** Two rows a user, one of them positive; {@code skill} of the label is in the score. */
    private static Verdict.Entry entry(String model, long seed, double skill) {
        Random random = new Random(17 + seed + model.hashCode());
        float[] logits = new float[2 * USERS];
        float[] labels = new float[2 * USERS];
        int[] users = new int[2 * USERS];
        for (int row = 0; row < logits.length; row++) {
            labels[row] = row % 2;
            users[row] = row / 2;
            logits[row] = (float) (skill * labels[row] + random.nextGaussian());
        }
        RunFolder folder = new RunFolder(Path.of("/runs/" + model + "-" + seed));
        ExperimentConfig config =
                Verdict.withSeed(ExperimentConfig.of(ModelCatalog.family(model).preset(Preset.QUICK)), seed);
        RunDescription description =
                new RunDescription(folder.path().toString(), seed, Path.of("/data"), "print", "test", config);
        return new Verdict.Entry(
                RunSummary.of(folder, description, List.of(), false),
                RunScores.of(raw(folder, TestRows.of(description), logits, labels, users)));
    }

    private static RunScores.Raw raw(RunFolder folder, TestRows rows, float[] logits, float[] labels, int[] users) {
        return new RunScores.Raw(
                folder,
                new TestRows(rows.fingerprint(), rows.protocol(), 1),
                logits,
                labels,
                users,
                Map.of(),
                new RunScores.Latency(Timing.of(1), Timing.of(1000), Timing.of()),
                List.of());
    }

    private static Verdict of(double first, double second, int seeds) {
        List<Verdict.Entry> entries = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            entries.add(entry("din", seed, first));
            entries.add(entry("pool", seed, second));
        }
        return Verdict.of(entries);
    }

    @Test
    void oneConfigurationHasNoRival() {
        assertThat(Verdict.of(List.of(entry("din", 1, 1), entry("din", 2, 1))).kind())
                .isEqualTo(Verdict.Kind.ONE);
    }

    @Test
    void aSmallLeadIsWithinTheDrawOfUsers() {
        assertThat(of(1, 1, 1).kind()).isEqualTo(Verdict.Kind.WITHIN_USERS);
    }

    @Test
    void aLeadOfOneSeedNamesNoWinner() {
        assertThat(of(3, 0.5, 1).kind()).isEqualTo(Verdict.Kind.FEW_SEEDS);
    }

    @Test
    void theSameSeedTwiceIsOneSeed() {
        List<Verdict.Entry> entries = List.of(entry("din", 1, 3), entry("din", 1, 3), entry("pool", 1, 0.5));
        assertThat(Verdict.of(entries).groups().get(0).spread().count()).isEqualTo(1);
        assertThat(Verdict.of(entries).kind()).isEqualTo(Verdict.Kind.FEW_SEEDS);
    }

    @Test
    void aLeadBeyondUsersAndSeedsNamesTheWinner() {
        Verdict verdict = of(3, 0.5, 3);
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.WINNER);
        assertThat(verdict.groups()
                        .get(0)
                        .entries()
                        .get(0)
                        .run()
                        .folder()
                        .path()
                        .toString())
                .contains("din");
        assertThat(verdict.headline().orElseThrow().overSeeds().low()).isPositive();
    }

    /** The same with NDCG@10 over a catalogue of each of the users. */
    private static Verdict.Entry ranked(Verdict.Entry entry, double[] ndcg) {
        PerUser users = PerUser.of(ndcg);
        CatalogueRanking.Figures figures = new CatalogueRanking.Figures(
                Map.of("ndcg10", FullRanking.mean(users).value()), Map.of(), Map.of("ndcg10", users));
        return new Verdict.Entry(
                entry.run(),
                entry.scores()
                        .with(new CatalogueRanking(
                                ndcg.length, ndcg.length, 100, 0, figures, Map.of(), Map.of(), null, null, Map.of())));
    }

    private static double[] drawn(long seed, double share) {
        Random random = new Random(seed);
        double[] values = new double[USERS];
        for (int u = 0; u < USERS; u++) {
            values[u] = random.nextDouble() < share ? 0.5 : 0;
        }
        return values;
    }

    @Test
    void theCatalogueDecidesWhereAllWereRankedOnIt() {
        Verdict.Entry din = ranked(entry("din", 1, 0.5), drawn(1, 0.6));
        Verdict.Entry pool = ranked(entry("pool", 1, 3), drawn(2, 0.1));
        Verdict verdict = Verdict.of(List.of(din, pool));
        assertThat(verdict.findings())
                .extracting(Verdict.Finding::figure)
                .containsExactly(PairedFigure.first(), PairedFigure.AUC);
        assertThat(verdict.groups().get(0).entries().get(0)).isEqualTo(din);
        assertThat(verdict.findings().get(0).overUsers().low()).isPositive();
        assertThat(verdict.findings().get(1).lead()).isNegative();
        // one that was not ranked: AUC decides
        assertThat(Verdict.of(List.of(din, entry("pool", 1, 3))).findings())
                .extracting(Verdict.Finding::figure)
                .containsExactly(PairedFigure.AUC);
    }

    @Test
    void sharedSeedsArePairedSoThatWhatTheyShareCancels() {
        List<Verdict.Entry> entries = new ArrayList<>();
        double[] shared = {0, 0.1, 0.2};
        double[] own = {0.031, 0.030, 0.032};
        for (int s = 0; s < 3; s++) {
            double[] ndcg = new double[USERS];
            Arrays.fill(ndcg, 0.3 + shared[s] + own[s]);
            entries.add(ranked(entry("din", s, 1), ndcg));
            Arrays.fill(ndcg, 0.3 + shared[s]);
            entries.add(ranked(entry("pool", s, 1), ndcg));
        }
        Verdict.Finding found = Verdict.of(entries).headline().orElseThrow();
        assertThat(found.pairedSeeds()).isEqualTo(3);
        assertThat(found.lead()).isCloseTo(0.031, within(1e-12));
        // Student's t with 2 degrees of freedom; Welch would say ± .2
        assertThat(found.overSeeds().low()).isCloseTo(0.031 - 4.302652729749462 * 0.001 / Math.sqrt(3), within(1e-9));
        assertThat(RunComparison.pairs(entries).stream().filter(pair -> pair.by() == RunComparison.By.SEEDS))
                .anySatisfy(pair -> {
                    assertThat(pair.metric()).isEqualTo(PairedFigure.first().id());
                    assertThat(pair.seeds()).isEqualTo(3);
                    assertThat(pair.difference()).isCloseTo(0.031, within(1e-12));
                });
        assertThat(RunComparison.pairs(entries).stream().filter(pair -> pair.by() == RunComparison.By.USERS))
                .hasSize(2 * 15);
    }

    @Test
    void runsOnOtherRowsAreNotHeldAgainstEachOther() {
        Verdict.Entry din = entry("din", 1, 3);
        RunScores scores = entry("pool", 1, 0).scores();
        // the same users and labels, but other candidates
        TestRows rows = new TestRows(
                "print",
                ConfigJson.set(din.run().description().config(), "data.protocol.negatives.kind=popularity")
                        .protocol(),
                1);
        RunScores others = RunScores.of(raw(
                scores.folder(),
                rows,
                new float[2 * USERS],
                scores.scored().labels(),
                Arrays.stream(scores.scored().users())
                        .mapToInt(user -> (int) user)
                        .toArray()));
        Verdict verdict =
                Verdict.of(List.of(din, new Verdict.Entry(entry("pool", 1, 0).run(), others)));
        assertThat(verdict.kind()).isEqualTo(Verdict.Kind.OTHER_ROWS);
        List<Verdict.Entry> both =
                List.of(din, new Verdict.Entry(entry("pool", 1, 0).run(), others));
        Verdict withThird = Verdict.of(List.of(din, entry("bst", 1, 2), both.get(1)));
        assertThat(withThird.kind()).isEqualTo(Verdict.Kind.OTHER_ROWS); // though the first two share their rows
        assertThat(withThird.second().entries()).containsExactly(both.get(1));
        assertThat(RunComparison.pairs(both)).isEmpty();
        assertThat(RunComparison.otherRows(both)).isTrue();
        assertThat(RunComparison.otherRows(List.of(din, entry("pool", 1, 0)))).isFalse();
    }

    @Test
    void theSpreadOfThreeIsStudents() {
        Spread spread = Spread.of(1, 2, 3);
        assertThat(spread.deviation()).isEqualTo(1);
        assertThat(spread.interval().orElseThrow().low()).isCloseTo(2 - 4.302652729749462 / Math.sqrt(3), within(1e-9));
        // Welch with equal spreads: 4 degrees of freedom, error √(2/3)
        assertThat(Spread.of(4, 5, 6).minus(spread).orElseThrow().high())
                .isCloseTo(3 + 2.7764451051977934 * Math.sqrt(2.0 / 3), within(1e-9));
        assertThat(Spread.of(1).interval()).isEmpty();
    }

    @Test
    void everyPublishedVariantCanBeConfiguredFromEveryPreset() {
        for (Ablation ablation : Ablation.published()) {
            for (Preset preset : Preset.general()) {
                ExperimentConfig full = ExperimentConfig.of(
                        ModelCatalog.family(ablation.family()).preset(preset));
                for (AblationVariant variant : ablation.variants()) {
                    ExperimentConfig config = Ablation.config(variant, full, preset);
                    assertThat(config.model().id()).isEqualTo(variant.model());
                    assertThat(variant.id().equals(AblationVariant.FULL) && !config.equals(full))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void configurationsAreSetSideBySideWhereTheyDiffer() {
        ExperimentConfig full = ExperimentConfig.of(ModelCatalog.family("bst").preset(Preset.QUICK));
        AblationVariant blocks = Ablation.published().get(2).variants().stream()
                .filter(each -> each.id().equals("blocks2"))
                .findFirst()
                .orElseThrow();
        ExperimentConfig two = Ablation.config(blocks, full, Preset.QUICK);
        assertThat(ConfigTable.differences(List.of(full, Verdict.withSeed(two, 8))))
                .containsExactly(
                        new ConfigTable.Row("model.encoder.blocks", List.of("1", "2")),
                        new ConfigTable.Row("training.seed", List.of("7", "8")));
    }
}
