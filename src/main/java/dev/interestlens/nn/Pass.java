package dev.interestlens.nn;

/**
 * How a forward pass runs: whether dropout and batch statistics are active, what is traced, and what is set by hand.
 *
 * @param training true in training: dropout is drawn and running statistics move
 * @param tracer receives the intermediate arrays of the plain form
 * @param change what is set by hand; used only by the plain form, for one sample
 */
public record Pass(boolean training, Tracer tracer, Change change) {
    public static final Pass TRAIN = new Pass(true, Tracer.NONE);
    public static final Pass EVALUATE = new Pass(false, Tracer.NONE);

    public Pass(boolean training, Tracer tracer) {
        this(training, tracer, Change.NONE);
    }

    public static Pass traced(Tracer tracer) {
        return new Pass(false, tracer);
    }

    public static Pass changed(Change change) {
        return new Pass(false, Tracer.NONE, change);
    }
}
