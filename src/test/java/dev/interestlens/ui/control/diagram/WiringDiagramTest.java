package dev.interestlens.ui.control.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.Recorder;
import dev.interestlens.ui.control.Stages;
import dev.interestlens.ui.control.diagram.WiringData.Box;
import dev.interestlens.ui.control.diagram.WiringData.Kind;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WiringDiagramTest {
    private static final double WIDTH = 600;

    private WiringDiagram diagram;

    @Start
    void show(Stage window) {
        diagram = new WiringDiagram();
        diagram.setManaged(false); // its size is that of the test
        Stages.show(window, new Pane(diagram), WIDTH, 500);
    }

    private static Box box(String name, String... reads) {
        return new Box(name, name, "50 × 32", "", List.of(reads), Kind.PLAIN);
    }

    @Test
    void littleHeightPutsTheWordsOfABoxInOneLine() throws Exception {
        Stages.fx(() -> {
            diagram.dataProperty()
                    .set(new WiringData(List.of(box("history"), box("sum", "history"), box("head", "sum"))));
            diagram.applyCss();
        });
        double whole = Stages.fx(() -> diagram.prefHeight(WIDTH));
        double least = Stages.fx(() -> diagram.minHeight(WIDTH));
        assertThat(least).isLessThan(0.7 * whole);
        assertThat(top("history", whole)).isLessThan(top("note", whole));
        assertThat(top("history", least)).isEqualTo(top("note", least));
        assertThat(place("head").getMaxY()).isLessThanOrEqualTo(least);
    }

    @Test
    void whatIsPresentedHasEveryBoxWithItsWordsWhateverTheWindowShows() throws Exception {
        assertThat(Stages.fx(() -> diagram.picture())).isEmpty();
        Stages.fx(() -> {
            diagram.dataProperty()
                    .set(new WiringData(List.of(box("history"), box("sum", "history"), box("head", "history", "sum"))));
            diagram.resize(80, 60);
            diagram.layout();
        });
        Drawing picture = Stages.fx(() -> diagram.picture().orElseThrow());
        Recorder drawn = new Recorder(Locale.ENGLISH);
        picture.paint(drawn, picture.width(drawn), picture.height(drawn, picture.width(drawn)));
        assertThat(drawn.texts()).containsExactlyInAnyOrder("history", "sum", "head", "50 × 32", "50 × 32", "50 × 32");
        assertThat(((WiringPicture) picture).lines()).hasSize(3);
        assertThat(Stages.fx(() -> diagram.getWidth())).isEqualTo(80);
    }

    private double top(String words, double height) throws Exception {
        Stages.fx(() -> {
            diagram.resize(WIDTH, height);
            diagram.layout();
        });
        Node node = words.equals("note") ? diagram.lookup(".note") : diagram.lookup(".title");
        return node.localToScene(node.getLayoutBounds()).getMinY();
    }

    private Bounds place(String title) {
        return diagram.lookupAll(".wiring-box").stream()
                .filter(box -> ((Label) box.lookup(".title")).getText().equals(title))
                .map(Node::getBoundsInParent)
                .findFirst()
                .orElseThrow();
    }
}
