package dev.interestlens.data.plant;

/** What must come before an event for it to happen. */
public enum PlantedLaw {
    /** One item. */
    SAME(1, 0),
    /** Two items, in any order. */
    PAIR(2, 0),
    /** Two items, one before the other. */
    ORDER(2, 0),
    /** One item, at least a hundred behaviours before. */
    FAR(1, 100);

    private final int causes;
    private final int behind;

    PlantedLaw(int causes, int behind) {
        this.causes = causes;
        this.behind = behind;
    }

    /** How many items must come before. */
    int causes() {
        return causes;
    }

    /** By how many events the last of them is farther away than the log's own distances. */
    public int behind() {
        return behind;
    }
}
