package dev.interestlens.ui.play;

import dev.interestlens.train.TrainingControl;
import java.util.concurrent.locks.LockSupport;

/** What a person wants from the training on the playground; set on the FX thread, read by the trainer's. */
final class PlayControl implements TrainingControl {
    private static final long SLOW_NANOS = 250_000_000L;

    private volatile boolean paused;
    private volatile boolean slow;
    private volatile boolean stopped;
    private volatile int frames;

    @Override
    public Wish wish() {
        if (stopped) {
            return Wish.STOP;
        }
        return paused && frames == 0 ? Wish.PAUSE : Wish.GO_ON;
    }

    void pause(boolean now) {
        paused = now;
        frames = 0;
    }

    /** Goes on to the next frame while paused. */
    void step() {
        frames = 1;
    }

    void slow(boolean now) {
        slow = now;
    }

    void stop() {
        stopped = true;
    }

    /** Called by the trainer's thread after each frame. */
    void framed() {
        frames = 0;
        if (slow && !stopped) {
            LockSupport.parkNanos(SLOW_NANOS);
        }
    }
}
