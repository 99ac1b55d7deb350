package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Cards look alike, whatever their style classes, and the views that hold them keep to one scale of spaces. */
@ExtendWith(ApplicationExtension.class)
class CardTest {
    private static final Path VIEWS = Path.of("src/main/resources/dev/interestlens/ui");
    private static final Pattern STYLED = Pattern.compile("<Card\\b[^>]*styleClass=\"([^\"]*)\"");
    private static final Pattern SPACE = Pattern.compile("\\b(?:spacing|hgap|vgap)=\"(\\d+)\"");
    private static final Set<String> SCALE = Set.of("0", "2", "4", "8", "16", "24");
    private static final double MARGIN = 16;
    private static final double GAP = 8;

    private final VBox column = new VBox();

    @Start
    void show(Stage window) {
        Stages.show(window, column, 400, 600);
    }

    private Card card(String... styles) throws Exception {
        return Stages.fx(() -> {
            Card card = new Card();
            card.getStyleClass().addAll(styles);
            card.getContent().add(new Label("content"));
            column.getChildren().setAll(card);
            column.applyCss();
            column.layout();
            return card;
        });
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void everyKindOfCardHasTheSameMargin() throws Exception {
        Set<String> kinds = new TreeSet<>(Set.of(""));
        for (Path view : views()) {
            Matcher card = STYLED.matcher(Files.readString(view));
            while (card.find()) {
                kinds.add(card.group(1));
            }
        }
        assertThat(kinds).hasSizeGreaterThan(1);
        for (String kind : kinds) {
            assertThat(card(kind.split(",\\s*")).getPadding()).as(kind).isEqualTo(new Insets(MARGIN));
        }
    }

    @Test
    void contentBeginsAtTheMarginWhereThereIsNoTitle() throws Exception {
        Card card = card();
        Node content = card.getContent().get(0);
        double margin = card.getInsets().getTop();
        assertThat(place(content).getMinY()).isEqualTo(margin);
        Stages.fx(() -> {
            card.setTitle("Title");
            column.layout();
        });
        Node title = card.lookup(".title");
        assertThat(place(title).getMinY()).isEqualTo(margin);
        assertThat(place(content).getMinY()).isEqualTo(place(title).getMaxY() + GAP);
    }

    @Test
    void viewsKeepToOneScaleOfSpaces() throws IOException {
        for (Path view : views()) {
            Matcher space = SPACE.matcher(Files.readString(view));
            while (space.find()) {
                assertThat(SCALE).as(view.toString()).contains(space.group(1));
            }
        }
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            return files.filter(file -> file.toString().endsWith(".fxml")).toList();
        }
    }
}
