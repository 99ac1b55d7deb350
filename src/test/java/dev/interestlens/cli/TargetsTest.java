package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.console.Console;
import dev.interestlens.cli.console.GateCodes;
import dev.interestlens.data.synth.LogKind;
import dev.interestlens.measurement.Measurement;
import dev.interestlens.measurement.Measurement.Subject;
import dev.interestlens.measurement.Measurements;
import dev.interestlens.measurement.Setting;
import dev.interestlens.store.Problem;
import dev.interestlens.testing.TinyShop;
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
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What is at a target, or beside it, survives whatever command is told to write there. */
@Tag("thorough")
class TargetsTest {

    private enum Role {
        READ,
        FILE,
        FOLDER,
        /** A folder to which files are added and in which nothing is touched. */
        ADDED
    }

    /** Every option and argument that takes a path, of every command that is no measurement. */
    private static final Map<String, Role> OF_COMMANDS = Map.ofEntries(
            Map.entry("generate --out", Role.FOLDER),
            Map.entry("plant --data", Role.READ),
            Map.entry("plant --out", Role.FOLDER),
            Map.entry("prepare SOURCE", Role.READ),
            Map.entry("prepare --out", Role.FOLDER),
            Map.entry("prepare --parquet", Role.FOLDER),
            Map.entry("inspect DATASET", Role.READ),
            Map.entry("train --data", Role.READ),
            Map.entry("train --config", Role.READ),
            Map.entry("train --run", Role.FOLDER),
            Map.entry("train --tensorboard", Role.ADDED),
            Map.entry("export --data", Role.READ),
            Map.entry("runs FOLDER", Role.READ),
            Map.entry("runs --out", Role.FILE),
            Map.entry("predict --run", Role.READ),
            Map.entry("predict --data", Role.READ),
            Map.entry("predict --pairs", Role.READ),
            Map.entry("predict --out", Role.FILE),
            Map.entry("recommend --run", Role.READ),
            Map.entry("recommend --users", Role.READ),
            Map.entry("recommend --history", Role.READ),
            Map.entry("recommend --out", Role.FILE),
            Map.entry("explain --run", Role.READ),
            Map.entry("explain --out", Role.FILE),
            Map.entry("export --run", Role.READ),
            Map.entry("export --fidelity", Role.READ),
            Map.entry("export --out", Role.FILE),
            Map.entry("question --from", Role.READ),
            Map.entry("question --data", Role.READ),
            Map.entry("question --out", Role.FILE),
            Map.entry("report --run", Role.READ),
            Map.entry("report --fidelity", Role.READ),
            Map.entry("report --out", Role.FILE),
            Map.entry("serve --run", Role.READ),
            Map.entry("open MODEL", Role.READ),
            Map.entry("open --data", Role.READ),
            Map.entry("open --mapping", Role.READ),
            Map.entry("open --vocabulary", Role.READ),
            Map.entry("open --run", Role.FOLDER),
            Map.entry("doctor PATH", Role.READ),
            Map.entry("doctor --run", Role.READ),
            Map.entry("doctor --data", Role.READ),
            Map.entry("doctor --mapping", Role.READ),
            Map.entry("doctor --vocabulary", Role.READ),
            Map.entry("demo --out", Role.FOLDER));

    private static final Map<String, Role> ROLES = roles();

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path source;
    private static Path dataset;
    private static Path larger;
    private static Path run;
    private static Path other;
    private static Path model;
    private static Path weights;

    /** A call, and the option whose target it writes. */
    private record Write(String command, String option, String name, List<String> arguments) {
        String[] to(Path target, String... more) {
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(arguments);
            all.addAll(List.of(option, target.toString()));
            all.addAll(List.of(more));
            return all.toArray(String[]::new);
        }

        /** The exit code of an error of use. */
        int refusal() {
            return GateCodes.of(Problem.Kind.USAGE, command);
        }

        @Override
        public String toString() {
            return command + " " + option + " " + name;
        }
    }

    private record Outcome(int code, String err) {}

