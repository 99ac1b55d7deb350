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

/** The slides of the screen that is shown, over the whole screen of the machine. */
final class Presentation {
    private final SlidePane pane;
    private final Node behind;
    private final BooleanProperty fullScreen;
    private final Runnable back;
    private final BooleanProperty ready = new SimpleBooleanProperty(this, "ready");
    private final ReadOnlyBooleanWrapper offered = new ReadOnlyBooleanWrapper(this, "offered");
    private SlideOffer offer;
    private boolean wasFull;

    /** @param behind what the slides hide; {@code back} puts the focus into the screen again */
    Presentation(Messages messages, Node behind, BooleanProperty fullScreen, Runnable back) {
        this.behind = behind;
        this.fullScreen = fullScreen;
        this.back = back;
        pane = new SlidePane(messages, this::close);
        fullScreen.addListener((observed, before, now) -> {
            if (!now && isShown()) { // the system left it
                close();
            }
        });
    }

    SlidePane pane() {
        return pane;
    }

    /** Another screen is shown. */
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

    /** Presents, or ends it. */
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
