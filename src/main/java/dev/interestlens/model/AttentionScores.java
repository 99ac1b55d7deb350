package dev.interestlens.model;

/**
 * Which numbers of a model decide where it looks: all of an activation unit or of the attention over interest states, and the queries and keys of
 * self-attention. While they are zero every behaviour scores alike, and a softmax weighs them alike.
 */
public final class AttentionScores {
    private AttentionScores() {}

    /**
     * How many of a parameter's elements, counted from its first.
     *
     * @param name of the parameter
     * @param size its number of elements
     */
    public static int leading(String name, int size) {
        if (name.contains("running")) {
            return 0;
        }
        boolean unit = name.startsWith("attention") || name.contains(".attention_");
        boolean projection = name.contains("in_proj"); // rows in the order q, k, v
        return unit ? size : projection ? size / 3 * 2 : 0;
    }
}
