package dev.interestlens.golden;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import dev.interestlens.data.RawBatch;
import dev.interestlens.model.BatchPlan;
import dev.interestlens.model.CtrModel;
import dev.interestlens.model.CtrOutput;
import dev.interestlens.model.Features;
import dev.interestlens.model.embedding.TouchedRows;
import dev.interestlens.nn.Buffer;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.Parameter;
import dev.interestlens.nn.Parameters;
import dev.interestlens.nn.Tracer;
import java.util.LinkedHashMap;
import java.util.Map;

/** One forward and backward pass of a model on a batch, as named numbers. */
public final class ModelRun {
    /** Which form of the model runs. */
    public enum Form {
        PLAIN,
        FAST
    }

    private final CtrModel model;
    private final Map<String, double[]> values = new LinkedHashMap<>();
    private boolean auxiliaryOnly;

    public ModelRun(CtrModel model) {
        this.model = model;
    }

    /** Leaves the label out of the loss that gradients are taken of. */
    ModelRun auxiliaryOnly() {
        auxiliaryOnly = true;
        return this;
    }

    /** Runs; what is recorded: traces (plain only), logit, prob, loss, auxiliary, grad/NAME and buffer_after/NAME by our names. */
    public Map<String, double[]> run(RawBatch raw, boolean training, Form form) {
        values.clear();
        Parameters parameters = model.parameters();
        BatchPlan plan = form == Form.FAST ? model.trainingPlan(raw) : model.plainPlan(raw);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            parameters.track();
            Features features = model.features(plan, true);
            Tracer tracer = (name, value, axes) -> values.put(name.id(), doubles(value));
            CtrOutput output = form == Form.FAST
                    ? model.fast(features, new ForwardContext(training, Tracer.NONE))
                    : model.forward(features, new ForwardContext(training, tracer));
            NDArray labels = features.tensors().floats(plan.labels(), raw.size());
            NDArray target = Ops.mean(Ops.sub(Ops.softplus(output.logits()), Ops.mul(labels, output.logits())));
            NDArray loss = output.auxiliaryLoss() == null
                    ? target
                    : auxiliaryOnly ? output.auxiliaryLoss() : Ops.add(target, output.auxiliaryLoss());
            output.backward(loss);
            parameters.untrack();
            put("logit", plan.restore(output.logits().toFloatArray()));
            put("prob", plan.restore(Ops.sigmoid(output.logits()).toFloatArray()));
            put("loss", target.toFloatArray());
            put("loss_total", loss.toFloatArray());
            if (output.auxiliaryLoss() != null) {
                put("auxiliary", output.auxiliaryLoss().toFloatArray());
            }
            gradients(parameters, features);
            for (Buffer buffer : parameters.buffers()) {
                put("buffer_after/" + buffer.name(), buffer.values());
            }
        }
        return values;
    }

    private void gradients(Parameters parameters, Features features) {
        NDArray flat = Ops.gradient(parameters.flat());
        float[] all = flat == null ? new float[parameters.denseSize()] : flat.toFloatArray();
        parameters.flat().setRequiresGradient(false);
        ai.djl.pytorch.jni.JniUtils.zeroGrad((ai.djl.pytorch.engine.PtNDArray) parameters.flat());
        parameters.flat().setRequiresGradient(true);
        for (Parameter p : parameters.dense()) {
            double[] g = new double[p.size()];
            for (int i = 0; i < g.length; i++) {
                g[i] = all[p.offset() + i];
            }
            values.put("grad/" + p.name(), g);
        }
        for (TouchedRows touched : features.touched()) {
            int width = touched.table().width();
            double[] g = values.computeIfAbsent(
                    "grad/" + touched.table().name(),
                    n -> new double[touched.table().rows() * width]);
            NDArray gradient = Ops.gradient(touched.rows());
            float[] rows = gradient == null ? new float[touched.count() * width] : gradient.toFloatArray();
            for (int r = 0; r < touched.count(); r++) {
                for (int e = 0; e < width; e++) {
                    g[touched.ids()[r] * width + e] += rows[r * width + e];
                }
            }
        }
    }

    private void put(String name, float[] numbers) {
        double[] wide = new double[numbers.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = numbers[i];
        }
        values.put(name, wide);
    }

    static double[] doubles(NDArray value) {
        float[] numbers = value.toFloatArray();
        double[] wide = new double[numbers.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = numbers[i];
        }
        return wide;
    }
}
