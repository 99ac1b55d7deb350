package dev.interestlens.cli;

import static dev.interestlens.ui.control.Stages.WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.interestlens.api.Run;
import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.document.Schemas;
import dev.interestlens.cli.mcp.Arguments;
import dev.interestlens.cli.mcp.MeasurementTools;
import dev.interestlens.cli.mcp.ServedRuns;
import dev.interestlens.data.source.Progress;
import dev.interestlens.export.report.MeasurementReport;
import dev.interestlens.measurement.Findings;
import dev.interestlens.measurement.Means;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.Setting;
import dev.interestlens.publish.RunReports;
import dev.interestlens.store.Json;
import dev.interestlens.store.Problem;
import dev.interestlens.store.ProblemException;
import dev.interestlens.store.Texts;
import dev.interestlens.testing.HeldSchema;
import dev.interestlens.testing.TinyShop;
import dev.interestlens.train.run.RunFolder;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.ErrorPresenter;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.common.run.Children;
import dev.interestlens.ui.common.run.JobRunner;
import dev.interestlens.ui.common.run.MeasurementPane;
import dev.interestlens.ui.common.run.MeasurementViewModel;
import dev.interestlens.ui.control.Stages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.framework.junit5.ApplicationExtension;
import picocli.CommandLine;

/** Every measurement, measured for real: what it found is in each file, kept, in the report, in the window, and the same for other programs. */
@Tag("thorough")
@ExtendWith(ApplicationExtension.class)
class MeasurementContractThoroughTest {
    private static final List<String> SMALL = List.of(
            "model.embeddingSize=4",
            "model.fieldEmbeddingSize=4",
            "model.head.hidden=8",
            "training.epochs=1",
            "data.protocol.history.maxLength=5");

    /** What makes measuring quick; a measurement that is not named here is measured as it is usual. */
    private static final Map<String, Map<String, List<String>>> QUICK = Map.of(
            "lengths", Map.of("rows", List.of("20"), "length", List.of("3", "5")),
            "anatomy", Map.of("users", List.of("10")),
            "trust", Map.of("seeds", List.of("1"), "model", List.of("din"), "set", SMALL),
            "ageing", Map.of("cuts", List.of("2"), "model", List.of("din"), "set", SMALL),
            "evaluate", Map.of("users", List.of("5")),
            "fidelity", Map.of("samples", List.of("5")),
            "categories", Map.of("samples", List.of("100")),
            "latency", Map.of("candidates", List.of("5"), "length", List.of("3")),
            "pareto", Map.of("candidates", List.of("5"), "history", List.of("3"), "users", List.of("4")));

    private static final Progress CANCELLED = new Progress() {
        @Override
        public void at(String stage, double fraction) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    };

    @TempDir
    static Path folder;

    private static Path data;
    private static Path run;
    private static Path other;

    static Stream<Measurement<?, ?>> all() {
        return MeasurementContractTest.all();
    }

    @BeforeAll
    static void train() {
        data = TinyShop.prepare(folder, 240);
        run = train("din");
        other = train("pool");
    }

    private static Path train(String model) {
        Path to = folder.resolve(model);
        List<String> line = new ArrayList<>(List.of(
                "train", "--data", data.toString(), "--model", model, "--preset", "quick", "--run", to.toString()));
        SMALL.forEach(setting -> line.addAll(List.of("--set", setting)));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(new CommandLineProgram(nowhere, nowhere, Locale.ENGLISH).run(line.toArray(String[]::new)))
                .isZero();
        return to;
    }

    private static Map<String, List<String>> quick(Measurement<?, ?> measurement) {
        return QUICK.getOrDefault(measurement.id(), Map.of());
    }

    private static boolean isTogether(Measurement<?, ?> measurement) {
        return measurement.subject() == Subject.RUNS_TOGETHER;
    }

    /** The runs whose results are looked at. */
    private static List<RunFolder> runs(Measurement<?, ?> measurement) {
        return Stream.of(run, other)
                .limit(isTogether(measurement) ? 2 : 1)
                .map(RunFolder::new)
                .toList();
    }

    private static Path subject(Measurement<?, ?> measurement) {
        return measurement.subject() == Subject.DATA ? data : run;
    }

    /** What its command prints, with these words at its end. */
    private static String printed(Measurement<?, ?> measurement, String... more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Locale.ENGLISH);
        List<String> line = new ArrayList<>(List.of(measurement.id()));
        line.addAll(List.of(
                measurement.subject() == Subject.DATA ? "--data" : "--run",
                subject(measurement).toString()));
        if (isTogether(measurement)) {
            line.addAll(List.of("--run", other.toString()));
        }
        quick(measurement).forEach((name, values) -> values.forEach(value -> line.addAll(List.of("--" + name, value))));
        line.addAll(List.of(more));
        CommandLine program = MeasurementContractTest.program(measurement, console);
        int code = program.execute(line.toArray(String[]::new));
        assertThat(code)
                .as(line + " " + err.toString(StandardCharsets.UTF_8))
                .isBetween(0, measurement.isJudging() ? 2 : 0);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("all")
    <S extends Record, R> void whatWasFoundIsEverywhere(Measurement<S, R> measurement) throws Exception {
        canBeCancelled(measurement);
        stagesHaveWords(printed(measurement, "--progress", "json"));
        R kept = measurement.kept(runs(measurement)).orElseThrow();
        isADocument(measurement, printed(measurement, "--json"));
        assertThat(printed(measurement).lines()).isNotEmpty();
        isAFileOfEveryFormat(measurement);
        isInTheReport(measurement);
        isForOtherPrograms(measurement);
        isInTheWindow(measurement);
        assertThat(measurement.kept(runs(measurement)).orElseThrow().getClass()).isEqualTo(kept.getClass());
    }

