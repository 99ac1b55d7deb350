package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.data.source.role.ColumnRoles;
import dev.interestlens.data.source.role.TableRoles;
import dev.interestlens.data.source.time.TimeQuestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns whose names and values do not agree, or that do not tell what they are: the values decide, or a person is asked. */
class DoubtfulColumnsTest {
    private static final long START = 1_700_000_000L;

    @TempDir
    private Path folder;

    private Path log(String header, int rows, IntFunction<String> row) throws IOException {
        return Files.writeString(
                folder.resolve("log.csv"),
                IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n", header + "\n", "\n")));
    }

    private TableRoles roles(String header, int rows, IntFunction<String> row) throws IOException {
        PrepareOptions options = PrepareOptions.defaults();
        return ColumnRoles.of(TextHead.of(log(header, rows, row), options), options, ColumnMapping.none());
    }

    private PreparedDataset prepare(Path log, PrepareOptions options) {
        return Sources.prepare(List.of(log), options, folder.resolve("data"), Progress.none());
    }

    private static String at(int row, String pattern) {
        return LocalDateTime.ofEpochSecond(START + row * 4321L, 0, ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT));
    }

    private static String keys(int row) {
        return "u" + row * 5 % 37 + ",i" + row * 7 % 41;
    }

    @ParameterizedTest
    @ValueSource(strings = {"item", "product_id", "src__app"})
    void aNameOfTheItemDoesNotBeatAHandfulOfValues(String name) throws IOException {
        TableRoles few = roles("user_id,pk,ts," + name, 300, r -> keys(r) + "," + (START + r) + ",x" + r % 9);
        TableRoles many = roles("user_id,pk,ts," + name, 300, r -> keys(r) + "," + (START + r) + ",x" + r * 11 % 23);

        assertThat(few.mapping().written()).doesNotContainKey("item");
        assertThat(few.open().get(Roles.ITEM)).first().isEqualTo("pk");
        assertThat(many.open()
                        .getOrDefault(
                                Roles.ITEM,
                                List.of(many.mapping().column(Roles.ITEM).orElse(""))))
                .contains(name);
    }

    @Test
    void aUserOfEachRowAndAnItemThatIsAMeasureAreAsked() throws IOException {
        TableRoles once = roles("user_id,item_id,ts", 300, r -> "x" + r + ",i" + r * 7 % 41 + "," + (START + r * 9L));
        TableRoles measured = roles(
                "user_id,item,pk,ts",
                300,
                r -> "u" + r * 5 % 37 + "," + r * 0.37 + ",i" + r * 7 % 41 + "," + (START + r * 9L));

        assertThat(once.open()).containsOnlyKeys(Roles.USER);
        assertThat(measured.open()).containsOnlyKeys(Roles.ITEM);
        assertThat(measured.open().get(Roles.ITEM)).startsWith("pk");
    }

    @Test
    void aTitleTellsAboutAsManyValuesAsItsItem() throws IOException {
        TableRoles few =
                roles("user_id,item_id,ts,title", 300, r -> keys(r) + "," + (START + r) + ",t" + r * 7 % 41 % 3);
        TableRoles many =
                roles("user_id,item_id,ts,title", 300, r -> keys(r) + "," + (START + r) + ",t" + r * 7 % 41 % 29);

        assertThat(few.mapping().written()).doesNotContainKey("title").containsEntry("category", "title");
        assertThat(many.mapping().written()).containsEntry("title", "title");
    }

    @Test
    void aTimeMustBeOne() throws IOException {
        TableRoles roles = roles(
                "user_id,item_id,time,made",
                300,
                r -> keys(r) + "," + List.of("am", "noon", "pm").get(r % 3) + "," + at(r, "yyyy-MM-dd HH:mm:ss"));

        assertThat(roles.mapping().written()).containsEntry("time", "made");
    }

