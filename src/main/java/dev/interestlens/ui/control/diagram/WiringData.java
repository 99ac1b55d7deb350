package dev.interestlens.ui.control.diagram;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Boxes and what each of them reads.
 *
 * @param boxes each after those that it reads; all others lead to the last, but for dead ends
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
        /** It only computes. */
        PLAIN,
        /** It has learned something. */
        LEARNED,
        /** It takes part now and then only. */
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
        for (int i = 0; i < boxes.size(); i++) {
            if (boxes.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
