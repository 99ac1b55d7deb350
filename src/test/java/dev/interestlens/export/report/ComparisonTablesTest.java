package dev.interestlens.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.file.MarkdownText;
import dev.interestlens.figure.table.Table;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTablesTest {
    private static final Interval ABOVE = new Interval(0.01, 0.05, 0.95);
    private static final Interval AROUND = new Interval(-0.01, 0.05, 0.95);

    private static ComparisonTables.Run run(String name, long seed, double ndcg) {
        CatalogueRanking.Figures figures = new CatalogueRanking.Figures(
                Map.of("ndcg10", ndcg), Map.of("ndcg10", new Interval(ndcg - 0.01, ndcg + 0.01, 0.95)), Map.of());
        return new ComparisonTables.Run(
                name,
                seed,
                new CatalogueRanking(10, 10, 99, 0, figures, Map.of(), Map.of(), null, null, Map.of()),
                0.8,
                null);
    }

    private static ComparisonTables.Difference difference(boolean seeds, Interval interval) {
        return new ComparisonTables.Difference("a", "b", "ndcg10", seeds, seeds ? 3 : 1, 0.02, interval);
    }

    @Test
    void theHighestOfAColumnIsMarkedAndSeedsHaveNoThousands() {
        Table table = ComparisonTables.of(List.of(run("a", 12345, 0.1), run("b", 7, 0.2)), List.of(), List.of())
                .get(0);
        assertThat(MarkdownText.table(table, Locale.ENGLISH))
                .contains("| a | 12345 | 0.1000 \\[0.0900,\u00a00.1100\\] |")
                .contains("| b | 7 | 0.2000 ★ \\[0.1900,\u00a00.2100\\] |");
    }

    @Test
    void significantIsWhatDoesNotHoldZero() {
        Table table = ComparisonTables.of(
                        List.of(run("a", 1, 0.1)),
                        List.of(),
                        List.of(difference(true, ABOVE), difference(false, AROUND)))
                .get(1);
        assertThat(MarkdownText.table(table, Locale.ENGLISH)).contains("| 3 seeds |", "| yes |", "| users |", "| no |");
        assertThat(MarkdownText.table(table, Locale.CHINESE)).contains("| 3 个种子 |", "| 是 |", "| 用户 |", "| 否 |");
    }

    @Test
    void seedsAreTabledOnceOneConfigurationHasSeveral() {
        ComparisonTables.Seeds one = new ComparisonTables.Seeds(
                "a", 1, new ComparisonTables.Mean(0.1, null), new ComparisonTables.Mean(0.8, null));
        ComparisonTables.Seeds three = new ComparisonTables.Seeds(
                "b", 3, new ComparisonTables.Mean(0.2, ABOVE), new ComparisonTables.Mean(0.8, ABOVE));
        assertThat(ComparisonTables.of(List.of(run("a", 1, 0.1)), List.of(one), List.of()))
                .hasSize(1);
        assertThat(ComparisonTables.of(List.of(run("a", 1, 0.1)), List.of(one, three), List.of()))
                .hasSize(2);
    }
}