    @Test
    void aLoadTimeOfAFewValuesIsNoTimeOfEvents() throws IOException {
        String header = "user_id,item_id,inserted_at,ts_event";
        TableRoles load = roles(
                header,
                300,
                r -> keys(r) + "," + at(4000 + r / 60 * 5, "yyyy-MM-dd HH:mm:ss") + "," + at(r, "yyyy-MM-dd HH:mm:ss"));
        TableRoles two = roles(
                header,
                300,
                r -> keys(r) + "," + at(4000 + r / 3 * 5, "yyyy-MM-dd HH:mm:ss") + "," + at(r, "yyyy-MM-dd HH:mm:ss"));

        assertThat(load.mapping().written()).contains(entry("time", "ts_event")).doesNotContainKey("event");
        assertThat(two.open()).containsExactly(entry(Roles.TIME, List.of("ts_event", "inserted_at")));
    }

    @Test
    void twoTimesOfOneDayAreNoTie() throws IOException {
        TableRoles roles = roles(
                "user_id,item_id,begun_at,logged_at",
                300,
                r -> keys(r) + "," + at(r, "dd.MM.yyyy HH:mm:ss") + "," + (START + r * 4321L + r % 50));

        assertThat(roles.open()).isEmpty();
        assertThat(roles.mapping().written()).containsEntry("time", "begun_at");
    }

