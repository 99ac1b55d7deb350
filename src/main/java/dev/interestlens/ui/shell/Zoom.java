package dev.interestlens.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How large everything is shown: as a person wants it, but never so large that a screen would be cut. */
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

    /** 1 for the usual size. */
    DoubleProperty wantedProperty() {
        return wanted;
    }

    /** Of the window's inside. */
    DoubleProperty widthProperty() {
        return width;
    }

    DoubleProperty heightProperty() {
        return height;
    }

    /** What is shown. */
    DoubleBinding factor() {
        return factor;
    }

    /** The next size above what is shown; stays where the window has no room for more. */
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
