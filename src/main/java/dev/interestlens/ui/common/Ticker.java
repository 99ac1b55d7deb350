package dev.interestlens.ui.common;

import java.time.Duration;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;

/** Does something again and again on the FX thread. */
@FunctionalInterface
public interface Ticker {
    /** Starts at once; running the answer ends it. */
    Runnable every(Duration period, Runnable work);

    /** By the FX clock. */
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
