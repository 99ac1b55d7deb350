package dev.interestlens.data.synth;

import java.nio.file.Path;

/** A log that was made so that the cause of each choice, and the best possible AUC, are known. */
public interface PlantedLog {

    /** What was written. */
    interface Report {
        /** Events and impressions in the log. */
        long events();

        /** Best AUC without the candidate's time. */
        double ceiling();

        /** Best AUC with it. */
        double ceilingWithTime();
    }

    /**
     * Writes {@code events.csv}, {@code items.csv}, {@code causes.csv} and {@code params.json} into the folder, made if it is missing.
     *
     * @throws dev.interestlens.store.ProblemException if the disk refuses
     */
    Report write(Path folder);
}
