package dev.interestlens.explain.picture;

import dev.interestlens.explain.words.Text;
import dev.interestlens.figure.Scale;
import dev.interestlens.figure.data.HeatmapData;
import dev.interestlens.nn.AxisKind;
import dev.interestlens.nn.TraceName;
import dev.interestlens.nn.TraceNames;
import dev.interestlens.store.ArrayFill;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/**
 * A heat map as numbers; its axes and its scale determine how it is drawn.
 *
 * @param name stable, for programs: {@code attention}, {@code attention.0.head.1}
 * @param title for people
 * @param rows top to bottom
 * @param columns left to right; histories run from the oldest to the newest, a candidate is last
 * @param values row-major, rows · columns; NaN where there is no value
 * @param scale how numbers become colours
 * @param note explanation for the reader; may be empty
 */
public record HeatMatrix(String name, Text title, Axis rows, Axis columns, double[] values, Scale scale, Text note)
        implements Picture {
    /** The name of the picture that shows where each candidate looks. */
    public static final String LOOK = "look";

    /** The name of the picture of the attention of all layers, one after another. */
    public static final String ROLLOUT = "rollout";

    /** Names of weights whose rows sum to 1. */
    private static final Set<String> SHARES = Set.of(LOOK, TraceNames.ATTENTION.id());

    public HeatMatrix {
        Objects.requireNonNull(name);
        Objects.requireNonNull(title);
        Objects.requireNonNull(scale);
        Objects.requireNonNull(note);
        values = values.clone();
        if (values.length != rows.size() * columns.size()) {
            throw new IllegalArgumentException(
                    name + ": " + values.length + " values for " + rows.size() + " rows of " + columns.size());
        }
    }

    /** The number of each cell. */
    @FunctionalInterface
    public interface Cell {
        double at(int row, int column);
    }

    public HeatMatrix(String name, Text title, Axis rows, Axis columns, Cell cell, Scale scale, Text note) {
        this(name, title, rows, columns, values(rows, columns, cell), scale, note);
    }

    /** The numbers of all cells, row-major. */
    public static double[] values(Axis rows, Axis columns, Cell cell) {
        return ArrayFill.doubles(rows.size() * columns.size(), i -> cell.at(i / columns.size(), i % columns.size()));
    }

    /** Whether it shows this trace. */
    public boolean isOf(TraceName trace) {
        return name.equals(trace.id());
    }

    /** Whether it shows one of several traces of a kind. */
    public boolean isOneOf(TraceName kind) {
        return name.startsWith(kind.id() + ".");
    }

    /** Only the first rows, or all where there are no more. */
    public HeatMatrix firstRows(int count) {
        if (count <= 0 || count >= rows.size()) {
            return this;
        }
        Axis first = new Axis(rows.kind(), rows.labels().subList(0, count), rows.name());
        return new HeatMatrix(name, title, first, columns, Arrays.copyOf(values, count * columns.size()), scale, note);
    }

    /** The even share of each column of the first row; NaN where its numbers are not shares. */
    public double even() {
        return SHARES.contains(name.substring(name.lastIndexOf('.') + 1)) && scale == Scale.SEQUENTIAL
                ? Arrays.stream(values).limit(columns.size()).average().orElse(Double.NaN)
                : Double.NaN;
    }

    /**
     * Whether a cell holds the attention of a position to itself: the diagonal, that of the fields behind the behaviours, or the last column in rows of the
     * candidate. With residuals it is about one half, so that a scale that includes it would hide all other weights.
     */
    public boolean self(int row, int column) {
        return switch (rows.kind()) {
            case QUERY -> columns.kind() == AxisKind.KEY && column == row;
            case FIELD -> columns.kind() == AxisKind.KEY && column == columns.size() - rows.size() + row;
            case HEAD -> columns.kind() == AxisKind.KEY && column == columns.size() - 1;
            default -> false;
        };
    }

    /** The values for which a scale is made; NaN for missing values and for the attention of a position to itself. */
    public double[] onScale() {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = self(i / columns.size(), i % columns.size()) ? Double.NaN : scaled[i];
        }
        return scaled;
    }

    public double value(int row, int column) {
        return values[row * columns.size() + column];
    }

    @Override
    public HeatmapData data() {
        boolean[] outside = ArrayFill.flags(values.length, i -> self(i / columns.size(), i % columns.size()));
        return new HeatmapData(
                rows.name(), columns.name(), rows.labels(), columns.labels(), values, scale, outside, even());
    }
}
