package dev.interestlens.ui.common.run;

import dev.interestlens.job.ChildProcess;
import dev.interestlens.job.JobFolder;
import dev.interestlens.job.Wish;
import dev.interestlens.ui.common.Background;
import dev.interestlens.ui.common.JobControl;
import dev.interestlens.ui.common.LatestRequest;

/** Sends control requests to one process, off the FX thread; of two in quick succession the later counts. */
final class Wishes implements JobControl {
    private final Background background;
    private final JobFolder folder;
    private final LatestRequest place = new LatestRequest();

    Wishes(ChildProcess child, Background background) {
        this.background = background;
        folder = child.folder();
    }

    @Override
    public void pause() {
        tell(Wish.PAUSE);
    }

    @Override
    public void resume() {
        tell(Wish.RESUME);
    }

    @Override
    public void step() {
        tell(Wish.STEP);
    }

    @Override
    public void stop() {
        tell(Wish.STOP);
    }

    private void tell(Wish wish) {
        background.write(place, () -> folder.wish(wish));
    }
}
