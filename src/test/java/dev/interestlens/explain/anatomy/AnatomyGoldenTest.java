package dev.interestlens.explain.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Against {@code src/test/python/anatomy.py}, which takes the mean over all orders of the parts. */
class AnatomyGoldenTest {
    private static JsonNode cases() throws IOException {
        try (InputStream in = AnatomyGoldenTest.class.getResourceAsStream("anatomy.json")) {
            return Json.read(in.readAllBytes(), JsonNode.class);
        }
    }

    private static Anatomy measured(JsonNode golden) {
        CoalitionScores scores = AnatomyScores.of(golden);
        return Anatomy.of(scores, new double[scores.labels().length], 9, List.of(RankMetric.values()));
    }

    @Test
    void everyShareIsTheOneThatNumPyFinds() throws IOException {
        for (JsonNode golden : cases()) {
            for (Anatomy.Figure figure : measured(golden).metrics()) {
                JsonNode expected = golden.path("expected").path(figure.metric());
                assertThat(figure.chance()).isCloseTo(expected.path("chance").asDouble(), within(1e-12));
                assertThat(figure.value()).isCloseTo(expected.path("value").asDouble(), within(1e-12));
                for (Anatomy.Share share : figure.shares()) {
                    assertThat(share.share())
                            .as(figure.metric() + " " + share.part())
                            .isCloseTo(
                                    expected.path("shares")
                                            .path(share.part().id())
                                            .asDouble(),
                                    within(1e-12));
                }
            }
        }
    }

    @Test
    void sharesSumToTheFigureLessChance() throws IOException {
        for (JsonNode golden : cases()) {
            for (Anatomy.Figure figure : measured(golden).metrics()) {
                double sum = figure.shares().stream()
                        .mapToDouble(Anatomy.Share::share)
                        .sum();
                assertThat(sum).isCloseTo(figure.value() - figure.chance(), within(1e-12));
            }
        }
    }

    @Test
    void everyShareLiesInItsInterval() throws IOException {
        for (Anatomy.Figure figure : measured(cases().get(0)).metrics()) {
            assertThat(figure.value()).isBetween(figure.low(), figure.high());
            for (Anatomy.Share share : figure.shares()) {
                assertThat(share.share()).isBetween(share.low(), share.high());
            }
        }
    }

    @Test
    void thereAreAtMostEightyCoalitions() {
        Coalitions all = new Coalitions(List.of(InputPart.values()));
        assertThat(all.all()).hasSize(16 * 5).doesNotHaveDuplicates();
    }
}
