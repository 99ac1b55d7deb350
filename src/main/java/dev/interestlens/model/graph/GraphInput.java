package dev.interestlens.model.graph;

import dev.interestlens.nn.graph.Graph;
import java.util.List;

/**
 * An array that an exported model takes.
 *
 * @param name as in the file
 * @param source where its values are in a raw batch
 * @param field which field of the source; 0 where there is one array
 * @param type ids and seconds I64, numbers F32
 * @param axes extents: numbers, or the names {@code batch} and {@code length}
 */
public record GraphInput(String name, Source source, int field, Graph.Type type, List<String> axes) {
    /** Where values are in a {@link dev.interestlens.data.RawBatch}. */
    public enum Source {
        HISTORY,
        HISTORY_NUMBERS,
        GAPS,
        CANDIDATE,
        CANDIDATE_NUMBERS,
        USER,
        USER_NUMBERS,
        CONTEXT,
        CONTEXT_NUMBERS,
        DAY;

        /** Whether it belongs to candidates. */
        public boolean isCandidate() {
            return this == CANDIDATE || this == CANDIDATE_NUMBERS;
        }

        /** Whether it holds something for each position of a history, padded on the right with zeros. */
        public boolean isSequence() {
            return this == HISTORY || this == HISTORY_NUMBERS || this == GAPS;
        }
    }

    public GraphInput {
        axes = List.copyOf(axes);
    }
}
