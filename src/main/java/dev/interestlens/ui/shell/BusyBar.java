package dev.interestlens.ui.shell;

import dev.interestlens.ui.common.Messages;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ProgressBar;
import javafx.util.Duration;

/** A thin line below the header that says that something is being computed; short work does not show it. */
final class BusyBar {
    /** Delay before the bar is shown. */
    private static final Duration PATIENCE = Duration.millis(80);

    private final PauseTransition waiting = new PauseTransition(PATIENCE);

    /** @param underWay number of pending results */
    BusyBar(ProgressBar bar, ObservableValue<? extends Number> underWay, Messages messages) {
        bar.accessibleTextProperty().bind(messages.bind("shell.busy"));
        bar.setVisible(false);
        waiting.setOnFinished(event -> bar.setVisible(true));
        underWay.addListener((observed, before, now) -> {
            if (now.intValue() == 0) {
                waiting.stop();
                bar.setVisible(false);
            } else if (before.intValue() == 0) {
                waiting.playFromStart();
            }
        });
    }
}
