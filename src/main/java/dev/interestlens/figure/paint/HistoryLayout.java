package dev.interestlens.figure.paint;

import dev.interestlens.figure.HistoryData;

/**
 * Where things stand in a history strip: row names left, then what was not read, then one column a behaviour, then the candidate.
 *
 * @param left x of the first behaviour
 * @param column width of a behaviour
 * @param lookTop top of the Look bars
 * @param lookBase where Look bars stand
 * @param effectTop top of the Effect bars
 * @param effectBottom bottom of the Effect bars
 * @param wide whether titles stand upright below their bars, wrapped; else they are turned
 */
public record HistoryLayout(
        double left,
        double column,
        int count,
        double lookTop,
        double lookBase,
        double effectTop,
        double effectBottom,
        boolean wide) {

    static final double GUTTER = 84;
    static final double UNREAD = 26;
    static final double CANDIDATE = 124;
    static final double CANDIDATE_HEIGHT = 104;
    private static final double GAP = 100;
    private static final double WIDEST = 128;
    private static final double UPRIGHT = 72;

    public static HistoryLayout of(HistoryData data, double width, double height) {
        int count = data.size();
        double left = GUTTER + (data.unread() > 0 ? UNREAD + 8 : 0);
        double room = width - left - CANDIDATE - GAP;
        double column = Math.min(WIDEST, room / Math.max(1, count));
        column = column >= 8 ? Math.floor(column) : Math.max(1, column);
        boolean wide = column >= UPRIGHT;
        double words = wide ? 72 : Math.min(94, height * 0.38);
        double bars = height - words - 20 - 12;
        double lookTop = 18;
        double lookBase = Math.round(lookTop + bars * 0.46);
        double effectTop = lookBase + 20;
        return new HistoryLayout(left, column, count, lookTop, lookBase, effectTop, Math.round(lookTop + bars), wide);
    }

    double x(int behaviour) {
        return left + column * behaviour;
    }

    double end() {
        return x(count);
    }

    double candidateLeft() {
        return end() + GAP;
    }

    double candidateTop() {
        return Math.max(2, lookTop + (effectBottom - lookTop - CANDIDATE_HEIGHT) / 2);
    }

    public boolean inCandidate(double x, double y) {
        return x >= candidateLeft()
                && x <= candidateLeft() + CANDIDATE
                && y >= candidateTop()
                && y <= candidateTop() + CANDIDATE_HEIGHT;
    }

    /** Between which behaviours an x lies: 0 before the first, count after the last. */
    public int between(double x) {
        return (int) Math.max(0, Math.min(count, Math.round((x - left) / column)));
    }

    double effectZero(double low, double high) {
        return Math.round(effectTop + (effectBottom - effectTop) * high / (high - low));
    }

    /** The behaviour at an x, or −1. */
    public int at(double x) {
        int behaviour = (int) Math.floor((x - left) / column);
        return behaviour >= 0 && behaviour < count ? behaviour : -1;
    }
}
