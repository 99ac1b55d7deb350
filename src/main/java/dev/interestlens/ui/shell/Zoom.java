package dev.interestlens.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** The zoom of the window: as chosen, but limited so that screens are not truncated. */
final class Zoom {
    private static final double[] STEPS = {0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3};
    private static final double SAME = 1e-3;
    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 600;

    private final DoubleProperty wanted = new SimpleDoubleProperty(this, "wanted", 1);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", Double.MAX_VALUE);
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height", Double.MAX_VALUE);
    private final DoubleBinding factor =
            Bindings.createDoubleBinding(() -> Math.min(wanted.get(), most()), wanted, width, height);
    private final BooleanProperty refused = new SimpleBooleanProperty(this, "refused");
    private final BooleanBinding limited = Bindings.createBooleanBinding(
            () -> refused.get() || wanted.get() > 1 && wanted.get() >= most() - SAME, refused, wanted, width, height);

    Zoom() {
        factor.addListener((observed, before, now) -> refused.set(false));
    }

    /** The chosen zoom, 1 for normal. */
    DoubleProperty wantedProperty() {
        return wanted;
    }

    /** Width of the window's content. */
    DoubleProperty widthProperty() {
        return width;
    }

    DoubleProperty heightProperty() {
        return height;
    }

    /** The effective zoom. */
    DoubleBinding factor() {
        return factor;
    }

    /** Whether the window has no space for more. */
    BooleanBinding limited() {
        return limited;
    }

    private double most() {
        return Math.max(1, Math.min(width.get() / MIN_WIDTH, height.get() / MIN_HEIGHT));
    }

    /** Increases the zoom by one step, as far as the window has space for it. */
    void larger() {
        double now = factor.get();
        for (double step : STEPS) {
            if (step > now + SAME) {
                wanted.set(Math.min(step, most()));
                break;
            }
        }
        refused.set(factor.get() <= now + SAME);
    }

    void smaller() {
        double now = factor.get();
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < now - SAME) {
                wanted.set(STEPS[i]);
                return;
            }
        }
    }

    void reset() {
        refused.set(false);
        wanted.set(1);
    }
}
