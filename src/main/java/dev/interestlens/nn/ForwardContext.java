package dev.interestlens.nn;

/**
 * How a forward pass runs: whether dropout and batch statistics are active, what is traced, and what is set by hand.
 *
 * @param training true in training: dropout is drawn and running statistics move
 * @param tracer receives the intermediate arrays of the plain form
 * @param change what is set by hand; used only by the plain form, for one sample
 */
public record ForwardContext(boolean training, Tracer tracer, ActivationPatch change) {
    public static final ForwardContext TRAIN = new ForwardContext(true, Tracer.NONE);
    public static final ForwardContext EVALUATE = new ForwardContext(false, Tracer.NONE);

    public ForwardContext(boolean training, Tracer tracer) {
        this(training, tracer, ActivationPatch.NONE);
    }

    public static ForwardContext traced(Tracer tracer) {
        return new ForwardContext(false, tracer);
    }

    public static ForwardContext changed(ActivationPatch change) {
        return new ForwardContext(false, Tracer.NONE, change);
    }
}
