package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.Zstd;
import dev.interestlens.data.DatasetInfo.Finding;
import dev.interestlens.data.Field;
import dev.interestlens.data.PreparedDataset;
import dev.interestlens.data.source.file.TextHead;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.data.source.prepare.Sources;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as they are found in the wild: read, or refused with the place and what to do. */
@Tag("thorough")
class HostileFilesTest {

    private static final String HEADER = "user,item,time\n";

    @TempDir
    private Path folder;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private Path file(String text) throws IOException {
        return file("log.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private PreparedDataset prepare(Path file) {
        PrepareOptions options = PrepareOptions.defaults().with("rejectShare", "0.9");
        return Sources.prepare(List.of(file), options, folder.resolve("out"), Progress.none());
    }

    private List<Finding> rejected(Path file) {
        try (PreparedDataset data = prepare(file)) {
            return data.info().rejected();
        }
    }

    private Problem refused(Path file) throws IOException {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> prepare(file));
        assertThat(thrown).isNotNull();
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::toString)).noneMatch(name -> name.contains("out"));
        }
        assertThat(thrown.problem().what(Locale.CHINESE)).containsPattern("\\p{IsHan}");
        return thrown.problem();
    }

    private static Finding one(String reason, long line) {
        return new Finding(reason, 1, "log.csv", List.of(line));
    }

    @Test
    void byteOrderMarksAreNoPartOfTheFirstName() throws IOException {
        try (PreparedDataset data = prepare(file("\uFEFF" + HEADER + "a,x,1\n"))) {
            assertThat(data.events()).isEqualTo(1);
        }
    }

    @Test
    void allLineEndsInOneFileAreRead() throws IOException {
        try (PreparedDataset data = prepare(file("user,item,time\r\na,x,1\na,y,2\ra,z,3"))) {
            assertThat(data.events()).isEqualTo(3);
        }
    }

    @Test
    void oldMacLineEndsAreRead() throws IOException {
        try (PreparedDataset data = prepare(file("user,item,time\ra,x,1\ra,y,2\r"))) {
            assertThat(data.events()).isEqualTo(2);
        }
    }

    @Test
    void aZeroByteInAnIdIsRejectedByLine() throws IOException {
        assertThat(rejected(file(HEADER + "a,x,1\na,y\0,2\n"))).containsExactly(one("zeroByte", 3));
    }

    @Test
    void raggedRowsAreRejectedByLine() throws IOException {
        assertThat(rejected(file(HEADER + "a,x,1\na,y\na,y,2,3\n")))
                .containsExactlyInAnyOrder(one("tooFewValues", 3), one("tooManyValues", 4));
    }

    @Test
    void aStrayQuoteBehindAValueIsRejectedByLine() throws IOException {
        assertThat(rejected(file(HEADER + "a,\"x\",1\na,\"y\"z,2\n"))).containsExactly(one("quote", 3));
    }

    @Test
    void aQuoteInsideAnUnquotedValueIsText() throws IOException {
        try (PreparedDataset data = prepare(file(HEADER + "a,5\" nail,1\nb,\"x\",1\n"))) {
            assertThat(data.itemOf("5\" nail")).isGreaterThan(1);
        }
    }

    @Test
    void aQuoteThatNeverClosesIsRefusedWithItsLine() throws IOException {
        String rows = IntStream.range(2, 5000)
                .mapToObj(k -> k == 4321 ? "a,\"x,1" : "a,x" + k + "," + k)
                .collect(Collectors.joining("\n"));
        Problem problem = refused(file(HEADER + rows + "\n"));

        assertThat(problem.text(Locale.ENGLISH))
                .isEqualTo("A quotation mark opened in line 4321 of log.csv is never closed properly.\n"
                        + "log.csv:4321:2  \"x,1\"\n"
                        + "Nothing was imported.\n"
                        + "Add the closing quotation mark in line 4321, or remove the opening one, then open the"
                        + " file again.");
    }

    @Test
    void withoutQuotationMarksAFileWithAnUnclosedOneIsRead() throws IOException {
        Path file = file(HEADER + "u1,\"a,1\nu1,b,2\n");
        PrepareOptions options = PrepareOptions.defaults().with("quote", "none");

        try (PreparedDataset data = Sources.prepare(List.of(file), options, folder.resolve("plain"), Progress.none())) {
            assertThat(data.itemOf("\"a")).isEqualTo(Field.FIRST);
            assertThat(data.info().origin().settings()).containsEntry("quote", "");
        }
    }

    @Test
    void quotesFarBehindTheBeginningEncloseValues() throws IOException {
        String rows = "a,x,1\n".repeat(200_000);
        Path file = file(HEADER + rows + "\"a\",\"x, y\",2\n\"b\",\"two\nlines\",3\n");

        try (PreparedDataset data = prepare(file)) {
            assertThat(data.users()).isEqualTo(2);
            assertThat(data.itemOf("x, y")).isGreaterThan(Field.UNKNOWN);
            assertThat(data.itemOf("two\nlines")).isGreaterThan(Field.UNKNOWN);
        }
    }

    @Test
    void quotesWithinValuesFarBehindTheBeginningAreText() throws IOException {
        String rows = "a,x,1\n".repeat(200_000);
        Path stray = file("stray.csv", (HEADER + rows + "a,5\" nail,2\na,y\",3\n").getBytes(StandardCharsets.UTF_8));
        try (PreparedDataset data = prepare(stray)) {
            assertThat(data.itemOf("5\" nail")).isGreaterThan(Field.UNKNOWN);
            assertThat(data.itemOf("y\"")).isGreaterThan(Field.UNKNOWN);
        }
    }

    @Test
    void anotherQuotationMarkHoldsSeparators() throws IOException {
        Path file = file(HEADER + "u1,'a,b',1\nu1,c,2\n");
        PrepareOptions options = PrepareOptions.defaults().with("quote", "'");

        try (PreparedDataset data = Sources.prepare(List.of(file), options, folder.resolve("other"), Progress.none())) {
            assertThat(data.itemOf("a,b")).isEqualTo(Field.FIRST);
        }
    }

    @Test
    void aFieldOfFiveMegabytesIsRejectedByLine() throws IOException {
        assertThat(rejected(file(HEADER + "a,x,1\na," + "y".repeat(5 << 20) + ",2\na,z,3\n")))
                .containsExactly(one("tooLong", 3));
    }

    @Test
    void tenThousandColumnsAreRead() throws IOException {
        String names = IntStream.range(0, 10_000).mapToObj(k -> "c" + k).collect(Collectors.joining(","));
        String values = ",0".repeat(10_000);
        Path wide = file("user,item,time," + names + "\na,x,1" + values + "\na,y,2" + values + "\n");
        try (PreparedDataset data = prepare(wide)) {
            assertThat(data.events()).isEqualTo(2);
        }
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(refused(file("")).what(Locale.ENGLISH)).isEqualTo("The file log.csv is empty.");
    }

    @Test
    void aHeaderWithoutRowsIsRefused() throws IOException {
        assertThat(refused(file(HEADER)).what(Locale.ENGLISH)).isEqualTo("log.csv holds no rows.");
    }

    @Test
    void aTornArchiveIsNamed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int k = 0; k < 50_000; k++) {
                out.write(((k == 0 ? HEADER : "") + "a" + k * 7919L % 10007 + ",x" + k + "," + k + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        Path torn = file("log.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() - 5000));
        Problem problem = refused(torn);

        assertThat(problem.place()).isEqualTo("log.csv.gz");
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem.what(Locale.ENGLISH)).startsWith("Cannot read log.csv.gz: ");
    }

    @Test
    void aTornParquetFileIsRefused() throws IOException {
        Problem problem = refused(file("log.parquet", "PAR1 and then nothing".getBytes(StandardCharsets.US_ASCII)));

        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(problem.what(Locale.ENGLISH)).contains("log.parquet");
    }

    @Test
    void anotherEncodingFarBehindTheBeginningIsRefusedByLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((HEADER + "a,ä,1\n").getBytes(StandardCharsets.UTF_8));
        byte[] row = "a,item,1234567\n".getBytes(StandardCharsets.UTF_8);
        for (int k = 0; k < 100_000; k++) {
            bytes.write(row);
        }
        bytes.write("a,caf\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));
        Problem problem = refused(file("log.csv", bytes.toByteArray()));

        assertThat(problem.place()).isEqualTo("log.csv:100003");
        assertThat(problem.what(Locale.ENGLISH)).isEqualTo("log.csv holds bytes that are not text in UTF-8.");
    }

    @Test
    void aTextThatIsNotUtf8FarBehindTheBeginningIsReadInTheEncodingThatFits() throws IOException {
        for (String charset : List.of("windows-1252", "GB18030", "windows-31j")) {
            String names = Map.of("windows-1252", "caf\u00e9", "GB18030", "机械键盘和无线鼠标，笔记本电脑", "windows-31j", "キーボード")
                    .get(charset);
            Path log = file(
                    charset + ".csv",
                    (HEADER + "a,item,1700000000\n".repeat(70_000) + "a," + names + ",1700000001\n")
                            .getBytes(Charset.forName(charset)));
            try (PreparedDataset data = Sources.prepare(
                    List.of(log), PrepareOptions.defaults(), folder.resolve(charset), Progress.none())) {
                assertThat(data.itemOf(names)).as(charset).isGreaterThan(Field.UNKNOWN);
                assertThat(data.info().origin().settings()).containsEntry("encoding", charset);
                String read = charset + ": " + names;
                assertThat(data.info().notes())
                        .contains(new Finding("encodingTried", 1, charset + ".csv", List.of(), read));
            }
        }
    }

    @Test
    void whatStandsBehindAnArchiveIsCounted() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write((HEADER + "a,x,1\na,y,2\n").getBytes(StandardCharsets.UTF_8));
        }
        int whole = packed.size();
        packed.write(new byte[512]);
        try (PreparedDataset data = prepare(file("zeros.csv.gz", packed.toByteArray()))) {
            assertThat(data.info().notes()).extracting(Finding::reason).doesNotContain("bytesBehind");
        }
        for (int garbage : List.of(5, 100, 200_000)) {
            byte[] all = Arrays.copyOf(packed.toByteArray(), whole + garbage);
            Arrays.fill(all, whole, all.length, (byte) 'x');
            Path log = file("log.csv.gz", all);
            try (PreparedDataset data = Sources.prepare(
                    List.of(log), PrepareOptions.defaults(), folder.resolve("gz" + garbage), Progress.none())) {
                assertThat(data.events()).isEqualTo(2);
                assertThat(data.info().notes()).contains(new Finding("bytesBehind", garbage, "log.csv.gz", List.of()));
            }
        }
    }

    @Test
    void aTextWhoseNameEndsLikeThatOfAnArchiveIsRead() throws IOException {
        try (PreparedDataset data =
                prepare(file("plain.csv.gz", HEADER.concat("a,x,1\na,y,2\n").getBytes(StandardCharsets.UTF_8)))) {
            assertThat(data.events()).isEqualTo(2);
        }
        Path pairs = file("pairs.csv.zst", HEADER.concat("a,x,1\n").getBytes(StandardCharsets.UTF_8));
        try (RequestTable table =
                RequestTable.open(pairs, ColumnMapping.none(), "auto", "", folder.resolve(".none"), Progress.none())) {
            assertThat(table.rows()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;\nuser;item;time\n",
                "SEP=;\r\nuser;item;time\r\n",
                "\"sep=;\"\nuser;item;time\n",
                "# a comment, with \"one mark\nuser;item;time\n",
                "# one; two\n# three\nuser;item;time\n",
                "sep=;\n# a comment\nuser;item;time\n",
                "#user;item;time\n",
                "# made on Monday\n# user;item;time\n"
            })
    void linesBeforeTheHeaderAreNoRows(String beginning) throws IOException {
        String rows = "a;\"x\";1700000000\na;y;1700000001;9\nb;x;1700000002\n";
        int lines = (int) beginning.lines().count();
        try (PreparedDataset data = Sources.prepare(
                List.of(file(beginning + rows)),
                PrepareOptions.defaults().with("rejectShare", "0.5"),
                folder.resolve("out"),
                Progress.none())) {
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.itemOf("x")).isGreaterThan(Field.UNKNOWN);
            assertThat(data.info().rejected())
                    .containsExactly(new Finding("tooManyValues", 1, "log.csv", List.of(lines + 2L)));
        }
    }

    @Test
    void westernAndJapaneseTablesAreToldApart() throws IOException {
        assertThat(encoding("user,item,time\na,caf\u00e9,1\nb,na\u00efve,2\n", "windows-1252"))
                .isEqualTo("windows-1252");
        assertThat(encoding("user,item,time\na,キーボード,1\nb,マウスとケーブル,2\n", "Shift_JIS"))
                .isEqualTo("windows-31j");
        assertThat(encoding("用户,商品,时间\n张三,机械键盘,1\n李四,无线鼠标,2\n", "GB18030")).isEqualTo("GB18030");
    }

    private String encoding(String text, String charset) throws IOException {
        Path source = file(charset + ".csv", text.getBytes(Charset.forName(charset)));
        return TextHead.of(source, PrepareOptions.defaults()).charset().name();
    }

    @Test
    void namesOfFilesAreDataAndNoPatterns() throws IOException {
        file("l.csv", (HEADER + "wrong,x,1\n").getBytes(StandardCharsets.UTF_8));
        Path odd = file("l[o]g'*?.csv", (HEADER + "right,x,1\n").getBytes(StandardCharsets.UTF_8));
        try (PreparedDataset data = prepare(odd)) {
            assertThat(data.userKey(0)).isEqualTo("right");
        }
    }

    @Test
    void idsStayTextWhateverTheyLookLike() throws IOException {
        try (PreparedDataset data = prepare(file(HEADER + "1.0,007,1\n1,9223372036854775808,2\n"))) {
            assertThat(data.userOf("1.0")).isNotEqualTo(data.userOf("1"));
            assertThat(data.itemOf("007")).isGreaterThan(1);
            assertThat(data.itemOf("9223372036854775808")).isGreaterThan(1);
        }
    }

    @Test
    void unitsOfTimeAreFoundFromTheirSize() throws IOException {
        assertThat(firstTime("1588687728")).isEqualTo(1588687728);
        assertThat(firstTime("1588687728923")).isEqualTo(1588687728);
        assertThat(firstTime("1588687728923123")).isEqualTo(1588687728);
        assertThat(firstTime("1588687728.75")).isBetween(1588687728L, 1588687729L);
    }

    @Test
    void datesAreReadInTheWaysTheyAreWritten() throws IOException {
        long day = 1580428800;
        for (String date : List.of(
                "2020-01-31", "2020/01/31", "31.01.2020", "31/01/2020", "01/31/2020", "20200131", "2020年01月31日")) {
            assertThat(firstTime(date)).as(date).isEqualTo(day);
        }
        assertThat(firstTime("2020-01-31T12:30:00.5Z")).isEqualTo(day + 45_000);
    }

    private long firstTime(String time) throws IOException {
        Path source = file(HEADER + "a,x," + time + "\n");
        Path out = folder.resolve("t" + time.hashCode());
        try (PreparedDataset data = Sources.prepare(List.of(source), PrepareOptions.defaults(), out, Progress.none())) {
            return data.eventTime(0);
        }
    }

    @Test
    void duplicatesAreKeptAndCountedUnlessARuleDropsThem() throws IOException {
        Path source = file(HEADER + "a,x,1\na,x,1\na,y,1\na,x,2\n");
        try (PreparedDataset data = prepare(source)) {
            assertThat(data.events()).isEqualTo(4);
            assertThat(data.info().audit().duplicates()).isEqualTo(1);
            assertThat(data.info().audit().ties()).isEqualTo(3);
        }
    }

    @Test
    void oneTimeAUserIsSaidToMeanNothing() throws IOException {
        try (PreparedDataset data = prepare(file(HEADER + "a,x,1\na,y,1\nb,x,5\nb,y,5\n"))) {
            assertThat(data.info().notes()).extracting(Finding::reason).contains("orderMeansNothing");
        }
    }

    @Test
    void timesFarFromAllOthersAreLeftOutUnlessTheyAreToBeKept() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int k = 0; k < 1000; k++) {
            text.append("a,x")
                    .append(k)
                    .append(',')
                    .append(1_500_000_000 + k * 1000)
                    .append('\n');
        }
        Path log = file(text + "a,y,2000000000\na,z,-7\n");
        try (PreparedDataset data = prepare(log)) {
            assertThat(data.events()).isEqualTo(1000);
            assertThat(data.info().rejected())
                    .containsExactly(
                            new Finding("farTimesDropped", 1, "log.csv", List.of(1002L), "a y 2033-05-18 03:33:20"),
                            new Finding("outsideYears", 1, "log.csv", List.of(1003L), "-7"));
        }
        PrepareOptions keeping = PrepareOptions.defaults().with("dropFarTimes", "false");
        try (PreparedDataset data = Sources.prepare(List.of(log), keeping, folder.resolve("kept"), Progress.none())) {
            assertThat(data.events()).isEqualTo(1002);
            assertThat(data.info().notes())
                    .contains(new Finding("farTimes", 2, "log.csv", List.of(1002L, 1003L), "a y 2033-05-18 03:33:20"));
        }
    }

    @Test
    void aFileThatIsNotReadIsNamed() throws IOException {
        file(HEADER + "a,x,1\n");
        file("other.bin", new byte[] {1, 2, 3});
        try (PreparedDataset data = prepare(folder)) {
            assertThat(data.info().notes()).contains(new Finding("fileUnread", 1, "other.bin", List.of()));
        }
    }

    @Test
    void aTornZstandardArchiveIsNamed() throws IOException {
        byte[] whole = Zstd.compress((HEADER + "a,x,1\n".repeat(5000)).getBytes(StandardCharsets.UTF_8));
        Problem problem = refused(file("log.csv.zst", Arrays.copyOf(whole, whole.length - 9)));

        assertThat(problem.place()).isEqualTo("log.csv.zst");
        assertThat(problem.what(Locale.ENGLISH)).startsWith("Cannot read log.csv.zst: ");
    }

    @Test
    void zstandardIsReadLikeAnyTable() throws IOException {
        try (PreparedDataset data = prepare(
                file("log.csv.zst", Zstd.compress((HEADER + "a,x,1\na,y,2\n").getBytes(StandardCharsets.UTF_8))))) {
            assertThat(data.events()).isEqualTo(2);
        }
    }

    @Test
    void aQuotedValueOverManyLinesAndMegabytesIsRefusedWithItsLine() throws IOException {
        Problem problem = refused(file(HEADER + "a,x,1\na,\"" + "\n".repeat(3 << 20) + "\",2\n"));

        assertThat(problem.key()).isEqualTo("longValue");
        assertThat(problem.place()).isEqualTo("log.csv:3:2");
    }

    @Test
    void theFirstBadLineIsTheFirstWhateverItsReason() throws IOException {
        Path source = file(HEADER + "a,x,1\na,,2\na,y,3\n,z,4\n,z,5\n");
        ProblemException thrown = catchThrowableOfType(
                ProblemException.class,
                () -> Sources.prepare(
                        List.of(source), PrepareOptions.defaults(), folder.resolve("out"), Progress.none()));

        assertThat(thrown.problem().what(Locale.ENGLISH)).contains("the first bad one is line 3 (no item)");
    }

    @Test
    void theOneTableInAZipArchiveIsRead() throws IOException {
        byte[] table = (HEADER + "a,x,1\na,y,2\n").getBytes(StandardCharsets.UTF_8);
        Path zip = file("log.zip", zipped(Map.of("in/log.csv", table, "__MACOSX/in/._log.csv", new byte[3])));
        try (PreparedDataset data = prepare(zip)) {
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.info().origin().sources().get(0).bytes()).isEqualTo(Files.size(zip));
        }
    }

    @Test
    void aZipArchiveOfSeveralFilesIsSaidToBeOne() throws IOException {
        Problem problem = refused(file("log.zip", zipped(Map.of("a.csv", new byte[9], "b.csv", new byte[9]))));

        assertThat(problem.key()).isEqualTo("zipSeveral");
        assertThat(problem.what(Locale.ENGLISH)).contains("2 files").contains("a.csv");
        assertThat(refused(file("log.xlsx", zipped(Map.of("[Content_Types].xml", new byte[9]))))
                        .key())
                .isEqualTo("zipOffice");
    }

    private static byte[] zipped(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : new TreeSet<>(files.keySet())) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(files.get(name));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aJsonArrayIsReadObjectByObject() throws IOException {
        String array = "\uFEFF [ {\"user\": \"a\", \"item\": \"x,\\\"]}\",\n \"time\": 1},\n{\"user\": \"ä\","
                + " \"item\": \"y\", \"tags\": [1, {\"b\": 2}],\r\n \"time\": 2} ]\n";
        try (PreparedDataset data = prepare(file("log.json", array.getBytes(StandardCharsets.UTF_8)))) {
            assertThat(data.events()).isEqualTo(2);
            assertThat(data.itemOf("x,\"]}")).isGreaterThan(1);
            assertThat(data.userOf("ä")).isNotNegative();
        }
    }

    @Test
    void aJsonObjectOverSeveralLinesIsSaidToBeOne() throws IOException {
        assertThat(refused(file("log.json", "{\n \"events\": []\n}\n".getBytes(StandardCharsets.UTF_8)))
                        .key())
                .isEqualTo("jsonObject");
    }

    @Test
    void aListForAnIdInJsonIsNoId() throws IOException {
        String lines =
                "{\"user\": \"a\", \"item\": \"x\", \"time\": 1}\n{\"user\": \"a\", \"item\": [\"i0\"], \"time\": 2}\n";
        assertThat(rejected(file("log.csv", lines.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(one("noItem", 2));
    }
}
