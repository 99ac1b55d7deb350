package dev.interestlens.model;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Removal for models that must run again: the variants of one sample are rows of one batch, masked, in double precision. L positions.
 *
 * @param single a plan of one sample in the plain layout
 * @param rows variants a batch
 */
public record BatchedRemoval(CtrModel model, BatchPlan single, int rows, Variants variants) implements Removal {
    /** The model over variants of one sample. */
    @FunctionalInterface
    public interface Variants {
        /**
         * @param features of the one sample
         * @param kept S · L numbers, 1 where a position may be read
         * @return logits, shape (S)
         */
        NDArray logits(Features features, float[] kept, int variants);
    }

    @Override
    public int behaviours() {
        return single.raw().length();
    }

    @Override
    public double[] logits(List<boolean[]> kept) {
        return Removal.inPieces(kept, rows, some -> {
            float[] masks = masks(some);
            return model.parameters().inDouble(() -> variants.logits(model.doubleFeatures(single), masks, some.size())
                    .toDoubleArray());
        });
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
