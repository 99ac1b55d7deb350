package dev.interestlens.ui.control.history;

import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HistoryData;
import dev.interestlens.figure.paint.HistoryOverviewPainter;
import dev.interestlens.ui.control.Changes;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.RangeStrip;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A history of any length as a strip, with a window on the behaviours shown enlarged. */
public final class HistoryOverview extends RangeStrip {
    private final ObjectProperty<HistoryData> data = new SimpleObjectProperty<>(this, "data", HistoryData.empty());
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);

    public HistoryOverview(ControlWords words) {
        super("history-overview", words, 0);
        data.addListener((observed, before, now) -> {
            fixHeight(new HistoryOverviewPainter(now).height(ruler(), getWidth()));
            repaint();
        });
        Changes.call(this::repaint, marked);
        offer(() -> data.get().numbers(words.locale()));
    }

    public ObjectProperty<HistoryData> dataProperty() {
        return data;
    }

    /** The behaviour marked elsewhere, −1 for none. */
    public IntegerProperty markedProperty() {
        return marked;
    }

    @Override
    protected int places() {
        return data.get().size();
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        new HistoryOverviewPainter(data.get(), mark(), marked.get()).paint(surface, width, height);
    }
}
