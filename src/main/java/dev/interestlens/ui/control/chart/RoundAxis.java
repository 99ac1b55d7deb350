package dev.interestlens.ui.control.chart;

import dev.interestlens.figure.Ticks;
import io.fair_acc.chartfx.axes.spi.AxisRange;
import io.fair_acc.chartfx.axes.spi.DefaultNumericAxis;
import io.fair_acc.dataset.spi.fastutil.DoubleArrayList;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.util.StringConverter;

/** An axis with given tick steps, since the default has too few ticks for a low plot; its values are numbers or times. */
final class RoundAxis extends DefaultNumericAxis {
    private static final long serialVersionUID = 1;

    private static final int FEWEST = 3;
    private static final double HALF_LABEL = 12;
    private static final double TICK_ROOM = 28;
    private static final double NUMBER_ROOM = 90;
    private static final double TIME_ROOM = 130;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final int[] TIMES = {
        1,
        5,
        15,
        30,
        MINUTE,
        5 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        7 * DAY,
        28 * DAY
    };

    private double step = 1;
    private double fixed;
    private boolean times;

    RoundAxis() {
        setAutoRanging(false);
        setAnimated(false);
        setUnit(null);
        setName("");
        setMinorTickCount(0);
        setTickLabelFormatter(new StringConverter<>() {
            @Override
            public String toString(Number value) {
                return label(value.doubleValue());
            }

            @Override
            public Number fromString(String text) {
                return Double.valueOf(text);
            }
        });
    }

    /** Whether values are seconds since 1970, shown as local times. */
    void setTimes(boolean now) {
        times = now;
    }

    boolean isTimes() {
        return times;
    }

    /** Makes a vertical axis that wide, whatever its labels. */
    void fixWidth(double now) {
        fixed = now;
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
    }

    /** The base class places its labels while it computes the width, so that a set width would put them on the ticks. */
    @Override
    protected double computePrefWidth(double height) {
        double computed = super.computePrefWidth(height);
        return fixed > 0 ? fixed : computed;
    }

    void setStep(double now) {
        step = now;
        setTickUnit(now);
    }

    /** Sets the range, with as many ticks as their labels have room for in this width. */
    void show(double from, double to, double width) {
        int most = (int) Math.max(2, width / (times ? TIME_ROOM : NUMBER_ROOM));
        set(from, to);
        setStep(
                times
                        ? timeStep((to - from) / most)
                        : Ticks.between(from, to, most).step());
    }

    /** Sets the range around values, with as many ticks as their labels have room for in this height. */
    void fit(double low, double high, double height) {
        if (isLogAxis()) {
            set(low / 1.1, high * 1.1);
        } else {
            Ticks ticks = Ticks.around(low, high, (int) Math.max(3, height / TICK_ROOM));
            double top = ticks.last();
            double room = (top - ticks.at(0)) * HALF_LABEL / Math.max(HALF_LABEL * 3, height);
            set(ticks.at(0) - ticks.step() * 1e-6, top + room); // a label that does not fit is left out
            setStep(ticks.step());
        }
    }

    private static double timeStep(double atLeast) {
        for (int each : TIMES) {
            if (each >= atLeast) {
                return each;
            }
        }
        return Math.ceil(atLeast / TIMES[TIMES.length - 1]) * TIMES[TIMES.length - 1];
    }

    /** A logarithmic axis has ticks at 1, 2 and 5 of each decade, so that less than a decade has several. */
    @Override
    protected void calculateMajorTickValues(AxisRange range, DoubleArrayList ticks) {
        if (!isLogAxis()) {
            super.calculateMajorTickValues(range, ticks);
            return;
        }
        ticks.clear();
        logTicks(range.getMin(), range.getMax()).forEach(ticks::add);
    }

    /** Powers of ten, with 2 and 5 of each where there are few; round numbers where there are hardly any of these. */
    static DoubleStream logTicks(double low, double high) {
        double[] found = {};
        for (double[] each : new double[][] {{1}, {1, 2, 5}}) {
            found = IntStream.rangeClosed((int) Math.floor(Math.log10(low)), (int) Math.ceil(Math.log10(high)))
                    .boxed()
                    .flatMapToDouble(decade -> Arrays.stream(each).map(factor -> factor * Math.pow(10, decade)))
                    .filter(value -> value >= low && value <= high)
                    .toArray();
            if (found.length >= FEWEST) {
                return Arrays.stream(found);
            }
        }
        Ticks round = Ticks.between(low, high, FEWEST + 1);
        return IntStream.range(0, round.count()).mapToDouble(round::at);
    }

    @Override
    public double computePreferredTickUnit(double axisLength) {
        return isLogAxis() ? super.computePreferredTickUnit(axisLength) : step;
    }

    private String label(double value) {
        if (times) {
            return time(value, step);
        }
        double unit = isLogAxis() ? Math.abs(value) : getTickUnit();
        return new Ticks(value, unit > 0 ? unit : 1, 1).text(0);
    }

    /**
     * A time, as exact as needed to distinguish ticks.
     *
     * @param apart seconds between ticks
     */
    static String time(double value, double apart) {
        String pattern =
                apart >= DAY ? "yyyy-MM-dd" : apart >= HOUR ? "MM-dd HH:mm" : apart >= MINUTE ? "HH:mm" : "HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
                .format(Instant.ofEpochMilli(Math.round(value * 1000)).atZone(ZoneId.systemDefault()));
    }
}
