package dev.interestlens.ui.common.run;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.Wish;
import dev.interestlens.ui.common.JobControl;

/** Of a job that can be cancelled, but waits for nobody: it takes seconds to minutes and holds nothing that a pause would free. */
record CancelOnly(ChildProcess child) implements JobControl {
    @Override
    public boolean pauses() {
        return false;
    }

    @Override
    public void pause() {
        // See above.
    }

    @Override
    public void resume() {
        // See above.
    }

    @Override
    public void step() {
        // See above.
    }

    @Override
    public void stop() {
        child.wish(Wish.CANCEL);
    }
}
