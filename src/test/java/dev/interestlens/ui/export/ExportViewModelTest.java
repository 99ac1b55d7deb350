package dev.interestlens.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.export.onnx.Precision;
import dev.interestlens.measurement.serving.FrontReport;
import dev.interestlens.measurement.serving.FrontReport.Point;
import dev.interestlens.publish.ModelExport.Format;
import dev.interestlens.store.Json;
import dev.interestlens.testing.Patience;
import dev.interestlens.testing.QuickProgram;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.file.FileDialogs;
import dev.interestlens.ui.common.file.FileName;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.export.ExportViewModel.Task;
import dev.interestlens.workspace.RunSummary;
import dev.interestlens.workspace.VerificationResult;
import dev.interestlens.workspace.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ExportViewModelTest {

    @TempDir
    static Path folder;

    private static RunFolder trained;

    private final Session session = new Session();
    private final ErrorPresenter errors = new ErrorPresenter();
    private Path answer;
    private String suggested;
    private final FileDialogs dialogs = new FileDialogs() {
        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(answer);
        }

        @Override
        public List<Path> files(String title, List<Kind> kinds) {
            return List.of(answer);
        }

        @Override
        public Optional<Chosen> saveResult(String title, String suggestedName, List<Kind> kinds) {
            suggested = suggestedName;
            return Optional.ofNullable(answer).map(file -> FileName.meant(suggestedName, file, kinds.get(0), kinds));
        }
    };
    private final Messages messages = new Messages(Language.ENGLISH);
    private final JobRunner job = new JobRunner(new Children(
            new Workspace(folder.resolve("home")),
            QuickProgram.launcher(),
            Background.inline(errors),
            (period, work) -> () -> {},
            session,
            errors,
            messages));
    private final ExportViewModel model = new ExportViewModel(session, job, messages, dialogs);

    @BeforeAll
    static void train() {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream());
        trained = new RunFolder(folder.resolve("din-001"));
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
                        trained.path().toString(),
                        "--threads",
                        "1",
                        "--set",
                        "training.epochs=1",
                        "--set",
                        "model.head.hidden=8");
        assertThat(code).isZero();
    }

    private void look() {
        session.runs().setAll(RunSummary.of(trained));
        session.runProperty().set(trained);
    }

    @Test
    void withoutARunThereIsNothingToExport() {
        assertThat(model.canExport().get()).isFalse();
        assertThat(model.comparable()).isEmpty();
        assertThat(model.command()).isEmpty();
        look();
        assertThat(model.canExport().get()).isTrue();
        assertThat(model.canCompare().get()).isFalse();
        assertThat(model.command())
                .containsSequence("export", "--run", trained.path().toString(), "--out", "din-001.zip");
    }

    private void await() {
        Patience patience =
                new Patience(() -> "the end of " + model.taskProperty().get());
        while (model.taskProperty().get() != null) {
            patience.sleep();
        }
    }

    @Test
    void aTextFileIsNoneOfWhatCanBeChecked() throws IOException {
        model.check(Files.writeString(folder.resolve("din.out"), "Epoch 1 is done, and some more words."));
        await();
        assertThat(model.checkedProperty().get()).isNull();
        assertThat(errors.shownProperty().get().toString())
                .contains("neitherFile")
                .doesNotContain("header");
    }

    @Test
    void anExplanationIsSavedOnItsOwnScreen() {
        model.explain();
        assertThat(session.goalProperty().get()).isEqualTo(Session.Goal.EXPLAIN);
    }

    @Test
    void aFileIsWrittenAndComparedInAProcessOfItsOwn() {
        look();
        model.choice().formatProperty().set(Format.SAFETENSORS);
        answer = folder.resolve("model.safetensors");
        model.export();
        assertThat(model.taskProperty().get()).isEqualTo(Task.EXPORT);
        await();
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(suggested).isEqualTo("din-001.safetensors");
        assertThat(answer).exists();
        assertThat(model.writtenProperty().get().done().deviation()).isZero();
        assertThat(session.jobs().all()).isEmpty();
        model.check(answer);
        await();
        assertThat(model.checkedProperty().get().kind()).isEqualTo(VerificationResult.Kind.WEIGHTS);
        assertThat(model.checkedProperty().get().weights().arrays()).isPositive();
        assertThat(model.checkedProperty().get().weights().differences()).isEmpty();
    }

    @Test
    void theModelForSparkIsWrittenWithTheLineThatScoresWithIt() {
        look();
        answer = folder.resolve("spark.onnx");
        model.spark()
                .write(Map.of("master", "spark://here:7077", "pairs", "/s/pairs.csv", "scores", "/s/out.csv")::get);
        assertThat(model.taskProperty().get()).isEqualTo(Task.SPARK);
        await();
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(suggested).isEqualTo("din-001-spark.onnx");
        assertThat(answer).exists();
        assertThat(model.spark().lineProperty().get())
                .startsWith("spark-submit --class dev.interestlens.spark.Main --master spark://here:7077 ")
                .contains(" score --onnx " + answer + " ", " --pairs /s/pairs.csv ", " --out /s/out.csv");
        session.runProperty().set(null);
        assertThat(model.spark().lineProperty().get()).isEmpty();
    }

    @Test
    void theLineThatRecommendsToAllUsersOnSparkIsShown() {
        look();
        model.spark().recommend(Map.of("master", "local[2]", "lists", "/s/lists.parquet")::get);
        await();
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(model.spark().lineProperty().get())
                .startsWith("spark-submit --class dev.interestlens.spark.Main --master 'local[2]' ")
                .contains(" recommend ", " --all ", " --out /s/lists.parquet");
    }

    @Test
    void theServingLabMeasuresInAProcessOfItsOwnAndNamesWhatFits() {
        look();
        ServingLabViewModel lab = new ServingLabViewModel(model);
        assertThat(lab.command())
                .startsWith("latency", "--run", trained.path().toString())
                .containsSequence("--threads", "1");
        lab.measure();
        assertThat(model.taskProperty().get()).isEqualTo(Task.LATENCY);
        await();
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(lab.totals()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(lab.bars().values()).hasSameSizeAs(lab.totals());
        lab.budgetProperty().set(1e6);
        assertThat(lab.largest()).get().extracting(row -> row.candidates()).isEqualTo(1000);
        lab.budgetProperty().set(1e-9);
        assertThat(lab.largest()).isEmpty();
    }

    @Test
    void aPointOfTheFrontIsExportedAsItWasMeasured() {
        look();
        FrontViewModel front = new FrontViewModel(model);
        front.measured(new FrontReport(
                100,
                10,
                10,
                10,
                List.of(point(3, 0.9, 2, true), point(2, 0.8, 1, true), point(1, 0.7, 3, false)),
                List.of(),
                1,
                1));
        assertThat(front.front(trained.path().toString()))
                .extracting(point -> point.served().history())
                .containsExactly(2, 3); // the fastest first
        assertThat(front.dominated())
                .extracting(point -> point.served().history())
                .containsExactly(1);
        Point shortest = front.dominated().get(0);
        front.chosenProperty().set(shortest);
        answer = folder.resolve("points");
        front.exportChosen();
        await();
        assertThat(errors.shownProperty().get()).isNull();
        Path written = Path.of(model.writtenProperty().get().done().file());
        assertThat(written).hasFileName("din-001-" + shortest.served().history() + "-float-serving");
        assertThat(Json.tree(written.resolve("serving.json"))
                        .path("historyLength")
                        .asInt())
                .isEqualTo(shortest.served().history());
    }

    private static Point point(int history, double quality, double p99, boolean front) {
        String path = trained.path().toString();
        List<String> export =
                List.of("export", "--run", path, "--format", "onnx", "--serving", "--history", String.valueOf(history));
        return new Point(
                new FrontReport.Served("din", path, "din", history, "float", FrontReport.Form.SPLIT),
                new FrontReport.Quality(quality, quality, 0, 1),
                new FrontReport.Cpu(1, p99),
                new FrontReport.Front(front, front),
                export);
    }

    @Test
    void aPairToServeFromIsAFolderOfItsOwn() {
        look();
        model.choice().formatProperty().set(Format.ONNX);
        model.choice().servingProperty().set(true);
        assertThat(model.choice().canChooseAttention().get()).isFalse();
        model.choice().precisionProperty().set(Precision.FLOAT16_EMBEDDINGS);
        answer = folder.resolve("pairs");
        model.export();
        await();
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(answer.resolve("din-001-serving/candidate.onnx")).exists();
        assertThat(model.writtenProperty().get().done().precision().precision()).isEqualTo("float16-embeddings");
    }

    @Test
    void whatCannotBeWrittenIsSaidInWords() throws IOException {
        look();
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");
        model.choice().formatProperty().set(Format.ONNX);
        model.write(trained, file.resolve("model.onnx"));
        await();
        assertThat(model.writtenProperty().get()).isNull();
        assertThat(errors.shownProperty().get().what(Locale.ENGLISH)).isNotEmpty();
    }

    @Test
    void aCancelledExportLeavesNothing() {
        look();
        model.choice().measureProperty().set(true);
        Path target = folder.resolve("cancelled.zip");
        model.write(trained, target);
        model.cancel();
        await();
        assertThat(errors.shownProperty().get()).isNull();
        assertThat(model.writtenProperty().get()).isNull();
        assertThat(target).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**.interest-lens-*");
    }

    @Test
    void aBundleOfOthersIsCheckedAndADamagedOneIsNotShown() throws IOException {
        look();
        answer = folder.resolve("own.ilens");
        model.write(trained, answer);
        await();
        assertThat(model.writtenProperty().get().done().fidelity()).isFalse();
        model.chooseFile();
        await();
        assertThat(model.checkedProperty().get().checked().scores()).hasSize(2);
        assertThat(model.checkedProperty().get().model()).isEqualTo("din");
        byte[] bytes = Files.readAllBytes(answer);
        Files.write(answer, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        model.check(answer);
        await();
        assertThat(model.checkedProperty().get()).isNull();
        assertThat(errors.shownProperty().get()).isNotNull();
    }

    @Test
    void aReportIsWrittenInTheLanguageOfTheWindow() throws IOException {
        look();
        answer = folder.resolve("report.md");
        model.reports().ofRun();
        await();
        assertThat(model.reports().writtenProperty().get()).isEqualTo(answer);
        assertThat(Files.readString(answer)).startsWith("# Run report");
    }
}
