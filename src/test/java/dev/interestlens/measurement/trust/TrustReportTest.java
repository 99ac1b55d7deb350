package dev.interestlens.measurement.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.interestlens.figure.data.IntervalData;
import dev.interestlens.measurement.trust.Measured.Values;
import dev.interestlens.store.Components;
import dev.interestlens.store.Json;
import dev.interestlens.store.SealedJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrustReportTest {
    private static final int USERS = 60;

    /** A planting in which every effect is ahead of this share of other histories, and the cause is first so often. */
    private static Measured planting(int firstUser, double ahead, double found) {
        int[] users = IntStream.range(firstUser, firstUser + USERS).toArray();
        Values rest = new Values(users, new double[USERS]);
        Map<String, Values> named = Map.of("look", alternating(users, found), "effect", alternating(users, 1));
        return new Measured(alternating(users, ahead), named, named, rest, rest, rest);
    }

    /** Ones for this share of the users, else zeros. */
    private static Values alternating(int[] users, double share) {
        return new Values(
                users,
                IntStream.range(0, users.length)
                        .mapToDouble(i -> i < share * users.length ? 1 : 0)
                        .toArray());
    }

    @Test
    void plantingsArePooledByUser() {
        TrustReport.Law law =
                TrustReport.Law.of("same", List.of(planting(0, 1, 0.5), planting(USERS, 1, 0.25)), List.of());
        assertThat(law.planted()).isEqualTo(2 * USERS);
        assertThat(law.learnt().said()).isTrue();
        assertThat(law.explainers().get(0).name()).isEqualTo("effect");
        assertThat(law.explainers().get(1).recall1()).isEqualTo(0.375, within(1e-12));
        assertThat(law.explainers().get(1).low()).isLessThan(0.375);
        assertThat(law.explainers().get(1).high()).isGreaterThan(0.375);
    }

    @Test
    void explanationsOfOthersStandAmongOursAndAreMarked() {
        Measured planting = planting(0, 1, 0.5);
        Values half = alternating(planting.ndcg().users(), 0.75);
        Stand.Own own = new Stand.Own("look", List.of(half), List.of(half), 3);
        TrustReport.Law law = TrustReport.Law.of("same", List.of(planting), List.of(own));
        assertThat(law.explainers()).extracting(TrustReport.Explained::name).containsExactly("effect", "look", "look");
        assertThat(law.explainers().get(1).isOwn()).isTrue();
        assertThat(law.explainers().get(1).missing()).isEqualTo(3);
        assertThat(law.explainers().get(1).recall1()).isEqualTo(0.75);
        TrustReport report = new TrustReport(
                "din",
                "quick",
                1,
                List.of(law),
                List.of(new TrustReport.Outside("look", USERS, 3, 500, 1, 2, "same-7-1,9")));
        assertThat(SealedJson.read(SealedJson.bytes(report), TrustReport.class)).isEqualTo(report);
        JsonNode tree = Json.finite((Object) report);
        assertThat(tree.at("/laws/0/explainers/0").has("own")).isFalse();
        assertThat(tree.at("/laws/0/explainers/1/own").asBoolean()).isTrue();
        assertThat(TrustWords.line(report).orElseThrow().in(Locale.ENGLISH)).contains("Look names them first in 50 %");
        String page =
                new String(TrustPanels.of(report).page(List.of()).bytes("md", Locale.ENGLISH), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("look (other program)", "3 of 60 planted rows", "1 value was not finite")
                .contains("2 values belong to none of these rows", "same-7-1,9");
    }

    @Test
    void aReportOfBeforeHasNoExplanationsOfOthers() {
        TrustReport report = new TrustReport(
                "din", "quick", 1, List.of(TrustReport.Law.of("same", List.of(planting(0, 1, 0.5)), List.of())), null);
        assertThat(Json.line(report)).doesNotContain("own", "outside", "missing");
        assertThat(Json.read(Json.line(report), TrustReport.class).outside()).isEmpty();
    }

    @Test
    void whatWasNotLearntSaysNothingAboutExplanations() {
        TrustReport.Law law = TrustReport.Law.of("order", List.of(planting(0, 0.5, 1)), List.of());
        assertThat(law.learnt().said()).isFalse();
        assertThat(law.explainers()).isEmpty();
        assertThat(TrustWords.line(new TrustReport("din", "quick", 1, List.of(law), List.of()))
                        .orElseThrow()
                        .in(Locale.ENGLISH))
                .contains("not learnt");
    }

    @Test
    void theFigureOfALearntLawHasEveryExplainerAndEveryRuleBesideThem() {
        Measured all = planting(0, 1, 0.5);
        Map<String, Values> found = new HashMap<>(all.first());
        for (String rule : List.of("similarItem", "newest", "random")) {
            found.put(rule, alternating(all.ndcg().users(), 0.1));
        }
        Measured ruled = Components.of(all).with("first", found, "three", found);
        TrustReport report = new TrustReport(
                "din",
                "quick",
                1,
                List.of(
                        TrustReport.Law.of("same", List.of(ruled), List.of()),
                        TrustReport.Law.of("order", List.of(planting(0, 0.5, 1)), List.of())),
                List.of());
        assertThat(TrustPanels.of(report).panels()).hasSize(1);
        IntervalData shown = (IntervalData)
                TrustPanels.of(report).panels().get(0).pictures().get(0).data();
        assertThat(shown.rows())
                .extracting(row -> row.name().in(Locale.ENGLISH))
                .contains("Look", "Effect", "most similar item", "newest behaviour", "random");
    }

    @Test
    void theLineNamesLookAndEffectInBothLanguages() {
        TrustReport report = new TrustReport(
                "din",
                "quick",
                1,
                List.of(TrustReport.Law.of("same", List.of(planting(0, 1, 0.5)), List.of())),
                List.of());
        assertThat(TrustWords.line(report).orElseThrow().in(Locale.ENGLISH))
                .contains("Look names them first in 50 %")
                .contains("Effect in 100 %");
        assertThat(TrustWords.line(report).orElseThrow().in(Locale.CHINESE))
                .contains("50 %")
                .contains("上限");
    }

    @Test
    void theLineOfAModelWithoutAttentionNamesEffectAlone() {
        Measured all = planting(0, 1, 0.5);
        Measured pool =
                Components.of(all).with("first", Map.of("effect", all.first().get("effect")));
        TrustReport report = new TrustReport(
                "pool", "quick", 1, List.of(TrustReport.Law.of("same", List.of(pool), List.of())), List.of());
        assertThat(TrustWords.line(report).orElseThrow().in(Locale.ENGLISH))
                .contains("Effect names them first in 100 %")
                .doesNotContain("Look");
    }

    @Test
    void aPageSaysWhatWasTrainedAndWhatPlantingChanged() {
        Measured quiet = planting(0, 1, 0.5);
        Measured loud = Components.of(quiet)
                .with(
                        "ndcg",
                        new Values(
                                quiet.ndcg().users(),
                                IntStream.range(0, USERS)
                                        .mapToDouble(i -> -0.05)
                                        .toArray()),
                        "told",
                        alternating(quiet.ndcg().users(), 1));
        assertThat(page(quiet))
                .contains("DIN, preset quick, 1 planting of each law.")
                .doesNotContain("planting changed", "look different");
        assertThat(page(loud))
                .contains("planting changed what is learnt of the rest", "Planted histories look different");
    }

    private static String page(Measured planting) {
        TrustReport report = new TrustReport(
                "din", "QUICK", 1, List.of(TrustReport.Law.of("same", List.of(planting), List.of())), List.of());
        return new String(TrustPanels.of(report).page(List.of()).bytes("md", Locale.ENGLISH), StandardCharsets.UTF_8);
    }
}
