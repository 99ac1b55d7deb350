package dev.interestlens.ui.explain.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.value.ChangeListener;

/** The behaviour under the pointer, in every picture over the same history at once. Pictures of what is read alone have its place there. */
public final class HistoryCursor {
    private final IntegerProperty at;
    private final List<Runnable> bound = new ArrayList<>();
    private IntegerProperty leading;

    /** @param at the behaviour's position in the whole history, −1 for none */
    public HistoryCursor(IntegerProperty at) {
        this.at = at;
    }

    /**
     * Lets a picture follow, and lead.
     *
     * @param place in the picture, −1 for none; what lies behind the last behaviour, such as the candidate, is none of them
     * @param steps positions of the picture's places, ascending
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

    /** Lets go of all pictures. */
    public void leave() {
        bound.forEach(Runnable::run);
        bound.clear();
    }
}
