package dev.interestlens.train;

import dev.interestlens.model.Weights;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.RowTable;
import dev.interestlens.store.Tensor;
import dev.interestlens.train.config.TrainingConfig;
import dev.interestlens.train.config.TrainingConfig.OptimizerKind;
import dev.interestlens.train.config.TrainingConfig.TableRule;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Updates all parameters of a model by their gradients and owns the optimiser state. Padding rows never change.
 *
 * <p>Tables by {@link TableRule#EXACT}: every row each step, as if the table were dense (golden {@code adam}); updates of rows without a gradient are
 * computed when they are next read, see {@link DeferredRows}. By {@link TableRule#LAZY}: only touched rows, Adam in the form of torch's SparseAdam
 * (golden {@code sparse}).
 */
public final class Optimizer {
    private static final String PREFIX = "optimizer.";
    private static final String SLOWER = PREFIX + "slower.";

    private final Parameters parameters;
    private final TableRule tableRule;
    private final UpdateRule denseUpdate;
    private final UpdateRule tableUpdate;
    private final double weightDecay;
    private final float[] dense;
    private final float[][] denseMoments;
    private final Map<String, float[][]> tableMoments = new LinkedHashMap<>();
    private final Map<String, DeferredRows> deferred = new LinkedHashMap<>();
    private final Map<String, Float> slower = new LinkedHashMap<>();
    private long step;

    public Optimizer(Parameters parameters, TrainingConfig config) {
        this(parameters, config, 0);
    }

    /** @param l2 λ of an L2 penalty λ‖w‖² on dense parameters */
    public Optimizer(Parameters parameters, TrainingConfig config, double l2) {
        this.parameters = parameters;
        this.tableRule = config.updates().tables();
        this.denseUpdate = rule(config.updates().optimizer(), UpdateRule.Adam.Form.CORRECTED);
        this.tableUpdate = rule(
                config.updates().optimizer(),
                tableRule == TableRule.LAZY ? UpdateRule.Adam.Form.EPSILON_HAT : UpdateRule.Adam.Form.CORRECTED);
        this.weightDecay = config.regularisation().weightDecay() + 2 * l2;
        dense = parameters.denseValues();
        denseMoments = new float[denseUpdate.moments().length][dense.length];
        for (RowTable table : parameters.tables()) {
            tableMoments.put(table.name(), new float[tableUpdate.moments().length][table.rows() * table.width()]);
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

    /** Lets the rows of a table move {@code times} times slower than everything else; saved with all other state. */
    void slow(RowTable table, double times) {
        if (times != 1) {
            slower.put(table.name(), (float) times);
        }
    }

    /** Steps taken. */
    long step() {
        return step;
    }

    void apply(Gradients gradients, double rate) {
        step++;
        UpdateRule.Pace pace = denseUpdate.pace(step, rate);
        denseUpdate.move(dense, gradients.dense(), 0, denseMoments, 0, dense.length, pace, weightDecay);
        parameters.denseValues(dense);
        for (Gradients.OfRows rows : gradients.rows()) {
            double own = rate / slower.getOrDefault(rows.table().name(), 1f);
            if (tableRule == TableRule.LAZY) {
                lazy(rows, own);
            } else {
                exact(rows, own);
            }
        }
    }

    private void lazy(Gradients.OfRows rows, double rate) {
        RowTable table = rows.table();
        int width = table.width();
        float[][] moments = tableMoments.get(table.name());
        UpdateRule.Pace pace = tableUpdate.pace(step, rate);
        for (int i = 0; i < rows.count(); i++) {
            if (moves(table, rows.ids()[i])) {
                tableUpdate.move(
                        table.values(), rows.values(), i * width, moments, rows.ids()[i] * width, width, pace, 0);
            }
        }
    }

    private void exact(Gradients.OfRows rows, double rate) {
        RowTable table = rows.table();
        DeferredRows moving = moving(table);
        moving.begin(step, rate);
        for (int i = 0; i < rows.count(); i++) {
            if (moves(table, rows.ids()[i])) {
                moving.moved(rows.ids()[i], rows.values(), i * table.width());
            }
        }
    }

    /** The table's rows; replaced where new ones were loaded. */
    private DeferredRows moving(RowTable table) {
        DeferredRows known = deferred.get(table.name());
        if (known != null && table.storage() == known) {
            return known;
        }
        DeferredRows rows =
                new DeferredRows(table.values(), tableMoments.get(table.name()), table.width(), tableUpdate);
        deferred.put(table.name(), rows);
        table.load(rows);
        return rows;
    }

    private static boolean moves(RowTable table, int row) {
        return row != 0 || table.padding() == RowTable.Padding.TRAINED;
    }

    /** Its state, by names that begin with {@code optimizer.}; for tables a view, to be written before the next step. */
    Map<String, Tensor> state() {
        deferred.values().forEach(DeferredRows::catchUp);
        Map<String, Tensor> state = new LinkedHashMap<>();
        for (int k = 0; k < denseMoments.length; k++) {
            state.put(PREFIX + denseUpdate.moments()[k] + ".dense", Tensor.of(denseMoments[k], dense.length));
        }
        for (RowTable table : parameters.tables()) {
            float[][] moments = tableMoments.get(table.name());
            for (int k = 0; k < moments.length; k++) {
                state.put(
                        PREFIX + tableUpdate.moments()[k] + "." + table.name(),
                        Tensor.view(moments[k], table.rows(), table.width()));
            }
        }
        slower.forEach((table, times) -> state.put(SLOWER + table, Tensor.of(new float[] {times}, 1)));
        return state;
    }

    /** Restores a saved state; the model's weights must be those of the same step. */
    void load(Map<String, Tensor> tensors, long steps) {
        step = steps;
        deferred.clear();
        System.arraycopy(parameters.denseValues(), 0, dense, 0, dense.length);
        for (int k = 0; k < denseMoments.length; k++) {
            copy(tensors, PREFIX + denseUpdate.moments()[k] + ".dense", denseMoments[k]);
        }
        for (RowTable table : parameters.tables()) {
            float[][] moments = tableMoments.get(table.name());
            for (int k = 0; k < moments.length; k++) {
                copy(tensors, PREFIX + tableUpdate.moments()[k] + "." + table.name(), moments[k]);
            }
            slower.remove(table.name());
            if (tensors.containsKey(SLOWER + table.name())) {
                slow(table, tensors.get(SLOWER + table.name()).floats()[0]);
            }
        }
    }

    private static void copy(Map<String, Tensor> tensors, String name, float[] target) {
        Weights.require(tensors, name, target.length);
        tensors.get(name).read(target);
    }
}
