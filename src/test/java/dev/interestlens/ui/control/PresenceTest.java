package dev.interestlens.ui.control;

import static dev.interestlens.ui.control.Stages.fx;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is not there takes neither room nor the mouse. */
@ExtendWith(ApplicationExtension.class)
class PresenceTest {
    private static final Path VIEWS = Path.of("src/main/resources/dev/interestlens/ui");
    private static final Pattern ELEMENT = Pattern.compile("<\\w+(?:\\s+[\\w:.]+=\"[^\"]*\")*\\s*/?>");
    private static final Pattern MANAGED = Pattern.compile("\\smanaged=\"([^\"]*)\"");

    private final BooleanProperty holds = new SimpleBooleanProperty(true);
    private final VBox roomy = new VBox();
    private final VBox compact = new VBox();
    private final StackPane root = new StackPane(roomy, compact);

    @Start
    void start(Stage stage) {
        root.getStyleClass().add("shell");
        Presence.whenStyled(roomy, "roomy", holds);
        Presence.whenStyled(compact, "compact-only", holds);
        Stages.show(stage, root, 300, 200);
    }

    @Test
    void whatTheStyleSheetShowsInSomeWindowsIsThereInTheseAlone() throws Exception {
        assertThat(there()).containsExactly(true, false);
        fx(() -> root.pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), true));
        assertThat(there()).containsExactly(false, true);
    }

    @Test
    void whatMustNotBeThereIsNeitherSeenNorGivenRoomInAnyWindow() throws Exception {
        fx(() -> holds.set(false));
        assertThat(there()).containsExactly(false, false);
        fx(() -> root.pseudoClassStateChanged(PseudoClass.getPseudoClass("compact"), true));
        assertThat(there()).containsExactly(false, false);
        fx(() -> holds.set(true));
        assertThat(there()).containsExactly(false, true);
    }

    /** What is given no room, but can be seen, stays where it was, and lies over what comes there. */
    @Test
    void viewsGiveNoRoomToWhatIsNotSeenAndToNothingElse() throws IOException {
        List<String> alone = new ArrayList<>();
        for (Path view : views()) {
            Matcher element = ELEMENT.matcher(Files.readString(view));
            while (element.find()) {
                Matcher managed = MANAGED.matcher(element.group());
                if (managed.find() && !element.group().contains(" visible=\"" + managed.group(1) + '"')) {
                    alone.add(view.getFileName() + ": " + element.group());
                }
            }
        }
        assertThat(alone).isEmpty();
    }

    private static List<Path> views() throws IOException {
        try (Stream<Path> files = Files.walk(VIEWS)) {
            return files.filter(file -> file.toString().endsWith(".fxml")).toList();
        }
    }

    private List<Boolean> there() throws Exception {
        return fx(() -> {
            root.applyCss();
            for (VBox each : List.of(roomy, compact)) {
                assertThat(each.isManaged()).isEqualTo(each.isVisible());
            }
            return List.of(roomy.isVisible(), compact.isVisible());
        });
    }
}
