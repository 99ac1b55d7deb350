package dev.interestlens.measurement.trust;

/** What puts the behaviours of a history in an order, the supposed cause first. */
enum Ordering {
    LOOK("look"),
    EFFECT("effect"),
    /** The Effect of all behaviours of one category, removed together. */
    GROUPS("groups"),
    FIRST_ORDER("gradientTimesInput"),
    INTEGRATED("integratedGradients"),
    NEWEST("newest"),
    /** Behaviours of the candidate's category, the newest first. */
    CATEGORY("sameCategory"),
    /** The cosine of the item embeddings of the behaviour and the candidate. */
    ITEM("similarItem"),
    RANDOM("random");

    private final String id;

    Ordering(String id) {
        this.id = id;
    }

    /** Its name in files. */
    String id() {
        return id;
    }
}
