package dev.interestlens.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.file.MarkdownText;
import dev.interestlens.figure.table.Table;
import dev.interestlens.measurement.compare.PairedFigure;
import dev.interestlens.measurement.compare.RunComparison;
import dev.interestlens.measurement.compare.RunComparison.By;
import dev.interestlens.measurement.compare.RunComparison.Pair;
import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.compare.Verdict;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunDescription;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.RunSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompareMeasurementTest {
    private static final Interval ABOVE = new Interval(0.01, 0.05, 0.95);
    private static final Interval AROUND = new Interval(-0.01, 0.05, 0.95);

    private static Verdict.Entry run(String name, long seed, double ndcg) {
        RunFolder folder = new RunFolder(Path.of("/runs/" + name));
        ExperimentConfig config =
                Verdict.withSeed(ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK)), seed);
        RunDescription description = new RunDescription(name, 0, Path.of("/data"), "print", "test", config);
        CatalogueRanking.Figures ranked = new CatalogueRanking.Figures(
                Map.of("ndcg10", ndcg), Map.of("ndcg10", new Interval(ndcg - 0.01, ndcg + 0.01, 0.95)), Map.of());
        CatalogueRanking ranking =
                new CatalogueRanking(10, 10, 99, 0, ranked, Map.of(), Map.of(), null, null, Map.of());
        RunScores.Figures figures = new RunScores.Figures(Map.of("auc", 0.8), Map.of(), null, null);
        return new Verdict.Entry(
                RunSummary.of(folder, description, List.of(), false),
                new RunScores(
                        folder,
                        new TestRows("print", config.protocol(), 1),
                        null,
                        null,
                        figures,
                        null,
                        null,
                        List.of(),
                        ranking));
    }

    private static List<Table> tables(List<Verdict.Entry> runs, Pair... pairs) {
        return new CompareMeasurement()
                .tell(Map.of("", RunComparison.of(runs, List.of(pairs))))
                .tables();
    }

    @Test
    void theHighestOfAColumnIsMarkedAndSeedsHaveNoThousands() {
        Table table = tables(List.of(run("a", 12345, 0.1), run("b", 7, 0.2))).get(0);
        assertThat(MarkdownText.table(table, Locale.ENGLISH))
                .contains("| a | 12345 | 0.1000 \\[0.0900,\u00a00.1100\\] |")
                .contains("| b | 7 | 0.2000 ★ \\[0.1900,\u00a00.2100\\] |");
    }

    @Test
    void significantIsWhatDoesNotHoldZero() {
        Table table = tables(
                        List.of(run("a", 1, 0.1)),
                        new Pair("a", "b", PairedFigure.first().id(), By.SEEDS, 3, 0.02, ABOVE),
                        new Pair("a", "b", PairedFigure.first().id(), By.USERS, 1, 0.02, AROUND))
                .get(1);
        assertThat(MarkdownText.table(table, Locale.ENGLISH)).contains("| 3 seeds |", "| yes |", "| users |", "| no |");
        assertThat(MarkdownText.table(table, Locale.CHINESE)).contains("| 3 个种子 |", "| 是 |", "| 用户 |", "| 否 |");
    }

    @Test
    void seedsAreTabledOnceOneConfigurationHasSeveral() {
        assertThat(tables(List.of(run("a", 1, 0.1)))).hasSize(1);
        assertThat(tables(List.of(run("a", 1, 0.1), run("b", 2, 0.2)))).hasSize(2);
    }
}
