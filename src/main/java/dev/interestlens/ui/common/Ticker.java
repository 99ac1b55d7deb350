package dev.interestlens.ui.common;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** Repeats something on the FX thread. */
@FunctionalInterface
public interface Ticker {
    /** Starts at once; running the result stops it. */
    Runnable every(Duration period, Runnable work);

    /** With a JavaFX timeline. */
    static Ticker onFx() {
        return (period, work) -> {
            Timeline timeline =
                    new Timeline(new KeyFrame(javafx.util.Duration.millis(period.toMillis()), event -> work.run()));
            timeline.setCycleCount(Animation.INDEFINITE);
            timeline.play();
            work.run();
            return timeline::stop;
        };
    }
}
