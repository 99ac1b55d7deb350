package dev.interestlens.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.measurement.compare.RunScores;
import dev.interestlens.measurement.quality.TestRows;
import dev.interestlens.metric.CatalogueRanking;
import dev.interestlens.metric.FullRanking;
import dev.interestlens.metric.KeptRanking;
import dev.interestlens.metric.PerUser;
import dev.interestlens.metric.RankingMetric;
import dev.interestlens.metric.References;
import dev.interestlens.model.ModelCatalog;
import dev.interestlens.model.config.Preset;
import dev.interestlens.train.config.ExperimentConfig;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.workspace.Timing;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceWordsTest {
    private final ReferenceWords words = new ReferenceWords(new Messages(Language.ENGLISH));

    /** One user with a positive and so many others; neighbours knows the answer. */
    private static RunScores scores(int others, float logit) {
        float[] labels = new float[others + 1];
        labels[0] = 1;
        float[] logits = new float[others + 1];
        logits[0] = logit;
        double[] known = new double[others + 1];
        known[0] = 1;
        return RunScores.of(new RunScores.Raw(
                new RunFolder(Path.of("/run")),
                new TestRows(
                        "print",
                        ExperimentConfig.of(ModelCatalog.family("din").preset(Preset.QUICK))
                                .protocol(),
                        1),
                logits,
                labels,
                new int[others + 1],
                Map.of("neighbours", known),
                new RunScores.Latency(Timing.of(), Timing.of(), Timing.of()),
                List.of()));
    }

    @Test
    void aRankingMetricNamesItsCandidates() {
        References twenty = scores(20, 1).references();
        assertThat(words.name("HR@10", List.of(twenty, twenty))).isEqualTo("HR@10 among 21 candidates");
        assertThat(words.name("HR@10", List.of(twenty, scores(4, 1).references())))
                .isEqualTo("HR@10 among 5 to 21 candidates");
        assertThat(words.name("HR@10", List.of())).isEqualTo("HR@10");
    }

    @Test
    void chanceAndTheBestBaselineStandBesideIt() {
        Optional<References> references = Optional.of(scores(20, 1).references());
        assertThat(words.random(references, "hitRate10")).isEqualTo("0.4762");
        assertThat(words.best(references, "hitRate10")).isEqualTo("1.0000 (neighbours)");
        assertThat(words.best(Optional.empty(), "hitRate10")).isEqualTo("–");
    }

    /** Figures of so many users. */
    private static CatalogueRanking.Figures figures(int users, IntToDoubleFunction ndcg) {
        PerUser byUser = PerUser.of(IntStream.range(0, users).mapToDouble(ndcg).toArray());
        Map<String, PerUser> all = new LinkedHashMap<>();
        RankingMetric.told().forEach(metric -> all.put(metric.id(), byUser));
        return new CatalogueRanking.Figures(
                Map.of(RankingMetric.NDCG10.id(), FullRanking.mean(byUser).orNaN()), Map.of(), all);
    }

    private static RunScores ranked(IntToDoubleFunction model, IntToDoubleFunction neighbours) {
        KeptRanking none =
                new KeptRanking(new int[0], new int[0], new int[0], new int[0], new int[0], new int[0], new int[0][]);
        return scores(20, 1)
                .with(new CatalogueRanking(
                        40,
                        40,
                        9,
                        0,
                        figures(40, model),
                        Map.of(),
                        Map.of("popularity", figures(40, u -> 0), "neighbours", figures(40, neighbours)),
                        none,
                        null,
                        Map.of()));
    }

    @Test
    void whoIsNotAheadAmongTheFirstTenIsNamed() {
        assertThat(words.inLists(Map.of("weak", ranked(u -> .25, u -> .5))))
                .isEqualTo("In the first ten of all items \"neighbours\", which needs no model, is ahead of weak by"
                        + " 0.2500 (0.2500 to 0.2500).");
        assertThat(words.inLists(Map.of("level", ranked(u -> u % 2, u -> (u + 1) % 2))))
                .startsWith("In the first ten of all items \"neighbours\", which needs no model, is not clearly "
                        + "worse: level with a difference of 0.0000 (−0.")
                .endsWith(").");
        assertThat(words.inLists(Map.of("same", ranked(u -> .5, u -> u % 2 == 0 ? .51 : .49))))
                .startsWith("In the first ten of all items \"neighbours\", which needs no model, is practically equal: "
                        + "same with a difference of 0.0000 (−0.0");
        assertThat(words.inLists(Map.of("strong", ranked(u -> .5, u -> .25)))).isEmpty();
    }

    /** Then that is the answer, and not which of them is the better one. */
    @Test
    void allAreBehindOnlyWhereEveryOneClearlyIs() {
        RunScores behind = ranked(u -> .25, u -> .5);
        RunScores level = ranked(u -> u % 2, u -> (u + 1) % 2);
        assertThat(words.allBehind(Map.of("weak", behind, "too", behind))).isTrue();
        assertThat(words.allBehind(Map.of("weak", behind, "level", level))).isFalse();
        assertThat(words.allBehind(Map.of("weak", behind, "strong", ranked(u -> .5, u -> .25))))
                .isFalse();
        assertThat(words.allBehind(Map.of("weak", behind, "unranked", scores(20, 1))))
                .isFalse();
        assertThat(words.allBehind(Map.of())).isFalse();
    }

    @Test
    void aModelBelowABaselineIsNamed() {
        assertThat(words.below("weak", scores(20, -1)))
                .isEqualTo("weak is below a baseline without a model: AUC 0.0000, neighbours 1.0000; "
                        + "NDCG@10 0.0000, neighbours 1.0000; HR@10 0.0000, neighbours 1.0000.");
        assertThat(words.belowInAuc(Map.of("weak", scores(20, -1))))
                .isEqualTo("Below the best baseline in test AUC: weak (neighbours).");
        assertThat(words.belowInAuc(Map.of("strong", scores(20, 1)))).isEmpty();
        assertThat(words.below("strong", scores(20, 1))).isEmpty();
    }
}
