package dev.interestlens.question.five;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.picture.Chart;
import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.data.IntervalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sentences follow the numbers: other results, other sentences; an interval that holds 0 shows no difference. */
class ConclusionsTest {
    private static final double[] LOW = {.60, .61, .62};
    private static final double[] HIGH = {.70, .72, .71};
    private static final double[] WIDE = {.50, .75, .66};

    private static String said(List<Text> conclusion) {
        return String.join("\n", conclusion.stream().map(Text::en).toList());
    }

    private static FamilyScores families(double[] din, double[] dien, double[] bst) {
        return new FamilyScores(List.of(new FamilyScores.Log(
                "order",
                .9,
                List.of(
                        new FamilyScores.Scores("pool", LOW),
                        new FamilyScores.Scores("din", din),
                        new FamilyScores.Scores("dien", dien),
                        new FamilyScores.Scores("bst", bst)))));
    }

    @Test
    void theFamilyThatIsAheadIsNamed() {
        String dien = said(new FamilyChoice().conclusion(families(LOW, HIGH, LOW)));
        String din = said(new FamilyChoice().conclusion(families(HIGH, LOW, LOW)));
        String none = said(new FamilyChoice().conclusion(families(LOW, WIDE, LOW)));

        assertThat(dien)
                .contains("DIEN is shown to be better than DIN: order", "DIEN lies above DIN", "BST lies below");
        assertThat(din).contains("begin with DIN", "DIN lies above DIEN");
        String unlearnt = said(new FamilyChoice().conclusion(families(HIGH, HIGH, new double[] {.5, .51, .52})));
        assertThat(unlearnt).contains("BST lies below mean pooling on: order").doesNotContain("DIEN lies below mean");
        assertThat(din).doesNotContain("mean pooling on");
        assertThat(none).contains("begin with DIN", "no difference is shown between DIEN and DIN");
    }

    @Test
    void theFirstFigureMarksWhatTheAnswerSays() {
        Chart chart = (Chart) new FamilyChoice()
                .panels(families(LOW, HIGH, LOW))
                .get(0)
                .pictures()
                .get(0);
        IntervalData data = (IntervalData) chart.data();
        assertThat(data.rows()).extracting(row -> row.name().in(Locale.ENGLISH)).startsWith("order · DIEN minus DIN");
        assertThat(IntStream.range(0, 3).mapToObj(data::standsOut)).containsExactly(true, false, true);
    }

    private static LengthResult lengths(double[] all, double[] dot, double full, double[] share) {
        return new LengthResult(
                "din",
                600,
                500,
                List.of(
                        new LengthResult.Reading("all", HIGH, all, HIGH),
                        new LengthResult.Reading("recent", HIGH, WIDE, LOW),
                        new LengthResult.Reading("category", HIGH, dot, HIGH),
                        new LengthResult.Reading("dot", HIGH, dot, HIGH)),
                List.of(
                        cost("all", 1, 4),
                        cost("recent", 1, 1),
                        cost("category", 1, 1.1),
                        cost("dot", 1, 1.2),
                        cost("blocks", 1, full)),
                new LengthResult.Dilution(new int[] {20, 600}, share, new double[] {.15, .005}, 50));
    }

    private static LengthResult.Cost cost(String what, double few, double many) {
        return new LengthResult.Cost(what, new int[] {50, 600}, new double[] {few, many});
    }

    @Test
    void longHistoriesAreJudgedByTheirNumbers() {
        String one = said(LengthFigures.conclusion(lengths(LOW, HIGH, 40, new double[] {.6, .2})));
        String other = said(LengthFigures.conclusion(lengths(HIGH, WIDE, 6, new double[] {.6, .59})));

        assertThat(one).contains("beats reading everything", "grows faster than the history", "thins out: of 60 %");
        assertThat(other).contains("no difference is shown", "does not yet grow faster", "hardly thins out");
        assertThat(one).contains("not shown to be better than chance");
        assertThat(said(LengthFigures.conclusion(recent(.51, .512, .514)))).contains("tell next to nothing");
        assertThat(said(LengthFigures.conclusion(recent(.6, .61, .62)))).contains("still tell something");
    }

    private static LengthResult recent(double... far) {
        LengthResult like = lengths(HIGH, HIGH, 6, new double[] {.6, .59});
        List<LengthResult.Reading> readings = like.readings().stream()
                .map(each -> each.kind().equals("recent") ? new LengthResult.Reading("recent", HIGH, far, LOW) : each)
                .toList();
        return new LengthResult("din", 600, 500, readings, like.costs(), like.dilution());
    }

    @Test
    void growthIsThatBeyondTheMiddleLength() {
        LengthResult.Cost cost = new LengthResult.Cost("all", new int[] {50, 200, 600}, new double[] {1, 1.1, 4.4});

        assertThat(cost.growth()).isEqualTo(4, within(1e-12));
        assertThat(cost.lengths()[cost.middle()]).isEqualTo(200);
    }

