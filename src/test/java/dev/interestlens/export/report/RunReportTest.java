package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.words.Text;
import dev.interestlens.export.report.page.Document;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.metric.ListSizes;
import dev.interestlens.metric.PerUser;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.References;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.store.Components;
import dev.interestlens.testing.ValidFigures;
import dev.interestlens.train.config.ConfigJson;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.JournalEntry.EpochDone;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class RunReportTest {
    private static RunFacts run(String name, String family, double auc) {
        return run(name, family, auc, false);
    }

    private static RunFacts run(String name, String family, double auc, boolean shifted) {
        return run(name, family, auc, shifted, false);
    }

    private static RunFacts run(String name, String family, double auc, boolean shifted, boolean calibrated) {
        return new RunFacts(
                name,
                family,
                "versions",
                new RunFacts.Data("data", "f00", 1000, 20, 300, false),
                ConfigJson.tree(ExperimentConfig.of(ModelCatalog.family(family).preset(Preset.QUICK))),
                12345,
                List.of(
                        new EpochDone(1, 10, 0.7, ValidFigures.of(0.6, null, 0.69), true, 1),
                        new EpochDone(2, 20, 0.6, ValidFigures.of(auc, 0.7, 0.6), true, 2)),
                Optional.of(new RunFacts.Measured(
                        100,
                        20,
                        Map.of("auc", auc, "hitRate10", 0.45, "logLoss", 1 - auc),
                        Map.of("auc", new Interval(auc - 0.01, auc + 0.01, 0.95)),
                        new References(
                                new ListSizes(21, 21, 21),
                                Map.of("auc", 0.5, "hitRate10", 0.4762),
                                Map.of("popularity", Map.of("auc", 0.7, "hitRate10", 0.55))),
                        Map.of("historyTies", 4.0),
                        shifted,
                        calibrated,
                        Optional.of(ranking(auc)),
                        List.of(Text.same("a note")))),
                RunFacts.Studies.NONE);
    }

    private static CatalogueRanking ranking(double value) {
        CatalogueRanking.Figures figures = new CatalogueRanking.Figures(
                Map.of("ndcg10", value / 10, "coverage10", 0.25),
                Map.of("ndcg10", new Interval(value / 20, value / 5, 0.95)),
                Map.of());
        CatalogueRanking.Figures popular =
                new CatalogueRanking.Figures(Map.of("ndcg10", 0.0123, "coverage10", 0.0042), Map.of(), Map.of());
        return new CatalogueRanking(
                20,
                50,
                9681,
                3,
                figures,
                Map.of("ndcg10", 0.0005),
                Map.of("popularity", popular, "neighbours", popular),
                null,
                null,
                Map.of());
    }

    private static RunFacts ranked(RunFacts run, CatalogueRanking ranking) {
        return Components.of(run)
                .with("measured", run.measured().map(of -> Components.of(of).with("catalogue", Optional.of(ranking))));
    }

    @Test
    void theFrontMatterOfACardNamesTheCurrencyOfEachFigure() {
        assertThat(HubFrontMatter.of(run("a", "din", 0.8)))
                .contains("- type: auc\n      name: \"AUC. a note\"\n      value: 0.8\n")
                .containsPattern("- type: ndcg_at_10\n      name: \"NDCG@10, .*[0-9]+ items\"\n      value: 0.08");
    }

    @Test
    void logLossesOfFittedAndOfLearntScoresAreToldApart() {
        RunFacts fitted = run("fitted", "din", 0.8, false, true);
        RunFacts learnt = run("learnt", "bst", 0.7, false, false);
        assertThat(compared(List.of(fitted, learnt)).markdown(Locale.ENGLISH))
                .contains(
                        "cannot be compared here by log loss, Brier score and calibration error: ",
                        "the scores of fitted were fitted to the validation part after training (Platt scaling), those"
                                + " of learnt are as they were learnt",
                        "| Scores | fitted to validation | as learnt |")
                .contains("| AUC | 0.8000 ★", "| Log loss | 0.2000 | 0.3000 |");
        assertThat(compared(List.of(learnt, run("other", "din", 0.8))).markdown(Locale.ENGLISH))
                .contains("| Log loss | 0.3000 | 0.2000 ★ |")
                .doesNotContain("| Scores |", "Platt");
    }

    @Test
    void itSaysWhetherRepeatsAreRankedAndHowWell() {
        CatalogueRanking usual = ranking(0.8);
        CatalogueRanking repeats = Components.of(usual)
                .with(
                        "repeats",
                        "all",
                        "populations",
                        Map.of(
                                "new", new CatalogueRanking.Population(0.0031, 0.0095, 210),
                                "repeated", new CatalogueRanking.Population(0.4555, 0.8315, 89),
                                "cold", new CatalogueRanking.Population(Double.NaN, Double.NaN, 0)));
        RunFacts fresh = run("fresh", "din", 0.8);
        RunFacts again = ranked(run("again", "din", 0.8), repeats);
        assertThat(RunReport.of(fresh).markdown(Locale.ENGLISH))
                .contains("and that are new to the user")
                .doesNotContain("met before");
        assertThat(ModelCard.of(again).markdown(Locale.ENGLISH))
                .contains(
                        "also those that the user has met before",
                        "| Items that the user has met before | 0.4555 | 0.8315 | 89 |")
                .doesNotContain("and that are new to the user", "Items that training does not know");
        assertThat(ModelCard.of(again).markdown(Locale.CHINESE)).contains("包括用户接触过的", "| 用户接触过的物品 |");
        assertThat(compared(List.of(fresh, again)).markdown(Locale.ENGLISH))
                .contains("Items that the user has met before | — | 0.4555 |");
    }

    private static CatalogueRanking.Figures byUser(double... ndcg) {
        PerUser each = PerUser.of(ndcg);
        Map<String, PerUser> all = new HashMap<>();
        RankingMetric.told().forEach(metric -> all.put(metric.id(), each));
        double mean = Arrays.stream(ndcg).average().orElseThrow();
        return new CatalogueRanking.Figures(Map.of(RankingMetric.NDCG10.id(), mean), Map.of(), all);
    }

    @Test
    void itSaysWhetherTheModelIsAheadOfTheStrongSimpleScorer() {
        CatalogueRanking.Figures low = byUser(0, 0, 0, 0);
        CatalogueRanking.Figures high = byUser(0.5, 0.5, 0.5, 0.5);
        CatalogueRanking.Figures mixed = byUser(0.5, 0, 0, 0.5);
        assertThat(compared(high, low)).contains("The model is ahead.", "+0.5000 [+0.5000, +0.5000]");
        assertThat(compared(low, high)).contains("The model is behind.");
        assertThat(compared(mixed, byUser(0, 0.5, 0.5, 0)))
                .contains("It is not known which is ahead.", "that of “Popularity”", "that of “Neighbours”");
        assertThat(compared(high, byUser(0.51, 0.49, 0.49, 0.51))).contains("The two are practically equal");
        assertThat(RunReport.of(run("old", "din", 0.8)).markdown(Locale.ENGLISH))
                .doesNotContain("paired by user");
    }

    private static String compared(CatalogueRanking.Figures model, CatalogueRanking.Figures neighbours) {
        CatalogueRanking ranking = Components.of(ranking(0.8))
                .with("model", model, "baselines", Map.of("popularity", neighbours, "neighbours", neighbours));
        return RunReport.of(ranked(run("one", "din", 0.8), ranking))
                .markdown(Locale.ENGLISH)
                .replace("\\", "");
    }

    @Test
    void theMarkOfPlantedCausesStandsFirst() {
        RunFacts run = run("copy", "din", 0.8);
        RunFacts planted =
                Components.of(run).with("data", Components.of(run.data()).with("planted", true));
        for (Document document : List.of(RunReport.of(planted), ModelCard.of(planted))) {
            String text = document.markdown(Locale.ENGLISH);
            assertThat(text.indexOf("with planted causes")).isPositive().isLessThan(text.indexOf("##"));
        }
    }

    @Test
    void noHeadingStandsWithoutWords() {
        String text = RunReport.of(run("one", "din", 0.8)).markdown(Locale.ENGLISH);
        assertThat(text).doesNotContainPattern("## [^\n]+\n\n## ");
    }

    @Test
    void theCardSaysWhatTheScoreLearnt() {
        RunFacts drawn = run("drawn", "din", 0.8);
        assertThat(ModelCard.of(drawn).markdown(Locale.ENGLISH)).contains("among sampled negatives");
        ExperimentConfig config = ConfigJson.set(
                ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK)), "data.protocol.split=logged");
        RunFacts logged = new RunFacts(
                "logged",
                "din",
                "versions",
                drawn.data(),
                ConfigJson.tree(config),
                1,
                drawn.epochs(),
                drawn.measured(),
                RunFacts.Studies.NONE);
        assertThat(ModelCard.of(logged).markdown(Locale.ENGLISH))
                .doesNotContain("ampled negatives")
                .contains("learnt the labels of the log");
        assertThat(ModelCard.of(logged).markdown(Locale.CHINESE))
                .doesNotContain("采样的负例")
                .contains("日志中的标签");
    }

    @Test
    void theWholeCatalogueComesFirstWithIntervalAndBaselines() {
        String text = RunReport.of(run("one", "din", 0.8)).markdown(Locale.ENGLISH);
        assertThat(text)
                .contains(
                        "| NDCG@10, all 9,681 items | 0.0800 \\[0.0400,\u00a00.1600\\] | 0.0005 | 0.0123 | 0.0123 |",
                        "20 of 50 users",
                        "3 true items that training does not know",
                        "| Coverage@10 | Share of the catalogue",
                        "a note");
        assertThat(text.indexOf("NDCG@10, all")).isLessThan(text.indexOf("Among a few candidates"));
        String both =
                compared(List.of(run("a", "din", 0.6), run("b", "dien", 0.9))).markdown(Locale.CHINESE);
        assertThat(both)
                .contains(
                        "| NDCG@10，全部 9,681 个物品 | 0.0600 \\[0.0300,\u00a00.1200\\] | 0.0900 ★",
                        "| 覆盖率@10 | 0.2500 | 0.2500 |");
        assertThat(both.indexOf("NDCG@10，全部")).isLessThan(both.indexOf("在少数候选物品中"));
    }

    @Test
    void learningIsShownByTheCatalogueWhereAJournalHasIt() {
        RunFacts before = run("one", "din", 0.8);
        assertThat(LearningMetric.figure(List.of(before)).id()).isEqualTo("auc");
        RunFacts ranked = new RunFacts(
                "two",
                "din",
                "versions",
                before.data(),
                before.config(),
                1,
                List.of(new EpochDone(
                        1,
                        10,
                        0.7,
                        ValidFigures.of(0.6, null, 0.69, ValidFigures.ranked(500, 9681, 0.0412, 0.08, null), null),
                        true,
                        1)),
                Optional.empty(),
                RunFacts.Studies.NONE);
        assertThat(RunReport.of(ranked).markdown(Locale.ENGLISH))
                .contains("| Validation NDCG@10, all items |", "| 0.0412 | 0.6000 |");
        assertThat(compared(List.of(before, ranked)).markdown(Locale.CHINESE))
                .contains("验证集 NDCG@10（全部物品）", "| 1 | — | 0.0412 |");
    }

    @Test
    void theReportShowsFiguresBesideBaselinesInBothLanguages() {
        Document report = RunReport.of(run("one", "din", 0.8));
        assertThat(report.html(Locale.ENGLISH))
                .contains(
                        "0.8000",
                        "0.8000 [0.7900,\u00a00.8100]",
                        "Popularity",
                        "热度",
                        "12,345",
                        "model.unit.hidden",
                        "<svg");
        assertThat(report.markdown(Locale.CHINESE))
                .contains("# 训练报告：one", "| 热度 | 0.7000 | — | 0.5500 |", "| 2 ★ |", "| 1 |");
    }

    @Test
    void aPageNeedsNeitherScriptNorNetwork() {
        assertThat(RunReport.of(run("one", "din", 0.8)).html(Locale.CHINESE))
                .doesNotContain("<script", "http:", "https:", "url(", "@import");
    }

    @Test
    void namesNeverBecomeMarkup() {
        Document report = RunReport.of(run("<b>|`x`", "din", 0.8));
        assertThat(report.html(Locale.ENGLISH)).doesNotContain("<b>|").contains("&lt;b&gt;|");
        assertThat(report.markdown(Locale.ENGLISH)).contains("\\<b\\>\\|\\`x\\`");
    }

    @Test
    void theBestOfEachLineIsMarkedAndOnlyDifferencesAreListed() {
        String text =
                compared(List.of(run("a", "din", 0.8), run("b", "dien", 0.9))).markdown(Locale.ENGLISH);
        assertThat(text).contains("| AUC | 0.8000 \\[0.7900,\u00a00.8100\\] | 0.9000 ★ \\[0.8900,\u00a00.9100\\] |");
        assertThat(text).contains("| Log loss | 0.2000 | 0.1000 ★ |", "| model.id | din | dien |", "same data");
        assertThat(text).doesNotContain("training.epochs");
        assertThat(text).contains("| Baseline | a | b |", "| AUC: Popularity |");
    }

    @Test
    void rankingMetricsAreNamedWithTheirCandidatesAndStandBesideChanceAndBaselines() {
        String text =
                compared(List.of(run("a", "din", 0.6), run("b", "dien", 0.9))).markdown(Locale.ENGLISH);
        assertThat(text)
                .contains(
                        "| Hit rate@10 among 21 candidates | 0.4500",
                        "| Hit rate@10 among 21 candidates, random scorer | 0.4762 | 0.4762 |",
                        "| Candidates per user | 21 | 21 |",
                        "| AUC: Popularity | 0.7000 | 0.7000 |",
                        "| Hit rate@10 among 21 candidates: Popularity | 0.5500 | 0.5500 |");
        assertThat(RunReport.of(run("a", "din", 0.6)).markdown(Locale.CHINESE))
                .contains("命中率@10（21 个候选物品中）", "| 随机打分 |", "0.4762");
    }

    @Test
    void whereTheTestHasAnotherShareOfPositivesNoLogLossIsMarked() {
        Document report = compared(List.of(run("a", "din", 0.8), run("b", "dien", 0.9, true)));
        assertThat(report.markdown(Locale.ENGLISH))
                .contains("0.9000 ★", "| Log loss | 0.2000 | 0.1000 |", "another share of positives")
                .contains("No ★ marks log loss, Brier score and calibration error:");
        assertThat(report.markdown(Locale.CHINESE)).contains("正样本比例", "对数损失、Brier 得分和校准误差不标");
    }

    @Test
    void nothingIsMarkedAsBestAmongFiguresOfOtherData() {
        RunFacts elsewhere = run("b", "din", 0.9);
        RunFacts other = new RunFacts(
                "b",
                "din",
                "versions",
                new RunFacts.Data("data", "other", 1, 1, 1, false),
                elsewhere.config(),
                1,
                List.of(),
                elsewhere.measured(),
                RunFacts.Studies.NONE);
        assertThat(compared(List.of(run("a", "din", 0.8), other)).markdown(Locale.ENGLISH))
                .doesNotContain("★");
    }

    @Test
    void otherDataIsSaid() {
        RunFacts other = run("b", "din", 0.9);
        RunFacts elsewhere = new RunFacts(
                "b",
                "din",
                "versions",
                new RunFacts.Data("data", "other", 1, 1, 1, false),
                other.config(),
                1,
                List.of(),
                Optional.empty(),
                RunFacts.Studies.NONE);
        assertThat(compared(List.of(run("a", "din", 0.8), elsewhere)).markdown(Locale.ENGLISH))
                .contains("must not be compared");
        assertThat(RunReport.of(elsewhere).markdown(Locale.ENGLISH))
                .contains("Not measured.", "Not measured with these weights.", "No epoch is finished yet.");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        assertThat(words("texts_zh.properties").keySet())
                .isEqualTo(words("texts.properties").keySet());
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(RunReport.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }

    private static Document compared(List<RunFacts> runs) {
        return ComparisonReport.of(runs, List.of());
    }
}