    @BeforeAll
    static void train() throws IOException {
        dataset = TinyShop.prepare(shared);
        larger = shared.resolve("larger");
        LogKind.MIXED.log(240, 3).write(shared.resolve("larger-shop"));
        assertThat(call("prepare", shared.resolve("larger-shop").toString(), "--out", larger.toString())
                        .code())
                .isZero();
        run = shared.resolve("trained");
        source = Files.writeString(shared.resolve("log.csv"), log());
        Outcome trained = call(training().to(run));
        assertThat(trained.code()).as(trained.err()).isZero();
        other = shared.resolve("other");
        assertThat(call(training().to(other)).code()).isZero();
        model = export("onnx", "model.onnx");
        weights = export("safetensors", "weights.safetensors");
    }

    private static Path export(String format, String name) {
        Path file = shared.resolve(name);
        Outcome exported = call("export", "--run", run.toString(), "--format", format, "--out", file.toString());
        assertThat(exported.code()).as(exported.err()).isZero();
        return file;
    }

    private static String log() {
        StringBuilder csv = new StringBuilder("user,item,time\n");
        for (int row = 0; row < 200; row++) {
            csv.append('u').append(row % 10).append(",i").append(row % 7).append(',');
            csv.append(1_600_000_000 + row * 1000).append('\n');
        }
        return csv.toString();
    }

    private static Write trusting(String option, String name) {
        List<String> arguments =
                new ArrayList<>(List.of("--data", larger.toString(), "--model", "din", "--seeds", "1"));
        for (String setting : List.of("model.embeddingSize=4", "model.head.hidden=8", "training.steps=20")) {
            arguments.addAll(List.of("--set", setting));
        }
        return new Write("trust", option, name, arguments);
    }

    private static Write training() {
        List<String> arguments = new ArrayList<>(
                List.of("--data", dataset.toString(), "--model", "din", "--preset", "quick", "--threads", "1"));
        for (String setting : List.of("model.embeddingSize=4", "model.head.hidden=8", "training.epochs=1")) {
            arguments.addAll(List.of("--set", setting));
        }
        return new Write("train", "--run", "target", arguments);
    }

    private static Map<String, Role> roles() {
        Map<String, Role> roles = new TreeMap<>(OF_COMMANDS);
        for (Measurement<?, ?> each : Measurements.all()) {
            roles.put(each.id() + (each.subject() == Subject.DATA ? " --data" : " --run"), Role.READ);
            each.further().ifPresent(option -> roles.put(each.id() + " --" + option, Role.READ));
            roles.put(each.id() + " --out", Role.FILE);
            for (Setting setting : Setting.of(each)) {
                if (setting.type() == Path.class) {
                    roles.put(each.id() + " --" + setting.option(), role(setting));
                }
            }
        }
        return roles;
    }

    private static Role role(Setting setting) {
        return setting.written()
                .map(target -> target.endings().length == 0 ? Role.FOLDER : Role.FILE)
                .orElse(Role.READ);
    }

    /** What a measurement that needs no further words is measured of. */
    private static List<String> subject(Measurement<?, ?> measurement) {
        return switch (measurement.subject()) {
            case DATA -> List.of("--data", dataset.toString());
            case RUNS_TOGETHER -> List.of("--run", run.toString(), "--run", other.toString());
            default -> List.of("--run", run.toString());
        };
    }

    private static boolean isTried(Measurement<?, ?> measurement, Stream<String> commands) {
        return commands.anyMatch(measurement.id()::equals);
    }

