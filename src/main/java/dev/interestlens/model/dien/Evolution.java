package dev.interestlens.model.dien;

import ai.djl.ndarray.NDArray;
import dev.interestlens.nn.Ops;
import dev.interestlens.nn.layer.Recurrence;

/** The effect of attention a in a step of the second recurrent layer (paper, section 4.3); u is the update gate, ũ the effective gate. */
public enum Evolution {
    /** Nothing: the interest is the sum of the layer's states by their attention (the paper's two-layer GRU with attention). */
    GRU {
        @Override
        NDArray written(NDArray update, NDArray attention) {
            return update;
        }
    },
    /** Scales the input: a∘x. */
    AIGRU {
        @Override
        NDArray written(NDArray update, NDArray attention) {
            return update;
        }
    },
    /** Replaces the update gate: ũ = a. */
    AGRU {
        @Override
        NDArray written(NDArray update, NDArray attention) {
            return Ops.add(Ops.scale(update, 0), attention); // (b, 1) -> (b, H)
        }
    },
    /** Scales the update gate: ũ = a·u (paper, equation 8). */
    AUGRU {
        @Override
        NDArray written(NDArray update, NDArray attention) {
            return Ops.mul(update, attention);
        }
    },
    /** As the released code: the keep gate is (1 − a)·(1 − u), so that a step without attention writes like a plain GRU's. */
    AUGRU_RELEASED {
        @Override
        NDArray written(NDArray update, NDArray attention) {
            NDArray keep = Ops.mul(Ops.shift(Ops.neg(attention), 1), Ops.shift(Ops.neg(update), 1)); // (b, H)
            return Ops.shift(Ops.neg(keep), 1);
        }
    };

    /** update (b, H), attention (b, 1) -> (b, H). */
    abstract NDArray written(NDArray update, NDArray attention);

    Recurrence.Write write() {
        return this::written;
    }
}
