package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.interestlens.data.DatasetInfo;
import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.DecimalComma;
import dev.interestlens.data.source.prepare.Preview;
import dev.interestlens.data.source.prepare.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers with a decimal comma are numbers where their whole column is so, and lists of ids are not. */
class DecimalCommaTest {
    private static final String HEADER = "user;item;time;rating;price;temperature;tag_ids\n";

    @TempDir
    private Path folder;

    /** @param german whether numbers are written as in German, else as in English without thousands */
    private Path log(String name, boolean german) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int r = 0; r < 900; r++) {
            int item = r * 7 % 97;
            text.append(String.format(
                    Locale.ROOT,
                    "u%d;%d,%d;%d;%s;%s;%s;%d,%d%n",
                    r % 50,
                    item,
                    500 + item,
                    1_700_000_000 + r,
                    number(r % 9 * 0.5 + 0.5, "%.1f", german),
                    number((item - item % 2) * 48.75 + 20, "%,.2f", german),
                    number(r * 13 % 701 / 100.0, "%s", german),
                    r % 40,
                    r % 41));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static String number(double value, String format, boolean german) {
        String english = String.format(Locale.ROOT, format, value);
        return german ? english.replace(",", "_").replace(".", ",").replace("_", ".") : english.replace(",", "");
    }

    private DatasetInfo prepare(Path log, PrepareOptions options) throws IOException {
        try (PreparedDataset data = Sources.prepare(
                List.of(log), options, Files.createTempDirectory(folder, "out").resolve("d"), Progress.none())) {
            return data.info();
        }
    }

    @Test
    void aLogIsReadAsTheSameLogWithPoints() throws IOException {
        PrepareOptions rated = PrepareOptions.defaults().with("minimumRating", "3.5");
        DatasetInfo commas = prepare(log("commas.csv", true), rated);
        DatasetInfo points = prepare(log("points.csv", false), rated);

        assertThat(commas.fingerprint()).isEqualTo(points.fingerprint());
        assertThat(commas.counts().events()).isEqualTo(points.counts().events()).isEqualTo(300);
        assertThat(commas.schema().itemFields())
                .filteredOn(field -> !field.isCategorical())
                .extracting(Field::name)
                .containsExactly("price");
        assertThat(commas.schema().contextFields()).extracting(Field::name).containsExactly("temperature");
        assertThat(commas.counts().items()).isEqualTo(97);
    }

    @Test
    void itIsSaidBeforeTheImportAndAfterwards() throws IOException {
        Path log = log("commas.csv", true);
        Preview preview = Preview.of(List.of(log), PrepareOptions.defaults());

        assertThat(preview.tables().get(0).assignment().told().columns())
                .filteredOn(column -> column.column().equals("price"))
                .extracting(column -> column.why().in(Locale.ENGLISH), column -> column.why()
                        .in(Locale.CHINESE))
                .containsExactly(tuple(
                        "numbers with a decimal comma: 1.092,50 is read as 1092.50", "以逗号作小数点的数字：1.092,50 读作 1092.50"));
        assertThat(prepare(log, PrepareOptions.defaults()).notes())
                .filteredOn(note -> note.reason().equals("decimalComma"))
                .extracting(Finding::file)
                .containsExactlyInAnyOrder("rating", "price", "temperature");
        assertThat(prepare(log("points.csv", false), PrepareOptions.defaults()).notes())
                .extracting(Finding::reason)
                .doesNotContain("decimalComma");
    }

    @Test
    void aColumnThatAPersonNamesIsReadAlike() throws IOException {
        PrepareOptions mapped = PrepareOptions.defaults()
                .withMapping(Map.of("user", "user", "item", "item", "time", "time", "context.cost", "price"));
        assertThat(prepare(log("commas.csv", true), mapped)
                        .schema()
                        .contextFields()
                        .get(0)
                        .isCategorical())
                .isFalse();
    }

    @Test
    void aLabelMayHaveOne() throws IOException {
        StringBuilder text = new StringBuilder("user;item;time;click\n");
        for (int r = 0; r < 300; r++) {
            text.append("u" + r % 20 + ";i" + r * 7 % 41 + ";" + (1_700_000_000 + r) + ";"
                    + (r % 3 == 0 ? "1,0" : "0,0") + "\n");
        }
        DatasetInfo info = prepare(Files.writeString(folder.resolve("log.csv"), text), PrepareOptions.defaults());

        assertThat(info.counts().events()).isEqualTo(100);
        assertThat(info.counts().impressions()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3,5 4 0,5",
                "1.234,50 99,90 1.000",
                "0,125 0,250",
                "1 234,5 7",
                "-3,5 +4,25",
                "0,0 1,0 0,75",
                "3 3,5 4 4,5 5",
                "59,99 69,95 79,90 89,99",
                "2,50 3,20 3,80 4,50",
                "36,37 38,39 40,05"
            })
    void theseColumnsHaveDecimals(String texts) {
        assertThat(DecimalComma.isIn(List.of(texts.split(" (?!\\d{3},)")))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,234 12,345",
                "3,10 3,1 12,7",
                "1,2,3 4,5",
                "3.5 4,5",
                "1,5 x",
                "3 4 5",
                "1,234.50 7,5",
                "1.234 5.678",
                "12.34,5",
                "36,37 38,39 40,41 42",
                "36,38 40,42 44,46",
                "9,10 10,11 11,12"
            })
    void theseHaveNone(String texts) {
        assertThat(DecimalComma.isIn(List.of(texts.split(" ")))).isFalse();
    }

    @Test
    void twoSizesAreACategory() throws IOException {
        StringBuilder text = new StringBuilder("user;item;time;shoe_size\n");
        for (int r = 0; r < 300; r++) {
            int item = r * 7 % 41;
            int size = 35 + item % 5 * 2;
            text.append("u" + r % 20 + ";i" + item + ";" + (1_700_000_000 + r) + ";" + size + "," + (size + 1) + "\n");
        }
        Path log = Files.writeString(folder.resolve("log.csv"), text);
        try (PreparedDataset data =
                Sources.prepare(List.of(log), PrepareOptions.defaults(), folder.resolve("out"), Progress.none())) {
            int field = data.schema().itemFields().size() - 1;
            assertThat(data.itemValue(field, Field.FIRST)).isEqualTo("35,36");
        }
    }

    /** The comma cuts every row in two, too. */
    @Test
    void rowsWithoutNamesAreCutAtTheSemicolon() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < 200; r++) {
            text.append(
                    r % 20 + ";" + r * 7 % 31 + ";" + r % 9 / 2 + "," + r % 2 * 5 + ";" + (1_700_000_000 + r) + "\n");
        }
        Path log = Files.writeString(folder.resolve("bare.csv"), text);
        DatasetInfo info = prepare(log, PrepareOptions.defaults().withColumns(Map.of("user", "1", "item", "2")));
        assertThat(info.counts().users()).isEqualTo(20);
        assertThat(info.counts().items()).isEqualTo(31);
        assertThat(info.origin().settings()).containsEntry("separator", ";");
    }
}