    private static ToldResult told(double agree, double low, double high, int because, double more) {
        return new ToldResult(
                "din",
                100,
                new ToldResult.Share(agree, low, high),
                .05,
                new ToldResult.Share(agree > .5 ? 0 : .3, .2, .4),
                Map.of("STRONG", because),
                because,
                new ToldResult.Planted(
                        80,
                        new ToldResult.Share(.5, .4, .6),
                        new ToldResult.Share(.5 + more, .4, .9),
                        new ToldResult.Share(more, more - .1, more + .1)),
                new ToldResult.Cases(null, null));
    }

    @Test
    void whatMayBeSaidDependsOnWhatWasMeasured() {
        String good = said(ToldFigures.conclusion(told(.8, .7, .9, 40, .3)));
        String bad = said(ToldFigures.conclusion(told(.06, .02, .1, 0, .05)));

        assertThat(good).contains("With care", "in 40 of 100", "Effect names a known cause more often");
        assertThat(good).contains("In none of 100");
        assertThat(bad)
                .contains("not shown to be better than chance", "Not to be said here", "is not shown: attention");
        assertThat(bad).contains("Not to be said in general");
    }

    private static InterestResult interests(double[] several, double cosine) {
        double[] cosines = {cosine, cosine};
        return new InterestResult("pair", 4, .95, LOW, several, cosines, new double[] {2, 3}, null);
    }

    @Test
    void severalInterestsAreHeldAgainstOne() {
        assertThat(said(InterestFigures.conclusion(interests(HIGH, .3)))).contains("beat one", "different places");
        assertThat(said(InterestFigures.conclusion(interests(WIDE, .95))))
                .contains("no difference is shown", "have collapsed");
        assertThat(said(InterestFigures.conclusion(interests(LOW, .7)))).contains("overlap in part");
    }

    private static String together(double effect, double singles) {
        InterestResult.Sample sample = new InterestResult.Sample(
                Text.same("a tent"),
                List.of(Text.same("a lure")),
                List.of(new double[] {1}),
                new int[] {0},
                List.of(new InterestResult.Joint(Text.same("Lure"), 22, effect, singles, -1, 1)));
        return said(InterestFigures.conclusion(
                new InterestResult("pair", 4, .95, LOW, HIGH, new double[] {.3}, new double[] {3}, sample)));
    }

    @Test
    void aLaneIsHeldAgainstItsBehavioursAndAgainstChance() {
        assertThat(together(8.8, .1)).contains("takes 8.80 from the logit", "they stand in for each other");
        assertThat(together(3, 2.9)).contains("tells about as much");
        assertThat(together(3, 9)).contains("counted again for each");
        assertThat(together(.5, .1)).contains("no more than as many behaviours at random");
    }

    private static ServingResult serving(double plain, double ndcg, double within) {
        ServingResult.Quality usual = new ServingResult.Quality(.8, .05, .04, .06);
        ServingResult.Quality few = new ServingResult.Quality(.7, ndcg, ndcg - .005, ndcg + .005);
        return new ServingResult(
                100,
                within,
                60,
                plain > 5 ? 3 : 1,
                List.of(new ServingResult.Stages("din", 50, new double[] {.1, .1, .1, 2, .1}, 2.9)),
                List.of(
                        new ServingResult.Point("din", 50, "plain", "float", usual, plain, plain, false),
                        new ServingResult.Point("din", 50, "split", "float", usual, 2, 2.2, true),
                        new ServingResult.Point("din", 10, "split", "float", few, .5, .6, true)),
                List.of());
    }

    @Test
    void servingIsToldByThisMachinesTimes() {
        String slow = said(ServingFigures.conclusion(serving(9, .02, 1)));
        String fast = said(ServingFigures.conclusion(serving(2.2, .05, 20)));

        assertThat(slow).contains("from 9.00 to 2.20 ms", "It costs quality", "within 1 ms", "was busy");
        assertThat(fast).contains("brings DIN little", "No difference in quality", "DIN with 10 behaviours");
        assertThat(said(ServingFigures.conclusion(serving(9, .02, .1)))).contains("Nothing that was measured");
        assertThat(fast).doesNotContain("was busy");
        assertThat(said(ServingFigures.conclusion(others(.05)))).contains("Not shown to rank worse in that time: BST");
        assertThat(said(ServingFigures.conclusion(others(.01)))).doesNotContain("Not shown to rank worse");
    }

    private static ServingResult others(double bst) {
        ServingResult like = serving(2.2, .05, 20);
        List<ServingResult.Point> points = new ArrayList<>(like.points());
        ServingResult.Quality quality = new ServingResult.Quality(.8, bst, bst - .005, bst + .005);
        for (String form : List.of("plain", "split")) {
            points.add(new ServingResult.Point("bst", 50, form, "float", quality, 3, 3, false));
        }
        points.add(new ServingResult.Point("bst", 10, "split", "float", quality, 3, 3, false));
        List<ServingResult.Stages> stages = new ArrayList<>(like.stages());
        stages.add(new ServingResult.Stages("bst", 50, new double[] {.1, .1, .1, 2, .1}, 2.9));
        return new ServingResult(100, 20, 60, 1, stages, points, List.of());
    }
}
