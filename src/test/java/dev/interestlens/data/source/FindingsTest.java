package dev.interestlens.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.data.DatasetInfo.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Pattern REASON = Pattern.compile("(?:note\\(\\s*|THEN ')\"?(\\w+)");

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        Set<String> english = keys("findings.properties");
        english.removeIf(key -> key.startsWith("one."));
        assertThat(keys("findings_zh.properties")).isEqualTo(english);
    }

    @Test
    void everySentenceThatCountsHasASingular() throws IOException {
        for (String line :
                Files.readAllLines(Path.of("src/main/resources/dev/interestlens/data/source/findings.properties"))) {
            String[] parts = line.split("=", 2);
            if (parts[1].startsWith("{count}") && !parts[0].startsWith("one.")) {
                assertThat(keys("findings.properties")).contains("one." + parts[0]);
            }
        }
        Finding finding = new Finding("noItem", 1, "log.csv", List.of(51L));
        assertThat(Findings.text(finding, Locale.ENGLISH)).isEqualTo("1 row names no item");
        assertThat(Findings.text(finding, Locale.CHINESE)).isEqualTo("1 行没有物品");
    }

    @Test
    void everyReasonOfTheImportHasWords() throws IOException {
        Set<String> known = keys("findings.properties");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/interestlens/data/source"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                REASON.matcher(Files.readString(source))
                        .results()
                        .map(match -> match.group(1))
                        .filter(reason ->
                                !Set.of("group", "String", "reason", "out").contains(reason) && !reason.matches("\\d+"))
                        .forEach(reason -> assertThat(known).contains(reason, "short." + reason));
            }
        }
    }

    @Test
    void theNumberStandsInTheSentence() {
        Finding finding = new Finding("noUser", 1234, "log.csv", List.of(3L));

        assertThat(Findings.text(finding, Locale.ENGLISH)).isEqualTo("1,234 rows name no user");
        assertThat(Findings.text(finding, Locale.CHINESE)).isEqualTo("1,234 行没有用户");
    }

    private static Set<String> keys(String bundle) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/dev/interestlens/data/source", bundle))) {
            keys.add(line.substring(0, line.indexOf('=')));
        }
        return keys;
    }
}
