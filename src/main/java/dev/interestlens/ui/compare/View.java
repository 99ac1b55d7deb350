package dev.interestlens.ui.compare;

import dev.interestlens.measurement.Measurement;
import dev.interestlens.train.run.RunFolder;
import java.util.ArrayList;
import java.util.List;

/**
 * A view of a comparison.
 *
 * @param plotted whether it is a plot of points
 */
record View(String id, Topic topic, String icon, boolean plotted) {
    static final View TABLE = new View("table", Topic.BETTER, "fth-list", false);
    static final View GAINS = new View("gains", Topic.BETTER, "fth-users", false);
    static final View LISTS = new View("lists", Topic.BETTER, "fth-columns", false);
    static final View SCORES = new View("scores", Topic.WHY, "fth-git-commit", true);
    static final View ROC = new View("roc", Topic.WHY, "fth-trending-up", true);
    static final View CALIBRATION = new View("calibration", Topic.WHY, "fth-target", true);
    static final View LOSSES = new View("losses", Topic.TRAINING, "fth-trending-down", true);
    static final View VALIDATION = new View("validation", Topic.TRAINING, "fth-activity", true);
    static final View ABLATION = new View("ablation", Topic.TRAINING, "fth-sliders", false);

    /** The headings of the menu. */
    enum Topic {
        BETTER,
        WHY,
        TRAINING
    }

    /** That of a measurement. */
    static View of(Measurement<?, ?> measurement) {
        return new View(measurement.id(), Topic.WHY, measurement.icon(), false);
    }

    /** All, in the order of the menu. */
    static List<View> all(List<View> measured) {
        List<View> all = new ArrayList<>(List.of(TABLE, GAINS, LISTS));
        all.addAll(measured);
        all.addAll(List.of(SCORES, ROC, CALIBRATION, LOSSES, VALIDATION, ABLATION));
        return all;
    }

    /** Words of the command that gives what it shows of these runs; none where no command does. */
    List<String> command(List<RunFolder> runs) {
        if (runs.size() < 2 || this == ABLATION || this == LISTS) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("compare"));
        runs.forEach(run -> words.addAll(List.of("--run", run.path().toString())));
        return words;
    }
}
