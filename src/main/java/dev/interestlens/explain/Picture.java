package dev.interestlens.explain;

/** Something that can be drawn of one prediction; what it is says how. */
public sealed interface Picture permits HeatMatrix, StepLines, StatePath, HeadGrid, HistoryBars {
    /** Stable, for programs. */
    String name();

    /** For people. */
    Text title();

    /** What must be known to read it; may be empty. */
    Text note();
}
