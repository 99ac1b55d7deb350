package dev.interestlens.workspace.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.data.protocol.Part;
import dev.interestlens.data.source.ColumnMapping;
import dev.interestlens.data.source.Progress;
import dev.interestlens.data.source.prepare.RequestTable;
import dev.interestlens.publish.ModelExport;
import dev.interestlens.store.OutputPath;
import dev.interestlens.store.ProblemException;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.workspace.OpenRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class BatchPredictionTest {
    private static final int PIECE = 50;

    @TempDir
    static Path folder;

    private static OpenRun run;

    @BeforeAll
    static void trainOnce() {
        Path target = folder.resolve("run");
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        int code = new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH)
                .run(
                        "train",
                        "--data",
                        TinyShop.prepare(folder).toString(),
                        "--model",
                        "din",
                        "--preset",
                        "quick",
                        "--run",
                        target.toString(),
                        "--threads",
                        "1",
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "model.head.hidden=8");
        assertThat(code).isZero();
        run = OpenRun.best(new RunFolder(target));
    }

    @AfterAll
    static void free() {
        run.close();
    }

    private static BatchPrediction to(Path target, Progress progress) {
        return new BatchPrediction(run, OutputPath.file(target, OutputPath.Existing.REFUSED), progress, PIECE);
    }

    /** Cancels after so many looks. */
    private static Progress patient(int looks) {
        return new Progress() {
            private int left = looks;

            @Override
            public void at(String stage, double fraction) {}

            @Override
            public boolean cancelled() {
                return left-- <= 0;
            }
        };
    }

    @Test
    void aCancelledCallGoesOnToTheSameBytes() throws IOException {
        Path whole = folder.resolve("whole.csv");
        BatchPrediction.Result result = to(whole, Progress.none()).part(Part.TEST, "");
        assertThat(result.rows()).isEqualTo(run.samples().size(Part.TEST)).isGreaterThan(2 * PIECE);
        Path broken = folder.resolve("broken.csv");
        assertThatThrownBy(() -> to(broken, patient(2)).part(Part.TEST, "")).isInstanceOf(ProblemException.class);
        assertThat(broken).doesNotExist();
        assertThat(to(broken, Progress.none()).part(Part.TEST, "").taken()).isEqualTo(2 * PIECE);
        assertThat(Files.mismatch(whole, broken)).isEqualTo(-1);
        assertThat(folder).isDirectoryNotContaining("glob:**.interest-lens-*");
    }

    @Test
    void onlyRowsThatPassAFilterAreWritten() throws IOException {
        Path whole = folder.resolve("all.csv");
        to(whole, Progress.none()).part(Part.TEST, "");
        Path some = folder.resolve("some.csv");
        BatchPrediction.Result result = to(some, Progress.none()).part(Part.TEST, "label=1 score>0.1");
        List<String> expected = Files.readAllLines(whole).stream()
                .filter(line -> line.startsWith("sample")
                        || line.split(",")[3].equals("1") && Float.parseFloat(line.split(",")[4]) > 0.1f)
                .toList();
        assertThat(Files.readAllLines(some)).isEqualTo(expected).hasSizeGreaterThan(1);
        assertThat(result.rows()).isEqualTo(expected.size() - 1);
        Path none = folder.resolve("none.csv");
        assertThatThrownBy(() -> to(none, Progress.none()).part(Part.TEST, "label=1 scor>0.1"))
                .hasMessageContaining("scor>0.1");
        assertThat(none).doesNotExist();
    }

    @Test
    void piecesOfOtherWorkAreNotTakenUp() {
        Path target = folder.resolve("other.csv");
        assertThatThrownBy(() -> to(target, patient(2)).part(Part.TEST, "")).isInstanceOf(ProblemException.class);
        assertThat(to(target, Progress.none()).part(Part.VALID, "").taken()).isZero();
    }

    @Test
    void pairsAreScoredAsTheSamplesTheyAre() throws IOException {
        List<String> wanted = new ArrayList<>();
        StringBuilder csv = new StringBuilder("uid,item,time\n");
        for (int row = 0; row < 130; row++) {
            var sample = run.samples().sample(Part.TEST, row);
            csv.append(run.data().userKey(sample.user())).append(',');
            csv.append(run.data().itemKey(sample.candidate())).append(',');
            csv.append(sample.time()).append('\n');
            wanted.add(run.data().itemKey(sample.candidate()));
        }
        Path pairs = Files.writeString(folder.resolve("pairs.csv"), csv);
        Path scores = folder.resolve("scores.csv");
        to(scores, Progress.none()).file(pairs, RequestTable.columns(Map.of("user", "uid")), "auto");
        Path expected = folder.resolve("expected.csv");
        to(expected, Progress.none()).part(Part.TEST, "");
        List<String> lines = Files.readAllLines(scores);
        List<String> samples = Files.readAllLines(expected);
        assertThat(lines).hasSize(131);
        for (int row = 1; row < lines.size(); row++) {
            String[] cells = lines.get(row).split(",", -1);
            assertThat(cells[2]).isEqualTo(wanted.get(row - 1));
            double score = Double.parseDouble(samples.get(row).split(",")[4]);
            assertThat(Double.parseDouble(cells[3])).isBetween(score - 1e-6, score + 1e-6);
        }
    }

    @Test
    void aPairMeansTheSameInWhateverWayItsTimeIsWritten() throws IOException {
        List<LongFunction<String>> ways = List.of(
                String::valueOf,
                time -> time + "000",
                time -> Instant.ofEpochSecond(time + 7200).toString().replace("Z", "+02:00"),
                time -> Instant.ofEpochSecond(time).toString().replace("Z", ",5Z"));
        List<String> first = null;
        for (LongFunction<String> way : ways) {
            StringBuilder csv = new StringBuilder("user;item;time\n");
            for (int row = 0; row < 60; row += 21) {
                var sample = run.samples().sample(Part.TEST, row);
                csv.append(run.data().userKey(sample.user())).append(';');
                csv.append(run.data().itemKey(sample.candidate())).append(';');
                csv.append(way.apply(sample.time() - 40_000)).append('\n');
            }
            Path pairs = Files.writeString(folder.resolve("ways.csv"), csv);
            Path scores = folder.resolve("ways-scores-" + ways.indexOf(way) + ".csv");
            to(scores, Progress.none()).file(pairs, ColumnMapping.none(), "auto");
            first = first == null ? Files.readAllLines(scores) : first;
            assertThat(Files.readAllLines(scores)).isEqualTo(first).noneMatch(line -> line.endsWith("unreadableTime"));
        }
    }

    @Test
    void aTableOfPairsIsReadAsALogIs() throws IOException {
        var sample = run.samples().sample(Part.TEST, 0);
        String user = run.data().userKey(sample.user());
        String item = run.data().itemKey(sample.candidate());
        String time = String.valueOf(sample.time());
        List<String> scores = new ArrayList<>();
        for (String table : List.of(
                "user,item,time\n%s,%s,%s\n", // the plain one
                "user,item,time\n %s , %s,%s \n", "Timestamp,movieId,user_id\n%3$s,%2$s,%1$s\n")) {
            Path pairs = Files.writeString(folder.resolve("like-a-log.csv"), String.format(table, user, item, time));
            Path out = folder.resolve("like-a-log-" + scores.size() + ".csv");
            to(out, Progress.none()).file(pairs, ColumnMapping.none(), "auto");
            scores.add(Files.readAllLines(out).get(1));
        }
        assertThat(scores).containsOnly(scores.get(0));
        assertThat(scores.get(0)).endsWith(",");
        Path untimed = Files.writeString(folder.resolve("untimed.csv"), "user,item\n" + user + "," + item + "\n");
        Path out = folder.resolve("untimed-scores.csv");
        to(out, Progress.none()).file(untimed, ColumnMapping.none(), "auto");
        assertThat(Files.readAllLines(out).get(1)).isNotEqualTo(scores.get(0)); // behind everything in the log
    }

    @Test
    void whatCannotBeScoredSaysWhyAndNoCellIsAFormula() throws IOException {
        String user = run.data().userKey(0);
        String item = run.data().itemKey(2);
        Path pairs = Files.writeString(
                folder.resolve("odd.csv"),
                "user,item,time\n=1+1," + item + ",5\n" + user + ",@none,\n" + user + "," + item + ",soon\n" + user
                        + "," + item + ",0\n" + user + "," + item + ",-1\n");
        Path scores = folder.resolve("odd-scores.csv");
        BatchPrediction.Result result = to(scores, Progress.none()).file(pairs, ColumnMapping.none(), "auto");
        assertThat(result.unscored()).isEqualTo(4);
        List<String> lines = Files.readAllLines(scores);
        assertThat(lines.get(1)).startsWith("0,'=1+1,").endsWith(",,unknownUser");
        assertThat(lines.get(2)).contains("'@none,0.").endsWith(",unknownItem");
        assertThat(lines.subList(3, 6)).allMatch(line -> line.endsWith(",,unreadableTime"));
    }

    @Test
    void parquetComesOutAndGoesIn() throws IOException {
        Path scores = folder.resolve("scores.parquet");
        to(scores, Progress.none()).part(Part.TEST, "");
        assertThat(Files.readAllBytes(scores)).startsWith("PAR1".getBytes(StandardCharsets.US_ASCII));
        Path again = folder.resolve("again.parquet");
        long rows = to(again, Progress.none())
                .file(scores, ColumnMapping.none(), "auto")
                .rows();
        assertThat(rows).isEqualTo(run.samples().size(Part.TEST));
        try (RequestTable table =
                RequestTable.open(again, ColumnMapping.none(), "auto", "", folder.resolve(".none"), Progress.none())) {
            List<RequestTable.Request> read = new ArrayList<>();
            table.each(rows - 1, 10, read::addAll);
            assertThat(read).hasSize(1);
            int last = (int) rows - 1;
            assertThat(read.get(0).item())
                    .isEqualTo(run.data()
                            .itemKey(run.samples().sample(Part.TEST, last).candidate()));
        }
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        Path pairs = Files.writeString(folder.resolve("none.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> to(folder.resolve("x.csv"), Progress.none()).file(pairs, ColumnMapping.none(), "auto"))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void aRowOfAnotherWidthMovesNoHeading() throws IOException {
        String row = run.data().userKey(0) + "," + run.data().itemKey(2);
        Path pairs = Files.writeString(
                folder.resolve("ragged.csv"), "user,item,time\n" + row + ",5\n" + row + "\n" + row + ",5,6\n");

        assertThatThrownBy(() -> to(folder.resolve("r.csv"), Progress.none()).file(pairs, ColumnMapping.none(), "auto"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Line: 3")
                .hasMessageContaining("ragged.csv");
        assertThat(folder.resolve("r.csv")).doesNotExist();
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.filter(path -> path.getFileName().toString().endsWith(".parts")))
                    .isEmpty();
        }
    }

    @Test
    void whatIsNoTableOfPairsIsRefusedAndNotScoredAsNothing() throws IOException {
        Path json = Files.writeString(folder.resolve("p.json"), "{\"user\":\"a\",\"item\":\"b\"}\n");
        Path zip = folder.resolve("p.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("p.csv"));
            out.write("user,item\na,b\n".getBytes(StandardCharsets.UTF_8));
        }
        Path dates = Files.writeString(folder.resolve("d.csv"), "user,item,time\na,b,05/04/2023\n");
        Path image = Files.write(folder.resolve("i.csv"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 2});
        for (Path pairs : List.of(json, zip, Files.createFile(folder.resolve("p.csv")), dates, image)) {
            assertThatThrownBy(() ->
                            to(folder.resolve("z.csv"), Progress.none()).file(pairs, ColumnMapping.none(), "auto"))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem().text(Locale.ENGLISH)).doesNotContain("import"))
                    .hasMessageContaining(pairs.getFileName().toString());
            assertThat(folder.resolve("z.csv")).doesNotExist();
        }
    }

    @Test
    void onnxScoresEveryRowAsTheModelDoesAndAlwaysAlike() throws IOException {
        List<String> written = new ArrayList<>();
        try (OnnxScorer onnx = OnnxScorer.of(run)) {
            for (String name : List.of("onnx-1.csv", "onnx-2.csv")) {
                OutputPath target = OutputPath.file(folder.resolve(name), OutputPath.Existing.REFUSED);
                new BatchPrediction(onnx, target, Progress.none(), PIECE).part(Part.TEST, "");
                written.add(Files.readString(folder.resolve(name)));
            }
        }
        assertThat(written.get(0)).isEqualTo(written.get(1));
        to(folder.resolve("torch.csv"), Progress.none()).part(Part.TEST, "");
        List<String> torch = Files.readAllLines(folder.resolve("torch.csv"));
        List<String> onnx = written.get(0).lines().toList();
        assertThat(onnx).hasSameSizeAs(torch);
        for (int row = 1; row < torch.size(); row++) {
            int cell = torch.get(row).lastIndexOf(',') + 1;
            assertThat(onnx.get(row)).startsWith(torch.get(row).substring(0, cell));
            assertThat(Double.parseDouble(onnx.get(row).substring(cell)))
                    .isCloseTo(Double.parseDouble(torch.get(row).substring(cell)), within(1e-5));
        }
    }

    @Test
    void anOnnxFileThatWasNotWrittenToScoreWithIsRefused() {
        Path file = folder.resolve("plain.onnx");
        OutputPath target = OutputPath.file(file, OutputPath.Existing.REFUSED);
        ModelExport.write(run, ModelExport.Format.ONNX, target, ModelExport.Extras.NONE, Progress.none());
        assertThatThrownBy(() -> OnnxScorer.open(file, run.data().folder()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().key()).isEqualTo("notToScore"));
    }
}
