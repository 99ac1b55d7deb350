package dev.interestlens.model.described;

import dev.interestlens.nn.graph.Value;
import java.util.List;
import java.util.function.Supplier;

/**
 * The layers of a ranker in which behaviours never read a candidate. H histories, or 1 where it is the same for all, L behaviours, C candidates of each, W
 * width of an item, P of user and context together, d of the layers, I of what the head reads, h heads.
 */
public interface Description {
    /**
     * Where behaviours are.
     *
     * @param mask 1 where one can be read, (H, L)
     * @param back behaviours between each and the candidate, (H, L), I64
     * @param gaps seconds to the candidate, (H, L), I64, or null where they are not read
     */
    record Places(Value mask, Value back, Value gaps) {}

    /** What is read of behaviours in a layer, (H, L, d) each: what came into it, keys and values. */
    record Behaviours(Value rows, Value keys, Value values) {}

    /**
     * Candidates that are asked for.
     *
     * @param items (H, C, W)
     * @param profile their user and context, (H, C, P); null where there is none, and where only the head reads it
     * @param each C, or −1 where it is any number and H is 1
     */
    record Asked(Value items, Value profile, long each) {}

    /**
     * What is computed of candidates.
     *
     * @param output what the head reads, (H, C, I)
     * @param asking the rows of the candidate that ask in the last layer, (H, Q, d) where each history has one candidate
     * @param weights the candidate's in the last layer over behaviours, (H, h, 1, L), where each history has one
     * @param ofFields where fields stand in the sequence as F tokens, the weights of each layer over behaviours and tokens, (H, h, C · F, L + F); else empty
     */
    record Candidates(Value output, Value asking, Supplier<Value> weights, List<Value> ofFields) {}

    /** Items as rows of the first layer: (H, n, W) -> (H, n, d). */
    Value rows(Value items);

    /** What candidates read of behaviours in each layer, rows (H, L, d). */
    List<Behaviours> history(Value rows, Places places);

    /** Candidates over behaviours. */
    Candidates candidates(Asked asked, List<Behaviours> read, Places places);

    /** What comes out of the last layer at each behaviour, (H, L, d), which only training reads. */
    default Value states(List<Behaviours> read, Places places) {
        throw new UnsupportedOperationException("Nothing comes out of the last layer at behaviours");
    }

    /** The raw scores of the last layer, without a bias of places: asking (1, Q, d), the mean over Q, and rows (1, n, d) -> (n, h). */
    Value scores(Value asking, Value rows);
}
