package dev.interestlens.train;

import dev.interestlens.model.CtrModel;
import dev.interestlens.nn.Parameter;
import dev.interestlens.train.config.TrainingConfig.Attention;
import java.util.Arrays;
import java.util.List;

/** Keeps the parameters of attention scores at zero: a model that learns everything else, as a control. */
record HeldAttention(List<Range> held) {
    static final HeldAttention NONE = new HeldAttention(List.of());

    /** Elements of the flat leaf. */
    record Range(int from, int to) {}

    static HeldAttention of(CtrModel model, Attention kind) {
        return kind == Attention.LEARNT
                ? NONE
                : new HeldAttention(model.parameters().dense().stream()
                        .map(HeldAttention::range)
                        .filter(range -> range.to() > range.from())
                        .toList());
    }

    private static Range range(Parameter parameter) {
        return new Range(parameter.offset(), parameter.offset() + parameter.scoring());
    }

    /** Sets them to zero before training. */
    void begin(CtrModel model) {
        if (!held.isEmpty()) {
            float[] values = model.parameters().denseValues();
            clear(values);
            model.parameters().denseValues(values);
        }
    }

    /** @param dense one number for each element of the flat leaf, for instance its gradient */
    void clear(float[] dense) {
        held.forEach(range -> Arrays.fill(dense, range.from(), range.to(), 0));
    }
}
