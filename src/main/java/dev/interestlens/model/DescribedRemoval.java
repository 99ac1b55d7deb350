package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.ForwardContext;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.graph.EngineGraph;
import dev.interestlens.store.ArrayFill;
import java.util.List;

/**
 * Removal from the description of a model: what a behaviour that cannot be read does not change is computed once, the rest for each subset, in double
 * precision. L positions.
 *
 * @param single a plan of one sample in the plain layout
 * @param rows subsets at a time
 */
record DescribedRemoval(CtrModel model, BatchPlan single, int rows) implements Removal {
    @Override
    public int behaviours() {
        return single.raw().length();
    }

    @Override
    public double[] logits(List<boolean[]> kept) {
        return Removal.inPieces(kept, rows, this::ofSome);
    }

    private double[] ofSome(List<boolean[]> kept) {
        float[] masks = masks(kept);
        double[] logits = model.parameters().inDouble(() -> {
            Features features = model.doubleFeatures(single);
            EngineGraph graph = EngineGraph.over(model.parameters(), features.type(), ForwardContext.EVALUATE);
            NDArray mask = features.tensors()
                    .floats(masks, masks.length, features.type(), kept.size(), masks.length / kept.size());
            VariantFeatures variants = new VariantFeatures(graph, model.input(), features, padding(), mask);
            return graph.array(model.describe(variants).logits()).toDoubleArray();
        });
        boolean same = logits.length == 1; // where the history is not read
        return same ? ArrayFill.doubles(kept.size(), s -> logits[0]) : logits;
    }

    /** What stands in place of a behaviour, (1, W), where padding is read; else null. */
    private NDArray padding() {
        if (model.ragged()) {
            return null;
        }
        BatchPlan empty = model.plainPlan(single.raw().mostRecent(0));
        return Ops.slice(model.doubleFeatures(empty).history(), 0, 0, 1);
    }

    private float[] masks(List<boolean[]> kept) {
        float[] mask = single.layout().mask();
        float[] masks = new float[kept.size() * mask.length];
        for (int s = 0; s < kept.size(); s++) {
            boolean[] some = kept.get(s);
            for (int at = 0; at < some.length; at++) {
                masks[s * mask.length + at] = some[at] ? mask[at] : 0;
            }
        }
        return masks;
    }
}
