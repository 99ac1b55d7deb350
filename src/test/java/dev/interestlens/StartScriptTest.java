package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that starts a portable build on Linux and macOS, with Java programs that only tell how they were called. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    private static final Path SCRIPTS = Path.of("src/main/packaging/portable");
    private static final String HERE = "amd64".equals(System.getProperty("os.arch")) ? "x86_64" : "aarch64";
    private static final String ELSEWHERE = HERE.equals("aarch64") ? "x86_64" : "aarch64";

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void unpack() throws IOException {
        home = Files.createDirectories(folder.resolve("un packed/lib")).getParent();
        for (String script : List.of("interest-lens", "InterestLens.sh", "InterestLens.command")) {
            Files.copy(SCRIPTS.resolve(script), home.resolve(script));
            assertThat(home.resolve(script).toFile().setExecutable(true)).isTrue();
        }
        librariesFor(HERE);
    }

    private void librariesFor(String processor) throws IOException {
        Files.createFile(home.resolve("lib/pytorch-native-cpu-2-system-" + processor + ".jar"));
    }

    /** A Java home whose java tells its version and processor, or else its arguments. */
    private Path java(String version, String processor) throws IOException {
        Path java = Files.createDirectories(folder.resolve("java " + version + "/bin"))
                .resolve("java");
        String told =
                "echo '    java.specification.version = %s'; echo '    os.arch = %s'".formatted(version, processor);
        Files.writeString(
                java,
                "#!/bin/sh\nif [ \"$1\" = -XshowSettings:properties ]; then " + told
                        + "; else echo \"%s\"; for each; do echo \"$each\"; done; fi\n".formatted(version));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return java.getParent().getParent();
    }

    private record Outcome(int code, List<String> lines) {}

    private static Outcome start(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(script.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "LC_ALL", "LC_MESSAGES", "DISPLAY"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), out.lines().toList());
    }

    @Test
    void aCommandGetsItsArgumentsAsTheyAreAlsoThroughALink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("il"), Path.of("un packed/interest-lens"));
        Map<String, String> java = Map.of("JAVA_HOME", java("17", HERE).toString());

        Outcome outcome = start(link, java, "explain", "--run", "a b", "");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.lines())
                .containsExactly(
                        "17",
                        "-Dai.djl.offline=true",
                        "-jar",
                        home.toRealPath().resolve("interest-lens.jar").toString(),
                        "explain",
                        "--run",
                        "a b",
                        "");
    }

    @Test
    void aDoubleClickOpensTheWindow() throws Exception {
        Map<String, String> java = Map.of("JAVA_HOME", java("21", HERE).toString());
        for (String script : List.of("InterestLens.sh", "InterestLens.command")) {
            Outcome outcome = start(home.resolve(script), java);
            assertThat(outcome.lines()).as(script).startsWith("21").endsWith(home.toRealPath() + "/interest-lens.jar");
        }
    }

    @Test
    void aJavaThatIsTooOldOrForAnotherProcessorIsPassedOver() throws Exception {
        for (Path unfit : List.of(java("1.8", HERE), java("11", HERE), java("25", ELSEWHERE))) {
            String path = java("18", HERE).resolve("bin") + ":" + System.getenv("PATH");
            Outcome outcome =
                    start(home.resolve("interest-lens"), Map.of("JAVA_HOME", unfit.toString(), "PATH", path), "help");
            assertThat(outcome.lines()).as(unfit.toString()).startsWith("18");
        }
    }

    /** Libraries for a processor that no Java here is for. */
    @Test
    void whereNoneFitsItIsSaidInTheLanguageOfTheUserWithWhatWasFound() throws Exception {
        Files.delete(home.resolve("lib/pytorch-native-cpu-2-system-" + HERE + ".jar"));
        librariesFor(ELSEWHERE);
        String old = java("11", HERE).toString();

        Outcome english = start(home.resolve("interest-lens"), Map.of("JAVA_HOME", old, "LANG", "en_GB.UTF-8"), "help");
        Outcome chinese = start(home.resolve("interest-lens"), Map.of("JAVA_HOME", old, "LANG", "zh_CN.UTF-8"), "help");

        assertThat(english.code()).isEqualTo(1);
        assertThat(english.lines().get(0)).endsWith("it needs Java 17 or newer for " + ELSEWHERE + ".");
        assertThat(english.lines()).contains("  " + old + "/bin/java: Java 11, " + HERE);
        assertThat(english.lines().get(english.lines().size() - 1)).contains("https://adoptium.net", "JAVA_HOME");
        assertThat(chinese.code()).isEqualTo(1);
        assertThat(chinese.lines().get(0)).contains("需要 17 或更新版本的 Java").contains(ELSEWHERE);
    }
}
