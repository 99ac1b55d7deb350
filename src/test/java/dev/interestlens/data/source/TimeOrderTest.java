package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.protocol.ProtocolConfig;
import dev.interestlens.data.protocol.SampleSet;
import dev.interestlens.data.protocol.Split;
import dev.interestlens.data.source.file.Duck;
import dev.interestlens.data.source.file.ParquetSet;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Events keep their order to the microsecond, from any source to the samples. */
@Tag("thorough")
class TimeOrderTest {
    private static final int EVENTS = 60;
    private static final long SECOND = 1_000_000;

    @TempDir
    private Path folder;

    /** Ways to write microseconds, exact in the unit that they are given. */
    private enum Written {
        SECONDS(1, us -> String.format(Locale.ROOT, "%d.%06d", us / SECOND, us % SECOND)),
        MILLISECONDS(1000, us -> String.valueOf(us / 1000)),
        MICROSECONDS(1, String::valueOf),
        NANOSECONDS(1, us -> us + "000"),
        ISO(1, us -> text("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'", us)),
        ZONED(1, us -> text("yyyy-MM-dd HH:mm:ss.SSSSSS'+02:00'", us + 7200 * SECOND)),
        COMMA(1000, us -> text("yyyy-MM-dd HH:mm:ss,SSS", us)),
        DAY_FIRST(1, us -> text("dd/MM/yyyy HH:mm:ss.SSSSSS", us)),
        AM_PM(1, us -> text("MM/dd/yyyy hh:mm:ss.SSSSSS a", us)),
        CHINESE(1000, us -> text("yyyy年MM月dd日 HH:mm:ss.SSS", us));

        private final long step;
        private final LongFunction<String> text;

        Written(long step, LongFunction<String> text) {
            this.step = step;
            this.text = text;
        }

        private static String text(String pattern, long us) {
            LocalDateTime time =
                    LocalDateTime.ofInstant(Instant.ofEpochSecond(us / SECOND, us % SECOND * 1000), ZoneOffset.UTC);
            return DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
        }
    }

