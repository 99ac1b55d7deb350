package dev.interestlens.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** The zoom of the window: as chosen, but limited so that screens are not truncated. */
final class Zoom {
    private static final double[] STEPS = {0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3};
    private static final double MIN_WIDTH = 1000;
    private static final double MIN_HEIGHT = 600;

    private final DoubleProperty wanted = new SimpleDoubleProperty(this, "wanted", 1);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", Double.MAX_VALUE);
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height", Double.MAX_VALUE);
    private final DoubleBinding factor = Bindings.createDoubleBinding(
            () -> Math.min(wanted.get(), Math.max(1, Math.min(width.get() / MIN_WIDTH, height.get() / MIN_HEIGHT))),
            wanted,
            width,
            height);

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

    /** Increases the zoom by one step, if the window has space for it. */
    void larger() {
        double now = factor.get();
        for (double step : STEPS) {
            if (step > now + 1e-3) {
                wanted.set(step);
                wanted.set(factor.get());
                return;
            }
        }
    }

    void smaller() {
        double now = factor.get();
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (STEPS[i] < now - 1e-3) {
                wanted.set(STEPS[i]);
                return;
            }
        }
    }

    void reset() {
        wanted.set(1);
    }
}
