package dev.interestlens.data.protocol;

/** Whether an item that a user has met before can be the next one, in rankings, baselines and lists alike. */
public enum Repeats {
    /** All where more than a twentieth of training events are repeats, else new. */
    AUTO,
    /** Items that were met are not ranked, and true items that were met are not counted. */
    NEW,
    /** Every item is ranked, and every true item is counted. */
    ALL;

    private static final double MANY = .05;

    /** What it means for a log with that share of repeats: new or all. */
    Repeats in(double share) {
        return this != AUTO ? this : share > MANY ? ALL : NEW;
    }
}
