package dev.interestlens.ui.shell;

import javafx.animation.AnimationTimer;

/** Does something once what was just shown has been drawn. */
final class AfterFrame extends AnimationTimer {
    private final Runnable work;
    private int pulses;

    AfterFrame(Runnable work) {
        this.work = work;
    }

    @Override
    public void handle(long now) {
        if (++pulses > 1) { // the frame of the first pulse was drawn after it
            stop();
            work.run();
        }
    }
}
