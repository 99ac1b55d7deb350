package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.prepare.RequestTable;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to write a time, and what each means: through an import, and through a file of pairs. */
@Tag("thorough")
class TimesTest {
    private static final long SECOND = 1_000_000;

    @TempDir
    private Path folder;

    /** A text, and the microseconds that it means. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // numbers
                "1700000000                        | 1700000000000000",
                "1700000000.0                      | 1700000000000000",
                "1700000000.5                      | 1700000000500000",
                "1700000000.123456                 | 1700000000123456",
                "1700000000,25                     | 1700000000250000",
                "1.7e9                             | 1700000000000000",
                "1700000000123                     | 1700000000123000",
                "1700000000123.5                   | 1700000000123500",
                "1700000000123456                  | 1700000000123456",
                "1700000000123456789               | 1700000000123456",
                "5                                 | 5000000",
                "0                                 | 0",
                // ISO 8601 and its relatives
                "2023-11-14                        | 1699920000000000",
                "2023/11/14                        | 1699920000000000",
                "2023-1-4                          | 1672790400000000",
                "2023-11-14 22:13                  | 1699999980000000",
                "2023-11-14T22:13                  | 1699999980000000",
                "2023-11-14T22:13Z                 | 1699999980000000",
                "2023-11-14T22:13+01:00            | 1699996380000000",
                "2023-11-14 22:13:20               | 1700000000000000",
                "2023-11-14T22:13:20               | 1700000000000000",
                "2023-11-14T22:13:20Z              | 1700000000000000",
                "2023-11-14 22:13:20 UTC           | 1700000000000000",
                "2023-11-14 22:13:20 GMT           | 1700000000000000",
                "2023-11-14 22:13:20+00:00         | 1700000000000000",
                "2023-11-14 22:13:20+02:00         | 1699992800000000",
                "2023-11-14 22:13:20-08            | 1700028800000000",
                "2023-11-14T22:13:20-0330          | 1700012600000000",
                "2023-11-14T22:13:20 +0530         | 1699980200000000",
                "2023-11-14 22:13:20.5             | 1700000000500000",
                "2023-11-14T22:13:20.123Z          | 1700000000123000",
                "2023-11-14 22:13:20.123456+00:00  | 1700000000123456",
                "2023-11-14T22:13:20.123456789Z    | 1700000000123456",
                "2023-11-14 22:13:20,250           | 1700000000250000",
                "2023-11-14T22:13:20,25+02:00      | 1699992800250000",
                "2023/11/14 22:13:20               | 1700000000000000",
                "2023/11/14 22:13                  | 1699999980000000",
                "20231114T221320Z                  | 1700000000000000",
                "20231114T221320                   | 1700000000000000",
                // digits that are dates
                "20231114                          | 1699920000000000",
                "20231114221320                    | 1700000000000000",
                "202311142213                      | 1699999980000000",
                "20231114221320123                 | 1700000000123000",
                "20231114 22:13:20                 | 1700000000000000",
                // day first, month first, where the values decide
                "14/11/2023                        | 1699920000000000",
                "14.11.2023                        | 1699920000000000",
                "14.11.2023 22:13                  | 1699999980000000",
                "14-11-2023 22:13:20               | 1700000000000000",
                "11/14/2023                        | 1699920000000000",
                "11/14/2023 22:13:20.5             | 1700000000500000",
                "11/14/2023 10:13 PM               | 1699999980000000",
                "11/14/2023 10:13:20 PM            | 1700000000000000",
                "11/14/2023 10:13:20PM             | 1700000000000000",
                "11/14/2023, 10:13:20 PM           | 1700000000000000",
                "14/11/2023 10:13:20 pm            | 1700000000000000",
                "2023-11-14 10:13:20 PM            | 1700000000000000",
                "14/11/2023 22:13:20 +02:00        | 1699992800000000",
                "11/31/99                          | ",
                "12/31/99                          | 946598400000000",
                // names of months and days
                "14 Nov 2023                       | 1699920000000000",
                "Nov 14, 2023                      | 1699920000000000",
                "November 14, 2023                 | 1699920000000000",
                "14 November 2023 22:13            | 1699999980000000",
                "14-Nov-2023 22:13:20              | 1700000000000000",
                "14-Nov-99                         | 942537600000000",
                "Tue Nov 14 22:13:20 2023          | 1700000000000000",
                "Tue Nov 14 22:13:20 UTC 2023      | 1700000000000000",
                "Tue Nov 14 22:13:20 +0000 2023    | 1700000000000000",
                "Tue, 14 Nov 2023 22:13:20 GMT     | 1700000000000000",
                "Tue, 14 Nov 2023 22:13:20 +0200   | 1699992800000000",
                "14/Nov/2023:22:13:20 +0000        | 1700000000000000",
                "[14/Nov/2023:22:13:20 +0200]      | 1699992800000000",
                "20231114 22:13                    | 1699999980000000",
                "11 14, 2023                       | 1699920000000000",
                "2023年11月14日                    | 1699920000000000",
                "2023年11月14日 22:13:20           | 1700000000000000",
                "2023年11月14日 22时13分20秒       | 1700000000000000",
                "2023年11月14日22时13分            | 1699999980000000",
                "2023/11/14 下午 10:13:20          | 1700000000000000",
                "2023-11-14 上午10:13              | 1699956780000000",
            })
    void aTimeMeansTheSameInALogAndInPairs(String text, Long micros) throws IOException {
        Path log = log(text, text);
        if (micros == null) {
            assertThat(refused(log).key()).isEqualTo("timeNone");
            return;
        }
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults())) {
            assertThat(data.eventTime(0) * SECOND + data.eventMicros(0)).isEqualTo(micros);
        }
        assertThat(requests(log, "auto", "")).containsExactly(micros, micros);
    }

    /** Nothing in these values says which reading is right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "05/04/2023",
                "05-04-2023",
                "05.04.2023 10:00",
                "05/04/2023 10:00:00.5",
                "05/04/2023 10:00 AM",
                "14/11/23",
                "05/04/23",
                "05-04-03",
                "05042023",
                "050403",
                "2023111422"
            })
    void whatCanBeReadInSeveralWaysIsAsked(String text) throws IOException {
        Path log = log(text, text);
        Problem problem = refused(log);

        assertThat(problem.key()).isEqualTo("timeSeveral");
        assertThat(problem.place()).isEqualTo("log.csv:2");
        assertThat(problem.what(Locale.ENGLISH)).contains(text + " = ");
        assertThat(problem.fix(Locale.ENGLISH)).contains("--set time=");
        assertThat(problem.what(Locale.CHINESE)).contains("多种读法");
        assertThat(catchThrowableOfType(ProblemException.class, () -> requests(log, "auto", ""))
                        .problem()
                        .key())
                .isEqualTo("timeSeveral");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1850-01-01", "2150-01-01 10:00:00", "5000000000", "400000000", "0014-11-23"})
    void yearsOutsideOfTwoCenturiesAreAsked(String text) throws IOException {
        Problem problem = refused(log(text, text));

        assertThat(problem.key()).isIn("timeYears", "timeNone");
        assertThat(problem.values()).containsEntry("value", text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "22:13:20",
                "2023-11",
                "2023-02-30",
                "2023-11-14 25:00:00",
                "2023-11-14 22:13 PST",
                "W46"
            })
    void whatIsNoTimeIsRefusedWithItsValueItsLineAndTheWayToSayIt(String text) throws IOException {
        Problem problem = refused(log(text, text));

        assertThat(problem.key()).isEqualTo("timeNone");
        assertThat(problem.place()).isEqualTo("log.csv:2");
        assertThat(problem.values()).containsEntry("value", text);
        assertThat(problem.fix(Locale.ENGLISH)).contains("--set time=iso");
    }

    @Test
    void aValueFarBehindTheFirstOnesDecides() throws IOException {
        List<String> times = new ArrayList<>();
        for (int k = 0; k < 400; k++) {
            times.add("01/0" + (1 + k % 9) + "/2023");
        }
        times.add("13/01/2023");
        try (PreparedDataset data = prepare(log(times.toArray(String[]::new)), PrepareOptions.defaults())) {
            assertThat(data.info().origin().settings()).containsEntry("time", "%d/%m/%Y");
            assertThat(data.events()).isEqualTo(401);
            assertThat(data.eventTime(data.endEvent(0) - 1)).isEqualTo(1693526400L); // 1 September
        }
    }

    @Test
    void daysThatAreTheirOwnMonthDecideNothingButFollowTheOthers() throws IOException {
        assertThat(refused(log("01/01/2023", "02/02/2023", "02/03/2023")).key()).isEqualTo("timeSeveral");
        try (PreparedDataset data = prepare(log("01/01/2023", "02/02/2023"), PrepareOptions.defaults())) {
            assertThat(data.eventTime(1)).isEqualTo(1675296000L);
        }
    }

    @Test
    void bothOrdersInOneColumnAreAskedWithAValueOfEach() throws IOException {
        Problem problem = refused(log("13/01/2023", "01/13/2023", "02/03/2023"));

        assertThat(problem.what(Locale.ENGLISH))
                .contains("13/01/2023 = – (%m/%d/%Y), 2023-01-13 (%d/%m/%Y)")
                .contains("01/13/2023 = 2023-01-13 (%m/%d/%Y), – (%d/%m/%Y)");
    }

    @Test
    void aValueFarBehindTheFirstOnesThatContradictsThemIsAsked() throws IOException {
        List<String> times = new ArrayList<>();
        for (int k = 0; k < 400; k++) {
            times.add((13 + k % 15) + "/0" + (1 + k % 9) + "/2023");
        }
        times.add("02/13/2023");
        Path log = log(times.toArray(String[]::new));

        assertThat(refused(log).what(Locale.ENGLISH)).contains("02/13/2023 = – (%d/%m/%Y), 2023-02-13 (%m/%d/%Y)");
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().with("time", "%d/%m/%Y"))) {
            assertThat(data.events()).isEqualTo(400);
        }
    }

    @Test
    void aChosenFormatAnswersTheQuestion() throws IOException {
        Path log = log("05/04/2023 10:00:00", "05/04/2023 10:00:30.5 -01:00");
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().with("time", "%d/%m/%Y %H:%M:%S"))) {
            assertThat(data.eventTime(0)).isEqualTo(1680688800L);
            assertThat(data.eventTime(1)).isEqualTo(1680692430L);
            assertThat(data.eventMicros(1)).isEqualTo(500_000);
        }
    }

    @Test
    void wholeSecondsAmongFractionsAndZonesAreRead() throws IOException {
        Path log =
                log("2023-11-14 22:13:20.5+00:00", "2023-11-14 22:13:20+00:00", "2023-11-14 22:13+00:00", "2023-11-14");
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults())) {
            assertThat(data.events()).isEqualTo(4);
            assertThat(data.info().rejected()).isEmpty();
        }
    }

    @Test
    void theRejectedRowsShowWhatStandsThere() throws IOException {
        List<String> times = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            times.add("2023-11-14 22:13:" + (10 + k % 40));
        }
        times.add("soon");
        prepare(log(times.toArray(String[]::new)), PrepareOptions.defaults()).close();

        assertThat(folder.resolve("out/rejected.csv")).content().contains("\"log.csv\",42,noTime,\"u x40 soon\"");
    }

    @Test
    void pairsAreReadInTheWayOfTheDataSetWhereTheyFitIt() throws IOException {
        assertThat(requests(log("05/04/2023"), "auto", "%d/%m/%Y")).containsExactly(1680652800L * SECOND);
        assertThat(requests(log("05/04/2023"), "%m/%d/%Y", "%d/%m/%Y")).containsExactly(1683158400L * SECOND);
        assertThat(requests(log("5000"), "auto", "milliseconds")).containsExactly(5 * SECOND);
        assertThat(requests(log("1700000000"), "auto", "milliseconds")).containsExactly(1700000000L * SECOND);
        assertThat(requests(log("2023-11-14T22:13:20+02:00"), "auto", "seconds"))
                .containsExactly(1699992800L * SECOND);
        assertThat(requests(log("1700000000", "soon", ""), "auto", "seconds"))
                .containsExactly(1700000000L * SECOND, RequestTable.UNREADABLE, null);
    }

    @Test
    void aRoleThatPairsHaveNotIsRefused() throws IOException {
        Path log = log("5");
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class,
                () -> RequestTable.open(
                        log,
                        RequestTable.columns(Map.of("foo", "user")),
                        "auto",
                        "",
                        folder.resolve(".none"),
                        Progress.none()));

        assertThat(thrown.problem().kind().exitCode()).isEqualTo(2);
        assertThat(thrown.problem().what(Locale.ENGLISH)).contains("foo");
    }

    /** Columns of days and of times of the day, whichever of them is called a time. */
    @ParameterizedTest
    @CsvSource({
        "date,time,2023-11-14,22:13:20",
        "Datum,Uhrzeit,14.11.2023,22:13:20",
        "日期,时间,2023/11/14,22:13:20",
        "date,at,20231114,22:13:20",
        "Date,Time,11/14/2023,10:13:20 PM"
    })
    void daysAndTimesOfTheDayAreOneTime(String dayName, String clockName, String day, String clock) throws IOException {
        StringBuilder text = new StringBuilder("user;item;" + clockName + ";" + dayName + "\n");
        for (int k = 0; k < 30; k++) {
            text.append("u" + k % 3 + ";x" + k % 7 + ";" + clock + ";" + day + "\n");
        }
        try (PreparedDataset data =
                prepare(Files.writeString(folder.resolve("log.csv"), text), PrepareOptions.defaults())) {
            assertThat(data.eventTime(0)).isEqualTo(1_700_000_000);
            assertThat(data.info().origin().settings())
                    .containsEntry("map.log.csv.time", dayName)
                    .containsEntry("map.log.csv.clock", clockName);
        }
    }

