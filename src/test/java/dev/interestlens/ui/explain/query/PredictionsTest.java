package dev.interestlens.ui.explain.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.filter.Mistake;
import dev.interestlens.ui.explain.query.PredictionOrder.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PredictionsTest {
    private final Predictions rows = Predictions.of(
            new String[] {"Phone case", "Camera", "Phone", "Lens"},
            new String[] {"phones", "cameras", "phones", "cameras"},
            new float[] {1, 0, 0, 1},
            new int[] {3, 30, 12, 50},
            new float[] {0.9f, 0.6f, 0.1f, 0.2f});

    @Test
    void conditionsOfTheFilterMustAllHold() {
        assertThat(shown("cat:phone n>5")).containsExactly(2);
        assertThat(shown("err>0.5")).containsExactly(1, 3);
        assertThat(shown("label=1 p<0.5")).containsExactly(3);
        assertThat(shown("phone")).containsExactly(0, 2);
        assertThat(shown("")).containsExactly(0, 1, 2, 3);
    }

    @Test
    void wordsCanStandTogetherOrBeForbidden() {
        assertThat(shown("\"phone case\"")).containsExactly(0);
        assertThat(shown("phone -case")).containsExactly(2);
        assertThat(shown("-cat:phone")).containsExactly(1, 3);
        assertThat(shown("user:U2")).containsExactly(2);
    }

    @Test
    void aWordAloneIsAUserOrPartOfATitle() {
        Predictions people = Predictions.of(
                new String[] {"187", "187", "18", "42"},
                new String[] {"Phone", "Lens", "Camera", "Route 187"},
                new String[] {"a", "a", "b", "b"},
                new float[] {1, 0, 0, 1},
                new int[] {3, 3, 5, 8},
                new float[] {0.5f, 0.91f, 0.9f, 0.1f});
        assertThat(shown("187", people)).containsExactly(0, 1, 3);
        assertThat(shown("user=187", people)).containsExactly(0, 1);
        assertThat(shown("user:187", people)).containsExactly(0, 1);
        assertThat(shown("item=187", people)).containsExactly(3);
        assertThat(shown("-187", people)).containsExactly(2);
        assertThat(shown("user=\"187\" title:\"le\"", people)).containsExactly(1);
    }

    @Test
    void columnsAreComparedByTheirNames() {
        assertThat(shown("score>0.5")).containsExactly(0, 1);
        assertThat(shown("score=0.9")).containsExactly(0);
        assertThat(shown("score=1")).isEmpty();
        assertThat(shown("length:12")).containsExactly(2);
        assertThat(shown("label:1 error<0.5")).containsExactly(0);
        assertThat(shown("category=phone")).containsExactly(0, 2);
        assertThat(shown("score＞0.5")).containsExactly(0, 1);
        assertThat(new PredictionFilter("entropy<2").wantsMeasures()).isTrue();
    }

    @Test
    void theRankIsThatAmongTheRowsOfOneUser() {
        String[] names = {"a", "b", "c", "d", "e"};
        Predictions people = Predictions.of(
                new String[] {"x", "x", "x", "y", "y"}, names, names, new float[5], new int[5], new float[] {
                    0.2f, 0.9f, 0.9f, 0.4f, Float.NaN
                });
        assertThat(shown("rank=1", people)).containsExactly(1, 2);
        assertThat(shown("rank>1", people)).containsExactly(0);
        assertThat(people.ranks()).containsExactly(3, 1, 1, Double.NaN, Double.NaN);
    }

    @Test
    void whatIsNotMeasuredFulfilsNoCondition() {
        assertThat(shown("ent<2")).isEmpty();
        rows.measures().put(1, 0.4f, 0.5f, -0.2f, 0.7f);
        assertThat(shown("ent<2 hist>0.1 agree<0 against>=0.5")).containsExactly(1);
        assertThat(new PredictionFilter("ent<2").wantsMeasures()).isTrue();
        assertThat(new PredictionFilter("err<2").wantsMeasures()).isFalse();
        assertThat(order(Column.ENTROPY, true)[0]).isEqualTo(1);
    }

    @Test
    void conditionsThatAreNoneAreNamed() {
        assertThat(new PredictionFilter("err>>0.4 foo:bar phone").mistakes())
                .extracting(Mistake::text)
                .containsExactly("err>>0.4", "foo:bar");
        assertThat(new PredictionFilter("-cat:phone n>=5 \"a>b\" user:u1 like:3 agree<-0.2 effect>1").mistakes())
                .isEmpty();
    }

    @Test
    void predictionsThatAreAlikeAreFoundByTheRow() {
        assertThat(shown("like:2")).isEmpty();
        rows.alike(2, List.of(2, 3));
        assertThat(shown("like:2")).containsExactly(2, 3);
        assertThat(shown("like=2 -lens")).containsExactly(2);
        assertThat(new PredictionFilter("cat:phone like:2").like()).hasValue(2);
    }

    @Test
    void facetsCountWhatPassesAllConditionsButTheirOwn() {
        Facets facets = Facets.of(rows, new PredictionFilter("score>=0.5 label=1").of(rows));
        Facets.Histogram score = facets.histograms().get(0);
        assertThat(score.field()).isEqualTo("score");
        assertThat(IntStream.of(score.counts()).sum()).isEqualTo(2);
        assertThat(score.counts()[4]).isEqualTo(1);
        assertThat(score.counts()[18]).isEqualTo(1);
        assertThat(score.chosen()[9]).isFalse();
        assertThat(score.chosen()[10]).isTrue();
        Facets.Histogram label = facets.histograms().get(1);
        assertThat(label.counts()).containsExactly(1, 1);
        assertThat(label.chosen()).containsExactly(false, true);
        assertThat(facets.categories()).extracting(Facets.Choice::count).containsExactly(1);
    }

    @Test
    void aBinOfAFacetIsAConditionThatLetsItsRowsPass() {
        Facets all = Facets.of(rows, new PredictionFilter("").of(rows));
        for (Facets.Histogram each : all.histograms()) {
            int sum = 0;
            for (int bin = 0; bin < each.counts().length; bin++) {
                assertThat(shown(each.conditions(bin, bin)))
                        .as(each.conditions(bin, bin))
                        .hasSize(each.counts()[bin]);
                sum += each.counts()[bin];
            }
            assertThat(sum).isEqualTo(4);
            assertThat(each.conditions(0, each.counts().length - 1)).isEmpty();
        }
        Facets.Choice phones = all.categories().get(1);
        assertThat(all.conditions(phones, Locale.ENGLISH)).isEqualTo("category=phones");
        assertThat(shown("category=phones")).containsExactly(0, 2);
    }

    @Test
    void rowsAreSortedByAnyColumnBothWays() {
        assertThat(order(Column.SCORE, true)).containsExactly(0, 1, 3, 2);
        assertThat(order(Column.SCORE, false)).containsExactly(2, 3, 1, 0);
        assertThat(order(Column.ERROR, true)).containsExactly(3, 1, 0, 2);
        assertThat(order(Column.ITEM, false)).containsExactly(1, 3, 2, 0);
        assertThat(order(Column.LENGTH, true)).containsExactly(3, 1, 2, 0);
    }

    @Test
    void whatIsNotScoredYetComesLast() {
        rows.put(0, new float[] {Float.NaN});
        assertThat(order(Column.SCORE, true)).containsExactly(1, 3, 2, 0);
        assertThat(order(Column.SCORE, false)).containsExactly(2, 3, 1, 0);
    }

    @Test
    void sortingMatchesASlowPlainSort() {
        Random random = new Random(11);
        int size = 2_000;
        float[] scores = new float[size];
        for (int i = 0; i < size; i++) {
            scores[i] = random.nextInt(100) / 50f - 1;
        }
        String[] names = new String[size];
        Arrays.fill(names, "x");
        Predictions many = Predictions.of(names, names, new float[size], new int[size], scores);
        int[] plain = IntStream.range(0, size)
                .boxed()
                .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(new PredictionOrder(Column.SCORE, true, Locale.ENGLISH).of(many, row -> true))
                .isEqualTo(plain);
    }

    @Test
    void aNewOrderReplacesTheRowsInOneChange() {
        RowList list = new RowList();
        int[] changes = new int[1];
        list.addListener((javafx.collections.ListChangeListener<Integer>) change -> changes[0]++);
        list.set(IntStream.range(0, 100_000).toArray());
        list.set(new int[] {7, 3});
        assertThat(list).containsExactly(7, 3);
        assertThat(list.placeOf(3)).isEqualTo(1);
        assertThat(changes[0]).isEqualTo(2);
    }

    private int[] shown(String filter) {
        return shown(filter, rows);
    }

    private static int[] shown(String filter, Predictions of) {
        return new PredictionOrder(Column.ROW, false, Locale.ENGLISH).of(of, new PredictionFilter(filter).on(of));
    }

    private int[] order(Column column, boolean descending) {
        return new PredictionOrder(column, descending, Locale.ENGLISH).of(rows, row -> true);
    }
}
