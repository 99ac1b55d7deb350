package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways to write a label: chosen, shown, a number that has to be explained, or none. */
class LabelsTest {
    private static final List<String> POSITIVE = List.of(
            "1", "1.0", "1.00", "+1", "01", "1e0", "true", "True", "TRUE", "t", "T", "yes", "Yes", "YES", "y", "Y",
            "是");
    private static final List<String> NEGATIVE = List.of(
            "0", "0.0", "0.00", "-0", "00", "0e0", "false", "False", "FALSE", "f", "F", "no", "No", "NO", "n", "N",
            "否");
    private static final List<String> NUMBERS = List.of("2", "5", "4.5", "-1", "0.3", "1e3", "1.0001");
    private static final List<String> NONE = List.of(
            "nan", "NaN", "-nan", "inf", "Infinity", "null", "NULL", "None", "N/A", "maybe", "click", "1,0", "");

    @TempDir
    private Path folder;

    private Path log(List<String> labels) throws IOException {
        StringBuilder text = new StringBuilder("user;item;time;label\n");
        for (int k = 0; k < labels.size(); k++) {
            text.append("u;x")
                    .append(k)
                    .append(";170000000")
                    .append(k % 10)
                    .append(';')
                    .append(labels.get(k))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    private PreparedDataset prepare(Path log, String... settings) {
        PrepareOptions options = PrepareOptions.defaults();
        for (String setting : settings) {
            options = options.with(setting.split("=")[0], setting.split("=")[1]);
        }
        return Sources.prepare(List.of(log), options, folder.resolve("out"), Progress.none());
    }

    private Path ratings() throws IOException {
        return Files.writeString(
                folder.resolve("log.csv"),
                "user;item;time;rating\nu;a;1700000001;5\nu;b;1700000002;3.5\nv;a;1700000003;4\n");
    }

    @Test
    void ratingsBecomeLabelsWhereItIsSaidFromWhereOn() throws IOException {
        try (PreparedDataset data = prepare(ratings(), "minimumLabel=4")) {
            assertThat(data.info().labelled()).isTrue();
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.info().counts().impressions()).isEqualTo(1);
        }
    }

    @Test
    void aRatingMayBothLeaveOutAndLabel() throws IOException {
        try (PreparedDataset data = prepare(ratings(), "minimumLabel=5", "minimumRating=4")) {
            assertThat(data.events()).isEqualTo(1);
            assertThat(data.info().counts().impressions()).isEqualTo(1);
        }
    }

    @Test
    void withoutARatingThereIsNothingToLabelBy() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), "user;item;time\nu;a;1700000001\n");
        assertThat(catchThrowableOfType(ProblemException.class, () -> prepare(log, "minimumLabel=4")))
                .hasMessageContaining("neither a label nor a rating");
    }

    private Problem refused(Path log) {
        return catchThrowableOfType(ProblemException.class, () -> prepare(log)).problem();
    }

    @Test
    void eachWayMeansOneThing() throws IOException {
        List<String> all = new ArrayList<>(POSITIVE);
        all.addAll(NEGATIVE);
        all.addAll(NUMBERS);
        all.addAll(NONE);
        assertThat(all).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
        try (PreparedDataset data = prepare(log(all), "rejectShare=0.9")) {
            assertThat(data.events()).isEqualTo(POSITIVE.size());
            assertThat(data.info().counts().impressions()).isEqualTo(NEGATIVE.size());
            assertThat(data.info().rows()).isEqualTo(all.size());
            assertThat(data.itemOf("x" + (POSITIVE.size() - 1))).isGreaterThan(1);
            assertThat(data.info().rejected())
                    .extracting(Finding::reason, Finding::count)
                    .containsExactlyInAnyOrder(
                            tuple("oddLabel", (long) NUMBERS.size()), tuple("noLabel", (long) NONE.size()));
        }
        assertThat(folder.resolve("out/rejected.csv")).content().contains("oddLabel,\"u x35 1700000005 5\"");
    }

    @Test
    void ratingsAreAskedAboutWithTheirFirstValueAndLine() throws IOException {
        Problem problem = refused(log(List.of("1", "3", "5", "4")));

        assertThat(problem.key()).isEqualTo("oddLabel");
        assertThat(problem.place()).isEqualTo("log.csv:3");
        assertThat(problem.values()).containsEntry("value", "3");
        assertThat(problem.fix(Locale.ENGLISH)).contains("--set minimumLabel=4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"-1 1 -1|1", "-1 0 1|1", "1 2 1|2", "1 3 10|8", "-0.9 0.4|1", "1,5 4,5 2,5|4"})
    void theOfferedThresholdFitsTheNumbers(String labels, int positive) throws IOException {
        List<String> all = List.of(labels.split(" "));
        Problem problem = refused(log(
                IntStream.range(0, 60).mapToObj(n -> all.get(n % all.size())).toList()));

        assertThat(problem.fix(Locale.ENGLISH)).contains("--set minimumLabel=" + positive + ". ");
    }

    @Test
    void theGreaterOfTwoLabelsIsPositive() throws IOException {
        Path log = log(List.of("-1", "1", "1", "-1"));
        try (PreparedDataset data =
                prepare(log, "minimumLabel=" + refused(log).values().get("positive"))) {
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.info().counts().impressions()).isEqualTo(2);
        }
    }

    @Test
    void aThresholdMakesLabelsOfRatings() throws IOException {
        try (PreparedDataset data =
                prepare(log(List.of("1", "3", "5", "4", "nan")), "minimumLabel=4", "rejectShare=0.5")) {
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.info().counts().impressions()).isEqualTo(2);
            assertThat(data.info().origin().settings()).containsEntry("minimumLabel", "4.0");
        }
    }

    @Test
    void noLabelInParquetIsNoPositive() throws IOException {
        Path file = folder.resolve("log.parquet");
        try (Duck duck = new Duck(folder, List.of(), PrepareOptions.defaults(), Progress.none())) {
            duck.run("COPY (SELECT 'u' AS \"user\", 'x' || i AS item, 1700000000 + i AS \"time\", CASE WHEN i = 3 THEN"
                    + " 'nan'::DOUBLE WHEN i = 4 THEN NULL ELSE i % 2 END AS label FROM range(20) r(i)) TO "
                    + Duck.literal(file.toString()) + " (FORMAT parquet)");
        }
        try (PreparedDataset data = prepare(file)) {
            assertThat(data.events()).isEqualTo(9);
            assertThat(data.info().counts().impressions()).isEqualTo(9);
        }
    }

    @Test
    void aLogWithOneLabelSaysSo() throws IOException {
        try (PreparedDataset data = prepare(log(List.of("1", "1", "1")))) {
            assertThat(data.info().notes()).contains(new Finding("allPositive", 3, "", List.of()));
        }
        Path out = folder.resolve("other");
        try (PreparedDataset data = Sources.prepare(
                List.of(log(List.of("0", "no"))),
                PrepareOptions.defaults()
                        .withMapping(Map.of("user", "user", "item", "item", "time", "time", "label", "label")),
                out,
                Progress.none())) {
            assertThat(data.info().notes()).contains(new Finding("allNegative", 2, "", List.of()));
        }
    }
}
