package dev.interestlens.model.din;

import dev.interestlens.model.config.ConfigCheck;

/**
 * Attentions side by side.
 *
 * @param interests H, how many, each with scores of its own over the same behaviours; the head reads what all of them gather
 * @param disagreement λ of the term that is added to the loss where attentions are similar
 */
public record Interests(int interests, double disagreement) {
    private static final int MAX_INTERESTS = 8;

    public Interests {
        ConfigCheck.range("interests", interests, 1, MAX_INTERESTS);
        ConfigCheck.range("disagreement", disagreement, 0, 10);
    }
}
