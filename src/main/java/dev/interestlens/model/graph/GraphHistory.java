package dev.interestlens.model.graph;

import dev.interestlens.nn.graph.Graph;
import dev.interestlens.nn.graph.Value;

/** Mask and positions of a history in a graph. B samples, L positions; an extent of 1 in place of B is the same for all samples. */
public interface GraphHistory {
    Graph graph();

    /** (B, L), 1 where a behaviour can be read. */
    Value mask();

    /** Behaviours of the longest history. */
    int longest();

    /** 1 where a recurrence takes a step, (B, L); null where it takes all, as where padding is read and no behaviour is hidden. */
    default Value taken(boolean literal) {
        return literal ? null : mask();
    }

    /** Whether all positions that cannot be read stand behind those that can. */
    boolean isPaddedBehind();

    /** Number of each position from the oldest, (L), where all behaviours are read; what stands behind the longest history is padding. */
    default Value steps() {
        return graph().clip(graph().positions(mask()), 0, longest() - 1L);
    }

    /** Number of each position from the oldest of the whole history, at most that one: (B, L). */
    Value steps(long most);

    /** Behaviours between each position and the candidate, plus {@code first}; smaller numbers behind the history: (B, L). */
    Value back(int first);

    /** The bucket of each position's time to the candidate, (B, L); a file gets an input more. */
    default Value timeBuckets(int buckets) {
        return graph().timeBucket(gaps(), buckets);
    }

    /** Seconds from each position to the candidate, (B, L), I64; a file gets an input more. */
    Value gaps();
}
