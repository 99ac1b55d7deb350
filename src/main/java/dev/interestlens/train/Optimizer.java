package dev.interestlens.train;

import dev.interestlens.model.Weights;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.TrainingConfig.OptimizerKind;
import dev.interestlens.train.TrainingConfig.TableRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Moves all parameters of a model by their gradients and owns what it remembers between steps. Padding rows never move.
 *
 * <p>Tables by {@link TableRule#EXACT}: every row each step, as if the table were dense (golden {@code adam}); rows that were never touched have
 * nothing to move and cost nothing. By {@link TableRule#LAZY}: only touched rows, Adam in the form of torch's SparseAdam (golden {@code sparse}).
 */
final class Optimizer {
    private static final String PREFIX = "optimizer.";

    private final Parameters parameters;
    private final TableRule tableRule;
    private final UpdateRule denseUpdate;
    private final UpdateRule tableUpdate;
    private final double weightDecay;
    private final float[] dense;
    private final float[][] denseMoments;
    private final Map<String, float[][]> tableMoments = new LinkedHashMap<>();
    private final Map<String, boolean[]> awake = new LinkedHashMap<>();
    private long step;

    Optimizer(Parameters parameters, TrainingConfig config) {
        this.parameters = parameters;
        this.tableRule = config.tables();
        this.denseUpdate = rule(config.optimizer(), UpdateRule.Adam.Form.CORRECTED);
        this.tableUpdate = rule(
                config.optimizer(),
                tableRule == TableRule.LAZY ? UpdateRule.Adam.Form.EPSILON_HAT : UpdateRule.Adam.Form.CORRECTED);
        this.weightDecay = config.weightDecay();
        dense = parameters.denseValues();
        denseMoments = new float[denseUpdate.moments().length][dense.length];
        for (RowTable table : parameters.tables()) {
            tableMoments.put(table.name(), new float[tableUpdate.moments().length][table.rows() * table.width()]);
            awake.put(table.name(), new boolean[table.rows()]);
        }
    }

    private static UpdateRule rule(OptimizerKind kind, UpdateRule.Adam.Form form) {
        return switch (kind) {
            case SGD -> new UpdateRule.Sgd();
            case ADAGRAD -> new UpdateRule.Adagrad();
            case ADAM -> new UpdateRule.Adam(form, false);
            case ADAMW -> new UpdateRule.Adam(form, true);
        };
    }

    /** Steps taken. */
    long step() {
        return step;
    }

    void apply(Gradients gradients, double rate) {
        step++;
        denseUpdate.move(dense, gradients.dense(), 0, denseMoments, 0, dense.length, step, rate, weightDecay);
        parameters.denseValues(dense);
        for (Gradients.OfRows rows : gradients.rows()) {
            if (tableRule == TableRule.LAZY) {
                lazy(rows, rate);
            } else {
                exact(rows, rate);
            }
        }
    }

    private void lazy(Gradients.OfRows rows, double rate) {
        RowTable table = rows.table();
        int width = table.width();
        float[][] moments = tableMoments.get(table.name());
        for (int i = 0; i < rows.count(); i++) {
            if (moves(table, rows.ids()[i])) {
                tableUpdate.move(
                        table.values(), rows.values(), i * width, moments, rows.ids()[i] * width, width, step, rate, 0);
            }
        }
    }

    private void exact(Gradients.OfRows rows, double rate) {
        RowTable table = rows.table();
        int width = table.width();
        boolean[] ever = awake.get(table.name());
        int[] place = new int[table.rows()];
        for (int i = 0; i < rows.count(); i++) {
            place[rows.ids()[i]] = i + 1;
            ever[rows.ids()[i]] = true;
        }
        float[][] moments = tableMoments.get(table.name());
        for (int row = 0; row < place.length; row++) {
            if (ever[row] && moves(table, row)) {
                boolean touched = place[row] > 0;
                tableUpdate.move(
                        table.values(),
                        touched ? rows.values() : null,
                        touched ? (place[row] - 1) * width : 0,
                        moments,
                        row * width,
                        width,
                        step,
                        rate,
                        0);
            }
        }
    }

    private static boolean moves(RowTable table, int row) {
        return row != 0 || table.padding() == RowTable.Padding.TRAINED;
    }

    /** What it remembers, by names that begin with {@code optimizer.}; arrays are not copied. */
    Map<String, Tensor> state() {
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (int k = 0; k < denseMoments.length; k++) {
            state.put(PREFIX + denseUpdate.moments()[k] + ".dense", Tensor.of(denseMoments[k], dense.length));
        }
        for (RowTable table : parameters.tables()) {
            float[][] moments = tableMoments.get(table.name());
            for (int k = 0; k < moments.length; k++) {
                state.put(
                        PREFIX + tableUpdate.moments()[k] + "." + table.name(),
                        Tensor.of(moments[k], table.rows(), table.width()));
            }
        }
        return state;
    }

    /** Goes on from a saved state; the model's weights must be those of the same moment. */
    void load(Map<String, Tensor> tensors, long steps) {
        step = steps;
        System.arraycopy(parameters.denseValues(), 0, dense, 0, dense.length);
        for (int k = 0; k < denseMoments.length; k++) {
            copy(tensors, PREFIX + denseUpdate.moments()[k] + ".dense", denseMoments[k]);
        }
        for (RowTable table : parameters.tables()) {
            float[][] moments = tableMoments.get(table.name());
            for (int k = 0; k < moments.length; k++) {
                copy(tensors, PREFIX + tableUpdate.moments()[k] + "." + table.name(), moments[k]);
            }
            wake(table, moments);
        }
    }

    /** A row whose moments are all zero was never touched, or rests just as if it never had been. */
    private void wake(RowTable table, float[][] moments) {
        boolean[] ever = awake.get(table.name());
        Arrays.fill(ever, false);
        int width = table.width();
        for (float[] moment : moments) {
            for (int i = 0; i < moment.length; i++) {
                ever[i / width] |= moment[i] != 0;
            }
        }
    }

    private static void copy(Map<String, Tensor> tensors, String name, float[] target) {
        Weights.require(tensors, name, target.length);
        float[] values = tensors.get(name).floats();
        System.arraycopy(values, 0, target, 0, target.length);
    }
}