    @ParameterizedTest
    @CsvSource({"DAY,1", "seq,1", "year,2001", "hour_bucket,472222", "week,1", "Tag,1", "天,1", "step,1"})
    void wholeNumbersThatGiveAnOrderAreAsked(String name, int from) throws IOException {
        Path log = log("user_id,item_id," + name, 300, r -> keys(r) + "," + (from + r * 7 % 300 / 10));

        assertThatThrownBy(() -> prepare(log, PrepareOptions.defaults())).hasMessageContaining("timeColumn=" + name);
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().with("timeColumn", name))) {
            assertThat(data.info().times().timed()).isTrue();
            assertThat(data.info().notes()).extracting(Finding::reason).contains("timesAreCounts");
            assertThat(IntStream.range(1, (int) data.firstEvent(1)).mapToLong(data::eventTime))
                    .isSorted();
        }
    }

    @Test
    void theOrderThatANumberGivesIsSaid() throws IOException {
        TableRoles roles =
                roles("user_id,item_id,DAY,step", 300, r -> keys(r) + "," + (1 + r / 10) + "," + (9 + r % 13));

        assertThat(roles.open()).containsExactly(entry(Roles.TIME, List.of("DAY", "step")));
        assertThat(roles.order("DAY")).isEqualTo("1 → 2 → 3 → … → 30");
        assertThat(roles.order("step")).isEqualTo("9 → 10 → 11 → … → 21");
    }

    @Test
    void thatTheRowsAreInOrderIsAnAnswer() throws IOException {
        Path log = log("user_id,item_id,DAY", 300, r -> keys(r) + "," + (1 + r / 10));
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().with("timeColumn", "none"))) {
            assertThat(data.info().times().timed()).isFalse();
            assertThat(data.info().notes()).extracting(Finding::reason).contains("noTimes");
        }
    }

    @Test
    void aYearOfTheItemAndANumberOfAPersonAreNoOrder() throws IOException {
        TableRoles roles = roles("user_id,item_id,year", 300, r -> keys(r) + "," + (1970 + r * 7 % 41 / 3));

        assertThat(roles.open()).isEmpty();
        assertThat(roles.mapping().written()).containsEntry("item.year", "year");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hour", "Stunde", "小时"})
    void theHourBesideADayIsItsTime(String name) throws IOException {
        Path log =
                log("user_id,item_id,date," + name, 300, r -> keys(r) + "," + at(r, "yyyy-MM-dd") + "," + at(r, "H"));
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults())) {
            assertThat(data.info().origin().settings()).containsEntry("map.log.csv.clock", name);
            assertThat(data.info().times().firstTime()).isEqualTo(START / 3600 * 3600);
        }
    }

    @Test
    void aClockOfTwelveHoursWithoutItsHalfIsAsked() throws IOException {
        Path log = log("user_id,item_id,time", 300, r -> keys(r) + "," + at(r, "yyyy-MM-dd hh:mm"));
        TimeQuestion asked = Preview.of(List.of(log), PrepareOptions.defaults())
                .tables()
                .get(0)
                .question()
                .orElseThrow();

        assertThat(asked.kind()).isEqualTo(TimeQuestion.Kind.HALVES);
        assertThat(asked.readings()).extracting(TimeQuestion.Reading::format).containsExactly("iso", "day iso");
        assertThatThrownBy(() -> prepare(log, PrepareOptions.defaults())).hasMessageContaining("day iso");
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults().with("time", "day iso"))) {
            assertThat(data.info().times().firstTime()).isEqualTo(START / 86_400 * 86_400);
        }
    }

    @Test
    void oneOtherHourShowsThatTheClockHasTwentyFour() throws IOException {
        Path log = log(
                "user_id,item_id,time",
                300,
                r -> keys(r) + "," + (r == 299 ? "2024-03-01 13:00" : at(r, "yyyy-MM-dd hh:mm")));
        try (PreparedDataset data = prepare(log, PrepareOptions.defaults())) {
            assertThat(data.info().rows()).isEqualTo(300);
        }
    }

    @ParameterizedTest
    @CsvSource({"500,60", "60,500", "200,200"})
    void theFirstOfTwoNumbersIsOfferedAsTheUserWhicheverHasMoreValues(int users, int items) throws IOException {
        TableRoles roles = roles("a,b,c", 3000, r -> r * 7 % users + "," + r * 11 % items + "," + (START + r));

        assertThat(roles.open().get(Roles.USER)).startsWith("a");
        assertThat(roles.open().get(Roles.ITEM)).startsWith("b");
    }

    @Test
    void theNumberOfAnOrderIsNoUserWhereANeighbourNamesTheUsers() throws IOException {
        Path lines = log("order_id,product_id,add_to_cart_order", 600, r -> r / 3 + "," + r * 7 % 41 + "," + r % 3);
        Path orders = Files.writeString(
                folder.resolve("orders.csv"),
                IntStream.range(0, 200)
                        .mapToObj(r -> r + ",u" + r * 5 % 37 + "," + at(r, "yyyy-MM-dd"))
                        .collect(Collectors.joining("\n", "order_id,user_id,order_date\n", "\n")));
        PrepareOptions usual = PrepareOptions.defaults();
        Preview alone = Preview.of(List.of(lines), usual);
        Preview both = Preview.of(List.of(lines, orders), usual);

        assertThat(alone.tables().get(0).assignment().told().open()).containsKey(Roles.USER);
        assertThat(both.tables())
                .allMatch(table -> !table.assignment().told().open().containsKey(Roles.USER));
        assertThatThrownBy(
                        () -> Sources.prepare(List.of(lines, orders), usual, folder.resolve("data"), Progress.none()))
                .hasMessageContaining("user_id")
                .hasMessageContaining("orders.csv");
    }

    @Test
    void whatIsChosenUnequallyOftenOrIsDescribedOrIsNotGroupedIsOfferedAsTheItemThoughItComesFirst()
            throws IOException {
        TableRoles skewed = roles(
                "a,b,c",
                3000,
                r -> 60 * (r % 97) * (r % 97) * (r % 97) / 912_673 + "," + r * 7 % 500 + "," + (START + r));
        TableRoles told = roles(
                "a,x,b,c", 3000, r -> r * 11 % 60 + ",g" + r * 11 % 60 % 7 + "," + r * 7 % 500 + "," + (START + r));

        TableRoles grouped = roles("a,b,c", 3000, r -> r * 7 % 500 + "," + r / 11 + "," + (START + r * 7919 % 3000));

        assertThat(grouped.open().get(Roles.USER)).startsWith("b");
        assertThat(skewed.open().get(Roles.USER)).startsWith("b");
        assertThat(told.open().get(Roles.USER)).startsWith("b");
        assertThat(told.open().get(Roles.ITEM)).startsWith("a");
    }
}
