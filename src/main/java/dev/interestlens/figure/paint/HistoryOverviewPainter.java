package dev.interestlens.figure.paint;

import dev.interestlens.figure.Drawing;
import dev.interestlens.figure.HistoryReading;
import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Surface;
import dev.interestlens.figure.data.HistoryData;
import java.util.Arrays;

/**
 * Draws a history of any length as a strip: the largest Look of each bin above, the strongest Effect below with its sign, and ticks where behaviours
 * are read, pale ones where the search found behaviours that others outrank. A bin is at least one pixel wide.
 *
 * @param shown the part that is shown large, null for none
 * @param marked the behaviour that is read, −1 for none
 */
public record HistoryOverviewPainter(HistoryData data, RangeMark shown, int marked) implements Drawing {
    private static final double TICKS = 7;
    private static final double EDGE = 3;
    private static final double LOOK_SHARE = 0.6;

    /** Wider bins have gaps. */
    private static final double WIDE = 4;

    public HistoryOverviewPainter(HistoryData data) {
        this(data, null, -1);
    }

    @Override
    public double width(Surface ruler) {
        return 1000;
    }

    @Override
    public double height(Surface ruler, double width) {
        return data.reading().leavesOut() ? 52 : 36;
    }

    @Override
    public void paint(Surface surface, double width, double height) {
        int size = data.size();
        if (size == 0 || width < 1) {
            return;
        }
        Brush brush = Brush.of(data, surface, height);
        int stretches = (int) Math.min(size, Math.floor(width));
        for (int s = 0; s < stretches; s++) {
            double x = Math.floor(width * s / stretches);
            double gap = stretches < width / WIDE ? 1 : 0;
            double wide = Math.max(1, Math.floor(width * (s + 1) / stretches) - x - gap);
            brush.stretch((int) ((long) size * s / stretches), (int) ((long) size * (s + 1) / stretches), x, wide);
        }
        surface.line(0, brush.zero() + .5, width, brush.zero() + .5, Pen.thin(Ink.Role.LINE));
        if (shown != null) {
            shown.paint(surface, width, 1, height - 2);
        }
        if (marked >= 0) {
            double x = Math.floor(width * (marked + .5) / size) + .5;
            surface.line(x, 1, x, height - 1, Pen.thin(Ink.Role.ACCENT));
        }
    }

    /**
     * Drawing at one size.
     *
     * @param zero base line of Look and Effect
     * @param bottom end of the Effects
     * @param look pixels a unit of Look
     * @param effect pixels a unit of Effect
     */
    private record Brush(
            HistoryData data, Surface surface, double zero, double bottom, double look, double effect, boolean ticks) {
        static Brush of(HistoryData data, Surface surface, double height) {
            boolean ticks = data.reading().leavesOut();
            double bottom = height - EDGE - (ticks ? TICKS : 0);
            double zero = Math.round(EDGE + (bottom - EDGE) * LOOK_SHARE);
            double look = greatest(data.look());
            double effect = greatest(data.effect());
            return new Brush(
                    data,
                    surface,
                    zero,
                    bottom,
                    look == 0 ? 0 : (zero - EDGE) / look,
                    effect == 0 ? 0 : (bottom - zero - 2) / effect,
                    ticks);
        }

        void stretch(int from, int to, double x, double wide) {
            double weight = 0;
            double moved = 0;
            HistoryReading.State state = HistoryReading.State.NOT_READ;
            for (int j = from; j < to; j++) {
                HistoryReading.State each = data.reading().state(j);
                state = each.ordinal() < state.ordinal() ? each : state;
                if (each == HistoryReading.State.READ) {
                    weight = Math.max(weight, Math.abs(data.look()[j]));
                    moved = data.measured() && Math.abs(data.effect()[j]) > Math.abs(moved) ? data.effect()[j] : moved;
                }
            }
            if (weight * look > 0) {
                double high = Math.max(1, weight * look);
                surface.rect(x, zero - high, wide, high, Ink.Role.LOOK);
            }
            if (moved * effect != 0) {
                surface.rect(x, zero + 1, wide, Math.max(1, Math.abs(moved) * effect), Ink.signed(moved));
            }
            if (ticks && state != HistoryReading.State.NOT_READ) {
                boolean read = state == HistoryReading.State.READ;
                surface.rect(x, bottom + 1, wide, TICKS - 1, read ? Ink.Role.INK : Ink.Role.FAINT.faded(0.35));
            }
        }
    }

    private static double greatest(double[] values) {
        return Arrays.stream(values).map(Math::abs).reduce(0, Math::max);
    }
}