    /** Its values are in no known way, or it was not chosen. */
    @ParameterizedTest
    @CsvSource({"2023-W,", "17000000,user"})
    void aColumnThatMayHoldTheTimesIsNamedWhereNoneIsRead(String prefix, String user) throws IOException {
        StringBuilder text = new StringBuilder("user;item;at\n");
        for (int k = 0; k < 40; k++) {
            text.append("u" + k % 3 + ";x" + k % 7 + ";" + prefix + (10 + k) + "\n");
        }
        PrepareOptions options = PrepareOptions.defaults();
        try (PreparedDataset data = prepare(
                Files.writeString(folder.resolve("log.csv"), text),
                user == null ? options : options.withMapping(Map.of("user", user, "item", "item")))) {
            assertThat(data.info().times().timed()).isFalse();
            assertThat(data.info().notes()).anySatisfy(note -> {
                assertThat(note.reason()).isEqualTo("maybeTime");
                assertThat(note.file()).isEqualTo("at");
            });
        }
    }

    @Test
    void wholeHoursMayBeTheTimeOfTheDay() throws IOException {
        StringBuilder text = new StringBuilder("user,item,date,hour\n");
        for (int hour = 23; hour >= 0; hour--) {
            text.append("u1,i" + hour + ",2024-03-05," + hour + "\n");
        }
        Path log = Files.writeString(folder.resolve("hours.csv"), text);
        PrepareOptions options = PrepareOptions.defaults()
                .withMapping(Map.of("user", "user", "item", "item", "time", "date", "clock", "hour"));
        try (PreparedDataset data = Sources.prepare(List.of(log), options, folder.resolve("hours"), Progress.none())) {
            assertThat(data.info().origin().settings()).containsEntry("time", "%Y-%m-%d %H");
            assertThat(data.info().audit().ties()).isZero();
            assertThat(data.info().times().lastTime() - data.info().times().firstTime())
                    .isEqualTo(23 * 3600);
        }
    }

