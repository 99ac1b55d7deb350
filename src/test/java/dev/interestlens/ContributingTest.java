package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the guide names is there. */
class ContributingTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Path MODEL = Path.of("src/main/java/dev/interestlens");

    @Test
    void everyTypeOfTheGuideExists() throws IOException {
        Set<String> types = files(Path.of("src")).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        List<String> named =
                code().filter(name -> name.matches("[A-Z][a-z]\\w+")).toList();
        assertThat(named).hasSizeGreaterThan(20).allMatch(types::contains);
    }

    @Test
    void everyMethodOfTheGuideExists() throws IOException {
        String sources = files(MODEL).stream().map(ContributingTest::read).collect(Collectors.joining());
        Set<String> missing = new TreeSet<>();
        code().filter(name -> name.matches("[a-z]\\w+(\\(\\))?"))
                .filter(name -> !Set.of("name", "about", "papers", "nn").contains(name)) // keys of texts, a package
                .filter(name -> !Pattern.compile("\\b" + name.replace("()", "") + "\\b")
                        .matcher(sources)
                        .find())
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    @Test
    void everyTestThatIsToBeRunExists() throws IOException {
        MatchResult line = Pattern.compile("-Dtest='([\\w,]+)'")
                .matcher(guide())
                .results()
                .findFirst()
                .orElseThrow();
        Set<String> tests = files(Path.of("src/test/java")).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(line.group(1).split(",")).allMatch(tests::contains);
    }

    private static Stream<String> code() throws IOException {
        return CODE.matcher(guide()).results().map(found -> found.group(1));
    }

    private static String guide() throws IOException {
        String all = Files.readString(Path.of(".github/CONTRIBUTING.md"));
        return all.substring(all.indexOf("## Recipes"), all.indexOf("\n## Words"));
    }

    private static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
