package dev.interestlens.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.cli.CommandLineProgram;
import dev.interestlens.cli.Parts;
import dev.interestlens.model.config.Needs;
import dev.interestlens.store.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option of every command refuses wrong values before anything is done: code 2, the option's name, no stack trace. */
@Tag("thorough")
class OptionValuesTest {
    private static final List<String> NO_NUMBERS =
            List.of("NaN", "Infinity", "-Infinity", "-1e999", "99999999999999999999", "x", "", "1.5.2");

    /** Beyond the range of each option that counts. */
    private static final List<String> OUTSIDE = List.of("-1", "-2147483648", "2147483647");

    /** Texts that a person may write freely, or whose values depend on the data; what reads them refuses them itself. */
    private static final Set<String> FREE = Set.of(
            "prepare --map",
            "fidelity --explanations",
            "trust --explanations",
            "prepare --set",
            "prepare --format",
            "prepare --encoding",
            "predict --map",
            "predict --set",
            "predict --where",
            "inspect --set",
            "train --set",
            "train --without",
            "ageing --set",
            "trust --set",
            "question --set",
            "open --set",
            "open --name",
            "open --vocabulary",
            "doctor --vocabulary",
            "train --name",
            "explain --sample",
            "explain --view",
            "recommend --user",
            "recommend --category");

    @TempDir
    static Path folder;

    /** One option and the command that has it. */
    private record Case(CommandSpec command, OptionSpec option) {
        boolean takes(Class<?>... types) {
            Class<?> type = type();
            return List.of(types).contains(type);
        }

        Class<?> type() {
            return option.auxiliaryTypes()[0];
        }

        boolean isNumber() {
            return takes(int.class, Integer.class, long.class, Long.class, double.class, Double.class);
        }

        String name() {
            return command.name() + " " + option.longestName();
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private static List<Case> all() {
        List<Case> all = new ArrayList<>();
        Console console = new Console(System.out, System.err, Locale.ENGLISH);
        Collection<CommandLine> commands = new CommandLine(new CommandLineProgram.Root(), new Parts(console))
                .getSubcommands()
                .values();
        for (CommandLine command : commands) {
            command.getCommandSpec().options().stream()
                    .filter(option -> option.arity().max() > 0)
                    .forEach(option -> all.add(new Case(command.getCommandSpec(), option)));
        }
        return all;
    }

    static Stream<Case> numbers() {
        return all().stream().filter(Case::isNumber);
    }

    static Stream<Case> texts() {
        return all().stream()
                .filter(one -> one.takes(String.class) && !FREE.contains(one.name())
                        || one.type().isEnum());
    }

    @Test
    void everyNumberHasARangeAndEveryTextItsValues() {
        Set<String> without = new TreeSet<>();
        for (Case one : all()) {
            boolean free = one.takes(Path.class) || one.type().isEnum() || FREE.contains(one.name());
            if (!free && OptionValues.allowed(one.option()).isEmpty()) {
                without.add(one.name());
            }
        }
        assertThat(without).isEmpty();
    }

    /** Everything that an option needs, or does nothing beside. */
    private record Pair(CommandSpec command, OptionSpec option, String other, boolean beside) {
        String[] line() {
            List<String> line =
                    new ArrayList<>(List.of(command.qualifiedName(" ").split(" ")));
            line.remove(0); // the program's own name
            String chosen = beside && other.contains("=")
                    ? other.substring(other.indexOf('=') + 1).split("\\|")[0]
                    : "";
            for (OptionSpec each : command.options()) {
                boolean isOther =
                        beside && other.startsWith(each.longestName() + "=") || other.equals(each.longestName());
                if (isOther && beside) {
                    line.add(chosen.isEmpty() ? given(each) : each.longestName() + "=" + chosen);
                } else if (each.required() || each.equals(option)) {
                    line.add(given(each));
                }
            }
            command.positionalParameters().stream()
                    .filter(each ->
                            each.arity().min() > 0 || beside && each.type() == Path.class && needed(each.paramLabel()))
                    .forEach(each -> line.add("none"));
            return line.toArray(String[]::new);
        }

        /** Whether the option acts beside this only, so that what it does nothing beside is to be told. */
        private boolean needed(String label) {
            return OptionValues.annotation(option, Needs.class)
                    .map(needs -> OptionValues.partners(command, needs))
                    .orElse(List.of())
                    .contains(label);
        }

        private static String given(OptionSpec option) {
            if (option.arity().max() == 0) {
                return option.longestName();
            }
            Class<?> type = option.auxiliaryTypes()[0];
            String value = OptionValues.allowed(option)
                    .map(allowed -> type == String.class
                            ? OptionValues.texts(allowed).stream().findFirst().orElse("name")
                            : allowed.min() < 1 ? "1" : String.valueOf((long) allowed.min()))
                    .orElse("none");
            if (type.isEnum()) {
                value = option.longestName().equals("--format") ? "safetensors" : type.getEnumConstants()[0].toString();
            }
            return option.longestName() + "="
                    + (option.isMultiValue() && option.typeInfo().isMap() ? "a=b" : value);
        }

        @Override
        public String toString() {
            return String.join(" ", line());
        }
    }

    static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        Console console = new Console(System.out, System.err, Locale.ENGLISH);
        commands(new CommandLine(new CommandLineProgram.Root(), new Parts(console)), pairs);
        return pairs;
    }

