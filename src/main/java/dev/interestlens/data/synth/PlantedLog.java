package dev.interestlens.data.synth;

import java.nio.file.Path;
import java.util.Map;

/** A log that was made so that the cause of each choice, and the best possible AUC, are known. */
public interface PlantedLog {

    /** The protocol of a log whose candidates stand behind that many behaviours, as settings of training. */
    static Map<String, String> candidatesAfter(int behaviours) {
        return Map.of("data.protocol.split", "logged", "data.protocol.history.minimum", String.valueOf(behaviours));
    }

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
