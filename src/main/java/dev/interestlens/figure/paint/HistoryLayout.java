package dev.interestlens.figure.paint;

import dev.interestlens.figure.data.HistoryData;

/**
 * The layout of a history strip: row names left, then unread behaviours, then one column for each behaviour, then the candidate. From {@value #MANY}
 * behaviours on their names are in a list beside the bars, strongest first, since names below narrow columns are unreadable. In a narrow space row
 * names are above their rows, the candidate is on top and the list below the bars.
 *
 * @param left x of the first behaviour
 * @param column width of a behaviour
 * @param look heights of the Look bars, which stand on its bottom
 * @param effect heights of the Effect bars, on both sides of a line between
 * @param names position of the behaviours' names
 * @param narrow whether row names are above their rows
 * @param candidate rectangle of the candidate
 * @param list rectangle of the list of names; empty where there is none
 */
public record HistoryLayout(
        double left,
        double column,
        int count,
        Row look,
        Row effect,
        Names names,
        boolean narrow,
        Box candidate,
        Box list) {

    /** Positions of the names of behaviours. */
    public enum Names {
        /** Below their columns, wrapped. */
        UPRIGHT,
        /** Below their columns, rotated. */
        TURNED,
        /** In a list of the strongest. */
        LISTED
    }

    /** A row of bars across all behaviours. */
    public record Row(double top, double bottom) {
        double height() {
            return bottom - top;
        }
    }

    /** A rectangle. */
    public record Box(double x, double y, double width, double height) {
        static final Box NONE = new Box(0, 0, 0, 0);

        boolean holds(double atX, double atY) {
            return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
        }
    }

    /** The number of behaviours from which on their names are in a list. */
    public static final int MANY = 30;

    static final double GUTTER = 84;
    static final double UNREAD = 26;
    static final double CANDIDATE = 124;
    static final double LIST_ROW = 17;

    /** Space of the tick labels right of the bars. */
    private static final double TICKS = 100;

    private static final double CANDIDATE_HEIGHT = 104;
    private static final double NARROW = 640;

    /** Space that the first rotated name needs at its left where there are no row names. */
    private static final double FIRST_NAME = 48;

    private static final double BANNER = 42;
    private static final double LIST = 0.34;
    private static final double MIN_LIST = 230;
    private static final double MAX_LIST = 380;
    private static final double NUMBERS = 18;
    private static final double WIDEST = 128;
    private static final double UPRIGHT = 72;
    private static final double LOOK_SHARE = 0.46;

    public static HistoryLayout of(HistoryData data, double width, double height) {
        return new Place(data, width, height).layout();
    }

    /** The height that a history needs at a width. */
    static double preferred(HistoryData data, double width) {
        boolean listed = data.size() >= MANY;
        return width >= NARROW ? 332 : listed ? 420 : 376;
    }

    /** A layout under construction. */
    private record Place(HistoryData data, double width, double height) {
        boolean narrow() {
            return width < NARROW;
        }

        boolean listed() {
            return data.size() >= MANY;
        }

        HistoryLayout layout() {
            double side = narrow() ? 0 : listed() ? Math.max(MIN_LIST, Math.min(MAX_LIST, width * LIST)) : CANDIDATE;
            double left = (!narrow() ? GUTTER : listed() ? 2 : FIRST_NAME) + (data.unread() > 0 ? UNREAD + 8 : 0);
            double room = Math.max(1, width - left - side - TICKS);
            double column = Math.min(WIDEST, room / Math.max(1, data.size()));
            column = column >= 12 ? Math.floor(column) : column;
            Names names = listed() ? Names.LISTED : column >= UPRIGHT ? Names.UPRIGHT : Names.TURNED;
            double top = narrow() ? BANNER + 8 : 0;
            double words = words(names, height - top);
            double bars = height - top - words - 20 - 12;
            double lookTop = top + (narrow() ? 22 : 18);
            double lookBase = Math.round(lookTop + bars * LOOK_SHARE);
            double effectBottom = Math.round(top + 18 + bars);
            double sideX = listed() ? width - side : left + column * data.size() + TICKS;
            return new HistoryLayout(
                    left,
                    column,
                    data.size(),
                    new Row(lookTop, lookBase),
                    new Row(lookBase + (narrow() ? 26 : 20), effectBottom),
                    names,
                    narrow(),
                    candidate(sideX, side, lookTop, effectBottom),
                    list(sideX, side, effectBottom));
        }

        /** Height below the bars. */
        private double words(Names names, double room) {
            return switch (names) {
                case UPRIGHT -> 72;
                case TURNED -> Math.min(94, room * 0.38);
                case LISTED -> narrow() ? NUMBERS + Math.max(5, Math.floor(room * 0.4 / LIST_ROW)) * LIST_ROW : NUMBERS;
            };
        }

        private Box candidate(double x, double side, double lookTop, double effectBottom) {
            if (narrow()) {
                return new Box(1, 1, width - 2, BANNER - 2);
            }
            if (listed()) {
                return new Box(x, 2, side - 2, BANNER + 6);
            }
            double top = Math.max(2, lookTop + (effectBottom - lookTop - CANDIDATE_HEIGHT) / 2);
            return new Box(x, top, side, CANDIDATE_HEIGHT);
        }

        private Box list(double x, double side, double effectBottom) {
            if (!listed()) {
                return Box.NONE;
            }
            double top = narrow() ? effectBottom + NUMBERS : BANNER + 16;
            return narrow() ? new Box(0, top, width, height - top) : new Box(x, top, side, height - top);
        }
    }

    double x(int behaviour) {
        return left + column * behaviour;
    }

    double end() {
        return x(count);
    }

    /** How many names the list holds, below its heading. */
    int listRows() {
        return (int) Math.max(0, Math.floor(list.height() / LIST_ROW) - 1);
    }

    public boolean inCandidate(double x, double y) {
        return candidate.holds(x, y);
    }

    /** The row of the list at a position, from 0, or −1. */
    public int listed(double x, double y) {
        int row = list.holds(x, y) ? (int) Math.floor((y - list.y()) / LIST_ROW) - 1 : -1;
        return row < listRows() ? row : -1;
    }

    /** The insertion position at an x: 0 before the first behaviour, count after the last. */
    public int between(double x) {
        return (int) Math.max(0, Math.min(count, Math.round((x - left) / column)));
    }

    double effectZero(double low, double high) {
        return Math.round(effect.top + effect.height() * high / (high - low));
    }

    /** The behaviour at an x, or −1. */
    public int at(double x) {
        int behaviour = (int) Math.floor((x - left) / column);
        return behaviour >= 0 && behaviour < count ? behaviour : -1;
    }

    /** The weight at a height of the Look bars, given the weight of the highest bar. */
    public double lookAt(double y, double highest) {
        return Math.max(0, (look.bottom - y) / lookRoom() * highest);
    }

    /** Height of the highest Look bar. */
    double lookRoom() {
        return look.height() - 14;
    }
}