    private static void commands(CommandLine line, List<Pair> pairs) {
        line.getSubcommands().values().forEach(command -> {
            CommandSpec spec = command.getCommandSpec();
            for (OptionSpec option : spec.options()) {
                OptionValues.annotation(option, Needs.class).ifPresent(needs -> {
                    Stream.of(needs.not())
                            .filter(other -> spec.findOption(other.split("=")[0]) != null)
                            .forEach(other -> pairs.add(new Pair(spec, option, other, true)));
                    OptionValues.partners(spec, needs).stream()
                            .filter(other -> spec.findOption(other) == null
                                    || !spec.findOption(other).required()
                                            && spec.findOption(other).defaultValue() == null)
                            .forEach(other -> pairs.add(new Pair(spec, option, other, false)));
                });
            }
            commands(command, pairs);
        });
    }

    @Test
    void aParameterThatCannotActIsRefusedToo() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8);
        String library = OptionValues.texts(OptionValues.allowed(all().stream()
                                .filter(one -> one.name().equals("open --recipe"))
                                .findFirst()
                                .orElseThrow()
                                .option())
                        .orElseThrow())
                .get(0);

        assertThat(new CommandLineProgram(out, out, Locale.ENGLISH).run("open", "--recipe", library, "model.onnx"))
                .isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("MODEL does nothing beside --recipe");
    }

    @ParameterizedTest
    @CsvSource({"0.00001,1e-5", "0.000015,1.5e-5", "0.5,0.5", "2,2"})
    void aNumberThatIsRefusedAndItsLimitsAreWrittenAsInSettings(String given, String shown) {
        assertThat(said(2, "plant", "--data", "none", "--out", "none", "--share", given))
                .contains("--share: " + shown + " is not allowed. Allowed is a number from 1e-4 to 0.25.");
    }

    @Test
    void thereIsARuleForEveryPairThatIsKnown() {
        assertThat(pairs()).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatCannotActIsRefusedWithItsPartner(Pair pair) {
        assertThat(said(GateCodes.of(Problem.Kind.USAGE, pair.line()), pair.line()))
                .contains(pair.option().longestName(), pair.other().replace('=', ' '))
                .doesNotContain("Exception", "\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void noOptionTakesWhatIsNoNumber(Case one) {
        NO_NUMBERS.forEach(value -> refused(one, value));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void noOptionTakesANumberOutsideItsRange(Case one) {
        if (one.option().longestName().equals("--seed")) {
            return; // any number is a seed
        }
        OUTSIDE.forEach(value -> refused(one, value));
        if (OptionValues.allowed(one.option()).orElseThrow().min() > 0) {
            refused(one, "0");
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noOptionTakesATextThatIsNotAmongItsValues(Case one) {
        List.of("", "xx", "WRONG", "json ", "en_GB", "../din", "0").forEach(value -> refused(one, value));
    }

    private static void refused(Case one, String value) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        String[] line = line(one, value).toArray(String[]::new);
        int code = new CommandLineProgram(out, out, Locale.ENGLISH).run(line);

        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(code).as(one + "=" + value + "\n" + text).isEqualTo(GateCodes.of(Problem.Kind.USAGE, line));
        assertThat(text).contains(one.option().longestName()).doesNotContain("Exception", "\tat ");
    }

    /** The command with what it cannot do without, none of which exists, and the option. */
    private static List<String> line(Case one, String value) {
        List<String> line = new ArrayList<>(List.of(one.command().name()));
        Map<String, String> usual = Map.of("--format", "onnx", "--sample", "0", "--model", "din");
        one.command().options().stream()
                .filter(option -> option.required() && !option.equals(one.option()))
                .forEach(option -> line.add(option.longestName() + "="
                        + usual.getOrDefault(
                                option.longestName(), folder.resolve("none").toString())));
        line.add(one.option().longestName() + "=" + value);
        one.command()
                .positionalParameters()
                .forEach(each -> line.add(
                        each.type() == Integer.class
                                ? "1"
                                : folder.resolve("none").toString()));
        return line;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--set   | train --data D --run R --set foo=1",
                "--set   | train --data D --run R --set training.epochs",
                "--set   | train --data D --run R --set training.epochs=x",
                "--set   | train --data D --run R --set training.epochs=-1",
                "--set   | prepare F --out D --set foo=1",
                "--set   | prepare F --out D --set core=x",
                "--set   | prepare F --out D --set time=%Q",
                "--set   | predict --run R --out O --pairs F --set foo=1",
                "--map   | prepare F --out D --map foo=user",
                "--map   | prepare F --out D --map user=foo",
                "--format   | prepare F --out D --format foo",
                "--encoding   | prepare F --out D --encoding foo"
            })
    void whatAPersonWritesFreelyIsNamedWithItsOptionWhereItIsWrong(String option, String line, @TempDir Path inputs)
            throws IOException {
        Path source = Files.writeString(inputs.resolve("log.csv"), "user,item,time\nu1,i1,1700000000\n");
        String[] words = line.replace(" F", " " + source)
                .replace(" D", " " + folder.resolve("data"))
                .replace(" R", " " + folder.resolve("run"))
                .replace(" O", " " + folder.resolve("out.csv"))
                .split(" ");

        assertThat(said(2, words)).contains(option);
        assertThat(folder.resolve("data")).doesNotExist();
        assertThat(folder.resolve("run")).doesNotExist();
        Files.delete(source); // others expect that nothing was written
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open G --data D --run R --vocabulary item=a.csv --vocabulary item=b.csv",
                "prepare S --out D --set core=5 --set core=6",
                "prepare S --out D --map user=a,user=b",
                "train --data D --run R --set training.epochs=1 --set training.epochs=2"
            })
    void aNameThatIsGivenTwiceIsRefused(String line) {
        assertThat(said(2, line.split(" "))).contains("is given twice");
    }

    @Test
    void aNameMayBeginWithAnAt() {
        assertThat(said(3, "verify", "@none")).contains("@none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void aRunHasNoBlankName(String name) {
        assertThat(said(
                        2,
                        "train",
                        "--data",
                        "none",
                        "--run",
                        folder.resolve("run").toString(),
                        "--name=" + name))
                .contains("--name");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void scoringRefusesWhatItWouldNotLookAt() {
        String[] part = {
            "predict", "--run", "none", "--out", folder.resolve("o.csv").toString()
        };

        assertThat(said(2, with(part, "--map", "user=u"))).contains("--map", "--pairs");
        assertThat(said(2, with(part, "--set", "time=iso"))).contains("--set", "--pairs");
        assertThat(said(2, with(part, "--pairs", "none.csv", "--part", "train")))
                .contains("--part", "--pairs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--sample 0", "--sample 0,1 --out O", "--sample 0 --out O", "--sample 0 --json"})
    void aViewThatNothingWouldShowIsRefused(String rest) {
        String line = "explain --run none --view gates " + rest.replace(" O", " " + folder.resolve("o.json"));

        assertThat(said(2, line.split(" "))).contains("--view", "--out");
    }

    @ParameterizedTest
    @CsvSource({
        "--progress, recommend --run none --user 1 --out O.html --progress json",
        "--language, question 1 --out O.json --language zh",
        "--set core, prepare P --parquet O --set core=5",
        "--set, spark score --onnx M --pairs F --out O.csv --set foo=1"
    })
    void whatActsInTheOtherModeOnlyIsRefused(String option, String line, @TempDir Path inputs) throws IOException {
        Files.writeString(inputs.resolve("dataset.json"), "{}");

        String[] words = line.replace(" O", " " + folder.resolve("out"))
                .replace(" P", " " + inputs)
                .split(" ");

        assertThat(said(2, words)).contains(option);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anOptionIsRefusedWhereNoneOfSeveralValuesReadsIt() {
        String[] line = {"lengths", "--run", "none", "--retrieved", "5", "--reading"};

        assertThat(said(2, with(line, "all,recent"))).contains("--retrieved does nothing beside --reading");
        assertThat(said(3, with(line, "all,dot"))).contains("none");
    }

    @Test
    void aSettingWithoutItsBeginningIsFound() {
        assertThat(said(2, "train", "--data", "none", "--run", "none", "--set", "negatives.evaluate=5"))
                .contains("\"negatives.evaluate\"", "data.protocol.negatives.evaluate");
    }

    private static String[] with(String[] line, String... more) {
        return Stream.concat(Stream.of(line), Stream.of(more)).toArray(String[]::new);
    }

    private static String said(int expected, String... line) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        int code = new CommandLineProgram(out, out, Locale.ENGLISH).run(line);

        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isEqualTo(expected);
        return text;
    }
}
