package dev.interestlens.measurement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.measurement.ageing.AgeingReport;
import dev.interestlens.measurement.ageing.AgeingReport.Cell;
import dev.interestlens.measurement.ageing.AgeingReport.HalfLifeFound;
import dev.interestlens.measurement.ageing.AgeingReport.Rival;
import dev.interestlens.measurement.ageing.AgeingReport.Said;
import dev.interestlens.measurement.ageing.AgeingReport.Slice;
import dev.interestlens.store.EnumNames;
import dev.interestlens.store.SealedJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgeingMeasurementTest {
    private static final AgeingMeasurement AGEING = new AgeingMeasurement();
    private static final int DAY = 86_400;

    private static AgeingReport report(Said said) {
        return report(new HalfLifeFound(10.0, 8.0, null, EnumNames.name(said), 14, .195, .15, .24));
    }

    private static AgeingReport report(HalfLifeFound half) {
        List<Cell> cells = List.of(
                new Cell(9 * DAY, 0, 4, 50, .30, .31, .30, 0, 0, 0, .2),
                new Cell(9 * DAY, 1, 14, 60, .20, .22, .28, .08, .05, .11, .1),
                new Cell(19 * DAY, 1, 4, 60, .28, .29, .28, 0, 0, 0, .19));
        return new AgeingReport(
                "din",
                "quick",
                1,
                List.of(new Slice(10 * DAY, 20 * DAY, 500, 80, .1), new Slice(20 * DAY, 30 * DAY, 500, 90, .2)),
                cells,
                half,
                List.of(new Rival("trend", cells), new Rival("neighbours", cells), new Rival("popularity", cells)),
                null);
    }

    @ParameterizedTest
    @EnumSource
    void eachAnswerHasItsSentenceInBothLanguages(Said said) {
        Map<String, AgeingReport> found = Map.of("log", report(said));

        assertThat(AGEING.lines(found, Locale.ENGLISH).get(0)).contains("popular just then", "0.1950");
        assertThat(AGEING.lines(found, Locale.CHINESE).get(0)).contains("当时热门", "0.1950");
    }

    @Test
    void aLeadThatDoesNotFallHasNoNumberOfDays() {
        HalfLifeFound grows = new HalfLifeFound(null, null, null, "notYet", 14, .195, .15, .24);

        assertThat(AGEING.lines(Map.of("log", report(grows)), Locale.ENGLISH).get(0))
                .contains("does not fall", "at most 14 days")
                .doesNotContain("without end");
    }

    @Test
    void itSaysWhatGoingOnFromTheModelBeforeSavesAndCosts() {
        AgeingReport cold = report(Said.HALVED);
        AgeingReport.Step step = new AgeingReport.Step(19 * DAY, 1, 50, 200, .27, .28);
        AgeingReport warm = new AgeingReport(
                cold.model(),
                cold.preset(),
                cold.window(),
                cold.slices(),
                cold.cells(),
                cold.halfLife(),
                cold.rivals(),
                new AgeingReport.Warm(List.of(step), .01, -.02, .04));
        Map<String, AgeingReport> found = Map.of("log", warm);

        assertThat(AGEING.lines(found, Locale.ENGLISH).get(0))
                .contains("takes 25 % of the steps", "0.0100 [−0.0200, 0.0400]");
        assertThat(AGEING.lines(found, Locale.CHINESE).get(0)).contains("25", "0.0100 [−0.0200, 0.0400]");
        assertThat(AGEING.tell(found).page(List.of()).markdown(Locale.ENGLISH)).contains("0.2700", "0.2800", "200");
    }

    @Test
    void theTriangleHasARowForEachModelAndAColumnForEachSlice() {
        String page =
                AGEING.tell(Map.of("log", report(Said.HALVED))).page(List.of()).markdown(Locale.ENGLISH);

        assertThat(page).contains("1970-01-10", "1970-01-21", "8.0, without end", "0.0500", "0.1100");
    }

    @Test
    void itsDocumentHasTheNamesThatAreAgreedOn() {
        String json = new String(SealedJson.bytes(report(Said.CANNOT_TELL)), StandardCharsets.UTF_8);

        assertThat(json)
                .contains("\"said\" : \"cannotTell\"", "\"trainedUntil\"", "\"askedIn\"", "\"ndcg10\"", "\"fresh\"")
                .contains("\"halfLife\"", "\"rivals\"", "\"slices\"")
                .doesNotContain("\"warm\"");
        assertThat(SealedJson.read(SealedJson.bytes(report(Said.NOT_YET)), AgeingReport.class))
                .isEqualTo(report(Said.NOT_YET));
    }
}