    // Within two seconds, so that whole seconds would lose nearly all of the order; some stand on the second itself.
    private static List<Long> times(long step, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, EVENTS)
                .mapToObj(k -> 1_700_000_000L * SECOND + (k % 20 == 0 ? 0 : random.nextInt(2_000_000) / step * step))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Written.class)
    void everyWayToWriteTimesKeepsTheirOrderInEverySource(Written written) throws IOException {
        List<Long> times = times(written.step, written.ordinal());
        StringBuilder csv = new StringBuilder("user;item;time\n");
        StringBuilder lines = new StringBuilder();
        List<String> objects = new ArrayList<>();
        StringBuilder values = new StringBuilder();
        for (int k = 0; k < EVENTS; k++) {
            String text = written.text.apply(times.get(k));
            csv.append("u;x").append(k).append(';').append(text).append('\n');
            objects.add("{\"user\": \"u\", \"item\": \"x" + k + "\", \"time\": \"" + text + "\"}");
            lines.append(objects.get(k)).append('\n');
            values.append(k == 0 ? "" : ", ").append("('u', 'x" + k + "', '" + text + "')");
        }
        inOrder(times, Files.writeString(folder.resolve("a.csv"), csv));
        inOrder(times, Files.writeString(folder.resolve("a.jsonl"), lines));
        inOrder(times, Files.writeString(folder.resolve("a.json"), "[\n" + String.join(",\n", objects) + "\n]\n"));
        inOrder(times, parquet("SELECT * FROM (VALUES " + values + ") AS v(\"user\", item, \"time\")"));
    }

    @ParameterizedTest
    @CsvSource({
        "TIMESTAMP, 1",
        "TIMESTAMP WITH TIME ZONE, 1",
        "TIMESTAMP_NS, 1",
        "TIMESTAMP_MS, 1000",
        "TIMESTAMP_S, 1000000",
        "DOUBLE, 1",
        "BIGINT, 1"
    })
    void columnsOfTimesAreReadByTheirType(String type, long step) throws IOException {
        List<Long> times = times(step, 3);
        List<String> rows = new ArrayList<>();
        for (int k = 0; k < EVENTS; k++) {
            rows.add("('u', 'x" + k + "', " + times.get(k) + ")");
        }
        String time =
                switch (type) {
                    case "DOUBLE" -> "t / 1000000.0";
                    case "BIGINT" -> "t";
                    case "TIMESTAMP WITH TIME ZONE" -> "make_timestamptz(t)";
                    default -> "CAST(make_timestamp(t) AS " + type + ")";
                };
        Path file = parquet("SELECT \"user\", item, " + time + " AS \"time\" FROM (VALUES " + String.join(", ", rows)
                + ") AS v(\"user\", item, t)");
        inOrder(times, file);
        try (RequestTable table = RequestTable.open(
                file, ColumnMapping.none(), "auto", "milliseconds", folder.resolve(".none"), Progress.none())) {
            List<Long> read = new ArrayList<>();
            table.each(0, 100, some -> some.forEach(request -> read.add(request.time())));
            assertThat(read).isEqualTo(times);
        }
    }

    @ParameterizedTest
    @CsvSource({"['i1'], VARCHAR[]", "{'a': 1}, STRUCT(a INTEGER)", "MAP {'a': 1}, 'MAP(VARCHAR, INTEGER)'"})
    void anIdOfSeveralValuesIsRefusedWithItsType(String value, String type) throws IOException {
        Path file = parquet("SELECT 'u' AS \"user\", " + value + " AS item, 1700000000 AS \"time\"");
        Problem problem = catchThrowableOfType(
                        ProblemException.class, () -> Preview.of(List.of(file), PrepareOptions.defaults()))
                .problem();

        assertThat(problem.key()).isEqualTo("nestedColumn");
        assertThat(problem.what(Locale.ENGLISH)).contains("item").contains(type);
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> RequestTable.open(
                                        file,
                                        ColumnMapping.none(),
                                        "auto",
                                        "",
                                        folder.resolve(".none"),
                                        Progress.none()))
                        .problem()
                        .what(Locale.ENGLISH))
                .contains(type);
    }

    @Test
    void whatWasShownLaterInTheSameSecondKeepsItsPlaceAmongWhatWasChosen() throws IOException {
        StringBuilder csv = new StringBuilder("user,item,time,label\n");
        for (int k = 0; k < 40; k++) {
            csv.append("u,x")
                    .append(k)
                    .append(",170000000")
                    .append(k % 10)
                    .append(".5,")
                    .append(k % 2)
                    .append('\n');
        }
        csv.append("u,late,1700000020.9,1\nu,early,1700000020.1,0\n");
        Path out = folder.resolve("out");
        try (PreparedDataset data = Sources.prepare(
                List.of(Files.writeString(folder.resolve("log.csv"), csv)),
                PrepareOptions.defaults(),
                out,
                Progress.none())) {
            ProtocolConfig logged = ProtocolConfig.preset(Split.LOGGED);
            SampleSet samples = SampleSet.build(data, logged, 7);
            int last = samples.size(Part.TEST) - 1;
            assertThat(data.itemKey(samples.sample(Part.TEST, last).candidate()))
                    .isEqualTo("late");
            assertThat(data.itemKey(samples.sample(Part.TEST, last - 1).candidate()))
                    .isEqualTo("early");
        }
    }

    private Path parquet(String sql) {
        Path file = folder.resolve("a.parquet");
        try (Duck duck = new Duck(folder, List.of(), PrepareOptions.defaults(), Progress.none())) {
            duck.run("COPY (" + sql + ") TO " + Duck.literal(file.toString()) + " (FORMAT parquet)");
        }
        return file;
    }

    private void inOrder(List<Long> times, Path source) throws IOException {
        List<String> expected = IntStream.range(0, EVENTS)
                .boxed()
                .sorted(Comparator.comparing(times::get))
                .map(k -> "x" + k)
                .toList();
        Path made = Files.createTempDirectory(folder, "made");
        Path out = made.resolve("out");
        Path again = made.resolve("again");
        Path back = made.resolve("back");
        try (PreparedDataset data = Sources.prepare(List.of(source), PrepareOptions.defaults(), out, Progress.none())) {
            assertThat(IntStream.range(0, EVENTS).mapToObj(e -> data.itemKey(data.eventItem(e))))
                    .as(source.toString())
                    .isEqualTo(expected);
            assertThat(IntStream.range(0, EVENTS).mapToObj(e -> data.eventTime(e) * SECOND + data.eventMicros(e)))
                    .isEqualTo(times.stream().sorted().toList());
            SampleSet samples = SampleSet.build(data, ProtocolConfig.preset(Split.DIN), 7);
            assertThat(data.itemKey(samples.sample(Part.TEST, 0).candidate())).isEqualTo(expected.get(EVENTS - 1));
            ParquetSet.write(data, again, PrepareOptions.defaults(), Progress.none());
            try (PreparedDataset read =
                    Sources.prepare(List.of(again), PrepareOptions.defaults(), back, Progress.none())) {
                assertThat(read.info().fingerprint()).isEqualTo(data.info().fingerprint());
            }
        }
    }
}
