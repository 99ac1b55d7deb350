package dev.interestlens.ui.explain;

import dev.interestlens.explain.picture.Panel;
import dev.interestlens.ui.common.Session;
import dev.interestlens.ui.explain.engine.BeyondEngine;
import java.util.Optional;
import java.util.Set;

/** The views beside the history: where each stands in their menu, how it is measured, and the words where it has no result. */
enum Side {
    /** The views of the model, from the same forward pass as Look. */
    INSIDE(Topic.LOOKED, "", "explain.beyond.none"),
    OPINIONS(Topic.MATTERED, "fth-bar-chart-2", "explain.beyond.none", BeyondEngine::opinions),
    VERSUS(Topic.OTHERS, "fth-columns", "explain.beyond.none", BeyondEngine::versus),
    CHECKPOINTS(
            Topic.OTHERS,
            "fth-clock",
            "explain.versions.noCheckpoints",
            BeyondEngine::checkpoints,
            Session.Goal.TRAIN,
            "explain.versions.train"),
    RUNS(
            Topic.OTHERS,
            "fth-layers",
            "explain.versions.noRuns",
            BeyondEngine::runs,
            Session.Goal.MODEL,
            "explain.versions.another"),
    SEEDS(
            Topic.OTHERS,
            "fth-shuffle",
            "explain.seeds.none",
            BeyondEngine::seeds,
            Session.Goal.COMPARE,
            "explain.seeds.train"),
    /** Over all rows that the table has measured. */
    MAP(Topic.ALL, "fth-map", "explain.map.none"),
    /** Of the whole run; it has a view of its own. */
    FIDELITY(Topic.ALL, "fth-check-circle", "explain.fidelity.none");

    /** The headings of the menu, in its order. */
    enum Topic {
        LOOKED(Set.of("candidates", "heads", "candidateRow", "gates", "reasons")),
        MATTERED(Set.of("fields", "groups", "lanes")),
        WITHIN(Set.of()),
        OTHERS(Set.of()),
        ALL(Set.of());

        private final Set<String> panels;

        Topic(Set<String> panels) {
            this.panels = panels;
        }

        static Topic of(Panel panel) {
            return MATTERED.panels.contains(panel.name())
                    ? MATTERED
                    : LOOKED.panels.contains(panel.name()) ? LOOKED : WITHIN;
        }
    }

    /** Measures a view of one prediction, on the engine thread; empty where it has no result or was cancelled. */
    @FunctionalInterface
    interface Measure {
        Optional<Panel> of(BeyondEngine engine, BeyondEngine.Asked asked);
    }

    private final Topic topic;
    private final String icon;
    private final String missing;
    private final Optional<Measure> measure;
    private final Session.Goal place;
    private final String button;

    Side(Topic topic, String icon, String missing) {
        this(topic, icon, missing, null, null, "");
    }

    Side(Topic topic, String icon, String missing, Measure measure) {
        this(topic, icon, missing, measure, null, "");
    }

    Side(Topic topic, String icon, String missing, Measure measure, Session.Goal place, String button) {
        this.topic = topic;
        this.icon = icon;
        this.missing = missing;
        this.measure = Optional.ofNullable(measure);
        this.place = place;
        this.button = button;
    }

    Topic topic() {
        return topic;
    }

    /** Empty for the views of the model, which show what they draw instead. */
    String icon() {
        return icon;
    }

    /** Key of the words where there is no result. */
    String missing() {
        return missing;
    }

    /** Empty where it is not measured for one prediction. */
    Optional<Measure> measure() {
        return measure;
    }

    /** The screen on which the missing part can be made, and the key of the button to it. */
    Optional<Session.Goal> place() {
        return Optional.ofNullable(place);
    }

    String button() {
        return button;
    }
}
