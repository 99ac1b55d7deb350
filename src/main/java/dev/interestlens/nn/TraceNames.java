package dev.interestlens.nn;

/**
 * The names and axes of arrays that a model passes to a {@link Tracer}. Explanations find arrays by these names, so that a name means the same in
 * every model and has the same axes; {@code TraceRule} of the tests lists all of them. An exported graph gives its attention under the same names, with _ for a dot.
 */
public final class TraceNames {
    /** Weights over the history. Where there are none, attention among positions is used instead. */
    public static final String ATTENTION = "attention";

    /** The same of each of several attentions side by side; {@link #ATTENTION} is then their mean. */
    public static final String ATTENTION_HEADS = "attention.heads";

    /** The score before the sigmoid. */
    public static final String LOGIT = "logit";

    /** The vector that the head reads of the history. */
    public static final String INTEREST = "interest";

    private TraceNames() {}

    /** The name of the attention among positions in a layer. */
    public static String attention(int layer) {
        return ATTENTION + "." + layer;
    }

    /** The name of the graph output for a trace. */
    public static String output(String trace) {
        return trace.replace('.', '_');
    }
}
