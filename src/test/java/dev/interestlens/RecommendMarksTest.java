package dev.interestlens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a list of recommendations tells of items that the person had before, and of what its items share, as a person at the window sees it. */
@Tag("thorough")
class RecommendMarksTest {
    private static final String HAD = "already had";
    private static final Pattern SHARED =
            Pattern.compile("Of 10 items, (\\d+) have the same strongest reason: (.+)\\.");

    @WindowHome
    private Path home;

    @Test
    void whatThePersonHadIsMarkedAndTheTenAreDescribed() throws Exception {
        try (OpenWindow window = new OpenWindow(home)) {
            window.press("#home-explain");
            window.waitFor("an explanation", () -> window.text("#sentence").matches("(?s).*(measured|score).*"));
            window.resize(1400, 900);
            window.press("#rail-RECOMMEND");
            window.waitFor("a list", () -> rows(window).size() == 10);
            assertThat(rows(window)).noneMatch(row -> row.contains(HAD));

            window.open("#further");
            window.press("#seen");
            window.waitFor("marks", () -> rows(window).stream().anyMatch(row -> row.contains(HAD)));
            List<String> marked = rows(window).stream()
                    .filter(row -> row.contains(HAD))
                    .map(row -> row.split("\n")[1])
                    .toList();
            assertThat(words(window, "#history")).containsAnyElementsOf(marked);

            window.waitFor("the strongest reason", () -> shared(window).matches());
            window.press(
                    "what they share",
                    () -> ((Pane) window.find("#character")).getChildren().get(0));
            Matcher reason = shared(window);
            assertThat(reason.matches()).isTrue();
            assertThat(rows(window).stream().filter(row -> row.endsWith(reason.group(2))))
                    .hasSize(Integer.parseInt(reason.group(1)));

            window.press("#seen");
            window.waitFor("no marks", () -> rows(window).stream().noneMatch(row -> row.contains(HAD)));
            assertThat(((CheckBox) window.find("#seen")).isSelected()).isFalse();
        }
    }

    /** The rows of the list, each with its title, its mark and its reason in lines. */
    private static List<String> rows(OpenWindow window) throws Exception {
        return OpenWindow.fx(() -> {
            Node list = window.find("#rows");
            return list == null || !OpenWindow.isShown(list)
                    ? List.<String>of()
                    : ((Pane) list)
                            .getChildren().stream()
                                    .map(row -> String.join("\n", OpenWindow.words(row)))
                                    .toList();
        });
    }

    private static Matcher shared(OpenWindow window) throws Exception {
        return SHARED.matcher(words(window, "#character").stream().findFirst().orElse(""));
    }

    private static List<String> words(OpenWindow window, String id) throws Exception {
        return OpenWindow.fx(() -> OpenWindow.words(window.find(id)));
    }
}
