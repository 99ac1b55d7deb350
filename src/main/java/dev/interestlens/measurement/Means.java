package dev.interestlens.measurement;

import dev.interestlens.data.source.Progress;
import dev.interestlens.explain.words.Text;
import dev.interestlens.measurement.fidelity.ControlRuns;
import dev.interestlens.store.Problem;
import dev.interestlens.train.run.RunFolder;

/** What a measurement can use: whom it tells how far it is and who may cancel it, and who trains models for it. */
public interface Means {
    Progress progress();

    /** Trains a described run, or resumes it, and reports the share that is done. */
    default void train(RunFolder run, Progress part) {
        throw Problem.usage(Means.class, "noTraining").exception();
    }

    /**
     * Trains the control runs that are missing, as the first share of the whole work.
     *
     * @param seeds in all, the run's own among them
     */
    default void retrain(ControlRuns controls, int seeds, double share) {
        throw Problem.usage(Means.class, "noTraining").exception();
    }

    /** Whether scores and results may be written into the folders of runs. */
    default boolean keeps() {
        return true;
    }

    /** Says something to a person who waits. */
    default void say(Text words) {}

    /** Without anybody who trains. */
    static Means of(Progress progress) {
        return () -> progress;
    }

    /** The same for those who only read: nothing is written. */
    static Means reading(Progress progress) {
        return new Means() {
            @Override
            public Progress progress() {
                return progress;
            }

            @Override
            public boolean keeps() {
                return false;
            }
        };
    }
}
