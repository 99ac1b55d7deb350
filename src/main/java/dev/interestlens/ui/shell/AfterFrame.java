package dev.interestlens.ui.shell;

import javafx.animation.AnimationTimer;

/** Runs something after the next frame has been drawn. */
final class AfterFrame extends AnimationTimer {
    private final Runnable work;
    private int pulses;

    AfterFrame(Runnable work) {
        this.work = work;
    }

    @Override
    public void handle(long now) {
        if (++pulses > 1) { // the frame of the first pulse is drawn after it
            stop();
            work.run();
        }
    }
}
