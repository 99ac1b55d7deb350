package dev.interestlens.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RevealTest {
    private static final double HEIGHT = 250;

    private Region first;
    private Region last;
    private ScrollPane pane;

    @Start
    void show(Stage window) {
        first = block();
        last = block();
        pane = new ScrollPane(new VBox(first, block(), block(), last));
        pane.setMinSize(300, HEIGHT);
        pane.setMaxSize(300, HEIGHT); // whatever size another test has left the window in
        Stages.show(window, new StackPane(pane), 300, HEIGHT);
    }

    private static Region block() {
        Region block = new Region();
        block.setMinSize(200, 150);
        return block;
    }

    private boolean isSeen(Node node) throws Exception {
        return Stages.fx(() -> {
            Reveal.now(node);
            pane.layout();
            Bounds at = pane.sceneToLocal(node.localToScene(node.getLayoutBounds()));
            return at.getMinY() >= 0 && at.getMaxY() <= HEIGHT;
        });
    }

    @Test
    void whatIsBelowOrAboveTheViewIsScrolledIntoIt() throws Exception {
        assertThat(isSeen(last)).isTrue();
        assertThat(isSeen(first)).isTrue();
    }

    @Test
    void whatIsInViewStaysWhereItIs() throws Exception {
        assertThat(isSeen(first)).isTrue();
        assertThat(pane.getVvalue()).isZero();
    }
}
