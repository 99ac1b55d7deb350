package dev.interestlens.model.dien;

import dev.interestlens.model.config.ConfigCheck;
import dev.interestlens.model.config.HeadConfig;
import dev.interestlens.model.dien.DienConfig.Beside;

/**
 * The head and what it reads of the history.
 *
 * @param beside what the head reads beside the final interest; configurations of older versions have none
 * @param head the MLP above
 * @param interests attentions over the states: the first drives the second recurrent layer, and the head reads the behaviours as each weighs them;
 *     configurations of older versions have one
 */
public record ReadOutConfig(Beside beside, HeadConfig head, int interests) {
    private static final int MAX_INTERESTS = 8;

    public ReadOutConfig {
        beside = beside == null ? Beside.NONE : beside;
        ConfigCheck.range("interests", interests, 1, MAX_INTERESTS);
    }
}