    /** Whoever cancels from the beginning is heard, and nothing is kept. */
    private static <S extends Record, R> void canBeCancelled(Measurement<S, R> measurement) {
        S settings = Setting.read(measurement, quick(measurement));
        assertThatThrownBy(() -> {
                    if (isTogether(measurement)) {
                        measurement.measure(runs(measurement), settings, Means.of(CANCELLED));
                    } else {
                        measurement.measure(subject(measurement), settings, Means.of(CANCELLED));
                    }
                })
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CANCELLED));
        assertThat(measurement.kept(runs(measurement))).isEmpty();
    }

    private static void stagesHaveWords(String lines) {
        List<JsonNode> events =
                lines.lines().map(line -> Json.read(line, JsonNode.class)).toList();
        assertThat(events.get(events.size() - 1).path("event").asText()).isEqualTo("done");
        List<String> stages = events.stream()
                .filter(each -> each.has("stage"))
                .map(each -> each.path("stage").asText())
                .distinct()
                .toList();
        assertThat(stages).isNotEmpty().allSatisfy(stage -> {
            assertThat(WORDS.text("measurement.stage." + stage)).isNotBlank();
            assertThat(Texts.beside(CommandLineProgram.class, "messages").has("progress." + stage))
                    .isTrue();
        });
    }

    private static void isADocument(Measurement<?, ?> measurement, String document) {
        assertThat(new HeldSchema(Schemas.of(measurement).toString()).wrong(document, measurement.id()))
                .isEmpty();
    }

    private static void isAFileOfEveryFormat(Measurement<?, ?> measurement) throws IOException {
        Map<String, String> begins = new TreeMap<>(Map.of(
                "html",
                "<!doctype html>",
                "md",
                "# ",
                "csv",
                "",
                "tex",
                "",
                "svg",
                "<?xml",
                "pdf",
                "%PDF",
                "json",
                "{"));
        begins.put("png", "\u0089PNG");
        assertThat(begins.keySet()).containsExactlyInAnyOrderElementsOf(MeasurementReport.ENDINGS);
        for (String ending : MeasurementReport.ENDINGS) {
            Path file = folder.resolve(measurement.id() + "." + ending);
            printed(measurement, "--out", file.toString());
            String written = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(written.substring(0, Math.min(20, written.length())))
                    .as(file.toString())
                    .startsWith(begins.get(ending))
                    .hasSize(20);
        }
    }

    private static void isInTheReport(Measurement<?, ?> measurement) {
        if (Measurements.all().contains(measurement) && measurement.isReported()) {
            String heading = report(measurement).parts().get(0).heading().en();
            assertThat(RunReports.of(runs(measurement), null, null, Progress.none())
                            .html(Locale.ENGLISH))
                    .contains(heading);
        }
    }

    private static <R> MeasurementReport report(Measurement<?, R> measurement) {
        List<RunFolder> of = runs(measurement);
        return Findings.of(measurement, of, measurement.kept(of).orElseThrow()).report();
    }

    private static void isForOtherPrograms(Measurement<?, ?> measurement) {
        List<RunFolder> of = runs(measurement);
        try (ServedRuns served =
                new ServedRuns(null, of.stream().map(RunFolder::path).toList())) {
            ObjectNode given = Json.strict().build().createObjectNode();
            if (isTogether(measurement)) {
                given.putArray("runs").add("din").add("pool");
            } else {
                given.put("run", "din");
            }
            ObjectNode answer =
                    new MeasurementTools(served).of(measurement).work().of(new Arguments(given), () -> false);
            isADocument(measurement, answer.toString());
            if (Measurements.all().contains(measurement)) {
                isADocument(measurement, library(measurement, of));
            }
        }
    }

    private static String library(Measurement<?, ?> measurement, List<RunFolder> of) {
        if (isTogether(measurement)) {
            return Run.measure(of.stream().map(RunFolder::path).toList(), measurement.id(), Map.of());
        }
        try (Run library = Run.open(run)) {
            return library.measure(measurement.id(), Map.of());
        }
    }

    private static <R> void isInTheWindow(Measurement<?, R> measurement) throws Exception {
        Session session = new Session();
        Stages.fx(() -> {
            MeasurementViewModel<R> model = new MeasurementViewModel<>(
                    session,
                    Background.inline(new ErrorPresenter()),
                    new JobRunner(new Children(null, null, null, null, session, null, WORDS)),
                    null,
                    measurement);
            MeasurementPane<R> pane = new MeasurementPane<>(model, WORDS);
            assertThat(pane.isMeasured()).isFalse();
            pane.setRuns(runs(measurement));
            assertThat(pane.isMeasured()).isTrue();
            assertThat(pane.lookup("#measure-" + measurement.id())).isNotNull();
            assertThat(pane.lookup("#save-" + measurement.id())).isNotNull();
            Node picture = pane.lookup(".drawing-view");
            assertThat(picture.getContentBias()).isEqualTo(Orientation.HORIZONTAL); // as high as its width asks for
            assertThat(pane.lookup("#measurement-" + measurement.id())).isNotNull();
            assertThat(pane.slides().slides()).isNotEmpty().allSatisfy(slide -> assertThat(
                            slide.sentence().in(Locale.ENGLISH))
                    .isNotBlank());
            assertThat(pane.command()).startsWith(measurement.id());
            return pane;
        });
    }
}
