package dev.interestlens.explain.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.explain.effect.Agreement;
import dev.interestlens.explain.effect.Standing;
import dev.interestlens.explain.look.Impression;
import dev.interestlens.explain.look.LookKind;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Path FOLDER = Path.of("src/main/resources/dev/interestlens/explain");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        assertThat(placeholders("texts_zh.properties")).isEqualTo(placeholders("texts.properties"));
    }

    @Test
    void momentsHaveAUnitThatTellsThemApart() {
        assertThat(List.of(0, 45, 150, 7199, 7200, 172_800))
                .extracting(seconds -> RelativeTime.before(seconds).en())
                .containsExactly("0 s", "45 s", "2 min", "119 min", "2 h", "2 d");
        assertThat(RelativeTime.before(45).zh()).isEqualTo("45 秒前");
    }

    @Test
    void everySentenceBadgeAndLookHasWords() throws IOException {
        Set<String> keys = placeholders("texts.properties").keySet();
        for (Standing.Lead lead : Standing.Lead.values()) {
            assertThat(keys).contains("lead." + lower(lead));
        }
        for (Agreement.Badge badge : Agreement.Badge.values()) {
            assertThat(keys).contains("badge." + lower(badge), "badge." + lower(badge) + ".help");
        }
        for (LookKind kind : LookKind.values()) {
            assertThat(keys).contains("look." + lower(kind));
        }
        for (Impression.Kind kind : Impression.Kind.values()) {
            assertThat(keys).contains("candidate." + lower(kind));
        }
    }

    @Test
    void onlyTheStrongSentenceSaysBecause() throws IOException {
        Set<String> reasons = Set.of("reason.mainly", "reason.most");
        for (Map.Entry<String, Set<String>> each :
                placeholders("texts.properties").entrySet()) {
            Text text = Wording.of(each.getKey());
            boolean reason = reasons.contains(each.getKey());
            assertThat(text.en().contains("because")).isEqualTo(reason);
            assertThat(text.zh().contains("因为")).isEqualTo(reason);
            assertThat(each.getValue().contains("{reason}"))
                    .isEqualTo(each.getKey().startsWith("sentence.strong."));
        }
    }

    @Test
    void aTitleThatComesSeveralTimesIsSaidOnce() {
        Text list = Wording.list(List.of(Text.same("A"), Text.same("B"), Text.same("A")));
        assertThat(list.en()).isEqualTo("\"A\" (2 times) and \"B\"");
        assertThat(list.zh()).isEqualTo("“A”（2 次）和“B”");
    }

    @Test
    void titlesAreJoinedAsPeopleDo() {
        Text list = Wording.list(List.of(Text.same("A"), Text.same("B"), Text.same("C")));
        assertThat(list).isEqualTo(new Text("\"A\", \"B\" and \"C\"", "“A”、“B”和“C”"));
    }

    @Test
    void scoresShowADifferenceWhereThereIsOne() {
        assertThat(Wording.score(0.3111, 0.3138).en()).isEqualTo("0.311");
        assertThat(Wording.score(0.31, 0.12).en()).isEqualTo("0.31");
        assertThat(Wording.score(0.31, 0.31).en()).isEqualTo("0.31");
        assertThat(Wording.score(0.3111, 0.9, 0.3138).en()).isEqualTo("0.311");
    }

    @Test
    void titlesWithBracesAndDollarsStayAsTheyAre() {
        Map<String, Text> values = Map.of("title", Text.same("{from} $1"));
        assertThat(Wording.of("candidate.random", values).en()).isEqualTo("{from} $1 (random)");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Set<String>> placeholders(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, Set<String>> found = new TreeMap<>();
        for (String key : properties.stringPropertyNames()) {
            found.put(
                    key,
                    Pattern.compile("\\{\\w+}")
                            .matcher(properties.getProperty(key))
                            .results()
                            .map(MatchResult::group)
                            .collect(Collectors.toSet()));
        }
        return found;
    }
}
