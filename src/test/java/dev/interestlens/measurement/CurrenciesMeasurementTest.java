package dev.interestlens.measurement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.figure.data.WaterfallData;
import dev.interestlens.metric.Currency;
import dev.interestlens.metric.CurrencyFigures;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CurrenciesMeasurementTest {
    private static final CurrenciesMeasurement MEASUREMENT = new CurrenciesMeasurement();

    /** One after the other a tenth higher, from 0. */
    private static Currencies found(String data, String repeats) {
        return found(data, repeats, currency -> 0.5);
    }

    private static Currencies found(String data, String repeats, ToDoubleFunction<Currency> auc) {
        List<CurrencyFigures> figures = Arrays.stream(Currency.values())
                .map(each -> new CurrencyFigures(
                        each.id(),
                        each.among().id(),
                        each.others(),
                        10,
                        50,
                        each.ordinal() / 10.0,
                        each.ordinal() / 10.0,
                        each.ordinal() / 10.0 - 0.01,
                        each.ordinal() / 10.0 + 0.01,
                        0.5,
                        auc.applyAsDouble(each),
                        null,
                        true))
                .toList();
        return new Currencies(data, "lastOut", 50, 9681, repeats, figures, PublishedFigure.of(data));
    }

    @Test
    void theSentenceNamesBothCurrenciesWithTheirFigures() {
        MeasurementReport report = MEASUREMENT.tell(Map.of("din", found("shop", "new")));
        assertThat(report.panels().get(0).finding().en())
                .isEqualTo(
                        "The same weights have NDCG@10 0.000 among all 9,681 items and 0.200 among 21: what they are "
                                + "ranked among makes the difference.");
        assertThat(report.panels().get(0).finding().zh()).contains("9,681", "NDCG@10", "0.200", "21");
    }

    @Test
    void theWayToACurrencyIsTheSumOfItsSteps() {
        WaterfallData ways = (WaterfallData) MEASUREMENT
                .tell(Map.of("din", found("shop", "new")))
                .panels()
                .get(1)
                .pictures()
                .get(0)
                .data();
        assertThat(ways.columns()).hasSize(3);
        assertThat(ways.columns().get(0).steps().get(1)).isEqualTo(WaterfallData.Step.NONE);
        assertThat(ways.columns()).allSatisfy(column -> assertThat(column.before(2))
                .isCloseTo(column.end().value(), within(1e-12)));
        assertThat(ways.columns().get(1).steps().get(0).value()).isCloseTo(0.4, within(1e-12));
        assertThat(ways.columns().get(1).steps().get(1).value()).isCloseTo(0.1, within(1e-12));
    }

    /** A run trained otherwise, whose AUC is lower by .1 in every currency. */
    @Test
    void theWayBetweenTwoTrainingsBeginsWithWhatIsRankedAmong() {
        Currencies din = found("shop", "new", currency -> currency == Currency.PAIR_POPULARITY ? 0.7 : 0.8);
        Currencies dien = found("shop", "new", currency -> currency == Currency.PAIR_POPULARITY ? 0.6 : 0.7);
        Map<String, Currencies> both = new LinkedHashMap<>();
        both.put("din", din);
        both.put("dien", dien);

        Panel between = MEASUREMENT.tell(both).panels().get(4);

        WaterfallData way = (WaterfallData) between.pictures().get(0).data();
        assertThat(way.columns()).singleElement().satisfies(column -> {
            assertThat(column.begin()).isEqualTo(0.8);
            assertThat(column.steps())
                    .allSatisfy(step -> assertThat(step.value()).isCloseTo(-0.1, within(1e-12)));
            assertThat(column.before(2)).isCloseTo(column.end().value(), within(1e-12));
        });
        assertThat(between.title().en()).contains("din");
        assertThat(MEASUREMENT.tell(Map.of("din", din)).panels()).hasSize(2);
    }

    @Test
    void figuresOfPapersStandBesideADataSetOfThatNameAlone() {
        assertThat(PublishedFigure.of("MovieLens-1M"))
                .isEqualTo(PublishedFigure.of("ml-1m"))
                .extracting(PublishedFigure::currency)
                .contains("catalogue", "uniform-100");
        assertThat(PublishedFigure.of("ml-latest-small")).isEmpty();
        assertThat(MEASUREMENT.tell(Map.of("din", found("shop", "new"))).tables())
                .hasSize(1);
        assertThat(MEASUREMENT.tell(Map.of("din", found("ml-1m", "new"))).tables())
                .hasSize(2);
    }

    @Test
    void everyPublishedFigureIsInACurrencyOfTheListAndSaysWhereItWasSeen() {
        List<String> known = Arrays.stream(Currency.values()).map(Currency::id).toList();
        for (String data : List.of("ml-1m", "ml-20m", "Books", "Electronics")) {
            assertThat(PublishedFigure.of(data)).isNotEmpty().allSatisfy(each -> {
                assertThat(known).contains(each.currency());
                assertThat(List.of("ndcg10", "hitRate10", "auc")).contains(each.metric());
                assertThat(each.seen()).contains("github.com/");
                assertThat(each.value()).isBetween(0.0, 1.0);
            });
        }
    }

    @Test
    void whereItemsThatWereMetAreRankedTheCatalogueIsNamedSo() {
        assertThat(table("new")).contains("all 9,681 items, without those met");
        assertThat(table("all")).doesNotContain("without those met");
    }

    private static String table(String repeats) {
        return MEASUREMENT.tell(Map.of("din", found("shop", repeats))).tables().get(0).rows().stream()
                .map(row -> row.get(1).text(Locale.ENGLISH))
                .toList()
                .toString();
    }

    @Test
    void nobodyWithCandidatesIsSaidInWords() {
        Currencies none = new Currencies("shop", "lastOut", 0, 1, "new", List.of(), List.of());
        MeasurementReport report = MEASUREMENT.tell(Map.of("din", none));
        assertThat(report.panels().get(0).finding()).isEqualTo(MEASUREMENT.words("none"));
        assertThat(MEASUREMENT.lines(Map.of("din", none), Locale.ENGLISH))
                .contains(MEASUREMENT.words("none").en());
    }
}