    private static Outcome call(String... arguments) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.ENGLISH)
                .run(arguments);
        return new Outcome(code, err.toString(StandardCharsets.UTF_8));
    }

    /** One or more calls of every option that is written to. */
    static Stream<Write> writes() {
        List<Write> named = named();
        return Stream.concat(
                named.stream(),
                Measurements.all().stream()
                        .filter(each -> !isTried(each, named.stream().map(Write::command)))
                        .map(each -> new Write(each.id(), "--out", "target.html", subject(each))));
    }

    /** Those of commands, and of measurements that take long without settings. */
    private static List<Write> named() {
        List<String> ofRun = List.of("--run", run.toString());
        return List.of(
                new Write("generate", "--out", "target", List.of("--users", "5")),
                new Write("plant", "--out", "target", List.of("--data", larger.toString())),
                new Write(
                        "ageing",
                        "--out",
                        "target.json",
                        List.of("--data", larger.toString(), "--model", "neighbours", "--cuts", "2")),
                trusting("--out", "target.json"),
                trusting("--rows", "target.jsonl"),
                trusting("--model-out", "target"),
                new Write("prepare", "--out", "target", List.of(source.toString())),
                new Write("prepare", "--parquet", "target", List.of(dataset.toString())),
                training(),
                new Write("open", "--run", "target", List.of(model.toString(), "--data", dataset.toString())),
                new Write("predict", "--out", "target.csv", ofRun),
                new Write("predict", "--out", "target.parquet", ofRun),
                new Write("recommend", "--out", "target.csv", with(ofRun, "--all")),
                new Write("recommend", "--out", "target.parquet", with(ofRun, "--all")),
                new Write("recommend", "--out", "target.json", with(ofRun, "--all")),
                new Write("recommend", "--out", "target.html", with(ofRun, "--all")),
                new Write("explain", "--out", "target.html", with(ofRun, "--sample", "0")),
                new Write("fidelity", "--out", "target.json", with(ofRun, "--samples", "4")),
                new Write("fidelity", "--out", "target.html", with(ofRun, "--samples", "4")),
                new Write("categories", "--out", "target.svg", with(ofRun, "--samples", "4")),
                new Write("export", "--out", "target.safetensors", with(ofRun, "--format", "safetensors")),
                new Write("export", "--out", "target.onnx", with(ofRun, "--format", "onnx")),
                new Write("export", "--out", "target.pt", with(ofRun, "--format", "torchscript")),
                new Write("export", "--out", "target.zip", with(ofRun, "--format", "bundle")),
                new Write("export", "--out", "target", with(ofRun, "--format", "bundle")),
                new Write("export", "--out", "target", with(ofRun, "--format", "tensorboard")),
                new Write("export", "--out", "target", with(ofRun, "--format", "mlflow")),
                new Write("export", "--out", "target", List.of("--data", dataset.toString(), "--format", "croissant")),
                new Write("export", "--out", "target", List.of("--data", dataset.toString(), "--format", "recbole")),
                new Write("report", "--out", "target.html", ofRun),
                new Write("report", "--out", "target.md", ofRun),
                new Write("question", "--out", "target.html", List.of("3")),
                new Write("question", "--out", "target.json", List.of("3")),
                new Write("report", "--out", "target.tex", ofRun),
                new Write("anatomy", "--out", "target.svg", with(ofRun, "--users", "5")),
                new Write("lengths", "--out", "target.csv", with(ofRun, "--rows", "5", "--length", "5")),
                new Write("evaluate", "--out", "target.md", with(ofRun, "--users", "5")),
                new Write("latency", "--out", "target.pdf", with(ofRun, "--candidates", "2", "--length", "5")),
                new Write("pareto", "--out", "target.html", with(ofRun, "--candidates", "2", "--history", "5")),
                new Write("gate", "--out", "target.md", with(ofRun, "--run", other.toString(), "--loss", "1")),
                new Write("runs", "--out", "target.csv", List.of(run.toString())),
                new Write("runs", "--out", "target.parquet", List.of(run.toString())),
                new Write("demo", "--out", "target", List.of()));
    }

    /** The options whose file has a name of the caller's before it: NAME=FILE. */
    private static final Set<String> NAMED = Set.of("--explanations");

    /** A call, and the option that names what it reads; an argument without a name is in capitals. */
    private record Read(String command, String option, List<String> arguments) {
        String[] from(Path source) {
            List<String> all = new ArrayList<>(List.of(command));
            all.addAll(arguments);
            if (option.startsWith("--")) {
                all.add(option);
            }
            all.add(NAMED.contains(option) ? "mine=" + source : source.toString());
            return all.toArray(String[]::new);
        }

        @Override
        public String toString() {
            return command + " " + option;
        }
    }

    /** A call of every option that is read. */
    static Stream<Read> reads() {
        List<Read> others = others();
        return Stream.concat(
                others.stream(),
                Measurements.all().stream()
                        .filter(each -> each.subject() != Subject.DATA)
                        .map(each -> new Read(
                                each.id(),
                                "--run",
                                each.subject() == Subject.RUNS_TOGETHER
                                        ? List.of("--run", run.toString())
                                        : List.of())));
    }

    /** But of those of measurements that need no further words. */
    private static List<Read> others() {
        List<String> ofRun = List.of("--run", run.toString());
        List<String> ofData = List.of("--data", dataset.toString());
        List<String> toRun = List.of("--run", shared.resolve("never").toString());
        List<String> toFile = List.of("--out", shared.resolve("never.csv").toString());
        List<String> opened = with(ofData, model.toString());
        return List.of(
                new Read("prepare", "SOURCE", toFile),
                new Read("inspect", "DATASET", List.of()),
                new Read("ageing", "--data", List.of("--model", "neighbours")),
                new Read("trust", "--data", List.of("--model", "din")),
                new Read("trust", "--explanations", List.of("--data", larger.toString())),
                new Read(
                        "plant",
                        "--data",
                        List.of("--out", shared.resolve("never").toString())),
                new Read("train", "--data", toRun),
                new Read("train", "--config", with(ofData, toRun)),
                new Read("export", "--data", with(toFile, "--format", "croissant")),
                new Read("gate", "--null", with(ofRun, "--run", other.toString())),
                new Read("runs", "FOLDER", List.of()),
                new Read("evaluate", "--data", ofRun),
                new Read("predict", "--run", toFile),
                new Read("predict", "--data", with(ofRun, toFile)),
                new Read("predict", "--pairs", with(ofRun, toFile)),
                new Read("recommend", "--run", List.of("--user", "u1")),
                new Read("recommend", "--users", with(ofRun, toFile)),
                new Read("recommend", "--history", ofRun),
                new Read("explain", "--run", List.of("--sample", "0")),
                new Read("fidelity", "--causes", ofRun),
                new Read("fidelity", "--explanations", ofRun),
                new Read("export", "--run", with(toFile, "--format", "onnx")),
                new Read("export", "--fidelity", with(with(ofRun, toFile), "--format", "bundle")),
                new Read("question", "--from", List.of("3")),
                new Read("question", "--data", List.of("1", "--run")),
                new Read(
                        "report",
                        "--run",
                        List.of("--out", shared.resolve("never.html").toString())),
                new Read(
                        "report",
                        "--fidelity",
                        with(ofRun, "--out", shared.resolve("never.html").toString())),
                new Read("serve", "--run", List.of()),
                new Read("lengths", "--targets", ofRun),
                new Read("open", "MODEL", with(ofData, toRun)),
                new Read("open", "--data", with(toRun, model.toString())),
                new Read("open", "--mapping", with(opened, toRun)),
                new Read("open", "--vocabulary", with(opened, toRun)),
                new Read("doctor", "PATH", List.of()),
                new Read("doctor", "--data", List.of(model.toString())),
                new Read("doctor", "--mapping", opened),
                new Read("doctor", "--vocabulary", opened),
                new Read("doctor", "--run", List.of(weights.toString())));
    }

    private static List<String> with(List<String> arguments, List<String> more) {
        return with(arguments, more.toArray(String[]::new));
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toList();
    }

    /** Those that a person calls; a hidden one is a child of another and gets its files from it. */
    private static Map<String, CommandLine> commands() {
        Console console = new Console(System.out, System.err, Locale.ENGLISH);
        Map<String, CommandLine> all =
                new TreeMap<>(new CommandLine(new CommandLineProgram.Root(), new Parts(console)).getSubcommands());
        all.values().removeIf(command -> command.getCommandSpec().usageMessage().hidden());
        return all;
    }

    private static Set<String> paths(CommandSpec command) {
        Set<String> found = new TreeSet<>();
        for (ArgSpec each : command.args()) {
            boolean path =
                    each.type() == Path.class || List.of(each.auxiliaryTypes()).contains(Path.class);
            if (path) {
                String name = each.isOption() ? ((CommandLine.Model.OptionSpec) each).longestName() : each.paramLabel();
                found.add(command.name() + " " + name);
            }
        }
        return found;
    }

    @Test
    void everyPathOfACommandIsKnownAsReadOrWritten() {
        Set<String> found = new TreeSet<>();
        commands().values().forEach(command -> found.addAll(paths(command.getCommandSpec())));

        assertThat(found).isEqualTo(new TreeSet<>(ROLES.keySet()));
    }

    @Test
    void everyWrittenOptionIsTried() {
        Set<String> written = new TreeSet<>(ROLES.keySet());
        written.removeIf(name -> ROLES.get(name) == Role.READ || ROLES.get(name) == Role.ADDED);
        Set<String> tried = new TreeSet<>();
        writes().forEach(write -> tried.add(write.command() + " " + write.option()));

        assertThat(tried).isEqualTo(written);
    }

    @Test
    void everyReadOptionIsTried() {
        Set<String> read = new TreeSet<>(ROLES.keySet());
        read.removeIf(name -> ROLES.get(name) != Role.READ);
        Set<String> tried = new TreeSet<>();
        reads().forEach(each -> tried.add(each.toString()));

        assertThat(tried).isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void whatCannotBeReadIsNamedAndNoFaultOfOurs(Read read) throws IOException {
        Path source = folder.resolve("unreadable.csv");
        assertNamed(read, source);
        byte[] noise = new byte[400];
        new Random(1).nextBytes(noise);
        Files.write(source, noise);
        assertNamed(read, source);
        Files.delete(source);
        Files.createDirectory(source);
        if (!read.toString().equals("runs FOLDER")) { // it lists none
            assertNamed(read, source);
        }
        assertThat(shared.resolve("never")).doesNotExist();
    }

    private static void assertNamed(Read read, Path source) {
        Outcome outcome = call(read.from(source));
        assertThat(outcome.code()).as(outcome.err()).isNotZero().isNotEqualTo(Problem.Kind.INTERNAL.exitCode());
        assertThat(outcome.err()).contains(source.getFileName().toString());
    }

    @Test
    void aRunThatIsMissingIsNamedBeforeAnotherIsMeasured() {
        String nowhere = folder.resolve("nowhere").toString();
        assertThat(Measurements.all())
                .filteredOn(each -> each.subject() == Subject.RUNS_TOGETHER)
                .isNotEmpty()
                .allSatisfy(each -> {
                    Outcome outcome = call(each.id(), "--run", run.toString(), "--run", nowhere);
                    assertThat(outcome.code()).isNotZero();
                    assertThat(outcome.err()).contains("nowhere").doesNotContain("Measuring");
                });
    }

    @Test
    void justTheCommandsThatWriteCanOverwrite() {
        commands().forEach((name, command) -> {
            boolean writes = ROLES.entrySet().stream()
                    .anyMatch(each -> each.getValue() != Role.READ
                            && each.getValue() != Role.ADDED
                            && each.getKey().startsWith(name + " "));
            assertThat(command.getCommandSpec().findOption("--overwrite") != null)
                    .as(name)
                    .isEqualTo(writes);
        });
    }

    /** What export writes is named by its format. */
    @Test
    void anEndingThatNamesNoFormatIsRefusedWithThoseThatDo() {
        writes().filter(write -> write.name().contains(".") && !write.command().equals("export"))
                .forEach(write -> {
                    Path target = folder.resolve("target.txt");
                    Outcome outcome = call(write.to(target));
                    assertThat(outcome.code()).as(write + outcome.err()).isEqualTo(write.refusal());
                    assertThat(outcome.err())
                            .contains("target.txt", write.name().replace("target", ""));
                    assertThat(folder).isEmptyDirectory();
                });
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aForeignFileIsRefusedAndSurvives(Write write) throws IOException {
        Path target = Files.writeString(folder.resolve(write.name()), "mine");
        assertRefused(write, target);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void aForeignFolderIsRefusedAndSurvivesEvenOverwriting(Write write) throws IOException {
        Path target = Files.createDirectory(folder.resolve(write.name()));
        assertRefused(write, target);
        for (String name : List.of("events.csv", "items.csv", "causes.csv", "params.json", "run.json", "bundle.json")) {
            Files.writeString(target.resolve(name), "{\"mine\": true}");
        }
        assertRefused(write, target);
        assertRefused(write, target, "--overwrite");
    }

    private void assertRefused(Write write, Path target, String... more) throws IOException {
        surround(target);
        Map<String, String> before = everything();

        Outcome outcome = call(write.to(target, more));

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(write.refusal());
        assertThat(outcome.err()).contains("--overwrite").contains(target.toString());
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void whatLiesBesideATargetSurvives(Write write) throws IOException {
        if (write.command().equals("demo")) {
            return; // trains for seconds; what it makes anew is a run, by the same class as train
        }
        Path target = folder.resolve(write.name());
        surround(target);
        Map<String, String> before = everything();

        Outcome first = call(write.to(target));
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(target).exists();
        assertThat(withoutTarget(target)).isEqualTo(before);

        Outcome again = call(write.to(target));
        assertThat(again.code()).as(again.err()).isEqualTo(write.refusal());
        assertThat(again.err()).contains("--overwrite");

        Outcome replaced = call(write.to(target, "--overwrite"));
        assertThat(replaced.code()).as(replaced.err()).isZero();
        assertThat(withoutTarget(target)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void nothingIsWrittenIntoARunOrADataSet(Write write) throws IOException {
        for (Path closed : List.of(run, dataset)) {
            Set<String> before = names(closed);
            Path target = closed.resolve("inside").resolve(write.name());
            Outcome outcome = call(write.to(target, "--overwrite"));
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(write.refusal());
            assertThat(outcome.err()).contains(closed.toString());
            assertThat(names(closed)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("writes")
    void theReasonIsTheRealOne(Write write) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Outcome below = call(write.to(file.resolve(write.name())));
        assertThat(below.code()).as(below.err()).isEqualTo(write.refusal());
        assertThat(below.err()).contains("file is not a folder").doesNotContain("Free some space");

        Outcome long255 = call(write.to(folder.resolve("x".repeat(300) + write.name())));
        assertThat(long255.code()).as(long255.err()).isEqualTo(write.refusal());
        assertThat(long255.err()).contains("too long");
        assertThat(everything()).isEqualTo(Map.of("file", "mine"));
    }

    @Test
    void thePairsToBeScoredAreNotOverwritten() throws IOException {
        Path pairs = Files.writeString(folder.resolve("pairs.csv"), "user,item\nu0,i0\n");
        String[] call = {
            "predict", "--run", run.toString(), "--pairs", pairs.toString(), "--out", pairs.toString(), "--overwrite"
        };
        assertThat(call(call).code()).isEqualTo(2);
        assertThat(pairs).hasContent("user,item\nu0,i0\n");
    }

    @Test
    void aRunIsNotDestroyedByAnExport() throws IOException {
        byte[] before = Files.readAllBytes(run.resolve("run.json"));
        for (String[] call : new String[][] {
            {"export", "--format", "safetensors"},
            {"explain", "--sample", "0"},
            {"predict"},
            {"recommend", "--all"},
            {"report"}
        }) {
            List<String> all = new ArrayList<>(List.of(call));
            all.addAll(List.of("--run", run.toString(), "--out", run + "/run.json", "--overwrite"));
            Outcome outcome = call(all.toArray(String[]::new));
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
        }
        assertThat(run.resolve("run.json")).hasBinaryContent(before);
    }

    @Test
    void ofTwoThatPrepareTheSameAtOnceOneWins() {
        Path target = folder.resolve("prepared");
        assertThat(codesOfTwo("prepare", source.toString(), "--out", target.toString()))
                .containsExactly(0, 2);
        assertThat(call("verify", target.toString()).code()).isZero();
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void ofTwoThatTrainTheSameAtOnceOneWins() {
        Path target = folder.resolve("both");
        assertThat(codesOfTwo(training().to(target))).containsExactly(0, 2);
        assertThat(call("verify", target.toString()).code()).isZero();
    }

    private static List<Integer> codesOfTwo(String... arguments) {
        List<CompletableFuture<Outcome>> both = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(() -> call(arguments)))
                .toList();
        return both.stream().map(each -> each.join().code()).sorted().toList();
    }

    @Test
    void aTrainingWithoutSamplesLeavesNoRun() throws IOException {
        Path log = Files.writeString(folder.resolve("short.csv"), "user,item,time\na,x,1600000000\nb,y,1600000001\n");
        Path target = folder.resolve("nothing");
        Outcome refused = call("train", "--data", log.toString(), "--run", target.toString());
        assertThat(refused.code()).as(refused.err()).isEqualTo(3);
        assertThat(target).doesNotExist();
        assertThat(everything()).containsOnlyKeys("short.csv");
    }

    @Test
    void aRunIsOverwrittenByARunAlone() {
        Path target = folder.resolve("again");
        assertThat(call(training().to(target)).code()).isZero();
        assertThat(call(training().to(target, "--overwrite")).code()).isZero();
        Outcome other = call("prepare", source.toString(), "--out", target.toString(), "--overwrite");
        assertThat(other.code()).as(other.err()).isEqualTo(2);
        assertThat(call("verify", target.toString()).code()).isZero();
    }

    @Test
    void aDemoWithAForeignFileIsNotOverwritten() throws IOException {
        Files.writeString(folder.resolve("demo.json"), "{\"made\" : \"Interest Lens\"}");
        Files.createDirectories(folder.resolve("run/checkpoints"));
        Files.writeString(folder.resolve("run/run.json"), "{\"fingerprint\" : \"f\"}");
        Files.writeString(folder.resolve("run/checkpoints/notes.txt"), "mine");
        Map<String, String> before = everything();
        for (String[] more : new String[][] {{}, {"--overwrite"}}) {
            List<String> all = new ArrayList<>(List.of("demo", "--out", folder.toString()));
            all.addAll(List.of(more));
            Outcome outcome = call(all.toArray(String[]::new));
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(2);
            assertThat(outcome.err()).contains("notes.txt");
            assertThat(everything()).isEqualTo(before);
        }
    }

    @Test
    void aRunKeepsItsOwnFidelity() throws IOException {
        Path target = folder.resolve("measured");
        assertThat(call(training().to(target)).code()).isZero();
        String[] measure = {
            "fidelity",
            "--run",
            target.toString(),
            "--samples",
            "4",
            "--out",
            target.resolve("fidelity.json").toString()
        };
        assertThat(call(measure).code()).isZero();
        assertThat(call(measure).code()).isEqualTo(2);
        List<String> again = new ArrayList<>(List.of(measure));
        again.add("--overwrite");
        assertThat(call(again.toArray(String[]::new)).code()).isZero();
    }

    /** Puts what other programs, or people, may have left beside a target. */
    private static void surround(Path target) throws IOException {
        String name = target.getFileName().toString();
        for (String each : List.of(".tmp", ".lock", ".bak", "~")) {
            Files.writeString(target.resolveSibling(name + each), "foreign " + each);
        }
        Files.writeString(target.resolveSibling("." + name + ".tmp"), "foreign");
        Files.writeString(target.resolveSibling("lock"), "foreign lock");
        Files.writeString(target.resolveSibling("lock.owner"), "foreign owner");
        Files.writeString(target.resolveSibling(".none"), "foreign");
        for (String each : List.of(".part", ".parts", ".unfinished")) {
            Path beside = Files.createDirectories(target.resolveSibling(name + each));
            Files.writeString(beside.resolve("state.json"), "{\"work\": \"foreign\"}");
            Files.writeString(beside.resolve("00000000.csv"), "foreign");
        }
        Path hidden = Files.createDirectories(
                target.resolveSibling(".interest-lens-01234567-89ab-cdef-0123-456789abcdef.tmp"));
        Files.writeString(hidden.resolve("mine.txt"), "foreign");
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                all.put(
                        folder.relativize(path).toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    private Map<String, String> withoutTarget(Path target) throws IOException {
        Map<String, String> all = new TreeMap<>(everything());
        String name = target.getFileName().toString();
        all.keySet().removeIf(path -> path.equals(name) || path.startsWith(name + "/"));
        return all;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(
                    all.map(path -> folder.relativize(path).toString()).toList());
        }
    }
}
