package dev.interestlens.ui.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Weights over a history as they form: a row a moment, the newest at the bottom, a column a behaviour; below it who has most in the end, and the scale. */
public final class AttentionStrip extends CanvasRegion {
    private static final double ROW = 14;
    private static final double LEFT = 44;
    private static final double BELOW = 22;
    private static final double SCALE = 60;

    private final Words words;
    private final Typeface face = new Typeface(11);
    private List<String> moments = List.of();
    private List<String> behaviours = List.of();
    private List<double[]> weights = List.of();

    public AttentionStrip(Words words) {
        super("attention-strip");
        this.words = words;
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setOnMouseMoved(event -> read(event.getX(), event.getY()));
        setOnMouseExited(event -> tell(""));
        setOnMouseClicked(event -> requestFocus());
        offer(words, () -> NumberTable.of("", behaviours, moments, weights));
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
        return words.text("control.strip.summary", behaviours.size(), moments.size());
    }

    private void read(double x, double y) {
        int row = (int) (y / ROW);
        int column = (int) ((x - LEFT) / (getWidth() - LEFT) * behaviours.size());
        boolean inside = x >= LEFT && row >= 0 && row < weights.size() && column >= 0 && column < behaviours.size();
        tell(inside ? behaviours.get(column) + "  " + Figures.of(weights.get(row)[column]) : "");
    }

    @Override
    protected void paint(GraphicsContext g, double width, double height) {
        double highest = 0;
        for (double[] row : weights) {
            for (double weight : row) {
                highest = Math.max(highest, weight);
            }
        }
        g.setFont(face.regular());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.RIGHT);
        double cell = (width - LEFT) / Math.max(1, behaviours.size());
        for (int row = 0; row < weights.size(); row++) {
            g.setFill(faint());
            g.fillText(moments.get(row), LEFT - 6, row * ROW + ROW / 2);
            for (int column = 0; column < weights.get(row).length; column++) {
                double share = highest == 0 ? 0 : weights.get(row)[column] / highest;
                g.setFill(ColorScale.SEQUENTIAL.at(share, paper()));
                g.fillRect(LEFT + column * cell, row * ROW, Math.max(1, cell - 1), ROW - 1);
            }
        }
        g.setStroke(line());
        g.setLineWidth(1);
        g.strokeRect(LEFT - .5, .5, width - LEFT, Math.max(1, weights.size()) * ROW);
        double y = Math.max(1, weights.size()) * ROW + BELOW / 2 + 2;
        int strongest = strongest();
        if (strongest >= 0) {
            boolean right = (strongest + .5) * 2 > behaviours.size();
            double room = scale(g, y, highest, right ? LEFT : width);
            name(
                    g,
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
    private double scale(GraphicsContext g, double y, double highest, double end) {
        String text = Figures.of(highest);
        boolean left = end == LEFT;
        double right = left ? LEFT + 12 + SCALE : end - face.width(text) - 5;
        for (int i = 0; i < SCALE; i++) {
            g.setFill(ColorScale.SEQUENTIAL.at(i / SCALE, paper()));
            g.fillRect(right - SCALE + i, y - 4, 1, 8);
        }
        g.setStroke(line());
        g.strokeRect(right - SCALE - .5, Math.round(y - 4) + .5, SCALE, 8);
        g.setFill(faint());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(text, right + 4, y);
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText("0", right - SCALE - 4, y);
        return left ? right + face.width(text) + 16 : right - SCALE - 20;
    }

    /** A name below the column that it points at, between two places. */
    private void name(GraphicsContext g, String name, double x, double y, double from, double to) {
        double top = y - BELOW / 2;
        g.setFill(ink());
        g.fillPolygon(new double[] {x - 3, x + 3, x}, new double[] {top + 4, top + 4, top}, 3);
        String text = face.fit(name, to - from);
        double start = Math.min(x - face.width(text) / 2, to - face.width(text));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(text, Math.max(from, start), y + 1);
    }
}
