package dev.interestlens.ui.shell;

import java.util.Iterator;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.util.Duration;

/** Runs small tasks one by one while there is no input, such as building screens in advance, so that they open without delay. */
final class IdleWork {
    private static final Duration PERIOD = Duration.millis(300);
    private static final double QUIET_NANOS = 500e6;

    private final Iterator<Runnable> works;
    private final Timeline clock;
    private long touched = System.nanoTime();

    IdleWork(List<Runnable> works) {
        this.works = works.iterator();
        clock = new Timeline(new KeyFrame(PERIOD, event -> next()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /** Starts after half a second without input. */
    void start(Scene scene) {
        scene.addEventFilter(InputEvent.ANY, event -> touched = System.nanoTime());
        clock.play();
    }

    private void next() {
        if (!works.hasNext()) {
            clock.stop();
        } else if (System.nanoTime() - touched > QUIET_NANOS) {
            works.next().run();
        }
    }
}
