package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.table.Table;
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
     * @param drawing the same for any surface
     * @param numbers empty where it has none
     * @param table where it is a table, itself
     */
    public record Chart(String name, Snapshot picture, Drawing drawing, NumberTable numbers, Optional<Table> table) {}

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
