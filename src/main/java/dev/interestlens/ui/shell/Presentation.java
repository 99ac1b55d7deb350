package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Messages;
import dev.interestlens.ui.control.slides.SlideOffer;
import dev.interestlens.ui.control.slides.SlidePane;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;

/** The slides of the current screen, in full screen. */
final class Presentation {
    private final SlidePane pane;
    private final Node behind;
    private final BooleanProperty fullScreen;
    private final Runnable back;
    private final BooleanProperty ready = new SimpleBooleanProperty(this, "ready");
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
    private SlideOffer offer;
    private boolean wasFull;

    /** @param behind the node hidden by the slides; {@code back} returns the focus to the screen */
    Presentation(Messages messages, Node behind, BooleanProperty fullScreen, Runnable back) {
        this.behind = behind;
        this.fullScreen = fullScreen;
        this.back = back;
        pane = new SlidePane(messages, this::close);
        fullScreen.addListener((observed, before, now) -> {
            if (!now && isShown()) { // full screen was ended by the system
                close();
            }
        });
    }

    SlidePane pane() {
        return pane;
    }

    /** Follows to another screen. */
    void follow(Node screen) {
        if (isShown()) {
            close();
        }
        Optional<SlideOffer> found = SlideOffer.of(screen);
        offer = found.orElse(null);
        offered.set(offer != null);
        if (offer == null) {
            ready.unbind();
            ready.set(false);
        } else {
            ready.bind(offer.ready());
        }
    }

    /** Whether the screen has slides at all. */
    ReadOnlyBooleanProperty offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** Whether there is something to present now. */
    boolean isReady() {
        return ready.get();
    }

    BooleanProperty readyProperty() {
        return ready;
    }

    boolean isShown() {
        return pane.isVisible();
    }

    /** Starts or ends the presentation. */
    void toggle() {
        if (isShown()) {
            close();
        } else if (isReady()) {
            wasFull = fullScreen.get();
            behind.setVisible(false);
            pane.open(offer.show().get());
            fullScreen.set(true);
        }
    }

    private void close() {
        pane.close();
        behind.setVisible(true);
        fullScreen.set(wasFull);
        back.run();
    }
}
