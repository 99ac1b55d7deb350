package dev.interestlens.nn;

import java.util.Locale;

/**
 * The names and axes of arrays that a model passes to a {@link Tracer}. Explanations find arrays by these names, so that a name means the same in
 * every model and has the same axes; {@code TraceRule} of the tests lists all of them. An exported graph gives its attention under the same names, with _ for a dot.
 */
public final class TraceNames {
    /** Weights over the history. Where there are none, attention among positions is used instead. */
    public static final TraceName ATTENTION = new TraceName("attention");

    /** The same of each of several attentions side by side; {@link #ATTENTION} is then their mean. */
    public static final TraceName ATTENTION_HEADS = ATTENTION.of("heads");

    /** The score before the sigmoid. */
    public static final TraceName LOGIT = new TraceName("logit");

    /** The vector that the head reads of the history. */
    public static final TraceName INTEREST = new TraceName("interest");

    /** The vector of the candidate. */
    public static final TraceName CANDIDATE = new TraceName("candidate");

    /** What the attention computes of each behaviour before it is normalised. */
    public static final TraceName SCORES = new TraceName("scores");

    /** The logit after each behaviour. */
    public static final TraceName READ_OUT = new TraceName("readOut");

    /** What a sequence model reads: each position's vector. */
    public static final TraceName INPUT = new TraceName("input");

    /** The auxiliary loss's logit of each next behaviour. */
    public static final TraceName AUXILIARY_POSITIVE = new TraceName("auxiliary.positive");

    /** The same of the behaviours that did not follow. */
    public static final TraceName AUXILIARY_NEGATIVE = new TraceName("auxiliary.negative");

    /** What a recurrent layer computes at each behaviour. */
    public enum Gate {
        RESET,
        UPDATE,
        /** The update gate with the attention in it: the share of the state that is replaced. */
        WRITTEN,
        CANDIDATE,
        /** The state after the behaviour. */
        STATE;

        /** Whether a name is that of this array of any layer. */
        public boolean isIn(TraceName name) {
            return name.id().endsWith("." + id());
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private TraceNames() {}

    /** The attention among positions in a layer. */
    public static TraceName attention(int layer) {
        return ATTENTION.of(String.valueOf(layer));
    }

    /** The attention of fields that stand in the sequence, over behaviours and, behind them, the fields, in a layer. */
    public static TraceName fields(int layer) {
        return new TraceName("fields").of(String.valueOf(layer));
    }

    /** What attention sums in a layer. */
    public static TraceName values(int layer) {
        return new TraceName("values").of(String.valueOf(layer));
    }

    /** What a layer gives. */
    public static TraceName layerOutput(int layer) {
        return new TraceName("output").of(String.valueOf(layer));
    }

    /** An array of the layer that reads the behaviours. */
    public static TraceName extractor(Gate gate) {
        return new TraceName("extractor").of(gate.id());
    }

    /** An array of the layer in which attention decides what is kept. */
    public static TraceName evolution(Gate gate) {
        return new TraceName("evolution").of(gate.id());
    }
}
