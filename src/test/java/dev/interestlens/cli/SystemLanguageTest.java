package dev.interestlens.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.store.Sha256;
import dev.interestlens.store.Texts;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digits, commas and letters of the system's language do not reach files and figures. */
@Tag("thorough")
class SystemLanguageTest {
    private final Locale before = Locale.getDefault();

    @TempDir
    Path folder;

    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    @Test
    void tablesHaveOneFormatAndADashForWhatIsNotDefined() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));

        assertThat(Texts.row("%-4s|%7.3f|%d %%|%8.2f|%-6.1f|", "NaN", 1234.5, 12, Double.NaN, Float.NaN))
                .isEqualTo("NaN |1234.500|12 %|       –|–     |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "th-TH-u-nu-thai", "tr-TR", "de-DE", "hi-IN-u-nu-deva"})
    void aLogAndItsDataSetAreTheSameBytesInEveryLanguage(String language) throws IOException {
        assertThat(prepared(language)).isEqualTo(prepared("en"));
    }

    private Map<String, String> prepared(String language) throws IOException {
        Path home = folder.resolve(language);
        Locale.setDefault(Locale.forLanguageTag(language));
        List<String> said = new ArrayList<>();
        said.add(call("generate --kind pair --users 6 --json --out " + home.resolve("log")));
        said.add(call("prepare " + home.resolve("log") + " --json --out " + home.resolve("data")));
        said.add(call("inspect " + home.resolve("data") + " --protocol logged --json"));
        return sums(home, said);
    }

    @Test
    void aRunAndWhatIsMadeOfItAreTheSameInLanguagesOfEveryKind() throws IOException {
        Path data = TinyShop.prepare(folder);
        Map<String, String> english = trained(data, "en");
        // own digits and a comma, a calendar of its own, letters of its own: what the others have beside is of these
        // kinds
        for (String language : List.of("ar-EG", "th-TH-u-nu-thai", "tr-TR")) {
            assertThat(trained(data, language)).as(language).isEqualTo(english);
        }
    }

    private Map<String, String> trained(Path data, String language) throws IOException {
        Path run = folder.resolve("run"); // of one name, which files hold
        Locale.setDefault(Locale.forLanguageTag(language));
        List<String> said = new ArrayList<>();
        Path other = folder.resolve("other");
        for (String target : List.of(run.toString(), other + " --seed 8")) {
            call("train --data " + data + " --model din --preset quick --threads 1 --set model.embeddingSize=4"
                    + " --set model.head.hidden=8 --set training.epochs=1 --run " + target);
        }
        for (String command : List.of(
                "evaluate --run R",
                "evaluate --run R --json",
                "explain --run R --sample 3 --json",
                "recommend --run R --user u0003 --json",
                "recommend --run R --all --out O/lists.csv --json",
                "predict --run R --out O/scores.csv --json",
                "fidelity --run R --samples 5",
                "export --run R --format torchscript --attention --out O/model.pt",
                "export --run R --format onnx --serving --out O/serving",
                "lengths --run R --length 10 --reading all --json",
                "generate --kind mixed --users 300 --out O/shop --json",
                "prepare O/shop --out O/many --json",
                "plant --data O/many --law pair --seed 3 --json --out O/planted",
                "anatomy --run R --users 20 --metric auc --metric ndcg10 --out O/anatomy.csv --json",
                "anatomy --run R --users 20 --metric gauc",
                "gate --run R --run S --loss .05 --out O/gate.csv --json",
                "gate --run R --run S --loss .05")) {
            String line = (command + " ")
                    .replace(" R ", " " + run + " ")
                    .replace(" S ", " " + other + " ")
                    .replace(" O", " " + folder.resolve("out"));
            String words = call(line.strip());
            said.add(words.replaceAll("\"(cpuMillis|created)\" : [0-9.E-]+", "")); // these differ from call to call
        }
        Map<String, String> sums = sums(folder.resolve("out"), said);
        try (Stream<Path> states = Files.list(run.resolve("checkpoints"))) {
            states.forEach(state -> sums.put(state.getFileName().toString(), ""));
        }
        for (Path made : List.of(run, other, folder.resolve("out"))) {
            try (Stream<Path> all = Files.walk(made)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return sums;
    }

    private static Map<String, String> sums(Path home, List<String> said) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                sums.put(home.relativize(file).toString(), Sha256.of(file));
            }
        }
        for (int i = 0; i < said.size(); i++) {
            sums.put("said " + i, said.get(i).replace(home.toString(), ""));
        }
        return sums;
    }

    private static String call(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Locale.getDefault())
                .run(line.split(" "));
        String words = err.toString(StandardCharsets.UTF_8);
        assertThat(code).as(line + "\n" + words).isBetween(0, line.startsWith("gate") ? 2 : 0);
        return out.toString(StandardCharsets.UTF_8)
                + words.lines().filter(each -> !each.matches(".*\\d+ %.*")).toList();
    }
}
