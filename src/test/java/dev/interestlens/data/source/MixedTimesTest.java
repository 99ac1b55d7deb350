package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.source.time.TimeFormat;
import dev.interestlens.data.source.time.TimeFormats;
import dev.interestlens.data.source.time.TimeQuestion;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns in which not every value is a time of the same kind: nothing of them becomes a wrong time without a word. */
@Tag("thorough")
class MixedTimesTest {
    private static final long START = 1_700_000_000L;

    @TempDir
    private Path folder;

    private Path log(int rows, IntFunction<String> time) throws IOException {
        StringBuilder text = new StringBuilder("user;item;time\n");
        for (int k = 0; k < rows; k++) {
            text.append('u').append(k % 7).append(";x").append(k % 11).append(';');
            text.append(time.apply(k)).append('\n');
        }
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    private PreparedDataset prepare(Path log, String... settings) {
        PrepareOptions options = PrepareOptions.defaults();
        for (String setting : settings) {
            options = options.with(setting.split("=")[0], setting.split("=", 2)[1]);
        }
        return Sources.prepare(List.of(log), options, folder.resolve("out" + settings.length), Progress.none());
    }

    private Problem refused(Path log, String... settings) {
        return catchThrowableOfType(ProblemException.class, () -> prepare(log, settings))
                .problem();
    }

    private static List<Long> times(PreparedDataset data) {
        return LongStream.range(0, data.events()).map(data::eventTime).boxed().toList();
    }

    /** One row in so many is in another unit: near the beginning, or far behind it. */
    @ParameterizedTest
    @CsvSource({"2, 51", "100, 50", "300, 299", "3, 1"})
    void anotherUnitIsAskedWithItsCountAndALine(int one, int at) throws IOException {
        Path log = log(600, k -> START + k + (k % one == at % one ? "123" : ""));
        Problem problem = refused(log);

        assertThat(problem.key()).isEqualTo("timeMixed");
        assertThat(problem.place()).isEqualTo("log.csv:" + (at % one + 2));
        int milliseconds = 600 / one;
        assertThat(problem.what(Locale.ENGLISH)).contains(milliseconds + " of 600 times");
        assertThat(problem.fix(Locale.ENGLISH)).contains("--set time=\"seconds, milliseconds\"");
        try (PreparedDataset data = prepare(log, "time=seconds,milliseconds")) {
            assertThat(data.events()).isEqualTo(600);
            assertThat(times(data)).allMatch(time -> time >= START && time < START + 600);
            assertThat(data.info().origin().settings()).containsEntry("time", "seconds, milliseconds");
        }
        try (PreparedDataset data = prepare(log, "time=seconds", "rejectShare=0.1")) {
            assertThat(data.events()).isEqualTo(600 - milliseconds);
            assertThat(data.info().rejected()).extracting(Finding::reason).containsExactly("otherUnit");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "0.0",
                "1970-01-01",
                "1970-01-01 00:00:00",
                "1970-01-01T01:00:00+01:00",
                "1900-01-01",
                "1899-12-30",
                "1753-01-01",
                "9999-12-31",
                "9999-12-31 23:59:59",
                "0001-01-01",
                "0000-00-00",
                "0000-00-00 00:00:00"
            })
    void aTimeThatStandsForNoneIsAskedThenLeftOutOrLast(String none) throws IOException {
        boolean number = none.matches("-?[0-9.]+");
        Path log = log(
                330,
                k -> k % 11 == 4 ? none : number ? String.valueOf(START + k) : "2023-11-14 22:13:" + (10 + k % 50));
        Problem problem = refused(log);

        assertThat(problem.key()).isEqualTo("timeMissing");
        assertThat(problem.place()).isEqualTo("log.csv:6");
        assertThat(problem.what(Locale.ENGLISH)).contains("30 of 330 times").contains(none);
        assertThat(problem.values().get(TimeQuestion.FORMATS)).isEqualTo("leaveOut\nlast");
        assertThat(problem.values().get(TimeQuestion.SETTING)).isEqualTo("missingTimes");
        try (PreparedDataset data = prepare(log, "missingTimes=leaveOut")) {
            assertThat(data.events()).isEqualTo(300);
            assertThat(data.info().rejected())
                    .extracting(Finding::reason, Finding::count)
                    .containsExactly(tuple("missingTime", 30L));
            assertThat(data.info().times().firstTime()).isGreaterThanOrEqualTo(START - 10);
        }
        try (PreparedDataset data = prepare(log, "missingTimes=last", "rejectShare=0.1")) {
            assertThat(data.events()).isEqualTo(330);
            assertThat(data.info().times().firstTime()).isGreaterThanOrEqualTo(START - 10);
            assertThat(data.info().times().lastTime()).isLessThan(START + 400);
            for (int user = 0; user < data.users(); user++) {
                long end = data.endEvent(user);
                assertThat(data.eventItem(end - 1)).isEqualTo(data.itemOf("x4")); // rows of x4 have no time
                long latest = LongStream.range(data.firstEvent(user), end)
                        .filter(event -> data.eventItem(event) != data.itemOf("x4"))
                        .map(data::eventTime)
                        .max()
                        .orElseThrow();
                assertThat(data.eventTime(end - 1)).isEqualTo(latest);
            }
        }
    }

    @Test
    void emptyTimesAreLeftOutAndCountedOrLast() throws IOException {
        Path log = log(330, k -> k % 11 == 4 ? "" : String.valueOf(START + k));
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().rejected()).extracting(Finding::count).containsExactly(30L);
            assertThat(data.events()).isEqualTo(300);
        }
        try (PreparedDataset data = prepare(log, "missingTimes=last")) {
            assertThat(data.events()).isEqualTo(330);
            assertThat(data.info().rejected()).isEmpty();
        }
    }

    @Test
    void aUserWithoutAnyTimeHasItsEventsAtTheEndOfTheLog() throws IOException {
        Path log = log(70, k -> k % 7 == 3 ? "0" : String.valueOf(START + k));
        try (PreparedDataset data = prepare(log, "missingTimes=last")) {
            assertThat(data.eventTime(data.firstEvent(data.userOf("u3")))).isEqualTo(START + 69);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 500})
    void aCutLastRowIsNoEarlyEvent(int rows) throws IOException {
        Path log = log(rows, k -> k == rows - 1 ? "17" : String.valueOf(START + k));
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().times().firstTime()).isEqualTo(START);
            assertThat(data.events()).isEqualTo(rows - 1);
            assertThat(data.info().rejected())
                    .containsExactly(new Finding("outsideYears", 1, "log.csv", List.of(rows + 1L), "17"));
        }
        try (PreparedDataset data = prepare(log, "dropFarTimes=false")) {
            assertThat(data.info().times().firstTime()).isEqualTo(17);
        }
    }

    /** Who named one of two notations is told the list that reads all rows, and not only how to leave rows out. */
    @Test
    void theListOfFormatsThatReadsTheRejectedRowsIsOffered() throws IOException {
        Path log = log(300, k -> String.format(Locale.ROOT, k % 5 < 3 ? "%02d/03/2023" : "%02d-03-2023", 13 + k % 17));
        Problem problem = assertThrows(ProblemException.class, () -> prepare(log, "time=%d/%m/%Y")
                        .close())
                .problem();
        assertThat(problem.key()).isEqualTo("noTimeFormats");
        assertThat(problem.fix(Locale.ENGLISH)).contains("--set \"time=%d/%m/%Y,%d-%m-%Y\"");
        String offered =
                problem.values().get(TimeQuestion.FORMATS).lines().findFirst().orElseThrow();
        try (PreparedDataset data = prepare(log, "time=" + offered)) {
            assertThat(data.events()).isEqualTo(300);
            assertThat(data.info().rejected()).isEmpty();
        }

        Path names = log(300, k -> k % 5 < 3 ? "17/03/2023" : "unknown");
        assertThat(assertThrows(ProblemException.class, () -> prepare(names, "time=%d/%m/%Y", "core=0")
                                .close())
                        .problem()
                        .key())
                .isEqualTo("noTime");
    }

    @Test
    void timesFarFromTheOthersAreLeftOutWithTheRowShown() throws IOException {
        Path log = log(500, k -> String.valueOf(k == 250 ? 700_000_000L : START + k));
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.events()).isEqualTo(499);
            assertThat(data.info().rejected())
                    .containsExactly(
                            new Finding("farTimesDropped", 1, "log.csv", List.of(252L), "u5 x8 1992-03-07 20:26:40"));
        }
    }

    /** Two notations in one column, each value by the one that fits: what they are, and a text of each for 14 November 2023. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-11-14          | 14/11/2023               | iso, %d/%m/%Y",
                "2023-11-14          | 11/14/2023               | iso, %m/%d/%Y",
                "2023-11-14 00:00:00 | 14.11.2023 00:00         | iso, %d.%m.%Y %H:%M",
                "2023-11-14          | Nov 14, 2023             | 'iso, %b %d, %Y'",
                "1699920000          | 2023-11-14               | seconds, iso",
                "1699920000000       | 2023-11-14T00:00:00Z     | milliseconds, iso",
                "2023-11-14          | 1699920000               | iso, seconds",
                "14 Nov 2023         | 20231114                 | %d %b %Y, %Y%m%d",
                "14.11.2023          | 2023年11月14日           | %d.%m.%Y, %Y年%m月%d日",
                "2023-11-14          | 11/14/2023, 12:00:00 AM  | 'iso, %m/%d/%Y, %I:%M:%S %p'",
            })
    void twoNotationsAreRead(String one, String other, String formats) throws IOException {
        Path log = log(40, k -> k % 4 == 3 ? other : one);
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().origin().settings()).containsEntry("time", formats);
            assertThat(times(data)).hasSize(40).allMatch(time -> time == 1_699_920_000L);
        }
        try (PreparedDataset data = prepare(
                log,
                "time=" + formats.replace(", ", ",").replace("%d,%Y", "%d, %Y").replace("Y,%I", "Y, %I"))) {
            assertThat(data.events()).isEqualTo(40);
        }
    }

    /** Some times that say less than the others, and what the notes tell. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-11-14           | 2023-11-14 10:00:00       | daysAmongTimes  | read as 00:00",
                "14.11.2023           | 2023-11-14T10:00:00+08:00 | daysAmongTimes  | read as 00:00",
                "20231114             | 2023-11-14 10:00          | daysAmongTimes  | read as 00:00",
                "2023-11-14 10:00:00  | 2023-11-14 10:00:00Z      | zonesAmongTimes | read as UTC",
                "2023-11-14T10:00:00  | 2023-11-14T10:00:00-0500  | zonesAmongTimes | read as UTC",
            })
    void timesThatSayLessThanOthersAreTold(String less, String more, String reason, String read) throws IOException {
        try (PreparedDataset data = prepare(log(40, k -> k % 4 == 1 ? less : more))) {
            Finding told = data.info().notes().stream()
                    .filter(note -> note.reason().equals(reason))
                    .findFirst()
                    .orElseThrow();
            assertThat(told.count()).isEqualTo(10);
            assertThat(told.firstLines()).startsWith(3L, 7L);
            assertThat(Findings.text(told, Locale.ENGLISH)).contains(read, less + ", " + more);
            assertThat(Findings.text(told, Locale.CHINESE)).contains("10", less + ", " + more);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2023-11-14", "2023-11-14 10:00:00", "2023-11-14 10:00:00Z", "14-11-2023 10:00", "1700000000"})
    void timesThatSayAlikeAreNotTold(String time) throws IOException {
        try (PreparedDataset data = prepare(log(40, k -> time))) {
            assertThat(data.info().notes()).extracting(Finding::reason).noneMatch(each -> each.endsWith("AmongTimes"));
        }
    }

    /** Random times within a year, saved as numbers of 32 bits, and how they are written. */
    @ParameterizedTest
    @CsvSource({"1, %.1f, 128", "1, %.7e, 128", "1000, %.0f, 131", "1000, %.7e, 128"})
    void timesOf32BitsAreTold(int unit, String format, String seconds) throws IOException {
        Random random = new Random(3);
        Path log = log(
                200,
                k -> String.format(
                        Locale.ROOT, format, (float) ((START + random.nextInt(30_000_000)) * (double) unit)));
        try (PreparedDataset data = prepare(log)) {
            Finding told = data.info().notes().stream()
                    .filter(note -> note.reason().equals("roundedTimes"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Findings.text(told, Locale.ENGLISH))
                    .startsWith("The times are rounded to about " + seconds + " s");
            assertThat(Findings.text(told, Locale.CHINESE)).contains(" " + seconds + " ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT", "DOUBLE"})
    void timesOf32BitsInAParquetFileAreTold(String type) throws IOException {
        Path log = folder.resolve("log.parquet");
        try (Duck duck = new Duck(folder, List.of(log), PrepareOptions.defaults(), Progress.none())) {
            duck.run("COPY (SELECT 'u' || n % 7 AS user, 'x' || n % 11 AS item, CAST(CAST(" + START
                    + " + n * 7919 % 999983 AS FLOAT) AS " + type + ") AS time FROM range(200) AS r(n)) TO "
                    + Duck.path(log) + " (FORMAT parquet)");
        }
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.info().notes()).extracting(Finding::reason).contains("roundedTimes");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 300, 1000, 3600, 28_800, 86_400})
    void timesOfUsualDistancesAreNotRounded(int seconds) throws IOException {
        Random random = new Random(3);
        for (String zeros : List.of("", "000")) {
            Path log = log(200, k -> START / seconds * seconds + (long) seconds * random.nextInt(200) + zeros);
            try (PreparedDataset data = prepare(log, zeros.isEmpty() ? new String[0] : new String[] {"core=0"})) {
                assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("roundedTimes");
            }
        }
    }

    /** Numbers of 32 bits lie 128 apart from 2004 on alone. */
    @Test
    void timesBeforeSuchDistancesAreNotRounded() throws IOException {
        Random random = new Random(3);
        try (PreparedDataset data = prepare(log(200, k -> 1_020_000_000L + 100L * random.nextInt(5000) + ""))) {
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("roundedTimes");
        }
    }

    @Test
    void threeNotationsAreRead() throws IOException {
        List<String> ways = List.of("2023-11-14", "14/11/2023", "1699920000");
        try (PreparedDataset data = prepare(log(60, k -> ways.get(k % 3)))) {
            assertThat(times(data)).hasSize(60).allMatch(time -> time == 1_699_920_000L);
        }
    }

    @Test
    void anotherNotationFarBehindTheFirstRowsIsAsked() throws IOException {
        Path log = log(600, k -> k == 511 ? "14/11/2023" : "2023-11-14 22:13:" + (10 + k % 50));
        Problem problem = refused(log);

        assertThat(problem.key()).isEqualTo("timeMixed");
        assertThat(problem.place()).isEqualTo("log.csv:513");
        assertThat(problem.what(Locale.ENGLISH))
                .isEqualTo("1 of 600 times in log.csv is no likely time as iso, but in another unit or notation:"
                        + " 14/11/2023 = 2023-11-14 (iso, %d/%m/%Y), – (iso)");
        try (PreparedDataset data = prepare(log, "time=iso")) {
            assertThat(data.info().rejected()).extracting(Finding::reason).containsExactly("noTime");
        }
    }

    @Test
    void bothOrdersOfDayAndMonthCanBeReadInEitherOrder() throws IOException {
        Path log = log(9, k -> List.of("13/01/2023", "01/13/2023", "02/03/2023").get(k % 3));
        assertThat(refused(log).values().get(TimeQuestion.FORMATS).lines())
                .containsExactly("%m/%d/%Y", "%d/%m/%Y", "%m/%d/%Y, %d/%m/%Y", "%d/%m/%Y, %m/%d/%Y");
        try (PreparedDataset data = prepare(log, "time=%d/%m/%Y,%m/%d/%Y")) {
            assertThat(times(data)).hasSize(9).contains(1_677_715_200L).doesNotContain(1_675_382_400L); // 2 March
        }
    }

    @Test
    void aListOfFormatsIsCutAtTheCommasBetweenThem() {
        Map<String, List<String>> lists = Map.of(
                "seconds,milliseconds", List.of("seconds", "milliseconds"),
                "%b %d, %Y", List.of("%b %d, %Y"),
                "%a, %d %b %Y %H:%M:%S", List.of("%a, %d %b %Y %H:%M:%S"),
                "%m/%d/%Y, %I:%M:%S %p", List.of("%m/%d/%Y, %I:%M:%S %p"),
                "%Y-%m-%d, %b %d, %Y,iso", List.of("%Y-%m-%d", "%b %d, %Y", "iso"),
                "%m/%d/%Y, %I:%M %p, %a, %d %b %Y", List.of("%m/%d/%Y, %I:%M %p", "%a, %d %b %Y"),
                "%d %b", List.of("%d %b"),
                "", List.of(""));
        lists.forEach((list, each) -> assertThat(TimeFormats.each(list)).isEqualTo(each));
        assertThat(TimeFormats.PATTERNS)
                .allMatch(pattern -> TimeFormats.each(pattern).equals(List.of(pattern)));
    }

    @Test
    void theWrongUnitForAllIsRefused() throws IOException {
        Problem problem = refused(log(9, k -> START + k + "123"), "time=seconds");

        assertThat(problem.text(Locale.ENGLISH))
                .startsWith("9 rows of log.csv have times that are no likely times as seconds, but in another unit; the"
                        + " first is \"1700000000123\" in line 2. 0 rows can be used.\nlog.csv:2");
    }

    @Test
    void aListWithAWrongFormatIsRefused() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> TimeFormat.of("seconds,soon"))
                        .problem()
                        .key())
                .isEqualTo("timeFormat");
    }

    @Test
    void daysWithManyEventsOfAUserAreATimeOrder() throws IOException {
        List<String> rows = new ArrayList<>(List.of("user,item,time"));
        IntStream.range(0, 400).forEach(k -> rows.add("u" + k % 10 + ",x" + k % 37 + "," + (START + k / 20 * 86_400L)));
        try (PreparedDataset data = prepare(Files.write(folder.resolve("days.csv"), rows))) {
            assertThat(data.info().audit().ties()).isEqualTo(400);
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("orderMeansNothing");
        }
        rows.replaceAll(row -> row.replaceFirst(",\\d+$", "," + START));
        try (PreparedDataset data = prepare(Files.write(folder.resolve("day.csv"), rows), "core=0")) {
            assertThat(data.info().notes()).contains(new Finding("orderMeansNothing", 400, "", List.of()));
        }
    }

    @Test
    void theFirstRowsOfAMappingScreenRaiseTheSameQuestions() throws IOException {
        Path missing = log(30, k -> k == 9 ? "0" : String.valueOf(START + k));
        assertThat(question(missing).kind()).isEqualTo(TimeQuestion.Kind.MISSING);
        assertThat(question(missing).values()).containsExactly("0");
        TimeQuestion mixed = question(log(30, k -> START + k + (k == 9 ? "000" : "")));
        assertThat(mixed.kind()).isEqualTo(TimeQuestion.Kind.MIXED);
        assertThat(mixed.readings())
                .extracting(TimeQuestion.Reading::format)
                .containsExactly("seconds, milliseconds", "seconds");
        assertThat(mixed.readings().get(0).times()).containsExactly("2023-11-14 22:13:29");
        Path answered = log(30, k -> k == 9 ? "0" : String.valueOf(START + k));
        assertThat(Preview.of(List.of(answered), PrepareOptions.defaults().with("missingTimes", "last"))
                        .tables()
                        .get(0)
                        .question())
                .isEmpty();
    }

    private static TimeQuestion question(Path log) {
        return Preview.of(List.of(log), PrepareOptions.defaults())
                .tables()
                .get(0)
                .question()
                .orElseThrow();
    }

    @Test
    void aMissingTimeOfAPairIsNoneAndAnImpossibleOneCannotBeRead() throws IOException {
        Path pairs = log(6, k -> List.of("1700000000", "1700000009", "0", "-1", "1700000000123", "15")
                .get(k));
        List<Long> times = new ArrayList<>();
        try (RequestTable table = RequestTable.open(
                pairs, ColumnMapping.none(), "auto", "seconds", folder.resolve(".none"), Progress.none())) {
            table.each(0, 100, some -> some.forEach(request -> times.add(request.time())));
        }
        assertThat(times)
                .containsExactly(
                        START * 1_000_000,
                        (START + 9) * 1_000_000,
                        null,
                        null,
                        RequestTable.UNREADABLE,
                        RequestTable.UNREADABLE);
    }
}
