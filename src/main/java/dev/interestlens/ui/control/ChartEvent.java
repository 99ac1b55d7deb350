package dev.interestlens.ui.control;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.table.Table;
import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;

/** A request to save a chart. It bubbles up to a handler that asks for a file and writes it. */
public final class ChartEvent extends Event {
    /** Any of them. */
    public static final EventType<ChartEvent> SAVE = new EventType<>(Event.ANY, "SAVE_CHART");

    private static final long serialVersionUID = 1;

    /** The requested format. */
    public enum Wanted {
        PICTURE,
        NUMBERS
    }

    /**
     * A chart to export.
     *
     * @param name for a file
     * @param picture in pixels
     * @param drawing the same for any surface
     * @param numbers empty where it has none
     * @param table the table, where it is one
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
