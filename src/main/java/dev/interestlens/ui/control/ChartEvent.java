package dev.interestlens.ui.control;

import dev.interestlens.figure.NumberTable;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;

/** A person wants a chart as a file. It rises from the chart to whoever can ask for a place and write there. */
public final class ChartEvent extends Event {
    /** Any of them. */
    public static final EventType<ChartEvent> SAVE = new EventType<>(Event.ANY, "SAVE_CHART");

    private static final long serialVersionUID = 1;

    /** What is wanted first. */
    public enum Wanted {
        PICTURE,
        NUMBERS
    }

    /**
     * A chart as it can be taken elsewhere.
     *
     * @param name for a file, from what it shows
     * @param picture as it is seen, in pixels
     * @param svg the same as a drawing, where there is one
     * @param numbers empty where it has none
     */
    public record Chart(String name, Snapshot picture, Optional<String> svg, NumberTable numbers) {}

    private final transient Chart chart;
    private final Wanted wanted;

    ChartEvent(Chart chart, Wanted wanted) {
        super(SAVE);
        this.chart = chart;
        this.wanted = wanted;
    }

    public Chart chart() {
        return chart;
    }

    public Wanted wanted() {
        return wanted;
    }
}
