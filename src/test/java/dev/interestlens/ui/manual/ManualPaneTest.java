package dev.interestlens.ui.manual;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.testing.Hand;
import dev.interestlens.testing.Manual;
import dev.interestlens.testing.Patience;
import dev.interestlens.ui.common.Language;
import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.Stages;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The pages of the manual as the window shows them. */
@ExtendWith(ApplicationExtension.class)
class ManualPaneTest {
    private final Messages messages = new Messages(Language.ENGLISH);
    private final Manual manual = new Manual(Path.of(""));
    private ManualPane pane;

    @Start
    void start(Stage stage) {
        pane = new ManualPane(messages);
        pane.show();
        Stages.show(stage, new Scene(pane, 900, 600));
    }

    @Test
    void theWindowHasThePagesOfTheSite() {
        assertThat(ManualPages.NAMES).isEqualTo(Manual.PAGES);
    }

    @Test
    void everyWordOfEveryPageIsShownInBothLanguages() throws Exception {
        Set<String> missing = new TreeSet<>();
        for (Language language : Language.values()) {
            for (String page : ManualPages.NAMES) {
                String shown = bare(shown(language, page));
                Path file = language == Language.CHINESE ? manual.chinese(page) : manual.file(page);
                for (String line : Manual.read(file).lines().toList()) {
                    for (String word : words(line)) {
                        if (!shown.contains(bare(word))) {
                            missing.add(file + ": " + word);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void aLinkOpensItsPage() throws Exception {
        shown(Language.ENGLISH, "index");
        new Hand().click(link(place().getContent(), "Your own data"));
        Patience.until("the page of the link", () -> "data"
                .equals(names().getSelectionModel().getSelectedItem()));
    }

    /** Words of a line without what is Markdown's: pictures show their own, addresses are not shown. */
    private static List<String> words(String line) {
        if (line.startsWith("![") || line.matches("\\|?(---\\|)+.*") || line.startsWith("```")) {
            return List.of();
        }
        String plain = line.replaceAll("\\]\\([^)]*\\)", "]").replaceAll("^#+ |^\\d+\\. |^- ", "");
        return List.of(plain.split("[\\s|]+"));
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s*`\\[\\]\\\\|]", "");
    }

    private String shown(Language language, String page) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    messages.language().set(language);
                    pane.show();
                    names().getSelectionModel().select(page);
                    return text(place().getContent());
                })
                .get();
    }

    private static String text(Node node) {
        if (node instanceof Label label) {
            return label.getText();
        }
        if (node instanceof Text text) {
            return text.getText();
        }
        if (node instanceof Hyperlink link) {
            return link.getText();
        }
        StringBuilder all = new StringBuilder();
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.append(text(child)));
        }
        return all.toString();
    }

    private static Hyperlink link(Node node, String words) {
        if (node instanceof Hyperlink link && link.getText().equals(words)) {
            return link;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Hyperlink found = link(child, words);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked") // the list is made of names
    private ListView<String> names() {
        return (ListView<String>) pane.getChildrenUnmodifiable().get(0);
    }

    private ScrollPane place() {
        return (ScrollPane) pane.getChildrenUnmodifiable().get(1);
    }
}