    @Test
    void daysWithoutAYearAreCalledSoAndGiveTheOrder() throws IOException {
        try (PreparedDataset data =
                prepare(log("829", "1111", "501", "901", "1231", "102", "1001", "930"), PrepareOptions.defaults())) {
            assertThat(data.info().notes())
                    .extracting(note -> Findings.text(note, Locale.ENGLISH))
                    .containsExactly(
                            "The times are days without a year, such as 829: they only give the order, within one year");
            assertThat(data.info().times().firstTime()).isEqualTo(102);
            assertThat(data.info().times().lastTime()).isEqualTo(1231);
        }
    }

    @Test
    void otherSmallNumbersAreNoDays() throws IOException {
        try (PreparedDataset data =
                prepare(log("829", "1111", "501", "901", "1232", "102", "1001", "930"), PrepareOptions.defaults())) {
            assertThat(data.info().notes()).extracting(note -> note.reason()).containsExactly("timesAreCounts");
        }
    }

    private Path log(String... times) throws IOException {
        StringBuilder text = new StringBuilder("user;item;time\n");
        for (int k = 0; k < times.length; k++) {
            text.append("u;x").append(k).append(';').append(times[k]).append('\n');
        }
        return Files.writeString(folder.resolve("log.csv"), text);
    }

    private PreparedDataset prepare(Path log, PrepareOptions options) {
        return Sources.prepare(List.of(log), options, folder.resolve("out"), Progress.none());
    }

    private Problem refused(Path log) {
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> prepare(log, PrepareOptions.defaults()));
        assertThat(thrown).as(log.toString()).isNotNull();
        return thrown.problem();
    }

    private List<Long> requests(Path pairs, String written, String own) {
        List<Long> times = new ArrayList<>();
        try (RequestTable table = RequestTable.open(
                pairs, ColumnMapping.none(), written, own, folder.resolve(".none"), Progress.none())) {
            table.each(0, 100, some -> some.forEach(request -> times.add(request.time())));
        }
        return times;
    }
}
