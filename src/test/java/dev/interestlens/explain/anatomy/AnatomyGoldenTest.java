package dev.interestlens.explain.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.metric.RankMetric;
import dev.interestlens.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against {@code src/test/python/anatomy.py}, which writes the formulas of each stage out. */
class AnatomyGoldenTest {
    private static JsonNode cases() throws IOException {
        try (InputStream in = AnatomyGoldenTest.class.getResourceAsStream("anatomy.json")) {
            return Json.read(in.readAllBytes(), JsonNode.class);
        }
    }

    private static final List<RankMetric> GOLDEN = List.of(RankMetric.AUC, RankMetric.GAUC, RankMetric.NDCG10);

    private static Anatomy measured(JsonNode golden) {
        CoalitionScores scores = AnatomyScores.of(golden);
        return Anatomy.of(scores, new double[scores.labels().length], 9, GOLDEN);
    }

    @Test
    void everyShareIsTheOneThatNumPyFinds() throws IOException {
        for (JsonNode golden : cases()) {
            Anatomy anatomy = measured(golden);
            assertThat(anatomy.metrics()).extracting(Anatomy.Figure::metric).containsExactly("auc", "gauc", "ndcg10");
            for (Anatomy.Figure figure : anatomy.metrics()) {
                JsonNode expected = golden.path("expected").path(figure.metric());
                assertThat(figure.shares())
                        .hasSizeGreaterThanOrEqualTo(expected.path("shares").size())
                        .isSortedAccordingTo(Comparator.comparing(Anatomy.Share::part));
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
                assertThat(figure.match().share())
                        .isCloseTo(expected.path("match").asDouble(), within(1e-12));
                assertThat(figure.without()).hasSize(2);
                for (Anatomy.Without without : figure.without()) {
                    assertThat(without.lost())
                            .isCloseTo(
                                    expected.path("without")
                                            .path(without.part().id())
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
    void thereAreAtMostThirteenSetsOfParts() {
        List<InputPart> all = Stream.of(InputPart.values())
                .filter(part -> part.stage() != InputPart.Stage.WITHIN)
                .toList();
        assertThat(new PartOrders(all).sets()).hasSize(4 + 8 + 1);
    }

    @Test
    void everySetHoldsTheCandidateBeforeAnythingOfTheUser() {
        List<InputPart> parts = List.of(InputPart.ITEM, InputPart.PROFILE, InputPart.HISTORY, InputPart.ATTENTION);
        assertThat(new PartOrders(parts).sets())
                .allMatch(own -> own.contains(InputPart.ITEM))
                .filteredOn(own -> own.contains(InputPart.ATTENTION))
                .containsExactly(Set.copyOf(parts));
    }
}
