package dev.interestlens.ui.explain.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ChangeListener;

/** Shares the marked behaviour between all figures over the same history. Figures of only the read behaviours use the index among those. */
public final class HistoryCursor {
    private final IntegerProperty at;
    private final List<Runnable> bound = new ArrayList<>();
    private IntegerProperty leading;

    /** @param at the behaviour's position in the whole history, −1 for none */
    public HistoryCursor(IntegerProperty at) {
        this.at = at;
    }

    /**
     * Binds a figure in both directions.
     *
     * @param place in the figure, −1 for none; places after the last behaviour, such as the candidate, are ignored
     * @param steps positions of the figure's places, ascending
     */
    public void join(IntegerProperty place, int[] steps) {
        ChangeListener<Number> follow = (observed, before, now) -> {
            if (leading != place) {
                IntegerProperty led = leading;
                leading = place;
                place.set(Math.max(-1, Arrays.binarySearch(steps, now.intValue())));
                leading = led;
            }
        };
        ChangeListener<Number> lead = (observed, before, now) -> {
            if (leading == null) {
                leading = place;
                int index = now.intValue();
                at.set(index >= 0 && index < steps.length ? steps[index] : -1);
                leading = null;
            }
        };
        at.addListener(follow);
        place.addListener(lead);
        bound.add(() -> {
            at.removeListener(follow);
            place.removeListener(lead);
        });
    }

    /** Unbinds all figures. */
    public void leave() {
        bound.forEach(Runnable::run);
        bound.clear();
    }
}
