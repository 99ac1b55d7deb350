package dev.interestlens.ui.control.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A directed graph of boxes.
 *
 * @param boxes in topological order; all lead to the last, except dead ends
 */
public record WiringData(List<Box> boxes) {
    /**
     * A box.
     *
     * @param id unique
     * @param title what it is, in words
     * @param note below the title, smaller
     * @param detail on hover
     * @param reads ids of boxes before this one
     * @param kind how it is drawn
     */
    public record Box(String id, String title, String note, String detail, List<String> reads, Kind kind) {
        public Box {
            reads = List.copyOf(reads);
        }
    }

    /** What a box stands for. */
    public enum Kind {
        /** Without parameters. */
        PLAIN,
        /** With trained parameters. */
        LEARNED,
        /** Used only at some times, such as in training. */
        ASIDE
    }

    public WiringData {
        boxes = List.copyOf(boxes);
        Set<String> before = new HashSet<>();
        for (Box box : boxes) {
            if (!before.containsAll(box.reads()) || !before.add(box.id())) {
                throw new IllegalArgumentException(box + " after " + before);
            }
        }
    }

    int indexOf(String id) {
        return IntStream.range(0, boxes.size())
                .filter(i -> boxes.get(i).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id));
    }
}
