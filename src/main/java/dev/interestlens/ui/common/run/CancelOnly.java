package dev.interestlens.ui.common.run;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.Wish;
import dev.interestlens.ui.common.JobControl;

/** Controls a short job, which can only be cancelled: pausing it would free nothing. */
record CancelOnly(ChildProcess child) implements JobControl {
    @Override
    public boolean pauses() {
        return false;
    }

    @Override
    public void stop() {
        child.wish(Wish.CANCEL);
    }
}
