package dev.interestlens.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.css.PseudoClass;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;

class ZoomTest {
    private final Zoom zoom = new Zoom();

    private void size(double width, double height) {
        zoom.widthProperty().set(width);
        zoom.heightProperty().set(height);
    }

    @Test
    void theLargestZoomShrinksAndGrowsWithTheWindow() {
        size(1920, 1200);
        for (int i = 0; i < 12; i++) {
            zoom.larger();
        }
        assertThat(zoom.factor().get()).isEqualTo(1.92);
        assertThat(zoom.limited().get()).isTrue();
        size(1400, 900);
        assertThat(zoom.factor().get()).isEqualTo(1.4);
        size(1920, 1200);
        assertThat(zoom.factor().get()).isEqualTo(1.92);
        zoom.smaller();
        assertThat(zoom.limited().get()).isFalse();
    }

    @Test
    void littleHeightIsCompactWithTheZoomTakenOff() {
        Group content = new Group();
        ZoomPane pane = new ZoomPane(content, zoom);
        pane.resize(1400, 900);
        assertThat(content.getPseudoClassStates()).isEmpty();
        zoom.larger();
        zoom.larger();
        zoom.larger();
        assertThat(content.getPseudoClassStates()).containsExactly(PseudoClass.getPseudoClass("compact"));
        zoom.reset();
        assertThat(content.getPseudoClassStates()).isEmpty();
        pane.resize(1024, 640);
        assertThat(content.getPseudoClassStates()).hasSize(1);
    }

    @Test
    void aWindowWithoutSpaceForMoreSaysSo() {
        size(1000, 600);
        assertThat(zoom.limited().get()).isFalse();
        zoom.larger();
        assertThat(zoom.factor().get()).isEqualTo(1);
        assertThat(zoom.limited().get()).isTrue();
        zoom.reset();
        assertThat(zoom.limited().get()).isFalse();
    }
}
