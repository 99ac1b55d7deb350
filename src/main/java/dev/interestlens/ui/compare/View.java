package dev.interestlens.ui.compare;

import dev.interestlens.train.run.RunFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The views of a comparison, in the order of the menu. */
enum View {
    TABLE(Topic.BETTER, "fth-list", false),
    GAINS(Topic.BETTER, "fth-users", false),
    LISTS(Topic.BETTER, "fth-columns", false),
    ANATOMY(Topic.WHY, "fth-layers", false),
    LENGTHS(Topic.WHY, "fth-bar-chart-2", false),
    SCORES(Topic.WHY, "fth-git-commit", true),
    ROC(Topic.WHY, "fth-trending-up", true),
    CALIBRATION(Topic.WHY, "fth-target", true),
    LOSSES(Topic.TRAINING, "fth-trending-down", true),
    VALIDATION(Topic.TRAINING, "fth-activity", true),
    ABLATION(Topic.TRAINING, "fth-sliders", false);

    /** The headings of the menu. */
    enum Topic {
        BETTER,
        WHY,
        TRAINING
    }

    private final Topic topic;
    private final String icon;
    private final boolean plotted;

    View(Topic topic, String icon, boolean plotted) {
        this.topic = topic;
        this.icon = icon;
        this.plotted = plotted;
    }

    Topic topic() {
        return topic;
    }

    String icon() {
        return icon;
    }

    /** Whether it is a plot of points. */
    boolean isPlotted() {
        return plotted;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Words of the command that gives what it shows of these runs; none where no command does. */
    List<String> command(List<RunFolder> runs) {
        boolean own = this == ANATOMY || this == LENGTHS;
        if (runs.size() < (own ? 1 : 2) || this == ABLATION || this == LISTS) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of(own ? id() : "compare"));
        runs.stream()
                .limit(this == LENGTHS ? 1 : runs.size())
                .forEach(run -> words.addAll(List.of("--run", run.path().toString())));
        return words;
    }
}
