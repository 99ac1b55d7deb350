package dev.interestlens.model.graph;

import dev.interestlens.nn.graph.Value;
import java.util.List;
import java.util.Optional;

/**
 * A model as two graphs: one of a user's history, one of the candidates of one user.
 *
 * @param lookup the graph of embeddings, where it is separate
 * @param user what the first graph takes
 * @param candidate what the second graph takes
 * @param passed what the first gives and the second takes, under the same names
 * @param carried states that the first takes and returns
 * @param gives names of all outputs of the first graph, in their order
 * @param logits in the second graph, (N)
 * @param cache what may be cached
 * @param candidatesAtOnce the best number of candidates for the second graph: its arrays over pairs of candidates and behaviours then fit the
 *     processor's cache
 */
public record ServingForm(
        Optional<Lookup> lookup,
        Takes user,
        Takes candidate,
        List<Passed> passed,
        List<Carried> carried,
        List<String> gives,
        Value logits,
        CacheRule cache,
        int candidatesAtOnce) {
    /** Of {@link #candidatesAtOnce}: a larger batch costs no more for each candidate. */
    public static final int ANY = Integer.MAX_VALUE;

    public ServingForm {
        passed = List.copyOf(passed);
        carried = List.copyOf(carried);
        gives = List.copyOf(gives);
    }

    /**
     * What a graph takes.
     *
     * @param fields of a batch
     * @param arguments the names of all inputs in their order, including those that are not fields
     */
    public record Takes(List<GraphInput> fields, List<String> arguments) {
        public Takes {
            fields = List.copyOf(fields);
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * The graph of embeddings.
     *
     * @param gives names of its outputs: two of behaviours, for the graph of a user, and one for the graph of candidates
     */
    public record Lookup(Takes takes, List<String> gives) {
        public Lookup {
            gives = List.copyOf(gives);
        }
    }

    /**
     * A tensor that passes from the first graph to the second.
     *
     * @param name in both
     * @param axes behind the first, which is of users in the first graph and 1 in the second: numbers, or {@code length}
     */
    public record Passed(String name, List<String> axes) {
        public Passed {
            axes = List.copyOf(axes);
        }

        /** Whether it has a row for each behaviour: then a new behaviour's row is appended. Otherwise it is replaced. */
        public boolean grows() {
            return axes.contains(GraphFeatures.LENGTH);
        }
    }

    /**
     * A state before the first behaviour, zeros where the history begins there, and after the last one.
     *
     * @param before name of the input
     * @param after name of the output
     * @param width number of its units
     */
    public record Carried(String before, String after, int width) {}
}
