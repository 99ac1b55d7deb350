package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every problem has its words, in both languages. */
class ProblemTextsTest {

    private static final Path CLASSES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+(@\\w+\\.\\w+)?}");
    private static final Pattern USE = Pattern.compile(
            "Problem\\s*\\.\\s*(?:internal|usage|badInput|resource|diverged|cancelled)\\(\\s*(\\w+)\\.class,\\s*(\"[^\"]*\")?");
    private static final String WINDOW = ".window";
    private static final Pattern LITERAL = Pattern.compile("\"([\\w.]+)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        for (Path english : bundles()) {
            Path chinese = english.resolveSibling("problems_zh.properties");
            assertThat(chinese).exists();
            assertThat(placeholders(chinese)).as(english.toString()).isEqualTo(placeholders(english));
        }
    }

    @Test
    void noKeyIsWrittenTwice() throws IOException {
        for (Path file : files(RESOURCES, ".properties")) {
            List<String> keys = Files.readAllLines(file).stream()
                    .filter(line -> line.matches("[\\w.-]+ *=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    @Test
    void chineseTextsAreChinese() throws IOException {
        for (Path english : bundles()) {
            texts(english.resolveSibling("problems_zh.properties"))
                    .forEach((key, text) -> assertThat(text).as(key).containsPattern("\\p{IsHan}"));
        }
    }

    @Test
    void everyProblemSaysWhatHappened() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (Path source : files(CLASSES, ".java")) {
            for (MatchResult use :
                    USE.matcher(Files.readString(source)).results().toList()) {
                if (use.group(2) != null && !said(owned(source, use.group(1)), key(use))) {
                    missing.add(source.getFileName() + ": " + key(use));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** Problems that only a command has. */
    private static final Set<String> OF_COMMANDS = Set.of(
            "measurement/nothingRanked",
            "measurement/oneRun",
            "workspace/notToScore",
            "workspace/onnxOfOther",
            "measurement/gateSeed",
            "publish/fidelityOfOne",
            "measurement/noCategory",
            "measurement/cannotRead",
            "data/synth/noDistance",
            "data/synth/targets");

    @Test
    void theWindowAdvisesNoOption() throws IOException {
        Pattern option = Pattern.compile("--[a-z]|interest-lens [a-z]|inspect DATASET|fidelity --run");
        Set<String> advised = new TreeSet<>();
        for (Path file : files(RESOURCES, ".properties")) {
            String folder = RESOURCES
                    .resolve("dev/interestlens")
                    .relativize(file.getParent())
                    .toString();
            if (file.getFileName().toString().startsWith("problems") && !folder.startsWith("cli")) {
                Map<String, String> texts = texts(file);
                texts.forEach((key, text) -> {
                    boolean other = !key.endsWith(WINDOW) && texts.containsKey(key + WINDOW);
                    String problem = folder + "/" + key.substring(0, key.lastIndexOf('.'));
                    if (option.matcher(text).find() && !other && !OF_COMMANDS.contains(problem)) {
                        advised.add(folder + "/" + key);
                    }
                });
            }
        }
        assertThat(advised).isEmpty();
    }

    @Test
    void noTextIsLeftOver() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (Path source : files(CLASSES, ".java")) {
            LITERAL.matcher(Files.readString(source)).results().forEach(found -> literals.add(found.group(1)));
        }
        for (Path english : bundles()) {
            Set<String> unused = texts(english).keySet().stream()
                    .map(name -> name.endsWith(WINDOW) ? name.substring(0, name.length() - WINDOW.length()) : name)
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .filter(key ->
                            literals.stream().noneMatch(literal -> literal.equals(key) || isStartOf(key, literal)))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(unused).as(english.toString()).isEmpty();
        }
    }

    private static boolean said(Map<String, String> texts, String literal) {
        return texts.containsKey(literal + ".what")
                || texts.keySet().stream().anyMatch(key -> isStartOf(key, literal) && key.endsWith(".what"));
    }

    /** A literal that ends in a dot is completed by a value of an enum. */
    private static boolean isStartOf(String key, String literal) {
        return literal.length() > 1 && literal.endsWith(".") && key.startsWith(literal);
    }

    private static String key(MatchResult use) {
        return use.group(2).substring(1, use.group(2).length() - 1);
    }

    /** The texts in the package of a class that a source names by its simple name, or above it. */
    private static Map<String, String> owned(Path source, String simpleName) throws IOException {
        Path home = source.resolveSibling(simpleName + ".java");
        if (!Files.exists(home)) {
            Path file = Path.of(simpleName + ".java");
            home = files(CLASSES, ".java").stream()
                    .filter(other -> other.getFileName().equals(file))
                    .findFirst()
                    .orElse(source); // a class inside of this source
        }
        Path folder = RESOURCES.resolve(CLASSES.relativize(home).getParent());
        while (!Files.exists(folder.resolve("problems.properties")) && !folder.equals(RESOURCES)) {
            folder = folder.getParent();
        }
        return texts(folder.resolve("problems.properties"));
    }

    private static List<Path> bundles() throws IOException {
        List<Path> bundles = files(RESOURCES, "problems.properties");
        assertThat(bundles).isNotEmpty();
        return bundles;
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> path.toString().endsWith(end)).sorted().toList();
        }
    }

    private static Map<String, Set<String>> placeholders(Path bundle) throws IOException {
        Map<String, Set<String>> all = new TreeMap<>();
        texts(bundle)
                .forEach((key, text) -> all.put(
                        key,
                        PLACEHOLDER
                                .matcher(text)
                                .results()
                                .map(MatchResult::group)
                                .collect(Collectors.toSet())));
        return all;
    }

    private static Map<String, String> texts(Path bundle) throws IOException {
        Properties properties = new Properties();
        if (Files.exists(bundle)) {
            try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty, (a, b) -> a, TreeMap::new));
    }
}
