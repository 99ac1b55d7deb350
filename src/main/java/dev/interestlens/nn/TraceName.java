package dev.interestlens.nn;

/**
 * The name of an array that a model passes to a {@link Tracer}; all of them are in {@link TraceNames}.
 *
 * @param id as it stands in JSON, in texts and in names of pictures
 */
public record TraceName(String id) {

    /** The name of the graph output for it. */
    public String output() {
        return id.replace('.', '_');
    }

    /** The name of one of several of this kind. */
    public TraceName of(String part) {
        return new TraceName(id + "." + part);
    }
}
