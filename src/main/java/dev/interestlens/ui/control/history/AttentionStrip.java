package dev.interestlens.ui.control.history;

import dev.interestlens.figure.Ink;
import dev.interestlens.figure.Letters;
import dev.interestlens.figure.NumberTable;
import dev.interestlens.figure.Pen;
import dev.interestlens.figure.Phrase;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.Spot;
import dev.interestlens.figure.Surface;
import dev.interestlens.ui.control.CanvasRegion;
import dev.interestlens.ui.control.ControlWords;
import dev.interestlens.ui.control.NumberFormats;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.AccessibleRole;

/** Weights over a history as they form: a row a moment, the newest at the bottom, a column a behaviour; below it who has most in the end, and the scale. */
public final class AttentionStrip extends CanvasRegion {
    private static final double ROW = 14;
    private static final double LEFT = 44;
    private static final double BELOW = 22;
    private static final double SCALE = 60;

    private List<String> moments = List.of();
    private List<String> behaviours = List.of();
    private List<double[]> weights = List.of();

    public AttentionStrip(ControlWords words) {
        super("attention-strip", words);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> read(event.getX(), event.getY()));
        setOnMouseExited(event -> tell(""));
        setOnMouseClicked(event -> requestFocus());
        offer(() -> NumberTable.of("", behaviours, moments, weights));
    }

    /** @param nowWeights one row a moment, one number a behaviour */
    public void show(List<String> nowMoments, List<String> nowBehaviours, List<double[]> nowWeights) {
        moments = List.copyOf(nowMoments);
        behaviours = List.copyOf(nowBehaviours);
        weights = List.copyOf(nowWeights);
        double height = Math.max(1, weights.size()) * ROW + 2 + BELOW;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        tell("");
        repaint();
    }

    @Override
    protected String summary() {
        return words().text("control.strip.summary", behaviours.size(), moments.size());
    }

    private void read(double x, double y) {
        int row = (int) (y / ROW);
        int column = (int) ((x - LEFT) / (getWidth() - LEFT) * behaviours.size());
        boolean inside = x >= LEFT && row >= 0 && row < weights.size() && column >= 0 && column < behaviours.size();
        tell(inside ? behaviours.get(column) + "  " + NumberFormats.of(weights.get(row)[column]) : "");
    }

    @Override
    protected void paint(Surface surface, double width, double height) {
        double highest =
                weights.stream().flatMapToDouble(DoubleStream::of).max().orElse(0);
        double cell = (width - LEFT) / Math.max(1, behaviours.size());
        for (int row = 0; row < weights.size(); row++) {
            text(surface, moments.get(row), Spot.end(LEFT - 6, row * ROW + ROW / 2), Ink.Role.FAINT);
            for (int column = 0; column < weights.get(row).length; column++) {
                double share = highest == 0 ? 0 : weights.get(row)[column] / highest;
                surface.rect(
                        LEFT + column * cell,
                        row * ROW,
                        Math.max(1, cell - 1),
                        ROW - 1,
                        Ink.shade(Scale.SEQUENTIAL, share));
            }
        }
        surface.frame(LEFT - .5, .5, width - LEFT, Math.max(1, weights.size()) * ROW, Pen.thin(Ink.Role.LINE));
        double y = Math.max(1, weights.size()) * ROW + BELOW / 2 + 2;
        int strongest = strongest();
        if (strongest >= 0) {
            boolean right = (strongest + .5) * 2 > behaviours.size();
            double room = scale(surface, y, highest, right ? LEFT : width);
            name(
                    surface,
                    behaviours.get(strongest),
                    LEFT + (strongest + .5) * cell,
                    y,
                    right ? room : LEFT,
                    right ? width : room);
        }
    }

    /** The behaviour that has most in the newest row, or −1. */
    private int strongest() {
        int most = -1;
        double[] newest = weights.isEmpty() ? new double[0] : weights.get(weights.size() - 1);
        for (int i = 0; i < newest.length; i++) {
            most = most < 0 || newest[i] > newest[most] ? i : most;
        }
        return most;
    }

    /** From nothing to the greatest weight, at one end of the line; returns where there is room beside it. */
    private static double scale(Surface surface, double y, double highest, double end) {
        String text = NumberFormats.of(highest);
        double wide = surface.width(text, Letters.SMALL);
        boolean left = end == LEFT;
        double right = left ? LEFT + 12 + SCALE : end - wide - 5;
        for (int i = 0; i < SCALE; i++) {
            surface.rect(right - SCALE + i, y - 4, 1, 8, Ink.shade(Scale.SEQUENTIAL, i / SCALE));
        }
        surface.frame(right - SCALE - .5, Math.round(y - 4) + .5, SCALE, 8, Pen.thin(Ink.Role.LINE));
        text(surface, text, Spot.start(right + 4, y), Ink.Role.FAINT);
        text(surface, "0", Spot.end(right - SCALE - 4, y), Ink.Role.FAINT);
        return left ? right + wide + 16 : right - SCALE - 20;
    }

    /** A name below the column that it points at, between two places. */
    private static void name(Surface surface, String name, double x, double y, double from, double to) {
        double top = y - BELOW / 2;
        surface.area(new double[] {x - 3, x + 3, x}, new double[] {top + 4, top + 4, top}, Ink.Role.INK);
        String text = surface.fit(name, Letters.SMALL, to - from);
        double wide = surface.width(text, Letters.SMALL);
        double start = Math.min(x - wide / 2, to - wide);
        text(surface, text, Spot.start(Math.max(from, start), y + 1), Ink.Role.INK);
    }

    private static void text(Surface surface, String words, Spot at, Ink ink) {
        surface.text(Phrase.same(words), at, Letters.SMALL, ink);
    }
}
